import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.copies import Corpus, Run, by_furphy, compared, growth, read, recalls

LETTERS = "abcdefghijklmnopqrst"
TEXT = " ".join(f"{one}{other}" for one in LETTERS for other in LETTERS)
STRANGER = " ".join(f"{one}{other}x" for one in LETTERS for other in LETTERS)
PART = " ".join(TEXT.split()[100:220])


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    rows = [{"id": "n1", "text": TEXT}, {"id": "n2", "text": STRANGER}, {"id": "d1", "text": PART}]
    lines = "".join(f"{json.dumps(each)}\n" for each in rows)
    (tmp_path / "docs.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "pairs.tsv").write_text("d1\tn1\texcerpt\n", encoding="utf-8")
    return read(tmp_path)


def run(speed: float, megabytes: float, **recall: float) -> Run:
    return Run(speed, megabytes, 1, recall)


def test_the_excerpt_is_found_and_the_stranger_is_not(corpus: Corpus) -> None:
    assert by_furphy(corpus.texts).tolist() == [[0, 2]]


def test_recall_is_told_by_kind(corpus: Corpus) -> None:
    assert recalls(corpus.kinds, np.array([[0, 2]])) == {"": 1.0, "excerpt": 1.0}
    assert recalls(corpus.kinds, np.array([[0, 1]])) == {"": 0.0, "excerpt": 0.0}


def test_all_three_bounds_must_hold() -> None:
    rensa = run(1_000, 100, excerpt=0.7)
    assert compared(run(1_300, 100, excerpt=0.99), rensa)[1]
    assert not compared(run(1_200, 100, excerpt=0.99), rensa)[1]
    assert not compared(run(1_300, 101, excerpt=0.99), rensa)[1]
    assert not compared(run(1_300, 100, excerpt=0.98), rensa)[1]


def test_what_is_done_at_half_the_speed_costs_twice() -> None:
    assert growth(run(1_000, 1), run(500, 1)) == 2
