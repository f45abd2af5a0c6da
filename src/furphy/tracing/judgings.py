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
from furphy.tracing.judging import Judged, judge
from furphy.tracing.memory import Memory, digest, mixed, read, written
from furphy.tracing.words import Hashes

_KIND = "judged"
_AT_ONCE = 500
"""Pairs to a job."""

Pair = tuple[int, int]
_Row = list[Any] | None
_Known = dict[int, _Row]


def judgings(
    texts: Texts, pairs: Sequence[Pair], least: float, tools: tuple[Memory, Hands]
) -> list[Judged]:
    """Return the pairs that are so likely one text, side by side, in the order given."""
    memory, hands = tools
    rarity = texts.rarity()
    numbers = _numbers(texts, rarity, pairs)
    owners: dict[int, list[int]] = {}
    for row, (_, later) in enumerate(pairs):
        owners.setdefault(later, []).append(row)
    kind = digest(texts.vectors.model.name if texts.vectors else "", str(least)).hex()
    kind = f"{_KIND}:{kind}"
    digests = [texts.digests[each] for each in owners]
    known = {
        owner: dict(read(data)[0]) if data is not None else {}
        for owner, data in zip(owners, memory.recall(kind, digests), strict=True)
    }
    wanting = [row for row, (_, later) in enumerate(pairs) if int(numbers[row]) not in known[later]]
    some = [wanting[start : start + _AT_ONCE] for start in range(0, len(wanting), _AT_ONCE)]
    jobs = [[pairs[row] for row in each] for each in some]
    made = hands.do(_judge, (texts, rarity, least), jobs)
    for rows, found in zip(some, made, strict=True):
        for row, each in zip(rows, found, strict=True):
            known[pairs[row][1]][int(numbers[row])] = each
    _keep(memory, kind, texts, _used(known, owners, numbers, {pairs[row][1] for row in wanting}))
    return [
        _judged(pair, row)
        for pair, number in zip(pairs, numbers.tolist(), strict=True)
        if (row := known[pair[1]][number]) is not None
    ]


def _used(
    known: dict[int, _Known], owners: dict[int, list[int]], numbers: Hashes, changed: set[int]
) -> Iterator[tuple[int, _Known]]:
    """Yield what is known of the texts of which something is new, no more than is asked for."""
    for owner in sorted(changed):
        used = [int(numbers[row]) for row in owners[owner]]
        yield owner, {each: known[owner][each] for each in used}


def _keep(memory: Memory, kind: str, texts: Texts, rows: Iterator[tuple[int, _Known]]) -> None:
    memory.keep(kind, {texts.digests[owner]: written([*each.items()]) for owner, each in rows})


def _numbers(texts: Texts, rarity: Rarity, pairs: Sequence[Pair]) -> Hashes:
    """Return for each pair a number of all that judging it follows from."""
    keys, counts, bounds = rarity.rows()
    steps = np.array([step(each) for each in range(int(counts.max(initial=0)) + 1)], np.uint64)
    told = mixed(keys + mixed(steps[counts]))
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(told, dtype=np.uint64)])
    of_text = mixed(texts.numbers + (sums[bounds[1:]] - sums[bounds[:-1]]))
    ends = np.array(pairs, np.int64).reshape(-1, 2)
    found: Hashes = mixed(
        mixed(of_text[ends[:, 0]]) + of_text[ends[:, 1]] + np.uint64(rarity.total)
    )
    return found


def _judge(context: tuple[Texts, Rarity, float], pairs: Sequence[Pair]) -> list[_Row]:
    texts, rarity, least = context
    found = (judge(texts, pair, rarity) for pair in pairs)
    return [None if each is None or each.score < least else _row(each) for each in found]


def _row(judged: Judged) -> _Row:
    links = [[*each.source, *each.target, float(each.alike)] for each in judged.links]
    return [links, judged.score, judged.source_covered, judged.target_covered]


def _judged(pair: Pair, row: list[Any]) -> Judged:
    links, *rest = row
    made = tuple(Link((each[0], each[1]), (each[2], each[3]), each[4]) for each in links)
    return Judged(*pair, made, *rest)
