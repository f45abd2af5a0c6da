"""GeoNames' own dumps: ``UA.txt``, ``allCountries.txt``, ``cities500.txt`` and their like.

https://download.geonames.org/export/dump/readme.txt tells the 19 columns, which tabs part. Memory
does not grow with the file.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from furphy.errors import InputError
from furphy.gazetteer import checks
from furphy.gazetteer.checks import Refusal
from furphy.gazetteer.record import Name, Record
from furphy.gazetteer.sources.alternates import Alternates
from furphy.gazetteer.sources.cities import VILLAGE_BELOW, reach_km
from furphy.model.place import Place, PlaceKind

_COLUMNS = 19
_POSTAL_COLUMNS = 12
_LOOKED_AT = 50
"""Lines that tell whether a file is a dump at all."""
_SHOWN = 120
_OTHER, _ASCII = 0.8, 0.9

_CLASSES = {
    "P": PlaceKind.CITY,
    "T": PlaceKind.MOUNTAIN,
    "H": PlaceKind.LAKE,
    "U": PlaceKind.SEA,
    "A": PlaceKind.DISTRICT,
    "L": PlaceKind.AREA,
    "V": PlaceKind.AREA,
    "S": PlaceKind.SITE,
    "R": PlaceKind.SITE,
}
_CODES = {
    **dict.fromkeys(("PCL", "PCLD", "PCLF", "PCLI", "PCLIX", "PCLS", "TERR"), PlaceKind.COUNTRY),
    "ADM1": PlaceKind.REGION,
    "CONT": PlaceKind.CONTINENT,
    "ZN": PlaceKind.AREA,
    **dict.fromkeys(("ADM1H", "ADM2H", "ADM3H", "ADM4H", "PCLH", "PRSH"), PlaceKind.AREA),
    **dict.fromkeys(("PPLX", "PPLL"), PlaceKind.QUARTER),
    **dict.fromkeys(("STM", "STMS", "STMI", "CNL", "WAD", "STMX"), PlaceKind.RIVER),
    **dict.fromkeys(("SEA", "OCN", "GULF", "BAY", "STRT", "CHN", "SD", "FJD"), PlaceKind.SEA),
    **dict.fromkeys(("ISL", "ISLS", "ISLET", "ATOL", "ISLF", "ISLT"), PlaceKind.ISLAND),
    **dict.fromkeys(("PLN", "DSRT", "PEN", "VAL", "UPLD", "PLAT", "CAPE"), PlaceKind.AREA),
}
# Where a source says nothing of extent: the usual one of its kind, in kilometres.
_REACH = {
    PlaceKind.CONTINENT: 4000.0,
    PlaceKind.COUNTRY: 500.0,
    PlaceKind.REGION: 150.0,
    PlaceKind.DISTRICT: 30.0,
    PlaceKind.RIVER: 50.0,
    PlaceKind.LAKE: 5.0,
    PlaceKind.SEA: 100.0,
    PlaceKind.MOUNTAIN: 5.0,
    PlaceKind.ISLAND: 10.0,
    PlaceKind.AREA: 30.0,
    PlaceKind.SITE: 1.0,
}


Objection = Callable[[Place], str | None]
"""Says why a place cannot be where a row puts it; None where it can."""


def read(
    lines: Iterable[str], objection: Objection, alternates: Alternates | None = None
) -> Iterator[Record | Refusal]:
    """Yield the places of a dump, and a refusal for each row that cannot be one.

    Raises :class:`InputError` where the file is no dump at all.
    """
    rest = iter(lines)
    first = list(islice(rest, _LOOKED_AT))
    _expect_dump(first)
    for number, line in enumerate(chain(first, rest), 1):
        if line.strip():
            try:
                record = _record(line.split("\t"), alternates)
                why = objection(record.place)
                yield Refusal(number, why, line[:_SHOWN]) if why else record
            except ValueError as error:
                yield Refusal(number, str(error), line[:_SHOWN])


def _expect_dump(lines: list[str]) -> None:
    widths = {line.count("\t") + 1 for line in lines if line.strip()}
    if _COLUMNS in widths:
        return
    if _POSTAL_COLUMNS in widths:
        raise InputError("this is GeoNames' table of post codes, not a dump of its places")
    found = ", ".join(map(str, sorted(widths))) or "no"
    raise InputError(f"this is no dump of GeoNames: its rows have {found} columns, not {_COLUMNS}")


def _record(cells: list[str], alternates: Alternates | None) -> Record:
    if len(cells) != _COLUMNS:
        raise ValueError(f"{len(cells)} columns, not {_COLUMNS}")
    key, name, plain, others, lat, lon, sort, code, country, _, *parts = cells[:14]
    if not key.isdecimal():
        raise ValueError(f"the id {key!r} is no number")
    if not name.strip() or "\ufffd" in name:
        raise ValueError("the name is not UTF-8" if name.strip() else "there is no name")
    at = checks.point(lat, lon)
    people = int(checks.number("population", cells[14]) or 0) or None
    kind = _kind(sort, code, people)
    radius = _REACH.get(kind) or reach_km(people)
    place = Place(
        *("geonames", key, name, *at, kind, radius),
        *(country or None, _divisions(country, parts, kind), people),
    )
    return Record(place, tuple(_names(place, plain, others, alternates)))


def _kind(sort: str, code: str, people: int | None) -> PlaceKind:
    kind = _CODES.get(code) or _CLASSES.get(sort, PlaceKind.SITE)
    if kind is PlaceKind.CITY and (people or 0) < VILLAGE_BELOW:
        # Seats of regions and districts are towns whatever the source knows of their people.
        return kind if code.startswith("PPLA") or code == "PPLC" else PlaceKind.VILLAGE
    return kind


def _divisions(country: str, parts: list[str], kind: PlaceKind) -> tuple[str, ...]:
    if not country:
        return ()
    depth = {PlaceKind.COUNTRY: 0, PlaceKind.REGION: 1}.get(kind, len(parts))
    codes = [country]
    for part in parts[:depth]:
        # "00" says that the place lies in none in particular.
        if part in ("", "00"):
            break
        codes.append(f"{codes[-1]}.{part}")
    return tuple(codes)


def _names(place: Place, plain: str, others: str, alternates: Alternates | None) -> Iterator[Name]:
    yield Name(place.name)
    if plain and plain != place.name:
        yield Name(plain, None, _ASCII)
    if alternates is not None:
        yield from alternates.of(place.id)
    else:
        for form in others.split(","):
            if form and form != place.name:
                yield Name(form, None, _OTHER)
