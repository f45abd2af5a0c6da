"""Texts of two languages that come and go leave the pairs, and what came of them, as if new."""

import random

import pytest
from collections_made import MadeUpVectors, by_chance, collection

from furphy.tracing import changes, tally
from furphy.tracing.foreign_texts import Texts
from furphy.tracing.hands import OneHand
from furphy.tracing.held import Held
from furphy.tracing.judgings import judgings
from furphy.tracing.memory import Fresh, Memory
from furphy.tracing.pairing import pairs, placed
from furphy.tracing.shelf import shelved
from furphy.tracing.traced import Traced
from furphy.vectors.protocol import Vectors


def found(documents: list[Traced], vectors: Vectors | None, memory: Memory) -> tuple[object, ...]:
    texts = Texts(shelved(documents), vectors, memory, OneHand())
    keys = pairs(texts, texts.rarity, memory)
    judged = judgings(texts, keys, 0.5, (memory, OneHand()))
    rarity = [*texts.rarity.keys.tolist(), *texts.rarity.counts.tolist()]
    return placed(keys, texts).tolist(), [*judged], judged.numbers.tolist(), rarity


@pytest.mark.parametrize("vectors", [MadeUpVectors(), None], ids=["with vectors", "without"])
@pytest.mark.parametrize("few", [0.0, 1.0], ids=["begun anew", "changed in place"])
@pytest.mark.parametrize("seed", range(3))
def test_who_stays_finds_the_pairs_that_are_found_from_nothing(
    seed: int, few: float, vectors: Vectors | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = by_chance(seed)
    monkeypatch.setattr(changes, "_FEW", few)
    monkeypatch.setattr(tally, "_PART", chance.choice((1, 16)))
    everything = collection(60, chance)
    here = chance.sample(range(len(everything)), 40)
    memory, likely = Held(Fresh()), 0
    for _ in range(8):
        documents = [everything[each] for each in sorted(here)]
        staying = found(documents, vectors, memory)
        assert staying == found(documents, vectors, Fresh())
        likely += len(staying[1]) if isinstance(staying[1], list) else 0
        for _ in range(chance.choice((1, 1, 2, 5))):
            turn(here, len(everything), chance)
    assert likely


def turn(here: list[int], count: int, chance: random.Random) -> None:
    """Let one of so many come, or go."""
    other = sorted(set(range(count)).difference(here))
    if other and (chance.random() < 0.5 or len(here) < 10):
        here.append(chance.choice(other))
    else:
        here.pop(chance.randrange(len(here)))


def test_a_language_that_is_gone_takes_its_pairs_with_it() -> None:
    everything = collection(40, by_chance(5))
    memory = Held(Fresh())
    found(everything, MadeUpVectors(), memory)
    for language in ("uk", "ru"):
        left = [each for each in everything if each.language != language]
        assert found(left, MadeUpVectors(), memory) == found(left, MadeUpVectors(), Fresh())
