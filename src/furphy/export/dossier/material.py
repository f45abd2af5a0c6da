"""What a dossier is made of."""

from dataclasses import dataclass
from typing import Protocol, TypeVar

from furphy.model.account import Account, Variant
from furphy.model.place import Place
from furphy.model.reading import Reading
from furphy.model.verdict import Verdict
from furphy.tracing.traced import Traced

Thing_co = TypeVar("Thing_co", covariant=True)


class Numbered(Protocol[Thing_co]):
    """Things by their numbers: all of a casebook in a row, or only those that are needed."""

    def __getitem__(self, number: int, /) -> Thing_co:
        """Return the thing with a number."""
        ...


@dataclass(frozen=True, slots=True)
class Named:
    """A place that a claim's assertions name."""

    place: Place
    written: tuple[str, ...]
    """How the texts write it, each form once."""
    corrected_by: tuple[str, ...] = ()
    """Who put it there instead of what the machine had found."""


@dataclass(frozen=True, slots=True)
class Happening:
    """That somebody did something on a day, as one of a claim's assertions tells."""

    variant: int
    """Place of the assertion among the claim's variants."""
    type: str
    """Of PLOVER: ASSAULT, CONSULT …"""
    actor: str
    """Who did it, in the document's words."""
    interval: tuple[str, str]
    """When: half-open, ISO 8601."""
    recipient: str | None
    """To whom or what, in the document's words; None where that is unknown."""
    place: Place | None
    """The one place that the assertion names."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What people say of one of a claim's assertions; claims are told as they have it."""

    variant: int
    """Place of the assertion among the claim's variants."""
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An assertion of which a claim is not told, since people reject it."""

    variant: Variant
    verdicts: tuple[Verdict, ...]
    """What they say of it; none where they took it back since the claim was traced."""


@dataclass(frozen=True, slots=True)
class Material:
    """A claim with the documents that it is told in; all that an export of it may use."""

    account: Account
    documents: Numbered[Traced]
    """Those that were traced, in the order of their times; others go by their places here."""
    readings: Numbered[Reading]
    """Of the same documents."""
    places: tuple[Named, ...] = ()
    happenings: tuple[Happening, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """What people say of its assertions, as far as it is laid over them."""
    left_out: tuple[LeftOut, ...] = ()
    """What else was joined to it, in the order of documents."""

    def said(self) -> dict[str, tuple[Verdict, ...]]:
        """Return what people say of its assertions and of those left out, by their ids."""
        found = {each.variant.id: each.verdicts for each in self.left_out}
        for each in self.corrections:
            name = self.account.variants[each.variant].id
            found[name] = (*found.get(name, ()), each.verdict)
        return found
