"""The distances that a text states, as they are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from furphy.export.maps.frame import km
from furphy.export.whereabouts import Located
from furphy.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Stated:
    """So far, by the text, something is from a place."""

    base: Located
    """The place it is measured from."""
    subject: Located | None
    """The place it is measured to; None where the text names none, or none known fits."""
    radii: tuple[float, ...]
    """The least and greatest distance, in kilometres, as far as the words give them."""
    bearing: float | None
    text: str

    @property
    def reach_km(self) -> float:
        """Return how far off it may be."""
        return self.radii[-1]


def stated(reading: Reading, places: Sequence[Located]) -> tuple[Stated, ...]:
    """Return the stated distances from places that were found, each once."""
    by_name = {name: place for place in places for name in place.toponyms}
    return tuple(dict.fromkeys(_stated(reading, by_name)))


def _stated(reading: Reading, by_name: dict[int, Located]) -> Iterator[Stated]:
    for each in reading.constraints:
        radii = tuple(sorted({end for end in (each.low_km, each.high_km) if end}))
        subject = None if each.subject is None else by_name.get(each.subject)
        if radii:
            text = km(each.low_km, each.high_km)
            for name in each.objects:
                base = by_name.get(name)
                if base is not None and base is not subject:
                    yield Stated(base, subject, radii, each.bearing, text)
