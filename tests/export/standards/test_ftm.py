import json
from typing import Any

from followthemoney import model
from handed import HOSTILE, corrected, handed, hostile, plain, signed

from furphy.export.dossier.material import Material
from furphy.export.standards.ftm import export


def entities(*materials: Material) -> list[dict[str, Any]]:
    found = [json.loads(each) for each in export(handed(*materials))]
    for each in found:
        proxy = model.get_proxy(each)
        assert not proxy.schema.abstract
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {name: sorted(values) for name, values in each["properties"].items()}
        proxy.schema.validate(each)
    return found


def test_the_model_takes_all_of_it_and_drops_nothing() -> None:
    found = entities(plain((signed(url="https://desk.test/1"),)))
    assert {each["schema"] for each in found} == {"Article", "Mention", "Address", "Note"}
    assert len({each["id"] for each in found}) == len(found)


def test_references_point_to_entities_that_are_there() -> None:
    found = entities(plain((signed(),)))
    ids = {each["id"] for each in found}
    named = ("entity", "document", "addressEntity")
    refs = {ref for each in found for name in named for ref in each["properties"].get(name, [])}
    assert refs
    assert refs <= ids


def test_the_same_name_in_two_documents_is_two_mentions() -> None:
    names = [each for each in entities(plain()) if each["schema"] == "Mention"]
    assert len(names) == 3


def test_hostile_texts_stay_texts() -> None:
    lines = [*export(handed(hostile()))]
    assert all(len(each.splitlines()) == 1 for each in lines)
    texts = [json.loads(each)["properties"].get("bodyText") for each in lines]
    assert [HOSTILE] in texts


def test_a_correction_is_a_note_on_claim_and_article() -> None:
    for made in (corrected(), corrected(HOSTILE, HOSTILE[:200])):
        found = entities(made)
        names = {each["id"]: each["schema"] for each in found}
        notes = [
            each["properties"]
            for each in found
            if each["properties"].get("name", [""])[0].startswith("Correction: ")
        ]
        assert len(notes) == 3
        for each in notes:
            assert sorted(names[one] for one in each["entity"]) == ["Article", "Note"]
    assert notes[0]["publisher"] == [HOSTILE[:200]]
