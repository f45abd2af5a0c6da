"""Everything furphy read in one document."""

from dataclasses import dataclass

from furphy.model.assertion import Assertion
from furphy.model.attribution import Attribution, Source
from furphy.model.document import Document, Note
from furphy.model.identity import Identity
from furphy.model.place import Constraint, Toponym
from furphy.model.quantity import Quantity
from furphy.model.time import TimeExpression


@dataclass(frozen=True, slots=True)
class Maker:
    """The program and models that made a result, so that it can be made again."""

    version: str
    """furphy's own version."""
    parser: str
    """Name and version of what parsed the text; ``none`` where nothing did."""
    gazetteers: tuple[str, ...] = ()
    """Names and versions of the lists that place names were looked up in."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its sources, attributions and assertions; indexes point into these tuples."""

    document: Document
    made_by: Maker
    sources: tuple[Source, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    """What the text states about where places are; indexes point to the toponyms."""
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    identities: tuple[Identity, ...] = ()
    notes: tuple[Note, ...] = ()

    def chain(self, attribution: int | None) -> tuple[int, ...]:
        """Return the attributions from the document's voice inwards to the given one."""
        links: list[int] = []
        while attribution is not None:
            links.append(attribution)
            attribution = self.attributions[attribution].parent
        return tuple(reversed(links))
