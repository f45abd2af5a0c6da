"""Attributions whose cue is a noun: "the claim that …", "his criticism of …", "a pledge to …"."""

from collections.abc import Iterator

from furphy import lexicon
from furphy.model.text import Span, Spans
from furphy.model.token import Token
from furphy.reading.sayings.arguments import (
    has_to,
    is_passive,
    source_words,
    speaker,
)
from furphy.reading.sayings.contents import Content
from furphy.reading.sayings.cues import Cue, cues
from furphy.reading.sayings.saying import Saying
from furphy.reading.tree import Tree

# Verbs whose subject owns the noun they govern: "she made the claim", "they have doubts".
_LIGHT = "light_verbs"
_OWNERS = "owner_prepositions"


def from_nouns(tree: Tree, language: str) -> Iterator[Saying]:
    """Yield what nouns attribute."""
    known = cues("cue_nouns", language)
    for token in tree.tokens:
        if token.pos != "NOUN":
            continue
        cue = known.get(token.lemma)
        if cue is None:
            continue
        content = _content(tree, token, cue)
        owner = (_owner(tree, token) or _subject(tree, token)) if content else ()
        # Only a clause says something by itself; "support for the ban" needs somebody's.
        if content and (owner or content.frame == "that"):
            spans = tree.spans(content.indexes)
            rule = f"noun-{content.frame}:{cue.lemma}"
            words = (Span(token.start, token.end),)
            yield Saying(owner, words, spans, rule, cue.stance)


def _content(tree: Tree, noun: Token, cue: Cue) -> Content | None:
    for clause in tree.children(noun, ("acl", "ccomp", "relcl")):
        if clause.index < noun.index:
            continue
        opener = tree.child(clause, ("mark",))
        if "that" in cue.frames and opener and clause.tag != "VBG":
            return Content("that", tree.subtree(clause))
        if "to" in cue.frames and has_to(tree, clause):
            return Content("to", tree.subtree(clause))
    wanted = cue.prepositions(after_object=False)
    for prep in tree.children(noun, ("prep",)):
        if prep.lemma in wanted:
            inner = tree.child(prep, ("pobj", "pcomp"))
            if inner:
                return Content(f"~{prep.lemma}", tree.subtree(inner))
    return _predicate(tree, noun, cue)


def _predicate(tree: Tree, noun: Token, cue: Cue) -> Content | None:
    """The clause that a noun is said to be: "her argument is that …"."""
    head = tree.head(noun)
    if noun.relation != "nsubj" or head.pos != "AUX" or "that" not in cue.frames:
        return None
    clause = tree.child(head, ("ccomp",))
    return Content("that", tree.subtree(clause)) if clause else None


def _owner(tree: Tree, noun: Token) -> Spans:
    """Return the words that name whose claim, fear or plan it is."""
    owner = tree.child(noun, ("poss",))
    if owner:
        return _without_genitive(tree, owner)
    for prep in tree.children(noun, ("prep",)):
        if prep.lemma in lexicon.words(_OWNERS, lexicon.ENGLISH):
            inner = tree.child(prep, ("pobj",))
            if inner:
                return source_words(tree, inner)
    head = tree.head(noun)
    if noun.relation == "dobj" and head.lemma in lexicon.words(_LIGHT, lexicon.ENGLISH):
        if is_passive(tree, head):
            return ()
        subject = speaker(tree, head)
        return source_words(tree, subject) if subject else ()
    return ()


def _subject(tree: Tree, noun: Token) -> Spans:
    """Return who speaks where a verb was taken for a noun: "Sources close to the port claim that".

    Such a noun has a subject, and all that stands before it is that subject's phrase.
    """
    subject = tree.child(noun, ("nsubj",))
    if subject is None or subject.index > noun.index or noun.relation != "root":
        return ()
    first = tree.tokens[tree.subtree(subject)[0]]
    return (Span(first.start, tree.tokens[noun.index - 1].end),)


def _without_genitive(tree: Tree, owner: Token) -> Spans:
    cut = list(tree.children(owner, ("case",)))
    return tree.spans(tree.subtree(owner, cut))
