"""What a search or a list shows of a document or an assertion."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, func, select

from furphy.casebook.schema import ASSERTION, DOCUMENT, EDITION, READING, SIGHTING


@dataclass(frozen=True, slots=True)
class AssertionHit:
    """An assertion of a reading in use. All times are ISO 8601, stretches half-open."""

    id: str
    document: str
    """Document.id: ``sha256:`` and the digest of the bytes."""
    key: str | None
    """The least name that the document was met under."""
    title: str | None
    outlet: str | None
    published_from: str | None
    published_to: str | None
    ordinal: int
    """Its ``id`` in the reading."""
    start: int
    """Hull of its spans, code points into the document's text, half-open."""
    stop: int
    text: str
    kind: str | None
    language: str | None
    holder: str | None
    holder_kind: str | None
    chain: tuple[str | None, ...]
    """Names of the sources outermost first; None stands for an agentless cue."""
    value: str | None
    """None, as with every field below and above that people may correct, where they differ."""
    degree: float | None
    """Only the machine says that: None where people found another value."""
    author_value: str | None
    author_degree: float | None
    place_lat: float | None
    place_lon: float | None
    time_from: str | None
    time_to: str | None
    score: float | None = None
    """How well it fits the words: higher is better, from 0; None where hits were not ranked."""
    judged: tuple[dict[str, object], ...] | None = None
    """What people say of it, as :mod:`.judged` tells it; the machine's values are in there."""


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """A document as it was met, with what a reader of formats made of it."""

    id: str
    edition: str
    """SHA-256 of what was made of it, 64 hex digits."""
    key: str | None
    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    language: str | None
    published_from: str | None
    published_to: str | None
    published_basis: str | None
    assertions: int | None
    """Of its reading in use; None where it has none."""
    passage: int | None = None
    """Where in its text the part begins that was found, code points; None where none was sought."""
    score: float | None = None
    judged: tuple[dict[str, object], ...] | None = None
    """What people say of it as a whole, as :mod:`.judged` tells it."""


def assertions(connection: Connection, numbers: Sequence[int]) -> dict[int, AssertionHit]:
    """Return what is shown of assertions, by their numbers in this store."""
    own = (
        *("number", "id", "ordinal", "start", "stop", "text", "kind", "language", "holder"),
        *("holder_kind", "chain", "value", "degree", "author_value", "author_degree"),
        *("place_lat", "place_lon", "time_from", "time_to"),
    )
    rows = connection.execute(
        select(
            DOCUMENT.c.id.label("document"),
            _least_key(),
            *(EDITION.c[each] for each in ("title", "outlet", "published_from", "published_to")),
            *(ASSERTION.c[each] for each in own),
        )
        .select_from(ASSERTION)
        .join(READING, READING.c.number == ASSERTION.c.reading)
        .join(EDITION, EDITION.c.number == READING.c.edition)
        .join(DOCUMENT, DOCUMENT.c.number == EDITION.c.document)
        .where(ASSERTION.c.number.in_(numbers))
    )
    return {
        row["number"]: AssertionHit(**_told(row) | {"chain": tuple(json.loads(row["chain"]))})
        for row in rows.mappings()
    }


def documents(connection: Connection, numbers: Sequence[int]) -> dict[int, DocumentHit]:
    """Return what is shown of editions, by their numbers in this store."""
    own = (
        *("number", "title", "outlet", "author", "url", "language"),
        *("published_from", "published_to", "published_basis"),
    )
    rows = connection.execute(
        select(
            DOCUMENT.c.id,
            EDITION.c.id.label("edition"),
            _least_key(),
            *(EDITION.c[each] for each in own),
            _assertions_read(),
        )
        .select_from(EDITION)
        .join(DOCUMENT, DOCUMENT.c.number == EDITION.c.document)
        .where(EDITION.c.number.in_(numbers))
    )
    return {row["number"]: DocumentHit(**_told(row)) for row in rows.mappings()}


def _least_key() -> "ColumnElement[str]":
    """Return the least name that an edition was met under."""
    chosen = select(func.min(SIGHTING.c.key)).where(
        SIGHTING.c.edition == EDITION.c.number, SIGHTING.c.current == 1
    )
    return chosen.correlate(EDITION).scalar_subquery().label("key")


def _assertions_read() -> "ColumnElement[int]":
    """Return how many assertions an edition's reading in use has; NULL where there is none."""
    counted = (
        select(func.count(ASSERTION.c.number))
        .select_from(READING)
        .outerjoin(ASSERTION, ASSERTION.c.reading == READING.c.number)
        .where(READING.c.edition == EDITION.c.number, READING.c.current == 1)
        .group_by(READING.c.number)
    )
    return counted.correlate(EDITION).scalar_subquery().label("assertions")


def _told(row: "RowMapping") -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "number"}
