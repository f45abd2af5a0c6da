"""Cut a document into pieces that each belong to at most one assertion, ready to be painted."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TypeVar

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


@dataclass(frozen=True, slots=True)
class Canvas:
    """Who owns each code point of a text, and what it is there for; -1 stands for no one."""

    owners: list[int]
    roles: list[Role]
    speakers: list[int]

    def pieces(self, segment: Segment) -> Iterator[Piece]:
        """Yield the pieces of a segment, in reading order; together they are its whole text."""

        def look(at: int) -> tuple[int, Role, int]:
            return self.owners[at], self.roles[at], self.speakers[at]

        at = segment.span.start
        for (owner, role, speaker), run in groupby(range(at, segment.span.end), key=look):
            end = at + sum(1 for _ in run)
            yield Piece(
                at, end, owner if owner >= 0 else None, role, speaker if speaker >= 0 else None
            )
            at = end


def paint(reading: Reading) -> Canvas:
    """Paint assertions over each other, the longest first, so that the innermost shows."""
    size = len(reading.document.text)
    canvas = Canvas([-1] * size, [Role.PLAIN] * size, [-1] * size)
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


def _fill(row: list[Paint], spans: Spans, paint: Paint) -> None:
    for span in spans:
        row[span.start : span.end] = [paint] * len(span)
