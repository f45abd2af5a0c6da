import json
from typing import Any

import pytest
import stix2
from handed import AT, HOSTILE, corrected, graded, handed, hostile, plain, signed

from furphy.export.dossier.material import Material
from furphy.export.standards.stix import export
from furphy.model.signed import Scale


def objects(*materials: Material) -> list[dict[str, Any]]:
    written = "".join(export(handed(*materials)))
    bundle = stix2.parse(written, allow_custom=False)
    again = json.loads(bundle.serialize())
    assert again == json.loads(written)
    return list(again["objects"])


def of(kind: str, *materials: Material) -> list[dict[str, Any]]:
    return [each for each in objects(*materials) if each["type"] == kind]


def test_every_reference_is_in_the_bundle() -> None:
    found = objects(plain((signed(),)), hostile())
    ids = [each["id"] for each in found]
    assert len(set(ids)) == len(ids)
    refs = {ref for each in found for ref in each.get("object_refs", [])}
    refs |= {each["created_by_ref"] for each in found if "created_by_ref" in each}
    assert refs <= set(ids)


def test_the_same_content_makes_the_same_bundle() -> None:
    assert [*export(handed())] == [*export(handed())]


def test_a_machine_holds_no_opinion() -> None:
    assert of("opinion", plain()) == []


@pytest.mark.parametrize(
    ("scale", "opinion"),
    [
        pytest.param(Scale(1, 1, 5), "strongly-disagree", id="worst of five"),
        pytest.param(Scale(4, 0, 4), "strongly-agree", id="best of five from 0"),
        pytest.param(Scale(3, 1, 5), "neutral", id="middle of five"),
        pytest.param(Scale(2.5, 1, 5), None, id="between two steps"),
        pytest.param(Scale(2, 1, 7), None, id="seven steps"),
        pytest.param(None, None, id="words alone"),
    ],
)
def test_a_verdict_is_an_opinion_only_on_a_scale_of_five(
    scale: Scale | None, opinion: str | None
) -> None:
    material = plain((signed(scale=scale),))
    assert [each["opinion"] for each in of("opinion", material)] == [opinion] * bool(opinion)
    notes = [each for each in of("note", material) if each.get("abstract") == "Not shown"]
    assert len(notes) == (opinion is None)
    said = [*of("opinion", material), *notes]
    assert {each["created"] for each in said} == {AT.replace("Z", ".000Z")}


@pytest.mark.parametrize(
    ("grades", "confidence", "labels"),
    [
        pytest.param((), None, None, id="none"),
        pytest.param(("2",), 70, ["2"], id="probably true"),
        pytest.param(("6",), None, ["6"], id="cannot be judged"),
        pytest.param(("2", "4"), None, None, id="people differ"),
        pytest.param(("B",), None, None, id="a letter is of the source"),
    ],
)
def test_confidence_comes_from_the_grade_that_people_agree_on(
    grades: tuple[str, ...], confidence: int | None, labels: list[str] | None
) -> None:
    (report,) = of("report", plain(grades=tuple(map(graded, grades))))
    assert report.get("confidence") == confidence
    tags = labels and [f'admiralty-scale:information-credibility="{each}"' for each in labels]
    assert report.get("labels") == tags


def test_a_location_tells_how_vague_it_is() -> None:
    (location,) = of("location", plain())
    told = {each: location[each] for each in ("latitude", "longitude", "precision", "country")}
    assert told == {"latitude": 47.567, "longitude": 35.786, "precision": 4000.0, "country": "UA"}


def test_hostile_texts_stay_texts() -> None:
    (note, _) = of("note", hostile())
    assert note["content"] == hostile().account.text


def test_a_correction_is_a_note_of_whoever_made_it_about_the_assertion_s_note() -> None:
    found = objects(corrected())
    notes = [each for each in found if each.get("abstract", "").startswith("correction: ")]
    assert [(each["abstract"], each["authors"]) for each in notes] == [
        ("correction: place", ["Ada"]),
        ("correction: place", ["Bo"]),
        ("correction: value", ["Ada"]),
    ]
    by = {each["id"]: each for each in found}
    assert {by[each["created_by_ref"]]["name"] for each in notes} == {"Ada", "Bo"}
    assert {by[ref]["type"] for each in notes for ref in each["object_refs"]} == {"note"}
    assert {each["created"] for each in notes} == {"2024-03-20T10:00:00.000Z"}


def test_a_hostile_correction_stays_text() -> None:
    assert any(each.get("authors") == [HOSTILE] for each in of("note", corrected(HOSTILE, HOSTILE)))
