import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from papers import document, unparsed

from furphy.model.document import Document
from furphy.model.quantity import Quantity
from furphy.model.text import Span
from furphy.reading.parsing import parsing
from furphy.reading.quantities import quantities
from furphy.reading.stage import Draft, run

WORDS = st.sampled_from(
    [
        *("between", "and", "to", "-", "–", "or", "about", "at least", "up to", "a", "half", "no"),
        *(
            "two",
            "dozen",
            "hundred",
            "thousands",
            "of",
            "12",
            "1,200",
            "3.5",
            "½",
            "2016",
            "$",
            "km",
        ),
        *("%", "million", "people", "were", "killed", "wounded", ",", ".", "drones", "May", "the"),
        *("several", "company", "sized", "in", "five", "degrees", "minus", "(", ")", "5m", "007"),
    ]
)


def found_in(text: str) -> tuple[Quantity, ...]:
    return run(Draft(document(text), "en"), (parsing, quantities)).every(Quantity)


@settings(max_examples=60)
@example(["two", "$", "two"])
@example(["a", "dozen"])
@given(st.lists(WORDS, min_size=1, max_size=25))
def test_whatever_the_words_quantities_stand_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    spans = [each.span for each in found_in(text)]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@settings(max_examples=40)
@given(st.text(alphabet="0123456789,.-–$%km½ ()/:", max_size=60))
def test_no_heap_of_figures_breaks_it(text: str) -> None:
    for each in found_in(f"x {text}"):
        assert each.low is None or each.high is None or each.low <= each.high


def test_a_text_without_a_parse_still_has_its_measures() -> None:
    draft = run(unparsed("It lies 12 kilometers off .", "X"), (quantities,))
    (found,) = draft.every(Quantity)
    assert (found.low, found.unit, found.of) == (12, "km", None)


def test_a_long_count_of_words_does_not_take_forever() -> None:
    assert len(found_in("two " * 3000)) < 3000


def test_what_counts_stays_in_its_sentence() -> None:
    text = "He counted 12. Soldiers left."
    assert [each.of for each in found_in(text)] == [None]


@pytest.mark.parametrize("text", ["A strike killed 12\nof the 40 guards.", "Some\n40 drones came."])
def test_a_line_break_parts_no_quantity(text: str) -> None:
    whole = Draft(_one_paragraph(text), "en")
    found = run(whole, (parsing, quantities)).every(Quantity)
    assert [re.sub(r"\s", " ", each.span.of(text)) for each in found][-1] in {"40", "Some 40"}


def _one_paragraph(text: str) -> Document:
    made = document(text)
    return replace(made, segments=(replace(made.segments[0], span=Span(0, len(text))),))
