from collections import defaultdict
from collections.abc import Sequence

import pytest

from furphy.model.account import Behind, Informant, OriginGround
from furphy.model.attribution import SourceKind
from furphy.model.derivation import Bond, Derivation, Passage, Relation
from furphy.model.origin import Count
from furphy.model.text import Span
from furphy.tracing.behind import Publisher, Telling, behind

KOVAL = Informant("Maria Koval", SourceKind.PERSON, ("maria", "koval"))
SHORT = Informant("Koval", SourceKind.PERSON, ("koval",))
HNAT = Informant("Pavlo Hnat", SourceKind.PERSON, ("pavlo", "hnat"))
OFFICE = Informant("Regional Office", SourceKind.ORGANIZATION, ("regional", "office"))
OFFICIALS = Informant("officials", SourceKind.ANONYMOUS, ("officials",))
AT = Span(0, 50)


def telling(
    document: int, *informants: Informant, outlet: str | None = "", owner: str = ""
) -> Telling:
    name = f"Outlet {document}" if outlet == "" else outlet
    publishers = [Publisher(each.casefold(), each) for each in (name, owner) if each]
    known = Informant(name, SourceKind.OUTLET, tuple(name.casefold().split())) if name else None
    return Telling(document, (AT,), informants, tuple(publishers), known)


def made(source: int, target: int, score: float = 0.95, *covered: Span) -> Derivation:
    passages = tuple(Passage(each, each) for each in covered)
    return Derivation(source, target, Relation.REVISION, score, 1.0, passages)


def found(tellings: Sequence[Telling], *links: Derivation) -> Behind:
    sources = defaultdict[int, list[Derivation]](list)
    for each in links:
        sources[each.target].append(each)
    return behind(tellings, sources)


@pytest.mark.parametrize(
    ("tellings", "links", "count"),
    [
        pytest.param([telling(0)], [], (1, 1, 1), id="one document"),
        pytest.param([telling(0), telling(1)], [], (2, 2, 2), id="two that share nothing"),
        pytest.param([telling(0), telling(1)], [made(0, 1)], (1, 1, 1), id="a sure copy"),
        pytest.param([telling(0), telling(1)], [made(0, 1, 0.6)], (1, 1, 2), id="a likely copy"),
        pytest.param([telling(0), telling(1)], [made(0, 1, 0.2)], (1, 2, 2), id="a possible copy"),
        pytest.param(
            [telling(0, KOVAL), telling(1, KOVAL)], [], (1, 1, 1), id="one informant by name"
        ),
        pytest.param(
            [telling(0, KOVAL), telling(1, SHORT)], [], (1, 1, 2), id="a shorter form of the name"
        ),
        pytest.param(
            [telling(0, OFFICE), telling(1, OFFICE)], [], (1, 1, 2), id="one organisation"
        ),
        pytest.param(
            [telling(0, OFFICIALS), telling(1, OFFICIALS)], [], (1, 2, 2), id="officials in both"
        ),
        pytest.param([telling(0, KOVAL), telling(1, HNAT)], [], (2, 2, 2), id="two informants"),
        pytest.param([telling(0, KOVAL, HNAT)], [], (2, 2, 2), id="one text with two informants"),
        pytest.param(
            [telling(0, outlet="Wire"), telling(1, outlet="Wire")], [], (1, 1, 1), id="one outlet"
        ),
        pytest.param(
            [telling(0, KOVAL, outlet="Wire"), telling(1, HNAT, outlet="Wire")],
            [],
            (1, 2, 2),
            id="one outlet with two informants",
        ),
        pytest.param(
            [telling(0, owner="Holding"), telling(1, owner="Holding")],
            [],
            (1, 1, 1),
            id="one owner",
        ),
        pytest.param(
            [
                telling(0, outlet="Wire"),
                telling(1, Informant("Wire", SourceKind.OUTLET, ("wire",))),
            ],
            [],
            (1, 1, 1),
            id="an outlet that the other names",
        ),
        pytest.param(
            [telling(0), telling(1, outlet=None)], [], (1, 2, 2), id="a record that names nobody"
        ),
        pytest.param(
            [telling(0, outlet=None), telling(1, outlet=None)], [], (1, 2, 2), id="only such"
        ),
        pytest.param(
            [telling(0), telling(2)], [made(0, 1), made(1, 2)], (1, 1, 1), id="through a third"
        ),
        pytest.param(
            [telling(0, KOVAL), telling(1, HNAT)],
            [made(0, 1, 0.95, Span(100, 200))],
            (2, 2, 2),
            id="a text that adds an informant",
        ),
        pytest.param(
            [telling(0, KOVAL), telling(1, HNAT)],
            [made(0, 1, 0.95, AT)],
            (1, 1, 1),
            id="the same words by another name",
        ),
        pytest.param(
            [telling(0), telling(3)],
            [made(0, 3), made(2, 3)],
            (1, 1, 1),
            id="of two sources only the one with the claim",
        ),
        pytest.param([telling(0), telling(1)], [made(0, 1), made(1, 0)], (1, 1, 1), id="a ring"),
    ],
)
def test_origins_are_counted(
    tellings: list[Telling], links: list[Derivation], count: tuple[int, int, int]
) -> None:
    assert found(tellings, *links).count == Count(*count)


def test_every_merge_tells_whom_they_have_in_common() -> None:
    (merge,) = found([telling(0, KOVAL), telling(1, KOVAL)]).merges
    assert (merge.one, merge.other, merge.bond, merge.detail) == (
        0,
        1,
        Bond.INFORMANT,
        "Maria Koval",
    )


def test_roots_tell_why_they_are_counted() -> None:
    roots = found([telling(0, KOVAL), telling(1, HNAT), telling(2)], made(0, 2)).roots
    assert [each.documents for each in roots] == [(0, 2), (1,)]
    assert OriginGround.OWN_INFORMANT in roots[0].grounds
    only = found([telling(0)]).roots
    assert OriginGround.ONLY in only[0].grounds


def test_links_that_would_change_the_number_are_told_and_no_others() -> None:
    tellings = [telling(each) for each in range(3)]
    sure, open_ = made(0, 1), made(0, 2, 0.5)
    assert found(tellings, sure, open_).changing == (open_,)
    same = [telling(0, KOVAL), telling(1, KOVAL)]
    assert found(same, made(0, 1, 0.5)).changing == ()


def test_documents_without_the_claim_that_it_came_through_are_told() -> None:
    assert found([telling(0), telling(2)], made(0, 1), made(1, 2)).through == (1,)


def test_thousands_of_identical_posts_are_counted_quickly() -> None:
    tellings = [telling(each) for each in range(3000)]
    links = [made(0, each) for each in range(1, 3000)]
    assert found(tellings, *links).count == Count(1, 1, 1)
