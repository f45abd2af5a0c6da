"""What a text says became of a report: on the assertion of the word in brackets."""

import re

import pytest
from asserted import about, asserted, put_forward

from furphy.model.assertion import Status
from furphy.model.attribution import Source

TOLD = {
    "this": ("The depot [burned]. This could not be verified.", "unconfirmed"),
    "independently": (
        "The army said the depot [burned]. The claim could not be independently verified.",
        "unconfirmed",
    ),
    "confirmed or denied": (
        "The depot [burned]. The report cannot be confirmed or denied.",
        "unconfirmed",
    ),
    "not been confirmed": ("The depot [burned]. This has not been confirmed.", "unconfirmed"),
    "yet to be": ("The depot [burned]. The report has yet to be confirmed.", "unconfirmed"),
    "not possible": (
        "The depot [burned]. It was not possible to verify these claims.",
        "unconfirmed",
    ),
    "an adjective aside": (
        "Another message, also unconfirmed, said the depot [burned].",
        "unconfirmed",
    ),
    "denied that": ("The army denied that the depot was [destroyed].", "denied"),
    "denied the report": ("The depot [burned]. The army denied the report.", "denied"),
    "confirmed": ("Officials confirmed that the depot was [destroyed].", "confirmed"),
    "withdrawn": ("The army said the depot [burned]. It retracted the statement.", "withdrawn"),
    "disputed": ("The army said the depot [burned]. Residents disputed the claim.", "disputed"),
}


@pytest.mark.parametrize(("painted", "value"), TOLD.values(), ids=TOLD)
def test_a_status_is_told(painted: str, value: str) -> None:
    word = re.findall(r"\[(.*?)\]", painted)[0]
    found = about(re.sub(r"[\[\]]", "", painted), word)
    assert [status.value for status in found.status] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The depot burned.",
        "The depot burned. Officials will confirm this.",
        "The depot burned. Could officials confirm this?",
        "If officials confirm this, a depot burned.",
        "The depot burned. The army withdrew its troops.",
        "The depot burned. Residents rejected the offer.",
        "The depot burned. The rules deny residents the right to return.",
        "The depot burned, a man who denied science said.",
        "The depot burned in a town denying science.",
    ],
)
def test_what_is_only_asked_or_expected_is_no_status(text: str) -> None:
    assert about(text, "burned").status == ()


def statuses(text: str, word: str) -> tuple[Status, ...]:
    return about(text, word).status


def test_a_denial_and_a_later_confirmation_are_both_kept_with_their_time() -> None:
    text = "The ministry initially denied the strike, but later officially confirmed it."
    assert [(each.value, each.when) for each in statuses(text, "the strike")] == [
        ("denied", "initially"),
        ("confirmed", "later"),
    ]


def test_who_denies_is_named() -> None:
    text = "The depot burned. The army denied the report."
    (status,) = statuses(text, "burned")
    assert status.by is not None
    assert asserted(text).every(Source)[status.by].name == "The army"


def test_a_plural_takes_in_the_whole_passage() -> None:
    text = "The depot burned. A bridge fell. None of these claims could be verified."
    assert statuses(text, "burned")
    assert statuses(text, "fell")


@pytest.mark.parametrize("denies", ["denied these claims", "rejected the accusations"])
def test_nobody_denies_what_they_say_themselves(denies: str) -> None:
    text = f"The army said the depot burned. Koval said the road was open. Koval {denies}."
    assert [each.value for each in statuses(text, "burned")] == ["denied"]
    assert statuses(text, "open") == ()


def test_what_the_text_says_by_itself_is_no_accusation_where_others_make_one() -> None:
    text = (
        "The inquiry opened on Monday. Auditors said the mill was sold. The mayor took a bribe,"
        " they said. Koval rejected the accusations."
    )
    assert [each.value for each in statuses(text, "sold")] == ["denied"]
    assert statuses(text, "opened") == ()


def test_reports_that_are_denied_are_those_that_the_text_tells_of() -> None:
    text = (
        "Visitors like the mill. Rumours that the town would sell the mill spread on Monday."
        " The town denied the reports."
    )
    assert [each.value for each in statuses(text, "sell")] == ["denied"]
    assert statuses(text, "like") == ()


def test_who_withdraws_a_statement_withdraws_their_own() -> None:
    text = "The army said the depot burned. The army retracted the statement."
    assert [each.value for each in statuses(text, "burned")] == ["withdrawn"]


def test_a_sentence_that_only_tells_a_status_is_no_assertion() -> None:
    assert list(put_forward("The depot burned. This could not be verified.")) == [
        "The depot burned"
    ]
