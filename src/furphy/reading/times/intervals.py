"""From a value and its mod to the half-open stretch of the calendar they mean.

Where the words are vague the stretch is a convention, the same for every text: early, mid and late
are the first, middle and last third of a year, decade or day; in a month they are its first ten
days, what is between, and its last ten days. "About" loosens a stretch by one of its own unit on
both sides, a time of day by half an hour.
"""

from datetime import date, datetime, timedelta

from furphy.model.time import TimeMod
from furphy.reading.times.values import Moments, moments_of
from furphy.textkit.calendar import SECONDS, Grain, add_months, shifted

Interval = tuple[str, str]

_TEN_DAYS = timedelta(days=10)
_LOOSE = timedelta(minutes=30)
_THIRDS = frozenset({TimeMod.START, TimeMod.MID, TimeMod.END})
_OPEN = frozenset(TimeMod) - _THIRDS - {TimeMod.APPROX}


def interval_of(value: str, mod: TimeMod | None = None) -> Interval | None:
    """Return the half-open ISO 8601 stretch that a TIMEX3 value and mod stand for.

    Days where value and mod are made of whole days, else times, with a zone where the value names
    one. None where the value is no stretch of the calendar (``P3D``, ``PRESENT_REF``,
    ``XXXX-WXX-5``, ``2024-02-30``), where the mod leaves one side open (``BEFORE``) and where the
    stretch runs over the ends of the calendar, the years 1 and 9999.

    >>> interval_of("2024-11", TimeMod.START)
    ('2024-11-01', '2024-11-11')
    >>> interval_of("2024-05-02TNI")
    ('2024-05-02T20:00', '2024-05-03T06:00')
    """
    moments = moments_of(value)
    if moments is None or mod in _OPEN:
        return None
    try:
        if mod is TimeMod.APPROX:
            start, end = _loosened(moments)
        elif mod in _THIRDS:
            first, second = _cuts(moments)
            starts = {TimeMod.START: moments.start, TimeMod.MID: first, TimeMod.END: second}
            ends = {TimeMod.START: first, TimeMod.MID: second, TimeMod.END: moments.end}
            start, end = starts[mod], ends[mod]
        else:
            start, end = moments.start, moments.end
    except OverflowError:
        return None
    return written(start, end, moments.zone)


def written(start: datetime, end: datetime, zone: str = "") -> Interval:
    """Return a stretch as ISO 8601: dates where both ends are midnight and no zone is known."""
    if not zone and start.time() == end.time() == datetime.min.time():
        return start.date().isoformat(), end.date().isoformat()
    clock = "%H:%M:%S" if start.second or end.second else "%H:%M"
    first, last = (f"{at.date().isoformat()}T{at:{clock}}{zone}" for at in (start, end))
    return first, last


def _loosened(moments: Moments) -> tuple[datetime, datetime]:
    if moments.grain in SECONDS:
        return moments.start - _LOOSE, moments.end + _LOOSE
    return _moved(moments.start, -1, moments.grain), _moved(moments.end, 1, moments.grain)


def _moved(at: datetime, count: int, grain: Grain) -> datetime:
    return datetime.combine(shifted(at.date(), count, grain), at.time())


def _cuts(moments: Moments) -> tuple[datetime, datetime]:
    """Return where the first third of a stretch ends and its last third begins."""
    start, end = moments.start, moments.end
    match moments.grain:
        case Grain.MONTH:
            return start + _TEN_DAYS, end - _TEN_DAYS
        case Grain.YEAR | Grain.HALF | Grain.QUARTER | Grain.SEASON:
            months = (end.year - start.year) * 12 + end.month - start.month
            return _after_months(start, months // 3), _after_months(end, -(months // 3))
        case Grain.DECADE | Grain.CENTURY:
            years = end.year - start.year
            return _after_months(start, years // 3 * 12), _after_months(end, -(years // 3 * 12))
        case Grain.WEEK:
            return start + timedelta(days=2), start + timedelta(days=4)
        case _:
            third = (end - start) / 3
            return start + third, end - third


def _after_months(at: datetime, months: int) -> datetime:
    day: date = add_months(at.date(), months)
    return datetime.combine(day, at.time())
