"""Judgements as pages tell them."""

import pytest

pytest.importorskip("starlette", reason="the extra web is not installed")

from furphy.casebook.judgements import Field, Judgement, JudgementKind
from furphy.web.plainly import plainly

K, F = JudgementKind, Field


@pytest.mark.parametrize(
    ("kind", "value", "field", "words", "told"),
    [
        pytest.param(K.ANSWER, "no", None, None, "says that it is not so", id="answer"),
        pytest.param(K.MERGE, None, None, None, "says that they are the same", id="join"),
        pytest.param(K.GRADE, "B", None, None, "gives the grade B, usually reliable", id="letter"),
        pytest.param(K.GRADE, "2", None, None, "gives the grade 2, probably true", id="digit"),
        pytest.param(K.RELABEL, "opinion", None, None, "calls it opinion", id="label"),
        pytest.param(
            K.CORRECT,
            {"lat": 47.5, "lon": 35.75, "name": "Orikhiv"},
            F.PLACE,
            "the town",
            "corrects the place called “the town” to Orikhiv at 47.5,35.75",
            id="place",
        ),
        pytest.param(
            K.CORRECT, None, F.HOLDER, None, "corrects who says so to the document itself", id="own"
        ),
        pytest.param(
            K.CORRECT,
            {"interval": ["2024-03-12", "2024-03-13"]},
            F.TIME,
            "Monday",
            "corrects the time called “Monday” to 2024-03-12 to 2024-03-13",
            id="time",
        ),
        pytest.param(
            K.VERDICT,
            {"rating": "Unproven", "claim_reviewed": "it fell"},
            None,
            None,
            "concludes: Unproven; the claim as reviewed: “it fell”",
            id="verdict in words",
        ),
        pytest.param(
            K.VERDICT,
            {"rating": "Unproven", "worst": 1, "rating_value": 2, "best": 5},
            None,
            None,
            "concludes: Unproven (2 on a scale from 1 to 5)",
            id="verdict on a scale",
        ),
    ],
)
def test_a_judgement_is_told_in_plain_words(
    kind: JudgementKind, value: object, field: Field | None, words: str | None, told: str
) -> None:
    given = Judgement(kind, ("x",), value, "Koval", "seen", "2024", field, words)  # type: ignore[arg-type]  # values of all fields in one table
    assert plainly(given) == told


def test_how_firmly_is_told_without_codes() -> None:
    given = Judgement(K.CORRECT, ("x",), "PS-", "Koval", "seen", "2024", F.VALUE)
    assert "PS-" not in plainly(given)
    assert plainly(given).startswith("corrects how firmly they say so to ")
