import pytest
from asserted import about, put_forward


def test_a_presupposed_event_is_named_where_its_clause_is_in_doubt() -> None:
    found = put_forward("The explosion may have damaged the dam.")
    assert found["The explosion"].author_factuality.value == "CT+"


def test_an_event_as_sure_as_its_clause_is_not_named_again() -> None:
    assert list(put_forward("The explosion damaged the dam.")) == ["The explosion damaged the dam"]


@pytest.mark.parametrize(
    "text",
    [
        "The building may have been damaged.",
        "The report may have been confirmed.",
        "It may have been damaged.",
    ],
)
def test_what_is_no_event_is_not_named(text: str) -> None:
    assert len(put_forward(text)) == 1


def test_an_event_is_governed_by_the_noun_before_it() -> None:
    assert about(
        "The risk of an explosion worries residents.", "explosion"
    ).author_factuality.value == ("PS+")
