"""What the words that name a source look like, before asking whom they mean."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import dropwhile

from furphy import lexicon
from furphy.model.attribution import SourceKind
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.tree import Tree
from furphy.textkit.apostrophes import straight


class Form(StrEnum):
    """How a source is named."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of a source."""

    span: Span
    form: Form
    words: tuple[str, ...]
    """Of a name: its words in lower case without titles. Else the head word."""
    name: Span
    """The words of the name alone; of a description or pronoun, all of it."""
    kind: SourceKind | None = None
    """None where the words do not tell."""
    gender: str = ""
    """``he`` or ``she`` where the words tell it."""
    description: str | None = None
    plural: bool = False
    definite: bool = False
    """Whether it points back to something known ("the agency")."""
    stands: str = ""
    """Of a pronoun: whom it can stand for; the values are explained in ``pronouns.tsv``."""


_NAME_KINDS = {
    "person": SourceKind.PERSON,
    "organization": SourceKind.ORGANIZATION,
    "place": SourceKind.ORGANIZATION,
    "group": SourceKind.GROUP,
}
_GENDERS = {"m": "he", "f": "she"}


def classify(tree: Tree, text: str, span: Span, language: str) -> Mention:
    """Tell what sort of naming a stretch of source words is."""
    words = [token for token in tree.within(span) if token.pos not in ("PUNCT", "SPACE")]
    if not words:
        return Mention(span, Form.DESCRIPTION, (span.of(text).lower(),), span)
    head = _head(words)
    pronouns = _pronouns(language)
    if len(words) == 1 and head.text.lower() in pronouns and head.pos != "PROPN":
        stands = pronouns[head.text.lower()]
        gender = stands if stands in ("he", "she") else ""
        return Mention(span, Form.PRONOUN, (head.text.lower(),), span, gender=gender, stands=stands)
    if head.pos == "PROPN":
        return _named(tree, text, span, words, head)
    return _described(text, span, words, head, language)


def _head(words: list[Token]) -> Token:
    inside = {word.index for word in words}
    return next(
        (word for word in words if word.head not in inside or word.head == word.index), words[-1]
    )


def _named(tree: Tree, text: str, span: Span, words: list[Token], head: Token) -> Mention:
    run = _run(words, head)
    titles = lexicon.words("honorifics", lexicon.ENGLISH)
    if words[0].tag == "DT" and all(word.text.lower() in titles for word in run):
        return _described(text, span, words, head, lexicon.ENGLISH)  # "the Senator from Texas"
    joined = tuple(straight(word.text.lower()) for word in run)
    if any(word.relation == "conj" and word.head == head.index for word in words):
        whole = tuple(straight(word.text.lower()) for word in words)
        return Mention(span, Form.NAME, whole, span, SourceKind.GROUP, plural=True)
    body = _nouns().get(run[-1].text.lower(), (None, ""))[0]
    if body in _BODIES:
        return Mention(span, Form.NAME, joined, Span(run[0].start, run[-1].end), body)
    kind, run = _tagged(tree, words, run)
    bare = list(dropwhile(lambda word: word.text.lower() in titles, run)) or run
    name = Span(bare[0].start, bare[-1].end)
    lowered = tuple(straight(word.text.lower()) for word in bare)
    office = _office(text, words[0].start, bare[0].start)
    last = words[-1].start if words[-1].tag == "POS" else span.end
    behind = text[bare[-1].end : last].strip(" ,—–-")
    gender = _gender_of(words)
    kind = _outlet_kind(lowered) or kind
    if (kind is None and (gender or office)) or _is_person(words, head):
        kind = SourceKind.PERSON
    plural = head.tag == "NNPS" or kind is SourceKind.GROUP
    return Mention(
        span, Form.NAME, lowered, name, kind, gender, office or behind or None, plural=plural
    )


def _is_person(words: list[Token], head: Token) -> bool:
    """Tell whether a name is explained by what one person is ("X, the foreign minister")."""
    beside = (word for word in words if word.relation == "appos" and word.head == head.index)
    return any(
        word.tag == "NN" and _nouns().get(word.lemma, (None, ""))[0] is SourceKind.PERSON
        for word in beside
    )


_BODIES = frozenset({SourceKind.ORGANIZATION, SourceKind.OUTLET, SourceKind.DOCUMENT})


def _run(words: list[Token], head: Token) -> list[Token]:
    """Return the proper nouns that stand together around the head of a name."""
    first = last = words.index(head)
    while first > 0 and _joins(words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and _joins(words[last + 1], words[last]):
        last += 1
    run = words[first : last + 1]
    while len(run) > 1 and run[-1].tag == "POS":
        run.pop()
    return run


def _joins(word: Token, neighbour: Token) -> bool:
    left, right = sorted((word, neighbour), key=lambda each: each.start)
    return word.pos in ("PROPN", "PART") and word.tag != "TO" and right.start - left.end <= 1


def _office(text: str, start: int, end: int) -> str | None:
    """Return the office before a name, without article; a bare form of address is none."""
    words = text[start:end].strip(" ,-–—").split()
    while words and words[0].lower() in lexicon.words("articles", lexicon.ENGLISH):
        words = words[1:]
    plain = lexicon.words("addresses", lexicon.ENGLISH)
    return " ".join(words) if any(word.lower() not in plain for word in words) else None


def _tagged(
    tree: Tree, words: list[Token], run: list[Token]
) -> tuple[SourceKind | None, list[Token]]:
    """Return what the name tagger takes a run for, and the words it takes for the name."""
    whole = Span(run[0].start, run[-1].end)
    for name in tree.names_meeting(whole):
        part = [word for word in words if name.span.holds(word.span)]
        if name.kind == "person" and part and part[-1].index == run[-1].index:
            return SourceKind.PERSON, part
        if name.kind != "person" and run[-1] in part:
            # "the Association of Flight Attendants": a body's name goes on after its head.
            return _NAME_KINDS[name.kind], [*run, *part[part.index(run[-1]) + 1 :]]
    return None, run


def _outlet_kind(words: tuple[str, ...]) -> SourceKind | None:
    kinds = _outlets()
    return next((kinds[word] for word in reversed(words) if word in kinds), None)


def _gender_of(words: list[Token]) -> str:
    nouns = _nouns()
    for word in words:
        kind = nouns.get(word.lemma) or nouns.get(word.text.lower())
        if kind and kind[1]:
            return kind[1]
    return ""


def _described(text: str, span: Span, words: list[Token], head: Token, language: str) -> Mention:
    nouns = _nouns()
    kind, gender = nouns.get(head.text.lower()) or nouns.get(head.lemma, (None, ""))
    opener = words[0]
    definite = (
        opener.text.lower() in lexicon.words("pointing_back", language) or opener.tag == "PRP$"
    )
    named = any(word.pos == "PROPN" for word in words)
    if kind is SourceKind.ANONYMOUS and definite and named and head.tag == "NN":
        kind = SourceKind.PERSON  # "the ministry's Kyiv correspondent": one office, one holder
    of_body = any(word.head == head.index and word.relation == "prep" for word in words)
    one = head.tag == "NN" and head.lemma not in lexicon.words("collectives", language)
    if kind is SourceKind.GROUP and one and not definite:
        kind = SourceKind.ANONYMOUS  # "a resident": one who could have been named
    office = (named or of_body) and head.lemma in lexicon.words("spokespeople", language)
    if kind is SourceKind.PERSON and not definite and not office and opener.tag == "DT":
        kind = SourceKind.ANONYMOUS
    if kind is SourceKind.PERSON and head.tag == "NNS":
        kind = SourceKind.GROUP
    kind = _of_group(words, head) or kind
    if any(phrase in span.of(text).lower() for phrase in lexicon.words("anonymity", language)):
        kind = SourceKind.ANONYMOUS
    return Mention(
        span,
        Form.DESCRIPTION,
        (head.lemma,),
        span,
        kind,
        gender,
        plural=head.tag in ("NNS", "NNPS") and kind is not SourceKind.ORGANIZATION,
        definite=definite,
    )


def _of_group(words: list[Token], head: Token) -> SourceKind | None:
    """Return the kind of the people in "a group of residents", "a number of officials"."""
    if head.lemma not in lexicon.words("collectives", lexicon.ENGLISH):
        return None
    for prep in words:
        if prep.head == head.index and prep.relation == "prep" and prep.index == head.index + 1:
            for noun in words:
                if noun.head == prep.index and noun.relation == "pobj" and noun.tag == "NNS":
                    return _nouns().get(noun.lemma, (None, ""))[0]
    return None


@cache
def _pronouns(language: str) -> dict[str, str]:
    return {row["form"]: row["stands"] for row in lexicon.rows("pronouns", language)}


@cache
def _nouns() -> dict[str, tuple[SourceKind | None, str]]:
    return {
        row["noun"]: (
            SourceKind(row["kind"]) if row["kind"] else None,
            _GENDERS.get(row["gender"], ""),
        )
        for row in lexicon.rows("source_nouns", lexicon.ENGLISH)
    }


@cache
def _outlets() -> dict[str, SourceKind]:
    return {
        row["word"]: SourceKind(row["kind"]) for row in lexicon.rows("outlets", lexicon.ENGLISH)
    }
