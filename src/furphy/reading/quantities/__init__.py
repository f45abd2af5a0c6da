"""How many, how far, how much: an own grammar of numbers over the parse.

Measured libraries misread running text ("40,000 Cuban" as a physical unit), so the grammar is our
own: numbers are read where a word can begin one, given their unit, joined to ranges, bounded,
checked for being something else (a date, an age, a name), and tied by the parse to what they count.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from furphy.model.evidence import Evidence
from furphy.model.quantity import Quantity
from furphy.model.token import Token
from furphy.reading.quantities.amount import MONEY, Amount
from furphy.reading.quantities.bare import says_how_many
from furphy.reading.quantities.casualties import befell, casualty, is_part, is_state
from furphy.reading.quantities.counting import Counted, counted_by, noun_after, worth_noting
from furphy.reading.quantities.grammar import Grammar, grammar
from furphy.reading.quantities.lookalikes import counts_nothing, is_lookalike
from furphy.reading.quantities.numbers import NumberKind, number_at
from furphy.reading.quantities.ranges import bounded, bounded_after, is_same_sort, joined, meant
from furphy.reading.quantities.units import RATIO, measured, measured_after, settled, single_at
from furphy.reading.quantities.untold import untold_at
from furphy.reading.stage import Draft, stage
from furphy.reading.tree import Tree

# Rules, and how often they were right where they were read by eye in the news.
CASUALTY = Evidence("counted-casualties", 0.97)
SUM = Evidence("sum-of-money", 0.98)
MEASURE = Evidence("measure-with-unit", 0.97)
SHARE = Evidence("share-of-whole", 0.9)
COUNT = Evidence("counted-noun", 0.96)
BARE = Evidence("bare-number", 0.85)

_FIGURES = re.compile(r"(?<![\w.,])(?:\d|[¼-¾⅐-⅞])")


@stage(needs=[Tree], gives=[Quantity])
def quantities(draft: Draft) -> Iterator[Quantity]:
    """Yield the quantities of a document in reading order."""
    tree, language = draft.the(Tree), draft.language
    reader = _Reader(draft.text, tree, language, grammar(language))
    for sentence in tree.sentences:
        yield from reader.read(tree.words(sentence))


@dataclass(frozen=True, slots=True)
class _Reader:
    """A text under the grammar of its language."""

    text: str
    tree: Tree
    language: str
    words: Grammar

    def read(self, tokens: Sequence[Token]) -> Iterator[Quantity]:
        """Yield the quantities of a sentence."""
        starts = [token for token in tokens if _may_begin(token, self.words)]
        if not starts:
            return
        found = list(self._told(list(self._amounts(starts))))
        for token in starts:
            if any(each.span.start <= token.start < each.span.end for each in found):
                continue
            if untold := untold_at(self.text, token, self.tree, self.language):
                found.append(untold)
        yield from self._with_parts(_apart(found))

    def _amounts(self, starts: Sequence[Token]) -> Iterator[Amount]:
        """Yield numbers with their units, none within another."""
        reached = 0
        for start in (place for token in starts for place in _places(token)):
            if start >= reached and (amount := self._amount_at(start)):
                reached = amount.span.end
                yield amount

    def _amount_at(self, start: int) -> Amount | None:
        number = number_at(self.text, start, self.words)
        if number is not None:
            number = settled(self.text, number, self.tree, self.language, self.words)
        if number is None:
            return single_at(self.text, start, self.tree, self.language)
        amount = measured(self.text, number, self.tree, self.language)
        if not amount.measure:
            amount = bounded_after(self.text, amount, self.words)
            amount = measured_after(self.text, amount, self.tree, self.language)
        return amount

    def _told(self, amounts: Sequence[Amount]) -> Iterator[Quantity]:
        """Yield what numbers count or measure."""
        found = [*joined(self.text, amounts, self.tree, self.words)]
        for amount, is_strange in zip(found, self._strange(found), strict=True):
            if is_strange:
                continue
            whole = bounded(self.text, amount, self.tree, self.words)
            if quantity := self._quantity(whole):
                yield quantity

    def _strange(self, found: Sequence[Amount]) -> list[bool]:
        """Tell which numbers are no quantities, by themselves or by the number beside them."""
        strange = [is_lookalike(self.text, each, self.tree, self.language) for each in found]
        alike = [
            is_same_sort(self.text, first, second, self.words) for first, second in pairwise(found)
        ]
        for place in reversed(range(len(alike))):
            strange[place] |= alike[place] and strange[place + 1]
        for place, is_alike in enumerate(alike, 1):
            if is_alike and strange[place - 1]:
                strange[place] |= self._stands_alone(found[place])
        return strange

    def _stands_alone(self, amount: Amount) -> bool:
        words = self.tree.within(amount.number.span)
        return not words or (amount.unit is None and noun_after(self.tree, words[-1]) is None)

    def _quantity(self, amount: Amount) -> Quantity | None:
        counted = counted_by(amount, self.tree, self.language)
        if counted is None:
            return None
        kind = None
        if not amount.measure:
            if counts_nothing(counted.noun, self.language) or self._labels(amount, counted):
                return None
            last = self.tree.within(amount.span)[-1]
            kind = casualty(counted, last, self.tree, self.language)
            if not self._tells(amount, counted, kind):
                return None
        low, high, modifier = meant(amount)
        of = None if is_state(counted.noun, self.language) else counted.span
        evidence = _evidence(amount, counted, kind)
        return Quantity(amount.span, low, high, amount.unit, of, modifier, evidence, casualty=kind)

    def _labels(self, amount: Amount, counted: Counted) -> bool:
        """Tell whether a number stands before one thing: "the 500 block", "3 News reporter".

        More than one thing is a plural, but for a few nouns and in compounds ("nine-story").
        """
        noun = counted.noun
        if noun is None or noun.tag != "NN" or amount.high <= 1:
            return False
        last = self.tree.within(amount.span)[-1]
        after = self.tree.tokens[last.index + 1 : last.index + 2]
        beside = noun is counted.head and all(each.tag != "HYPH" for each in after)
        strange = noun.lemma not in worth_noting(self.language)
        return beside and strange and amount.number.kind is NumberKind.FIGURE

    def _tells(self, amount: Amount, counted: Counted, kind: str | None) -> bool:
        """Tell whether a number without a unit says how many; "one" mostly does not."""
        noun = counted.noun
        is_one = amount.low == amount.high == 1 and amount.number.kind is NumberKind.WORDS
        if kind is not None:
            by_verb = noun is None and is_one
            return not by_verb or befell(counted, self.tree, self.language) is not None
        if noun is None:
            return says_how_many(self.text, amount, counted, self.tree, self.language)
        return not is_one or (noun is counted.head and noun.lemma in worth_noting(self.language))

    def _with_parts(self, found: Sequence[Quantity]) -> Iterator[Quantity]:
        """Yield quantities; what is part of a casualty figure shares its kind."""
        kind: str | None = None
        for each in found:
            plain = each.casualty is None and each.unit is None
            if plain and kind and is_part(self.text, each.span, self.language):
                yield replace(each, casualty=kind, evidence=CASUALTY)
            else:
                kind = each.casualty or kind
                yield each


def _apart(found: Sequence[Quantity]) -> list[Quantity]:
    """Return quantities in order, without those that begin within another ("two $ two")."""
    kept: list[Quantity] = []
    for each in sorted(found, key=lambda quantity: quantity.span):
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return kept


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


def _evidence(amount: Amount, counted: Counted, kind: str | None) -> Evidence:
    if amount.measure:
        return SUM if amount.measure == MONEY else MEASURE
    if amount.unit == RATIO:
        return SHARE
    if kind is not None:
        return CASUALTY
    return BARE if counted.noun is None else COUNT
