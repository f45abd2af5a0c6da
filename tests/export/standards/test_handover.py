import pytest

from furphy.export.standards.handover import instant, named
from furphy.export.standards.languages import three_letters


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("2024-03-12T08:00:00Z", "2024-03-12T08:00:00.000Z", id="a time"),
        pytest.param("2024-03-12T08:00:00+02:00", "2024-03-12T06:00:00.000Z", id="an offset"),
        pytest.param("2024-03-12", "2024-03-12T00:00:00.000Z", id="a day"),
        pytest.param("2024-03-12T08:00", "2024-03-12T08:00:00.000Z", id="no offset"),
        pytest.param("yesterday", None, id="words"),
        pytest.param(None, None, id="nothing"),
        pytest.param("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00.000Z", id="the first day"),
    ],
)
def test_times_are_instants_in_utc(given: str | None, expected: str | None) -> None:
    assert instant(given) == expected


def test_something_else_may_stand_for_a_time() -> None:
    assert instant("yesterday", "2024-03-12") == "2024-03-12T00:00:00.000Z"


def test_names_tell_their_parts_apart() -> None:
    assert named("a", "bc") == named("a", "bc")
    assert len({named("a", "bc"), named("ab", "c"), named("a", "b", "c"), named("abc")}) == 4


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "eng"), ("zh-Hans", "zho"), ("uk", "ukr"), ("ukr", "ukr"), ("x", None), (None, None)],
)
def test_languages_have_three_letters_or_none(tag: str | None, code: str | None) -> None:
    assert three_letters(tag) == code
