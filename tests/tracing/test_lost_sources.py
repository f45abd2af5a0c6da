"""Two translations of a text that is not there are kin; revisions and other events are not."""

import pytest

from furphy.model.derivation import Bond, Derivation, Kinship, Relation
from furphy.model.document import Document
from furphy.tracing.lost_sources import lost_sources
from furphy.vectors.choosing import available
from furphy.vectors.protocol import Vectors

ONE = (
    "Residents of Rozhniv heard a loud blast at dawn on 9 November. The authorities said that 34"
    " families were placed in a school and 13 people were injured. A drone struck an oil depot 46"
    " kilometres from Kosiv. The repair will last 120 days."
)
OTHER = (
    "People living in Rozhniv were woken by a powerful explosion at sunrise on 9 November. As"
    " officials reported, 34 families have been put up in the school, while 13 persons suffered"
    " injuries. The oil depot, 46 kilometres away from Kosiv, was hit by a drone. Repairs are going"
    " to take 120 days."
)
REVISED = ONE.replace("loud ", "").replace("people were injured", "people were wounded")
ELSEWHERE = (
    "Residents of Tokmak heard a loud blast at midnight on 21 June. The authorities said that 8"
    " families were placed in a club and 5 people were injured. A drone struck a warehouse 12"
    " kilometres from Polohy. The repair will last 60 days."
)


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    found = available()
    if found is None:
        pytest.skip("the extra multilingual is not installed")
    return found


def documents(*texts: str) -> list[Document]:
    return [
        Document(f"sha256:{at}", str(at), text, (), language="en") for at, text in enumerate(texts)
    ]


def pairs(found: list[Kinship]) -> set[tuple[int, int]]:
    assert all(each.bond is Bond.LOST_SOURCE for each in found)
    return {(each.one, each.other) for each in found}


def test_two_translations_are_kin_and_their_passages_read_again(vectors: Vectors) -> None:
    (found,) = lost_sources(documents(ONE, ELSEWHERE, OTHER), vectors, [])
    assert (found.one, found.other) == (0, 2)
    sides = [(each.source.of(ONE), each.target.of(OTHER)) for each in found.passages]
    assert ("The repair will last 120 days.", "Repairs are going to take 120 days.") in sides
    assert {each.rule for each in found.because} == {
        "sentences-in-order",
        "other-words-throughout",
    }


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param((ONE, REVISED), id="a revision"),
        pytest.param((ONE, ONE), id="a copy"),
        pytest.param((ONE, ELSEWHERE), id="the same frame for another event"),
        pytest.param((ONE, ONE.partition(". ")[0]), id="a part"),
        pytest.param(("", ""), id="empty"),
        pytest.param(("Blast.", "Explosion."), id="one word"),
        pytest.param((), id="no documents"),
    ],
)
def test_others_are_not(vectors: Vectors, texts: tuple[str, ...]) -> None:
    assert lost_sources(documents(*texts), vectors, []) == []


def test_those_whose_source_is_there_are_not(vectors: Vectors) -> None:
    found = [Derivation(2, at, Relation.TRANSLATION, 0.9, 0.9) for at in (0, 1)]
    texts = documents(ONE, OTHER, ELSEWHERE)
    assert pairs(lost_sources(texts, vectors, [])) == {(0, 1)}
    assert lost_sources(texts, vectors, found) == []


def test_without_vectors_none_are_found() -> None:
    assert lost_sources(documents(ONE, OTHER), None, []) == []
