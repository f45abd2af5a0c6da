import pytest

from furphy.model.account import Informant
from furphy.model.attribution import SourceKind
from furphy.tracing.informants import is_named, likeness
from furphy.tracing.origins import LIKELY, POSSIBLE, SURE


def somebody(name: str, kind: str = "person", *, described: bool = False) -> Informant:
    return Informant(name, SourceKind(kind), tuple(name.casefold().split()), described)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        pytest.param(somebody("Maria Koval"), somebody("Maria Koval"), SURE, 1, id="a person"),
        pytest.param(somebody("Maria Koval"), somebody("Koval"), LIKELY, SURE, id="a short form"),
        pytest.param(somebody("Maria Koval"), somebody("Maria"), 0, 0.01, id="a given name"),
        pytest.param(somebody("Maria Koval"), somebody("Pavlo Koval"), 0, 0.01, id="a namesake"),
        pytest.param(
            somebody("Interior Ministry", "organization"),
            somebody("Interior Ministry", "organization"),
            LIKELY,
            SURE,
            id="an organisation",
        ),
        pytest.param(
            somebody("mayor", described=True),
            somebody("mayor", described=True),
            LIKELY,
            SURE,
            id="an office",
        ),
        pytest.param(
            somebody("officials", "anonymous"),
            somebody("officials", "anonymous"),
            POSSIBLE,
            LIKELY,
            id="nobody by name",
        ),
        pytest.param(somebody(""), somebody(""), 0, 0.01, id="no name at all"),
    ],
)
def test_how_likely_two_names_are_one_informant(
    one: Informant, other: Informant, least: float, most: float
) -> None:
    assert least <= likeness(one, other) < most
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (somebody("Maria Koval"), True),
        (somebody("the mayor", described=True), False),
        (somebody("residents", "group"), False),
        (None, False),
    ],
    ids=["a person", "an office", "a group", "nobody"],
)
def test_who_is_named(given: Informant | None, named: bool) -> None:
    assert is_named(given) is named
