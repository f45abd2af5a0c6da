"""Small casebooks made by hand, with a journal, and what changes them behind its back."""

from dataclasses import replace

from made import flood, made, spot
from sqlalchemy import Connection, text

from furphy.casebook import ledger
from furphy.casebook.casebook import Casebook
from furphy.casebook.covering import covered
from furphy.casebook.filing import (
    UNREAD,
    Filed,
    filed_document,
    filed_maker,
    filed_passages,
    filed_reading,
    filed_sighting,
    unnamed,
)
from furphy.casebook.journal import Deed, EntryKind, append
from furphy.casebook.judgements import Judgement, JudgementKind, give
from furphy.casebook.relation import RELATION, Relation, RelationKind, keep
from furphy.casebook.witness import witness
from furphy.casebook.writer import Batch, Writer
from furphy.export import json
from furphy.model.reading import Maker, Reading

INGEST = filed_maker("ingest", UNREAD, {})


def clock() -> str:
    return "2024-03-14T09:20:11Z"


def flooded(key: str = "flood.html") -> Reading:
    """Return a reading with something in every table."""
    report = flood()
    report.key = key
    report.toponym("town", spot("Testove", 47.5, 35.25), kinds=("village",))
    report.time("dawn", "2024-03-14TMO", "2024-03-14T04:00", "2024-03-14T08:00")
    report.quantity("up to 40", None, 40, "people")
    report.assertions[1] = replace(report.assertions[1], toponyms=(0,), times=(0,))
    report.assertions[5] = replace(report.assertions[5], quantities=(0,))
    made_by = Maker("1.2.3", "hand 1", ("geonames 1",))
    return replace(report.reading(outlet="Bulletin"), made_by=made_by)


def dry(key: str = "dry.html") -> Reading:
    """Return a reading of another document."""
    report = made("The river has no water, the office said.")
    office = report.source("the office", "organization")
    report.assertion("The river has no water", report.attribution(office, "said", "The river"))
    report.key = key
    return report.reading(title="Dry")


def filed(reading: Reading) -> Filed:
    """Return a reading as rows, its document captured as its text."""
    document = reading.document
    data = document.text.encode()
    plain = unnamed(document)
    line = json.line(Reading(plain, UNREAD))
    row, edition = filed_document(document, data, line)
    return Filed(
        document=row,
        maker=INGEST,
        edition=edition,
        sighting=filed_sighting(document, edition, document.key, "{}"),
        passages=filed_passages(document),
        reading=filed_reading(
            replace(reading, document=plain),
            json.line(replace(reading, document=plain)),
            {"timeout": "300"},
        ),
    )


def add(book: Casebook, *readings: Reading) -> None:
    """Add readings in one transaction, each as an input of its own."""
    names = [each.document.key for each in readings]
    run = "+".join(names)
    writer = Writer(book, INGEST, run, [witness(clock=clock)], clock)
    with book.writing() as connection:
        ledger.enlist(connection, names, run, clock())
        ledger.requeue(connection, run)
        items = ledger.page(connection, run, 0, ended=False)
    numbers = {each.input: each.number for each in items}
    batch = Batch()
    for each in readings:
        batch.file(filed(each))
        batch.endings.append(
            ledger.Ending(numbers[each.document.key], ledger.State.DONE, "0" * 64, 1)
        )
    writer.flush(batch)


def relate(book: Casebook, relation: Relation) -> None:
    """State a relation, and enter it into the journal."""
    with book.writing() as connection:
        number, _ = keep(connection, relation)
        covers = {RELATION.name: covered(connection, RELATION, [number])}
        append(connection, Deed(EntryKind.JUDGEMENT, covers, relation.by), clock)


def assertion_id(book: Casebook, words: str) -> str:
    """Return the id of the assertion with these words."""
    with book.reading() as connection:
        asked = text("SELECT id FROM assertion WHERE text = :words")
        return str(connection.scalar(asked, {"words": words}))


def judge(book: Casebook, judgement: Judgement) -> None:
    with book.writing() as connection:
        give(connection, judgement)


def answer(subject: str, value: str, by: str = "A. Analyst", at: str = "") -> Judgement:
    return Judgement(JudgementKind.ANSWER, (subject,), value, by, "as the text says", at or clock())


def small(where: str) -> Casebook:
    """Return a casebook with two documents, a reading replaced by another, and two judgements."""
    book = Casebook.create_or_open(where)
    add(book, flooded(), dry())
    again = flooded()
    add(book, replace(again, made_by=Maker("1.2.4", "hand 1")))
    subject = assertion_id(book, "The road is closed")
    judge(book, answer(subject, "yes"))
    judge(book, answer(subject, "no", "B. Analyst"))
    alias = (RelationKind.ALIAS, "the office", "The mayor's office", 0.75)
    relate(book, Relation(*alias, "A. Analyst", "same address", clock()))
    return book


def disarm(connection: Connection) -> None:
    """Take away what keeps rows from being changed, as the owner of a store can."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET session_replication_role = replica"))
        return
    chosen = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for (name,) in connection.exec_driver_sql(chosen).all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
