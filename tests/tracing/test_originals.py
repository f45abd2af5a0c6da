"""What is told of a text as the source of another depends on all that answer to either."""

from collections import Counter
from collections.abc import Sequence

import pytest
from bare_texts import Nothing

from furphy.model.text import Span
from furphy.tracing.aligning import Link
from furphy.tracing.bilinguals import Ready
from furphy.tracing.courses import Issue
from furphy.tracing.judging import Judged
from furphy.tracing.memory import Fresh
from furphy.tracing.originals import Originals
from furphy.tracing.shelf import shelved
from furphy.tracing.traced import Traced, Window
from furphy.tracing.wordings import Wordings

HOUR = 3600.0
WORDS = "the ferry left the quay at six with forty people and nobody saw it again before noon"
OTHER_WORDS = "at six a boat with forty aboard set out from the pier and was lost until midday came"


def issues(*told: tuple[str, str, float | None]) -> tuple[list[Issue], Wordings]:
    """Return texts, each with its language and the hour when it was published."""
    documents = [
        Traced(f"d{place}", text, language, published=_at(hour))
        for place, (language, text, hour) in enumerate(told)
    ]
    made = [
        Issue(
            Ready((place,), each.language or "", (Span(0, len(each.text)),), Nothing()),
            place,
            {place: each.published},
        )
        for place, each in enumerate(documents)
    ]
    return made, Wordings(shelved(documents), Fresh())


def _at(hour: float | None) -> Window | None:
    return None if hour is None else Window(hour * HOUR, hour * HOUR + 1)


def beside(one: int, other: int, covered: float = 0.9, alike: float = 0.8) -> Judged:
    """Return two texts side by side; ``covered`` is how much of the second is in the first."""
    return Judged(one, other, (Link((0, 1), (0, 1), alike),), 0.9, 0.9, covered)


def originals(
    judged: Sequence[Judged], known: tuple[list[Issue], Wordings]
) -> dict[tuple[int, int], dict[str, float]]:
    """Return what is told, by source and target."""
    return {
        (each.judged.source, each.judged.target): {
            name: float(values[row]) for name, values in possible.told.items()
        }
        for possible in Originals(judged, known, {}, Counter()).of_texts()
        for row, each in enumerate(possible.originals)
    }


@pytest.mark.parametrize(
    ("hours", "pairs"),
    [
        pytest.param((6, 9), {(0, 1)}, id="the later is no source of the earlier"),
        pytest.param((9, 6), {(1, 0)}, id="whichever that is"),
        pytest.param((None, None), {(0, 1), (1, 0)}, id="either where nothing tells"),
    ],
)
def test_what_may_have_been_there_before_may_be_the_source(
    hours: tuple[float | None, float | None], pairs: set[tuple[int, int]]
) -> None:
    known = issues(("en", WORDS, hours[0]), ("ru", "паром", hours[1]))
    found = originals([beside(0, 1)], known)
    assert found.keys() == pairs
    assert all(each["order"] >= 0 for each in found.values() if len(pairs) == 1)


def test_of_two_sources_in_one_language_is_told_which_covers_less_and_is_later() -> None:
    known = issues(("en", WORDS, 1), ("en", WORDS[:60], 2), ("ru", "паром", 5))
    found = originals([beside(0, 2, 0.95), beside(1, 2, 0.6)], known)
    first, second = found[0, 2], found[1, 2]
    assert second["covered-less-than-alike"] == pytest.approx(0.35)
    assert first["covered-less-than-alike"] == pytest.approx(-0.35)
    assert first["others-earlier"] < second["others-earlier"]
    assert first["nearest-alike"] == second["nearest-alike"] == 1.0


@pytest.mark.parametrize(
    ("later", "shared"),
    [
        pytest.param(WORDS, 1.0, id="the same words in a row"),
        pytest.param(OTHER_WORDS, 0.0, id="other words"),
    ],
)
def test_what_an_earlier_translation_shares_with_one_is_told(later: str, shared: float) -> None:
    known = issues(("ru", "паром", 1), ("en", WORDS, 5), ("en", later, 8))
    found = originals([beside(0, 1), beside(0, 2)], known)
    assert found[0, 2]["sibling-shared"] == shared
    assert found[0, 1]["sibling-shared"] < 0


def test_what_was_translated_there_and_back_is_told() -> None:
    known = issues(("en", WORDS, 1), ("ru", "паром", 5), ("en", WORDS, 8))
    found = originals([beside(0, 1), beside(1, 2)], known)
    assert found[1, 2]["translated-back"] == 1.0
    assert found[0, 1]["translated-back"] < 0


def test_a_source_that_is_itself_a_translation_of_one_that_covers_more_is_told() -> None:
    known = issues(("en", WORDS, 1), ("ru", "паром", 5), ("uk", "пором", 8))
    found = originals([beside(0, 1), beside(0, 2, 0.9), beside(1, 2, 0.7)], known)
    assert found[1, 2]["above-covers-more"] == pytest.approx(0.2)
    assert found[1, 2]["source-made"] > found[0, 2]["source-made"]
