"""Kinds: what sort of thing a clause puts forward, by its mood, its modal and its predicate."""

from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.assertion import AssertionKind
from furphy.model.factuality import CueKind
from furphy.model.token import Token
from furphy.reading.clauses import imperative
from furphy.reading.effects import Stance
from furphy.reading.scopes import form
from furphy.reading.tree import Tree

_PREDICATES = frozenset({"acomp", "attr", "oprd"})
_ADVERBS = frozenset({"advmod", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Signs:
    """The words that show of what kind a clause is, by where they stand."""

    modals: dict[str, AssertionKind]
    """Auxiliaries of the clause."""
    governors: dict[str, AssertionKind]
    """Verbs and adjectives whose infinitive or finite complement the clause is."""
    nouns: dict[str, AssertionKind]
    """The same, of nouns."""
    predicates: dict[str, AssertionKind]
    """What is said of the subject, or the verb itself."""
    adverbs: dict[str, AssertionKind]


@cache
def signs(language: str) -> Signs:
    """Read the signs of a language."""
    found: dict[str, dict[str, AssertionKind]] = {}
    for row in lexicon.rows("kinds", language):
        found.setdefault(row["where"], {})[row["word"]] = AssertionKind(row["kind"])
    return Signs(
        *(found.get(where, {}) for where in ("modal", "governor", "noun", "predicate", "adverb"))
    )


def kind(tree: Tree, head: Token, stance: Stance, shown: Signs) -> AssertionKind:
    """Return the kind of the clause with this head."""
    if any(cue.kind is CueKind.QUESTION for cue in stance.cues):
        return AssertionKind.QUESTION
    if imperative(tree, head):
        return AssertionKind.NORM
    return (
        _by_own_words(tree, head, shown)
        or _by_governor(tree, head, shown)
        or _by_predicate(tree, head, shown)
        or AssertionKind.REPORT
    )


def _by_own_words(tree: Tree, head: Token, shown: Signs) -> AssertionKind | None:
    for kid in tree.children(head):
        if kid.relation == "aux" and (found := shown.modals.get(kid.lemma)):
            return found
        if kid.relation in _ADVERBS and (found := shown.adverbs.get(kid.lemma)):
            return found
    return None


def _by_governor(tree: Tree, head: Token, shown: Signs) -> AssertionKind | None:
    above = tree.head(head)
    shape = form(tree, head)
    if head.relation == "acl":
        return shown.nouns.get(above.lemma) if shape == "to" else None
    if head.relation not in {"xcomp", "ccomp"}:
        return None
    for each in (above, *tree.children(above, _PREDICATES)):
        found = shown.governors.get(each.text.lower()) or shown.governors.get(each.lemma)
        # "Insisted that he leave" asks for something, "insisted that he had left" does not.
        if found and not (found is AssertionKind.NORM and shape in {"that", "what"}):
            return found
    return None


def _by_predicate(tree: Tree, head: Token, shown: Signs) -> AssertionKind | None:
    for each in (head, *tree.children(head, _PREDICATES)):
        if found := shown.predicates.get(each.lemma):
            return found
        for kid in tree.children(each, {"amod"}):
            if each is not head and (found := shown.predicates.get(kid.lemma)):
                return found
    return None
