import json
from typing import Any

import pytest
from judging import corrected, relabelled
from stored import answer, clock, flooded

from furphy.casebook.canonical import Json
from furphy.casebook.judged import by_subject, ids_of, judged
from furphy.casebook.judged_reading import as_reading, verdicts
from furphy.casebook.judgements import Judgement, JudgementKind
from furphy.casebook.restoring import restored
from furphy.casebook.standing import rulings
from furphy.export.json import line
from furphy.model.reading import Reading
from furphy.model.verdict import Verdict

READING: dict[str, Any] = json.loads(line(flooded()))
IDS = ids_of(READING)
PLACE: dict[str, Json] = {"lat": 48.0, "lon": 36.0, "name": "Elsewhere"}


def laid(*given: Judgement) -> tuple[Reading, tuple[Verdict, ...]]:
    found = judged(READING, by_subject(rulings(given)))
    said = verdicts(found)
    return as_reading(found), said


def test_a_value_is_the_person_s_and_the_verdict_tells_of_both() -> None:
    reading, (verdict,) = laid(corrected(IDS[6], "value", "PR+"))
    assert reading.assertions[6].factuality.value.value == "PR+"
    assert reading.assertions[6].factuality.degree == 2.0
    assert (verdict.assertion, verdict.asked, verdict.value, verdict.original) == (
        6,
        "value",
        "PR+",
        "CT+",
    )
    assert [(each.by, each.because, each.at) for each in verdict.opinions] == [
        ("Ada", "the letter", clock())
    ]


def test_what_is_disputed_is_uncommitted() -> None:
    both = [corrected(IDS[6], "value", each, by=each) for each in ("PR+", "CT-")]
    reading, (verdict,) = laid(*both)
    assert reading.assertions[6].factuality.value.value == "UU"
    assert verdict.is_disputed
    assert [each.value for each in verdict.opinions] == ["PR+", "CT-"]


@pytest.mark.parametrize(("label", "shown"), [("opinion", "opinion"), ("rumour", "report")])
def test_a_label_of_which_furphy_has_no_word_stands_in_the_verdict_alone(
    label: str, shown: str
) -> None:
    reading, (verdict,) = laid(relabelled(IDS[6], label))
    assert reading.assertions[6].kind.value == shown
    assert (verdict.value, verdict.original) == (label, "report")


@pytest.mark.parametrize("index", [4, 6], ids=["another", "where there was none"])
def test_a_holder_speaks_in_the_place_of_another(index: int) -> None:
    reading, _ = laid(corrected(IDS[index], "holder", "A fisherman"))
    inner = reading.attributions[reading.chain(reading.assertions[index].attribution)[-1]]
    assert inner.source is not None
    assert reading.sources[inner.source].name == "A fisherman"


MENTIONS: dict[str, tuple[int, str, Json, str]] = {
    "a place": (1, "place", PLACE, "town"),
    "no place": (1, "place", None, "town"),
    "a place that was missed": (6, "place", PLACE, "road"),
    "a time": (1, "time", {"interval": ["2024-03-15", "2024-03-16"]}, "dawn"),
    "a time that was missed": (6, "time", {"interval": ["2024-03-15", "2024-03-16"]}, "road"),
    "a quantity": (5, "quantity", {"low": 14, "high": 14}, "up to 40"),
    "a quantity that was missed": (6, "quantity", {"low": 1, "high": None}, "road"),
}


@pytest.mark.parametrize("name", MENTIONS)
def test_places_times_and_quantities_are_those_of_people(name: str) -> None:
    index, field, value, words = MENTIONS[name]
    reading, _ = laid(corrected(IDS[index], field, value, words))
    assertion, text = reading.assertions[index], reading.document.text
    if field == "place":
        toponym = reading.toponyms[assertion.toponyms[-1]]
        assert toponym.named.span.of(text) == words
        assert (toponym.place and toponym.place.name) == (value and "Elsewhere")
    elif field == "time":
        time = reading.times[assertion.times[-1]]
        assert (time.span.of(text), time.interval) == (words, ("2024-03-15", "2024-03-16"))
    else:
        quantity = reading.quantities[assertion.quantities[-1]]
        assert (quantity.span.of(text), {"low": quantity.low, "high": quantity.high}) == (
            words,
            value,
        )


def test_what_is_said_of_the_document_comes_first() -> None:
    _, said = laid(answer(IDS[6], "yes"), answer(flooded().document.id, "no"))
    assert [each.assertion for each in said] == [None, 6]


def test_who_is_the_same_is_a_verdict_on_each() -> None:
    pair = (IDS[1], IDS[6])
    _, said = laid(Judgement(JudgementKind.MERGE, pair, None, "Ada", "so", clock()))
    assert [(each.assertion, each.asked, each.value) for each in said] == [
        (1, "same", "merge"),
        (6, "same", "merge"),
    ]


def test_what_nobody_judged_is_as_it_was() -> None:
    reading, said = laid()
    assert (reading, said) == (restored(line(flooded())), ())
