import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.model.text import Span
from furphy.reading.times.atoms import alphabet, atoms
from furphy.reading.times.meanings import SENSES
from furphy.reading.times.patterns import rules


def categories(text: str) -> dict[str, set[str]]:
    row = atoms(text, Span(0, len(text)), "en")
    return {each.span.of(text): set(each.values) for each in row}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("two hundred and twenty-one", 221.0),
        ("two and a half", 2.5),
        ("2 1/2", 2.5),
        ("half a dozen", 6.0),
        ("three million", 3e6),
        ("1.5 million", 1.5e6),
        ("1,200", 1200.0),
        ("a few", (2.0, 6.0)),
    ],
)
def test_a_number_in_words_is_one_atom(text: str, number: float | tuple[float, float]) -> None:
    (atom,) = atoms(text, Span(0, len(text)), "en")
    assert atom.values["num"] == number


def test_ordinals_are_read_in_words_and_figures() -> None:
    text = "twenty-first 3rd"
    assert [each.values["ord"] for each in atoms(text, Span(0, len(text)), "en")] == [21.0, 3.0]


def test_a_word_may_count_only_with_a_capital_or_only_without() -> None:
    assert "month" in categories("May")["May"]
    assert "month" not in categories("may")["may"]
    assert "habit" in categories("daily")["daily"]
    assert "habit" not in categories("Daily")["Daily"]


def test_letters_on_figures_make_a_word_unless_they_are_listed() -> None:
    assert categories("20cm") == {"20cm": {"other"}}
    assert "hour" in categories("3pm")["3"]
    assert "decade" in categories("1990s")["1990s"]


@given(st.text(max_size=120))
def test_atoms_stand_in_order_and_their_categories_have_a_letter(text: str) -> None:
    row = atoms(text, Span(0, len(text)), "en")
    edges = [edge for each in row for edge in (each.start, each.end)]
    assert edges == sorted(edges)
    assert all(alphabet("en").knows(each.values) for each in row)


def test_every_pattern_has_a_sense_and_a_name_of_its_own() -> None:
    known = rules("en")
    assert {rule.sense for rule in known} <= set(SENSES)
    assert len({rule.name for rule in known}) == len(known)
    assert all(0 < rule.score <= 1 for rule in known)


def test_a_language_without_lists_has_no_patterns() -> None:
    assert rules("xx") == ()


def test_the_lists_are_tab_separated_and_say_what_they_are() -> None:
    data = Path(__file__).parents[3] / "src" / "furphy" / "lexicon" / "data" / "en"
    for path in data.glob("time_*.tsv"):
        assert re.match(r"# \w", path.read_text(encoding="utf-8")), path.name
