"""Bars of time as shapes that a template writes down as SVG, each a link to its stretch."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from furphy.desk.faceting import Bars, Step
from furphy.export.moments import stretch
from furphy.web.narrowing import Pairs, address, in_stretch, without

WIDTH, HEIGHT = 480.0, 96.0
"""Of the drawing, without the words below it."""
_GAP = 0.12
"""Between two bars, as a share of one."""
_WIDEST = 60.0
_LEAST = 2.0
"""Height of a bar that counts one beside a thousand."""
_ROOM = 84.0
"""How far apart the words below stand at least."""
_LETTERS = {Step.DAY: 10, Step.WEEK: 10, Step.MONTH: 7}
"""So much of a moment tells where a bar of this length begins; of longer ones the year."""


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar."""

    x: float
    width: float
    y: float
    height: float
    start: str
    end: str
    told: str
    """Its stretch as people write it."""
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Words below the bars."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A stretch next to the one that is asked for, or around it."""

    told: str
    address: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Bars side by side."""

    names: tuple[str, str]
    """Fields of the address that hold a stretch of it."""
    address: str
    """Of the search without such a stretch."""
    step: str
    bars: tuple[DrawnBar, ...]
    ticks: tuple[Tick, ...]
    most: int
    """What the highest counts."""
    told: str
    """From when to when they go."""
    without: int
    beside: tuple[Beside, ...]


def drawing(found: Bars, pairs: Pairs, names: tuple[str, str]) -> Drawing:
    """Return bars as they are drawn; ``names`` are the fields that hold a stretch of them."""
    whole = (found.bars[0].start, found.bars[-1].end) if found.bars else None
    return Drawing(
        names=names,
        address=address(without(pairs, *names)),
        step=found.step or "",
        bars=tuple(_bars(found, pairs, names)),
        ticks=tuple(_ticks(found)),
        most=max((each.count for each in found.bars), default=0),
        told=stretch(*whole) if whole else "",
        without=found.without,
        beside=tuple(_beside(pairs, names)),
    )


def _wide(found: Bars) -> float:
    return min(WIDTH / max(len(found.bars), 1), _WIDEST)


def _bars(found: Bars, pairs: Pairs, names: tuple[str, str]) -> Iterator[DrawnBar]:
    wide = _wide(found)
    most = max((each.count for each in found.bars), default=1) or 1
    for at, each in enumerate(found.bars):
        if each.count:
            height = max(_LEAST, HEIGHT * each.count / most)
            yield DrawnBar(
                x=round(wide * (at + _GAP / 2), 1),
                width=round(wide * (1 - _GAP), 1),
                y=round(HEIGHT - height, 1),
                height=round(height, 1),
                start=each.start,
                end=each.end,
                told=stretch(each.start, each.end),
                count=each.count,
                address=in_stretch(pairs, names, (each.start, each.end)),
            )


def _ticks(found: Bars) -> Iterator[Tick]:
    wide = _wide(found)
    every = max(1, -(-_ROOM // wide))
    letters = _LETTERS.get(found.step, 4) if found.step else 0
    for at, each in enumerate(found.bars):
        if at % every == 0 and wide * at + _ROOM * 0.9 <= WIDTH:
            yield Tick(round(wide * at, 1), each.start[:letters])


def _beside(pairs: Pairs, names: tuple[str, str]) -> Iterator[Beside]:
    """Yield the stretches before, after and around the one that is asked for, each as long."""
    given = dict(pairs)
    try:
        start, end = (datetime.fromisoformat(given[each]) for each in names)
        long = end - start
    except (KeyError, ValueError, TypeError):
        return  # It has no end, or is no date: nothing is beside it.
    for told, moves in (("earlier", (-1, -1)), ("wider", (-1, 1)), ("later", (1, 1))):
        ends = [_moved(each, long * by) for each, by in zip((start, end), moves, strict=True)]
        if long > timedelta() and None not in ends:
            yield Beside(told, in_stretch(pairs, names, (ends[0] or "", ends[1] or "")))


def _moved(moment: datetime, by: timedelta) -> str | None:
    try:
        moved = moment + by
    except OverflowError:
        return None
    return moved.date().isoformat() if moved.time() == datetime.min.time() else moved.isoformat()
