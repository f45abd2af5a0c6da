"""What one process knows from the trace before: the next changes it in place.

Whoever traces with it finds what would be found without; it only takes less time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from furphy.tracing.changes import Change, change
from furphy.tracing.decided import Decided
from furphy.tracing.held import Held
from furphy.tracing.marks import Marks
from furphy.tracing.origins import Link
from furphy.tracing.phrasing import Phrasing
from furphy.tracing.shelf import Shelf
from furphy.tracing.testimonies import Testimonies
from furphy.tracing.translation import Translated


@dataclass(slots=True)
class Standing:
    """What stands between one trace and the next."""

    links: Sequence[Link] | None = None
    """What was found last; None before anything was."""
    is_kept: bool = False
    """Whether that is in the memory as a whole."""
    memory: Held | None = None
    shelf: Shelf = field(default_factory=lambda: Shelf((), (), ()))
    phrasing: Phrasing = field(default_factory=Phrasing)
    marks: Marks = field(default_factory=Marks)
    decided: Decided = field(default_factory=Decided)
    translated: Translated = field(default_factory=Translated)
    testimonies: Testimonies = field(default_factory=Testimonies)

    def is_of(self, shelf: Shelf) -> bool:
        """Tell whether it is of the documents of a shelf."""
        return self.shelf.texts == shelf.texts and self.shelf.heads == shelf.heads

    def turn(self, shelf: Shelf) -> Change:
        """Go on to other documents, and return how they differ from those before."""
        found = change(self.shelf, shelf)
        self.shelf = shelf
        return found

    def begin_anew(self) -> None:
        """Let go of everything."""
        self.links, self.memory, self.shelf = None, None, Shelf((), (), ())
        self.phrasing, self.marks, self.decided = Phrasing(), Marks(), Decided()
        self.translated, self.testimonies = Translated(), Testimonies()
