"""The places of a reading, each once: what it is called in the text, where it is, and why there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from furphy.export.visible import on_one_line
from furphy.export.wording import country, words
from furphy.model.place import Candidate, Ground, Place, PlaceKind
from furphy.model.reading import Reading

NEAREST = 3
"""How many of the places that a name might stand for are told beside it."""

_WIDE_KM = 60.0
"""A place that reaches further is no dot on a map of towns."""


@dataclass(frozen=True, slots=True)
class Located:
    """One place that the text names."""

    number: int
    """By which lists and maps call it, from 1, in the order of the text."""
    place: Place
    name: str
    """As its gazetteer has it, fit to be shown."""
    toponyms: tuple[int, ...]
    """Indexes of the names that were taken for it, in reading order."""
    written: tuple[str, ...]
    """How the text writes it, each form once."""
    lies: str
    """What sort of place it is and where, e.g. ``village in Zaporizhzhia Oblast, Ukraine``."""
    score: float | None
    """Of the surest of its names."""
    grounds: tuple[Ground, ...]
    """What decided for the surest of its names."""
    others: tuple[Candidate, ...]
    """What else that name might stand for, best first."""

    @property
    def point(self) -> tuple[float, float]:
        """Return its degrees north and east."""
        return self.place.lat, self.place.lon

    @property
    def is_wide(self) -> bool:
        """Tell whether it is too large to be shown as a dot."""
        return self.place.radius_km > _WIDE_KM


@dataclass(frozen=True, slots=True)
class Unlocated:
    """A name that nothing known fits."""

    written: str
    toponyms: tuple[int, ...]
    others: tuple[Candidate, ...]
    """What came nearest, best first."""
    grounds: tuple[Ground, ...]


def located(reading: Reading) -> tuple[Located, ...]:
    """Return the places that names were taken for, in the order of the text."""
    found = defaultdict[tuple[str, str], list[int]](list)
    for index, toponym in enumerate(reading.toponyms):
        if toponym.place is not None:
            found[toponym.place.gazetteer, toponym.place.id].append(index)
    places = [reading.toponyms[each[0]].place for each in found.values()]
    known = [place for place in places if place is not None]
    return tuple(
        _located(reading, number, (place, tuple(names)), known)
        for number, (place, names) in enumerate(zip(known, found.values(), strict=True), 1)
    )


def unlocated(reading: Reading) -> tuple[Unlocated, ...]:
    """Return the names that were taken for no place, equal ones together."""
    found = defaultdict[str, list[int]](list)
    for index, toponym in enumerate(reading.toponyms):
        if toponym.place is None:
            found[words(reading, (toponym.named.span,))].append(index)
    return tuple(
        Unlocated(
            name,
            tuple(names),
            reading.toponyms[names[0]].candidates[:NEAREST],
            reading.toponyms[names[0]].because,
        )
        for name, names in found.items()
    )


def _located(
    reading: Reading, number: int, found: tuple[Place, tuple[int, ...]], known: Sequence[Place]
) -> Located:
    place, names = found
    surest = max((reading.toponyms[each] for each in names), key=lambda each: each.score or 0.0)
    others = [each for each in surest.candidates if each.place != place]
    return Located(
        number=number,
        place=place,
        name=on_one_line(place.name),
        toponyms=names,
        written=tuple(
            dict.fromkeys(words(reading, (reading.toponyms[each].named.span,)) for each in names)
        ),
        lies=", ".join(lying(place, known)),
        score=surest.score,
        grounds=surest.because,
        others=tuple(others[:NEAREST]),
    )


def lying(place: Place, known: Sequence[Place] = ()) -> Iterator[str]:
    """Yield what sort of place it is, the smallest known place that holds it, and its country."""
    around = [each for each in known if each != place and place.lies_in(each)]
    regions = [each for each in around if each.kind is not PlaceKind.COUNTRY]
    if regions:
        inner = max(regions, key=lambda each: len(each.divisions))
        yield f"{place.kind.value} in {on_one_line(inner.name)}"
    else:
        yield place.kind.value
    if place.country is not None and place.kind is not PlaceKind.COUNTRY:
        yield country(place.country)
