from pathlib import Path

from furphy.desk.reader import Result, read_input
from furphy.desk.workers import read_inputs
from furphy.model.reading import Reading


def keys(results: list[Result]) -> list[str]:
    return [each.document.key if isinstance(each, Reading) else each.key for each in results]


def test_several_processes_read_what_one_reads(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"Police said that {n} roads may be closed.\n" * 3)
    records = tmp_path / "r.jsonl"
    records.write_text('{"id": "one", "text": "It rained, police said."}\n{"id": "two"}\n')
    names = [*sorted(map(str, tmp_path.glob("*.txt"))), str(records), str(tmp_path / "gone")]
    alone = [result for name in names for result in read_input(name)]
    assert list(read_inputs(names, 2, 120)) == alone
    assert keys(alone)[:4] == [*names[:3], "one"]
