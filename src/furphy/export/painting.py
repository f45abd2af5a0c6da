"""Cut a document into pieces that each belong to at most one assertion, ready to be painted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TypeVar

from furphy.export.things import Thing
from furphy.export.wording import findings
from furphy.model.document import Segment
from furphy.model.reading import Reading
from furphy.model.text import Spans

Paint = TypeVar("Paint")


class Role(StrEnum):
    """What a piece does apart from being part of an assertion."""

    PLAIN = ""
    SOURCE = "source"
    CUE = "cue"
    HEDGE = "hedge"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one owner and one role."""

    start: int
    end: int
    owner: int | None
    """The innermost assertion that it is part of; None where no assertion holds it."""
    role: Role
    speaker: int | None
    """The attribution whose source or cue it is."""
    thing: int | None
    """The place name, time or quantity that it is part of, by its place among the things."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """Who owns each code point of a text, and what it is there for; -1 stands for no one."""

    owners: list[int]
    roles: list[Role]
    speakers: list[int]
    things: list[int]

    def pieces(self, segment: Segment) -> Iterator[Piece]:
        """Yield the pieces of a segment, in reading order; together they are its whole text."""

        def look(at: int) -> tuple[int, Role, int, int]:
            return self.owners[at], self.roles[at], self.speakers[at], self.things[at]

        at = segment.span.start
        for (owner, role, speaker, thing), run in groupby(range(at, segment.span.end), key=look):
            end = at + sum(1 for _ in run)
            yield Piece(at, end, _one(owner), role, _one(speaker), _one(thing))
            at = end


def paint(reading: Reading, things: Sequence[Thing] = ()) -> Canvas:
    """Paint assertions over each other, the longest first, so that the innermost shows.

    Things are painted in the order given.
    """
    size = len(reading.document.text)
    canvas = Canvas([-1] * size, [Role.PLAIN] * size, [-1] * size, [-1] * size)
    for number, thing in enumerate(things):
        _fill(canvas.things, (thing.span,), number)
    lengths = {index: sum(map(len, reading.assertions[index].spans)) for index in findings(reading)}
    for index in sorted(lengths, key=lambda index: -lengths[index]):
        _fill(canvas.owners, reading.assertions[index].spans, index)
    for index, said in enumerate(reading.attributions):
        for role, spans in ((Role.SOURCE, said.source_spans), (Role.CUE, said.cue_spans)):
            _fill(canvas.roles, spans, role)
            _fill(canvas.speakers, spans, index)
    for index in lengths:
        assertion = reading.assertions[index]
        hedges = tuple(cue.span for cue in assertion.factuality.cues)
        stated = tuple(status.span for status in assertion.status)
        for role, spans in ((Role.HEDGE, hedges), (Role.STATUS, stated)):
            _fill(canvas.roles, spans, role)
            _fill(canvas.speakers, spans, -1)
    return canvas


def _one(index: int) -> int | None:
    return index if index >= 0 else None


def _fill(row: list[Paint], spans: Spans, paint: Paint) -> None:
    for span in spans:
        row[span.start : span.end] = [paint] * len(span)
