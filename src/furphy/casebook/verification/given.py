"""What people said, held against its ids, and what judgements are about against them."""

from collections.abc import Iterator

from sqlalchemy import Connection, Table

from furphy.casebook.covering import Found
from furphy.casebook.judgements import JUDGEMENT, SUBJECT, subjects_of
from furphy.casebook.relation import RELATION
from furphy.casebook.verification.agreement import Details
from furphy.casebook.verification.finding import Finding


class JudgementCheck:
    """Holds judgements, in the order of their numbers."""

    def __init__(self) -> None:
        self.subjects = Details(SUBJECT, "judgement", "id")

    def __call__(self, connection: Connection, found: Found) -> Iterator[Finding]:
        """Yield what is wrong with a judgement."""
        rows = self.subjects.rows(connection, found.number)
        if altered := [*_altered(JUDGEMENT, found)]:
            self.subjects.pass_over(rows)
            yield from altered
            return
        wanted = [{"id": each} for each in subjects_of(str(found.values["subjects"]))]
        yield from self.subjects.compared(rows, wanted, f"judgement {found.id}")


def check_relation(_connection: Connection, found: Found) -> Iterator[Finding]:
    """Yield whether a relation between sources is not what its id says."""
    yield from _altered(RELATION, found)


def _altered(table: Table, found: Found) -> Iterator[Finding]:
    if found.told_digest() != found.id:
        yield Finding(table.name, found.id, "was altered: its columns make another id")
