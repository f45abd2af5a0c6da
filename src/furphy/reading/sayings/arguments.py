"""Who does what a verb says: subjects, passives, the words of a source and of a cue."""

from furphy.model.text import Span, Spans
from furphy.model.token import Token
from furphy.reading.tree import Tree

SUBJECT = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "csubjpass", "auxpass")
_AUXILIARY = ("aux", "auxpass", "neg")
# Links by which a verb without a subject of its own shares that of the verb above it.
_SHARES = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "parataxis"})
# Clauses between a verb and the subject it shares; more is a parse gone astray.
_FAR = 6
# A source is a name with office and apposition; longer is a parse gone astray.
_LONGEST_SOURCE = 45


def is_verb(token: Token) -> bool:
    """Tell whether a token is a verb form that can have a subject."""
    return token.pos == "VERB" or token.pos == "AUX"


def is_passive(tree: Tree, verb: Token) -> bool:
    """Tell whether a verb is passive, reduced relatives included ("a town held by …")."""
    if tree.child(verb, PASSIVE):
        return True
    if verb.tag != "VBN" or tree.child(verb, ("aux", *SUBJECT)):
        return False
    return verb.relation in ("acl", "advcl", "amod") or tree.child(verb, ("agent",)) is not None


def speaker(tree: Tree, verb: Token) -> Token | None:
    """Return the head of the phrase that names who speaks, feels or wants."""
    for _ in range(_FAR):
        subject = tree.child(verb, SUBJECT)
        if subject:
            return subject
        head = tree.head(verb)
        if head.index == verb.index:
            return None
        if verb.relation == "acl":
            return head if head.pos in ("NOUN", "PROPN", "PRON") else None
        if verb.relation not in _SHARES:
            return None
        if is_passive(tree, head):
            return tree.child(head, ("nsubjpass",))
        verb = head
    return None


def source_words(tree: Tree, noun: Token) -> Spans:
    """Return the words of a source: its phrase without relative clauses or asides."""
    aside = [
        child
        for child in tree.children(noun, ("relcl", "parataxis", "ccomp", "advcl", "punct"))
        if child.relation != "punct" or child.index > noun.index
    ]
    indexes = tree.subtree(noun, [each for each in aside if each.relation != "punct"])
    first = last = indexes.index(noun.index)
    while first > 0 and indexes[first - 1] == indexes[first] - 1:
        first -= 1
    while last + 1 < len(indexes) and indexes[last + 1] == indexes[last] + 1:
        last += 1
    kept = indexes[first : last + 1]
    if len(kept) > _LONGEST_SOURCE:
        kept = [noun.index]
    while len(kept) > 1 and tree.tokens[kept[-1]].pos == "PUNCT":
        kept.pop()
    while len(kept) > 1 and tree.tokens[kept[0]].pos == "PUNCT":
        kept.pop(0)
    return tree.spans(kept)


def cue_words(tree: Tree, verb: Token) -> Spans:
    """Return the verb with the auxiliaries and negations right before it."""
    first = verb.index
    auxiliaries = {each.index for each in tree.children(verb, _AUXILIARY)}
    while first - 1 in auxiliaries:
        first -= 1
    return (Span(tree.tokens[first].start, verb.end),)


def has_to(tree: Tree, verb: Token) -> bool:
    """Tell whether a verb is an infinitive with its particle."""
    return any(each.tag == "TO" for each in tree.children(verb, ("aux",)))


def mark(tree: Tree, clause: Token) -> str:
    """Return the word that subordinates a clause, lower-cased; empty where it has none."""
    word = tree.child(clause, ("mark",))
    return word.lemma if word else ""
