"""The quantities of a reading: what is counted, and how many by the words."""

from collections import defaultdict
from dataclasses import dataclass

from furphy.export.visible import on_one_line
from furphy.export.wording import words
from furphy.model.quantity import Modifier, Quantity
from furphy.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of something."""

    quantities: tuple[int, ...]
    """Indexes of the quantities, in reading order."""
    written: tuple[str, ...]
    """How the text writes the number, each form once."""
    of: str
    """What is counted or measured, in the words of the text; empty where unsaid."""
    told: str
    """The number by its bounds; empty where the words give none."""
    casualty: str
    """What befell those who are counted; empty where nothing is said to have."""


def amounts(reading: Reading) -> tuple[Amount, ...]:
    """Return what the text says of how many: the harmed first, equal numbers of one thing once."""
    found = defaultdict[tuple[object, ...], list[int]](list)
    for index, each in enumerate(reading.quantities):
        of = "" if each.of is None else words(reading, (each.of,))
        same = (each.low, each.high, each.unit, each.modifier, of.casefold(), each.casualty)
        found[same].append(index)
    listed = [_amount(reading, tuple(indexes)) for indexes in found.values()]
    return tuple(sorted(listed, key=lambda each: not each.casualty))


def _amount(reading: Reading, indexes: tuple[int, ...]) -> Amount:
    first = reading.quantities[indexes[0]]
    forms = (words(reading, (reading.quantities[each].span,)) for each in indexes)
    return Amount(
        quantities=indexes,
        written=tuple(dict.fromkeys(forms)),
        of="" if first.of is None else words(reading, (first.of,)),
        told=bounds(first),
        casualty=on_one_line(first.casualty or ""),
    )


def bounds(quantity: Quantity) -> str:
    """Return a number by its bounds: ``12``, ``≥ 12``, ``≤ 40``, ``≈ 18–22 km``."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return ""
    if low is None or high is None:
        number = f"≤ {_number(high)}" if low is None else f"≥ {_number(low)}"
    else:
        number = _number(low) if low == high else f"{_number(low)}–{_number(high)}"
        number = f"≈ {number}" if quantity.modifier is Modifier.ABOUT else number
    return f"{number} {on_one_line(quantity.unit)}" if quantity.unit else number


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.12g}"
