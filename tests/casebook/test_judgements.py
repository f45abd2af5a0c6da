from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError
from stored import add, answer, assertion_id, clock, dry, flooded, judge

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.deciding import decided
from furphy.casebook.journal import head
from furphy.casebook.judgements import (
    JUDGEMENT,
    Field,
    Judgement,
    JudgementKind,
    give,
    judgements,
)
from furphy.errors import BadJudgement
from furphy.model.reading import Maker

DAM = "The dam above the town burst at dawn"


def correction(subject: str, field: Field, value: Json, words: str | None = None) -> Judgement:
    kind = JudgementKind.CORRECT
    return Judgement(kind, (subject,), value, "Ada", "I looked", clock(), field, words)


def checked(book: Casebook, judgement: Judgement) -> Judgement:
    with book.reading() as connection:
        return decided(connection, judgement)


@pytest.fixture
def book(where: str) -> Iterator[Casebook]:
    with Casebook.create_or_open(where) as book:
        add(book, flooded(), dry())
        yield book


def test_a_judgement_is_kept_and_entered_into_the_journal(book: Casebook) -> None:
    given = answer(assertion_id(book, DAM), "no")
    judge(book, given)
    with book.reading() as connection:
        assert [*judgements(connection)] == [given]
        last = head(connection)
    assert last is not None
    assert (last.kind, last.by) == ("judgement", given.by)
    assert [each.id for each in last.covered()["judgement"]] == [given.id]


def test_the_same_judgement_twice_is_one(book: Casebook) -> None:
    given = answer(assertion_id(book, DAM), "no")
    with book.writing() as connection:
        assert [give(connection, given), give(connection, given)] == [True, False]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(update(JUDGEMENT).values(value='"yes"'), id="change"),
        pytest.param(delete(JUDGEMENT), id="deletion"),
    ],
)
def test_the_store_refuses_to_change_a_judgement(book: Casebook, change: object) -> None:
    judge(book, answer(assertion_id(book, DAM), "no"))
    with pytest.raises(DBAPIError, match="only grows"), book.writing() as connection:
        connection.execute(change)  # type: ignore[call-overload]  # statements of several kinds


def test_it_stays_with_its_assertion_when_the_document_is_read_again(book: Casebook) -> None:
    subject = assertion_id(book, DAM)
    judge(book, answer(subject, "no"))
    add(book, replace(flooded(), made_by=Maker("9.9.9", "another parser")))
    assert assertion_id(book, DAM) == subject
    with book.reading() as connection:
        assert [each.value for each in judgements(connection, [subject])] == ["no"]


def test_a_withdrawal_is_about_what_the_judgement_was_about(book: Casebook) -> None:
    subject = assertion_id(book, DAM)
    given = answer(subject, "no")
    other = answer(assertion_id(book, "The road is closed"), "yes")
    withdrawn = Judgement(JudgementKind.WITHDRAW, (given.id,), None, "Bo", "wrong", clock())
    for each in (given, other, withdrawn):
        judge(book, each)
    with book.reading() as connection:
        assert [*judgements(connection, [subject])] == [given, withdrawn]


def test_ids_may_be_cut_short_and_the_only_place_need_not_be_named(book: Casebook) -> None:
    subject = assertion_id(book, DAM)
    found = checked(book, correction(subject[:8], Field.PLACE, {"lat": 47.5, "lon": 35}))
    assert (found.subjects, found.words) == ((subject,), "town")


def test_a_place_that_the_machine_missed_is_named_by_its_words(book: Casebook) -> None:
    subject = assertion_id(book, DAM)
    found = checked(book, correction(subject, Field.PLACE, None, "dam"))
    assert found.words == "dam"


@pytest.mark.parametrize(
    ("field", "value", "words", "complaint"),
    [
        pytest.param(Field.PLACE, {"lat": 91, "lon": 0}, None, "lat 91 is not within", id="lat"),
        pytest.param(Field.PLACE, {"lat": "x", "lon": 0}, None, "lat is a number", id="no-number"),
        pytest.param(Field.PLACE, {"lat": True, "lon": 0}, None, "lat is a number", id="truth"),
        pytest.param(Field.PLACE, {"place": 1}, None, "not an object with", id="members"),
        pytest.param(Field.PLACE, None, "Kyiv", "'Kyiv' does not stand in", id="other-words"),
        pytest.param(Field.PLACE, None, "", "does not stand in", id="no-words"),
        pytest.param(Field.QUANTITY, {"low": 1}, None, "none that was found", id="which"),
        pytest.param(Field.QUANTITY, {"low": 2, "high": 1}, "dam", "no higher", id="low-high"),
        pytest.param(Field.QUANTITY, {}, "dam", "low, high or both", id="no-bound"),
        pytest.param(Field.TIME, {"interval": ["x", "y"]}, None, "no ISO 8601", id="no-time"),
        pytest.param(
            Field.TIME, {"interval": ["2024-03-15", "2024-03-14"]}, None, "ends after", id="turned"
        ),
        pytest.param(Field.TIME, {"interval": ["2024-03-15"]}, None, "of two", id="one-end"),
        pytest.param(Field.VALUE, "sure", None, "is none of: CT", id="value"),
        pytest.param(Field.VALUE, "CT+", "dam", "told apart by no words", id="value-of-words"),
        pytest.param(Field.HOLDER, {"name": ""}, None, "a holder has a name", id="holder"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    book: Casebook, field: Field, value: Json, words: str | None, complaint: str
) -> None:
    with pytest.raises(BadJudgement, match=complaint):
        checked(book, correction(assertion_id(book, DAM), field, value, words))


def test_what_makes_no_sense_is_refused(book: Casebook) -> None:
    subject = assertion_id(book, DAM)
    given = answer(subject, "yes")
    judge(book, given)
    bad = {
        "there is nothing of this id": answer("feedbeef", "yes"),
        "several things have ids": answer("", "yes"),
        "is none of: yes, no, unsure": answer(subject, "perhaps"),
        "who judges, and why": replace(given, by=" "),
        "half a character": replace(given, because="\ud800"),
        "merge is about 2 things, not 1": replace(given, kind=JudgementKind.MERGE, value=None),
        "relabel is about 1 thing, not 2": replace(
            given, kind=JudgementKind.RELABEL, subjects=(subject, dry().document.id)
        ),
        "a label is a word": replace(given, kind=JudgementKind.RELABEL, value=" "),
        "is a judgement": answer(given.id, "no"),
        "no judgement that could be": replace(given, kind=JudgementKind.WITHDRAW, value=None),
        "withdraw takes no value": replace(
            given, kind=JudgementKind.WITHDRAW, subjects=(given.id,), value="x"
        ),
        "only a correction names": replace(given, field=Field.PLACE),
        "only the fields of an assertion": correction(dry().document.id, Field.VALUE, "CT+"),
    }
    for complaint, judgement in bad.items():
        with pytest.raises(BadJudgement, match=complaint):
            checked(book, judgement)
