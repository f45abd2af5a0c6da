"""What stands beside a name and tells of its bearer: titles, appositions, nouns for the kind."""

from collections.abc import Iterator
from functools import cache

from furphy import lexicon
from furphy.model.identity import IdentityKind
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.identities.naming import Naming, Sort
from furphy.reading.identities.vocabulary import (
    ANY,
    Body,
    body_nouns,
    countries,
    known_bodies,
    outlet_words,
    titles,
)
from furphy.reading.tree import Tree

# A title before a name: "Ukrainian Deputy Foreign Minister" has five words with its adjective.
_LONGEST_TITLE = 7
_NAMES_NOTHING = ("modifier", "binding", "human")
_WIDENED = (IdentityKind.CHANNEL, IdentityKind.UNIT, IdentityKind.OUTLET)
_LINKS = ("pobj", "prep", "compound", "conj")


def look_around(tree: Tree, text: str, naming: Naming) -> None:
    """Note on a name what the words beside it tell."""
    naming.located = _is_located(tree, naming)
    if naming.sort is not Sort.BODY:
        _titles_before(tree, text, naming)
    head = _head(tree, naming)
    for noun in _said_to_be(tree, head, naming):
        _describe(tree, text, naming, noun)
    _label(tree, naming, head)


def _head(tree: Tree, naming: Naming) -> Token:
    """Return the word of a name that the others hang on."""
    words = tree.tokens[naming.first : naming.last]
    inside = range(naming.first, naming.last)
    return next((each for each in reversed(words) if each.head not in inside), words[-1])


def _is_located(tree: Tree, naming: Naming) -> bool:
    before = naming.first - 1
    if before >= 0 and tree.tokens[before].pos == "DET":
        before -= 1
    return before >= 0 and tree.tokens[before].text.lower() in _locatives()


@cache
def _locatives() -> frozenset[str]:
    return lexicon.words("locative_prepositions", lexicon.ENGLISH)


def _titles_before(tree: Tree, text: str, naming: Naming) -> None:
    """Note the titles right before a name: "Ukrainian Foreign Minister"."""
    first = naming.first
    tells = False
    sentence = tree.sentence_of(tree.tokens[naming.first]).first
    while first - 1 >= sentence and naming.first - first < _LONGEST_TITLE:
        token = tree.tokens[first - 1]
        title = titles().get(token.text.lower().rstrip("."))
        if title is not None:
            tells = tells or title.sort not in _NAMES_NOTHING
            if title.gender:
                naming.gender = naming.gender or title.gender
        elif not _goes_on(tree, token, tells):
            break
        first -= 1
    while first < naming.first and tree.tokens[first].text[0] in "-.'’\"":
        first += 1
    span = Span(tree.tokens[first].start, naming.span.start)
    words = span.of(text).split()
    if tells and words and not all(_is_address(each) for each in words):
        naming.titles.append(Span(span.start, span.start + len(span.of(text).rstrip(" ,-"))))
    if tells and naming.sort is not Sort.PERSON and naming.sort is not Sort.GROUP:
        naming.sort = (
            Sort.PERSON if tree.tokens[naming.first - 1].text[0].isupper() else naming.sort
        )


def _goes_on(tree: Tree, token: Token, tells: bool) -> bool:
    """Tell whether a word can stand in a title before its noun: "HUR", "Kremlin", "Ukrainian"."""
    if token.text in ".-" or token.tag == "POS":
        return tells or token.text == "."
    if token.text.lower() in countries():
        return tells
    capital = token.text[0].isupper() and token.pos in ("PROPN", "ADJ")
    return tells and capital and token.relation in ("compound", "nmod", "poss", "amod")


def _is_address(word: str) -> bool:
    title = titles().get(word.lower().rstrip("."))
    return title is not None and title.sort == "address"


def _said_to_be(tree: Tree, head: Token, naming: Naming) -> Iterator[Token]:
    """Yield the nouns that the text sets beside a name or says of it."""
    yield from tree.children(head, ("appos",))
    comma = naming.first > 0 and tree.tokens[naming.first - 1].text == ","
    if head.relation == "appos" or (head.relation == "pobj" and comma):
        noun = tree.head(head)
        # "the mayor of Kyiv, Vitali Klitschko": the parser hangs the name on the nearest noun.
        for above in (noun, *tree.ancestors(noun)):
            if above.pos == "NOUN" and above.index < naming.first:
                yield above
            if above.relation not in _LINKS:
                break
    if head.relation == "nsubj":
        yield from tree.children(tree.head(head), ("attr",))


def _describe(tree: Tree, text: str, naming: Naming, noun: Token) -> None:
    word = noun.text.lower().rstrip(".")
    title, body = titles().get(word), body_nouns().get(word)
    if noun.tag in ("NNS", "NNPS", "CD") or naming.first <= noun.index < naming.last:
        return
    if (
        title is not None
        and naming.sort is not Sort.BODY
        and title.sort not in ("modifier", "binding")
    ):
        naming.gender = naming.gender or title.gender
        if title.sort != "human":
            naming.titles.append(_phrase(tree, text, naming, noun))
        naming.sort = Sort.PERSON if naming.sort is Sort.UNKNOWN else naming.sort
    elif body is not None and naming.sort is not Sort.PERSON and naming.sort is not Sort.PLACE:
        naming.calls.update(body.calls)
        naming.kind = naming.kind or body.kind


def _phrase(tree: Tree, text: str, naming: Naming, noun: Token) -> Span:
    """Return the words of a description from its first adjective to the next comma or clause."""
    clauses = tree.children(noun, ("relcl", "appos", "punct", "acl", "cc", "conj"))
    branch = tree.subtree(noun, [each for each in clauses if each.index > noun.index])
    spans = tree.spans([each for each in branch if not naming.first <= each < naming.last])
    span = next((each for each in spans if each.start <= noun.start < each.end), noun.span)
    first = tree.within(span)[0]
    start = first.end if first.pos in ("DET", "PRON") else first.start
    inner = Span(start, span.end).of(text)
    cut = min((place for mark in ",;:(\n" if (place := inner.find(mark)) >= 0), default=len(inner))
    begin = start + len(inner) - len(inner.lstrip())
    found = Span(begin, max(begin, start + len(inner[:cut].rstrip())))
    return found if len(found) else noun.span


def _label(tree: Tree, naming: Naming, head: Token) -> None:
    """Note the nouns that a body's name modifies or follows: "the Rybar channel"."""
    if naming.sort in (Sort.PERSON, Sort.PLACE):
        return
    noun = tree.head(head)
    if head.relation == "compound" and 0 <= noun.index - naming.last <= 1:
        _widen(tree, naming, noun)
    before = tree.tokens[naming.first - 1] if naming.first else head
    body = body_nouns().get(before.text.lower())
    if body is not None and before.pos == "NOUN" and before.relation in ("compound", "nmod"):
        _take(naming, body)


def _widen(tree: Tree, naming: Naming, noun: Token) -> None:
    """Add to a name the noun that says what bears it; "the NATO office" is not NATO."""
    body = body_nouns().get(noun.text.lower())
    if body is None or noun.tag not in ("NN", "NNP"):
        return
    words = " ".join(token.text for token in tree.tokens[naming.first : naming.last]).lower()
    known = known_bodies().get(words)
    own = known is not None and noun.text.lower() in known[1].calls and ANY not in body.calls
    between = tree.tokens[naming.last].text.lower() in outlet_words()
    if own or body.kind in _WIDENED or between:
        _take(naming, body)
        naming.last = noun.index + 1
        naming.span = Span(naming.span.start, noun.end)
        naming.sure = True


def _take(naming: Naming, body: Body) -> None:
    naming.calls.update(body.calls)
    naming.kind = naming.kind or body.kind
    naming.sort = Sort.BODY if naming.sort is Sort.UNKNOWN else naming.sort
