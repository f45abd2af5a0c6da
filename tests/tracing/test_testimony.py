import pytest

from furphy.tracing import testimonies, testimony
from furphy.tracing.traced import Window
from furphy.tracing.words import words_of

DAY = 86_400.0
FIRST = "Radio Osynove told reporters that 14 shells had fallen within 35 minutes."
SAME = "Within 35 minutes 14 shells came down, according to Radio Osynove."


def linked(*told: tuple[str, float | None]) -> list[tuple[int, int]]:
    sayings = [[*testimony.sayings_of(text, "en", next(words_of([text])))] for text, _ in told]
    times = [None if day is None else Window(day * DAY, day * DAY + 60) for _, day in told]
    return [(each.one, each.other) for each in testimonies.testimonies(sayings, times)]


@pytest.mark.parametrize(
    ("other", "day", "expected"),
    [
        pytest.param(SAME, 2.0, True, id="two-days-later"),
        pytest.param(SAME, None, True, id="at-a-time-unknown"),
        pytest.param(SAME, 60.0, False, id="two-months-later"),
        pytest.param(SAME.replace("35", "50"), 2.0, False, id="one-number-alone"),
        pytest.param(SAME.replace("Radio", "Gazette"), 2.0, False, id="somebody-else"),
    ],
)
def test_who_gives_the_same_numbers_in_the_same_days_is_one_informant(
    other: str, day: float | None, expected: bool
) -> None:
    assert linked((FIRST, 0.0), (other, day)) == ([(0, 1)] if expected else [])


def test_years_are_no_numbers_that_an_informant_gives() -> None:
    told = "Radio Osynove recalled the floods of 1992 and 2008."
    assert not linked((told, 0.0), (f"After 1992 and 2008, Radio Osynove said, {told}", 1.0))


def test_of_very_many_sentences_the_last_are_compared_too() -> None:
    told = [(FIRST, at / 10) for at in range(200)]
    assert {at for pair in linked(*told) for at in pair} == set(range(200))
