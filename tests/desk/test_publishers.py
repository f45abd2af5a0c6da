from made import made

from furphy.casebook.relation import Relation, RelationKind
from furphy.desk.publishers import Publishers
from furphy.model.document import Document


def stated(kind: str, one: str, other: str, weight: float = 1.0) -> Relation:
    return Relation(RelationKind(kind), one, other, weight, "A", "the register", "2024-03-14")


def document(outlet: str | None, author: str | None = None) -> Document:
    return made("a").reading(outlet=outlet, author=author).document


def names(known: Publishers, given: Document) -> dict[str, float]:
    return {each.name: each.weight for each in known.of(given)}


def test_an_outlet_comes_with_its_owners_at_any_remove() -> None:
    known = Publishers(
        [stated("owner", "Holding", "Wire", 0.8), stated("owner", "Family", "Holding", 0.5)]
    )
    assert names(known, document("WIRE")) == {"WIRE": 1.0, "Holding": 0.8, "Family": 0.4}


def test_owning_goes_one_way_and_aliases_both() -> None:
    known = Publishers([stated("owner", "Holding", "Wire"), stated("alias", "Wire", "Draht", 0.9)])
    assert names(known, document("Holding")) == {"Holding": 1.0}
    assert names(known, document("Draht")) == {"Draht": 1.0, "Wire": 0.9, "Holding": 0.9}


def test_a_ring_of_owners_ends() -> None:
    known = Publishers([stated("owner", "A", "B"), stated("owner", "B", "A")])
    assert set(names(known, document("A"))) == {"A", "B"}


def test_an_author_stands_in_and_nobody_is_nobody() -> None:
    assert names(Publishers([]), document(None, "Maria Koval")) == {"Maria Koval": 1.0}
    assert Publishers([]).of(document(None)) == ()
