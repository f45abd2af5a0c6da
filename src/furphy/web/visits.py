"""When somebody was here last, so that they can be told what is new since."""

import time
from dataclasses import dataclass

from furphy.desk import browsing
from furphy.web.desk import Desk

GONE = 1_800.0
"""Seconds after which somebody who comes again is on a new visit."""


_PUT_DOWN = 60.0
"""Seconds after which it is put down anew that somebody is here."""


@dataclass(frozen=True, slots=True)
class Visit:
    """How far the case went when the last visit ended."""

    edition: int
    trace: int
    at: float
    """Seconds since 1970; 0 where there was none."""


def visit(desk: Desk, who: str, *, seen: bool = False) -> Visit:
    """Put down that somebody is here, and return how far they saw the case the last time.

    With ``seen`` all that is there counts as seen from now on.
    """
    moment = time.time()
    with desk.state.reading() as connection:
        row = connection.execute("SELECT * FROM visit WHERE who = ?", (who,)).fetchone()
    if row is not None and not seen and moment - row["used_at"] < _PUT_DOWN:
        return Visit(row["before_edition"], row["before_trace"], row["before_at"])
    edition = browsing.extent(desk.book).editions
    with desk.state.writing() as connection:
        done = connection.execute("SELECT max(serial) FROM trace WHERE state = 'done'").fetchone()
        trace = done[0] or 0
        row = connection.execute("SELECT * FROM visit WHERE who = ?", (who,)).fetchone()
        if row is None:
            last = Visit(0, 0, 0.0)
        elif seen:
            last = Visit(edition, trace, moment)
        elif moment - row["used_at"] > GONE:
            last = Visit(row["edition"], row["trace"], row["used_at"])
        else:
            last = Visit(row["before_edition"], row["before_trace"], row["before_at"])
        connection.execute(
            "INSERT OR REPLACE INTO visit VALUES (?, ?, ?, ?, ?, ?, ?)",
            (who, moment, edition, trace, last.edition, last.trace, last.at),
        )
    return last
