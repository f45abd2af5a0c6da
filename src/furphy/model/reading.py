"""Everything furphy read in one document."""

from dataclasses import dataclass

from furphy.model.assertion import Assertion
from furphy.model.attribution import Attribution, Source
from furphy.model.document import Document, Note


@dataclass(frozen=True, slots=True)
class Maker:
    """The program and models that made a result, so that it can be made again."""

    version: str
    """furphy's own version."""
    parser: str
    """Name and version of what parsed the text; ``none`` where nothing did."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its sources, attributions and assertions; indexes point into these tuples."""

    document: Document
    made_by: Maker
    sources: tuple[Source, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    notes: tuple[Note, ...] = ()

    def chain(self, attribution: int | None) -> tuple[int, ...]:
        """Return the attributions from the document's voice inwards to the given one."""
        links: list[int] = []
        while attribution is not None:
            links.append(attribution)
            attribution = self.attributions[attribution].parent
        return tuple(reversed(links))
