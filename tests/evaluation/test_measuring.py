from pathlib import Path

from evaluation.corpus import Command, Corpus, Score
from evaluation.measuring import Bench, measure

# A scorer of ours: it counts the answers that name a place of the register alone.
SCORER = """
import json, sys
answers = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
print(json.dumps({"found": sum(bool(each["candidates"]) for each in answers)}))
"""
POSTAL = "UA\t00000\tЖмурячинськ\tOblast\t\t\t\t\t\t48.5\t31.5\t4\n"


def bench(folder: Path) -> Bench:
    (folder / "data").mkdir()
    (folder / "eval").mkdir()
    (folder / "eval" / "score.py").write_text(SCORER)
    (folder / "data" / "names.txt").write_text("Zhmuriachynsk\n")
    (folder / "data" / "postal.txt").write_text(POSTAL * 2)
    return Bench(folder, folder)


def test_names_are_looked_up_in_a_register_that_is_added_for_it(tmp_path: Path) -> None:
    corpus = Corpus(
        "names",
        "names.txt",
        "names.txt",
        (Score("score.py", ("{run}",), {"found": "found"}),),
        command=Command.FIND_PLACES,
        register="postal.txt",
    )
    assert measure(corpus, bench(tmp_path)) == {"lost": 0, "found": 1}
    (answer,) = (tmp_path / "names.jsonl").read_text(encoding="utf-8").splitlines()
    assert "Жмурячинськ" in answer
