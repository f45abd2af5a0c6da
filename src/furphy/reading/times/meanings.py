"""What an expression of time means before anything is known of when it was written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace

from furphy.model.time import TimeMod
from furphy.reading.times.patterns import Slots
from furphy.reading.times.values import UNKNOWN_DAY, UNKNOWN_WEEK, period
from furphy.reading.times.vocabulary import Range, Value
from furphy.textkit.calendar import Grain

Count = float | Range | None
"""A number, the range a vague one lies in, or None where the words are a bare plural ("weeks")."""
Parts = tuple[tuple[Count, Grain], ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place on the calendar, as far as the words name it."""

    year: int | None = None
    short_year: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: str | None = None
    century: int | None = None
    holiday: str | None = None
    part: str | None = None
    """Part of a day: MO, AF, EV, NI …"""
    clock: str | None = None
    """Time of day, ``15``, ``15:40`` or ``15:40:10``."""
    zone: str = ""
    written: str | None = None
    """A whole date in figures, as the text writes it."""
    unit: Grain | None = None
    """What is counted from the reference: "last week"."""
    shift: int | None = None
    """How many units before (-) or after it."""
    told: bool = False
    """Whether it is counted from what the text told last, not from the publication."""
    then: TimeMod | None = None
    """START for what of it is over at the publication, END for what is left ("later this week")."""
    fiscal: bool = False
    mod: TimeMod | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """A time counted from another: "two years ago", "three days later"."""

    parts: Parts
    sign: int
    told: bool
    mod: TimeMod | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes."""

    parts: Parts
    mod: TimeMod | None = None
    towards: int = 0
    """-1 where it ends at the publication ("the past two years"), 1 where it begins there."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Times that come again."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A past, a present or a future that no calendar knows."""

    value: str


@dataclass(frozen=True, slots=True)
class Portion:
    """A stretch at the edge of another: "the first three months of 2024"."""

    number: int
    """1 is the first; -1 the last."""
    parts: Parts
    of: Calendar


Meaning = Calendar | Offset | Length | Recurrence | Reference | Portion
Sense = Callable[[tuple[Slots, ...]], tuple[Meaning, ...]]


def _number(slots: Slots, *names: str) -> int | None:
    for name in names:
        value = slots.get(name)
        if isinstance(value, float):
            return int(value)
    return None


def _code(slots: Slots, *names: str) -> str | None:
    for name in names:
        value = slots.get(name)
        if isinstance(value, str) and value:
            return value
    return None


def _mod(slots: Slots, *names: str) -> TimeMod | None:
    code = _code(slots, *names)
    return TimeMod(code) if code else None


def _grain(value: Value | None) -> Grain | None:
    return Grain(value) if isinstance(value, str) and value else None


# Calendar ----------------------------------------------------------------------------------------


_HOURS_ON_A_DIAL = 12


def _calendar_of(slots: Slots) -> Calendar:
    shift, unit = _number(slots, "shift", "story", "deictic"), _grain(slots.get("unit"))
    if "tonight" in slots:
        shift = 0
    if "deictic" in slots or "story-day" in slots:
        unit = Grain.DAY
    return Calendar(
        year=_number(slots, "year", "modern"),
        short_year=_code(slots, "yy"),
        month=_number(slots, "month", "sure"),
        day=_number(slots, "day"),
        weekday=_number(slots, "weekday"),
        season=_code(slots, "season"),
        quarter=_number(slots, "quarter"),
        half=_number(slots, "half-number"),
        decade=_decade(slots),
        century=_number(slots, "century"),
        holiday=_code(slots, "holiday"),
        part=_code(slots, "part", "tonight", "overnight"),
        clock=_clock(slots),
        zone=_code(slots, "zone") or "",
        written=_code(slots, "isodate", "numdate", "isoweek", "nine-eleven"),
        unit=unit,
        shift=shift,
        told="story" in slots,
        then=_mod(slots, "then"),
        fiscal="fiscal" in slots,
        mod=_mod(slots, "section", "edge", "bound"),
    )


def _decade(slots: Slots) -> str | None:
    value = slots.get("decade")
    return str(int(value)) if isinstance(value, float) else value or None  # type: ignore[return-value]  # a decade is a number or a word


def _clock(slots: Slots) -> str | None:
    """Return the time of day on a clock of 24 hours."""
    if written := _code(slots, "clock", "dotclock"):
        hour, *rest = written.replace(".", ":").split(":")
    elif written := _code(slots, "hhmm"):
        hour, rest = written[:2], [written[2:]]
    elif (number := _number(slots, "hour", "hourword", "hourname")) is not None:
        hour, rest = str(number), ["00"] if "hourname" in slots else []
    else:
        return None
    meridiem = _number(slots, "meridiem")
    number = int(hour)
    if meridiem is not None and number <= _HOURS_ON_A_DIAL:
        number = number % _HOURS_ON_A_DIAL + meridiem
    return ":".join([f"{number:02}", *rest])


def calendar(each: tuple[Slots, ...]) -> tuple[Meaning, ...]:
    """Return dates; those named together share what one of them leaves out ("3 and 5 May")."""
    found = [_calendar_of(slots) for slots in each]
    if len(found) > 1 and not _in_order(found):
        return (found[0],)
    if len(found) > 1:
        found = [
            _filled(one, found[:number][::-1], found[number + 1 :])
            for number, one in enumerate(found)
        ]
    return tuple(found)


# A year of two figures after one of four is at most so many years later: 2014-16, not 2014-86.
_LONGEST_RUN = 20


def _in_order(found: list[Calendar]) -> bool:
    """Tell whether a year of two figures can end what the year before it begins."""
    first, last = found[0], found[-1]
    if first.year is None or last.short_year is None:
        return True
    return 0 < (int(last.short_year) - first.year) % 100 <= _LONGEST_RUN


def _filled(one: Calendar, before: list[Calendar], after: list[Calendar]) -> Calendar:
    """Take over what is coarser than what is named from the nearest date that names it."""
    if one.short_year and one.year is None:
        years = [each.year for each in before if each.year is not None]
        if years:
            return replace(one, year=years[0] // 100 * 100 + int(one.short_year), short_year=None)
    names = [name for name in ("year", "short_year", "month") if _RANK[name] < _finest(one)]
    if one.clock and not (one.day or one.weekday or one.unit or one.written):
        names += ["day", "weekday", "unit", "shift", "written"]
    missing = {
        name: value
        for other in [*before, *reversed(after)]
        for name in names
        if getattr(one, name) is None and (value := getattr(other, name)) is not None
    }
    return replace(one, **missing)


_RANK = {
    "year": 0,
    "short_year": 0,
    "season": 1,
    "quarter": 1,
    "half": 1,
    "month": 1,
    "day": 2,
    "clock": 3,
}


def _finest(one: Calendar) -> int:
    named = [rank for name, rank in _RANK.items() if getattr(one, name) is not None]
    return max(named, default=-1)


# Lengths -----------------------------------------------------------------------------------------


def parts_of(slots: Slots) -> Parts:
    """Return the numbers and units that slots name, the longest first."""
    if (whole := _grain(slots.get("one-unit"))) is not None:
        return ((1.0, whole),)
    parts: list[tuple[Count, Grain]] = []
    for suffix in ("", "-too"):
        unit = _grain(slots.get(f"unit{suffix}"))
        if unit is None:
            continue
        number = slots.get(f"num{suffix}")
        count: Count = number if isinstance(number, float | tuple) else None
        if count is None and slots.keys() & {"a", "another"}:
            count = 1.0
        fraction = slots.get("fraction")
        if isinstance(fraction, float) and not suffix:
            count = fraction + ("plus-one" in slots)
        parts.append((count, unit))
    return tuple(parts)


def _length(each: tuple[Slots, ...]) -> tuple[Meaning, ...]:
    found: list[Length] = []
    for slots in reversed(each):
        parts = parts_of(slots)
        if not parts and found:
            number = slots.get("num")
            count = number if isinstance(number, float | tuple) else 1.0
            parts = ((count, found[-1].parts[0][1]),)
        towards = _number(slots, "towards") or 0
        found.append(Length(parts, _mod(slots, "bound", "tail"), towards))
    return tuple(reversed(found))


def _ago(each: tuple[Slots, ...]) -> tuple[Meaning, ...]:
    return tuple(Offset(parts_of(slots), -1, False, _mod(slots, "bound")) for slots in each)


def _story(each: tuple[Slots, ...]) -> tuple[Meaning, ...]:
    return tuple(
        Offset(parts_of(slots), _number(slots, "sign") or -1, True, _mod(slots, "bound"))
        for slots in each
    )


def _portion(each: tuple[Slots, ...]) -> tuple[Meaning, ...]:
    found = []
    for slots in each:
        number = _number(slots, "nth") or 1
        parts = parts_of({**slots, "unit": slots["portion"]})
        counted = tuple((count or 1.0, unit) for count, unit in parts)
        found.append(Portion(number, counted, _calendar_of(slots)))
    return tuple(found)


# Sets and references -----------------------------------------------------------------------------

_EVERY = {
    Grain.YEAR: "XXXX",
    Grain.MONTH: "XXXX-XX",
    Grain.WEEK: UNKNOWN_WEEK,
    Grain.WEEKEND: f"{UNKNOWN_WEEK}-WE",
    Grain.DAY: UNKNOWN_DAY,
    Grain.HOUR: f"{UNKNOWN_DAY}TXX",
    Grain.QUARTER: "XXXX-QX",
}


def _set(each: tuple[Slots, ...]) -> tuple[Meaning, ...]:
    return tuple(Recurrence(_recurring(slots)) for slots in each)


def _recurring(slots: Slots) -> str:
    if habit := _code(slots, "habit"):
        return habit
    part = _code(slots, "part")
    in_day = f"T{part}" if part else ""
    if (weekday := _number(slots, "weekday")) is not None:
        return f"{UNKNOWN_WEEK}-{weekday}{in_day}"
    if (month := _number(slots, "month")) is not None:
        return f"XXXX-{month:02}"
    if season := _code(slots, "season"):
        return f"XXXX-{season}"
    return f"{UNKNOWN_DAY}{in_day}" if part else _each_unit(slots)


def _each_unit(slots: Slots) -> str:
    """Read "every two weeks", "every other day", "twice a year"."""
    unit = _grain(slots.get("unit")) or Grain.DAY
    number = 2.0 if "other" in slots else slots.get("num")
    if isinstance(number, float) and number != 1 and "every" in slots:
        return period([(number, unit)])
    return _EVERY.get(unit) or period([(1, unit)])


def _reference(each: tuple[Slots, ...]) -> tuple[Meaning, ...]:
    return tuple(Reference(_code(slots, "reference") or "PAST_REF") for slots in each)


def _vague_day(each: tuple[Slots, ...]) -> tuple[Meaning, ...]:
    return tuple(Reference(UNKNOWN_DAY) for _ in each)


SENSES: Mapping[str, Sense] = {
    "calendar": calendar,
    "length": _length,
    "ago": _ago,
    "story": _story,
    "portion": _portion,
    "set": _set,
    "reference": _reference,
    "vague-day": _vague_day,
    "none": lambda _: (),
}
"""What makes the meaning of a rule's words, by the name the list of patterns gives it."""


def named(one: Calendar) -> frozenset[str]:
    """Return the names of the fields that words have filled."""
    return frozenset(
        each.name for each in fields(one) if getattr(one, each.name) not in (None, "", False)
    )
