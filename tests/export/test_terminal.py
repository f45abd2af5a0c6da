import io

import pytest
from front import front
from made import Made, flood, made, spot
from rich.console import Console

from furphy.export.circumstances import MOST
from furphy.export.terminal import MOST_OWN, show
from furphy.export.wording import MOST_CHECKS
from furphy.model.check import Check, Reason
from furphy.model.document import Basis, DerivationKind, DerivedFrom, Note, Published
from furphy.model.place import Ground
from furphy.model.reading import Reading

LOOK = Reason("made-by-hand", "look here", 1)


def shown(reading: Reading, *checks: Check, width: int = 80, colour: bool = False) -> str:
    to = io.StringIO()
    show(reading, checks, Console(file=to, width=width, force_terminal=colour))
    return to.getvalue()


def section(report: str, heading: str) -> str:
    """Return what stands below a heading, up to the next empty line."""
    return report.split(f"\n{heading}\n", 1)[1].split("\n\n", 1)[0]


def test_each_voice_stands_with_what_it_says_and_how_firmly() -> None:
    said = section(shown(flood().reading()), "WHO SAYS WHAT").splitlines()
    assert said[0].strip() == "the regional water board (organization)"
    assert " ".join(said[1].split()) == "● certain The dam above the town burst at dawn ¶2"


def test_a_relayed_assertion_names_through_whom() -> None:
    assert "through The mayor's office" in shown(flood().reading())


def test_the_saying_itself_is_not_listed() -> None:
    assert "The mayor's office says" not in shown(flood().reading())


def test_the_unnamed_stand_apart_with_the_words_that_weaken() -> None:
    said = section(shown(flood().reading()), "SAID BY SOMEONE UNNAMED")
    assert "◔ possible" in said
    assert "because of “may”" in said


def test_words_without_any_speaker_stand_apart() -> None:
    heard = made("Reportedly it rained.")
    heard.assertion("it rained", heard.attribution(None, "Reportedly", "it rained"), "UU")
    assert "○ uncommitted  it rained" in section(
        shown(heard.reading()), "SAID WITHOUT SAYING BY WHOM"
    )


def test_what_the_document_says_about_verification_is_quoted() -> None:
    report = shown(flood().reading())
    stated = section(report, "WHAT THE DOCUMENT ITSELF SAYS ABOUT VERIFICATION")
    assert "unconfirmed" in stated
    assert "“could not be verified”" in stated


def test_the_header_tells_where_and_when_it_was_published_and_how_that_is_known() -> None:
    report = shown(
        flood().reading(
            title="Dam bursts",
            outlet="The Wire",
            author="Desk",
            published=Published("2024-03-14", "2024-03-15", Basis.URL_ID),
        ),
        width=120,
    )
    assert report.splitlines()[:2] == [
        "Dam bursts",
        "The Wire · Desk · 2024-03-14 from the id in the address · language: en · report.txt",
    ]
    assert "3 of them attributed · 3 named sources, 1 unnamed" in report


def test_first_checks_are_numbered_and_cut() -> None:
    checks = [Check(1, (LOOK,))] * (MOST_CHECKS + 2)
    first = section(shown(flood().reading(), *checks), "CHECK FIRST")
    assert f"{MOST_CHECKS}. " in first
    assert f"{MOST_CHECKS + 1}. " not in first
    assert "… and 2 more" in first


def test_a_check_of_the_whole_document_has_no_passage() -> None:
    first = section(shown(made("One.").reading(), Check(None, (LOOK,))), "CHECK FIRST")
    assert " ".join(first.split()) == "1. → look here"


def test_the_documents_own_voice_is_told_in_short() -> None:
    many = made(*(f"Road {n} is closed." for n in range(MOST_OWN + 3)))
    for n in range(MOST_OWN + 3):
        many.assertion(f"Road {n} is closed")
    own = section(shown(many.reading()), "IN THE DOCUMENT'S OWN VOICE")
    assert own.count("is closed") == MOST_OWN
    assert "… and 3 more" in own


def test_notes_and_origins_come_last() -> None:
    reading = made("One.").reading(
        notes=(Note("n", "odd thing"),),
        derived_from=(DerivedFrom(DerivationKind.FORWARD, "A channel"),),
    )
    assert section(shown(reading), "NOTES").split("\n") == [
        "  This text is forwarded from A channel".ljust(80),
        "  odd thing".ljust(80),
    ]


def rows(report: str, heading: str) -> list[str]:
    return [" ".join(line.split()) for line in section(report, heading).splitlines()]


def test_each_place_is_told_once_with_its_point_and_why() -> None:
    told = rows(shown(front().reading(), width=100), "WHERE")
    assert told[0] == "Orikhiv city, Ukraine · 47.567, 35.786 ± 4 km · sure"
    assert "Verbowe → Verbove village, Ukraine · 47.431, 35.976 ± 3 km · sure" in told
    assert "20.8 km from Orikhiv, stated: about 20 km" in told
    assert told[-1] == "not found: Nowhereske (nearest: Verbove, village, Ukraine)"


def test_times_stand_with_their_days() -> None:
    assert rows(shown(front().reading()), "WHEN") == [
        "2024-11-01 … 2024-11-10 “early November”",
        "2024-11-12 “Tuesday”",
    ]


def test_the_harmed_are_told_first_with_what_is_counted() -> None:
    assert rows(shown(front().reading()), "HOW MANY") == [
        "≥ 12 killed “At least 12” soldiers",
        "≈ 18–22 km “about 20 km”",
        "2 “two” tanks",
    ]


def test_who_goes_by_several_names_is_told() -> None:
    [row] = rows(shown(front().reading(), width=120), "WHO IS WHO")
    assert row == "Maria Koval (person, spokeswoman) “She”, “Koval”"


def test_lists_of_nothing_have_no_heading() -> None:
    report = shown(flood().reading())
    assert not any(each in report for each in ("WHERE", "WHEN", "HOW MANY", "WHO IS WHO"))


def test_a_long_list_is_cut() -> None:
    names = [f"Stead{number}x" for number in range(MOST + 2)]
    text = made(" ".join(names), " ".join(f"Void{number}x" for number in range(MOST + 1)))
    for number, name in enumerate(names):
        text.toponym(name, spot(name, 40 + number, 30))
    for number in range(MOST + 1):
        text.toponym(f"Void{number}x")
    told = rows(shown(text.reading()), "WHERE")
    assert len(told) == 2 * MOST + 2
    assert told[MOST] == "… and 2 more"
    assert told[-1] == "… and 1 more not found"


def test_a_document_that_says_nothing_still_has_a_header() -> None:
    assert "0 assertions" in shown(made("…").reading())


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for reading in (flood().reading(), front().reading()):
        assert max(map(len, shown(reading, width=width).splitlines())) <= width


def test_a_pipe_gets_no_colour() -> None:
    assert "\x1b" not in shown(flood().reading())
    assert "\x1b[" in shown(flood().reading(), colour=True)


def test_no_color_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in shown(flood().reading(), colour=True)


def hostile() -> Made:
    words = "It \x1b[2Jburned \u202eflat\u202c [bold]down[/bold] :smile:"
    text = made(words, title="T\x1b]0;owned\x07")
    text.assertion(words)
    named = "\x1b[2Jburned \u202eflat"
    text.toponym(named, spot(named, 1, 2), because=(Ground("r\x1b", named),))
    text.time(named, named, named, named)
    text.quantity(named, 1, 2, named, unit=named, casualty=named)
    text.identity(named, "person", (named,), name=named, short=words)
    return text


def test_a_hostile_text_cannot_steer_the_terminal() -> None:
    report = shown(hostile().reading(title="T\x1b]0;owned\x07", outlet="\x9b1m"), width=200)
    assert {"\x1b", "\x07", "\x9b", "\u202e"}.isdisjoint(report)
    assert "[bold]down[/bold] :smile:" in report


def test_a_passage_without_end_is_cut() -> None:
    long = made("word " * 1000)
    long.assertion("word " * 1000)
    assert len(shown(long.reading())) < 1500
