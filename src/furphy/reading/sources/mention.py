"""What the words that name a source look like, before asking whom they mean."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from furphy import lexicon
from furphy.model.attribution import SourceKind
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.tree import Tree


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
    return next((word for word in words if word.head not in inside or word.head == word.index), words[-1])


def _named(tree: Tree, text: str, span: Span, words: list[Token], head: Token) -> Mention:
    first = last = words.index(head)
    while first > 0 and words[first - 1].pos == "PROPN" and _beside(words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and words[last + 1].pos in ("PROPN", "NUM") and _beside(
        words[last], words[last + 1]
    ):
        last += 1
    run = words[first : last + 1]
    kind, run = _tagged(tree, run)
    titles = lexicon.words("honorifics", "en")
    bare = [word for word in run if word.text.lower() not in titles] or run
    name = Span(bare[0].start, bare[-1].end)
    lowered = tuple(word.text.lower() for word in bare if word.text not in ("’s", "'s"))
    office = _office(text, words[0].start, bare[0].start)
    behind = text[bare[-1].end : span.end].strip(" ,—–-’'s") if bare[-1].end < span.end else ""
    gender = _gender_of(words)
    if any(word.relation == "conj" and word.head == head.index for word in words):
        return Mention(span, Form.NAME, lowered, span, SourceKind.GROUP)
    kind = _outlet_kind(lowered) or kind
    if kind is None and (gender or office):
        kind = SourceKind.PERSON
    return Mention(span, Form.NAME, lowered, name, kind, gender, office or behind or None)


def _office(text: str, start: int, end: int) -> str | None:
    """Return the office before a name, without article; a bare form of address is none."""
    words = text[start:end].strip(" ,-–—").split()
    while words and words[0].lower() in lexicon.words("articles", "en"):
        words = words[1:]
    plain = lexicon.words("addresses", "en")
    return " ".join(words) if any(word.lower() not in plain for word in words) else None


def _beside(left: Token, right: Token) -> bool:
    return right.start - left.end <= 1


def _tagged(tree: Tree, run: list[Token]) -> tuple[SourceKind | None, list[Token]]:
    """Return what the name tagger takes a run for, and the part of the run it takes for a name."""
    whole = Span(run[0].start, run[-1].end)
    for name in tree.names_meeting(whole):
        part = [word for word in run if name.span.holds(word.span)]
        if part and part[-1].index == run[-1].index:
            return _NAME_KINDS[name.kind], part if name.kind == "person" else run
    return None, run


def _outlet_kind(words: tuple[str, ...]) -> SourceKind | None:
    kinds = _outlets()
    return next((kinds[word] for word in reversed(words) if word in kinds), None)


def _gender_of(words: list[Token]) -> str:
    nouns = _nouns()
    for word in words:
        kind = nouns.get(word.lemma)
        if kind and kind[1]:
            return kind[1]
        if word.text in ("Mr.", "Mr"):
            return "he"
        if word.text in ("Mrs.", "Ms.", "Mrs", "Ms"):
            return "she"
    return ""


def _described(
    text: str, span: Span, words: list[Token], head: Token, language: str
) -> Mention:
    kind, gender = _nouns().get(head.lemma, (None, ""))
    opener = words[0]
    definite = opener.text.lower() in lexicon.words("definite_determiners", language)
    named = any(word.pos == "PROPN" for word in words)
    if kind is SourceKind.ANONYMOUS and definite and named and head.tag == "NN":
        kind = SourceKind.PERSON  # "the ministry's Kyiv correspondent": one office, one holder
    if kind is SourceKind.PERSON and opener.text.lower() in ("a", "an", "one", "another"):
        kind = SourceKind.ANONYMOUS
    if kind is SourceKind.PERSON and head.tag == "NNS":
        kind = SourceKind.GROUP
    if any(phrase in span.of(text).lower() for phrase in lexicon.words("anonymity", language)):
        kind = SourceKind.ANONYMOUS
    return Mention(
        span, Form.DESCRIPTION, (head.lemma,), span, kind, gender, definite=definite
    )


@cache
def _pronouns(language: str) -> dict[str, str]:
    return {row["form"]: row["stands"] for row in lexicon.rows("pronouns", language)}


@cache
def _nouns() -> dict[str, tuple[SourceKind | None, str]]:
    return {
        row["noun"]: (SourceKind(row["kind"]), _GENDERS.get(row["gender"], ""))
        for row in lexicon.rows("source_nouns", "en")
    }


@cache
def _outlets() -> dict[str, SourceKind]:
    return {row["word"]: SourceKind(row["kind"]) for row in lexicon.rows("outlets", "en")}
