"""What someone looks for, as words: ``drone "air raid" зруйнов* -rumour``.

Words apart from each other all have to be there, in any order; words in quotation marks in this
order with nothing between them; ``*`` at the end stands for any rest of the word; ``-`` before
words says that they must not be there. What is sought is folded and cut as texts are
(:mod:`furphy.textkit.search`), so that any form of a word finds the others.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from furphy.errors import InputError
from furphy.textkit.search import fold, is_paired, search_text, sought_text

_TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)(?:"|$)(?P<any>\*?)|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Indexed words in a row."""

    words: tuple[str, ...]
    is_open: bool = False
    """Whether the last may go on."""


@dataclass(frozen=True, slots=True)
class Term:
    """What one part of a query asks for: any of its phrases."""

    phrases: tuple[Phrase, ...]

    @property
    def is_in_a_row(self) -> bool:
        """Whether it asks for words that follow each other."""
        return any(len(each.words) > 1 for each in self.phrases)


@dataclass(frozen=True, slots=True)
class Query:
    """All that has to be there, and all that must not."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()


def parse(text: str) -> Query:
    """Return what someone looks for; a query of nothing finds everything.

    Raises :class:`InputError` where there is something, but no word in it.
    """
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for match in _TERM.finditer(text):
        term = _term(match)
        if term:
            (unwanted if match["minus"] else wanted).append(term)
    if text.strip() and not wanted and not unwanted:
        raise InputError(f"there is no word to look for in {text.strip()!r}")
    return Query(tuple(wanted), tuple(unwanted))


def _term(match: re.Match[str]) -> Term | None:
    words = match["word"] if match["phrase"] is None else match["phrase"]
    is_open = bool(match["any"]) or words.endswith("*")
    sought = tuple(sought_text(words).split())
    if not sought:
        return None
    # One character of a writing in pairs is found as the first of a pair.
    if is_paired(sought[-1]):
        return Term((Phrase(sought, is_open=True),))
    if not is_open:
        return Term((Phrase(sought),))
    return Term(tuple(_beginnings(words)))


def _beginnings(words: str) -> Iterable[Phrase]:
    """Yield the beginning as it is written, and its stem: words may be cut shorter than it is."""
    *before, last = fold(words).split()
    first = tuple(search_text(" ".join(before)).split())
    yield Phrase((*first, *sought_text(last).split()))
    if not is_paired(last[-1]):
        yield Phrase((*first, last), is_open=True)


def match_all(terms: Iterable[Term]) -> str:
    """Return terms that all have to be there, in the language of SQLite's FTS5."""
    return " AND ".join(_any_of(term, " OR ", _fts5) for term in terms)


def match_any(terms: Iterable[Term]) -> str:
    """Return terms of which one has to be there, in the language of SQLite's FTS5."""
    return " OR ".join(_any_of(term, " OR ", _fts5) for term in terms)


def tsquery(query: Query) -> str:
    """Return what PostgreSQL's ``to_tsquery`` can tell of a query; empty where that is nothing.

    Of words in a row only that they are all there: of each word PostgreSQL keeps 256 positions at
    most, and none beyond the 16,383rd, so that in long texts it would miss them.
    """
    wanted = [_any_of(term, " | ", _tsquery) for term in query.wanted]
    unwanted = [
        f"!{_any_of(term, ' | ', _tsquery)}" for term in query.unwanted if not term.is_in_a_row
    ]
    return " & ".join([*wanted, *unwanted])


def _any_of(term: Term, joint: str, written: Callable[[Phrase], str]) -> str:
    return f"({joint.join(written(each) for each in term.phrases)})"


def _fts5(phrase: Phrase) -> str:
    # Words are letters and figures only; nothing in them could end the quotation.
    return f'"{" ".join(phrase.words)}"{"*" if phrase.is_open else ""}'


def _tsquery(phrase: Phrase) -> str:
    words = [f"'{each}'" for each in phrase.words]
    return f"({' & '.join(words)}{':*' if phrase.is_open else ''})"
