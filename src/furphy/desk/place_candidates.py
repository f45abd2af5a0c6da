"""Which places a name, spelt as it may be, may stand for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from furphy.gazetteer import shelf
from furphy.gazetteer.index import Gazetteer
from furphy.model.place import Candidate


@dataclass(frozen=True, slots=True)
class Search:
    """Where and how to look names up."""

    files: tuple[Path, ...] = ()
    """Index files; none stand for the packaged one with the user's own lists."""
    limit: int = 5
    country: str | None = None
    """ISO 3166-1 alpha-2, in capitals; None for all."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name and the places that it may stand for, best first."""

    name: str
    candidates: tuple[Candidate, ...]


def place_candidates(names: Iterable[str], search: Search) -> Iterator[Found]:
    """Yield the candidates of each name, in the order of the names.

    Raises :class:`furphy.errors.InputError` where a gazetteer is missing or unreadable.
    """
    gazetteer = Gazetteer(search.files) if search.files else shelf.default()
    for name in names:
        yield Found(name, gazetteer.spelled(name, search.limit, search.country))
