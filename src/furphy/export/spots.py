"""The text of a document as a page shows it: segments of painted spots."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from furphy.export.painting import Piece, Role, paint
from furphy.export.passages import Passage
from furphy.export.speakers import Speaker
from furphy.export.things import Thing
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
    thing: Thing | None
    """The place name, time or quantity that it is part of."""
    is_first: bool
    """Whether that thing begins here: there it has its anchor and is reached by keyboard."""


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


class Easel:
    """A reading being painted, and what of it has been shown."""

    def __init__(
        self,
        reading: Reading,
        known: dict[int | str, Speaker],
        shown: dict[int, Passage],
        things: Sequence[Thing] = (),
    ) -> None:
        self._reading, self._known, self._shown, self._things = reading, known, shown, things
        self._met: dict[int, int] = {}
        self.anchors = set[str]()
        """What has been shown, by the anchors that lists may point to."""

    def parts(self) -> list[tuple[str, list[Part]]]:
        """Return the segments in reading order, neighbours of one kind together, as lists want."""
        canvas = paint(self._reading, self._things)
        found: list[Part] = []
        for number, segment in enumerate(self._reading.document.segments):
            stretches = tuple(
                self._stretch(self._shown.get(-1 if owner is None else owner), tuple(run))
                for owner, run in groupby(canvas.pieces(segment), key=lambda piece: piece.owner)
            )
            found.append(Part(segment.kind.value, number, stretches))
        return [(kind, list(run)) for kind, run in groupby(found, key=lambda part: part.kind)]

    def _stretch(self, passage: Passage | None, pieces: tuple[Piece, ...]) -> Stretch:
        spots = tuple(self._spots(pieces))
        if passage is None:
            return Stretch(spots, None, is_first=False, note="")
        self.anchors.add(f"at-{passage.number}")
        times = self._met[passage.number] = self._met.get(passage.number, 0) + 1
        return Stretch(spots, passage, times == 1, f"note-{passage.number}-{times}")

    def _spots(self, pieces: tuple[Piece, ...]) -> Iterator[Spot]:
        for piece in pieces:
            speaker = None
            if piece.speaker is not None:
                source = self._reading.attributions[piece.speaker].source
                speaker = self._known[VoiceKind.NOBODY if source is None else source]
            text = visible(self._reading.document.text[piece.start : piece.end])
            thing = None if piece.thing is None else self._things[piece.thing]
            is_first = thing is not None and thing.anchor not in self.anchors
            if thing is not None:
                self.anchors.add(thing.anchor)
            yield Spot(text, piece.role, speaker, thing, is_first)
