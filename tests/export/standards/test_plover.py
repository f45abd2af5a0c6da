import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from handed import HOSTILE, corrected, handed, hostile, plain
from materials import ORIKHIV

from furphy import lexicon
from furphy.export.dossier.material import Happening, Material
from furphy.export.standards.plover import export

TYPES = [
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
]
# PLOVER publishes no schema of its own: this is what its manual requires of a record.
PLOVER = {
    "type": "object",
    "required": ["id", "date", "actor", "event"],
    "properties": {
        "date": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "enddate": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "actor": {"type": "array", "minItems": 1},
        "recipient": {"type": "array", "minItems": 1},
        "event": {"type": "array", "minItems": 1, "items": {"enum": TYPES}},
        "size": {"type": "object", "additionalProperties": {"type": "integer"}},
    },
}


def events(material: Material) -> list[dict[str, Any]]:
    found = [json.loads(each) for each in export(handed(material))]
    for each in found:
        jsonschema.validate(each, PLOVER)
    return found


def happened(interval: tuple[str, str] = ("2024-03-12", "2024-03-13"), **more: object) -> Material:
    happening = Happening(0, "ASSAULT", "rebels", interval, None, None)
    told = replace(happening, **more)  # type: ignore[arg-type]  # fields by name
    return replace(plain(), happenings=(told,))


def test_an_event_tells_what_is_known_and_no_more() -> None:
    (event,) = events(happened(recipient="the town", place=ORIKHIV))
    assert event["actor"] == [{"entity_text": "rebels"}]
    assert event["recipient"] == [{"entity_text": "the town"}]
    assert event["event_loc"]["geonameid"] == "1"
    assert not {"enddate", "mode", "context", "size"} & set(event)


def test_its_words_read_again() -> None:
    (event,) = events(happened())
    text = plain().readings[0].document.text
    span = event["text_info"]
    assert text[span["start"] : span["end"]] == event["event_text"]


@pytest.mark.parametrize(
    ("interval", "days"),
    [
        pytest.param(("2024-03-12", "2024-03-13"), ("2024-03-12", None), id="a day"),
        pytest.param(("2024-03-01", "2024-04-01"), ("2024-03-01", "2024-03-31"), id="a month"),
        pytest.param(("2024-03-12T08:00", "2024-03-12T09:00"), ("2024-03-12", None), id="an hour"),
    ],
)
def test_a_stretch_has_a_first_and_a_last_day(
    interval: tuple[str, str], days: tuple[str, str | None]
) -> None:
    (event,) = events(happened(interval))
    assert (event["date"], event.get("enddate")) == days


def test_a_claim_of_which_no_deed_is_known_gives_no_event() -> None:
    assert events(plain()) == []


def test_hostile_texts_stay_texts() -> None:
    (event,) = events(hostile())
    assert event["actor"] == [{"entity_text": HOSTILE}]


def test_the_types_are_those_of_plover_and_the_concepts_are_known() -> None:
    rows = lexicon.rows("plover_events", "any")
    concepts = {each["concept"] for each in lexicon.rows("matching_concepts", "any")}
    assert {each["type"] for each in rows} <= set(TYPES)
    assert {each["concept"] for each in rows} <= concepts


def test_an_event_names_those_who_corrected_what_it_tells() -> None:
    (event,) = events(replace(corrected(), happenings=happened().happenings))
    assert event["cite_info"]["coder"] == "furphy, Ada, Bo"
    (event,) = events(happened())
    assert event["cite_info"]["coder"] == "furphy"
