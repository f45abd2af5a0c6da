"""Two numbers that are the ends of one range, and words that bound a number on one side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from furphy.model.quantity import Modifier
from furphy.model.text import Span
from furphy.reading.quantities.amount import Amount
from furphy.reading.quantities.grammar import Grammar, normal
from furphy.reading.quantities.numbers import NumberKind
from furphy.reading.quantities.units import RATIO
from furphy.reading.tree import Tree

_LONGEST_BEFORE = 48
"""Characters of the longest bound or opener before a number, with its blanks."""
_ALIKE = 10.0
"""Two numbers that "or" joins are of the same order: "three or four"."""


def joined(text: str, amounts: Sequence[Amount], tree: Tree, grammar: Grammar) -> Iterator[Amount]:
    """Yield the amounts with ranges made one of their two ends; scores of games fall away."""
    place = 0
    while place < len(amounts):
        first = amounts[place]
        second = amounts[place + 1] if place + 1 < len(amounts) else None
        place += 1
        if second is None:
            yield first
            continue
        pair = _pair(text, first, second, tree, grammar)
        if pair is None:
            yield first
            continue
        yield from pair
        place += 1


def _pair(
    text: str, first: Amount, second: Amount, tree: Tree, grammar: Grammar
) -> tuple[Amount, ...] | None:
    """Return what two numbers are together; None where each stands by itself."""
    gap = text[first.span.end : second.span.start]
    figures = {first.number.kind, second.number.kind} == {NumberKind.FIGURE}
    if not gap.strip() and figures and first.unit is None:
        # Figures next to figures are a telephone number, or a year before a count.
        return (second,)
    if ratio := _ratio(gap, first, second, grammar):
        return (ratio,)
    opener = grammar.openers.search(
        text, max(0, first.span.start - _LONGEST_BEFORE), first.span.start
    )
    both = opener is not None and opener["both"] is not None
    if both and grammar.and_joint.fullmatch(gap):
        joint = True
    elif grammar.or_joint.fullmatch(gap):
        joint = first.low < second.low <= first.low * _ALIKE and first.unit is None
    else:
        joint = bool(grammar.joint.fullmatch(gap))
    if not joint or not _same_unit(first, second):
        return None
    first, second = _alike(first, second)
    if opener and not both and _changes(opener, tree, grammar):
        return first, second
    if first.low >= second.high:
        # "Won 3-2" and "voted 7 to 2" tell scores; "from 12 to 3" tells two numbers.
        return (first, second) if opener or second.unit else ()
    start = opener.start() if opener else first.span.start
    return (
        replace(
            second,
            span=Span(start, second.span.end),
            low=first.low,
            dashed=opener is None and not any(map(str.isalpha, gap)),
            modifiers=(*first.modifiers, *second.modifiers, Modifier.RANGE),
        ),
    )


def is_same_sort(text: str, amount: Amount, other: Amount, grammar: Grammar) -> bool:
    """Tell whether a number is what the number after it is: "two and three years"."""
    gap = text[amount.span.end : other.span.start]
    joints = (grammar.joint, grammar.or_joint, grammar.and_joint)
    return amount.unit is None and any(joint.fullmatch(gap) for joint in joints)


def _ratio(gap: str, first: Amount, second: Amount, grammar: Grammar) -> Amount | None:
    """Return the share that "one in five" and "nine out of ten" tell."""
    match = grammar.ratio.fullmatch(gap)
    if match is None or first.unit or second.unit or not 0 < first.low < second.low:
        return None
    if match["among"] is None and first.low != 1:
        return None
    share = first.low / second.low
    span = Span(first.span.start, second.span.end)
    number = replace(second.number, kind=NumberKind.SHARE)
    return Amount(span, number, share, share, RATIO)


def _same_unit(first: Amount, second: Amount) -> bool:
    return first.unit is None or second.unit is None or first.unit == second.unit


def _alike(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """Give both ends the unit and the multiple that only one of them was written with."""
    scale = second.number.scale
    if first.number.scale == 1 and scale > 1 and first.low < second.low / scale:
        first = replace(first, low=first.low * scale, high=first.high * scale)
    if first.unit is None:
        first = replace(first, unit=second.unit, measure=second.measure)
    elif second.unit is None:
        second = replace(second, unit=first.unit, measure=first.measure)
    return first, second


def _changes(opener: re.Match[str], tree: Tree, grammar: Grammar) -> bool:
    """Tell whether a range's opener hangs on a verb of change: "rose from 3 to 5"."""
    words = tree.within(Span(opener.start(), opener.end()))
    return any(tree.head(word).lemma in grammar.parts["change"] for word in words)


def bounded(text: str, amount: Amount, tree: Tree, grammar: Grammar) -> Amount:
    """Return an amount with the bounds that stand before it and after it."""
    amount = bounded_after(text, amount, grammar)
    while match := grammar.bounds_before.search(
        text, max(0, amount.span.start - _LONGEST_BEFORE), amount.span.start
    ):
        if not _bounds(match, amount, tree, grammar):
            break
        words = normal(match["words"] or match["sign"])
        amount = replace(
            amount,
            span=Span(match.start(), amount.span.end),
            modifiers=(*amount.modifiers, grammar.bounds[words]),
        )
    return amount


def bounded_after(text: str, amount: Amount, grammar: Grammar) -> Amount:
    """Return an amount with the bound that follows it: "500 or more", "40-odd"."""
    match = grammar.bounds_after.match(text, amount.span.end)
    if match is None:
        return amount
    words = normal(match["words"] or match["sign"])
    return replace(
        amount,
        span=Span(amount.span.start, match.end()),
        modifiers=(*amount.modifiers, grammar.bounds[words]),
    )


def _bounds(match: re.Match[str], amount: Amount, tree: Tree, grammar: Grammar) -> bool:
    """Tell whether words that may bound a number do: "took over 12 villages" does not."""
    if match["words"] is None or normal(match["words"]) not in grammar.over:
        return True
    words = tree.within(Span(match.start(), match.end()))
    if not words or words[0].relation == "prt":
        return False
    head = tree.head(words[0])
    is_preposition = words[0].relation == "prep" and head.pos in {"VERB", "NOUN"}
    return not (is_preposition and head.index < words[0].index and amount.unit is None)


def meant(amount: Amount) -> tuple[float | None, float | None, Modifier]:
    """Return the bounds that the words set, and how they mean the number."""
    said = amount.modifiers
    if Modifier.AT_LEAST in said:
        return amount.low, None, Modifier.AT_LEAST
    if Modifier.AT_MOST in said:
        return None, amount.high, Modifier.AT_MOST
    if Modifier.RANGE in said:
        return amount.low, amount.high, Modifier.RANGE
    loose = amount.number.kind in {NumberKind.VAGUE, NumberKind.LOOSE}
    if Modifier.ABOUT in said or loose:
        return amount.low, amount.high, Modifier.ABOUT
    return amount.low, amount.high, Modifier.EXACT
