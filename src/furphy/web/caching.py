"""What is counted once, and told until the casebook has changed."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any, TypeVar

from furphy.desk import browsing, faceting, searching
from furphy.desk.browsing import Census, Extent
from furphy.desk.faceting import Facets, Mark
from furphy.desk.searching import Search, Tell, Wish
from furphy.web.desk import Desk

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_MOST = 64
"""Searches whose counts are kept: some ten kilobytes each."""


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


_last, _counts, _lock = _Last(), _Counts(), Lock()
_counting = Lock()
"""Held while one counts what others want as well."""


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
    mark = _marked(desk)
    with _lock:
        if wish in _counts.understood:
            return _counts.understood[wish]
    search = searching.understood(desk.book, wish, tell)
    _keep(_counts.understood, wish, search, (desk.where, mark))
    return search


def counts(desk: Desk, search: Search, most: int) -> Facets:
    """Return the counts of a search, anew when the casebook has changed."""
    mark = _marked(desk)
    key = (replace(search, limit=None), most)
    with _lock:
        if key in _counts.found:
            _counts.found.move_to_end(key)
            return _counts.found[key]
    # Others need not wait for it, though two may count the same at once.

    def keeping(of: tuple[Search, str], count: Callable[[], _Value]) -> _Value:
        with _counting:
            with _lock:
                if of in _counts.wider:
                    known: _Value = _counts.wider[of]
                    return known
            new = count()
            _keep(_counts.wider, of, new, (desk.where, mark))
            return new

    found = faceting.counted_by(desk.book, key[0], most, aliases=True, keeping=keeping)
    _keep(_counts.found, key, found, (desk.where, mark))
    return found


def _marked(desk: Desk) -> Mark:
    """Return how far the casebook goes; what was kept of one that went less far is dropped."""
    mark = faceting.mark(desk.book)
    with _lock:
        if (_counts.where, _counts.mark) != (desk.where, mark):
            _counts.where, _counts.mark = desk.where, mark
            _counts.found.clear()
            _counts.understood.clear()
            _counts.wider.clear()
    return mark


def _keep(kept: OrderedDict[_Key, _Value], key: _Key, value: _Value, of: tuple[str, Mark]) -> None:
    """Keep what was found of a casebook, unless it has changed meanwhile."""
    with _lock:
        if (_counts.where, _counts.mark) == of:
            kept[key] = value
            while len(kept) > _MOST:
                kept.popitem(last=False)
