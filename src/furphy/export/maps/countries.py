"""Names of countries, set where a map has room for them, so that a reader knows the way."""

from collections.abc import Collection, Iterator

from furphy.export.maps.labels import SIZE, Label, Sheet, width
from furphy.export.maps.outlines import Outline, country_names
from furphy.export.maps.view import KM_A_DEGREE, View

_LEAST_ROOM = 1.5
"""Of the land that is seen of a country, as a multiple of what its name covers."""
_TRIES = 4


def name_countries(view: View, sheet: Sheet, named: Collection[str]) -> Iterator[Label]:
    """Set the names of those countries of which enough is seen, the largest first.

    Those in ``named`` (in lower case) are left out, since the map names them as places.
    """
    seen = {
        name: [*_seen(view, spots)]
        for name, spots in country_names().items()
        if name.casefold() not in named
    }
    cell = (KM_A_DEGREE / view.km_a_unit) ** 2
    for name, spots in sorted(seen.items(), key=lambda each: (-len(each[1]), each[0])):
        if spots and len(spots) * cell >= _LEAST_ROOM * width(name) * SIZE:
            label = _set(name, spots, sheet)
            if label is not None:
                yield label


def _seen(view: View, spots: Outline) -> Iterator[tuple[float, float]]:
    _, south, _, north = view.extent()
    for lat, lon in zip(spots.lats, spots.lons, strict=True):
        if south < lat < north and view.shows((lat, lon)):
            yield view.place((lat, lon))


def _set(name: str, spots: list[tuple[float, float]], sheet: Sheet) -> Label | None:
    x = sum(spot[0] for spot in spots) / len(spots)
    y = sum(spot[1] for spot in spots) / len(spots)
    nearest = sorted(spots, key=lambda spot: (spot[0] - x) ** 2 + (spot[1] - y) ** 2)
    tries = nearest[:: max(1, len(nearest) // _TRIES)]
    return next((label for spot in tries if (label := sheet.title(name, *spot))), None)
