import json
from typing import Any

import pytest
from stored import clock, flooded

from furphy.casebook import look_up
from furphy.casebook.canonical import Json
from furphy.casebook.judged import by_subject, ids_of, judged
from furphy.casebook.judgements import Field, Judgement, JudgementKind
from furphy.casebook.standing import rulings
from furphy.export.json import line

PLACE: dict[str, Json] = {"lat": 48.0, "lon": 36.0, "name": "Elsewhere"}


@pytest.fixture
def reading() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(line(flooded()))
    return found


def on(reading: dict[str, Any], index: int) -> str:
    return ids_of(reading)[index]


def correct(subject: str, field: str, value: Json, words: str | None = None) -> Judgement:
    kind = JudgementKind.CORRECT
    return Judgement(kind, (subject,), value, "Ada", "so", clock(), Field(field), words)


def laid(reading: dict[str, Any], *given: Judgement) -> dict[str, Any]:
    before = json.dumps(reading)
    found: dict[str, Any] = judged(reading, by_subject(rulings(given)))
    assert json.dumps(reading) == before, "the reading given must not change"
    return found


def test_ids_are_those_of_the_rows(reading: dict[str, Any]) -> None:
    assert ids_of(reading) == [each["id"] for each in look_up.assertions(flooded())]


def test_a_reading_that_nobody_judged_is_as_it_was(reading: dict[str, Any]) -> None:
    assert judged(reading, by_subject(rulings([correct("another", "value", "UU")]))) is reading


def test_a_value_is_corrected_and_the_machine_s_kept_beside_it(reading: dict[str, Any]) -> None:
    found = laid(reading, correct(on(reading, 6), "value", "PR+"))["assertions"][6]
    assert found["factuality"] == {"value": "PR+", "degree": None, "cues": []}
    (told,) = found["judged"]
    assert (told["asked"], told["state"]) == ("value", "standing")
    assert (told["value"], told["original"]) == ("PR+", "CT+")
    assert [each["by"] for each in told["judgements"]] == ["Ada"]


def test_a_disputed_value_is_unknown(reading: dict[str, Any]) -> None:
    subject = on(reading, 6)
    other = Judgement(
        JudgementKind.CORRECT, (subject,), "PS+", "Bo", "so", clock(), Field.VALUE, None
    )
    found = laid(reading, correct(subject, "value", "PR+"), other)["assertions"][6]
    assert found["factuality"]["value"] is None
    assert found["judged"][0]["state"] == "disputed"
    assert [each["value"] for each in found["judged"][0]["judgements"]] == ["PR+", "PS+"]


def test_a_place_is_corrected_for_this_assertion_alone(reading: dict[str, Any]) -> None:
    found = laid(reading, correct(on(reading, 1), "place", PLACE, "town"))
    assert found["places"][0] == reading["places"][0]
    assert found["assertions"][1]["places"] == [1]
    added = found["places"][1]
    assert (added["text"], added["span"]) == ("town", reading["places"][0]["span"])
    assert (added["id"], added["corrects"]) == (1, 0)
    assert added["place"]["name"] == "Elsewhere"
    assert found["assertions"][1]["judged"][0]["original"]["name"] == "Testove"


def test_a_place_that_the_machine_missed_is_added_where_it_stands(reading: dict[str, Any]) -> None:
    found = laid(reading, correct(on(reading, 6), "place", PLACE, "road"))
    start, end = found["places"][1]["span"]
    assert found["document"]["text"][start:end] == "road"
    assert found["assertions"][6]["places"] == [1]
    assert found["places"][1]["corrects"] is None


def test_that_there_is_no_such_place_is_a_correction_too(reading: dict[str, Any]) -> None:
    found = laid(reading, correct(on(reading, 1), "place", None, "town"))
    assert found["places"][1]["place"] is None


def test_a_time_and_a_quantity_are_corrected(reading: dict[str, Any]) -> None:
    interval: Json = {"interval": ["2024-03-15", "2024-03-16"]}
    found = laid(
        reading,
        correct(on(reading, 1), "time", interval, "dawn"),
        correct(on(reading, 5), "quantity", {"low": 14, "high": 14}, "up to 40"),
    )
    assert found["times"][1]["interval"] == ["2024-03-15", "2024-03-16"]
    assert found["times"][1]["value"] is None
    added = found["quantities"][1]
    assert (added["low"], added["high"], added["modifier"]) == (14, 14, "exact")
    assert added["of"] == "people"


@pytest.mark.parametrize(
    ("index", "holder", "name", "original"),
    [
        pytest.param(4, "The mayor's office", "The mayor's office", "residents", id="known"),
        pytest.param(4, "A fisherman", "A fisherman", "residents", id="new"),
        pytest.param(6, "A fisherman", "A fisherman", None, id="where-there-was-none"),
    ],
)
def test_a_holder_is_corrected(
    reading: dict[str, Any], index: int, holder: str, name: str, original: str | None
) -> None:
    found = laid(reading, correct(on(reading, index), "holder", holder))
    innermost = found["attributions"][found["assertions"][index]["attribution"]]
    assert found["sources"][innermost["source"]]["name"] == name
    assert found["attributions"][:4] == reading["attributions"]
    assert found["assertions"][index]["judged"][0]["original"] == original
    known = [each["name"] for each in reading["sources"]]
    assert len(found["sources"]) == len(known) + (holder not in known)


def test_null_for_a_holder_is_the_document_itself(reading: dict[str, Any]) -> None:
    found = laid(reading, correct(on(reading, 4), "holder", None))
    assert found["assertions"][4]["attribution"] is None


def test_a_label_and_an_answer_stand_with_the_assertion(reading: dict[str, Any]) -> None:
    subject = on(reading, 6)
    label = Judgement(JudgementKind.RELABEL, (subject,), "opinion", "Ada", "so", clock())
    answer = Judgement(JudgementKind.ANSWER, (subject,), "no", "Bo", "so", clock())
    found = laid(reading, label, answer)["assertions"][6]
    assert found["kind"] == "opinion"
    asked = {each["asked"]: (each["value"], each["original"]) for each in found["judged"]}
    assert asked == {"kind": ("opinion", "report"), "answer": ("no", None)}


def test_who_is_the_same_is_told_on_each(reading: dict[str, Any]) -> None:
    pair = (on(reading, 1), on(reading, 6))
    split = Judgement(JudgementKind.SPLIT, pair, None, "Ada", "so", clock())
    found = laid(reading, split)["assertions"]
    for index in (1, 6):
        (told,) = found[index]["judged"]
        assert (told["asked"], told["value"]) == ("same", "split")
        assert set(told["subjects"]) == set(pair)
