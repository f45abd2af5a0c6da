"""A document is told beside all that it may be a translation of."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from bare_texts import Nothing

from furphy.model.derivation import Relation
from furphy.model.text import Span
from furphy.tracing.aligning import Link
from furphy.tracing.bilinguals import Ready
from furphy.tracing.courses import Issue
from furphy.tracing.explaining import Explanation
from furphy.tracing.forest import forest
from furphy.tracing.judging import Judged
from furphy.tracing.memory import Fresh
from furphy.tracing.originals import Originals
from furphy.tracing.rendering import Avowal, Foreign, Rendering, renderings
from furphy.tracing.shelf import shelved
from furphy.tracing.traced import Window
from furphy.tracing.wordings import Wordings

HOUR = 3600.0
KEYS = ("whole", "copy", "poor", "made", "again")
PLACES = {key: place for place, key in enumerate(KEYS)}
NONE = dict.fromkeys(PLACES.values(), ())
SENTENCES = (Span(0, 40), Span(41, 90))


def issue(language: str, *documents: tuple[int, float]) -> Issue:
    times: dict[int, Window | None] = {
        place: Window(hour * HOUR, hour * HOUR + 60) for place, hour in documents
    }
    return Issue(Ready(tuple(times), language, SENTENCES, Nothing()), documents[0][0], times)


def side_by_side(one: int, other: int, score: float, covered: float) -> Judged:
    links = (Link((0, 1), (0, 1), covered), Link((1, 2), (1, 2), covered))
    return Judged(one, other, links, score, covered, covered)


@pytest.fixture
def made() -> list[Rendering]:
    """Two documents with one text: it may be a translation of one text well, of another poorly."""
    texts = [issue("en", (0, 1), (1, 4)), issue("fr", (2, 2)), issue("ru", (3, 3), (4, 9))]
    judged = [side_by_side(0, 2, 0.99, 0.95), side_by_side(1, 2, 0.55, 0.3)]
    known = texts, Wordings(shelved([]), Fresh())
    (possible,) = Originals(judged, known, {}, Counter()).of_texts()
    return [*renderings(possible, texts, KEYS)]


def native(odds: float) -> Explanation:
    return Explanation(2, odds, 0.9, Relation.COPY, True, False, np.ones(20, bool))


def foreign(rendering: Rendering, some: Sequence[Explanation] = ()) -> list[Foreign]:
    told = rendering.features(PLACES, some, NONE)
    return rendering.foreign(PLACES, told, [Avowal(each) for each in rendering.sources])


def test_each_document_of_a_text_has_the_sources_that_were_there_before_it(
    made: list[Rendering],
) -> None:
    assert {each.target: each.sources for each in made} == {
        "made": ("whole", "poor"),
        "again": ("whole", "poor"),
    }
    assert made[0].told["hours"].tolist() == [2.0, 1.0]


def test_what_covers_it_well_is_likelier_and_comes_first(made: list[Rendering]) -> None:
    first, second = foreign(made[0])
    assert (first.source, second.source) == (PLACES["whole"], PLACES["poor"])
    assert first.odds > 2 * second.odds > 0


def test_what_its_own_language_explains_is_less_likely_a_translation(
    made: list[Rendering],
) -> None:
    alone, copied = (foreign(made[0], some)[0].odds for some in ((), (native(1000.0),)))
    assert copied / (1 + 1000.0 + copied) < 0.5 < alone / (1 + alone)


def test_passages_are_the_sentences_side_by_side(made: list[Rendering]) -> None:
    found = foreign(made[0])[0].derivation(PLACES["made"], 0.8, 0.6)
    assert (found.relation, found.score) == (Relation.TRANSLATION, 0.8)
    assert [(each.source, each.target) for each in found.passages] == [
        (one, one) for one in SENTENCES
    ]
    told = {each.rule: each.score for each in found.because}
    assert told.keys() >= {"sentences-in-order", "published-before"}
    assert told["this-source"] == 0.6


def test_all_that_trees_ask_for_is_told(made: list[Rendering]) -> None:
    assert {*forest("rendering_trees").features} <= {*made[0].features(PLACES, (), NONE)}


@pytest.mark.parametrize(
    ("by", "made_of_another"),
    [
        pytest.param("copy", 0.75, id="of another that it may be a translation of"),
        pytest.param("made", 0.0, id="of something else"),
    ],
)
def test_a_source_that_its_own_language_explains_is_told(
    by: str, made_of_another: float, made: list[Rendering]
) -> None:
    explained = NONE | {PLACES["poor"]: (replace(native(3.0), source=PLACES[by]),)}
    told = made[0].features(PLACES, (), explained)
    assert told["source-made-of-another"].tolist() == [0.0, made_of_another]
    assert told["others-made-of-it"].tolist() == [made_of_another, 0.0]
    assert told["source-native"][1] > told["source-native"][0]
