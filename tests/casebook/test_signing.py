from collections.abc import Iterator
from dataclasses import replace

import pytest
from judging import withdrawn
from stored import add, assertion_id, clock, dry, flooded, judge

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.deciding import decided
from furphy.casebook.grading import digits, source_grades, verdicts
from furphy.casebook.judged import ruled, shown
from furphy.casebook.judgements import Judgement, JudgementKind, judgements
from furphy.casebook.source_ids import named_sources, source_id
from furphy.casebook.sources import sources
from furphy.casebook.standing import State, rulings, told
from furphy.casebook.verification.whole import Verification
from furphy.errors import BadJudgement
from furphy.model.reading import Maker
from furphy.model.signed import Reliability

DAM = "The dam above the town burst at dawn"
ROAD = "The road is closed"
BOARD = source_id("organization", "the regional water board")


def verdict(*subjects: str, value: Json = None, by: str = "Ada", at: str = "") -> Judgement:
    value = {"rating": "Not shown"} if value is None else value
    return Judgement(JudgementKind.VERDICT, subjects, value, by, "I looked", at or clock())


def grade(*subjects: str, value: Json = "B", by: str = "Ada", at: str = "") -> Judgement:
    return Judgement(JudgementKind.GRADE, subjects, value, by, "long record", at or clock())


def scaled(value: Json, worst: Json = 1, best: Json = 5) -> Json:
    return {"rating": "Partly", "rating_value": value, "worst": worst, "best": best}


@pytest.fixture
def book(where: str) -> Iterator[Casebook]:
    with Casebook.create_or_open(where) as book:
        add(book, flooded(), dry())
        yield book


def checked(book: Casebook, judgement: Judgement) -> Judgement:
    with book.reading() as connection:
        return decided(connection, judgement)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({"rating": "Not shown"}, id="words alone"),
        pytest.param(scaled(3), id="on a scale"),
        pytest.param(scaled(1.5, 0, 2), id="with a fraction"),
        pytest.param(scaled(1), id="the worst"),
        pytest.param({"rating": "x", "url": "https://desk.test/1"}, id="published"),
        pytest.param({"rating": "\u202ex<script>", "claim_reviewed": "x" * 10_000}, id="hostile"),
    ],
)
def test_a_verdict_says_what_a_review_does(book: Casebook, value: Json) -> None:
    subjects = (assertion_id(book, DAM), assertion_id(book, ROAD))
    given = verdict(*subjects, value=value)
    assert checked(book, given) == given


@pytest.mark.parametrize(
    ("value", "words"),
    [
        pytest.param({}, "rating of a verdict", id="nothing"),
        pytest.param("False", "an object", id="a word"),
        pytest.param({"rating": " "}, "rating of a verdict", id="blanks"),
        pytest.param({"rating": 4}, "rating of a verdict", id="a number for words"),
        pytest.param({"rating": "x", "score": 1}, "an object", id="a member too many"),
        pytest.param({"rating": "x", "rating_value": 1}, "all three", id="a number alone"),
        pytest.param({"rating": "x", "worst": 1, "best": 5}, "all three", id="a scale alone"),
        pytest.param(scaled(6), "lies between", id="beyond the best"),
        pytest.param(scaled(0), "lies between", id="below the worst"),
        pytest.param(scaled(3, 5, 1), "lies between", id="a scale turned round"),
        pytest.param(scaled(True), "all three", id="a truth value"),
        pytest.param(scaled("3"), "all three", id="a numeral"),
        pytest.param({"rating": "x", "url": "javascript:alert(1)"}, "no address", id="script"),
        pytest.param({"rating": "x", "url": "https://"}, "no address", id="no host"),
        pytest.param({"rating": "x", "url": "https://a b"}, "no address", id="a blank inside"),
        pytest.param({"rating": "x", "url": "https://[x"}, "no address", id="half a bracket"),
        pytest.param({"rating": "x", "url": None}, "no address", id="null"),
        pytest.param({"rating": "x", "claim_reviewed": ""}, "claim_reviewed", id="no claim"),
    ],
)
def test_what_is_no_verdict_is_refused(book: Casebook, value: Json, words: str) -> None:
    with pytest.raises(BadJudgement, match=words):
        checked(book, verdict(assertion_id(book, DAM), value=value))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_no_json_knows_is_no_number(book: Casebook, value: float) -> None:
    with pytest.raises((BadJudgement, ValueError)):
        checked(book, verdict(assertion_id(book, DAM), value=scaled(value)))


def test_a_verdict_is_about_assertions(book: Casebook) -> None:
    with pytest.raises(BadJudgement, match="about assertions"):
        checked(book, verdict(dry().document.id))
    with pytest.raises(BadJudgement, match="1 thing"):
        checked(book, verdict())


@pytest.mark.parametrize(
    ("value", "words"),
    [
        pytest.param("G", "no grade", id="a letter too far"),
        pytest.param("b", "no grade", id="a small letter"),
        pytest.param(2, "no grade", id="a number"),
        pytest.param("0", "no grade", id="a digit too low"),
        pytest.param(None, "no grade", id="null"),
        pytest.param("2", "about assertions", id="a digit for a source"),
    ],
)
def test_what_is_no_grade_of_a_source_is_refused(book: Casebook, value: Json, words: str) -> None:
    with pytest.raises(BadJudgement, match=words):
        checked(book, grade(BOARD, value=value))


def test_a_letter_is_not_for_assertions(book: Casebook) -> None:
    with pytest.raises(BadJudgement, match="grades one source"):
        checked(book, grade(assertion_id(book, DAM)))


def test_who_has_no_name_of_his_own_cannot_be_graded(book: Casebook) -> None:
    with pytest.raises(BadJudgement, match="nothing of this id"):
        checked(book, grade(source_id("group", "residents")))


def test_a_source_can_be_graded_and_nothing_else(book: Casebook) -> None:
    answer = Judgement(JudgementKind.ANSWER, (BOARD,), "yes", "Ada", "so", clock())
    with pytest.raises(BadJudgement, match="that answer could be about"):
        judge(book, checked(book, answer))


def test_a_grade_is_shown_with_its_reasons_however_its_source_is_written(book: Casebook) -> None:
    assert source_id("organization", "THE regional Water-Board") == BOARD
    judge(book, checked(book, grade(BOARD[:10])))
    with book.reading() as connection:
        found = {each.id: each for each in sources(connection)}
    (given,) = found[BOARD].grades
    assert (found[BOARD].letter, given.value, given.because) == (
        "B",
        Reliability.USUALLY,
        "long record",
    )
    assert all(each.letter is None for name, each in found.items() if name != BOARD)


def test_two_letters_are_disputed_and_neither_holds(book: Casebook) -> None:
    judge(book, grade(BOARD))
    judge(book, grade(BOARD, value="D", by="Bo"))
    with book.reading() as connection:
        found = {each.id: each for each in sources(connection)}[BOARD]
    assert (found.letter, [each.value.value for each in found.grades]) == (None, ["B", "D"])


def test_verdicts_and_grades_survive_reading_again(book: Casebook) -> None:
    subject = assertion_id(book, DAM)
    judge(book, verdict(subject))
    judge(book, grade(BOARD))
    add(book, replace(flooded(), made_by=Maker("9.9.9", "another parser")))
    with book.reading() as connection:
        assert BOARD in source_grades(connection)
        (found,) = verdicts(rulings(judgements(connection)))
        assert found.assertions == (subject,)
        assert [*Verification(connection).findings()] == []


def test_sources_of_readings_that_are_no_longer_in_use_stay_known(book: Casebook) -> None:
    silent = replace(flooded(), sources=(), attributions=(), assertions=(), made_by=Maker("2", "x"))
    add(book, silent)
    with book.reading() as connection:
        assert BOARD in named_sources(connection)


def test_verdicts_of_several_people_stand_side_by_side(book: Casebook) -> None:
    subject = assertion_id(book, DAM)
    given = [verdict(subject), verdict(subject, value={"rating": "True"}, by="Bo")]
    assert [each.state for each in told(given)] == [State.STANDING, State.STANDING]
    assert [each.rating for each in verdicts(rulings(given))] == ["Not shown", "True"]
    (ruling,) = rulings(given)
    assert (shown(ruling)["state"], shown(ruling)["value"]) == ("standing", None)


def test_who_signs_anew_on_more_supersedes_what_he_signed() -> None:
    first, more = verdict("a", "b", at="2024-01-01"), verdict("c", "b", "a", at="2024-01-02")
    other = verdict("a", by="Bo", at="2024-01-01")
    states = {each.judgement.id: each.state for each in told([first, more, other])}
    assert states == {
        first.id: State.SUPERSEDED,
        more.id: State.STANDING,
        other.id: State.STANDING,
    }


def test_a_digit_on_more_supersedes_one_on_less() -> None:
    given = [grade("a", value="2", at="2024-01-01"), grade("a", "b", value="4", at="2024-01-02")]
    assert [each.state for each in told(given)] == [State.SUPERSEDED, State.STANDING]


def test_who_signs_on_less_supersedes_nothing() -> None:
    given = [verdict("a", "b", at="2024-01-01"), verdict("a", at="2024-01-02")]
    assert [each.state for each in told(given)] == [State.STANDING, State.STANDING]


def test_a_withdrawn_verdict_stays_on_record_and_lets_the_earlier_stand() -> None:
    first, second = verdict("a", at="2024-01-01"), verdict("a", "b", at="2024-01-02")
    states = [each.state for each in told([first, second, withdrawn(second)])]
    assert states == [State.STANDING, State.WITHDRAWN]


def test_an_assertion_does_not_tell_all_that_its_verdict_is_about(book: Casebook) -> None:
    subjects = (assertion_id(book, DAM), assertion_id(book, ROAD))
    judge(book, verdict(*subjects))
    with book.reading() as connection:
        ((ruling,), _) = ruled(connection, subjects).values()
    assert "subjects" not in shown(ruling)


def test_digits_are_of_assertions_and_letters_of_sources() -> None:
    given = [grade("a", "b", value="6"), grade(BOARD, value="F")]
    ((subjects, found),) = digits(rulings(given))
    assert (subjects, found.value.value, found.source) == (("a", "b"), "6", None)
