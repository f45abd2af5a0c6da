"""What of a text stays the same when it is translated: numbers, days, names, Latin words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from furphy.model.text import Span
from furphy.tracing.amounts import amounts
from furphy.tracing.days import days
from furphy.tracing.namesakes import names


class AnchorKind(StrEnum):
    """What an anchor is."""

    NUMBER = "number"
    DAY = "day"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something in a text that its translations have too."""

    kind: AnchorKind
    keys: tuple[str, ...]
    """What it is known by in any language: two anchors are the same that share a key."""
    span: Span
    sure: bool = True
    """Not where a capital may only mean that a sentence begins."""


def anchors_of(text: str, language: str) -> tuple[Anchor, ...]:
    """Return the anchors of a text in order; numbers that are part of a day are not by themselves.

    ``language`` is BCP 47; of a language without tables only figures, numeric dates and capitalised
    names are found.
    """
    main = language.partition("-")[0]
    dated = [
        Anchor(AnchorKind.DAY, (f"day:{each.month}-{each.day}",), each.span)
        for each in days(text, main)
    ]
    counted = (
        Anchor(AnchorKind.NUMBER, (f"number:{each.value:.6g}",), each.span)
        for each in amounts(text, main)
    )
    named = (
        Anchor(AnchorKind.NAME, each.keys, each.span, sure=not each.opens)
        for each in names(text, main)
    )
    found = [*dated, *_apart(counted, dated), *_apart(named, dated)]
    return tuple(sorted(found, key=lambda each: (each.span, each.kind)))


def _apart(found: Iterator[Anchor], taken: Sequence[Anchor]) -> Iterator[Anchor]:
    """Yield those that do not stand in any of the others."""
    places = {place for each in taken for place in range(each.span.start, each.span.end)}
    for each in found:
        if places.isdisjoint(range(each.span.start, each.span.end)):
            yield each
