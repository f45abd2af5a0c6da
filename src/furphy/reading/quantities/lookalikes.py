"""Numbers that are no quantities: dates, hours, ages, names, labels, telephone numbers, scores."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.quantities.amount import Amount
from furphy.reading.quantities.counting import noun_after
from furphy.reading.quantities.grammar import any_of, normal
from furphy.reading.quantities.numbers import NumberKind
from furphy.reading.tree import Tree

_LONGEST_BEFORE = 24
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_OLDEST = 120
_LAST_DAY = 31
# What no count touches: letters and figures it is one name with, or the rest of a date, an hour, an
# address or a number by which someone is called.
_STUCK_BEFORE = re.compile(r"(?:\w|\w[-‐-―−_/.:,@]|\d\)\s?|[#@№&'’/\\_^+(]\s?\+|['’#@/\\_=])\Z")
_STUCK_AFTER = re.compile(r"\w|['’]\w|[-‐-―/:]\d|[.,]\d|-?[@_\\=]|°\s?(?:\d|[NSEW]\b)")
_CODE = re.compile(r"0\d")
_BRACKETS = {"[": "]", "<": ">"}
_LIST_MARK = re.compile(r"[.)]\s")


@dataclass(frozen=True, slots=True)
class _Lookalikes:
    """The words around a number by which it is none of ours."""

    durations: frozenset[str]
    after: re.Pattern[str]
    """A stretch of time, an hour, a multiple, a month."""
    before: re.Pattern[str]
    """An age, a label, a month."""
    month_before: re.Pattern[str]
    year: frozenset[str]
    streets: frozenset[str]
    months: Mapping[str, int]


@cache
def _lookalikes(language: str) -> _Lookalikes:
    parts: dict[str, list[str]] = {}
    for row in lexicon.rows("quantity_lookalikes", language):
        parts.setdefault(row["part"], []).append(row["words"])
    # A month has its capital; "12 may" have been seen.
    months = {
        row["words"].capitalize(): int(row["month"])
        for row in lexicon.rows("page_months", language)
    }
    of = any_of(r["words"] for r in lexicon.rows("quantity_words", language) if r["part"] == "of")
    article = any_of(
        r["words"] for r in lexicon.rows("quantity_words", language) if r["part"] == "article"
    )
    durations, multiple = parts.get("duration", []), parts.get("multiple", [])
    return _Lookalikes(
        durations=frozenset(durations),
        after=re.compile(
            rf"(?:\s+(?:{of}\s+)?|\s?-\s?)(?i:{any_of([*durations, *multiple])})(?!\w)"
            rf"|\s+(?:{of}\s+)?(?i:{article})\s+(?i:{any_of(durations)})(?!\w)"
            rf"|(?i:{any_of(multiple)})(?!\w)"
            rf"|\s?(?i:{any_of(parts.get('clock', []))})(?!\w)"
            rf"|\s+(?:{of}\s+)?{any_of(months)}\b"
        ),
        before=re.compile(
            rf"(?<!\w)(?:(?i:{any_of([*parts.get('age', []), *parts.get('label', [])])})\s*)\Z"
        ),
        month_before=re.compile(rf"(?<!\w){any_of(months)}\.?\s+\Z"),
        year=frozenset(parts.get("year", [])),
        streets=frozenset(parts.get("street", [])),
        months=months,
    )


def is_lookalike(text: str, amount: Amount, tree: Tree, language: str) -> bool:
    """Tell whether a number is no quantity, by what stands around it."""
    return (
        _is_stuck(text, amount)
        or _is_marked(text, amount, tree)
        or _is_worded(text, amount, language)
        or (not amount.measure and _is_year(text, amount, tree, language))
        or _is_ordered(amount, tree)
        or _is_named(text, amount, tree)
    )


def _is_ordered(amount: Amount, tree: Tree) -> bool:
    """Tell whether a share is one of several in order: "the second half of the match"."""
    words = tree.within(amount.span)
    if amount.number.kind is not NumberKind.SHARE or not words or not words[0].index:
        return False
    return tree.tokens[words[0].index - 1].tag == "JJ"


def _is_stuck(text: str, amount: Amount) -> bool:
    """Tell whether a number is one part of something written together."""
    start, end = amount.span.start, amount.span.end
    if amount.number.kind is NumberKind.FIGURE and _CODE.match(text, amount.number.span.start):
        return True
    if amount.number.kind is not NumberKind.FIGURE:
        return start > 1 and text[start - 1] == "-" and text[start - 2].isalnum()
    return bool(
        _STUCK_BEFORE.search(text, max(0, start - 3), start) or _STUCK_AFTER.match(text, end)
    )


def _is_marked(text: str, amount: Amount, tree: Tree) -> bool:
    """Tell whether a number is a note, the mark of a list item, or an age between commas."""
    start, end = amount.span.start, amount.span.end
    if amount.number.kind is not NumberKind.FIGURE or amount.measure:
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and _BRACKETS.get(before) == after:
        return True
    words = tree.within(Span(start, end))
    if not words:
        return False
    first = words[0]
    begins = first.index == tree.sentence_of(first).first or text[:start].rstrip()[-1:] in ":;"
    if begins and _LIST_MARK.match(text, end):
        return True
    return _is_age(text, amount, first, tree)


def _is_age(text: str, amount: Amount, first: Token, tree: Tree) -> bool:
    """Tell whether figures behind a person are an age: "a woman, 56, said"."""
    if first.index <= 1 or not 0 < amount.low < _OLDEST or amount.low != int(amount.low):
        return False
    mark, behind = tree.tokens[first.index - 1], tree.tokens[first.index - 2]
    after = text[amount.span.end : amount.span.end + 1]
    if mark.text == "(":
        return after == ")" and behind.pos == "PROPN"
    if mark.text != ",":
        return False
    if after in {",", ".", ";"}:
        return behind.pos == "PROPN" or behind.tag == "NN"
    adposition, name_after = (*tree.tokens[first.index + 1 : first.index + 3], mark, mark)[:2]
    if adposition.pos != "ADP" or name_after.pos != "PROPN":
        return False
    return any(name.kind == "person" for name in tree.names_meeting(behind.span))


def _is_worded(text: str, amount: Amount, language: str) -> bool:
    """Tell whether the words beside a number make it a time, an age, a multiple or a label."""
    known = _lookalikes(language)
    start, end = amount.span.start, amount.span.end
    if not amount.measure and known.after.match(text, end):
        return True
    low = max(0, start - _LONGEST_BEFORE)
    if known.before.search(text, low, start):
        return not amount.measure
    figure = amount.number.kind is NumberKind.FIGURE and not amount.measure
    return figure and amount.low <= _LAST_DAY and bool(known.month_before.search(text, low, start))


def _is_year(text: str, amount: Amount, tree: Tree, language: str) -> bool:
    """Tell whether four figures are a year."""
    written = amount.number.span.of(text)
    if not (written.isdigit() and len(written) == len("2000")):
        return False
    if not _FIRST_YEAR <= amount.low < _LAST_YEAR:
        return False
    known = _lookalikes(language)
    if known.month_before.search(
        text, max(0, amount.span.start - _LONGEST_BEFORE), amount.span.start
    ):
        return True
    words = tree.within(amount.span)
    if not words:
        return True
    noun = noun_after(tree, words[-1])
    if noun is None or noun.tag != "NNS":
        return True
    before = tree.tokens[words[0].index - 1] if words[0].index else None
    return before is not None and (
        normal(before.text) in known.year or before.tag in {"POS", "PRP$"} or before.text == ","
    )


def _is_named(text: str, amount: Amount, tree: Tree) -> bool:
    """Tell whether a number is part of a name: "Boeing 737", "Group of Seven", "Five Eyes"."""
    span = amount.span
    words = tree.within(span)
    if not words or amount.measure:
        return False
    first, last = words[0], words[-1]
    for name in tree.names_meeting(span):
        if name.span.start < span.start and span.end <= name.span.end:
            return True
    before = tree.tokens[first.index - 1] if first.index else None
    if before is not None and before.end + 1 >= first.start and before.pos == "PROPN":
        tied = first.head == before.index or (
            before.head == first.index and before.relation in {"compound", "nmod", "amod"}
        )
        if tied and noun_after(tree, last) is None:
            return True
        if first.head == before.index:
            return True
    return _is_capital(first, last, tree)


def _is_capital(first: Token, last: Token, tree: Tree) -> bool:
    """Tell whether a number word and the word after it have capitals within a sentence."""
    sentence = tree.sentence_of(first)
    if first.index - 2 >= sentence.first and first.text[:1].isupper() and first.pos == "PROPN":
        # "The Group of Seven".
        return tree.tokens[first.index - 2].pos == "PROPN" and first.relation == "pobj"
    after = tree.tokens[last.index + 1] if last.index + 1 < sentence.last else None
    if after is None or not first.text[:1].isupper() or not after.text[:1].isupper():
        return False
    others = [word for word in tree.words(sentence) if word.text[:1].isalpha()]
    capitals = sum(word.text[:1].isupper() for word in others)
    # In a headline every word has its capital, which then tells nothing.
    return after.pos == "PROPN" and 2 * capitals <= len(others) + 2


def counts_nothing(noun: Token | None, language: str) -> bool:
    """Tell whether a noun is a stretch of time, or the street a house number stands before."""
    if noun is None:
        return False
    known = _lookalikes(language)
    is_street = noun.tag == "NNP" and noun.text.casefold() in known.streets
    return is_street or noun.lemma in known.durations
