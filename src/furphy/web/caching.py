"""What is counted once, and told until the casebook has changed."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from threading import Lock

from furphy.desk import browsing, faceting
from furphy.desk.browsing import Census, Extent
from furphy.desk.faceting import Facets, Mark
from furphy.desk.searching import Search
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
    found: OrderedDict[tuple[Search, int], Facets] = field(default_factory=OrderedDict)


_last, _counts, _lock = _Last(), _Counts(), Lock()


def census(desk: Desk) -> Census:
    """Return what a casebook holds, counted when it has changed."""
    extent = browsing.extent(desk.book)
    with _lock:
        if _last.census is None or (_last.where, _last.extent) != (desk.where, extent):
            _last.census = browsing.counted(desk.book)
            _last.where, _last.extent = desk.where, extent
        return _last.census


def counts(desk: Desk, search: Search, most: int) -> Facets:
    """Return the counts of a search, anew when the casebook has changed."""
    mark = faceting.mark(desk.book)
    key = (replace(search, limit=None), most)
    with _lock:
        if (_counts.where, _counts.mark) != (desk.where, mark):
            _counts.where, _counts.mark = desk.where, mark
            _counts.found.clear()
        if key in _counts.found:
            _counts.found.move_to_end(key)
            return _counts.found[key]
    # Others need not wait for it, though two may count the same at once.
    found = faceting.counted_by(desk.book, key[0], most, aliases=True)
    with _lock:
        if (_counts.where, _counts.mark) == (desk.where, mark):
            _counts.found[key] = found
            while len(_counts.found) > _MOST:
                _counts.found.popitem(last=False)
    return found
