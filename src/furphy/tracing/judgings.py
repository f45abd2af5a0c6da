"""Texts of two languages set side by side, once.

What came of it is kept as long as all that it follows from is as it was: both texts, and how rare
the keys of their anchors are.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from furphy.tracing.aligning import Link
from furphy.tracing.bilinguals import Rarity, step
from furphy.tracing.foreign_texts import Texts
from furphy.tracing.hands import Hands
from furphy.tracing.held import at_hand
from furphy.tracing.judging import Judged, judge
from furphy.tracing.memory import Memory, digest, mixed, read, written
from furphy.tracing.words import Hashes, Numbers

_KIND = "judged"
_AT_ONCE = 500
"""Pairs to a job."""
_MOST = 3
"""How many times as much may be at hand as is asked for."""

Pair = tuple[int, int]
_Row = tuple[tuple[Link, ...], float, float, float] | None
"""What stands side by side, the score, and how much of either text; None where it is too little."""


def judgings(
    texts: Texts, pairs: Numbers, least: float, tools: tuple[Memory, Hands]
) -> list[tuple[Judged, int]]:
    """Return the pairs that are so likely one text, side by side, in the order given.

    Each comes with a number of all that judging it follows from. ``pairs`` has a row for each.
    """
    memory, hands = tools
    kind = digest(texts.vectors.model.name if texts.vectors else "", str(least)).hex()
    kind = f"{_KIND}:{kind}"
    numbers = _numbers(texts, texts.rarity, pairs)
    told_of = numbers.tolist()
    known: dict[int, _Row] = at_hand(memory, kind)
    wanting = _unknown(known, told_of)
    if wanting:
        owners = sorted({*pairs[wanting, 1].tolist()})
        _recall(known, memory.recall(kind, [texts.digests[each] for each in owners]))
        wanting = [place for place in wanting if told_of[place] not in known]
    some = [wanting[start : start + _AT_ONCE] for start in range(0, len(wanting), _AT_ONCE)]
    jobs = [pairs[each].tolist() for each in some]
    made = hands.do(_judge, (texts, texts.rarity, least), jobs)
    for rows, found in zip(some, made, strict=True):
        known.update((told_of[row], each) for row, each in zip(rows, found, strict=True))
    memory.keep(kind, dict(_kept(known, texts, (pairs, numbers, wanting))))
    found_rows = [known[each] for each in told_of]
    if len(known) > _MOST * len(told_of):
        known.clear()
        known.update(zip(told_of, found_rows, strict=True))
    standing = [place for place, row in enumerate(found_rows) if row is not None]
    ends = pairs[standing].tolist()
    return [
        (Judged(one, other, *(found_rows[place] or ())), told_of[place])
        for place, (one, other) in zip(standing, ends, strict=True)
    ]


def _unknown(known: dict[int, _Row], numbers: Sequence[int]) -> list[int]:
    return [place for place, each in enumerate(numbers) if each not in known]


def _recall(known: dict[int, _Row], kept: Sequence[bytes | None]) -> None:
    """Have at hand what was kept."""
    for data in kept:
        if data is not None:
            known.update((number, _row_of(row)) for number, row in read(data)[0])


def _kept(
    known: dict[int, _Row], texts: Texts, rows: tuple[Numbers, Hashes, Sequence[int]]
) -> Iterator[tuple[bytes, bytes]]:
    """Yield what is known of the texts of which something is new, no more than is asked for."""
    pairs, numbers, wanting = rows
    later = pairs[:, 1]
    changed = np.unique(later[wanting])
    theirs = np.flatnonzero(np.isin(later, changed))
    of: dict[int, list[Any]] = {each: [] for each in changed.tolist()}
    for owner, number in zip(later[theirs].tolist(), numbers[theirs].tolist(), strict=True):
        of[owner].append([number, _told(known[number])])
    for owner, each in of.items():
        yield texts.digests[owner], written(each)


def _numbers(texts: Texts, rarity: Rarity, pairs: Numbers) -> Hashes:
    """Return for each pair a number of all that judging it follows from."""
    keys, counts, bounds = rarity.rows()
    steps = np.array([step(each) for each in range(int(counts.max(initial=0)) + 1)], np.uint64)
    told = mixed(keys + mixed(steps[counts]))
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(told, dtype=np.uint64)])
    of_text = mixed(texts.numbers + (sums[bounds[1:]] - sums[bounds[:-1]]))
    found: Hashes = mixed(
        mixed(of_text[pairs[:, 0]]) + of_text[pairs[:, 1]] + np.uint64(rarity.total)
    )
    return found


def _judge(context: tuple[Texts, Rarity, float], pairs: Sequence[Pair]) -> list[_Row]:
    texts, rarity, least = context
    texts.fetch(sorted({end for pair in pairs for end in pair}))
    found = (judge(texts, (one, other), rarity) for one, other in pairs)
    return [None if each is None or each.score < least else _row(each) for each in found]


def _row(judged: Judged) -> _Row:
    links = tuple(Link(each.source, each.target, float(each.alike)) for each in judged.links)
    return links, judged.score, judged.source_covered, judged.target_covered


def _told(row: _Row) -> list[Any] | None:
    """Return a row as JSON has it."""
    if row is None:
        return None
    links, *rest = row
    return [[[*each.source, *each.target, each.alike] for each in links], *rest]


def _row_of(told: list[Any] | None) -> _Row:
    if told is None:
        return None
    links, score, source_covered, target_covered = told
    made = tuple(Link((each[0], each[1]), (each[2], each[3]), each[4]) for each in links)
    return made, score, source_covered, target_covered
