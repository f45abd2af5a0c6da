"""What is counted once, and told until the casebook has changed."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice
from threading import Lock
from typing import Any, TypeVar

from furphy.desk import browsing, faceting, searching
from furphy.desk.browsing import Census, Extent
from furphy.desk.faceting import Facets, Mark
from furphy.desk.searching import Found, Search, Tell, Wish
from furphy.web.desk import Desk

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_MOST = 64
"""Searches whose counts are kept: some ten kilobytes each; and pages of what they find."""

_LARGE = 200_000
"""Characters of what is shown on a page from which on it is not kept."""


@dataclass(slots=True)
class _Last:
    """The last one counted."""

    where: str = ""
    extent: Extent | None = None
    census: Census | None = None
    since: dict[int, int] = field(default_factory=dict)
    """How many documents came in after one, by its edition's number."""


@dataclass(slots=True)
class _Counts:
    """Counts of the searches asked for last."""

    where: str = ""
    mark: Mark = ()
    found: OrderedDict[tuple[Search, int], Facets] = field(default_factory=OrderedDict)
    understood: OrderedDict[Wish, Search] = field(default_factory=OrderedDict)
    wider: OrderedDict[tuple[Search, str], Any] = field(default_factory=OrderedDict)
    """What else could be had instead of what narrows a search, the same for each of it."""
    pages: OrderedDict[tuple[Search, tuple[str, ...], int], tuple[Found, ...]] = field(
        default_factory=OrderedDict
    )
    """What is found, a page at a time."""


_last, _counts, _lock = _Last(), _Counts(), Lock()
_under_way: dict[object, Lock] = {}
"""Held while one counts what others may want as well, by what is wanted."""


def census(desk: Desk) -> Census:
    """Return what a casebook holds, counted when it has changed."""
    extent = browsing.extent(desk.book)
    with _lock:
        _look(desk, extent)
        if _last.census is None:
            _last.census = browsing.counted(desk.book)
        return _last.census


def came_since(desk: Desk, edition: int) -> int:
    """Return how many documents came in after one, counted when the casebook has changed."""
    extent = browsing.extent(desk.book)
    with _lock:
        _look(desk, extent)
        if edition not in _last.since:
            if len(_last.since) >= _MOST:
                _last.since.clear()
            _last.since[edition] = browsing.since(desk.book, edition)
        return _last.since[edition]


def _look(desk: Desk, extent: Extent) -> None:
    """Forget what was counted of another casebook, or of less of this one."""
    if (_last.where, _last.extent) != (desk.where, extent):
        _last.where, _last.extent, _last.census = desk.where, extent, None
        _last.since.clear()


def understood(desk: Desk, wish: Wish, tell: Tell) -> Search:
    """Return a wish as what a casebook is searched for; names are looked up once."""
    if wish.place is not None:
        # What it stands for is told each time, and changes with the gazetteers.
        return searching.understood(desk.book, wish, tell)
    of = (desk.where, _marked(desk))
    return _once(_counts.understood, wish, of, lambda: searching.understood(desk.book, wish, tell))


def found(desk: Desk, search: Search, over: tuple[str, ...], after: int) -> tuple[Found, ...]:
    """Return what a search with a limit finds behind so many, anew when the casebook has changed.

    Who goes back, or follows a link that somebody sent, asks for what was found before.
    """

    def find() -> tuple[Found, ...]:
        rows = searching.found_by(desk.book, search, over)
        return tuple(islice(rows, after, search.limit))

    of = (desk.where, _marked(desk))
    key = (search, over, after)
    rows = _once(_counts.pages, key, of, find)
    if sum(len(each.shown) for each in rows) > _LARGE:
        with _lock:
            _counts.pages.pop(key, None)
    return rows


def counts(desk: Desk, search: Search, most: int) -> Facets:
    """Return the counts of a search, anew when the casebook has changed."""
    of = (desk.where, _marked(desk))
    key = (replace(search, limit=None), most)

    def keeping(wider: tuple[Search, str], count: Callable[[], _Value]) -> _Value:
        kept: OrderedDict[tuple[Search, str], _Value] = _counts.wider
        return _once(kept, wider, of, count)

    def count() -> Facets:
        return faceting.counted_by(desk.book, key[0], most, aliases=True, keeping=keeping)

    return _once(_counts.found, key, of, count)


def _marked(desk: Desk) -> Mark:
    """Return how far the casebook goes; what was kept of one that went less far is dropped."""
    mark = faceting.mark(desk.book)
    with _lock:
        if (_counts.where, _counts.mark) != (desk.where, mark):
            _counts.where, _counts.mark = desk.where, mark
            _counts.found.clear()
            _counts.understood.clear()
            _counts.wider.clear()
            _counts.pages.clear()
    return mark


def _once(
    kept: OrderedDict[_Key, _Value], key: _Key, of: tuple[str, Mark], make: Callable[[], _Value]
) -> _Value:
    """Return what is kept, made where it is not: by whoever comes first, while others await it."""
    with _lock:
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
        mine = _under_way.setdefault(key, Lock())
    try:
        with mine:
            with _lock:
                if key in kept:
                    return kept[key]
            found = make()
            _keep(kept, key, found, of)
            return found
    finally:
        with _lock:
            _under_way.pop(key, None)


def _keep(kept: OrderedDict[_Key, _Value], key: _Key, value: _Value, of: tuple[str, Mark]) -> None:
    """Keep what was found of a casebook, unless it has changed meanwhile."""
    with _lock:
        if (_counts.where, _counts.mark) == of:
            kept[key] = value
            while len(kept) > _MOST:
                kept.popitem(last=False)
