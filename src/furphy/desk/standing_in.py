"""Sentences that stand in for assertions, as what people may judge.

The casebook keeps no rows of them: they are found again in the documents in which nothing was read,
and have the same ids each time.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select

from furphy.casebook.current import entries, fetched
from furphy.casebook.judgements import SUBJECT, full_id
from furphy.casebook.schema import ASSERTION
from furphy.desk.put_forward import stand_ins
from furphy.errors import BadJudgement


class StandIns:
    """Those of a casebook, looked for only once something else has no row."""

    def __init__(self) -> None:
        self._all: frozenset[str] | None = None

    def among(self, connection: Connection, wanted: Sequence[str]) -> Collection[str]:
        """Return ids among which are those wanted, or that begin so, that no row has."""
        missing = [each for each in wanted if not _has_row(connection, each)]
        if not missing:
            return ()
        judged = select(SUBJECT.c.id).where(SUBJECT.c.id.in_(missing))
        before = {*connection.scalars(judged)}
        if before.issuperset(missing):
            return before
        if self._all is None:
            self._all = frozenset(_found(connection))
        return self._all


def _has_row(connection: Connection, start: str) -> bool:
    try:
        full_id(connection, start)
    except BadJudgement:
        return False
    return True


def _found(connection: Connection) -> set[str]:
    read = {*connection.scalars(select(ASSERTION.c.reading).distinct())}
    silent = [each for each in entries(connection) if each.reading not in read]
    return {name for each in fetched(connection, silent) for name in stand_ins(each.reading)}
