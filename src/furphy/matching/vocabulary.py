"""The words that a language is compared by, found in a text as the longest phrases that fit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import MappingProxyType

from furphy import lexicon
from furphy.matching.tokens import Piece, pieces
from furphy.model.text import Span

NOTHING_KNOWN: Mapping[Span, str] = MappingProxyType({})
"""No names of places found beforehand."""

_PAIR = 2
"""Signs of the Chinese words that a longer name may begin with."""

_SHORT = 3
"""A stem of no more letters is too likely one of another word: the form alone counts."""

CONCEPT = "concept"
"""The part of words that stand for a concept; the value is its name."""

TOPONYM = "toponym"
"""The part of names of places; the value is the name in Latin letters."""

_NO_NAMES = frozenset({"action", "harm", "thing", "quality", "place"})
"""Kinds of concepts whose words have no capital letter."""

_NO_WORDS = frozenset({"decimal", "suffix"})
"""Parts of a word list whose rows are parts of words, or signs."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase of the vocabulary is for."""

    part: str
    value: str


@dataclass(slots=True)
class _Node:
    """A point on the way through phrases."""

    next: dict[str, "_Node"] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of pieces with what it means; one piece that the vocabulary lacks means nothing."""

    first: int
    last: int
    """One past its last piece."""
    pieces: tuple[Piece, ...]
    meanings: tuple[Meaning, ...] = ()
    exact: bool = True
    """Whether the vocabulary has it in this very form, not only with this stem."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.pieces[-1].end

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.end)

    @property
    def kind(self) -> str:
        """The kind of its first piece."""
        return self.pieces[0].kind

    def value(self, part: str) -> str | None:
        """Return what it stands for as this part; None where it is none."""
        if not self.meanings:
            return None
        return next((each.value for each in self.meanings if each.part == part), None)

    def values(self, part: str) -> tuple[str, ...]:
        """Return all that it may stand for as this part."""
        return tuple(each.value for each in self.meanings if each.part == part)

    def has(self, *parts: str) -> bool:
        """Tell whether it is one of these parts."""
        return bool(self.meanings) and not _parts(self.meanings).isdisjoint(parts)


@lru_cache(maxsize=20_000)
def _parts(meanings: tuple[Meaning, ...]) -> frozenset[str]:
    return frozenset(each.part for each in meanings)


class Vocabulary:
    """The phrases of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.endings = _endings(language)
        self.decimals = tuple(
            row["word"]
            for row in lexicon.rows("matching_words", language)
            if row["part"] == "decimal"
        )
        self._forms, self._stems = _Node(), _Node()
        rows = [
            (row["word"], Meaning(row["part"], row["value"]))
            for row in lexicon.rows("matching_words", language)
            if row["part"] not in _NO_WORDS and not row["part"].endswith("-ending")
        ]
        rows += [
            (row["word"], Meaning(CONCEPT, row["concept"]))
            for row in lexicon.rows("matching_concepts", language)
        ]
        rows += [
            (row["word"], Meaning(TOPONYM, row["name"]))
            for row in lexicon.rows("place_names", language)
        ]
        for phrase, meaning in rows:
            self._add(phrase, meaning)

    def _add(self, phrase: str, meaning: Meaning) -> None:
        # Capital letters tell initials from words; the list writes these with full stops.
        found = pieces(phrase, self.language)
        is_initials = "." in phrase[1:] and all(len(each) == 1 for each in phrase.split("."))
        forms = [phrase] if is_initials else [each.form for each in found]
        stems = [phrase] if is_initials else [each.stem for each in found]
        _place(self._forms, forms, meaning)
        if len(stems) > 1 or len(stems[0]) > _SHORT - (not stems[0].isascii()):
            _place(self._stems, stems, meaning)

    def marks(self, text: str, places: Mapping[Span, str] = NOTHING_KNOWN) -> list[Mark]:
        """Return a text as marks, from left to right, the longest phrases first.

        ``places`` are names of places that were found in the text, with their Latin names.
        """
        found = pieces(text, self.language)
        known = {span.start: (span.end, latin) for span, latin in places.items()}
        return [*self._marks(found, known)]

    def _marks(
        self, found: Sequence[Piece], places: Mapping[int, tuple[int, str]]
    ) -> Iterator[Mark]:
        at = 0
        while at < len(found):
            if (place := places.get(found[at].start)) is not None:
                last = next(
                    (i for i in range(at, len(found)) if found[i].start >= place[0]), len(found)
                )
                yield Mark(at, last, tuple(found[at:last]), (Meaning(TOPONYM, place[1]),))
                at = last
                continue
            end, meanings = _walk(self._forms, [each.form for each in found[at : at + 6]])
            by_stem = _walk(self._stems, [each.stem for each in found[at : at + 6]])
            exact = by_stem[0] <= end
            if not exact:
                end, meanings = by_stem
            if (end == 1 and _is_inside_a_name(found, at)) or (
                end == _PAIR and self._begins_a_name(found, at)
            ):
                end, meanings = 1, []
            if end == 1 and not exact and _may_be_a_name(found, at, meanings):
                meanings = []
            last = at + max(end, 1)
            yield Mark(at, last, tuple(found[at:last]), tuple(meanings), exact)
            at = last

    def _begins_a_name(self, found: Sequence[Piece], at: int) -> bool:
        """Tell whether two signs that are a word begin a longer name: 马里 in 马里乌波尔.

        Not so where what follows is a word itself: 马里巴马科 is Bamako in Mali.
        """
        spelt = [each.text in transcribing() for each in found[at : at + 2 * _PAIR]]
        if len(spelt) < 2 * _PAIR or not all(spelt):
            return False
        following = [each.form for each in found[at + _PAIR : at + _PAIR + 6]]
        return _walk(self._forms, following)[0] < _PAIR


def _may_be_a_name(found: Sequence[Piece], at: int, meanings: Sequence[Meaning]) -> bool:
    """Tell whether a word that only shares the stem of a deed or thing is a name: у Патр.

    So does one with a capital letter within a sentence.
    """
    deeds = any(each.part == CONCEPT and kinds().get(each.value) in _NO_NAMES for each in meanings)
    inside = at > 0 and found[at - 1].kind in {"word", "figure"}
    return deeds and inside and found[at].is_capital and not found[at].text.isupper()


def _is_inside_a_name(found: Sequence[Piece], at: int) -> bool:
    """Tell whether a Chinese character that is a word stands among signs that spell a name."""
    if found[at].kind != "han" or not 0 < at < len(found) - 1:
        return False
    spelt = [each.text in transcribing() for each in found[max(at - 2, 0) : at + 2]]
    among, last = all(spelt[-3:]), len(spelt) > _SHORT and all(spelt[:-1])
    return spelt[-2] and (among or last)


@cache
def transcribing() -> frozenset[str]:
    """Return the signs that Chinese writes foreign names with."""
    return lexicon.words("matching_transcription", "zh")


def _place(node: _Node, keys: Sequence[str], meaning: Meaning) -> None:
    for key in keys:
        node = node.next.setdefault(key, _Node())
    if meaning not in node.meanings:
        node.meanings.append(meaning)


def _walk(node: _Node, keys: Sequence[str]) -> tuple[int, list[Meaning]]:
    """Return how many keys the longest phrase takes, and what it means."""
    best, meanings = 0, list[Meaning]()
    for count, key in enumerate(keys, 1):
        following = node.next.get(key)
        if following is None:
            break
        node = following
        if node.meanings:
            best, meanings = count, node.meanings
    return best, meanings


@cache
def _endings(language: str) -> dict[str, tuple[str, ...]]:
    """Return the endings of the language's words, by what they tell."""
    found: dict[str, list[str]] = {}
    for row in lexicon.rows("matching_words", language):
        if row["part"].endswith("-ending"):
            found.setdefault(row["part"], []).append(row["word"])
    return {part: tuple(words) for part, words in found.items()}


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language; an empty one where it has none."""
    return Vocabulary(language)


@cache
def kinds() -> dict[str, str]:
    """Return the kind of each concept."""
    return {row["concept"]: row["kind"] for row in lexicon.rows("matching_concepts", "any")}


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Return for each concept those that cannot be so of the same thing at the same time.

    Each is so of the other too, whichever of the two the list has it of.
    """
    told = _lists("opposite")
    turned: dict[str, set[str]] = {name: {*others} for name, others in told.items()}
    for name, others in told.items():
        for other in others:
            turned.setdefault(other, set()).add(name)
    return {name: frozenset(others) for name, others in turned.items()}


@cache
def recurring() -> frozenset[str]:
    """Return the concepts of what happens again and again."""
    rows = lexicon.rows("matching_concepts", "any")
    return frozenset(row["concept"] for row in rows if row["again"])


@cache
def wider() -> dict[str, frozenset[str]]:
    """Return for each concept those that a text may use in its stead."""
    return _lists("wider")


def _lists(column: str) -> dict[str, frozenset[str]]:
    return {
        row["concept"]: frozenset(each.strip() for each in row[column].split(";") if each.strip())
        for row in lexicon.rows("matching_concepts", "any")
    }


_GRAMMAR = ("stop", "being", "not", "clause")


@cache
def grammar(language: str) -> frozenset[str]:
    """Return the words of a language that tell nothing of what a text is about."""
    rows = lexicon.rows("matching_words", language)
    return frozenset(row["word"] for row in rows if row["part"] in _GRAMMAR)
