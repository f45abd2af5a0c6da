"""Numbers among atoms: what digits may mean, and number words added up."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from furphy.reading.times.vocabulary import Range, Value, Values
from furphy.textkit.numerals import NumeralWord, composed

LAST_DAY, LAST_MINUTE = 31, 59
_LAST_HOUR, _HOURS_ON_A_DIAL = 24, 12
_QUARTERS = 4
# Figures taken for a year wherever a year can stand, and those taken for one alone.
_YEARS, _MODERN_YEARS = range(1000, 2200), range(1900, 2100)
_DAY_FIGURES, _YEAR_FIGURES = 2, 4
_LONGEST_NUMBER = 12


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
        return {"ord": number} | ({"dayord": number} if 1 <= number <= LAST_DAY else {})
    values: dict[str, Value] = {"num": number}
    if number in range(1, _HOURS_ON_A_DIAL + 1):
        values["hourword"] = number
    return values


def of_digits(text: str) -> Values:
    """Return what digits may mean: a number, a day, an hour, a year, a time of day."""
    if "," in text:
        return {"num": float(text.replace(",", ""))}
    if "." in text:
        hour, minute = text.split(".")
        is_clock = len(minute) == _DAY_FIGURES and _is_clock(int(hour), int(minute))
        return {"num": float(text)} | ({"dotclock": text} if is_clock else {})
    number = int(text)
    values: dict[str, Value] = {"num": float(number)}
    if len(text) <= _DAY_FIGURES:
        values |= _short(text, number)
    elif len(text) == _YEAR_FIGURES:
        values |= _long(text, number)
    return values


def _is_clock(hour: int, minute: int) -> bool:
    return hour <= _LAST_HOUR and minute <= LAST_MINUTE


def _short(text: str, number: int) -> dict[str, Value]:
    values: dict[str, Value] = {}
    if 1 <= number <= LAST_DAY:
        values["dayno"] = float(number)
    if number <= _LAST_HOUR:
        values["hour"] = float(number)
    if 1 <= number <= _QUARTERS:
        values["quarterno"] = float(number)
    if len(text) == _DAY_FIGURES:
        values["yy"] = text
    return values


def _long(text: str, number: int) -> dict[str, Value]:
    values: dict[str, Value] = {}
    if number in _YEARS:
        values["year"] = float(number)
    if number in _MODERN_YEARS:
        values["modern"] = float(number)
    if _is_clock(*divmod(number, 100)):
        values["hhmm"] = text
    return values


# Words -------------------------------------------------------------------------------------------

_WORDS = frozenset({"small", "multiple"})
_READ = _WORDS | {"ordinal", "vague", "count", "num"}


def folded(pieces: Sequence[Piece], make: Callable[[int, int, Values], Piece]) -> list[Piece]:
    """Return pieces with each run of number words as one ("two hundred and twenty-one")."""
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        values = pieces[at].values
        if values.keys().isdisjoint(_READ):
            found.append(pieces[at])
            at += 1
            continue
        width, meaning = _number_at(pieces, at)
        if meaning is values:
            found.append(pieces[at])
        else:
            found.append(make(pieces[at].start, pieces[at + width - 1].end, meaning))
        at += width
    return found


def _number_at(pieces: Sequence[Piece], at: int) -> tuple[int, Values]:
    """Return how many pieces a number takes up, and what it may mean."""
    values = pieces[at].values
    if isinstance(vague := values.get("vague"), tuple):
        return 1, {**values, **numeric(vague, "vague")}
    if isinstance(count := values.get("count"), float):
        return 1, numeric(count, "word")
    if isinstance(place := values.get("ordinal"), float):
        return 1, {**values, **numeric(place, "ordinal")}
    if isinstance(number := values.get("num"), float):
        follows = pieces[at + 1].values.get("multiple") if at + 1 < len(pieces) else None
        if isinstance(follows, float):
            return 2, numeric(number * follows, "word")
        return _with_fraction(pieces, at, 1, number)
    return _spelled(pieces, at)


def _spelled(pieces: Sequence[Piece], at: int) -> tuple[int, Values]:
    """Put number words together from a place on, as many as make a number."""
    words: list[NumeralWord] = []
    number, width = 0.0, 1
    for end in range(at, min(at + _LONGEST_NUMBER, len(pieces))):
        values = pieces[end].values
        if words and values.keys() & {"hyphen", "and"}:
            continue
        if isinstance(place := values.get("ordinal"), float) and words:
            total = composed([*words, NumeralWord(place)])
            if total is not None:
                return end + 1 - at, numeric(total, "ordinal")
        word = _word(values)
        total = composed([*words, word]) if word else None
        if word is None or total is None:
            break
        words.append(word)
        number, width = total, end + 1 - at
    return _with_fraction(pieces, at, width, number)


def _word(values: Values) -> NumeralWord | None:
    for kind in _WORDS:
        if isinstance(value := values.get(kind), float):
            return NumeralWord(value, multiplies=kind == "multiple")
    return None


def _with_fraction(
    pieces: Sequence[Piece], at: int, width: int, number: float
) -> tuple[int, Values]:
    """Take "and a half" and "1/2" with the number before them."""
    own = pieces[at].values
    plain = own if width == 1 and "num" in own else numeric(number, "word")
    after = [piece.values for piece in pieces[at + width : at + width + 3]]
    match after:
        case [{"and": _}, {"fraction": float(part)}, *_]:
            return width + 2, numeric(number + part, "word")
        case [{"num": 1.0}, {"stroke": _}, {"num": float(below)}] if below > 1:
            return width + 3, numeric(number + 1 / below, "word")
    return width, plain
