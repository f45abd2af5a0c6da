"""An assertion as a page shows it: who says it through whom, how firmly, and why to check it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from furphy.export.speakers import Speaker
from furphy.export.visible import on_one_line
from furphy.export.voices import VoiceKind
from furphy.export.wording import FIRMNESS, Firmness, findings, is_unnamed, stance, weakeners, words
from furphy.model.assertion import Assertion
from furphy.model.check import Check, Reason
from furphy.model.evidence import Evidence
from furphy.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Link:
    """One speaker of a chain, and the words that let it speak."""

    speaker: Speaker
    cue: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the document says about the verification of a passage."""

    value: str
    words: str
    by: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """An assertion, ready to be shown."""

    number: int
    """Index of the assertion in the reading."""
    text: str
    speaker: Speaker
    chain: tuple[Link, ...]
    kind: str
    firmness: Firmness
    author: Firmness | None
    """The document's own commitment, where someone else speaks."""
    hedges: tuple[str, ...]
    statuses: tuple[Told, ...]
    evidence: Evidence
    reasons: tuple[Reason, ...]
    check: int | None
    """Its place in the list of what to check first, from 1."""
    marks: str
    """Classes by which the style sheet paints and filters it."""


def passages(
    reading: Reading, known: dict[int | str, Speaker], checks: Sequence[Check]
) -> dict[int, Passage]:
    """Return the assertions that a person would list, by their index."""
    places = {check.assertion: place for place, check in enumerate(checks, 1)}
    reasons = defaultdict[int | None, tuple[Reason, ...]](tuple)
    reasons.update((check.assertion, check.reasons) for check in checks)
    return {
        index: _passage(reading, index, known, (places.get(index), reasons[index]))
        for index in findings(reading)
    }


def slug(firmness: Firmness) -> str:
    """Return a firmness as a class of the style sheet."""
    return "firm-" + firmness.words.replace(" ", "-")


def _passage(
    reading: Reading,
    index: int,
    known: dict[int | str, Speaker],
    check: tuple[int | None, tuple[Reason, ...]],
) -> Passage:
    assertion = reading.assertions[index]
    chain = _chain(reading, assertion, known)
    speaker = chain[-1].speaker if chain else known[VoiceKind.OWN]
    attributed = assertion.attribution is not None
    return Passage(
        number=index,
        text=words(reading, assertion.spans),
        speaker=speaker,
        chain=chain,
        kind=assertion.kind.value,
        firmness=FIRMNESS[stance(assertion)],
        author=FIRMNESS[assertion.author_factuality.value] if attributed else None,
        hedges=weakeners(reading, assertion),
        statuses=_statuses(reading, assertion),
        evidence=assertion.evidence,
        reasons=check[1],
        check=check[0],
        marks=_marks(reading, assertion, speaker, chain),
    )


def _chain(
    reading: Reading, assertion: Assertion, known: dict[int | str, Speaker]
) -> tuple[Link, ...]:
    links = [reading.attributions[link] for link in reading.chain(assertion.attribution)]
    return tuple(
        Link(
            known[VoiceKind.NOBODY if each.source is None else each.source],
            words(reading, each.cue_spans),
        )
        for each in links
    )


def _statuses(reading: Reading, assertion: Assertion) -> tuple[Told, ...]:
    return tuple(
        Told(
            each.value.value,
            words(reading, (each.span,)),
            None if each.by is None else on_one_line(reading.sources[each.by].name),
        )
        for each in assertion.status
    )


def _marks(
    reading: Reading, assertion: Assertion, speaker: Speaker, chain: tuple[Link, ...]
) -> str:
    heard = dict.fromkeys(link.speaker.slug for link in chain) or {speaker.slug: None}
    return " ".join(
        (
            speaker.hue,
            *heard,
            slug(FIRMNESS[stance(assertion)]),
            f"kind-{assertion.kind.value}",
            *(["nameless"] if is_unnamed(reading, assertion.attribution) else []),
        )
    )
