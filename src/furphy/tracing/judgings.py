"""Texts of two languages set side by side, once.

What came of it is kept as long as all that it follows from is as it was: both texts, and how rare
the keys are that their anchors weigh by. Most are hopeless whatever that is, and stay so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from furphy.tracing.aligning import Link
from furphy.tracing.bilinguals import Rarity
from furphy.tracing.foreign_texts import Texts
from furphy.tracing.hands import Hands
from furphy.tracing.held import at_hand
from furphy.tracing.judging import Judged, is_hopeless, judge
from furphy.tracing.lookup import looked_up
from furphy.tracing.memory import Memory, digest, mixed, read, written
from furphy.tracing.on_demand import OnDemand
from furphy.tracing.standing_pairs import ends
from furphy.tracing.weighed import Weighed
from furphy.tracing.words import Flags, Hashes, Numbers

_KIND = "judged"
_AT_ONCE = 500
"""Pairs to a job."""
_MOST = 3
"""How many times as much may be at hand as is asked for."""
_UNKNOWN, _HOPELESS, _OPEN = range(3)

Pair = tuple[int, int]
_Row = tuple[tuple[Link, ...], float, float, float] | None
"""What stands side by side, the score, and how much of either text; None where it is too little."""


class Judgings(OnDemand[Judged]):
    """The pairs of texts that are likely one text, side by side, by their places."""

    def __init__(self, pairs: Numbers, rows: Sequence[_Row], numbers: Hashes) -> None:
        self.pairs = pairs
        """A row for each, the lower place first; in order."""
        self.numbers = numbers
        """For each, one of all that judging it follows from."""
        self._rows = rows

    def made(self, place: int) -> Judged:
        """Return two texts side by side."""
        one, other = self.pairs[place].tolist()
        return Judged(one, other, *(self._rows[place] or ()))

    def __len__(self) -> int:
        return len(self._rows)


@dataclass(slots=True)
class _Standing:
    """What was asked the last time, and what is known."""

    keys: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    """Pairs by their numbers on the roll, in order."""
    turned: Flags = field(default_factory=lambda: np.zeros(0, bool))
    """Whether the one with the higher number comes first."""
    states: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))
    numbers: Hashes = field(default_factory=lambda: np.zeros(0, np.uint64))
    """Of all that came of a pair follows from, where it is open."""
    likely: Flags = field(default_factory=lambda: np.zeros(0, bool))
    rows: dict[int, _Row] = field(default_factory=dict)
    """What came of those that are open, by the numbers of all that it follows from."""
    weighed: Weighed = field(default_factory=Weighed)

    def known(self, keys: Numbers, turned: Flags) -> tuple[Numbers, Hashes, Flags]:
        """Return the states of pairs as they were, their numbers, and which were likely."""
        if not len(self.keys):
            count = len(keys)
            return np.full(count, _UNKNOWN), np.zeros(count, np.uint64), np.zeros(count, bool)
        at, there = looked_up(self.keys, keys)
        same = there & (self.turned[at] == turned)
        return np.where(same, self.states[at], _UNKNOWN), self.numbers[at], self.likely[at]

    def follow(self, asked: "_Asked", keys: Numbers) -> None:
        """Go on to what was asked now; no more is at hand than three times as much."""
        self.keys, self.turned, self.states = keys, asked.turned, asked.states
        self.numbers, self.likely = asked.numbers, asked.likely
        is_open = asked.states == _OPEN
        if len(self.rows) > _MOST * max(1, is_open.sum()):
            left = asked.numbers[is_open].tolist()
            self.rows = {each: self.rows[each] for each in left}


class _Asked:
    """The pairs that are asked for now, by their texts' numbers on the roll."""

    def __init__(self, texts: Texts, keys: Numbers, standing: _Standing) -> None:
        roll = texts.roll
        ones, others = ends(keys)
        self.texts = texts
        self.turned: Flags = roll.places[ones] > roll.places[others]
        self.first: Numbers = np.where(self.turned, others, ones)
        self.second: Numbers = np.where(self.turned, ones, others)
        self.states, self.numbers, self.likely = standing.known(keys, self.turned)
        self._told = standing.weighed.told

    def plain(self, rows: Numbers) -> list[int]:
        """Return for each pair a number of both texts."""
        names = self.texts.roll.names
        found: list[int] = mixed(mixed(names[self.first[rows]]) + names[self.second[rows]]).tolist()
        return found

    def weighed(self, rows: Numbers) -> Hashes:
        """Return for each pair one of both texts, and how rare the keys are that they weigh by."""
        told, total = self._told, np.uint64(self.texts.rarity.total)
        found: Hashes = mixed(mixed(told[self.first[rows]]) + told[self.second[rows]] + total)
        return found

    def places(self, rows: Numbers) -> Numbers:
        """Return the places of both texts."""
        here = self.texts.roll.places
        return np.stack([here[self.first[rows]], here[self.second[rows]]], axis=1)


def judgings(texts: Texts, keys: Numbers, least: float, tools: tuple[Memory, Hands]) -> Judgings:
    """Return the pairs that are so likely one text, side by side.

    ``keys`` are two numbers of the roll as one, in order (:func:`.pairing.pairs`).
    """
    memory, hands = tools
    kind = digest(texts.vectors.model.name if texts.vectors else "", str(least)).hex()
    kind = f"{_KIND}:{kind}"
    standing: _Standing = at_hand(memory, kind).setdefault(kind, _Standing())
    standing.weighed.update(texts, texts.rarity)
    asked = _Asked(texts, keys, standing)
    rows = np.flatnonzero(asked.states != _HOPELESS)
    numbers = asked.weighed(rows)
    # What was likely and what was not stands where nothing that it follows from has changed.
    turned = (asked.states[rows] != _OPEN) | (asked.numbers[rows] != numbers)
    asked.numbers[rows] = numbers
    turned, told_of = rows[turned], numbers[turned].tolist()
    known = standing.rows
    at = np.array([place for place, each in enumerate(told_of) if each not in known], int)
    wanting = (turned[at], [told_of[each] for each in at.tolist()])
    wanting = _recalled(asked, wanting, known, (kind, memory))
    _made(asked, wanting, known, (least, hands))
    memory.keep(kind, dict(_kept(known, asked, wanting[0])))
    asked.states[rows[asked.states[rows] == _UNKNOWN]] = _OPEN
    is_open = asked.states[turned] == _OPEN
    asked.likely[turned] = [
        each and known[number] is not None
        for each, number in zip(is_open.tolist(), told_of, strict=True)
    ]
    standing.follow(asked, keys)
    likely = np.flatnonzero(asked.likely & (asked.states == _OPEN))
    places = asked.places(likely)
    order = np.lexsort((places[:, 1], places[:, 0]))
    found = asked.numbers[likely[order]]
    return Judgings(places[order], [known[each] for each in found.tolist()], found)


_Wanting = tuple[Numbers, list[int]]
"""Rows of pairs, and the number that each is known by."""


def _recalled(
    asked: _Asked, wanting: _Wanting, known: dict[int, _Row], of: tuple[str, Memory]
) -> _Wanting:
    """Put in what was kept of pairs; return those of which nothing was."""
    rows, numbers = wanting
    kind, memory = of
    digests, places = asked.texts.digests, asked.texts.roll.places
    owners = np.unique(asked.second[rows])
    kept: dict[int, Any] = {}
    for data in memory.recall(kind, [digests[each] for each in places[owners].tolist()]):
        if data is not None:
            kept.update(read(data)[0])
    left = []
    for place, (plain, number) in enumerate(zip(asked.plain(rows), numbers, strict=True)):
        if plain in kept:
            asked.states[rows[place]] = _HOPELESS
        elif number in kept:
            known[number] = _row_of(kept[number])
        else:
            left.append(place)
    return rows[left], [numbers[each] for each in left]


def _made(
    asked: _Asked, wanting: _Wanting, known: dict[int, _Row], tools: tuple[float, Hands]
) -> None:
    """Judge pairs."""
    rows, numbers = wanting
    least, hands = tools
    # Those of one text one after the other, so that what is made of it is at hand.
    order = np.lexsort(asked.places(rows).T[::-1])
    parts = [order[start : start + _AT_ONCE] for start in range(0, len(rows), _AT_ONCE)]
    jobs = [asked.places(rows[each]).tolist() for each in parts]
    context = asked.texts, asked.texts.rarity, least
    for part, found in zip(parts, hands.do(_judge, context, jobs), strict=True):
        for place, each in zip(part.tolist(), found, strict=True):
            if each == _NO_HOPE:
                asked.states[rows[place]] = _HOPELESS
            else:
                known[numbers[place]] = each


def _kept(known: dict[int, _Row], asked: _Asked, made: Numbers) -> Iterator[tuple[bytes, bytes]]:
    """Yield what is known of the texts of which something is new, no more than is asked for."""
    texts = asked.texts
    changed = np.zeros(len(texts.roll.names), bool)
    changed[asked.second[made]] = True
    theirs = np.flatnonzero(changed[asked.second])
    of: dict[int, list[Any]] = {each: [] for each in np.flatnonzero(changed).tolist()}
    numbers = asked.weighed(theirs).tolist()
    rows = zip(theirs.tolist(), asked.plain(theirs), numbers, strict=True)
    for row, plain, number in rows:
        is_hopeless = asked.states[row] == _HOPELESS
        of[int(asked.second[row])].append(
            [plain, None] if is_hopeless else [number, _told(known[number])]
        )
    for owner, each in of.items():
        yield texts.digests[texts.roll.places[owner]], written(each)


_NO_HOPE: _Row = ((), 0.0, 0.0, 0.0)
"""Stands for what is hopeless."""


def _judge(context: tuple[Texts, Rarity, float], pairs: Sequence[Pair]) -> list[_Row]:
    texts, rarity, least = context
    texts.fetch(sorted({end for pair in pairs for end in pair}))
    return [_judged(texts, pair, rarity, least) for pair in pairs]


def _judged(texts: Texts, pair: Pair, rarity: Rarity, least: float) -> _Row:
    if is_hopeless(texts[pair[0]], texts[pair[1]]):
        return _NO_HOPE
    found = judge(texts, pair, rarity)
    return None if found is None or found.score < least else _row(found)


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
