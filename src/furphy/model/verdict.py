"""What people say of something that a machine read, beside what the machine had found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one of them says."""

    value: object
    """An answer, a label, or what a field ought to be: text, or an object of JSON."""
    by: str
    because: str
    at: str
    """ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that people say to one question."""

    assertion: int | None
    """Index into the reading's assertions; None for the document as a whole."""
    asked: str
    """``answer`` (is it so?), ``same`` (are they one?), ``kind``, or the field in question."""
    words: str | None
    """Which place, time or quantity is meant, in the words of the document."""
    value: object
    """What they agree on; None where that is nothing, or where they differ."""
    original: object
    """What the machine had found; None where it found nothing, or where nothing was to be found."""
    is_disputed: bool
    opinions: tuple[Opinion, ...]
    """In the order in which they were given; at least one."""
