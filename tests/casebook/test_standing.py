from collections.abc import Sequence

import pytest

from furphy.casebook.canonical import Json
from furphy.casebook.judgements import Field, Judgement, JudgementKind
from furphy.casebook.standing import rulings, told

NOON, ONE, TWO = (f"2024-03-14T{hour}:00:00Z" for hour in (12, 13, 14))


def answer(value: str, by: str, at: str = NOON, on: str = "a") -> Judgement:
    return Judgement(JudgementKind.ANSWER, (on,), value, by, "so", at)


def same(kind: str, by: str, *on: str) -> Judgement:
    return Judgement(JudgementKind(kind), on, None, by, "so", NOON)


def place(words: str, name: str, by: str) -> Judgement:
    where: dict[str, Json] = {"lat": 1, "lon": 2, "name": name}
    return Judgement(JudgementKind.CORRECT, ("a",), where, by, "so", NOON, Field.PLACE, words)


def withdrawal(of: Judgement, by: str = "Ada") -> Judgement:
    return Judgement(JudgementKind.WITHDRAW, (of.id,), None, by, "wrong", TWO)


YES = answer("yes", "Ada")


@pytest.mark.parametrize(
    ("given", "became"),
    [
        pytest.param([YES], ["standing"], id="one"),
        pytest.param([YES, answer("yes", "Bo")], ["standing"] * 2, id="agreed"),
        pytest.param([YES, answer("no", "Bo", TWO)], ["disputed"] * 2, id="the-last-does-not-win"),
        pytest.param([YES, answer("no", "Bo", on="b")], ["standing"] * 2, id="of-other-things"),
        pytest.param(
            [YES, answer("no", "Ada", ONE)], ["superseded", "standing"], id="one-s-own-last-stands"
        ),
        pytest.param(
            [answer("no", "Ada", ONE), YES], ["standing", "superseded"], id="last-by-the-clock"
        ),
        pytest.param([YES, answer("no", "Ada")], ["superseded", "standing"], id="then-as-stored"),
        pytest.param([YES, withdrawal(YES)], ["withdrawn"], id="withdrawn"),
        pytest.param([YES, withdrawal(YES, "Bo")], ["withdrawn"], id="by-somebody-else"),
        pytest.param(
            [YES, answer("no", "Bo"), withdrawal(YES)], ["withdrawn", "standing"], id="settled"
        ),
        pytest.param(
            [YES, answer("no", "Ada", ONE), withdrawal(answer("no", "Ada", ONE))],
            ["standing", "withdrawn"],
            id="the-one-before-stands-again",
        ),
        pytest.param(
            [same("merge", "Ada", "a", "b"), same("split", "Bo", "b", "a")],
            ["disputed"] * 2,
            id="in-any-order",
        ),
        pytest.param(
            [same("merge", "Ada", "a", "b"), same("merge", "Bo", "a", "c")],
            ["standing"] * 2,
            id="other-pairs",
        ),
        pytest.param(
            [place("Here", "A", "Ada"), place("There", "B", "Bo")],
            ["standing"] * 2,
            id="other-words",
        ),
        pytest.param(
            [place("Here", "A", "Ada"), place("Here", "B", "Bo")], ["disputed"] * 2, id="one-place"
        ),
    ],
)
def test_what_becomes_of_judgements(given: Sequence[Judgement], became: list[str]) -> None:
    assert [each.state.value for each in told(given)] == became


def test_what_is_disputed_is_unknown_and_all_is_shown() -> None:
    (ruling,) = rulings([YES, answer("no", "Bo")])
    assert (ruling.is_disputed, ruling.value) == (True, None)
    assert [each.by for each in ruling.judgements] == ["Ada", "Bo"]


def test_what_is_agreed_has_its_value() -> None:
    (ruling,) = rulings([YES, answer("yes", "Bo")])
    assert (ruling.is_disputed, ruling.value) == (False, "yes")


def test_an_id_is_made_of_everything_else() -> None:
    assert YES.id == answer("yes", "Ada").id
    others = [answer("no", "Ada"), answer("yes", "Bo"), answer("yes", "Ada", ONE)]
    assert YES.id not in {each.id for each in others}
