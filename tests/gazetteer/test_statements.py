"""What a text states of places, told in plain words."""

import pytest
from gazetteer.gazetteers import record

from furphy.gazetteer.statements import Statements
from furphy.model.evidence import Evidence
from furphy.model.place import Constraint, PlaceName, Relation
from furphy.model.text import Span

ORIKHIV = record("orikhiv", "Orikhiv", (47.567, 35.786)).place
TOKMAK = record("tokmak", "Tokmak", (47.255, 35.712)).place
TEXT = "Shells hit Orekhov, 35 km\n north of Tokmak."
NAMES = [
    PlaceName(Span(11, 18), "Orekhov", Evidence("test", 1.0)),
    PlaceName(Span(36, 42), "Tokmak", Evidence("test", 1.0)),
]


def stated(
    relation: Relation, high: float | None = None, bearing: float | None = None
) -> Constraint:
    span = Span(20, 42)
    return Constraint(relation, 0, (1,), span, Evidence("test", 0.9), None, high, bearing)


@pytest.mark.parametrize(
    ("constraint", "expected"),
    [
        pytest.param(
            stated(Relation.DISTANCE, 40.0),
            "35 km from Tokmak; the text says “35 km north of Tokmak”",
            id="distance",
        ),
        pytest.param(
            stated(Relation.DIRECTION, 40.0, 0.0),
            "35 km north of Tokmak; the text says “35 km north of Tokmak”",
            id="direction",
        ),
        pytest.param(
            stated(Relation.BESIDE),
            "beside Tokmak; the text says “35 km north of Tokmak”",
            id="beside",
        ),
    ],
)
def test_what_is_so_stands_beside_what_the_text_says(constraint: Constraint, expected: str) -> None:
    assert Statements(NAMES, TEXT).borne_out(constraint, ORIKHIV, [TOKMAK]) == expected


def test_without_the_text_a_constraint_is_summed_up() -> None:
    constraint = stated(Relation.DISTANCE, 40.0, 0.0)
    assert Statements(NAMES, None).quote(constraint) == "at most 40 km north from Tokmak"


def test_a_long_statement_is_cut_between_words() -> None:
    text = "on the way " * 20
    constraint = Constraint(
        Relation.TOWARDS, 0, (1,), Span(0, len(text)), Evidence("test", 0.9), None, None, None
    )
    quoted = Statements(NAMES, text).quote(constraint)
    assert quoted.endswith(" …”")
    assert len(quoted) < len(text) / 2
