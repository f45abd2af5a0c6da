"""Corrected values as people type them, turned into the values that judgements hold.

========  =========================================================================
place     ``47.8,35.2`` or ``47.8,35.2 Name``: degrees north, degrees east
time      ``2024-03-14`` (also a year, a month, a minute), or ``FROM/TO``, half-open
quantity  ``12``, ``12..15``, ``12..``, ``..15``, with a unit behind it or without
holder    a name
value     ``CT+``, ``PR-``, ``UU`` …; so also author-value
========  =========================================================================

``null`` stands for none; an object of JSON is taken as it is.
"""

import json
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from furphy.casebook.canonical import Json
from furphy.casebook.judgements import Field
from furphy.errors import BadJudgement

_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_PLACE = re.compile(rf"({_NUMBER})\s*,\s*({_NUMBER})(?:\s+(\S.*))?")
_QUANTITY = re.compile(rf"({_NUMBER})?(\.\.)?({_NUMBER})?(?:\s*([^\d\s.].*))?")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MINUTE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?:Z|[-+]\d{2}:?\d{2})?")


def corrected(field: Field, typed: str) -> Json:
    """Return the value somebody typed for a field.

    Raises :class:`furphy.errors.BadJudgement` where it is none.
    """
    text = typed.strip()
    if text == "null" or text.startswith("{"):
        try:
            return loaded(text)
        except ValueError as error:
            raise BadJudgement(f"{text}: no JSON: {error}") from error
    return _READ.get(field, str)(text)


def loaded(text: str) -> Json:
    """Return what is written in JSON; raises :class:`ValueError` also for NaN and infinities."""
    found: Json = json.loads(text, parse_constant=_refuse)
    return found


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _place(text: str) -> Json:
    found = _PLACE.fullmatch(text)
    if found is None:
        raise BadJudgement(f"{text}: a place is given as LAT,LON or LAT,LON NAME")
    place: dict[str, Json] = {"lat": float(found[1]), "lon": float(found[2])}
    return place | ({"name": found[3]} if found[3] else {})


def _quantity(text: str) -> Json:
    found = _QUANTITY.fullmatch(text)
    if found is None or not (found[1] or found[3]) or (found[1] and found[3] and not found[2]):
        raise BadJudgement(f"{text}: a quantity is given as NUMBER, LOW..HIGH, LOW.. or ..HIGH")
    low = found[1] and _plain(found[1])
    high = found[3] and _plain(found[3])
    if not found[2]:
        high = low
    return {"low": low, "high": high, "unit": found[4]}


def _plain(written: str) -> int | float:
    return float(written) if "." in written else int(written)


def _time(text: str) -> Json:
    start, slash, end = text.partition("/")
    try:
        interval = [start, end] if slash else [*_stretch(text)]
    except (ValueError, OverflowError) as error:
        raise BadJudgement(f"{text}: no ISO 8601 date or time: {error}") from error
    return {"interval": interval, "value": None if slash else text}


def _stretch(text: str) -> tuple[str, str]:
    """Return the half-open stretch that a date or time stands for."""
    if _YEAR.fullmatch(text):
        return f"{text}-01-01", date(int(text) + 1, 1, 1).isoformat()
    if _MONTH.fullmatch(text):
        start = date.fromisoformat(f"{text}-01")
        in_the_next = start + timedelta(days=31)
        return start.isoformat(), in_the_next.replace(day=1).isoformat()
    moment = datetime.fromisoformat(text)
    if _DAY.fullmatch(text):
        return text, (moment + timedelta(days=1)).date().isoformat()
    step = timedelta(minutes=1) if _MINUTE.fullmatch(text) else timedelta(seconds=1)
    return moment.isoformat(), (moment + step).isoformat()


_READ: dict[Field, Callable[[str], Json]] = {
    Field.PLACE: _place,
    Field.TIME: _time,
    Field.QUANTITY: _quantity,
}
