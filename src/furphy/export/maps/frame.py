"""What a map tells of its own scale: graticule, scale bar, the words for a degree."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10

from furphy.export.maps.view import HALF_TURN, View, turned

_STEPS = (60.0, 30.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01)
_LEAST_LINES = 2.6
_LONGEST_BAR = 0.3
"""Of the scale bar, as a share of the map's width."""
_ROUND = (5, 2, 1)
_FINE_BELOW = 10
"""Shorter distances are told to the tenth of a kilometre."""


@dataclass(frozen=True, slots=True)
class Graticule:
    """One line of the graticule: where it is drawn, and what it is called."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A length on the map and what it stands for."""

    length: float
    text: str


def meridians(view: View) -> tuple[Graticule, ...]:
    """Return the meridians from left to right."""
    west, _, east, _ = view.extent()
    return tuple(
        Graticule(round(view.x(lon), 1), degrees(turned(lon), "E", "W"))
        for lon in _even(west, east)
    )


def parallels(view: View) -> tuple[Graticule, ...]:
    """Return the parallels from the bottom up."""
    _, south, _, north = view.extent()
    return tuple(
        Graticule(round(view.y(lat), 1), degrees(lat, "N", "S"))
        for lat in _even(south, north)
        if abs(lat) <= 90  # noqa: PLR2004  (a quarter turn)
    )


def bar(view: View) -> Bar:
    """Return the longest round length that is no more than a share of the map's width."""
    most = view.width_km * _LONGEST_BAR
    power = 10.0 ** floor(log10(most))
    km = next(times * power for times in _ROUND if times * power <= most)
    return Bar(round(km / view.km_a_unit, 1), f"{km:,.10g} km")


def degrees(value: float, positive: str, negative: str) -> str:
    """Return a coordinate as a map has it: ``47.5° N``."""
    side = "" if value % HALF_TURN == 0 else positive if value > 0 else negative
    return f"{abs(value):.10g}° {side}".rstrip()


def _even(start: float, end: float) -> Iterator[float]:
    step = next((each for each in _STEPS if (end - start) / each >= _LEAST_LINES), _STEPS[-1])
    for number in range(ceil(start / step), floor(end / step) + 1):
        yield round(number * step, 6)


def km(low: float | None, high: float | None) -> str:
    """Return a stated distance in short: ``20 km``, ``18–22 km``, ``≤ 5 km``; empty for neither."""
    ends = [_short(each) for each in (low, high) if each is not None]
    if len({*ends}) == 1 and low is not None and high is not None:
        return f"{ends[0]} km"
    if len(ends) == 1:
        return f"{'≥' if high is None else '≤'} {ends[0]} km"
    return f"{'–'.join(ends)} km" if ends else ""


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= _FINE_BELOW else f"{number:.1f}".removesuffix(".0")
