"""How many, how far, how much: an own grammar of numbers over the parse.

Measured libraries misread running text ("40,000 Cuban" as a physical unit), so the grammar is our
own: numbers are read where a word can begin one, given their unit, joined to ranges, bounded,
checked for being something else (a date, an age, a name), and tied by the parse to what they count.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from furphy.model.evidence import Evidence
from furphy.model.quantity import Quantity
from furphy.model.token import Token
from furphy.reading.quantities.amount import MONEY, Amount
from furphy.reading.quantities.casualties import casualty, is_part, is_state
from furphy.reading.quantities.counting import Counted, counted_by, worth_noting
from furphy.reading.quantities.grammar import Grammar, grammar
from furphy.reading.quantities.lookalikes import counts_time, is_lookalike
from furphy.reading.quantities.numbers import NumberKind, number_at
from furphy.reading.quantities.ranges import bounded, bounded_after, is_same_sort, joined, meant
from furphy.reading.quantities.units import RATIO, measured, measured_after, settled, single_at
from furphy.reading.quantities.untold import untold_at
from furphy.reading.stage import Draft, stage
from furphy.reading.tree import Tree

# Rules and how often they were right among quantities read by eye in news never used before.
CASUALTY = Evidence("counted-casualties", 0.9)
MONEY_RULE = Evidence("sum-of-money", 0.97)
MEASURE = Evidence("measure-with-unit", 0.95)
SHARE = Evidence("share-of-whole", 0.9)
COUNT = Evidence("counted-noun", 0.9)
BARE = Evidence("bare-number", 0.6)

_FIGURES = re.compile(r"(?<![\w.,])(?:\d|[¼-¾⅐-⅞])")


@stage(needs=[Tree], gives=[Quantity])
def quantities(draft: Draft) -> Iterator[Quantity]:
    """Yield the quantities of a document in reading order."""
    tree, language = draft.the(Tree), draft.language
    words = grammar(language)
    for sentence in tree.sentences:
        yield from _in_sentence(draft.text, tree.words(sentence), tree, language, words)


def _in_sentence(
    text: str, tokens: Sequence[Token], tree: Tree, language: str, words: Grammar
) -> Iterator[Quantity]:
    starts = [token for token in tokens if _may_begin(token, words)]
    if not starts:
        return
    amounts = list(_amounts(text, starts, tree, language, words))
    found = list(_counted(text, amounts, tree, language, words))
    taken = [each.span for each in found]
    for token in starts:
        if any(span.start <= token.start < span.end for span in taken):
            continue
        if untold := untold_at(text, token, tree, language):
            found.append(untold)
            taken.append(untold.span)
    found.sort(key=lambda each: each.span)
    yield from _with_parts(text, found, language)


def _may_begin(token: Token, words: Grammar) -> bool:
    first = token.text[0]
    return (
        first.isnumeric()
        or token.text.casefold() in words.starts
        or ((not first.isalnum() or "-" in token.text) and any(map(str.isnumeric, token.text)))
    )


def _places(token: Token) -> Iterator[int]:
    """Yield where in the text a number may begin within a token: "1,000–1,200" are two."""
    found = [token.start + match.start() for match in _FIGURES.finditer(token.text)]
    yield from found or [token.start]


def _amounts(
    text: str, starts: Sequence[Token], tree: Tree, language: str, words: Grammar
) -> Iterator[Amount]:
    """Yield the numbers of a sentence with their units, none within another."""
    reached = 0
    for token in starts:
        for start in _places(token):
            if start < reached:
                continue
            if amount := _amount_at(text, start, tree, language, words):
                reached = amount.span.end
                yield amount


def _amount_at(text: str, start: int, tree: Tree, language: str, words: Grammar) -> Amount | None:
    number = number_at(text, start, words)
    if number is not None:
        number = settled(text, number, tree, language, words)
    if number is None:
        return single_at(text, start, tree, language)
    amount = measured(text, number, tree, language)
    if not amount.measure:
        amount = bounded_after(text, amount, words)
        amount = measured_after(text, amount, tree, language)
    return amount


def _counted(
    text: str, amounts: Sequence[Amount], tree: Tree, language: str, words: Grammar
) -> Iterator[Quantity]:
    """Yield what the numbers of a sentence count or measure."""
    strange: Amount | None = None
    kept: list[Amount] = []
    for amount in reversed([*joined(text, amounts, tree, words)]):
        if is_lookalike(text, amount, tree, language) or (
            strange is not None and is_same_sort(text, amount, strange, words)
        ):
            strange = amount
        else:
            strange = None
            kept.append(amount)
    for amount in reversed(kept):
        whole = bounded(text, amount, tree, words)
        if found := _quantity(text, whole, tree, language):
            yield found


def _quantity(text: str, amount: Amount, tree: Tree, language: str) -> Quantity | None:
    counted = counted_by(amount, tree, language)
    if counted is None or (not amount.measure and counts_time(counted.noun, language)):
        return None
    kind = None
    if not amount.measure:
        kind = casualty(counted, tree.within(amount.span)[-1], tree, language)
    if not _is_told(amount, counted, kind, language):
        return None
    low, high, modifier = meant(amount)
    of = None if is_state(counted.noun, language) else counted.span
    evidence = _evidence(amount, counted, kind)
    return Quantity(amount.span, low, high, amount.unit, of, modifier, evidence, casualty=kind)


def _is_told(amount: Amount, counted: Counted, kind: str | None, language: str) -> bool:
    """Tell whether a number says how many; "one" mostly does not, nor does a bare "3-5"."""
    if amount.measure or kind is not None:
        return True
    noun = counted.noun
    if noun is None:
        return not amount.dashed and amount.low != 1
    if amount.low == amount.high == 1 and amount.number.kind is NumberKind.WORDS:
        return noun is counted.head and noun.lemma in worth_noting(language)
    return True


def _evidence(amount: Amount, counted: Counted, kind: str | None) -> Evidence:
    if amount.measure == MONEY:
        return MONEY_RULE
    if amount.measure:
        return MEASURE
    if amount.unit == RATIO:
        return SHARE
    if kind is not None:
        return CASUALTY
    return BARE if counted.noun is None else COUNT


def _with_parts(text: str, found: Sequence[Quantity], language: str) -> Iterator[Quantity]:
    """Yield quantities; what is part of a casualty figure shares its kind."""
    kind: str | None = None
    for each in found:
        if (
            each.casualty is None
            and each.unit is None
            and kind
            and is_part(text, each.span, language)
        ):
            yield replace(each, casualty=kind)
            continue
        kind = each.casualty or kind
        yield each
