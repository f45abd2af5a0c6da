"""Join descriptions to their bearers: "the agency", "the general", "the HUR chief".

"The agency" is an agency: the body it is joined to bears the noun in its name, or is known as one,
or is called so by the text. "The general" bears that rank in the text. What else the description
says of its bearer ("the Russian ministry") must be said of it elsewhere in the document.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.identity import IdentityKind, MentionForm
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.identities.bearers import Bearer, last_named
from furphy.reading.identities.vocabulary import (
    ANY,
    body_nouns,
    countries,
    outlet_words,
    small_words,
    titles,
)
from furphy.reading.tree import Tree

# How far back a description may reach, in code points: about four paragraphs.
_REACH = 2_000
_TITLES = ("office", "rank", "role")
_BESIDE_NAMES = ("appos", "attr", "compound", "nmod", "amod", "poss")
_RESTRICTING = ("relcl", "acl", "nummod", "appos")
_SUBJECTS = ("nsubj", "nsubjpass")
_SINGULAR = ("NN", "NNP")


@dataclass(frozen=True, slots=True)
class Description:
    """A definite noun phrase without a name of its own."""

    head: Token
    span: Span
    says: frozenset[str]
    """What it says beside its noun, in lower case."""


def descriptions(tree: Tree, text: str, taken: Sequence[Span]) -> Iterator[Description]:
    """Yield the definite descriptions in a text that stand apart from all names."""
    inside = {token.index for span in taken for token in tree.within(span)}
    for token in tree.tokens:
        # A subject after "the" that was taken for an adjective is a noun: "the portal named".
        noun = token.tag in _SINGULAR or (token.tag == "JJ" and token.relation in _SUBJECTS)
        if noun and token.index not in inside and _tells(token):
            found = _description(tree, token)
            if found is not None:
                yield found


def by_call(text: str, bearers: Sequence[Bearer]) -> Mapping[str, list[Bearer]]:
    """Return the bearers that may be called by each noun."""
    found: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        calls = {*bearer.calls, *_calls_of_kind(bearer.kind)}
        for span in bearer.titles:
            title = titles().get(_office(_words(text, span)))
            calls |= title.calls if title is not None else set()
        for noun in calls:
            found[noun].append(bearer)
    return found


@cache
def _calls_of_kind(kind: IdentityKind) -> frozenset[str]:
    """Return the nouns for all bodies of a kind ("organization")."""
    bodies = body_nouns().items()
    return frozenset(noun for noun, body in bodies if ANY in body.calls and body.kind is kind)


def describe(text: str, called: Mapping[str, list[Bearer]], found: Description) -> None:
    """Join a description to the bearer it fits that was named last."""
    place = found.span.start
    bearers = called.get(found.head.text.lower(), ())
    near = [each for each in bearers if 0 <= place - each.last_before(place) <= _REACH]
    near = [each for each in near if each.places[0] < place]
    fits = [each for each in near if fits_bearer(text, each, found)]
    if not fits or (len(fits) > 1 and fits[0].kind is not IdentityKind.PERSON):
        # Of several agencies the last named is meant in four of ten places: too few.
        return
    whose = "person" if fits[0].kind is IdentityKind.PERSON else "body"
    several = "-of-several" if len(fits) > 1 else ""
    further = "-with-more" if found.says else ""
    rule = f"description-{whose}{further}{several}"
    last_named(fits, place).join(found.span, MentionForm.TITLE, rule)


def _tells(token: Token) -> bool:
    word = token.text.lower()
    title = titles().get(word)
    return word in body_nouns() or (title is not None and title.sort in _TITLES)


def _description(tree: Tree, head: Token) -> Description | None:
    opener = tree.child(head, ("det",))
    if opener is None or opener.text.lower() not in _definite() or head.relation in _BESIDE_NAMES:
        return None
    if any(child.relation in _RESTRICTING for child in tree.children(head)):
        return None
    before = tree.tokens[opener.index + 1 : head.index]
    after = [
        tree.tokens[index]
        for child in tree.children(head, ("prep",))
        if child.index == head.index + 1
        for index in tree.subtree(child)
    ]
    says = frozenset(
        word.text.lower()
        for word in (*before, *after)
        if word.text[0].isalnum() and word.text.lower() not in small_words()
    )
    last = after[-1] if after else head
    return Description(head, Span(opener.start, last.end), says)


@cache
def _definite() -> frozenset[str]:
    return lexicon.words("pointing_back", lexicon.ENGLISH)


def fits_bearer(text: str, bearer: Bearer, found: Description) -> bool:
    """Tell whether all that a description says is said of a bearer elsewhere."""
    if bearer.kind is IdentityKind.PERSON:
        return _fits_person(text, bearer, found)
    return _fits_body(bearer, found)


def _fits_person(text: str, bearer: Bearer, found: Description) -> bool:
    noun = found.head.text.lower()
    for span in bearer.titles:
        words = _words(text, span)
        office = _office(words)
        title = titles().get(office)
        if title is None or noun not in title.calls:
            continue
        sorts = {each: titles()[each].sort for each in words if each in titles()}
        if title.sort == "rank" and "office" in sorts.values():
            continue  # an attorney general commands nobody
        binding = {each for each, sort in sorts.items() if sort == "binding"}
        if binding <= found.says and _said(found.says, words):
            return True
    return False


def _words(text: str, span: Span) -> list[str]:
    return [word.strip(".,").lower() for word in span.of(text).split()]


def _office(words: Sequence[str]) -> str:
    """Return the noun of an office: the last word before "of", "to", "at"."""
    end = next((n for n, word in enumerate(words) if word in small_words()), len(words))
    return words[end - 1] if end else ""


def _said(says: frozenset[str], words: Sequence[str]) -> bool:
    known = {*words, *(countries()[word] for word in words if word in countries())}
    return all(word in known or countries().get(word) in known for word in says)


def _fits_body(bearer: Bearer, found: Description) -> bool:
    noun = found.head.text.lower()
    body = body_nouns().get(noun)
    if body is None or bearer.body is None:
        return False
    if noun not in bearer.calls and noun not in _calls_of_kind(bearer.kind):
        return False
    owners = {owner for name in bearer.spellings for owner in name.owner}
    known = {word for name in bearer.spellings for word in (*name.core, *name.text.lower().split())}
    return all(
        word in known
        or countries().get(word) in owners
        or word in outlet_words()
        or word in bearer.calls
        for word in found.says
    )
