import json
import re
from typing import Any
from uuid import UUID

import pytest
from handed import graded, handed, hostile, plain

from furphy.export.dossier.material import Material
from furphy.export.standards.misp import export
from furphy.model.signed import Grade

# No library of MISP is at hand: these are the values of its admiralty-scale taxonomy.
TAXONOMY = {
    *(f'admiralty-scale:source-reliability="{each}"' for each in "abcdefg"),
    *(f'admiralty-scale:information-credibility="{each}"' for each in "123456"),
}
MACHINE_TAG = re.compile(r'[a-z0-9_-]+:[a-z0-9_-]+="[^"]*"')


def events(*materials: Material) -> list[dict[str, Any]]:
    found = json.loads("".join(export(handed(*materials))))["response"]
    return [each["Event"] for each in found]


def tags(*materials: Material) -> list[str]:
    found = [
        tag["name"]
        for event in events(*materials)
        for attribute in event["Attribute"]
        for tag in attribute.get("Tag", [])
    ]
    assert set(found) <= TAXONOMY
    assert all(map(MACHINE_TAG.fullmatch, found))
    return found


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        pytest.param((), [], id="nobody graded"),
        pytest.param((graded("4"),), ['admiralty-scale:information-credibility="4"'], id="a digit"),
        pytest.param(
            (graded("F", source="Bulletin"),),
            ['admiralty-scale:source-reliability="f"'],
            id="cannot be judged is no number",
        ),
        pytest.param((graded("2", disputed=True),), [], id="disputed"),
        pytest.param((graded("2"), graded("3")), [], id="two of its assertions differ"),
    ],
)
def test_only_what_people_agree_on_is_tagged(
    grades: tuple[Grade, ...], expected: list[str]
) -> None:
    assert tags(plain(grades=grades)) == expected


def test_a_claim_that_nobody_graded_is_no_event() -> None:
    assert events(plain()) == []


def test_events_have_what_misp_needs() -> None:
    (event,) = events(hostile())
    assert UUID(event["uuid"]).version == 5
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", event["date"])
    assert event["info"]
    assert all(each["value"] and each["type"] == "text" for each in event["Attribute"])
