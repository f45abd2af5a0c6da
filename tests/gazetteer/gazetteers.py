"""Small gazetteers for tests: real places, few of them."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.record import Name, Record
from furphy.gazetteer.writer import write
from furphy.model.place import Place, PlaceKind

CITY = PlaceKind.CITY


def record(
    key: str,
    names: str,
    point: tuple[float, float] = (0.0, 0.0),
    country: str = "UA",
    population: int | None = None,
) -> Record:
    """Make a settlement whose names stand in one string, split by bars."""
    forms = tuple(Name(each.strip()) for each in names.split("|"))
    place = Place("test", key, forms[0].text, *point, CITY, 2.0, country, (country,), population)
    return Record(place, forms)


def region(town: Record, radius_km: float) -> Record:
    """Make a region of what was made as a settlement."""
    place = replace(town.place, kind=PlaceKind.REGION, radius_km=radius_km)
    return replace(town, place=place)


def gazetteer(folder: Path, *groups: Iterable[Record]) -> Gazetteer:
    """Build one index of each group of records and open them together."""
    paths = [folder / f"{number}.sqlite" for number in range(len(groups))]
    for number, (path, records) in enumerate(zip(paths, groups, strict=True)):
        write(path, f"test{number}", "1", records)
    return Gazetteer(paths)
