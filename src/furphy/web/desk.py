"""One desk: a casebook held open, and all that is kept beside it."""

from dataclasses import dataclass
from pathlib import Path

from furphy.desk.browsing import Casebook
from furphy.errors import without_passwords
from furphy.web.foreman import Foreman
from furphy.web.limits import Limits
from furphy.web.sessions import Sessions
from furphy.web.state import State


@dataclass(frozen=True, slots=True)
class Desk:
    """What pages ask."""

    where: str
    """The casebook: a file, or the address of a database."""
    book: Casebook
    state: State
    sessions: Sessions
    foreman: Foreman
    limits: Limits
    spool: Path
    """Folder in which uploads wait to be taken in."""

    @property
    def title(self) -> str:
        """What the casebook is called."""
        return without_passwords(self.where).rpartition("/")[2].partition("?")[0]
