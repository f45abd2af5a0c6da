"""What a text puts forward, read by all stages, in forms that tests can compare."""

from functools import cache

from papers import attributed

from furphy.model.assertion import Assertion
from furphy.model.text import quoted
from furphy.reading.assertions import assertions
from furphy.reading.stage import Draft, run


@cache
def asserted(text: str) -> Draft:
    """Return what is found in a text as far as its assertions."""
    return run(attributed(text), (assertions,))


def put_forward(text: str) -> dict[str, Assertion]:
    """Return a text's assertions by the words they are quoted with."""
    found = asserted(text).every(Assertion)
    return {quoted(text, each.spans): each for each in found}


def about(text: str, word: str) -> Assertion:
    """Return the shortest assertion that holds a word, at its first place in the text."""
    start = text.index(word)
    holding = [
        each
        for each in asserted(text).every(Assertion)
        if any(span.start <= start and start + len(word) <= span.end for span in each.spans)
    ]
    return min(holding, key=lambda each: sum(map(len, each.spans)))
