"""What is handed on to other programs, and the names and times that their formats ask for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from furphy.export import verdicts
from furphy.export.dossier.material import Correction, Material
from furphy.model.account import Variant
from furphy.model.document import Document
from furphy.model.reading import Reading
from furphy.model.verdict import Opinion

_NAMES = uuid5(NAMESPACE_URL, "urn:furphy:export")


@dataclass(frozen=True, slots=True)
class Handover:
    """Claims of a casebook as they are handed on."""

    materials: Iterable[Material]
    """Of one claim each; looked at once, in this order."""
    begun: str
    """When the casebook was begun, ISO 8601, UTC."""
    changed: str
    """When something was last added to it or judged in it, ISO 8601, UTC."""
    version: str
    """Of the furphy that hands it on."""


def named(kind: str, *parts: str) -> UUID:
    """Return the UUID (version 5) of something, made of what it is alone."""
    # Lengths keep apart what would read the same when strung together.
    return uuid5(_NAMES, "".join(f"{len(each)}:{each}" for each in (kind, *parts)))


def document_name(document: Document) -> UUID:
    """Return the UUID of a document as it was met under its key."""
    return named("document", document.id, document.key)


def told(variant: Variant, material: Material) -> Reading:
    """Return the reading that an assertion of a claim stands in."""
    return material.readings[variant.document]


def corrections(material: Material, variant: int) -> Iterator[Correction]:
    """Yield what people say of the assertion at a place among a claim's variants."""
    return (each for each in material.corrections if each.variant == variant)


def correctors(material: Material, variant: int) -> tuple[str, ...]:
    """Return who says something of an assertion, each once, in the order in which they said it."""
    said = (each.verdict.opinions for each in corrections(material, variant))
    return tuple(dict.fromkeys(opinion.by for some in said for opinion in some))


def correction_name(assertion: str, correction: Correction, opinion: Opinion) -> UUID:
    """Return the UUID of what one person says to one question about an assertion."""
    verdict = correction.verdict
    return named(
        "correction", assertion, verdict.asked, verdict.words or "", opinion.by, opinion.at
    )


def in_words(correction: Correction) -> str:
    """Return a correction as people are told of it: what it is, what it was, who says so and why.

    An example: ``place of “Orikhiv”: 47.5,35.2 (furphy: Orikhiv at 47.567,35.786); Ada, …``.
    """
    return verdicts.told(correction.verdict)


def instant(text: str | None, otherwise: str = "") -> str | None:
    """Return a date or time as an instant of RFC 3339 in UTC, to the millisecond.

    Of a day or longer it is the beginning; of a time without an offset it is taken for UTC. None
    where it is neither, unless there is something else to stand for it.
    """
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return instant(otherwise) if otherwise else None
    try:
        found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except OverflowError:
        found = found.replace(tzinfo=UTC)
    return found.isoformat(timespec="milliseconds").replace("+00:00", "Z")
