"""The gate, run over a made-up set of data with a scorer that prints what a test wants."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.corpus import CORPORA, Corpus, Score, digest, documents
from evaluation.floors import Bound, Held, load
from evaluation.gate import FLOORS, integrity, judge, judge_all
from evaluation.measuring import Bench

RECORDS = ({"id": "a", "text": "The dam burst, the mayor said."}, {"id": "b", "text": "It rained."})
TINY = Corpus(
    "tiny",
    "tiny/dev.jsonl",
    "tiny/dev.jsonl",
    (Score("score_made_up.py", ("--data", "{data}", "--run", "{run}"), {"f1": "words.f1"}),),
)
SCORER = "import sys; print(open(sys.argv[2] + '.scored', encoding='utf-8').read())"


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    shared = tmp_path / "shared"
    for name in ("data/tiny", "eval", "runs"):
        (shared / name).mkdir(parents=True)
    lines = "".join(json.dumps(each) + "\n" for each in RECORDS)
    (shared / "data/tiny/dev.jsonl").write_text(lines, encoding="utf-8")
    (shared / "eval/score_made_up.py").write_text(SCORER, encoding="utf-8")
    score(shared, 0.7)
    return Bench(shared, shared / "runs", jobs=1)


def score(shared: Path, figure: float) -> None:
    """Make the scorer print this."""
    scored = json.dumps({"words": {"f1": figure}})
    (shared / "data/tiny/dev.jsonl.scored").write_text(scored, encoding="utf-8")


def held(limit: float, pinned: str | None = None) -> Held:
    return Held(pinned, {"lost": Bound(0, falling=True), "f1": Bound(limit)})


def test_figures_above_their_floors_pass_and_an_update_raises_the_floors(bench: Bench) -> None:
    verdict = judge(TINY, held(0.6), bench)
    assert not verdict.faults
    assert verdict.held == held(0.698, digest(bench.data / TINY.data))
    assert [" ".join(row.split()) for row in verdict.rows] == [
        "tiny lost 0.0000 <= 0",
        "tiny f1 0.7000 >= 0.6",
    ]


def test_a_figure_below_its_floor_fails_and_an_update_does_not_lower_it(bench: Bench) -> None:
    verdict = judge(TINY, held(0.8), bench, update=True)
    assert verdict.faults == ("tiny: f1 is 0.7000, below 0.8",)
    assert verdict.held.bounds == held(0.8).bounds


def test_changed_data_fail_until_an_update_pins_them(bench: Bench) -> None:
    before = held(0.6, digest(bench.data / TINY.data))
    with (bench.data / TINY.data).open("a", encoding="utf-8") as file:
        file.write('{"id": "c", "text": "It still rains."}\n')
    (fault,) = judge(TINY, before, bench).faults
    assert "changed" in fault
    verdict = judge(TINY, before, bench, update=True)
    assert not verdict.faults
    assert verdict.held.digest == digest(bench.data / TINY.data) != before.digest


def test_a_document_that_gave_no_reading_is_counted_as_lost(bench: Bench) -> None:
    with (bench.data / TINY.data).open("a", encoding="utf-8") as file:
        file.write("{no record\n")
    (fault,) = judge(TINY, held(0.6), bench).faults
    assert fault == "tiny: lost is 1.0000, above 0"


def test_a_scorer_that_breaks_fails_its_set_and_the_rest_goes_on(bench: Bench) -> None:
    (bench.shared / "eval/score_made_up.py").write_text("raise SystemExit('broken')")
    other = Corpus("other", "nowhere.jsonl", "nowhere.jsonl", ())
    floors = {"tiny": held(0.6), "other": held(0.6)}
    verdicts = dict(judge_all(floors, bench, (TINY, other)))
    assert verdicts["tiny"].faults == ("tiny: score_made_up.py: broken\n",)
    assert verdicts["tiny"].held == floors["tiny"]
    assert "not measured" in verdicts["other"].rows[0]


def test_sets_measured_at_a_time_are_told_in_their_order(bench: Bench) -> None:
    names = ("one", "two")
    sets = [replace(TINY, name=each) for each in names]
    floors = {each: held(0.6 if each == "one" else 0.8) for each in names}
    found = [*judge_all(floors, replace(bench, jobs=2), sets)]
    assert [name for name, _ in found] == [*names]
    assert [len(verdict.faults) for _, verdict in found] == [0, 1]
    assert {each.name for each in bench.runs.iterdir()} == {f"{each}.jsonl" for each in names}


def test_the_floors_kept_here_are_sound() -> None:
    assert not list(integrity(load(FLOORS.read_text(encoding="utf-8")), CORPORA))


def test_a_folder_counts_its_files_and_its_digest_knows_their_names(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    before = digest(tmp_path)
    assert documents(tmp_path) == 1
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert digest(tmp_path) != before
