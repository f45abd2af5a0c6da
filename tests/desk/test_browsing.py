"""How far a casebook goes, as whoever traces it has to know."""

from pathlib import Path

import pytest
from judging import corrected, give, relabelled, withdrawn
from rumours import rumours
from stored import answer, assertion_id

from furphy.casebook.casebook import Casebook
from furphy.casebook.judgements import Judgement
from furphy.desk.browsing import extent

ELEVEN = "eleven people drowned when the bridge near Orikhiv was destroyed on 12 March"


@pytest.fixture
def book(tmp_path: Path) -> Casebook:
    return rumours(str(tmp_path / "case.furphy"))


@pytest.mark.parametrize(
    ("value", "field", "counts"),
    [
        pytest.param("yes", None, False, id="who agrees with what was read"),
        pytest.param("unsure", None, False, id="who is unsure"),
        pytest.param("no", None, True, id="who rejects"),
        pytest.param("Iryna Lys", "holder", True, id="who corrects"),
        pytest.param("opinion", "kind", False, id="of what kind it is"),
    ],
)
def test_a_judgement_asks_for_a_trace_where_it_bears_on_claims(
    book: Casebook, value: str, field: str | None, *, counts: bool
) -> None:
    subject = assertion_id(book, ELEVEN)
    before = extent(book)
    given: Judgement = answer(subject, value)
    if field == "kind":
        given = relabelled(subject, value)
    elif field is not None:
        given = corrected(subject, field, value)
    give(book, given)
    assert (extent(book) != before) is counts


def test_who_differs_from_who_rejects_asks_for_a_trace(book: Casebook) -> None:
    subject = assertion_id(book, ELEVEN)
    no = answer(subject, "no")
    give(book, no)
    before = extent(book)
    give(book, answer(subject, "yes", "Bo"))
    differing = extent(book)
    assert differing != before
    give(book, withdrawn(no))
    assert extent(book) != differing
