"""Names in a list tend to be of one kind."""

from dataclasses import replace
from pathlib import Path

import pytest
from gazetteer.gazetteers import gazetteer, record

from furphy.gazetteer.record import Record
from furphy.gazetteer.resolve import resolve
from furphy.gazetteer.rows import rows
from furphy.model.evidence import Evidence
from furphy.model.place import PlaceKind, PlaceName
from furphy.model.text import Span


def named(text: str, *names: str) -> list[PlaceName]:
    spans = (Span(text.index(name), text.index(name) + len(name)) for name in names)
    return [PlaceName(span, span.of(text), Evidence("test", 1.0)) for span in spans]


def region(key: str, name: str, point: tuple[float, float]) -> Record:
    town = record(key, name, point, population=200000)
    return replace(town, place=replace(town.place, kind=PlaceKind.REGION, divisions=("UA", key)))


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        pytest.param("Ohio, Utah and Iowa", "Ohio Utah Iowa", [(0, 1, 2)], id="and"),
        pytest.param("Ohio, Utah, or Iowa", "Ohio Utah Iowa", [(0, 1, 2)], id="comma-and-word"),
        pytest.param("Ohio, Utah, Iowa, Guam", "Ohio Utah Iowa Guam", [(0, 1, 2, 3)], id="four"),
        pytest.param("Rome, Ohio, Guam", "Rome Ohio Guam", [], id="three-within-each-other"),
        pytest.param("Ohio and Utah", "Ohio Utah", [], id="two"),
        pytest.param("Ohio, Utah; it said Iowa", "Ohio Utah Iowa", [], id="far"),
    ],
)
def test_rows_are_names_parted_by_commas(
    text: str, names: str, expected: list[tuple[int, ...]]
) -> None:
    found = named(text, *names.split())
    assert rows(found, {each: each for each in range(len(found))}) == tuple(expected)


def test_a_name_in_a_list_is_of_the_kind_of_the_others(tmp_path: Path) -> None:
    places = gazetteer(
        tmp_path,
        [
            record("big", "Lomina", (10, 10), population=9_000_000),
            region("land", "Lomina", (50, 50)),
            region("west", "Arvo", (49, 40)),
            region("east", "Belt", (51, 60)),
        ],
    )
    text = "It was seen in Arvo, Belt and Lomina"
    alone = resolve(named(text, "Lomina"), [], places).toponyms[-1]
    listed = resolve(named(text, "Arvo", "Belt", "Lomina"), [], places).toponyms[-1]
    assert alone.place is not None
    assert listed.place is not None
    assert (alone.place.id, listed.place.id) == ("big", "land")
