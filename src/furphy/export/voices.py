"""Who speaks in a reading, and which assertions each is the innermost speaker of."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from furphy.export.visible import on_one_line
from furphy.export.wording import NOBODY, OWN_VOICE, findings
from furphy.model.attribution import Source, SourceKind
from furphy.model.reading import Reading


class VoiceKind(StrEnum):
    """How much of a speaker is known."""

    NAMED = "named"
    UNNAMED = "unnamed"
    NOBODY = "nobody"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker with what it puts forward."""

    kind: VoiceKind
    name: str
    source: Source | None
    """None where no one is named, and for the document's own voice."""
    index: int | None
    """Index of the source in the reading."""
    findings: tuple[int, ...]
    """Indexes of assertions, in reading order; empty for one who only passes on others' words."""


def voices(reading: Reading) -> tuple[Voice, ...]:
    """Return the speakers: named, then unnamed, then agentless words, then the document itself.

    Within each, in the order in which the document brings them up. A source that says nothing in
    this document, and relays nothing, is left out.
    """
    said = _findings_by_source(reading)
    relays = {each.source for each in reading.attributions}
    speakers = [
        _voice(source, index, said.get(index, ()))
        for index, source in enumerate(reading.sources)
        if index in relays
    ]
    if None in relays:
        speakers.append(Voice(VoiceKind.NOBODY, NOBODY, None, None, said.get(None, ())))
    own = tuple(n for n in findings(reading) if reading.assertions[n].attribution is None)
    if own:
        speakers.append(Voice(VoiceKind.OWN, OWN_VOICE, None, None, own))
    order = list(VoiceKind)
    return tuple(sorted(speakers, key=lambda voice: order.index(voice.kind)))


def _findings_by_source(reading: Reading) -> dict[int | None, tuple[int, ...]]:
    said = defaultdict[int | None, list[int]](list)
    for index in findings(reading):
        attribution = reading.assertions[index].attribution
        if attribution is not None:
            said[reading.attributions[attribution].source].append(index)
    return {source: tuple(indexes) for source, indexes in said.items()}


def _voice(source: Source, index: int, said: tuple[int, ...]) -> Voice:
    unnamed = source.kind is SourceKind.ANONYMOUS
    kind = VoiceKind.UNNAMED if unnamed else VoiceKind.NAMED
    return Voice(kind, on_one_line(source.name), source, index, said)
