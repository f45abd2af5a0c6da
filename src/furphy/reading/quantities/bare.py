"""Numbers with nothing beside them that they count: which of them still say how many."""

import re

from furphy.model.token import Token
from furphy.reading.quantities.amount import Amount
from furphy.reading.quantities.counting import Counted
from furphy.reading.quantities.grammar import grammar
from furphy.reading.tree import Tree

_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})
_PERSONS = frozenset({"PRP", "WP", "NNP"})
_LIST_MARK = re.compile(r"[.)]\s")


def says_how_many(text: str, amount: Amount, counted: Counted, tree: Tree, language: str) -> bool:
    """Tell whether a bare number is a count: "the number rose to 14", "12 of them fled".

    House numbers, ages, scores, marks of lists and the rest of what figures are used for stand
    in no such place.
    """
    last = tree.within(amount.span)[-1]
    if amount.dashed or amount.low == 1 or _stands_in_name(amount, last, tree):
        return False
    if _LIST_MARK.match(text, amount.span.end) and not _ends_sentence(last, tree):
        return False
    after = tree.tokens[last.index + 1 : last.index + 2]
    if after and after[0].text.casefold() in grammar(language).parts["of"]:
        return True
    return _has_role(counted.head, tree, language)


def _stands_in_name(amount: Amount, last: Token, tree: Tree) -> bool:
    """Tell whether a name or a possessive leans on the number: "601 SW Street", "her 30"."""
    first = tree.within(amount.number.span)[0]
    before = tree.tokens[first.index - 1] if first.index else None
    after = tree.tokens[last.index + 1] if last.index + 1 < len(tree.tokens) else None
    if before is not None and (before.pos == "PROPN" or before.tag in {"POS", "PRP$"}):
        return True
    return after is not None and (after.pos == "PROPN" or after.tag == "POS")


def _ends_sentence(last: Token, tree: Tree) -> bool:
    return tree.sentence_of(last).last <= last.index + 2


def _has_role(head: Token, tree: Tree, language: str) -> bool:
    above = tree.head(head)
    if head.relation in _ROLES:
        return True
    if head.relation == "pobj":
        return above.text.casefold() in grammar(language).parts["leads"]
    if head.relation == "attr":
        # "She is 70": how old, not how many.
        subject = tree.child(above, {"nsubj"})
        return subject is not None and subject.tag not in _PERSONS
    return False
