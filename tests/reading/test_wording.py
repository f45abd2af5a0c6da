import pytest
from asserted import put_forward

CASES = {
    "an infinitive of the object": (
        "The flood forced residents to leave.",
        "residents to leave",
    ),
    "two nouns it may be about, so neither": (
        "The mayor called on the army to leave.",
        "to leave",
    ),
    "kept from": ("Soldiers kept them from leaving.", "leaving"),
    "without": ("They fled without closing the gate.", "They … closing the gate"),
    "whoever confirms it says so, and not the dead": (
        "Officials confirmed that two people died, saying the toll could rise.",
        "Officials … saying the toll could rise",
    ),
    "a participle": ("Mines planted by the army killed two.", "Mines planted by the army"),
    "no conjunction": ("But the dam broke.", "the dam broke"),
    "no subordinator": ("They fled because the dam broke.", "the dam broke"),
    "no quotation marks": ("“The dam broke,” the mayor said.", "The dam broke"),
}


@pytest.mark.parametrize(("text", "quoted"), CASES.values(), ids=CASES)
def test_a_clause_is_quoted_so_that_it_reads_alone(text: str, quoted: str) -> None:
    assert quoted in put_forward(text)


def test_a_coordinate_clause_is_left_out_of_the_one_beside_it() -> None:
    found = list(put_forward("The dam broke and the town was flooded."))
    assert found == ["The dam broke", "the town was flooded"]
