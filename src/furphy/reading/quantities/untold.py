"""Quantities without a number: none at all, several, a company-sized group."""

from furphy.model.evidence import Evidence
from furphy.model.quantity import Modifier, Quantity
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.quantities.amount import Amount
from furphy.reading.quantities.casualties import casualty
from furphy.reading.quantities.counting import Counted, counted_by, stretch, worth_noting
from furphy.reading.quantities.grammar import grammar
from furphy.reading.quantities.numbers import Number, NumberKind
from furphy.reading.tree import Tree

NONE = Evidence("none-at-all", 0.9)
UNKNOWN = Evidence("number-untold", 0.85)
SIZED = Evidence("size-of-a-formation", 0.9)
_NOUNS = frozenset({"NOUN", "PROPN"})


def untold_at(text: str, token: Token, tree: Tree, language: str) -> Quantity | None:
    """Return the quantity that begins at a word and names no number; None where none does."""
    return (
        _none(token, tree, language)
        or _unknown(text, token, tree, language)
        or _sized(token, tree, language)
    )


def _none(token: Token, tree: Tree, language: str) -> Quantity | None:
    """Read "no casualties", "no one was killed", "none of the soldiers were hurt"."""
    nothing = grammar(language).parts["nothing"]
    word = token.text.casefold()
    if word not in nothing:
        return None
    head = tree.head(token)
    if token.relation == "det" and f"{word} {head.text.casefold()}" not in nothing:
        if head.pos not in _NOUNS or head.index <= token.index:
            return None
        counted = Counted(head, stretch(head, token, tree), head)
        span = token.span
    elif token.relation == "det":
        counted, span = Counted(None, None, head), Span(token.start, head.end)
    else:
        found = counted_by(_nameless(token.span), tree, language)
        counted, span = found or Counted(None, None, token), token.span
    last = tree.within(span)[-1]
    kind = casualty(counted, last, tree, language)
    if kind is None and not _is_noted(counted, language):
        return None
    return Quantity(span, 0.0, 0.0, None, counted.span, Modifier.EXACT, NONE, kind)


def _unknown(text: str, token: Token, tree: Tree, language: str) -> Quantity | None:
    """Read "several drones", "a number of people were hurt"; what is not worth it is left out."""
    match = grammar(language).unknown.match(text, token.start)
    if match is None:
        return None
    before = tree.tokens[token.index - 1] if token.index else None
    if before is not None and before.tag in {"WRB", "RB"}:
        return None
    span = Span(match.start("unknown"), match.end("unknown"))
    last = tree.within(span)[-1]
    after = tree.tokens[last.index + 1 : last.index + 2]
    of = grammar(language).parts["of"]
    if last.text.casefold() in of:
        # The span ends before "of", as that of "hundreds of drones" does.
        last, after = tree.tokens[last.index - 1], (last,)
        span = Span(span.start, last.end)
    counted = counted_by(_nameless(span), tree, language)
    if counted is None or not after:
        return None
    kind = casualty(counted, last, tree, language)
    if kind is None and not _is_noted(counted, language):
        return None
    return Quantity(span, None, None, None, counted.span, Modifier.ABOUT, UNKNOWN, kind)


def _nameless(span: Span) -> Amount:
    return Amount(span, Number(span, 0.0, 0.0, NumberKind.WORDS), 0.0, 0.0)


def _is_noted(counted: Counted, language: str) -> bool:
    return counted.noun is not None and counted.noun.lemma in worth_noting(language)


def _sized(token: Token, tree: Tree, language: str) -> Quantity | None:
    """Read "a company-sized group"."""
    parts = grammar(language).parts
    if token.text.casefold() not in parts["formation"]:
        return None
    for sized in tree.tokens[token.index + 1 : token.index + 3]:
        if sized.text.casefold() not in parts["sized"]:
            continue
        noun = next((each for each in tree.ancestors(sized) if each.pos in _NOUNS), None)
        if noun is None or noun.index <= sized.index:
            return None
        counted = Counted(noun, stretch(noun, sized, tree), noun)
        kind = casualty(counted, sized, tree, language)
        span = Span(token.start, sized.end)
        return Quantity(span, None, None, None, counted.span, Modifier.ABOUT, SIZED, kind)
    return None
