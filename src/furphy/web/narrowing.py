"""Addresses of searches that are narrower or wider than one by one thing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from furphy.export.visible import on_one_line
from furphy.export.wording import FIRMNESS, coordinates
from furphy.model.factuality import Commitment

FIELDS = (
    *("q", "over", "source", "holder", "outlet", "value", "kind", "language", "place", "at"),
    *("lat", "lon", "within", "from", "until", "published_from", "published_until"),
)
"""Of the address of a search, in the order of the form."""

CIRCLE = ("place", "lat", "lon", "within")
"""Fields that say near what."""

_TOLD = {
    "source": "says or publishes it",
    "holder": "innermost source",
    "outlet": "outlet",
    "value": "how firmly",
    "kind": "kind",
    "language": "language",
    "from": "happens from",
    "until": "happens until",
    "published_from": "published from",
    "published_until": "published until",
}

Pairs = Sequence[tuple[str, str]]
"""Fields of an address with their values, in their order."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing by which a search is narrowed, and the search without it."""

    told: str
    value: str
    address: str


def pairs_of(given: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return what of an address says what is sought."""
    return [each for each in given if each[0] in FIELDS and each[1].strip()]


def address(pairs: Pairs) -> str:
    """Return the address of a search."""
    return f"/search?{urlencode(pairs)}" if pairs else "/search"


def without(pairs: Pairs, *names: str) -> list[tuple[str, str]]:
    """Return a search that is not narrowed by some fields."""
    return [each for each in pairs if each[0] not in names]


def narrowed(pairs: Pairs, name: str, value: str) -> str:
    """Return the address of a search that is narrowed by one value, in the place of others."""
    return address([*without(pairs, name), (name, value)])


def at_place(pairs: Pairs, key: str) -> str:
    """Return the address of a search for what names one place, within the circle if there is one.

    A name without a distance stands for a place itself, which the other takes the place of.
    """
    has_circle = any(name == "within" for name, _ in pairs)
    kept = without(pairs, "at") if has_circle else without(pairs, "at", *CIRCLE)
    return address([*kept, ("at", key)])


def around(pairs: Pairs, point: tuple[float, float], km: float) -> str:
    """Return the address of a search for what is near a point."""
    lat, lon = point
    circle = [("lat", f"{lat:.4f}"), ("lon", f"{lon:.4f}"), ("within", f"{km:g}")]
    return address([*without(pairs, "at", *CIRCLE), *circle])


def in_stretch(pairs: Pairs, names: tuple[str, str], stretch: tuple[str, str]) -> str:
    """Return the address of a search for what lies in a stretch of time."""
    return address([*without(pairs, *names), *zip(names, stretch, strict=True)])


def chips(pairs: Pairs, places: dict[str, str]) -> Iterator[Chip]:
    """Yield what a search is narrowed by; ``places`` are names of places by gazetteer and id."""
    values = dict(pairs)
    for at, (name, value) in enumerate(pairs):
        less = address([*pairs[:at], *pairs[at + 1 :]])
        if name in _TOLD:
            yield Chip(_TOLD[name], _value(name, value), less)
        elif name == "at":
            yield Chip("place", on_one_line(places.get(value, value)), less)
    wide = f"{values['within']} km around " if "within" in values else ""
    less = address(without(pairs, *CIRCLE))
    if "lat" in values and "lon" in values:
        yield Chip("near", on_one_line(wide + _point(values["lat"], values["lon"])), less)
    elif "place" in values:
        yield Chip("near" if wide else "place", on_one_line(wide + values["place"]), less)


def _point(lat: str, lon: str) -> str:
    try:
        return coordinates(float(lat), float(lon))
    except ValueError:
        return f"{lat}, {lon}"


def _value(name: str, value: str) -> str:
    if name == "value" and value in {each.value for each in Commitment}:
        return FIRMNESS[Commitment(value)].words
    return on_one_line(value)
