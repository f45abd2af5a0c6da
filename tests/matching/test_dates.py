import pytest
from matching.worded import put

from furphy.matching.wording import Place, worded


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        pytest.param("en", "on Monday", "2024-05-06", id="weekday"),
        pytest.param("ru", "в понедельник", "2024-05-06", id="weekday in Russian"),
        pytest.param("uk", "у понеділок", "2024-05-06", id="weekday in Ukrainian"),
        pytest.param("zh", "周一", "2024-05-06", id="weekday in Chinese"),
        pytest.param("en", "on Wednesday", "2024-05-08", id="the day itself"),
        pytest.param("ru", "вчера", "2024-05-07", id="yesterday"),
        pytest.param("zh", "昨天", "2024-05-07", id="yesterday in Chinese"),
        pytest.param("en", "3 May 2024", "2024-05-03", id="day first"),
        pytest.param("en", "May 3, 2024", "2024-05-03", id="month first"),
        pytest.param("ru", "3 мая", "2024-05-03", id="without a year"),
        pytest.param("uk", "19 грудня", "2023-12-19", id="of last year"),
        pytest.param("zh", "2024年5月3日", "2024-05-03", id="signs"),
        pytest.param("ru", "03.05.2024", "2024-05-03", id="in figures"),
    ],
)
def test_days_are_found_on_the_calendar(language: str, text: str, day: str) -> None:
    (told,) = put(text, language).times
    assert told.value == day
    assert told.interval is not None
    assert told.interval[0] == day


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        pytest.param("en", "on Monday", "XXXX-WXX-1", id="weekday"),
        pytest.param("zh", "5月3日", "XXXX-05-03", id="day"),
        pytest.param("uk", "у липні", "XXXX-07", id="month"),
    ],
)
def test_without_a_publication_day_they_stay_vague(language: str, text: str, value: str) -> None:
    (told,) = worded(text, language, Place(0)).times
    assert (told.interval, told.value) == (None, value)


def test_may_is_a_month_beside_a_figure_only() -> None:
    assert put("They may leave.").times == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [("31 February 2024", ["2024-02"]), ("99.99.2024", []), ("2024-13-40", [])],
)
def test_days_that_are_not_on_the_calendar_are_left_out(text: str, values: list[str]) -> None:
    assert [each.value for each in put(text).times] == values


@pytest.mark.parametrize("text", ["Farmers march in Berlin.", "They may open the bridge."])
def test_words_that_are_months_as_well_are_no_dates(text: str) -> None:
    assert put(text).times == ()


def test_a_month_behind_a_preposition_is_one() -> None:
    assert [each.value for each in put("The plant will close by March.").times] == ["2024-03"]
