from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.model.derivation import Bond, Derivation, Kinship, Relation
from furphy.model.origin import Count
from furphy.tracing.origins import Link, origins, stemma


def made(source: int, target: int, score: float = 1.0) -> Derivation:
    return Derivation(source, target, Relation.COPY, score, 1.0)


def kin(one: int, other: int, score: float = 1.0, bond: Bond = Bond.LOST_SOURCE) -> Kinship:
    return Kinship(one, other, bond, score)


def quoting(one: int, other: int) -> Kinship:
    return kin(one, other, bond=Bond.INFORMANT)


def roots(count: int, links: Sequence[Link]) -> list[set[int]]:
    return [set(each) for each in origins(count, links).roots]


@pytest.mark.parametrize(
    ("count", "links", "wanted"),
    [
        pytest.param(2, [], [{0}, {1}], id="nothing between them"),
        pytest.param(3, [made(0, 1), made(1, 2)], [{0}, {0}, {0}], id="a chain"),
        pytest.param(3, [made(0, 2), made(1, 2)], [{0}, {1}, {0, 1}], id="two sources"),
        pytest.param(2, [quoting(0, 1)], [{0}, {0}], id="one informant"),
        pytest.param(
            4, [made(0, 1), made(2, 3), quoting(1, 3)], [{0}, {0}, {2}, {2}], id="whom copies quote"
        ),
        pytest.param(3, [kin(0, 1), kin(1, 2)], [{0}, {0}, {0}], id="kin of kin"),
        pytest.param(4, [made(0, 1), made(2, 3), kin(1, 3)], [{0}] * 4, id="copies of kin"),
        pytest.param(2, [made(0, 1), made(1, 0)], [{1}, {1}], id="a ring has a root"),
        pytest.param(1, [made(0, 0)], [{0}], id="its own source"),
    ],
)
def test_documents_go_back_to_their_roots(
    count: int, links: Sequence[Link], wanted: list[set[int]]
) -> None:
    found = roots(count, links)
    assert len(found) == count
    assert found == wanted or (len({*map(frozenset, found)}) == 1 and len(wanted[0]) == 1)


def test_the_number_is_an_interval_of_what_is_sure_and_what_is_possible() -> None:
    found = stemma(4, [made(0, 1, 0.95), made(0, 2, 0.6), kin(0, 3, 0.2)])
    assert found.count([0, 1, 2, 3]) == Count(low=1, best=2, high=3)
    assert found.count([1]) == Count(1, 1, 1)


def test_links_that_would_change_it_are_named() -> None:
    links: list[Link] = [made(0, 1, 0.95), made(0, 2, 0.6), kin(0, 3, 0.2)]
    assert {each.score for each in stemma(4, links).changing([0, 1, 2, 3])} == {0.6, 0.2}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(0, 1)), max_size=30))
def test_every_document_goes_back_to_something_and_the_interval_holds_the_best(
    given_links: list[tuple[int, int, float]],
) -> None:
    found = stemma(10, [made(*each) for each in given_links if each[0] < each[1]])
    assert all(found.likely.roots)
    count = found.count(range(10))
    assert 1 <= count.low <= count.best <= count.high <= 10
