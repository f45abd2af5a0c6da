"""Numbers among atoms: what digits may mean, and number words added up."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from furphy.reading.times.vocabulary import Range, Value, Values

_LAST_DAY, _LAST_HOUR, _HOURS_ON_A_DIAL = 31, 24, 12
_PARTS = frozenset({"one", "ten", "scale"})


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def values(self) -> Values: ...


Piece = TypeVar("Piece", bound=_Placed)


def numeric(number: float | Range, form: str) -> Values:
    """Return what a number may mean that is written as an ``ordinal``, a ``word`` or ``vague``."""
    if isinstance(number, tuple):
        return {"num": number, "vague": number}
    if form == "ordinal":
        values: dict[str, Value] = {"ord": number}
        if 1 <= number <= _LAST_DAY:
            values["dayord"] = number
        return values
    values = {"num": number}
    if number == 1:
        values["one"] = number
    if number in range(1, _HOURS_ON_A_DIAL + 1):
        values["hourword"] = number
    if number in range(1, _LAST_DAY + 1):
        values["dayword"] = number
    return values


def of_digits(text: str) -> Values:
    """Return what digits may mean: a number, a day, an hour, a year, a time of day."""
    if "," in text:
        return {"num": float(text.replace(",", "")), "large": ""}
    if "." in text:
        hour, minute = text.split(".")[:2]
        is_clock = len(minute) == 2 and int(minute) < 60 and int(hour) < _LAST_HOUR
        return {"num": float(text)} | ({"dotclock": text} if is_clock else {})
    number = int(text)
    values: dict[str, Value] = {"num": float(number)}
    if len(text) <= 2:
        values |= _short(text, number)
    elif len(text) == 4:
        if 1000 <= number < 2200:
            values["year"] = float(number)
        if 1900 <= number < 2100:
            values["modern"] = float(number)
        if number % 100 < 60 and number // 100 <= _LAST_HOUR:
            values["hhmm"] = text
    return values


def _short(text: str, number: int) -> dict[str, Value]:
    values: dict[str, Value] = {}
    if 1 <= number <= _LAST_DAY:
        values["dayno"] = float(number)
    elif number <= 99:
        values["no-day"] = float(number)
    if number <= _LAST_HOUR:
        values["hour"] = float(number)
    if number in (1, 2, 3, 4):
        values["quarterno"] = float(number)
    if len(text) == 2:
        values["yy"] = text
    return values


def folded(pieces: Sequence[Piece], make: Callable[[int, int, Values], Piece]) -> list[Piece]:
    """Return pieces with each run of number words as one ("two hundred and twenty-one")."""
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        values = pieces[at].values
        if not (values.keys() & _NUMBERS):
            found.append(pieces[at])
            at += 1
            continue
        width, meaning = _number_at(pieces, at)
        if width == 1 and meaning is values:
            found.append(pieces[at])
        else:
            found.append(make(pieces[at].start, pieces[at + width - 1].end, meaning))
        at += width
    return found


_NUMBERS = _PARTS | {"ordinal", "vague", "count", "num", "fraction"}


def _number_at(pieces: Sequence[Piece], at: int) -> tuple[int, Values]:
    """Return how many pieces a number takes up, and what it may mean."""
    values = pieces[at].values
    if "vague" in values and isinstance(values["vague"], tuple):
        return 1, {**values, **numeric(values["vague"], "vague")}
    if "count" in values and isinstance(values["count"], float):
        return 1, numeric(values["count"], "word")
    if "ordinal" in values and isinstance(values["ordinal"], float):
        return 1, {**values, **numeric(values["ordinal"], "ordinal")}
    if values.keys() & _PARTS:
        return _spelled(pieces, at)
    if "num" in values and isinstance(values["num"], float):
        return _with_fraction(pieces, at, 1, values["num"], values)
    return 1, values


def _spelled(pieces: Sequence[Piece], at: int) -> tuple[int, Values]:
    """Add up number words from a place on."""
    total, group, end = 0.0, 0.0, at
    tens_open = True
    while end < len(pieces):
        values = pieces[end].values
        if end > at and "hyphen" in values and _adds(pieces, end + 1):
            end += 1
            continue
        if end > at and "and" in values and group >= 100 and _adds(pieces, end + 1):
            end += 1
            continue
        if (scale := values.get("scale")) and isinstance(scale, float):
            group = (group or 1) * scale
            if scale >= 1000:
                total, group = total + group, 0.0
            tens_open = True
        elif (ten := values.get("ten")) and isinstance(ten, float) and tens_open:
            group, tens_open = group + ten, False
        elif isinstance(one := values.get("one"), float) and (end == at or _open(pieces, end)):
            group += one
            tens_open = False
        else:
            break
        end += 1
    if end < len(pieces) and end > at and not tens_open:
        ordinal = pieces[end].values.get("ordinal")
        if isinstance(ordinal, float) and ordinal < 10 and _open(pieces, end):
            return end + 1 - at, numeric(total + group + ordinal, "ordinal")
    return _with_fraction(pieces, at, max(end - at, 1), total + group, None)


def _adds(pieces: Sequence[Piece], at: int) -> bool:
    return at < len(pieces) and bool(pieces[at].values.keys() & {"one", "ten", "ordinal"})


def _open(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a number below ten can be added to what stands before it."""
    before = pieces[at - 1].values
    if "hyphen" in before and at > 1:
        before = pieces[at - 2].values
    return bool(before.keys() & {"ten", "scale", "and"})


def _with_fraction(
    pieces: Sequence[Piece], at: int, width: int, number: float, plain: Values | None
) -> tuple[int, Values]:
    """Take "and a half" and "1/2" with the number before it."""
    meaning = numeric(number, "word") if plain is None else plain
    after = [piece.values for piece in pieces[at + width : at + width + 3]]
    if len(after) >= 2 and "and" in after[0] and isinstance(after[1].get("fraction"), float):
        half = after[1]["fraction"]
        return width + 2, numeric(number + half, "word") if isinstance(half, float) else meaning
    if len(after) == 3 and after[0].get("num") == 1 and "slash" in after[1]:
        below = after[2].get("num")
        if isinstance(below, float) and below > 1:
            return width + 3, numeric(number + 1 / below, "word")
    return width, meaning
