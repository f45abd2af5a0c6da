"""Two texts compared word by word: what they share, in which order, and where they differ.

All is found from the shingles they have in common. A run is a stretch of words that both have in
the same order; between two runs that follow each other in both lie words exchanged for others.
Exchanged numbers and names speak against a derivation, exchanged other words only for a revision:
who copies does not change them, while two reports made in one frame differ in little else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from furphy.model.derivation import Passage
from furphy.model.text import Span
from furphy.tracing.lookup import are_among, looked_up
from furphy.tracing.shingles import Shingles
from furphy.tracing.words import Flags, Hashes, Words

_NEAR = 8
"""Words between two runs up to which those of the one text are taken for those of the other."""
_OVERLAP = 3
"""Words by which two runs may overlap in one of the texts."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A text ready to be compared."""

    words: Words
    shingles: Shingles
    """Those of sentences that say no more than set phrases are 0."""
    plain: Flags
    """For each word, whether it stands in a sentence that says more than set phrases."""
    rare: Flags
    """For each word, whether it stands in no set phrase, or in something else as well."""
    rare_shingles: Flags
    sorted: Hashes
    order: NDArray[np.int64]
    """Places of the sorted shingles."""
    first: NDArray[np.int64]
    """For each sorted shingle where among them its equals begin."""


def profile(words: Words, shingles: Shingles, phrases: Hashes) -> Profile:
    """Return a text ready to be compared; ``phrases`` are sorted."""
    known = shingles.hashes > 0
    is_phrase = are_among(shingles.hashes, phrases) & known
    dead = _covered(is_phrase, shingles, len(words))
    live = _covered(known & ~is_phrase, shingles, len(words))
    only = dead & ~live
    # Sentences count from 0, so that their words can be counted by their numbers.
    said = np.bincount(words.sentences, ~only, minlength=1)
    plain = said[words.sentences] > 0
    hashes = np.where(plain[: len(shingles)], shingles.hashes, np.uint64(0))
    order = np.argsort(hashes, kind="stable")
    in_order = hashes[order]
    is_new = np.append(True, in_order[1:] != in_order[:-1])[: len(order)]
    return Profile(
        words=words,
        shingles=Shingles(hashes, shingles.widths),
        plain=plain,
        rare=~only & plain,
        rare_shingles=known & ~is_phrase & (hashes > 0),
        sorted=in_order,
        order=order,
        first=np.maximum.accumulate(np.where(is_new, np.arange(len(order)), 0)),
    )


@dataclass(frozen=True, slots=True)
class Share:
    """How much of one text stands in another, 0 to 1."""

    all: float
    """Of its words, but for sentences that are set phrases."""
    inner: float
    """The same, up to its last word that does: without a foot that was added."""
    rare: float
    """Of its words that are in no set phrase."""
    words: int
    """How many it has."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two texts share; ``one`` and ``other`` as they were given."""

    one: Share
    other: Share
    longest: int
    """Words of the longest run."""
    runs: int
    exchanged: int
    """Times that words between two runs were exchanged for others."""
    conflicts: int
    """Times that those were numbers or names, and none of them the same."""
    agreements: int
    """Numbers and names in what is shared."""
    rare_agreements: int
    """Those that stand in no set phrase."""
    back: int
    """Times that what follows in the other text stands before in the one."""
    left_out: int
    """Times that the other text skips something of the one."""
    put_in: int
    """Times that it adds something."""


COLUMNS = {
    name: place
    for place, name in enumerate(
        [f"{text}.{each.name}" for text in ("one", "other") for each in fields(Share)]
        + [each.name for each in fields(Comparison)][2:]
    )
}
"""The columns of a table of comparisons, by the names of what they hold."""

Table = NDArray[np.float64]
"""Numbers of several things, such as a row for each comparison."""


def row_of(found: Comparison) -> Iterator[float]:
    """Yield what a table of comparisons has of one."""
    for share in found.one, found.other:
        yield from (getattr(share, each.name) for each in fields(Share))
    yield from (getattr(found, each.name) for each in fields(Comparison)[2:])


def compared(one: Profile, other: Profile) -> Comparison:
    """Compare two texts."""
    there, theirs = _shared(one, other)
    found, mine = np.zeros((2, len(one.order)), bool)
    found[there[theirs]] = True
    mine[one.order] = found[one.first]
    covered, rare = _both_covered(other, theirs)
    runs = _runs(_places(one, other, there, theirs), other.shingles)
    gaps = _gaps(one.words, other.words, runs)
    return Comparison(
        one=_share(one, *_both_covered(one, mine)),
        other=_share(other, covered, rare),
        longest=int((runs[:, 1] - runs[:, 0]).max(initial=0)),
        runs=len(runs),
        exchanged=gaps[0],
        conflicts=gaps[1],
        agreements=int((other.words.telling & covered).sum()),
        rare_agreements=int((other.words.telling & rare).sum()),
        back=gaps[2],
        left_out=gaps[3],
        put_in=gaps[4],
    )


def covered_by(one: Profile, other: Profile) -> Flags:
    """Return for each word of the other text whether it stands in what the one shares with it."""
    _, held = _shared(one, other)
    return _covered(held, other.shingles, len(other.words))


def passages(one: Profile, other: Profile, least: int = 5) -> tuple[Passage, ...]:
    """Return the runs of so many words and more, in the order of the other text."""
    found = []
    at = _places(one, other, *_shared(one, other))
    for start, stop, there in _runs(at, other.shingles).tolist():
        if stop - start >= least:
            found.append(
                Passage(
                    _span(one.words, there, there + stop - start), _span(other.words, start, stop)
                )
            )
    return tuple(found)


def _span(words: Words, start: int, stop: int) -> Span:
    return Span(int(words.starts[start]), int(words.ends[stop - 1]))


def _shared(one: Profile, other: Profile) -> tuple[NDArray[np.int64], Flags]:
    """Return for each shingle of the other text whether the one has it.

    And where it is among the sorted ones of that, the first of its equals.
    """
    hashes = other.shingles.hashes
    at, held = looked_up(one.sorted, hashes)
    return at, held & (hashes > 0)


def _places(one: Profile, other: Profile, at: NDArray[np.int64], held: Flags) -> NDArray[np.int64]:
    """Return for each shingle of the other text where it stands in the one; -1: nowhere.

    Of several places it is the one that goes on where the shingle before it stands, else the first.
    """
    hashes = other.shingles.hashes
    if not len(one.sorted):
        return np.full(len(hashes), -1, np.int64)
    places = np.where(held, one.order[at], -1)
    jumps = np.flatnonzero(held[1:] & held[:-1] & (places[1:] != places[:-1] + 1)) + 1
    source = one.shingles.hashes
    for jump in jumps.tolist():
        here, there = jump, int(places[jump - 1]) + 1
        while (
            here < len(hashes)
            and there < len(source)
            and places[here] != there
            and source[there] == hashes[here]
            and hashes[here]
        ):
            places[here] = there
            here, there = here + 1, there + 1
    return places


def _covered(chosen: Flags, shingles: Shingles, count: int) -> Flags:
    """Return for each word whether it stands in a chosen shingle."""
    at = np.flatnonzero(chosen)
    depth = np.zeros(count + 1, np.int32)
    depth[at] += 1
    np.subtract.at(depth, at + shingles.widths[at], 1)
    covered: Flags = np.cumsum(depth[:-1]) > 0
    return covered


def _both_covered(text: Profile, chosen: Flags) -> tuple[Flags, Flags]:
    """Return for each word whether it stands in a chosen shingle, and in one of no set phrase."""
    count = len(text.words)
    rare = _covered(chosen & text.rare_shingles, text.shingles, count)
    return _covered(chosen, text.shingles, count), rare


def _share(text: Profile, covered: Flags, rare: Flags) -> Share:
    covered = covered & text.plain
    last = int(np.flatnonzero(covered)[-1]) + 1 if covered.any() else 0
    return Share(
        _part(covered, text.plain),
        _part(covered[:last], text.plain[:last]),
        min(1.0, _part(rare, text.rare)),
        len(text.words),
    )


def _part(some: Flags, of: Flags) -> float:
    return float(some.sum() / max(1, of.sum()))


def _runs(at: NDArray[np.int64], shingles: Shingles) -> NDArray[np.int64]:
    """Return the runs, rows of first and last word in the other text, and first in the one."""
    here = np.flatnonzero(at >= 0)
    if not len(here):
        return np.zeros((0, 3), np.int64)
    there = at[here]
    breaks = np.flatnonzero((np.diff(here) != 1) | (np.diff(there) != 1))
    first, last = np.r_[0, breaks + 1], np.r_[breaks, len(here) - 1]
    stops = here[last] + shingles.widths[here[last]]
    return np.stack([here[first], stops, there[first]], axis=1)


def _gaps(one: Words, other: Words, runs: NDArray[np.int64]) -> tuple[int, int, int, int, int]:
    """Return how often words were exchanged, in conflict, moved back, left out and put in."""
    exchanged = conflicts = back = left_out = put_in = 0
    rows = runs.tolist()
    for (start, stop, there), (after, _, there_after) in pairwise(rows):
        there_stop = there + stop - start
        gap, there_gap = after - stop, there_after - there_stop
        if -_OVERLAP <= gap <= _NEAR and -_OVERLAP <= there_gap <= _NEAR:
            mine, theirs = _telling(one, there_stop, there_after), _telling(other, stop, after)
            if mine and theirs and mine.isdisjoint(theirs):
                conflicts += 1
            elif gap > 0 and there_gap > 0:
                exchanged += 1
        elif there_gap < -_OVERLAP:
            back += 1
        elif there_gap > _NEAR:
            left_out += 1
        else:
            put_in += 1
    return exchanged, conflicts, back, left_out, put_in


def _telling(words: Words, start: int, stop: int) -> set[int]:
    part = slice(start, max(start, stop))
    return set(words.hashes[part][words.telling[part]].tolist())
