"""Short forms in brackets, and the names that they are short for."""

import pytest
from papers import parsed

from furphy.reading.abbreviations import abbreviations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Alliance to Reclaim Our Schools (AROS) met.", ["Alliance … AROS"], id="all"
        ),
        pytest.param(
            "A bill by the Bank of England (BoE) passed.", ["Bank … BoE"], id="a small one"
        ),
        pytest.param("The mayor of Lviv (AROS) met them.", [], id="other letters"),
        pytest.param("The Bank of England (est. 1694) met.", [], id="no short form"),
        pytest.param("(BoE)", [], id="nothing before"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_short_form_is_set_beside_its_name(text: str, expected: list[str]) -> None:
    tree = parsed(text)
    found = abbreviations(tree)
    assert [f"{tree.tokens[at].text} … {tree.tokens[to].text}" for at, to in found] == expected
