"""Places resolved by what texts state of them, and worse without it.

The texts are in ``constraint_texts.tsv``. Every name asked for is handed to the resolution,
whether or not the recogniser found it: what is tested here is the choice between places. A name is
right when its place lies within 10 km of the expected one, or when none is taken where none fits.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from papers import document

from furphy.errors import InputError
from furphy.gazetteer import resolve as resolving
from furphy.gazetteer import shelf
from furphy.gazetteer.geometry import Point, distance_km
from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.resolve import Resolution, resolve
from furphy.model.evidence import Evidence
from furphy.model.place import Constraint, PlaceName, Relation
from furphy.model.text import Span
from furphy.reading.parsing import parsing
from furphy.reading.places.located import with_located
from furphy.reading.places.names import place_names
from furphy.reading.places.relations import relations
from furphy.reading.stage import Draft, run
from furphy.reading.tree import Tree

RIGHT_KM = 10.0
Expected = dict[str, Point | None]


@dataclass(frozen=True)
class Case:
    part: str
    kind: str
    text: str
    expected: tuple[tuple[str, Point | None], ...]


def cases() -> list[Case]:
    path = Path(__file__).with_name("constraint_texts.tsv")
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [
        Case(row["set"], row["kind"], row["text"], tuple(expected(row["expected"])))
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    ]


def expected(cell: str) -> list[tuple[str, Point | None]]:
    found: list[tuple[str, Point | None]] = []
    for part in cell.split("; "):
        name, _, where = part.rpartition("=")
        lat, _, lon = where.partition(",")
        found.append((name, None if where == "-" else (float(lat), float(lon))))
    return found


CASES = cases()


@cache
def gazetteer() -> Gazetteer:
    try:
        return shelf.default()
    except InputError:
        pytest.skip("the packaged gazetteer is not built")


@cache
def read(case: Case) -> tuple[tuple[PlaceName, ...], tuple[Constraint, ...]]:
    """Return the names of a text and what it states of them."""
    text = case.text
    tree = run(Draft(document(text), "en"), (parsing,)).the(Tree)
    found = place_names(tree, text, gazetteer().named, (), gazetteer().spelled)
    names = list(with_located(tree, text, found, "en"))
    for name, _ in case.expected:
        span = Span(text.index(name), text.index(name) + len(name))
        if not any(each.span.meets(span) for each in names):
            names.append(PlaceName(span, name, Evidence("asked", 1.0)))
    names.sort(key=lambda each: each.span)
    return tuple(names), relations(tree, names, "en")


def stated(kind: str) -> Callable[[Constraint], bool]:
    return lambda constraint: constraint.relation.value != kind


def is_right(case: Case, keep: Callable[[Constraint], bool] = lambda _: True) -> bool:
    names, constraints = read(case)
    found = resolve(names, [each for each in constraints if keep(each)], gazetteer())
    return all(hit(case, found, name, point) for name, point in case.expected)


def hit(case: Case, found: Resolution, name: str, point: Point | None) -> bool:
    start = case.text.index(name)
    (toponym,) = [
        each for each in found.toponyms if each.named.span.meets(Span(start, start + len(name)))
    ]
    place = toponym.place
    if place is None or point is None:
        return place is None and point is None
    return distance_km((place.lat, place.lon), point) <= RIGHT_KM


def share(kind: str | None, keep: Callable[[Constraint], bool] = lambda _: True) -> float:
    chosen = [case for case in CASES if kind in {None, case.kind}]
    return sum(is_right(case, keep) for case in chosen) / len(chosen)


def test_there_are_texts_of_every_kind() -> None:
    assert len(CASES) >= 190
    assert {case.kind for case in CASES} == {*Relation, "spelling", "context"}
    assert len({case.text for case in CASES}) == len(CASES)


def test_nine_of_ten_are_right() -> None:
    assert share(None) >= 0.93


@pytest.mark.parametrize("part", ["a", "b", "c", "d"])
def test_so_are_those_written_apart(part: str) -> None:
    chosen = [case for case in CASES if case.part == part]
    assert sum(map(is_right, chosen)) / len(chosen) >= 0.85


@pytest.mark.parametrize("relation", Relation)
def test_each_relation_matters(relation: Relation) -> None:
    with_it = share(relation.value)
    without = share(relation.value, stated(relation.value))
    assert with_it - without >= 0.08


def test_shared_surroundings_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    with_them = share("context")
    alone = replace(resolving.PULL, country=0.0, region=0.0, district=0.0, around=0.0)
    monkeypatch.setattr(resolving, "PULL", alone)
    assert with_them - share("context") >= 0.3


def test_spelling_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = share("spelling")
    monkeypatch.setattr(Gazetteer, "spelled", lambda *_, **__: ())
    assert with_it - share("spelling") >= 0.3


def test_nothing_is_said_of_a_place_without_grounds() -> None:
    for case in CASES[::7]:
        names, constraints = read(case)
        for toponym in resolve(names, constraints, gazetteer()).toponyms:
            assert toponym.because
            assert all(
                span.end <= len(case.text) for each in toponym.because for span in each.spans
            )


def test_the_same_text_gives_the_same_places() -> None:
    names, constraints = read(CASES[0])
    first, second = (resolve(names, constraints, gazetteer()) for _ in range(2))
    assert first == second
