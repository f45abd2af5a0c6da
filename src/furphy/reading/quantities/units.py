"""What a number measures, and in which unit: signs, symbols and words before and after it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from furphy import lexicon
from furphy.model.text import Span
from furphy.reading.quantities.amount import MONEY, Amount
from furphy.reading.quantities.grammar import Grammar, any_of, normal
from furphy.reading.quantities.numbers import Number, NumberKind
from furphy.reading.tree import Tree

_LONGEST_BEFORE = 16
"""Characters of the longest unit before a number, with its blanks."""
_LARGE = 1e6
"""From here on, pounds are money."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a list has it."""

    code: str
    kind: str


@dataclass(frozen=True, slots=True)
class Units:
    """A language's units and how they stand to the number."""

    by_form: Mapping[str, Unit]
    """Symbols as they are written."""
    by_words: Mapping[str, Unit]
    before: re.Pattern[str]
    after: re.Pattern[str]
    parted: re.Pattern[str]
    """What is parted by a share: "half a kilometer"."""
    many: re.Pattern[str]
    """What there are many of: "hundreds of kilometers"."""
    single: re.Pattern[str]
    """An article before a unit of length: "a kilometer"."""
    minus: re.Pattern[str]
    signed: frozenset[str]
    """What may be below zero."""


@cache
def units(language: str) -> Units:
    """Read a language's lists."""
    measures = lexicon.rows("units", language)
    money = lexicon.rows("quantity_money", language)
    by_form = {row["words"]: Unit(row["code"], row["kind"]) for row in (*measures, *money)}
    grammar_words = lexicon.rows("quantity_words", language)
    one = any_of(row["words"] for row in grammar_words if row["part"] == "one")
    of = any_of(row["words"] for row in grammar_words if row["part"] == "of")
    forms = _by_form([*measures, *money])
    minus = any_of(row["words"] for row in grammar_words if row["part"] == "minus")
    length = [row["words"] for row in measures if row["kind"] == "length" and row["form"] == "word"]
    words = _hyphened(forms["word"])
    symbols = any_of([*forms["symbol"], *forms["sign"]])
    return Units(
        by_form=by_form,
        by_words={_key(words): unit for words, unit in by_form.items()},
        before=re.compile(
            rf"(?<!\w)(?:(?P<sign>{any_of(forms['sign'])})\s?"
            rf"|(?i:(?P<word>{any_of(forms['before'])}))\s*)\Z"
        ),
        after=re.compile(
            rf"(?:(?:\s*-\s*|\s+)(?i:(?P<word>{words}))"
            rf"|\s?-?(?P<symbol>{symbols})|(?P<joined>{any_of(forms['joined'])}))(?![\w$])"
        ),
        parted=re.compile(rf"(?i:\s+(?:{of}\s+)?{one}\s+(?P<word>{words}))(?!\w)"),
        many=re.compile(rf"(?i:\s+{of}\s+(?P<word>{words}))(?!\w)"),
        single=re.compile(rf"(?i:{one}\s+(?P<word>{any_of(length)}))(?![\w-])"),
        minus=re.compile(rf"(?<!\w)(?:[-−]|(?i:{minus})\s+)\Z"),
        signed=frozenset({"temperature"}),
    )


def _by_form(rows: Iterable[lexicon.Row]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["form"], []).append(row["words"])
    return found


def _hyphened(forms: Iterable[str]) -> str:
    """Return a pattern of any of these, hyphens or blanks between their words."""
    return any_of(forms).replace(r"\s+", r"[-\s]\s*")


def _key(words: str) -> str:
    return normal(words.replace("-", " "))


def measured(text: str, number: Number, tree: Tree, language: str) -> Amount:
    """Return a number with the unit it is given in, before it or after it."""
    known = units(language)
    span = number.span
    amount = Amount(span, number, number.low, number.high)
    before = known.before.search(text, max(0, span.start - _LONGEST_BEFORE), span.start)
    if before and (unit := _unit(before["sign"], before["word"], known)):
        return replace(
            amount,
            span=Span(before.start(), span.end),
            unit=unit.code,
            measure=unit.kind,
        )
    return measured_after(text, amount, tree, language)


def measured_after(text: str, amount: Amount, tree: Tree, language: str) -> Amount:
    """Return an amount with the unit that follows it, where one does."""
    known = units(language)
    after = known.after.match(text, amount.span.end)
    if after:
        unit = _unit(after["symbol"] or after["joined"], after["word"], known)
        verb = after["word"] is not None and _is_verb(after.start("word"), tree)
        if unit and not verb:
            unit = _large_pounds(unit, amount)
            span = Span(amount.span.start, after.end())
            amount = replace(amount, span=span, unit=unit.code, measure=unit.kind)
            return _below_zero(text, amount, known) if unit.kind in known.signed else amount
    kind = amount.number.kind
    if kind in {NumberKind.SHARE, NumberKind.VAGUE, NumberKind.LOOSE}:
        pattern = known.parted if kind is NumberKind.SHARE else known.many
        parted = pattern.match(text, amount.span.end)
        if parted and (unit := known.by_words.get(_key(parted["word"]))):
            span = Span(amount.span.start, parted.end())
            return replace(amount, span=span, unit=unit.code, measure=unit.kind)
    return replace(amount, unit=RATIO) if kind is NumberKind.SHARE else amount


RATIO = "1"
"""UCUM's unity: the unit of shares and ratios."""


def _unit(symbol: str | None, words: str | None, known: Units) -> Unit | None:
    if symbol:
        return known.by_form.get(symbol)
    return known.by_words.get(_key(words)) if words else None


def _large_pounds(unit: Unit, amount: Amount) -> Unit:
    """Take millions of pounds for money: masses of such a size are given in tons."""
    if unit.code == "lb" and amount.number.scale >= _LARGE:
        return Unit("GBP", MONEY)
    return unit


def _below_zero(text: str, amount: Amount, known: Units) -> Amount:
    """Return an amount with the sign or the word before it that puts it below zero."""
    start = amount.span.start
    minus = known.minus.search(text, max(0, start - _LONGEST_BEFORE), start)
    if minus is None:
        return amount
    span = Span(minus.start(), amount.span.end)
    return replace(amount, span=span, low=-amount.high, high=-amount.low)


def _is_verb(start: int, tree: Tree) -> bool:
    """Tell whether a word that looks like a unit is a verb: "twelve won"."""
    words = tree.within(Span(start, start + 1))
    return bool(words) and words[0].pos in {"VERB", "AUX"}


def single_at(text: str, start: int, tree: Tree, language: str) -> Amount | None:
    """Return the one unit of length an article stands before: "a kilometer"; no price per unit."""
    match = units(language).single.match(text, start)
    if match is None:
        return None
    (token, *_) = tree.within(Span(start, match.end()))
    before = tree.tokens[token.index - 1] if token.index else None
    if before is not None and before.tag in {"NNS", "CD", "NN"}:
        return None
    unit = units(language).by_words[_key(match["word"])]
    span = Span(match.start(), match.end())
    number = Number(Span(start, match.start("word")), 1.0, 1.0, NumberKind.WORDS)
    return Amount(span, number, 1.0, 1.0, unit.code, unit.kind)


def settled(
    text: str, number: Number, tree: Tree, language: str, grammar: Grammar
) -> Number | None:
    """Tell a letter that multiplies from one that is a unit: "$5m", "5m people", "5m tall".

    None where the letter is neither: a gate, a row, a model.
    """
    letter = number.letter
    if len(letter) != 1:
        return number
    known = units(language)
    start = number.span.start
    money = known.before.search(text, max(0, start - _LONGEST_BEFORE), start)
    follows = tree.within(Span(number.span.end, min(len(text), number.span.end + 2)))
    counts = bool(follows) and follows[0].tag in {"NNS", "NNPS"}
    if money or counts or grammar.suffixes[letter] == _THOUSAND:
        return number
    if letter not in known.by_form:
        return None
    scale = grammar.suffixes[letter]
    bare = Span(start, number.span.end - len(letter))
    return Number(bare, number.low / scale, number.high / scale, number.kind)


_THOUSAND = 1000.0
