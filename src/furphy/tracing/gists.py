"""What is worked out of one text by itself, once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from furphy.model.text import Span
from furphy.tracing.held import told
from furphy.tracing.memory import Memory, read, written
from furphy.tracing.shelf import Shelf
from furphy.tracing.shingles import sampled
from furphy.tracing.testimony import Saying, sayings_of
from furphy.tracing.traces import addresses_of
from furphy.tracing.words import Batch, Hashes, batches

_KIND = "gist"
_AT_ONCE = 2000
"""Texts in memory together."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What is worked out of one text by itself."""

    shingles: Hashes
    """Each once, sorted."""
    addresses: tuple[str, ...]
    sayings: tuple[Saying, ...]


def gists(shelf: Shelf, memory: Memory) -> list[Gist]:
    """Return the gist of each document's text."""
    found = told(memory, _KIND, shelf.texts, _gist)
    wanting = [place for place, each in enumerate(found) if each is None]
    for start in range(0, len(wanting), _AT_ONCE):
        some = wanting[start : start + _AT_ONCE]
        made = [*_made(shelf, some)]
        memory.keep(
            _KIND, {shelf.texts[place]: each for place, each in zip(some, made, strict=True)}
        )
        for place, each in zip(some, made, strict=True):
            found[place] = _gist(each)
    return [each for each in found if each is not None]


def _made(shelf: Shelf, places: Sequence[int]) -> Iterator[bytes]:
    documents = [shelf.whole[each] for each in places]
    rest = iter(documents)
    for batch in batches([each.text for each in documents]):
        for words, shingles in zip(batch.texts(), _shingles(batch), strict=True):
            document = next(rest)
            said = sayings_of(document.text, document.language, words)
            head = [[*addresses_of(document.text)], [_row(each) for each in said]]
            yield written(head, shingles)


def _shingles(batch: Batch) -> Iterator[Hashes]:
    hashes, owners = sampled(batch, 1)
    count = len(batch.bounds) - 1
    bounds = np.searchsorted(owners, np.arange(count + 1))
    for start, stop in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        yield np.unique(hashes[start:stop])


def _row(saying: Saying) -> list[object]:
    people = [[sorted(each) for each in both] for both in saying.people]
    return [saying.span.start, saying.span.end, sorted(saying.figures), people]


def _gist(data: bytes) -> Gist:
    (addresses, said), (shingles,) = read(data)
    return Gist(shingles, tuple(addresses), tuple(map(_saying, said)))


def _saying(row: list[Any]) -> Saying:
    start, end, figures, people = row
    both = tuple((frozenset(one), frozenset(other)) for one, other in people)
    return Saying(Span(start, end), frozenset(figures), both)
