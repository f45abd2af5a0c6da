import pytest
from made import Made, flood, made

from furphy.desk.check_rules import RULES
from furphy.desk.checks import first_checks
from furphy.model.assertion import AssertionKind
from furphy.model.document import DerivationKind, DerivedFrom


def rules_fired(document: Made) -> dict[str, set[str]]:
    """Return the rules that fired, by the words they fired on."""
    reading = document.reading()
    return {
        reading.assertions[check.assertion].spans[0].of(document.text): {
            reason.rule for reason in check.reasons
        }
        for check in first_checks(reading)
        if check.assertion is not None
    }


def told(document: Made, rule: str) -> list[str]:
    reasons = (each for check in first_checks(document.reading()) for each in check.reasons)
    return [reason.text for reason in reasons if reason.rule == rule]


def test_what_the_document_doubts_comes_first() -> None:
    reading = flood().reading()
    first = first_checks(reading)[0]
    assert first.assertion is not None
    assert reading.assertions[first.assertion].status
    assert first.reasons[0].text.endswith("“could not be verified”")


def test_a_toll_from_an_unnamed_source_that_hedges_gives_three_reasons() -> None:
    fired = rules_fired(flood())["up to 40 people may be missing"]
    assert fired == {"stated-doubt", "weak-and-unnamed", "lone-toll"}


def test_a_plain_statement_by_a_named_office_needs_no_check() -> None:
    assert "The dam above the town burst at dawn" not in rules_fired(flood())


def test_the_saying_itself_is_not_checked() -> None:
    assert "The mayor's office says" not in rules_fired(flood())


def test_a_denial_names_who_denies() -> None:
    text = made("The plant burned, residents said. The ministry denied this.")
    ministry = text.source("The ministry", "organization")
    said = text.attribution(text.source("residents", "group"), "said", "The plant burned")
    text.assertion("The plant burned", said, status=text.status("denied", "denied this", ministry))
    assert told(text, "stated-denial") == ["denied by The ministry: “denied this”"]


@pytest.mark.parametrize("source", ["Sources", None], ids=["anonymous", "agentless"])
@pytest.mark.parametrize(
    ("value", "author", "rules"),
    [
        ("CT+", "UU", {"firm-and-unnamed"}),
        ("PS+", "UU", {"weak-and-unnamed"}),
        ("CT+", "CT+", {"firm-and-unnamed", "vouched-for-unnamed"}),
        ("CT-", "CT-", {"firm-and-unnamed", "vouched-for-unnamed"}),
    ],
    ids=["certain", "possible", "vouched for", "vouched against"],
)
def test_what_rests_on_no_name_is_checked(
    source: str | None, value: str, author: str, rules: set[str]
) -> None:
    text = made("Sources said the depot burned.")
    who = text.source(source, "anonymous") if source else None
    text.assertion(
        "the depot burned", text.attribution(who, "said", "the depot burned"), value, author
    )
    assert rules_fired(text) == {"the depot burned": rules}


def test_a_toll_two_sources_agree_on_is_not_alone() -> None:
    text = made("Police said 12 people died. The hospital said 12 had died.", "There were 30 dead.")
    police = text.attribution(text.source("Police", "organization"), "said", "12 people died")
    clinic = text.attribution(text.source("The hospital", "organization"), "said", "12 had died")
    text.assertion("12 people died", police)
    text.assertion("12 had died", clinic)
    text.assertion("There were 30 dead")
    assert rules_fired(text) == {"There were 30 dead": {"lone-toll"}}
    assert told(text, "lone-toll") == ["a toll without a source"]


def test_a_date_beside_the_dead_is_no_toll() -> None:
    text = made("The court heard that families of 9/11 victims sued.")
    words = "families of 9/11 victims sued"
    text.assertion(words, text.attribution(text.source("The court"), "heard", words))
    assert rules_fired(text) == {}


def test_a_number_of_other_things_is_no_toll() -> None:
    text = made("Police said 12 cars burned.")
    text.assertion(
        "12 cars burned", text.attribution(text.source("Police"), "said", "12 cars burned")
    )
    assert rules_fired(text) == {}


def test_a_chain_of_three_is_told_hand_by_hand() -> None:
    text = made("The portal says the channel wrote a driver saw tanks.")
    parent = None
    for name, cue in (("The portal", "says"), ("the channel", "wrote"), ("a driver", "saw")):
        parent = text.attribution(text.source(name), cue, "tanks", parent)
    text.assertion("tanks", parent)
    assert told(text, "long-chain") == [
        "it comes through 3 hands: The portal → the channel → a driver"
    ]


def test_a_flat_title_over_a_hedged_text_is_told() -> None:
    text = made("Residents said the dam may have burst overnight.", title="Dam bursts overnight")
    said = text.attribution(
        text.source("Residents", "group"), "said", "the dam may have burst overnight"
    )
    text.assertion("Dam bursts overnight")
    text.assertion("the dam may have burst overnight", said, "PS+")
    assert rules_fired(text)["Dam bursts overnight"] == {"title-firmer-than-text"}


def test_a_title_as_firm_as_its_text_is_left_alone() -> None:
    text = made("The board said the dam burst overnight.", title="Dam bursts overnight")
    said = text.attribution(text.source("The board"), "said", "the dam burst overnight")
    text.assertion("Dam bursts overnight")
    text.assertion("the dam burst overnight", said)
    assert rules_fired(text) == {}


def test_a_title_that_asks_is_told() -> None:
    text = made("More soon.", title="Did the dam burst?")
    text.assertion("Did the dam burst?", value="UU", kind=AssertionKind.QUESTION)
    assert rules_fired(text) == {"Did the dam burst?": {"title-that-asks"}}


def test_an_opinion_is_not_checked() -> None:
    text = made("Sources said it was a disgrace.")
    said = text.attribution(text.source("Sources", "anonymous"), "said", "it was a disgrace")
    text.assertion("it was a disgrace", said, kind=AssertionKind.OPINION)
    assert rules_fired(text) == {}


def test_a_copy_sends_the_reader_to_its_original_once() -> None:
    target = "https://example.org/first"
    reading = made("Rain.").reading(
        derived_from=(
            DerivedFrom(DerivationKind.ORIGINAL, target),
            DerivedFrom(DerivationKind.CITATION, target),
        )
    )
    [check] = first_checks(reading)
    assert (check.assertion, check.reasons[0].rule) == (None, "derived-original")


def test_every_rule_says_what_it_is_for() -> None:
    assert all(rule.__doc__ for rule in RULES)
