"""A time axis: where moments stand on it, its ticks, and where silences are cut short."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median

_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86_400.0
_STEPS = (
    *(each * _MINUTE for each in (1, 5, 15, 30)),
    *(each * _HOUR for each in (1, 3, 6, 12)),
    *(each * _DAY for each in (1, 2, 7, 14, 30, 91, 182, 365, 1826, 3652)),
)
"""Seconds between ticks, to choose from."""
_MOST_TICKS = 7
_LONG = 8.0
"""A gap so many times the usual one is cut short …"""
_LARGE = 0.4
"""… if it takes more than this share of the axis."""
_ROOM = 74.0
"""How far apart the words of ticks have to stand."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment that is told on the axis."""

    x: float
    text: str
    below: str
    """The day, where it is another one than before."""


@dataclass(frozen=True, slots=True)
class Break:
    """A silence that is cut short."""

    x: float
    text: str
    """How long it is."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Moments on a line from ``left`` to ``right``, in units of the drawing."""

    moments: tuple[float, ...]
    """Seconds since 1970, rising; between two of them the axis is even."""
    places: tuple[float, ...]
    """Where each of them stands."""
    ticks: tuple[Tick, ...]
    breaks: tuple[Break, ...]

    def x(self, moment: float) -> float:
        """Return where a moment stands."""
        if not self.moments:
            return 0.0
        at = min(max(bisect_right(self.moments, moment), 1), max(len(self.moments) - 1, 1))
        if len(self.moments) == 1:
            return self.places[0]
        start, end = self.moments[at - 1], self.moments[at]
        share = min(max((moment - start) / (end - start), 0.0), 1.0)
        return self.places[at - 1] + share * (self.places[at] - self.places[at - 1])


def axis(moments: Iterable[float], left: float, right: float) -> Axis:
    """Return an axis on which all these moments stand."""
    told = sorted(set(moments))
    if len(told) < 2:  # noqa: PLR2004 - nothing to be apart from
        middle = (left + right) / 2
        ticks = [Tick(middle, *_words(each, _DAY)) for each in told]
        return Axis(tuple(told), (middle,) * len(told), tuple(ticks), ())
    gaps = [later - earlier for earlier, later in pairwise(told)]
    usual = _LONG * median(gaps)
    cut = [gap > usual and gap > _LARGE * sum(gaps) and len(gaps) > 1 for gap in gaps]
    even = [gap for gap, is_cut in zip(gaps, cut, strict=True) if not is_cut]
    longest = max(usual, *even) if even else usual
    shown = [longest if is_cut else gap for gap, is_cut in zip(gaps, cut, strict=True)]
    scale = (right - left) / sum(shown)
    places = [left]
    for each in shown:
        places.append(places[-1] + each * scale)
    bare = Axis(tuple(told), tuple(places), (), ())
    breaks = tuple(
        Break(round((places[at] + places[at + 1]) / 2, 1), _length(gaps[at]))
        for at, is_cut in enumerate(cut)
        if is_cut
    )
    return Axis(bare.moments, bare.places, tuple(_ticks(bare, sum(even) or sum(gaps), cut)), breaks)


def _ticks(bare: Axis, length: float, cut: Sequence[bool]) -> Iterator[Tick]:
    step = next((each for each in _STEPS if length / each <= _MOST_TICKS), _STEPS[-1])
    last, day = float("-inf"), ""
    moment = _from(bare.moments[0], step)
    for at, (start, end) in enumerate(pairwise(bare.moments)):
        if cut[at]:
            # What comes after a silence is dated whatever the steps are.
            text, below = _words(end, step)
            last, day = bare.x(end), below
            yield Tick(round(last, 1), text, below)
            moment = max(moment, _from(end, step))
            continue
        while moment <= end:
            x = bare.x(moment)
            if moment >= start and x - last >= _ROOM:
                text, below = _words(moment, step)
                yield Tick(round(x, 1), text, below if below != day else "")
                last, day = x, below
            moment = _from(moment + step, step)


def _from(moment: float, step: float) -> float:
    """Return the first tick that is no earlier."""
    return -(-moment // step) * step


def _words(moment: float, step: float) -> tuple[str, str]:
    try:
        when = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=moment)
    except OverflowError:
        return "", ""
    day = when.date().isoformat()
    return (f"{when:%H:%M}", day) if step < _DAY else (day, "")


def _length(seconds: float) -> str:
    for unit, words in ((_DAY, "days"), (_HOUR, "hours"), (_MINUTE, "minutes")):
        if seconds >= 2 * unit:
            return f"{seconds / unit:.0f} {words}"
    return f"{seconds:.0f} seconds"
