"""What a dossier is made of."""

from dataclasses import dataclass

from furphy.model.account import Account
from furphy.model.place import Place
from furphy.model.reading import Reading
from furphy.tracing.traced import Traced


@dataclass(frozen=True, slots=True)
class Named:
    """A place that a claim's assertions name."""

    place: Place
    written: tuple[str, ...]
    """How the texts write it, each form once."""


@dataclass(frozen=True, slots=True)
class Material:
    """A claim with the documents that it is told in; all that an export of it may use."""

    account: Account
    documents: tuple[Traced, ...]
    """All that were traced, in the order of their times; others go by their places here."""
    readings: tuple[Reading, ...]
    """Of the same documents."""
    places: tuple[Named, ...] = ()
