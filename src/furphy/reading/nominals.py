"""Nominals: noun phrases that name events whose certainty is not that of their clause."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.token import Token
from furphy.reading.clauses import Clauses
from furphy.reading.factuality import Commitments
from furphy.reading.tree import Tree

# Less of a difference than this is no news to a reader.
_DIFFERENCE = 0.75
_OF_REPORTS = frozenset({"report", "spoken"})


@dataclass(frozen=True, slots=True)
class _Names:
    """The nouns that name events."""

    words: frozenset[str]
    endings: tuple[str, ...]
    others: frozenset[str]
    """Nouns with such an ending that name none."""
    reports: frozenset[str]
    """Nouns that name what was said, not what happened."""


@cache
def _names(language: str) -> _Names:
    rows = lexicon.rows("event_nouns", language)
    return _Names(
        frozenset(row["word"] for row in rows if row["part"] == "word"),
        tuple(row["word"] for row in rows if row["part"] == "ending"),
        frozenset(row["word"] for row in rows if row["part"] == "not"),
        report_nouns(language),
    )


@cache
def report_nouns(language: str) -> frozenset[str]:
    """Return the nouns that name what was said, not what happened."""
    rows = lexicon.rows("status_words", language)
    return frozenset(row["word"] for row in rows if row["part"] in _OF_REPORTS)


class Nominals:
    """Finds the nouns worth an assertion of their own."""

    __slots__ = ("_clauses", "_held", "_names", "_tree")

    def __init__(self, language: str, tree: Tree, clauses: Clauses, held: Commitments) -> None:
        self._tree = tree
        self._clauses = clauses
        self._held = held
        self._names = _names(language)

    def all(self, lent: Mapping[int, Sequence[Token]]) -> Iterator[Token]:
        """Yield the nouns, in reading order.

        ``lent`` tells, for words that are quoted with other clauses too, the heads of those.
        """
        for token in self._tree.tokens:
            if token.pos != "NOUN" or token.relation == "compound":
                continue
            if not self.names_event(token):
                continue
            clause = self._clauses.clauses[self._clauses.of(token)].head
            if clause is token:
                continue
            own = self._held.of(token).author.degree
            if any(
                abs(own - self._held.of(head).author.degree) >= _DIFFERENCE
                for head in (clause, *lent.get(token.index, ()))
            ):
                yield token

    def empty(self, token: Token) -> bool:
        """Tell whether a noun phrase says nothing by itself: a pronoun, a name, "her account"."""
        if token.pos in {"PRON", "DET", "PROPN"}:
            return True
        kids = self._tree.children(token)
        return token.lemma in self._names.reports and all(
            kid.relation in {"det", "poss", "punct", "predet"} for kid in kids
        )

    def names_event(self, token: Token) -> bool:
        """Tell whether a noun names something that happens, by the lexicon or its ending."""
        lemma = token.lemma
        if lemma in self._names.words:
            return not self.empty(token)
        return lemma.endswith(self._names.endings) and lemma not in self._names.others
