"""What is counted once, and told until the casebook has changed."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from threading import Lock

from furphy.desk import browsing, faceting
from furphy.desk.browsing import Census, Extent
from furphy.desk.faceting import Facets, Mark
from furphy.desk.searching import Tell, Wish
from furphy.web.desk import Desk

_MOST = 64
"""Searches whose counts are kept: some ten kilobytes each."""


@dataclass(slots=True)
class _Last:
    """The last one counted."""

    where: str = ""
    extent: Extent | None = None
    census: Census | None = None


@dataclass(slots=True)
class _Counts:
    """Counts of the searches asked for last."""

    where: str = ""
    mark: Mark = ()
    found: OrderedDict[tuple[Wish, int], tuple[Facets, tuple[str, ...]]] = field(
        default_factory=OrderedDict
    )
    """With what was understood of names of places."""


_last, _counts, _lock = _Last(), _Counts(), Lock()


def census(desk: Desk) -> Census:
    """Return what a casebook holds, counted when it has changed."""
    extent = browsing.extent(desk.book)
    with _lock:
        if _last.census is None or (_last.where, _last.extent) != (desk.where, extent):
            _last.census = browsing.counted(desk.book)
            _last.where, _last.extent = desk.where, extent
        return _last.census


def counts(desk: Desk, wish: Wish, tell: Tell, most: int) -> Facets:
    """Return the counts of a search, anew when the casebook has changed."""
    mark = faceting.mark(desk.book)
    # However many finds are wanted, and of which sort: assertions are counted, and all of them.
    key = (replace(wish, over=(), limit=None), most)
    with _lock:
        if (_counts.where, _counts.mark) != (desk.where, mark):
            _counts.where, _counts.mark = desk.where, mark
            _counts.found.clear()
        known = _counts.found.get(key)
        if known is not None:
            _counts.found.move_to_end(key)
    if known is None:
        # Others need not wait for it, though two may count the same at once.
        known = _counted(desk, key, mark)
    for each in known[1]:
        tell(each)
    return known[0]


def _counted(desk: Desk, key: tuple[Wish, int], mark: Mark) -> tuple[Facets, tuple[str, ...]]:
    told: list[str] = []
    facets = faceting.counted_in(desk.book, key[0], told.append, key[1])
    found = (facets, tuple(told))
    with _lock:
        # What a name of a place stands for changes with the gazetteers too.
        if (_counts.where, _counts.mark) == (desk.where, mark) and key[0].place is None:
            _counts.found[key] = found
            while len(_counts.found) > _MOST:
                _counts.found.popitem(last=False)
    return found
