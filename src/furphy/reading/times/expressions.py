"""Find expressions of time, say when they mean, and put them on the calendar."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from furphy.model.document import Document, Note
from furphy.model.evidence import Evidence
from furphy.model.text import Span
from furphy.model.time import TimeExpression
from furphy.reading.parsing import UNREAD
from furphy.reading.stage import Draft, stage
from furphy.reading.times.anchoring import Answer, Situation, answer
from furphy.reading.times.atoms import Atom, atoms, coded
from furphy.reading.times.meanings import SENSES, Calendar, Meaning
from furphy.reading.times.outlook import outlook_at
from furphy.reading.times.patterns import Match, matches
from furphy.reading.times.values import moments_of
from furphy.reading.tree import Tree

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?")


@stage(gives=[TimeExpression, Note])
def times(draft: Draft) -> Iterator[TimeExpression | Note]:
    """Yield each expression of time in reading order, and a note on each impossible date.

    The parse is used where there is one, to tell what is ahead from what is past; none is needed.
    """
    trees = draft.every(Tree)
    situation = Situation(published_at(draft.document))
    for segment in draft.document.segments:
        if segment.kind in UNREAD:
            continue
        situation.enter(segment.span)
        row = atoms(draft.text, segment.span, draft.language)
        for match in matches(row, coded(row, draft.language), draft.language):
            yield from _told(match, row, situation, draft, trees[0] if trees else None)


def published_at(document: Document) -> datetime | None:
    """Return when the publication interval begins; None where it is unknown or cannot be read."""
    if document.published is None:
        return None
    found = _ISO.match(document.published.start)
    if found is None:
        return None
    try:
        return datetime.fromisoformat(found[0])
    except ValueError:
        return None


def _told(
    match: Match, row: Sequence[Atom], situation: Situation, draft: Draft, tree: Tree | None
) -> Iterator[TimeExpression | Note]:
    meanings = SENSES[match.rule.sense](match.slots)
    for (first, last), meaning in zip(match.extents, meanings, strict=False):
        span = Span(row[first].start, row[last - 1].end)
        outlook = outlook_at(tree, span, draft.language)
        found = answer(meaning, span, situation, outlook)
        _remember(situation, span, meaning, found)
        if found.impossible:
            yield Note("impossible-date", "the text names a date that no calendar has", span)
        yield _expression(span, found, match)


def _remember(situation: Situation, span: Span, meaning: Meaning, found: Answer) -> None:
    moments = moments_of(found.value) if found.value else None
    if moments is not None:
        has_year = isinstance(meaning, Calendar) and (
            meaning.year is not None or meaning.written is not None
        )
        situation.remember(span, moments, has_year)


def _expression(span: Span, found: Answer, match: Match) -> TimeExpression:
    evidence = Evidence(match.rule.name, match.rule.score)
    return TimeExpression(
        span, found.type, found.value, evidence, found.mod, found.interval, found.anchor
    )
