"""What is kept changes nothing: neither what was traced before, nor in which order it came."""

from collections.abc import Mapping

import pytest
from collections_made import MadeUpVectors, by_chance, collection

from furphy.model.derivation import Derivation
from furphy.tracing import testimony
from furphy.tracing.candidates import candidates_of, in_order, prepared
from furphy.tracing.deriving import derivations
from furphy.tracing.linking import Tools, links
from furphy.tracing.lost import lost_sources
from furphy.tracing.memory import Fresh
from furphy.tracing.origins import Link
from furphy.tracing.shelf import shelved
from furphy.tracing.traced import Traced
from furphy.tracing.translation import translations
from furphy.vectors.protocol import Vectors


def ordered(documents: list[Traced]) -> list[Traced]:
    return [documents[each] for each in in_order(documents)]


def linked(documents: list[Traced], tools: Tools) -> list[Link]:
    return links(shelved(ordered(documents)), tools)


@pytest.mark.parametrize("vectors", [MadeUpVectors(), None], ids=["with vectors", "without"])
@pytest.mark.parametrize("seed", range(3))
def test_documents_that_come_one_by_one_are_linked_as_if_all_were_there(
    seed: int, vectors: Vectors | None
) -> None:
    chance = by_chance(seed)
    documents = collection(50, chance)
    chance.shuffle(documents)
    kept = Tools(vectors)
    for count in (20, *range(30, 51, chance.choice((1, 3, 7)))):
        found = linked(documents[:count], kept)
        assert found == linked(documents[:count], Tools(vectors))
    assert {type(each) for each in found} >= {Derivation}


@pytest.mark.parametrize("seed", range(3, 5))
def test_documents_that_go_and_change_leave_nothing_behind(seed: int) -> None:
    chance = by_chance(seed)
    documents = collection(40, chance)
    kept = Tools(MadeUpVectors())
    for _ in range(3):
        some = chance.sample(documents, chance.randrange(10, 40))
        assert linked(some, kept) == linked(some, Tools(MadeUpVectors()))


@pytest.mark.parametrize("seed", range(5, 7))
def test_what_is_put_together_from_kept_parts_is_what_the_parts_find_by_themselves(
    seed: int,
) -> None:
    documents = ordered(collection(40, by_chance(seed)))
    vectors = MadeUpVectors()
    corpus = prepared(documents)
    candidates = candidates_of(corpus)
    made = derivations(corpus, candidates, translations(documents, vectors))
    times = [each.published for each in documents]
    said = testimony.testimonies([each.sayings for each in corpus.gists], times)
    whole = [*made, *said, *lost_sources(corpus, candidates, made)]
    assert links(shelved(documents), Tools(vectors)) == whole


def test_a_new_outlet_is_found_in_texts_that_were_there_before() -> None:
    first = Traced("a", "As the Harbour Gazette reports, a goods train left the rails.", "en")
    tools = Tools()
    linked([first], tools)
    text = "A goods train left the rails near the northern bridge, and nobody was hurt."
    documents = [first, Traced("b", text, "en", outlet="Harbour Gazette")]
    assert linked(documents, tools) == linked(documents, Tools())


def test_nothing_is_worked_out_twice() -> None:
    documents = ordered(collection(30, by_chance(1)))
    memory = Watched()
    links(shelved(documents), Tools(MadeUpVectors(), memory))
    memory.kept.clear()
    links(shelved(documents), Tools(MadeUpVectors(), memory))
    assert not [kind for kind, count in memory.kept if count]


class Watched(Fresh):
    """A memory that tells what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[tuple[str, int]] = []

    def keep(self, kind: str, values: Mapping[bytes, bytes]) -> None:
        """Keep values, and count them."""
        self.kept.append((kind, len(values)))
        super().keep(kind, values)
