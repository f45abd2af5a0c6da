"""Sentences that stand in for assertions, as what people may judge.

The casebook keeps no rows of them: they are found again in the documents in which nothing was read,
and have the same ids each time.
"""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from furphy.casebook.current import Entry, entries, fetched
from furphy.casebook.judgements import SUBJECT, full_id
from furphy.casebook.schema import ASSERTION
from furphy.desk.put_forward import stand_ins
from furphy.errors import BadJudgement
from furphy.matching.proposition import Proposition
from furphy.model.reading import Reading


class StandIns:
    """Those of a casebook, looked for only once something else has no row.

    Where it is known which document they stand in, its id spares looking through all others.
    """

    def __init__(self, document: str | None = None) -> None:
        self._document = document
        self._all: Mapping[str, str] | None = None

    def among(
        self, connection: Connection, wanted: Sequence[str], *, with_words: bool = False
    ) -> Mapping[str, str]:
        """Return words by ids, among them of those wanted, or that begin so, that no row has.

        The words may be missing (empty) unless they are asked for.
        """
        missing = [each for each in wanted if not _has_row(connection, each)]
        if not missing:
            return {}
        if not with_words:
            judged = select(SUBJECT.c.id).where(SUBJECT.c.id.in_(missing))
            before = dict.fromkeys((str(each) for each in connection.scalars(judged)), "")
            if before.keys() >= set(missing):
                return before
        if self._document is not None:
            near = _words(connection, entries(connection, self._document))
            if near.keys() >= set(missing):
                return near
        if self._all is None:
            read = {*connection.scalars(select(ASSERTION.c.reading).distinct())}
            silent = [each for each in entries(connection) if each.reading not in read]
            self._all = _words(connection, silent)
        return self._all


def standing_in(
    connection: Connection, document: str
) -> Iterator[tuple[str, Reading, Proposition]]:
    """Yield those of one document, by its id, with its reading."""
    for each in fetched(connection, entries(connection, document)):
        for name, found in stand_ins(each.reading):
            yield name, each.reading, found


def _has_row(connection: Connection, start: str) -> bool:
    try:
        full_id(connection, start)
    except BadJudgement:
        return False
    return True


def _words(connection: Connection, wanted: Sequence[Entry]) -> dict[str, str]:
    return {
        name: found.span.of(each.reading.document.text)
        for each in fetched(connection, wanted)
        for name, found in stand_ins(each.reading)
    }
