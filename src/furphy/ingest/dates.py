"""Publication times: a half-open interval as wide as what was written, and where it was read."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from furphy.lexicon import rows
from furphy.model.document import Basis, Published, Segment, SegmentKind

_STAMP = re.compile(
    r"""\s*(\d{4}) -?(\d\d)
    (?: -?(\d\d) (?: [T\ ]\s* (\d\d):?(\d\d) (?: :?(\d\d) (?:[.,]\d+)? )?
        \s*(Z|UTC|GMT|[+-]\d\d:?\d\d)? )? )?""",
    re.IGNORECASE | re.VERBOSE,
)
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)")
_IN_PATH_RUN = re.compile(r"[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)")
_MONTH_FIRST = re.compile(
    r"(?P<month>[^\W\d_]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b"
)
_DAY_FIRST = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[^\W\d_]{3,9})\.?,?\s+(?P<year>(?:19|20)\d\d)\b"
)
_NUMBERED = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_MONTHS_IN_YEAR = 12


def interval(written: str, basis: Basis) -> Published | None:
    """Return the stretch that an ISO 8601 date or time covers; None where it is none.

    A date covers its day (or month, or year), a time its minute or second. An offset is kept as
    written; a time without one stays without one.
    """
    match = _STAMP.match(written)
    if match is None:
        return year_of(written, basis)
    try:
        return _stretch(match, basis)
    except (ValueError, OverflowError):
        return None


def year_of(written: str, basis: Basis) -> Published | None:
    """Return the stretch of a bare year."""
    match = re.fullmatch(r"\s*([12]\d{3})\s*", written)
    return Published(match[1], str(int(match[1]) + 1), basis) if match else None


def _stretch(match: re.Match[str], basis: Basis) -> Published:
    year, month, day, hour, minute, second, zone = match.groups()
    if day is None:
        first = date(int(year), int(month), 1)
        after = (first + timedelta(days=31)).replace(day=1)
        return Published(f"{first:%Y-%m}", f"{after:%Y-%m}", basis)
    if hour is None:
        return whole_day(date(int(year), int(month), int(day)), basis)
    start = datetime(  # noqa: DTZ001  (the offset, where there is one, is kept beside it)
        int(year), int(month), int(day), int(hour), int(minute), int(second or 0)
    )
    end = start + (timedelta(seconds=1) if second else timedelta(minutes=1))
    offset = (zone or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    if len(offset) == len("+0000"):
        offset = f"{offset[:3]}:{offset[3:]}"
    return Published(start.isoformat() + offset, end.isoformat() + offset, basis)


def whole_day(day: date, basis: Basis) -> Published:
    """Return the interval of a day."""
    return Published(day.isoformat(), (day + timedelta(days=1)).isoformat(), basis)


def published_in_path(url: str | None) -> Published | None:
    """Return the day that an address carries in its path, e.g. ``/2024/03/14/``."""
    for pattern in (_IN_PATH, _IN_PATH_RUN):
        if match := pattern.search(url or ""):
            try:
                return whole_day(date(*map(int, match.groups())), Basis.URL)
            except ValueError:
                continue
    return None


def published_in_text(text: str, segments: Sequence[Segment], language: str) -> Published | None:
    """Return the first full date of a dateline or byline."""
    for segment in segments:
        if segment.kind in {SegmentKind.DATELINE, SegmentKind.BYLINE} and (
            day := _day_in(segment.span.of(text), language)
        ):
            return whole_day(day, Basis.TEXT)
    return None


def _day_in(words: str, language: str) -> date | None:
    months = {row["words"]: int(row["month"]) for row in rows("page_months", language)}
    for pattern in (_NUMBERED, _MONTH_FIRST, _DAY_FIRST):
        for match in pattern.finditer(words):
            named = match["month"]
            month = int(named) if named.isdigit() else months.get(named.casefold(), 0)
            if not 1 <= month <= _MONTHS_IN_YEAR:
                continue
            try:
                return date(int(match["year"]), month, int(match["day"]))
            except ValueError:
                continue
    return None
