import pytest
from asserted import about

CASES = {
    "report": ("The dam broke.", "broke", "report"),
    "opinion": ("The plan is shameful.", "is", "opinion"),
    "an adverb of judgement": ("Unfortunately, the dam broke.", "broke", "opinion"),
    "prediction": ("The dam will break.", "break", "prediction"),
    "going to": ("The dam is going to break.", "break", "prediction"),
    "expected": ("The dam is likely to break.", "break", "prediction"),
    "should": ("Residents should leave.", "leave", "norm"),
    "must": ("Residents must leave.", "leave", "norm"),
    "need to": ("Residents need to leave.", "leave", "norm"),
    "an order": ("Leave the town at once!", "Leave", "norm"),
    "urged": ("The mayor urged residents to leave.", "leave", "norm"),
    "insisted that it was so": ("He insisted that residents had left.", "left", "report"),
    "question": ("Did residents leave?", "leave", "question"),
    "a question with a question word": ("Why did residents leave?", "leave", "question"),
    "a question in the headline": ("Dam broken?", "Dam broken", "question"),
}


@pytest.mark.parametrize(("text", "word", "kind"), CASES.values(), ids=CASES)
def test_a_clause_is_of_a_kind(text: str, word: str, kind: str) -> None:
    assert about(text, word).kind == kind
