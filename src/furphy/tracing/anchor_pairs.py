"""Texts of two languages that share rare anchors, or two numbers after each other.

Which texts of other languages are the nearest to one follows from the texts that have its signs
and from how rare these are. Of all that one number is made; where it is the one that the nearest
were found by, they still are the nearest.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from furphy.tracing.bilinguals import Rarity, step
from furphy.tracing.foreign_texts import Texts
from furphy.tracing.held import told
from furphy.tracing.memory import Memory, mixed, read, written
from furphy.tracing.words import Hashes, Numbers

NEAREST = 6
"""Texts of each other language that a text is compared with, by anchors and by vectors each."""
COMMON = 60
"""Keys that more texts of a language have bring none together."""
LEAST_SHARED = 4.0
"""Rarity that two texts share at least, if their vectors are not near."""
_KIND = "anchored"
_NONE = np.zeros(0, np.uint64)


@dataclass(frozen=True, slots=True)
class _Lists:
    """Which texts of which language have a sign: rows by sign, language and text."""

    signs: Hashes
    texts: Numbers
    starts: Numbers
    """Where the rows of each sign and language begin, and the last ones end.

    Common ones are left out.
    """
    languages: Numbers
    """Of each such list."""
    weights: Numbers
    """The steps of rarity that having the sign is worth."""


def by_anchors(texts: Texts, rarity: Rarity, memory: Memory) -> Numbers:
    """Return pairs of texts, a row for each, the lower number first."""
    languages = np.unique(np.array(texts.languages, object), return_inverse=True)[1]
    lists = _lists(texts.signs(), languages, rarity)
    numbers = _numbers(texts, lists)
    near: list[Hashes] = [_NONE] * len(texts)
    wanting = []
    rows = told(memory, _KIND, texts.digests, _read)
    for place, (known, now) in enumerate(zip(rows, numbers.tolist(), strict=True)):
        if known is None or known[0] != now:
            wanting.append(place)
        else:
            near[place] = known[1]
    new = {}
    for place, others in _nearest(lists, wanting, languages, texts.numbers):
        near[place] = texts.numbers[others]
        new[texts.digests[place]] = written(int(numbers[place]), near[place])
    memory.keep(_KIND, new)
    order = np.argsort(texts.numbers)
    at = np.searchsorted(texts.numbers, np.concatenate([_NONE, *near]), sorter=order)
    owners = np.repeat(np.arange(len(texts)), [len(each) for each in near])
    return np.sort(np.stack([owners, order[at]], axis=1), axis=1)


def _read(data: bytes) -> tuple[int, Hashes]:
    """Return the number that the nearest of a text were found by, and the numbers of those."""
    number, (near,) = read(data)
    return number, near


def _lists(signs: Sequence[Hashes], languages: Numbers, rarity: Rarity) -> _Lists:
    owners = np.repeat(np.arange(len(signs)), [len(each) for each in signs])
    joined = np.concatenate([np.zeros(0, np.uint64), *signs])
    # A sign stands once in each text, and texts rise already.
    order = np.lexsort((languages[owners], joined))
    joined, owners = joined[order], owners[order]
    spoken = languages[owners]
    new = np.ones(len(joined), bool)
    new[1:] = (joined[1:] != joined[:-1]) | (spoken[1:] != spoken[:-1])
    starts = np.flatnonzero(new)
    sizes = np.diff(np.append(starts, len(joined)))
    few = np.repeat(sizes <= COMMON, sizes)
    kept = sizes <= COMMON
    joined, owners, sizes = joined[few], owners[few], sizes[kept]
    heads = joined[np.cumsum(sizes) - sizes]
    return _Lists(
        joined,
        owners,
        np.append(0, np.cumsum(sizes)),
        spoken[starts][kept],
        _weights(heads, sizes, rarity),
    )


def _weights(heads: Hashes, sizes: Numbers, rarity: Rarity) -> Numbers:
    """Return the steps of each list: by all texts with a key, or by those of a pair of numbers."""
    at = np.minimum(np.searchsorted(rarity.keys, heads), max(0, len(rarity.keys) - 1))
    counts = sizes.copy()
    if len(rarity.keys):
        known = rarity.keys[at] == heads
        counts[known] = rarity.counts[at[known]]
    steps = np.array([step(each) for each in range(int(counts.max(initial=0)) + 1)], np.int64)
    return rarity.total - steps[counts]


def _numbers(texts: Texts, lists: _Lists) -> Hashes:
    """Return for each text a number of all that its nearest follow from."""
    sizes = np.diff(lists.starts)
    if not len(sizes):
        return texts.numbers
    told = np.add.reduceat(mixed(texts.numbers[lists.texts]), lists.starts[:-1])
    told = mixed(told + lists.weights.astype(np.uint64))
    # All lists of one sign, whatever their language, tell whoever has it.
    heads = lists.signs[lists.starts[:-1]]
    new = np.append(True, heads[1:] != heads[:-1])
    by_sign = np.add.reduceat(told, np.flatnonzero(new))
    of_row = np.repeat(np.cumsum(new) - 1, sizes)
    found = texts.numbers.copy()
    np.add.at(found, lists.texts, mixed(by_sign[of_row] + lists.signs))
    return found


def _nearest(
    lists: _Lists, places: Sequence[int], languages: Numbers, numbers: Hashes
) -> Iterator[tuple[int, list[int]]]:
    """Yield some texts and, for each, the nearest of other languages."""
    if not places:
        return
    heads = lists.signs[lists.starts[:-1]]
    order = np.argsort(lists.texts, kind="stable")
    bounds = np.searchsorted(lists.texts[order], np.array(places))
    stops = np.searchsorted(lists.texts[order], np.array(places), side="right")
    for place, start, stop in zip(places, bounds.tolist(), stops.tolist(), strict=True):
        signs = lists.signs[order[start:stop]]
        near: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        first, last = np.searchsorted(heads, signs), np.searchsorted(heads, signs, side="right")
        for low, high in zip(first.tolist(), last.tolist(), strict=True):
            for at in range(low, high):
                language = int(lists.languages[at])
                if language != languages[place]:
                    weight = int(lists.weights[at])
                    for other in lists.texts[lists.starts[at] : lists.starts[at + 1]].tolist():
                        near[language][other] += weight
        yield place, [each for spoken in sorted(near) for each in _heaviest(near[spoken], numbers)]


def _heaviest(weights: dict[int, int], numbers: Hashes) -> list[int]:
    least = LEAST_SHARED / Rarity.STEP
    # Equals by what they say, not by where they stand: that changes when others come in.
    enough = [
        (-each, int(numbers[place]), place) for place, each in weights.items() if each >= least
    ]
    return [place for _, _, place in sorted(enough)[:NEAREST]]
