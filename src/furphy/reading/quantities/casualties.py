"""What befell those a number counts: they were killed, wounded, captured … (``casualty_words``)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.quantities.counting import Counted
from furphy.reading.quantities.grammar import any_of
from furphy.reading.tree import Tree

_CONJUNCTS = 4
"""Members of an enumeration that share what befell them, at most."""
_NEAR = 5
"""Words between a number and the participle that tells of those it counts."""
_LONGEST_KIN = 24

Kinds = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Casualties:
    """A language's words for harm: dictionary form to kind of casualty, by the part they play."""

    done: Kinds
    befalls: Kinds
    state: Kinds
    noun: Kinds
    life: Kinds
    takes: Kinds
    toll: Kinds
    kin_before: re.Pattern[str]
    """Words before a number that make it part of another."""
    kin_after: re.Pattern[str]


@cache
def casualties(language: str) -> Casualties:
    """Read a language's list."""
    found: dict[str, dict[str, str]] = {}
    for row in lexicon.rows("casualty_words", language):
        found.setdefault(row["part"], {})[row["word"]] = row["kind"]
    kin = lexicon.rows("casualty_kin", language)
    before = any_of(row["words"] for row in kin if row["side"] == "before")
    after = any_of(row["words"] for row in kin if row["side"] == "after")
    return Casualties(
        done=found.get("done", {}),
        befalls=found.get("befalls", {}),
        state=found.get("state", {}),
        noun=found.get("noun", {}),
        life=found.get("life", {}),
        takes=found.get("takes", {}),
        toll=found.get("toll", {}),
        kin_before=re.compile(rf"(?i:{before})\s+\Z"),
        kin_after=re.compile(rf"(?i:\s+{after})\b"),
    )


def casualty(counted: Counted, last: Token, tree: Tree, language: str) -> str | None:
    """Return what befell those counted, by the noun, its predicate or what stands beside it.

    ``last`` is the last word of the quantity.
    """
    known = casualties(language)
    return (
        _by_noun(counted, tree, known)
        or _by_attribute(counted.head, tree, known)
        or _by_role(counted.head, tree, known)
        or _by_neighbour(counted, last, tree, known)
        or _by_toll(counted, tree, known)
    )


def befell(counted: Counted, tree: Tree, language: str) -> str | None:
    """Return what a verb says befell those counted: "one was killed", but not "one captured"."""
    return _by_role(counted.head, tree, casualties(language))


def _by_noun(counted: Counted, tree: Tree, known: Casualties) -> str | None:
    noun = counted.noun
    if noun is None:
        return None
    kind = known.noun.get(noun.lemma) or known.state.get(noun.text.casefold())
    if kind:
        return kind
    if noun.lemma in known.life and noun.relation == "dobj":
        return known.takes.get(tree.head(noun).lemma)
    return None


def _by_attribute(head: Token, tree: Tree, known: Casualties) -> str | None:
    """Read "12 people killed in", "five wounded soldiers", "people who were killed"."""
    for child in tree.children(head, {"acl", "amod", "relcl", "oprd"}):
        if child.relation == "relcl":
            subject = tree.child(child, {"nsubj", "nsubjpass"})
            if subject is None or subject.tag not in {"WP", "WDT"}:
                continue
            if kind := _of_predicate(child, subject.relation, tree, known):
                return kind
        elif kind := known.state.get(child.text.casefold()):
            return kind
    return None


def _by_role(head: Token, tree: Tree, known: Casualties) -> str | None:
    """Read "12 were killed", "killing 12", "12 died", "left 12 dead", and enumerations."""
    token = head
    for _ in range(_CONJUNCTS):
        if token.relation not in {"conj", "appos"} or tree.head(token).pos in {"VERB", "AUX"}:
            break
        token = tree.head(token)
    verb = tree.head(token)
    if token.relation == "dobj":
        return known.done.get(verb.lemma)
    if token.relation in {"nsubj", "nsubjpass"}:
        return _of_predicate(verb, token.relation, tree, known)
    if token.relation == "nummod":
        return known.state.get(verb.text.casefold())
    return None


def _of_predicate(verb: Token, relation: str, tree: Tree, known: Casualties) -> str | None:
    """Return what a predicate says befell its subject."""
    passive = relation == "nsubjpass" or (
        verb.tag == "VBN"
        and all(child.pos != "AUX" and child.relation != "dobj" for child in tree.children(verb))
    )
    if passive and verb.lemma in known.done:
        return known.done[verb.lemma]
    if verb.lemma in known.befalls:
        return known.befalls[verb.lemma]
    if kind := known.state.get(verb.text.casefold()):
        # "12 wounded the guard": those counted did it.
        return kind if verb.tag in {"JJ", "VBN", "VBG"} else None
    state = tree.child(verb, {"acomp", "attr", "oprd", "advcl", "xcomp"})
    return known.state.get(state.text.casefold()) if state is not None else None


def _by_neighbour(counted: Counted, last: Token, tree: Tree, known: Casualties) -> str | None:
    """Read "12 have been killed" and headlines by the words alone, where the parse went astray."""
    noun = counted.noun
    if noun is not None and noun.relation == "pobj" and counted.head is noun:
        # "Twelve of the 40 soldiers were wounded": forty were not.
        return None
    start = (noun.index if noun is not None and noun.index > last.index else last.index) + 1
    end = tree.sentence_of(last).last
    for token in tree.tokens[start : min(end, start + _NEAR)]:
        if token.pos in {"AUX", "ADV"} or token.tag in {"JJR", "RB"}:
            continue
        kind = known.state.get(token.text.casefold())
        free = token.tag in {"JJ", "VBN", "VBG", "NN", "NNP", "VBD"}
        after = tree.tokens[token.index + 1 : min(end, token.index + 2)]
        alone = not after or after[0].pos not in {"NOUN", "PROPN", "DET", "PRON", "NUM"}
        return kind if kind and free and alone else None
    return None


def _by_toll(counted: Counted, tree: Tree, known: Casualties) -> str | None:
    """Read "the death toll rose to 14", "put the number of missing at 30", "a toll of 14"."""
    if counted.noun is not None:
        return None
    head = counted.head
    if head.relation == "pobj":
        head = tree.head(head)
    if head.relation not in {"prep", "dobj", "attr", "agent", "npadvmod"}:
        return None
    above = tree.head(head)
    candidates = [above, *tree.children(above, {"nsubj", "nsubjpass", "dobj"})]
    for noun in candidates:
        if noun.index < head.index and noun.lemma in known.toll:
            return _kind_of_toll(noun, tree, known)
    return None


def _kind_of_toll(toll: Token, tree: Tree, known: Casualties) -> str | None:
    for index in tree.subtree(toll):
        word = tree.tokens[index]
        if word.index != toll.index and abs(word.index - toll.index) <= _NEAR:
            kind = known.noun.get(word.lemma) or known.state.get(word.text.casefold())
            if kind:
                return kind
    return known.toll[toll.lemma] or None


def is_state(noun: Token | None, language: str) -> bool:
    """Tell whether a noun names a state alone: "14 dead" leaves out who they are."""
    return noun is not None and noun.text.casefold() in casualties(language).state


def is_part(text: str, span: Span, language: str) -> bool:
    """Tell whether a number is part of the one before it: "12 killed, including three children"."""
    known = casualties(language)
    return bool(
        known.kin_before.search(text, max(0, span.start - _LONGEST_KIN), span.start)
        or known.kin_after.match(text, span.end)
    )
