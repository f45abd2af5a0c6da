import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.casebook.canonical import Json, canonical, value_digest

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param({"b": 1, "a": [True, None]}, '{"a":[true,null],"b":1}', id="sorted"),
        pytest.param("Рішення 決定", '"Рішення 決定"', id="nothing-escaped"),
        pytest.param('"\\\n', '"\\"\\\\\\n"', id="but-what-must-be"),
        pytest.param([3.0, 0.5, -0.0], "[3,0.5,0]", id="whole-numbers"),
        # By code points the second would come first.
        pytest.param({"\ufb33": 1, "\U0001f600": 2}, '{"\U0001f600":2,"\ufb33":1}', id="utf-16"),
    ],
)
def test_a_value_is_written_in_one_way(value: Json, written: str) -> None:
    assert canonical(value) == written


@given(values)
def test_it_reads_back_the_same_and_is_then_written_the_same(value: Json) -> None:
    back = json.loads(canonical(value))
    assert back == value
    assert value_digest(back) == value_digest(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_json_does_not_know_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical(value)
