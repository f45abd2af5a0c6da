"""Find for each text of one collection those of another that say the same, without a casebook."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from furphy.desk.inputs import opened
from furphy.ingest import Failure
from furphy.matching.comparison import compare
from furphy.matching.ranking import Entry, Ranker
from furphy.matching.wording import Place, worded
from furphy.model.claim import Sameness
from furphy.model.document import Document
from furphy.vectors.choosing import available

_UNKNOWN = ""
_LONGEST = 1_000
"""Characters of a text that are compared closely: longer ones are no single statement."""


@dataclass(frozen=True, slots=True)
class Match:
    """A text that may say what the query says."""

    key: str
    score: float
    """How much of the query it says, from 0 to 1."""
    same: Sameness
    """Whether the two put the same thing forward."""
    text: str


@dataclass(frozen=True, slots=True)
class Matched:
    """A query with what was found for it, best first."""

    key: str
    text: str
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to match with what, and how."""

    queries: str
    against: str
    most: int = 20
    """Matches of each query."""
    vectors: bool = True
    """Whether to use vectors where a model that makes them is installed."""


def matched(wanted: Wanted) -> Iterator[Matched | Failure]:
    """Yield for each query its matches, and a failure for each text that could not be read."""
    documents: list[Document] = []
    for outcome in opened(wanted.against):
        if isinstance(outcome, Document):
            documents.append(outcome)
        else:
            yield outcome
    usual = _usual(documents)
    entries = [entry(each, usual) for each in documents]
    ranker = Ranker(entries, available() if wanted.vectors else None)
    for outcome in opened(wanted.queries):
        if isinstance(outcome, Document):
            found = ranker.best(query := entry(outcome, usual), wanted.most)
            matches = (_match(query, documents[at], entries[at], score) for at, score in found)
            yield Matched(outcome.key, outcome.text, tuple(matches))
        else:
            yield outcome


def _usual(documents: Iterable[Document]) -> str:
    """Return the language that most documents are in."""
    counts = Counter(each.language for each in documents if each.language)
    return min(counts, key=lambda each: (-counts[each], each)) if counts else _UNKNOWN


def entry(document: Document, usual: str = _UNKNOWN) -> Entry:
    """Return what is searched of a document: its title and its text.

    ``usual`` is taken for the language of texts too short to tell it.
    """
    title = document.title or ""
    text = document.text if title in document.text else f"{title}\n{document.text}"
    return Entry(text, (document.language or usual).split("-")[0])


def _match(query: Entry, document: Document, other: Entry, score: float) -> Match:
    score = round(min(score, 1.0), 4)
    return Match(document.key, score, _same(query, other), document.text)


def _same(query: Entry, other: Entry) -> Sameness:
    """Compare two texts as single statements."""
    ours = worded(query.text[:_LONGEST], query.language, Place(0))
    theirs = worded(other.text[:_LONGEST], other.language, Place(1))
    return compare(ours, theirs).same
