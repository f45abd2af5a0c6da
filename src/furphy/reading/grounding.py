"""Which places, times and quantities each assertion holds."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from furphy.model.assertion import Assertion
from furphy.model.place import Toponym
from furphy.model.quantity import Quantity
from furphy.model.text import Span
from furphy.model.time import TimeExpression
from furphy.textkit.overlaps import Overlaps


def grounded(
    assertions: Iterable[Assertion],
    toponyms: Iterable[Toponym],
    times: Iterable[TimeExpression],
    quantities: Iterable[Quantity],
) -> tuple[Assertion, ...]:
    """Return the assertions with the indexes of what stands in their words.

    What stands in a clause within another belongs to both. What only stands nearby belongs to
    neither: whether a dateline's place holds for a sentence is for a reader to say.
    """
    parts = list(assertions)
    held = Overlaps()
    for number, assertion in enumerate(parts):
        for span in assertion.spans:
            held.add(span, number)
    inside = [
        _members(held, (each.named.span for each in toponyms), len(parts)),
        _members(held, (each.span for each in times), len(parts)),
        _members(held, (each.span for each in quantities), len(parts)),
    ]
    return tuple(
        replace(each, toponyms=places, times=when, quantities=amounts)
        for each, places, when, amounts in zip(parts, *inside, strict=True)
    )


def _members(held: Overlaps, spans: Iterable[Span], count: int) -> Sequence[tuple[int, ...]]:
    members: list[list[int]] = [[] for _ in range(count)]
    for index, span in enumerate(spans):
        for number in held.holding(span):
            members[number].append(index)
    return [tuple(each) for each in members]
