import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from stored import add, answer, assertion_id, dry, flooded, judge

from furphy.casebook.casebook import Casebook
from furphy.casebook.journal import head
from furphy.casebook.judgements import Field, Judgement, JudgementKind
from furphy.desk.exporting import exported


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    with Casebook.create_or_open(str(tmp_path / "case.furphy")) as book:
        add(book, flooded(), dry())
        yield book


def export(book: Casebook, *, as_read: bool = False) -> list[str]:
    warnings: list[str] = []
    found = [*exported(book.where, warnings.append, as_read=as_read)]
    assert warnings == []
    return found


def test_an_export_is_entered_with_its_digest(book: Casebook) -> None:
    written = "".join(f"{line}\n" for line in export(book))
    with book.reading() as connection:
        entry = head(connection)
    assert entry is not None
    assert (entry.kind, json.loads(entry.settings)) == (
        "export",
        {
            "format": "jsonl",
            "readings": 2,
            "sha256": hashlib.sha256(written.encode()).hexdigest(),
        },
    )


def test_what_people_judged_is_laid_over_it(book: Casebook) -> None:
    before = export(book)
    subject = assertion_id(book, "The road is closed")
    correction = Judgement(
        JudgementKind.CORRECT, (subject,), "PR+", "Ada", "so", "2024-03-14", Field.VALUE
    )
    judge(book, correction)
    judge(book, answer(subject, "yes"))
    after = export(book)
    assert export(book, as_read=True) == before
    changed = [json.loads(one) for one, other in zip(after, before, strict=True) if one != other]
    assert [each["document"]["key"] for each in changed] == ["flood.html"]
    assert changed[0]["assertions"][6]["factuality"]["value"] == "PR+"
    assert [each["asked"] for each in changed[0]["assertions"][6]["judged"]] == ["value", "answer"]


def test_a_casebook_that_cannot_be_written_is_exported_all_the_same(book: Casebook) -> None:
    with book.writing() as connection:
        connection.execute(
            text(
                "CREATE TRIGGER full BEFORE INSERT ON journal"
                " BEGIN SELECT raise(ABORT, 'database or disk is full'); END"
            )
        )
    warnings: list[str] = []
    assert len([*exported(book.where, warnings.append)]) == 2
    assert "not entered into the journal" in warnings[0]
