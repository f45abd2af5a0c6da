"""What is kept changes nothing: neither what was traced before, nor in which order it came."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

import pytest
from collections_made import MadeUpVectors, by_chance, collection

from furphy.model.derivation import Derivation
from furphy.tracing import changes, testimonies
from furphy.tracing.candidates import candidates_of
from furphy.tracing.corpus import in_order, prepared
from furphy.tracing.deriving import derivations
from furphy.tracing.hands import Context, Job, OneHand, Result
from furphy.tracing.linking import Tools, links
from furphy.tracing.lost import lost_sources
from furphy.tracing.memory import Fresh
from furphy.tracing.origins import Link
from furphy.tracing.shelf import shelved
from furphy.tracing.traced import Traced, Window
from furphy.tracing.translation import renderings_of
from furphy.vectors.protocol import Vectors

pytestmark = pytest.mark.long


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
    made = derivations(
        corpus, candidates, renderings_of(shelved(documents), vectors, (Fresh(), OneHand()))
    )
    times = [each.published for each in documents]
    said = testimonies.testimonies([each.sayings for each in corpus.gists], times)
    whole = [*made, *said, *lost_sources(corpus, candidates, made)]
    assert links(shelved(documents), Tools(vectors)) == whole


def test_a_new_outlet_is_found_in_texts_that_were_there_before() -> None:
    first = Traced("a", "As the Harbour Gazette reports, a goods train left the rails.", "en")
    tools = Tools()
    linked([first], tools)
    text = "A goods train left the rails near the northern bridge, and nobody was hurt."
    documents = [first, Traced("b", text, "en", outlet="Harbour Gazette")]
    assert linked(documents, tools) == linked(documents, Tools())


@pytest.mark.parametrize("few", [0.0, 1.0], ids=["begun anew", "changed in place"])
@pytest.mark.parametrize("seed", range(8, 13))
def test_who_stays_finds_what_is_found_from_nothing_whatever_comes_goes_and_changes(
    seed: int, few: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "_FEW", few)
    chance = by_chance(seed)
    vectors = chance.choice((MadeUpVectors(), None))
    waiting = collection(70, chance)
    chance.shuffle(waiting)
    here = [waiting.pop() for _ in range(40)]
    staying = Tools(vectors)
    for _ in range(8):
        assert linked(here, staying) == linked(here, Tools(vectors))
        for _ in range(chance.choice((1, 1, 2, 4))):
            turn(here, waiting, chance)
    assert len(staying.standing.marks.all) > 1


def turn(here: list[Traced], waiting: list[Traced], chance: random.Random) -> None:
    """Let a document come, go, or become another under its key."""
    if chance.random() < 0.6 and waiting:
        here.append(waiting.pop())
        return
    place = chance.randrange(len(here))
    was = here.pop(place)
    kind = chance.choice(("gone", "text", "time", "undated", "outlet"))
    if kind == "text":
        here.append(replace(was, text=chance.choice(here).text))
    elif kind in ("time", "undated"):
        hour = chance.randrange(40) * 3600.0
        when = None if kind == "undated" else Window(hour, hour + 60)
        here.append(replace(was, published=when))
    elif kind == "outlet":
        here.append(replace(was, outlet=chance.choice(here).outlet))
    else:
        waiting.insert(0, was)


def test_a_trace_that_broke_off_leaves_nothing_half_changed() -> None:
    documents = collection(40, by_chance(14))
    hands = Tired()
    staying = Tools(MadeUpVectors(), hands=hands)
    linked(documents[:38], staying)
    hands.rest = 0
    with pytest.raises(KeyboardInterrupt):
        linked(documents, staying)
    hands.rest = 10_000
    assert linked(documents, staying) == linked(documents, Tools(MadeUpVectors()))


class Tired(OneHand):
    """A hand that breaks off when it has no rest left."""

    def __init__(self) -> None:
        self.rest = 10_000

    def do(
        self, work: Callable[[Context, Job], Result], context: Context, jobs: Iterable[Job]
    ) -> Iterator[Result]:
        """Yield results while there is rest."""
        for each in super().do(work, context, jobs):
            self.rest -= 1
            if self.rest < 0:
                raise KeyboardInterrupt
            yield each


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
