from dataclasses import replace

import pytest

from furphy.desk.contexts import Contexts, parted
from furphy.matching.proposition import Name, Proposition, Spot
from furphy.model.claim import (
    Claim,
    Claims,
    Conflict,
    Contradiction,
    ContradictionKind,
    Proposal,
)
from furphy.model.derivation import Derivation, Relation
from furphy.model.place import PlaceKind
from furphy.model.text import Span

TERMS = ("one", "two", "three", "four")
LINK = Derivation(0, 1, Relation.REVISION, 0.9, 0.9)
NONE: set[int] = set()


def said(document: int, text: str, place: str = "", holder: str | None = None) -> Proposition:
    spots = (Spot("g", place, place, 1, 1, 1, PlaceKind.CITY, Span(0, 1)),) if place else ()
    return Proposition(
        document, 0, Span(0, len(text)), text, "en", TERMS, spots=spots, holder=holder
    )


def together(
    found: list[Proposition],
    claims: tuple[tuple[int, ...], ...],
    links: tuple[Derivation, ...] = (),
    judged: set[int] = NONE,
) -> list[tuple[int, ...]]:
    given = Claims(tuple(Claim(each, each[0]) for each in claims))
    made = parted(given, found, Contexts(given, found, links), judged)
    return [each.members for each in made.claims]


ROADS = [said(0, "The road is closed"), said(1, "The road is closed")]


def test_words_without_names_are_not_the_same_in_reports_of_different_things() -> None:
    assert together(ROADS, ((0, 1),)) == [(0,), (1,)]


def test_they_are_where_one_was_made_from_the_other() -> None:
    assert together(ROADS, ((0, 1),), (LINK,)) == [(0, 1)]


def test_they_are_where_another_claim_with_a_place_is_in_both() -> None:
    found = [*ROADS, said(0, "A bridge fell", "Orikhiv"), said(1, "A bridge fell", "Orikhiv")]
    assert together(found, ((0, 1), (2, 3))) == [(0, 1), (2, 3)]


def test_they_are_where_they_name_the_same_place_themselves() -> None:
    found = [said(0, "The road", "Orikhiv"), said(1, "The road", "Orikhiv"), said(2, "The road")]
    assert together(found, ((0, 1, 2),)) == [(0, 1), (2,)]


def test_the_name_of_an_outlet_makes_two_reports_of_nothing_one() -> None:
    name = Name("Daily Lantern", Span(2, 15), ("daili", "lantern"))
    found = [replace(said(at, "© Daily Lantern"), names=(name,)) for at in (0, 1)]
    given = Claims((Claim((0, 1), 0),))
    apart = parted(given, found, Contexts(given, found, (), ["The Daily Lantern"]), set())
    joined = parted(given, found, Contexts(given, found, ()), set())
    assert [len(each.claims) for each in (apart, joined)] == [2, 1]


def test_they_are_where_people_judged_so() -> None:
    assert together(ROADS, ((0, 1),), judged={0}) == [(0, 1)]


@pytest.mark.parametrize(
    ("texts", "holders", "kind", "links", "kept"),
    [
        pytest.param(("a", "b"), (None, None), "time", (LINK,), True, id="of one thing"),
        pytest.param(("a", "b"), (None, None), "time", (), False, id="of different things"),
        pytest.param(("a b", "A, b."), (None, None), "time", (LINK,), False, id="the same words"),
        pytest.param(("a", "a"), ("X", "Y"), "polarity", (LINK,), True, id="denied in its words"),
        pytest.param(("a", "a"), ("X", "X"), "polarity", (LINK,), False, id="by the same voice"),
    ],
)
def test_contradictions_are_between_statements_on_one_thing(
    texts: tuple[str, str],
    holders: tuple[str | None, str | None],
    kind: str,
    links: tuple[Derivation, ...],
    *,
    kept: bool,
) -> None:
    found = [said(at, texts[at], holder=holders[at]) for at in (0, 1)]
    against = Contradiction(ContradictionKind(kind), Span(0, 1), Span(0, 1), "1 | 2")
    given = Claims((Claim((0,), 0), Claim((1,), 1)), (), (Conflict((0, 1), against, 0.9),))
    made = parted(given, found, Contexts(given, found, links), set())
    assert bool(made.conflicts) is kept


def test_what_one_voice_says_in_one_document_does_not_contradict_itself() -> None:
    found = [said(0, "a", "Orikhiv"), said(1, "b", "Orikhiv"), said(0, "b", "Orikhiv")]
    against = Contradiction(ContradictionKind.TIME, Span(0, 1), Span(0, 1), "1 | 2")
    given = Claims((Claim((0,), 0), Claim((1, 2), 1)), (), (Conflict((0, 1), against, 0.9),))
    assert parted(given, found, Contexts(given, found, ()), set()).conflicts == ()


@pytest.mark.parametrize(("kind", "kept"), [("identity", False), ("number", True)])
def test_what_is_one_claim_may_call_a_thing_otherwise(kind: str, kept: bool) -> None:
    found = [said(0, "a fresh vote", "Orikhiv"), said(1, "a new vote", "Orikhiv")]
    against = Contradiction(ContradictionKind(kind), Span(2, 7), Span(2, 5), "fresh | new")
    given = Claims((Claim((0, 1), 0),), (), (Conflict((0, 1), against, 0.9),))
    made = parted(given, found, Contexts(given, found, (LINK,)), set())
    assert bool(made.conflicts) is kept


def test_proposals_follow_the_parts() -> None:
    found = [*ROADS, said(1, "The road is shut")]
    given = Claims((Claim((0, 1), 0), Claim((2,), 2)), (Proposal(0, 1, (1, 2), 0.4),))
    made = parted(given, found, Contexts(given, found, ()), set())
    assert [(each.one, each.other) for each in made.proposals] == [(1, 2)]
