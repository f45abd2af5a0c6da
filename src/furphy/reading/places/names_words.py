"""The words of a document as a search for place names sees them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from furphy import lexicon
from furphy.lexicon import Row
from furphy.reading.abbreviations import abbreviations
from furphy.reading.tree import Tree

_ORDINAL = re.compile(r"\d{1,3}[a-z]{2}")
_LEADING = frozenset({"inside", "near", "towards", "from", "at", "going", "between", "nearby"})
"""Cues before a name strong enough to try one that no list has."""
_ANY = "any"
_SMALL = frozenset({"ADP", "AUX", "CCONJ", "DET", "INTJ", "PART", "PRON", "SCONJ"})
_LONG = 4
_SOME = 4
_FEW = 2
"""A sentence is a headline where so many words are long, and fewer than so many of them small."""


@cache
def place_words(where: str) -> Mapping[str, Row]:
    """Return the words for kinds of place that stand so to a name: after, before or of."""
    rows = lexicon.rows("place_words", lexicon.ENGLISH)
    return {row["word"]: row for row in rows if where in row["where"].split()}


@cache
def cues(side: str) -> Mapping[str, str]:
    """Return what each word on that side of a name is a cue of."""
    rows = lexicon.rows("place_cues", lexicon.ENGLISH)
    return {row["word"]: row["cue"] for row in rows if row["side"] == side}


@cache
def _excluded() -> frozenset[str]:
    words = lexicon.words
    return words("place_demonyms", lexicon.ENGLISH) | words("calendar", lexicon.ENGLISH)


@cache
def _bodies() -> frozenset[str]:
    rows = lexicon.rows("known_bodies", lexicon.ENGLISH)
    return frozenset(name for row in rows for name in row["names"].split("|"))


class Words:
    """A document's tokens with what is asked of each of them over and over."""

    __slots__ = (
        "abbreviated",
        "capital",
        "headline",
        "label",
        "low",
        "lower_case",
        "tokens",
        "tree",
        "tried",
    )

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.tokens = tree.tokens
        self.low = [token.text.lower() for token in tree.tokens]
        self.capital = [_is_capital(token.text) for token in tree.tokens]
        self.label: list[int | None] = [None] * len(tree.tokens)
        for number, name in enumerate(tree.names):
            for token in tree.within(name.span):
                self.label[token.index] = number
        self.headline = [self._is_headline(s.first, s.last) for s in tree.sentences]
        self.lower_case = {
            low for low, token in zip(self.low, tree.tokens, strict=True) if low == token.text
        }
        self.tried = self._tried()
        self.abbreviated = frozenset(self._abbreviated())
        """Short forms of names, introduced in brackets, that are no place's."""

    def may_begin(self, index: int) -> bool:
        """Tell whether a name of a place may begin with this word; "Mr." announces a person's."""
        if index and cues("before").get(self.low[index - 1]) == "address":
            return False
        if self.capital[index]:
            return True
        after = index + 1
        return (
            after < len(self.tokens)
            and self.capital[after]
            and _ORDINAL.fullmatch(self.low[index]) is not None
        )

    def may_end(self, index: int) -> bool:
        """Tell whether a name of a place may end with this word."""
        if self.capital[index]:
            return True
        return self.low[index].isdigit() and self.low[index - 1] in place_words("before")

    def is_small(self, index: int) -> bool:
        """Tell whether a word is one that joins others: an article, a pronoun, a preposition."""
        return self.tokens[index].pos in _SMALL

    def may_join(self, index: int) -> bool:
        """Tell whether a word may stand inside a name of a place."""
        low = self.low[index]
        if low not in lexicon.words("place_joiners", lexicon.ENGLISH):
            return _ORDINAL.fullmatch(low) is not None
        if low.isalpha():
            return True
        token = self.tokens[index]
        tight = self.tokens[index - 1].end == token.start
        return tight and self.starts_tight(index + 1)

    def starts_tight(self, index: int) -> bool:
        """Tell whether no blank stands before a word."""
        return (
            0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start
        )

    def case(self, index: int) -> str:
        """Return a mark for words with a capital that is not their sentence's own."""
        return "capital-" if self.capital[index] and self.before(index) is not None else ""

    def is_article(self, index: int) -> bool:
        """Tell whether a word is a definite article."""
        return cues("before").get(self.low[index]) == "article"

    def is_given_name(self, index: int) -> bool:
        """Tell whether a word is a name that people are given."""
        return self.low[index] in lexicon.words("given_names", _ANY)

    def is_body(self, first: int, last: int) -> bool:
        """Tell whether these words are known to name a body: an agency, an alliance, a paper."""
        return self.key(first, last).replace(".", "") in _bodies()

    def joins(self, index: int) -> bool:
        """Tell whether a word sets two names side by side as often as it makes one of them."""
        return self.low[index] == "-" or cues("before").get(self.low[index]) == "and"

    @property
    def excluded(self) -> frozenset[str]:
        """Names, in lower case, that never are a place's: demonyms, months, days."""
        return _excluded()

    def speaks_for(self, first: int, last: int) -> bool:
        """Tell whether a run of words that no list has is worth weighing."""
        number = self.label[first]
        if number is not None:
            name = self.tree.names[number]
            start, end = self.tokens[first].start, self.tokens[last - 1].end
            if name.kind == "place" and name.span.end == end and name.span.start <= start:
                return True
        if last - first > 1 and self.named_after_kind(first, last):
            return True
        return all(self.capital[first:last]) and self.key(first, last) in self.tried

    def named_after_kind(self, first: int, last: int) -> Row | None:
        """Return the word for a kind of place that is a part of the name itself."""
        for index, where in ((last - 1, "after"), (first, "before")):
            row = place_words(where).get(self.low[index])
            if row and self.capital[index]:
                return row
        return None

    def key(self, first: int, last: int) -> str:
        """Return what mentions of one name in a document have in common."""
        return " ".join(self.low[first:last])

    def before(self, first: int) -> int | None:
        """Return the word before another in its sentence."""
        if first == 0:
            return None
        tree = self.tree
        start = tree.sentences[tree.number_of(self.tokens[first])].first
        return first - 1 if first > start else None

    def after(self, last: int) -> int | None:
        """Return the word at ``last`` where it is of the sentence of the one before."""
        tree = self.tree
        end = tree.sentences[tree.number_of(self.tokens[last - 1])].last
        return last if last < end else None

    def _tried(self) -> frozenset[str]:
        """Return the whole runs of capitals that stand somewhere as names of places do."""
        found: set[str] = set()
        first = 0
        while first < len(self.tokens):
            if not self.capital[first]:
                first += 1
                continue
            last = first + 1
            while last < len(self.tokens) and self.capital[last]:
                last += 1
            if last - first <= _LONG and self._led(first):
                found.add(self.key(first, last))
            first = last
        return frozenset(found)

    def _abbreviated(self) -> Iterator[str]:
        for first, short in abbreviations(self.tree):
            number = self.label[short - 2]
            is_place = number is not None and self.tree.names[number].kind == "place"
            if not is_place and not self.named_after_kind(first, short - 1):
                yield self.tokens[short].text

    def _led(self, first: int) -> bool:
        if self.tokens[first].pos != "PROPN":
            return False
        before = self.before(first)
        if before is None:
            return False
        low = self.low[before]
        if low in place_words("before"):
            return True
        if low == "of" and before > 0:
            above = self.low[before - 1]
            return above in place_words("of") or above in cues("before-of")
        return cues("before").get(low) in _LEADING

    def _is_headline(self, first: int, last: int) -> bool:
        long = [self.capital[i] for i in range(first, last) if len(self.low[i]) >= _LONG]
        return len(long) >= _SOME and len(long) - sum(long) < _FEW


def _is_capital(text: str) -> bool:
    return len(text) > 1 and text[0].isupper() and not text[-1].isdigit()
