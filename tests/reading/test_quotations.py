import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import document

from furphy.model.document import Note
from furphy.model.quotation import Quotation
from furphy.reading.quotations import quotations
from furphy.reading.stage import Draft, run

CASES = {
    "curly": ("He said “we won” twice.", ["“we won”"]),
    "straight": ('"Yes," she said. "No."', ['"Yes,"', '"No."']),
    "doubled single": ("''It's over,'' he said.", ["''It's over,''"]),
    "guillemets": ("«Oui», dit-il.", ["«Oui»"]),
    "low and high": ("„Ja“, sagte er.", ["„Ja“"]),
    "corner brackets": ("「是」他说。", ["「是」"]),
    "single": ("‘Hello there,’ he said.", ["‘Hello there,’"]),
    "single straight": ("'Hello there,' he said.", ["'Hello there,'"]),
    "nested": ("“He told me ‘go’ twice.”", ["“He told me ‘go’ twice.”", "‘go’"]),
    "two customs in one pair": ('"So it is,” he said.', ['"So it is,”']),
    "opened and closed by the opening mark": ("“It's unusual,“ he said.", ["“It's unusual,“"]),
    "apostrophes are no marks": ("The boys' dog can't, the cat's rock'n'roll.", []),
    "inches are no marks": ('A 5" pipe and a 7" pipe.', []),
    "none": ("Nothing here.", []),
}


def found(text: str) -> tuple[list[Quotation], list[Note]]:
    draft = run(Draft(document(text), "en"), [quotations])
    return list(draft.every(Quotation)), list(draft.every(Note))


@pytest.mark.parametrize(("text", "quoted"), CASES.values(), ids=CASES)
def test_what_stands_in_quotation_marks_is_found(text: str, quoted: list[str]) -> None:
    assert [each.span.of(text) for each in found(text)[0]] == quoted


@pytest.mark.parametrize("mark", ["“", '"', "„", "«", "‹", "「", "''"])
def test_an_unclosed_quotation_ends_with_its_paragraph_and_is_noted(mark: str) -> None:
    text = f"He said: {mark}We are here.\nThe rest is plain."
    [quotation], [note] = found(text)
    assert quotation.span.of(text) == f"{mark}We are here."
    assert not quotation.closed
    assert note.code == "unclosed-quotation"
    assert note.span is not None
    assert note.span.of(text) == mark


def test_a_quotation_goes_on_over_paragraphs_that_open_with_its_mark() -> None:
    first, second = found("“One paragraph.\n“And another,” he said.")[0]
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


def test_a_quotation_that_goes_on_is_not_noted() -> None:
    assert found("“One paragraph.\n“And another,” he said.")[1] == []


def test_the_inner_span_leaves_out_the_marks() -> None:
    text = "He said “we won”."
    assert found(text)[0][0].inner.of(text) == "we won"


@pytest.mark.parametrize("text", ['"' * 100_000, "“" * 100_000, '" ' * 50_000, "‘a’" * 30_000])
def test_a_hundred_thousand_marks_are_read_in_seconds(text: str) -> None:
    before = time.process_time()
    for each in found(text)[0]:
        assert each.span.end <= len(text)
    assert time.process_time() - before < 20


@given(st.text(st.sampled_from("ab “”\"'‘’«».\n"), max_size=60))
def test_every_quotation_lies_in_the_text_and_holds_its_inner_span(text: str) -> None:
    for each in found(text)[0]:
        assert each.span.end <= len(text)
        assert each.span.holds(each.inner)
        assert "\n" not in each.span.of(text)
