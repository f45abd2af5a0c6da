"""Judgements, held against their ids, and what they are about against them."""

from collections.abc import Iterator

from sqlalchemy import Connection

from furphy.casebook.canonical import value_digest
from furphy.casebook.covering import Found
from furphy.casebook.judgements import JUDGEMENT, SUBJECT, subjects_of
from furphy.casebook.verification.agreement import Details
from furphy.casebook.verification.finding import Finding


class JudgementCheck:
    """Holds judgements, in the order of their numbers."""

    def __init__(self) -> None:
        self.subjects = Details(SUBJECT, "judgement")

    def __call__(self, connection: Connection, found: Found) -> Iterator[Finding]:
        """Yield what is wrong with a judgement."""
        rows = self.subjects.rows(connection, found.number)
        columns = {name: value for name, value in found.values.items() if name != "id"}
        if value_digest(columns) != found.id:  # type: ignore[arg-type]
            self.subjects.pass_over(rows)
            yield Finding(JUDGEMENT.name, found.id, "was altered: its columns make another id")
            return
        wanted = [{"id": each} for each in subjects_of(str(found.values["subjects"]))]
        yield from self.subjects.compared(rows, wanted, f"judgement {found.id}")
