"""The text of a document as a page shows it: segments of painted spots."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from furphy.export.painting import Piece, Role, paint
from furphy.export.passages import Passage
from furphy.export.speakers import Speaker
from furphy.export.visible import visible
from furphy.export.voices import VoiceKind
from furphy.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Spot:
    """A run of text with one role."""

    text: str
    role: Role
    speaker: Speaker | None
    """Whose name or whose cue it is."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Spots side by side that belong to one passage, or to none."""

    spots: tuple[Spot, ...]
    passage: Passage | None
    is_first: bool
    """Whether the passage begins here: there it has its anchor and is reached by keyboard."""
    note: str
    """The id of the note that stands beside it; empty where there is no passage."""


@dataclass(frozen=True, slots=True)
class Part:
    """A segment."""

    kind: str
    number: int
    stretches: tuple[Stretch, ...]


def parts(
    reading: Reading, known: dict[int | str, Speaker], shown: dict[int, Passage]
) -> list[tuple[str, list[Part]]]:
    """Return the segments in reading order, neighbours of one kind together, as lists want it."""
    canvas = paint(reading)
    met: dict[int, int] = {}
    found: list[Part] = []
    for number, segment in enumerate(reading.document.segments):
        stretches = tuple(
            _stretch(reading, known, shown.get(-1 if owner is None else owner), (tuple(run), met))
            for owner, run in groupby(canvas.pieces(segment), key=lambda piece: piece.owner)
        )
        found.append(Part(segment.kind.value, number, stretches))
    return [(kind, list(run)) for kind, run in groupby(found, key=lambda part: part.kind)]


def _stretch(
    reading: Reading,
    known: dict[int | str, Speaker],
    passage: Passage | None,
    painted: tuple[tuple[Piece, ...], dict[int, int]],
) -> Stretch:
    pieces, met = painted
    spots = tuple(_spots(reading, known, pieces))
    if passage is None:
        return Stretch(spots, None, is_first=False, note="")
    times = met[passage.number] = met.get(passage.number, 0) + 1
    return Stretch(spots, passage, times == 1, f"note-{passage.number}-{times}")


def _spots(
    reading: Reading, known: dict[int | str, Speaker], pieces: tuple[Piece, ...]
) -> Iterator[Spot]:
    for piece in pieces:
        speaker = None
        if piece.speaker is not None:
            source = reading.attributions[piece.speaker].source
            speaker = known[VoiceKind.NOBODY if source is None else source]
        text = visible(reading.document.text[piece.start : piece.end])
        yield Spot(text, piece.role, speaker)
