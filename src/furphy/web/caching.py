"""What is counted once, and told until the casebook has changed."""

from dataclasses import dataclass
from threading import Lock

from furphy.desk import browsing
from furphy.desk.browsing import Census, Extent
from furphy.web.desk import Desk


@dataclass(slots=True)
class _Last:
    """The last one counted."""

    where: str = ""
    extent: Extent | None = None
    census: Census | None = None


_last, _lock = _Last(), Lock()


def census(desk: Desk) -> Census:
    """Return what a casebook holds, counted when it has changed."""
    extent = browsing.extent(desk.book)
    with _lock:
        if _last.census is None or (_last.where, _last.extent) != (desk.where, extent):
            _last.census = browsing.counted(desk.book)
            _last.where, _last.extent = desk.where, extent
        return _last.census
