import json
from typing import Any

from handed import handed, hostile, plain, signed
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
