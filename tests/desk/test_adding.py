import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import select

from furphy.casebook.casebook import Casebook
from furphy.casebook.schema import METADATA
from furphy.desk.adding import add
from furphy.desk.exporting import exported
from furphy.desk.intake import Settings
from furphy.desk.reader import read_input
from furphy.desk.storing import Progress
from furphy.desk.taking import Request
from furphy.desk.taking_stock import Stock, taken_stock
from furphy.export.json import line

pytestmark = pytest.mark.long

# Most are not parsed, which is quick: no reader of Russian is there yet.
FIRE = "Пожар на складе потушен, сообщили спасатели. Пострадавших нет."
ROAD = "Мэр города сообщил журналистам, что дорога закрыта. Причину он не назвал."
REPORT = "Police said that two roads in Kyiv may be closed."


def unwatched(_progress: Progress, _misses: object) -> None:
    pass


def added(where: str, *inputs: Path, jobs: int = 1, **settings: object) -> Progress:
    again, timeout = bool(settings.pop("again", False)), float(settings.pop("timeout", 60))  # type: ignore[arg-type]  # fields by name
    chosen = Settings(**settings)  # type: ignore[arg-type]  # fields by name
    names = tuple(map(str, inputs))
    return add(Request(where, names, chosen, again, jobs, timeout), unwatched)


def lines(where: str) -> list[str]:
    return list(exported(where, warn=print))


def keys(where: str) -> list[str]:
    return [json.loads(line)["document"]["key"] for line in lines(where)]


def states(where: str) -> dict[str, int]:
    return taken_stock(where).census.states


def reasons(stock: Stock) -> list[str]:
    return [f"{Path(each.key).name}: {each.reason}" for each in stock.misses]


def everything(where: str) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table."""
    with Casebook.open(where) as book, book.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in METADATA.sorted_tables
        }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lend a folder with a few documents, one of them broken."""
    inputs = tmp_path / "in"
    inputs.mkdir()
    (inputs / "a.txt").write_text(FIRE)
    (inputs / "b.txt").write_text(ROAD)
    records = [{"id": f"r{n}", "text": f"{FIRE} Номер {n}."} for n in range(20)]
    (inputs / "r.jsonl").write_text("\n".join([*map(json.dumps, records), '{"id": "r20"}']))
    return inputs


def test_everything_is_stored_and_what_cannot_be_read_is_named(where: str, folder: Path) -> None:
    progress = added(where, folder)
    assert (progress.inputs, progress.ended, progress.added, progress.read) == (3, 3, 22, 22)
    assert keys(where).count("r7") == 1
    assert states(where) == {"done": 2, "partial": 1}
    assert reasons(taken_stock(where)) == ["r.jsonl#21: line 21: the record has no text"]


def test_the_same_folder_twice_changes_nothing(where: str, folder: Path) -> None:
    added(where, folder)
    before = everything(where)
    progress = added(where, folder)
    assert (progress.known, progress.added, progress.read) == (3, 0, 0)
    after = everything(where)
    for name, rows in before.items():
        if name == "item":
            # Who took it on last is all that is new.
            unnamed = [[row[:4] + row[5:] for row in each[name]] for each in (before, after)]
            assert unnamed[0] == unnamed[1]
        else:
            assert after[name] == rows


def test_neither_order_nor_runs_nor_processes_show(tmp_path: Path, folder: Path) -> None:
    (folder / "report.txt").write_text(REPORT)
    at_once, piecemeal = str(tmp_path / "one"), str(tmp_path / "other")
    added(at_once, folder, jobs=2)
    for name in ("report.txt", "r.jsonl", "b.txt", "a.txt"):
        added(piecemeal, folder / name)
    assert lines(at_once) == lines(piecemeal)
    assert len(lines(at_once)) == 23


def test_a_line_is_what_read_prints(tmp_path: Path) -> None:
    file = tmp_path / 'a "strange\u2028name".txt'
    file.write_text(REPORT)
    case = str(tmp_path / "case")
    added(case, file)
    assert lines(case) == [line(each) for each in read_input(str(file))]  # type: ignore[arg-type]  # no failure is among them


def test_one_text_met_twice_is_read_once_and_goes_by_its_least_key(
    where: str, tmp_path: Path
) -> None:
    for name in ("z.txt", "m.txt", "q.txt"):
        (tmp_path / name).write_text(FIRE)
    progress = added(where, *(tmp_path / name for name in ("z.txt", "m.txt", "q.txt")))
    assert (progress.documents, progress.added) == (3, 1)
    census = taken_stock(where).census
    assert (census.documents, census.sightings, census.readings) == (1, 3, 1)
    assert keys(where) == [str(tmp_path / "m.txt")]


def test_one_name_with_two_texts_keeps_both(where: str, tmp_path: Path) -> None:
    file = tmp_path / "r.jsonl"
    file.write_text("\n".join(json.dumps({"id": "1", "text": text}) for text in (FIRE, ROAD)))
    added(where, file)
    assert len(lines(where)) == 2


def test_a_file_that_changed_since_is_added_beside_what_it_was(where: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(FIRE)
    added(where, file)
    file.write_text(ROAD)
    assert added(where, file).added == 1
    assert sorted(json.loads(line)["document"]["text"] for line in lines(where)) == [ROAD, FIRE]
    assert states(where) == {"done": 1}


def test_what_was_not_there_is_tried_again_when_named_again(where: str, tmp_path: Path) -> None:
    file = tmp_path / "later.txt"
    assert added(where, file).failed == 1
    assert reasons(taken_stock(where)) == ["later.txt: No such file or directory"]
    file.write_text(FIRE)
    assert added(where, file).added == 1
    assert taken_stock(where).misses == ()


def test_what_was_only_kept_is_read_later(where: str, folder: Path) -> None:
    progress = added(where, folder, read=False)
    assert (progress.added, progress.read) == (22, 0)
    assert lines(where) == []
    assert taken_stock(where).census.unread == 22
    for path in folder.iterdir():
        path.unlink()
    assert added(where).read == 22
    assert len(lines(where)) == 22
    assert taken_stock(where).census.unread == 0


def test_reading_again_with_the_same_furphy_makes_the_same(where: str, folder: Path) -> None:
    added(where, folder)
    before = lines(where)
    progress = added(where, folder, again=True)
    assert (progress.ended, progress.known, progress.added, progress.read) == (3, 0, 0, 0)
    assert lines(where) == before
    assert states(where) == {"done": 2, "partial": 1}


def test_the_casebook_itself_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRE)
    case = str(tmp_path / "case")
    added(case, tmp_path)
    assert added(case, tmp_path).inputs == 1
    assert states(case) == {"done": 1}


def test_a_name_that_is_no_text_is_no_obstacle(where: str, tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    Path(os.fsdecode(odd)).write_text(FIRE)
    (tmp_path / "good.txt").write_text(ROAD)
    added(where, tmp_path / "good.txt", tmp_path)
    assert len(lines(where)) >= 1


def test_half_characters_and_nought_are_no_obstacle(where: str, tmp_path: Path) -> None:
    file = tmp_path / "r.jsonl"
    broken = {"id": "\ud800", "text": FIRE, "title": "a\0b\udfff"}
    file.write_text(json.dumps(broken))
    added(where, file)
    assert len(lines(where)) == 1


def test_a_document_that_takes_too_long_costs_only_itself(where: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRE)
    (tmp_path / "b.txt").write_text("Police said that a road may be closed. " * 20_000)
    (tmp_path / "c.txt").write_text(ROAD)
    added(where, tmp_path, timeout=4)
    assert len(lines(where)) == 2
    assert reasons(taken_stock(where)) == ["b.txt: not read within 4 seconds"]
    assert states(where) == {"done": 2, "failed": 1}


# What others do meanwhile ------------------------------------------------------------------------


@contextmanager
def meanwhile(act: Callable[[], None], every: float) -> Iterator[None]:
    """Do something again and again beside what the block does."""
    done = threading.Event()

    def acting() -> None:
        while not done.wait(every):
            act()

    thread = threading.Thread(target=acting)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_a_file_that_changes_while_it_is_read_is_told(where: str, tmp_path: Path) -> None:
    file = tmp_path / "growing.jsonl"
    record = json.dumps({"text": FIRE, "language": "ru"})
    file.write_text(f"{record}\n" * 500)

    def grow() -> None:
        with file.open("a") as to:
            to.write(f"{record}\n")

    with meanwhile(grow, 0.02):
        added(where, file, read=False)
    assert reasons(taken_stock(where)) == ["growing.jsonl: it changed while it was being read"]
    added(where, file, read=False)
    assert states(where) == {"done": 1}
    assert taken_stock(where).misses == ()


def workers_of(parent: int) -> list[int]:
    """Return the processes that a fork server of ours started, the database's left out."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                if b"postgres" in (entry / "cmdline").read_bytes():
                    continue
                stat = (entry / "stat").read_text().rpartition(")")[2].split()
                parents[int(entry.name)] = int(stat[1])
    ours = {pid for pid, its in parents.items() if its == parent}
    return [pid for pid, its in parents.items() if its in ours]


def test_readers_killed_by_the_system_cost_nothing(where: str, tmp_path: Path) -> None:
    inputs = tmp_path / "in"
    inputs.mkdir()
    for n in range(400):
        (inputs / f"{n:03}.txt").write_text(f"{FIRE} Номер {n}.")
    killed: list[int] = []

    def kill() -> None:
        for pid in workers_of(os.getpid())[-1:]:
            if len(killed) < 2:
                with suppress(ProcessLookupError):
                    os.kill(pid, 9)
                    killed.append(pid)

    with meanwhile(kill, 0.5):
        added(where, inputs, jobs=2)
    assert killed
    assert states(where) == {"done": 400}
    assert len(lines(where)) == 400
    assert taken_stock(where).misses == ()
