import json
from typing import Any

from handed import HOSTILE, corrected, handed, hostile, plain, signed
from prov.model import ProvDocument

from furphy.export.dossier.material import Material
from furphy.export.standards.prov import export
from furphy.model.signed import Scale


def document(*materials: Material) -> ProvDocument:
    return ProvDocument.deserialize(content="".join(export(handed(*materials))), format="json")


def records(kind: str, *materials: Material) -> dict[str, dict[str, Any]]:
    written: dict[str, dict[str, Any]] = json.loads("".join(export(handed(*materials))))
    return written.get(kind, {})


def test_it_reads_again_and_comes_back_the_same() -> None:
    found = document(plain((signed(scale=Scale(2, 1, 5)),)), hostile())
    again = ProvDocument.deserialize(content=found.serialize(format="json"), format="json")
    assert again == found


def test_every_relation_is_between_records_that_are_there() -> None:
    found = json.loads("".join(export(handed(plain((signed(),)), hostile()))))
    known = {name for kind in ("entity", "agent", "activity") for name in found[kind]}
    ends = {
        value
        for kind, some in found.items()
        if kind not in ("prefix", "entity", "agent", "activity")
        for each in some.values()
        for name, value in each.items()
        if name.startswith("prov:") and name not in ("prov:type", "prov:time")
    }
    assert ends <= known


def test_only_derivations_that_are_taken_to_hold_are_told() -> None:
    found = records("wasDerivedFrom", plain()).values()
    kinds = [each["furphy:kind"] for each in found if "furphy:kind" in each]
    assert kinds == ["copy"]


def test_a_chain_keeps_its_order() -> None:
    hops = [each.get("furphy:hop") for each in records("wasAttributedTo", hostile()).values()]
    assert hops.count(0) == 1


def test_a_verdict_is_the_deed_of_its_signer() -> None:
    agents = records("agent", plain((signed(),))).values()
    people = [each["prov:label"] for each in agents if "Person" in str(each.get("prov:type"))]
    assert people == ["Ada"]
    (signing,) = records("wasGeneratedBy", plain((signed(),))).values()
    assert signing["prov:time"] == "2024-03-20T10:00:00.000Z"


def test_a_correction_is_a_revision_of_the_assertion_by_a_person() -> None:
    made = corrected()
    found = {
        name: each for name, each in records("entity", made).items() if "Correction" in str(each)
    }
    assert [each["furphy:field"] for each in found.values()] == ["place", "place", "value"]
    firm = [each for each in found.values() if each["furphy:field"] == "value"]
    assert [(each["furphy:value"], each["furphy:was"]) for each in firm] == [("PR+", "CT+")]
    agents = records("agent", made)
    whose = [
        agents[each["prov:agent"]]["prov:label"]
        for each in records("wasAttributedTo", made).values()
        if each["prov:entity"] in found
    ]
    assert sorted(whose) == ["Ada", "Ada", "Bo"]
    revised = [
        each
        for each in records("wasDerivedFrom", made).values()
        if each["prov:generatedEntity"] in found
    ]
    assert {each["prov:type"]["$"] for each in revised} == {"prov:Revision"}
    assert len(revised) == 3


def test_corrections_read_again_and_come_back_the_same() -> None:
    found = document(corrected(HOSTILE, HOSTILE))
    again = ProvDocument.deserialize(content=found.serialize(format="json"), format="json")
    assert again == found
