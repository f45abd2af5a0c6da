"""Who speaks in a reading, and which assertions each is the innermost speaker of."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
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
    indexes: tuple[int, ...]
    """Indexes of its sources in the reading: several where one who speaks is named anew."""
    findings: tuple[int, ...]
    """Indexes of assertions, in reading order; empty for one who only passes on others' words."""


def voices(reading: Reading) -> tuple[Voice, ...]:
    """Return the speakers: named, then unnamed, then agentless words, then the document itself.

    Within each, in the order in which the document brings them up. Sources of one identity are one
    speaker ("Bloomberg", then "the agency"). A source that says nothing in this document, and
    relays nothing, is left out.
    """
    said = _findings_by_source(reading)
    relays = {each.source for each in reading.attributions}
    speakers = [_voice(reading, indexes, said) for indexes in _sources_by_identity(reading, relays)]
    if None in relays:
        speakers.append(Voice(VoiceKind.NOBODY, NOBODY, None, (), said.get(None, ())))
    own = tuple(n for n in findings(reading) if reading.assertions[n].attribution is None)
    if own:
        speakers.append(Voice(VoiceKind.OWN, OWN_VOICE, None, (), own))
    order = list(VoiceKind)
    return tuple(sorted(speakers, key=lambda voice: order.index(voice.kind)))


def _findings_by_source(reading: Reading) -> dict[int | None, tuple[int, ...]]:
    said = defaultdict[int | None, list[int]](list)
    for index in findings(reading):
        attribution = reading.assertions[index].attribution
        if attribution is not None:
            said[reading.attributions[attribution].source].append(index)
    return {source: tuple(indexes) for source, indexes in said.items()}


def _sources_by_identity(
    reading: Reading, relays: Container[int | None]
) -> Iterable[tuple[int, ...]]:
    who = defaultdict[tuple[int | None, int | None], list[int]](list)
    for index, source in enumerate(reading.sources):
        if index in relays:
            alone = index if source.identity is None else None
            who[source.identity, alone].append(index)
    return map(tuple, who.values())


def _voice(
    reading: Reading, indexes: tuple[int, ...], said: Mapping[int | None, tuple[int, ...]]
) -> Voice:
    sources = [reading.sources[index] for index in indexes]
    # The one whose name is most like the identity's fullest form stands for all.
    identity = sources[0].identity
    full = "" if identity is None else reading.identities[identity].name
    source = max(sources, key=lambda each: (each.name == full, each.name in full))
    unnamed = all(each.kind is SourceKind.ANONYMOUS for each in sources)
    kind = VoiceKind.UNNAMED if unnamed else VoiceKind.NAMED
    found = sorted(each for index in indexes for each in said.get(index, ()))
    return Voice(kind, on_one_line(source.name), source, indexes, tuple(found))
