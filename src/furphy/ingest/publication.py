"""When a document was published: every place that may say so is asked, in order of trust."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from furphy.ingest.dates import interval, published_in_path, published_in_text
from furphy.ingest.url_ids import published_in_id
from furphy.lexicon import ENGLISH
from furphy.model.document import Basis, Note, Published, Segment

_AGREE = timedelta(days=2)
"""Dates no farther apart tell one time: of writing and printing, or on two sides of midnight."""
_MONTH = len("2024-03")
_YEAR = len("2024")
_LONGEST = 40
_PLACE = {
    Basis.GIVEN: "what was given",
    Basis.METADATA: "the metadata",
    Basis.TEXT: "the text",
    Basis.URL: "the address",
    Basis.URL_ID: "the id in the address",
    Basis.HEADER: "the header",
}


@dataclass(frozen=True, slots=True)
class Stated:
    """What came with a text about when it was published."""

    given: str | None = None
    """A date or time as the user or a record gives it, ISO 8601."""
    metadata: Published | None = None
    guess: Published | None = None
    """A day found on the page by guesswork, for want of anything better."""


NOTHING_STATED = Stated()


def publication(
    text: str, segments: Sequence[Segment], url: str | None, stated: Stated = NOTHING_STATED
) -> tuple[Published | None, tuple[Note, ...]]:
    """Return when a document was published, and notes on what could not be read or disagrees.

    In order: what the user gives, metadata, the text's dateline or byline, the path of the address,
    an identifier in the address that carries time, a guess. The first that says anything wins; one
    that lies more than two days from it is noted.
    """
    given = interval(stated.given, Basis.GIVEN) if stated.given else None
    found = [
        given,
        stated.metadata,
        published_in_text(text, segments, ENGLISH),
        published_in_path(url),
        published_in_id(url),
    ]
    said = [each for each in found if each is not None]
    unread = _unread(stated.given) if given is None else ()
    if not said:
        return stated.guess, unread
    first, *others = said
    return first, (*unread, *_disagreeing(first, others))


def _unread(given: str | None) -> tuple[Note, ...]:
    if not given:
        return ()
    return (Note("unread-date", f"not an ISO 8601 date: {given[:_LONGEST]}"),)


def _disagreeing(first: Published, others: Sequence[Published]) -> tuple[Note, ...]:
    for other in others:
        if _apart(first, other) > _AGREE:
            message = (
                f"{_PLACE[first.basis]} says {first.start}, {_PLACE[other.basis]} says"
                f" {other.start}; taken is the first"
            )
            return (Note("two-publication-dates", message),)
    return ()


def _apart(one: Published, other: Published) -> timedelta:
    """Return the time between two stretches; none where they meet."""
    try:
        gap = max(_moment(one.start) - _moment(other.end), _moment(other.start) - _moment(one.end))
    except (ValueError, OverflowError):
        return timedelta(0)
    return max(gap, timedelta(0))


def _moment(written: str) -> datetime:
    """Return a date or time as a moment; one without an offset is taken for UTC."""
    whole = written + {_YEAR: "-01-01", _MONTH: "-01"}.get(len(written), "")
    moment = datetime.fromisoformat(whole)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
