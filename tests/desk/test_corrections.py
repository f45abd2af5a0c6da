import pytest

from furphy.casebook.canonical import Json
from furphy.casebook.judgements import Field
from furphy.desk.corrections import corrected
from furphy.errors import BadJudgement


def stretch(start: str, end: str, value: str | None) -> Json:
    return {"interval": [start, end], "value": value}


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        pytest.param("place", "47.8,35.2", {"lat": 47.8, "lon": 35.2}, id="point"),
        pytest.param(
            "place", "-1.5, -2 Port Test", {"lat": -1.5, "lon": -2, "name": "Port Test"}, id="named"
        ),
        pytest.param("place", "null", None, id="none"),
        pytest.param("place", '{"lat": 1, "lon": 2}', {"lat": 1, "lon": 2}, id="json"),
        pytest.param("time", "2024", stretch("2024-01-01", "2025-01-01", "2024"), id="year"),
        pytest.param(
            "time", "2024-12", stretch("2024-12-01", "2025-01-01", "2024-12"), id="december"
        ),
        pytest.param(
            "time", "2024-02-28", stretch("2024-02-28", "2024-02-29", "2024-02-28"), id="day"
        ),
        pytest.param(
            "time",
            "2024-03-14T09:59",
            stretch("2024-03-14T09:59:00", "2024-03-14T10:00:00", "2024-03-14T09:59"),
            id="minute",
        ),
        pytest.param(
            "time", "2024-03-01/2024-03-11", stretch("2024-03-01", "2024-03-11", None), id="from-to"
        ),
        pytest.param("quantity", "12", {"low": 12, "high": 12, "unit": None}, id="number"),
        pytest.param("quantity", "1.5 km", {"low": 1.5, "high": 1.5, "unit": "km"}, id="unit"),
        pytest.param("quantity", "12..15", {"low": 12, "high": 15, "unit": None}, id="range"),
        pytest.param("quantity", "..15", {"low": None, "high": 15, "unit": None}, id="at-most"),
        pytest.param("quantity", "12..%", {"low": 12, "high": None, "unit": "%"}, id="at-least"),
        pytest.param("holder", " A fisherman ", "A fisherman", id="holder"),
        pytest.param("value", "PR+", "PR+", id="value"),
    ],
)
def test_what_people_type_is_a_value(field: str, typed: str, value: Json) -> None:
    assert corrected(Field(field), typed) == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        pytest.param("place", "Kyiv", id="no-point"),
        pytest.param("place", '{"lat": NaN}', id="no-number"),
        pytest.param("place", "{", id="no-json"),
        pytest.param("time", "yesterday", id="no-time"),
        pytest.param("time", "2024-13", id="no-month"),
        pytest.param("time", "9999", id="no-year-after"),
        pytest.param("quantity", "many", id="no-number"),
        pytest.param("quantity", "..", id="no-bound"),
    ],
)
def test_what_is_no_value_is_refused(field: str, typed: str) -> None:
    with pytest.raises(BadJudgement):
        corrected(Field(field), typed)
