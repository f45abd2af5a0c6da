"""A document shown with what people judged laid over it, on both kinds of store."""

import io
import json
from collections.abc import Iterator

import pytest
from judging import corrected, give, relabelled
from rich.console import Console
from stored import add, answer, assertion_id, dry, flooded

from furphy.casebook.casebook import Casebook
from furphy.desk.exporting import exported
from furphy.desk.showing import shown
from furphy.export import csv, page, terminal
from furphy.export.json import line

CLOSED = "The road is closed"


@pytest.fixture
def book(where: str) -> Iterator[Casebook]:
    with Casebook.create_or_open(where) as book:
        add(book, flooded(), dry())
        yield book


def judge_it(book: Casebook) -> None:
    subject = assertion_id(book, CLOSED)
    give(book, corrected(subject, "value", "PR-"), answer(subject, "no"))
    give(book, relabelled(subject, "rumour"), answer(flooded().document.id, "unsure"))


def test_the_line_is_that_of_the_export(book: Casebook) -> None:
    judge_it(book)
    lines = [*exported(book.where, print)]
    found = shown(book.where, "flood.html").line
    assert found in lines
    told = json.loads(found)["assertions"][6]
    assert (told["factuality"]["value"], told["kind"]) == ("PR-", "rumour")


def test_as_read_it_is_what_was_stored(book: Casebook) -> None:
    judge_it(book)
    found = shown(book.where, "flood.html", as_read=True)
    assert (found.line, found.verdicts) == (line(flooded()), ())
    assert shown(book.where, "dry.html").line == line(dry())


def test_an_assertion_asked_for_is_as_people_have_it(book: Casebook) -> None:
    judge_it(book)
    found = shown(book.where, assertion_id(book, CLOSED)[:10]).assertion
    assert found is not None
    assert found.factuality.value.value == "PR-"


TOLD = (
    "it is so: unsure; A. Analyst, 2024-03-14: as the text says",
    "how firmly: PR- probably not (furphy: CT+ certain); Ada, 2024-03-14: the letter",
    "kind: rumour (furphy: report); Ada, 2024-03-14: the tone",
    "it is so: no; A. Analyst, 2024-03-14: as the text says",
)


def test_the_report_and_the_page_tell_who_says_so_and_why(book: Casebook) -> None:
    judge_it(book)
    found = shown(book.where, "flood.html")
    out = io.StringIO()
    terminal.show(found.reading, (), Console(file=out, width=300), found.verdicts)
    written = page.render(found.reading, (), found.verdicts)
    assert "JUDGED BY PEOPLE" in out.getvalue()
    assert "Judged by people" in written
    for each in TOLD:
        assert each in out.getvalue()
        assert each in written
    plain = io.StringIO()
    terminal.show(found.reading, (), Console(file=plain, width=300))
    assert "JUDGED" not in plain.getvalue()


def test_the_table_has_a_column_of_it(book: Casebook) -> None:
    judge_it(book)
    found = shown(book.where, "flood.html")
    out = io.StringIO()
    csv.Table(out, found.verdicts).add(found.reading)
    rows = out.getvalue().splitlines()
    assert rows[0].endswith(",quantities,judged")
    assert [TOLD[1] in row for row in rows[1:]].index(True) == 6
