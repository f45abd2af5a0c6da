"""Search a casebook, or list all of one sort in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

from furphy.casebook import mentions, sources
from furphy.casebook.casebook import Casebook
from furphy.casebook.distances import Circle
from furphy.casebook.excerpts import found_part, marks
from furphy.casebook.filters import Filters, Stretch
from furphy.casebook.hits import AssertionHit, DocumentHit
from furphy.casebook.judged_reading import verdict
from furphy.casebook.query import Query, parse
from furphy.casebook.search import Search, search_assertions, search_documents
from furphy.errors import InputError
from furphy.export.visible import on_one_line
from furphy.gazetteer import shelf
from furphy.model.place import Place
from furphy.model.text import Span
from furphy.model.verdict import Verdict

__all__ = [
    "AssertionHit",
    "DocumentHit",
    "Found",
    "Search",
    "Tell",
    "Wish",
    "found",
    "found_by",
    "found_in",
    "understood",
]

Tell = Callable[[str], None]
"""Is told what was understood of a name that could mean several things."""

_CANDIDATES = 20
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """What someone wants to see of a casebook."""

    words: str = ""
    over: tuple[str, ...] = ("assertions", "documents")
    sources: tuple[str, ...] = ()
    """Names of who says it or passes it on."""
    holders: tuple[str, ...] = ()
    """Names of innermost sources."""
    outlets: tuple[str, ...] = ()
    """Names of who published it."""
    aliases: bool = False
    """Whether names that people said are the same count too."""
    firmness: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    place: str | None = None
    at: tuple[str, ...] = ()
    """Places by gazetteer and id: ``geonames:704147``."""
    near: tuple[float, float] | None = None
    """Degrees north, degrees east."""
    within: float | None = None
    """Kilometres around the place or point; None: the place itself."""
    time: tuple[str | None, str | None] = (None, None)
    """From, until (not any more); ISO 8601."""
    published: tuple[str | None, str | None] = (None, None)
    limit: int | None = None


class Found(NamedTuple):
    """What was found, as it is shown."""

    hit: AssertionHit | DocumentHit
    excerpt: str | None
    """Of a document: the part in which the words stand; None where none were sought."""
    start: int | None
    """Where the excerpt begins in the document's text, code points."""
    shown: str
    """Assertion or excerpt, on one line."""
    marks: tuple[Span, ...]
    """Where in it the words stand."""
    verdicts: tuple[Verdict, ...] = ()
    """What people say of it."""


def found(where: str, wish: Wish, tell: Tell) -> Iterator[Found]:
    """Yield what a casebook holds of what is wished: assertions first, then documents.

    Raises :class:`InputError` where the wish cannot be understood, and
    :class:`furphy.errors.CasebookError` where the casebook cannot be read.
    """
    with Casebook.open(where) as book:
        yield from found_in(book, wish, tell)


def found_in(book: Casebook, wish: Wish, tell: Tell) -> Iterator[Found]:
    """Yield what :func:`found` does, of a casebook that is open."""
    yield from found_by(book, understood(book, wish, tell), wish.over)


def found_by(book: Casebook, search: Search, over: tuple[str, ...]) -> Iterator[Found]:
    """Yield what is found by a wish that is understood."""
    with book.reading() as connection:
        if "assertions" in over:
            for hit in search_assertions(connection, search):
                yield _shown(hit, None, None, hit.text, search.query)
        if "documents" in over:
            for each in search_documents(connection, search):
                yield _document(connection, each, search.query)


def understood(book: Casebook, wish: Wish, tell: Tell) -> Search:
    """Return a wish as what a casebook is searched for.

    Raises :class:`InputError` where it cannot be understood.
    """
    with book.reading() as connection:
        return Search(parse(wish.words), _filters(connection, wish, tell), wish.limit)


def _document(connection: Connection, hit: DocumentHit, query: Query) -> Found:
    if hit.passage is None:
        return _shown(hit, None, None, "", query)
    part = found_part(connection, hit.edition, hit.passage, query)
    return _shown(hit, part.text, part.start, part.text, query)


def _shown(
    hit: AssertionHit | DocumentHit,
    excerpt: str | None,
    start: int | None,
    text: str,
    query: Query,
) -> Found:
    shown = on_one_line(text)
    said = tuple(verdict(None, each) for each in hit.judged or ())
    return Found(hit, excerpt, start, shown, tuple(marks(shown, query)), said)


def _filters(connection: Connection, wish: Wish, tell: Tell) -> Filters:
    places, near = _where(connection, wish, tell)
    return Filters(
        sources=_stored(connection, wish.sources, wish),
        holders=_stored(connection, wish.holders, wish),
        outlets=_stored(connection, wish.outlets, wish),
        values=wish.firmness,
        kinds=wish.kinds,
        languages=wish.languages,
        places=(*places, *map(_entry, wish.at)),
        near=near,
        time=Stretch(*wish.time) if any(wish.time) else None,
        published=Stretch(*wish.published) if any(wish.published) else None,
    )


def _stored(connection: Connection, names: tuple[str, ...], wish: Wish) -> tuple[str, ...]:
    """Return names as they are stored; a name that nobody has finds nothing."""
    return tuple(
        spelt
        for name in names
        for spelt in sources.spellings(connection, name, aliases=wish.aliases) or (name,)
    )


def _where(
    connection: Connection, wish: Wish, tell: Tell
) -> tuple[tuple[tuple[str, str], ...], Circle | None]:
    """Return the place, or the circle, that is wished."""
    if wish.near is not None:
        if wish.within is None:
            raise InputError("a point needs a distance: how many kilometres around it?")
        return (), Circle(*wish.near, wish.within)
    if wish.place is None:
        if wish.within is not None:
            raise InputError("a distance needs a place or a point to be taken from")
        return (), None
    place = _place(connection, wish.place, tell)
    if wish.within is None:
        return ((place.gazetteer, place.id),), None
    return (), Circle(place.lat, place.lon, wish.within)


def _entry(written: str) -> tuple[str, str]:
    """Return the gazetteer and the id of a place."""
    gazetteer, _, id_ = written.partition(":")
    if not (gazetteer and id_):
        raise InputError(f"{written!r} is not a gazetteer and an id, such as geonames:704147")
    return gazetteer, id_


def _place(connection: Connection, name: str, tell: Tell) -> Place:
    """Return the place of a name that the casebook tells most of, else the most prominent."""
    gazetteer = shelf.default()
    found = gazetteer.named(name) or gazetteer.spelled(name, _CANDIDATES)
    if not found:
        raise InputError(f"no place of the name {name!r} is in the gazetteer")
    places = [each.place for each in found]
    told = mentions.of_places(connection, [(each.gazetteer, each.id) for each in places])
    places.sort(key=lambda each: -told.get((each.gazetteer, each.id), 0))
    others = [_told(each) for each in places[1 : 1 + _SHOWN]]
    beside = f"; not {', '.join(others)}" if others else ""
    tell(f"{name} is taken for {_told(places[0])}{beside}")
    return places[0]


def _told(place: Place) -> str:
    return f"{place.name} ({place.country or '?'}) at {place.lat:.4f},{place.lon:.4f}"
