"""What is known of countries beyond their places: their capitals, and which lie side by side."""

from collections.abc import Mapping
from functools import cache

from furphy import lexicon
from furphy.model.place import Place

_TABLE = ("country_borders", "any")


def is_capital(place: Place) -> bool:
    """Tell whether a place is the capital of its country."""
    return place.gazetteer == "geonames" and place.id in _capitals()


@cache
def neighbours() -> Mapping[str, tuple[str, ...]]:
    """Return the countries that each country borders on, all by ISO 3166-1 alpha-2."""
    return {row["country"]: tuple(row["neighbours"].split()) for row in lexicon.rows(*_TABLE)}


@cache
def _capitals() -> frozenset[str]:
    """Return the ids that GeoNames gives the capitals."""
    return frozenset(row["capital"] for row in lexicon.rows(*_TABLE)) - {""}
