from dataclasses import replace

import pytest
from asserted import asserted, put_forward
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import document

from furphy.model.assertion import Assertion, AssertionKind
from furphy.model.attribution import Attribution, Source
from furphy.model.document import SegmentKind
from furphy.model.factuality import Commitment
from furphy.model.text import Span
from furphy.model.token import Parse, Sentence, Token
from furphy.reading.assertions import assertions
from furphy.reading.parsing import parsing
from furphy.reading.stage import Draft, run, stage
from furphy.reading.tree import Tree

QUOTED = {
    "one clause": ("The dam broke on Monday.", ["The dam broke on Monday"]),
    "a shared subject": (
        "Soldiers entered the town and burned the mill.",
        ["Soldiers entered the town", "Soldiers … burned the mill"],
    ),
    "an infinitive": (
        "They planned to leave.",
        ["They planned to leave", "They … to leave"],
    ),
    "a content": (
        "The ministry said that the dam broke.",
        ["The ministry said that the dam broke", "the dam broke"],
    ),
    "a content around its source": (
        "The dam, the ministry said, broke on Monday.",
        ["The dam … broke on Monday", "the ministry said"],
    ),
    "a relative clause": (
        "The men who mined the bridge fled.",
        ["The men who mined the bridge fled", "The men who mined the bridge"],
    ),
    "no verb": ("Heavy fighting near the port", ["Heavy fighting near the port"]),
    "nothing but marks": ("* * *", []),
}


@pytest.mark.parametrize(("text", "quoted"), QUOTED.values(), ids=QUOTED)
def test_each_clause_is_put_forward_in_words_that_stand_alone(text: str, quoted: list[str]) -> None:
    assert list(put_forward(text)) == quoted


def test_two_claims_under_two_holders_are_two_assertions() -> None:
    text = "The army said the town had fallen, but the mayor denied that troops were there."
    found = asserted(text).every(Assertion)
    sources = asserted(text).every(Attribution)
    held = {each.attribution for each in found if each.attribution is not None}
    assert len(held) == len(sources) == 2


def test_a_saying_clause_tells_which_attribution_it_states() -> None:
    found = put_forward("The ministry said that the dam broke.")
    assert found["The ministry said that the dam broke"].reports == 0
    assert found["the dam broke"].attribution == 0
    assert found["the dam broke"].within is None


def test_an_embedded_clause_names_the_one_it_stands_in() -> None:
    found = put_forward("They planned to leave.")
    assert found["They … to leave"].within == 0


def test_content_that_is_no_clause_is_put_forward_too() -> None:
    found = put_forward("The mayor condemned the shelling of the port.")
    assert found["the shelling of the port"].attribution == 0


def test_an_assertion_stands_in_its_segment() -> None:
    found = asserted("The dam broke.\nThe town flooded.").every(Assertion)
    assert [each.segment for each in found] == [0, 1]


@pytest.mark.parametrize(
    "kind",
    [
        SegmentKind.BOILERPLATE,
        SegmentKind.DISCLAIMER,
        SegmentKind.BYLINE,
        SegmentKind.DATELINE,
        SegmentKind.SOURCE_LINE,
    ],
)
def test_what_surrounds_a_text_puts_nothing_forward(kind: SegmentKind) -> None:
    draft = Draft(document("The publisher answers for nothing.", kind), "en")
    assert run(draft, (parsing, nobody, assertions)).every(Assertion) == ()


@stage(gives=[Attribution, Source])
def nobody(_draft: Draft) -> tuple[Attribution, ...]:
    return ()


def unparsed(text: str) -> Draft:
    """Return a text as a reader without a parser gives it: words, and nothing about them."""
    tokens: list[Token] = []
    for word in text.split():
        start = text.index(word, tokens[-1].end if tokens else 0)
        index = len(tokens)
        tokens.append(
            Token(index, start, start + len(word), word, word.lower(), "X", "", index, "")
        )
    whole = Sentence(Span(0, len(text)), 0, len(tokens))
    parse = Parse(tuple(tokens), (whole,) if tokens else (), ())
    draft = Draft(document(text), "en", {Parse: (parse,), Tree: (Tree(parse),)})
    return run(draft, (nobody, assertions))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam broke", Commitment.CERTAIN),
        ("The dam did not break", Commitment.CERTAINLY_NOT),
        ("The dam may break", Commitment.POSSIBLE),
        ("Perhaps the dam broke", Commitment.POSSIBLE),
        ("The dam broke ?", Commitment.UNCOMMITTED),
    ],
)
def test_without_a_parser_the_surface_still_counts(text: str, value: Commitment) -> None:
    (found,) = unparsed(text).every(Assertion)
    assert found.author_factuality.value is value


WORDS = [
    *"“”\"',.?—\u202e❗",
    *("the", "dam", "may", "not", "break", "if", "said", "confirmed", "to", "who", "and", "12"),
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_whatever_is_read_every_span_is_inside_the_text(text: str) -> None:
    for draft in (asserted(text), unparsed(text)):
        found = draft.every(Assertion)
        for each in found:
            assert each.spans
            assert all(span.of(text).strip() == span.of(text) for span in each.spans)
            assert all(a.end < b.start for a, b in zip(each.spans, each.spans[1:], strict=False))
            assert each.within is None or found[each.within] is not each


def test_the_same_text_gives_the_same_assertions() -> None:
    text = "Officials said the dam may break. This could not be verified."
    again = run(replace(asserted(text), found=dict(asserted(text).found)), ())
    assert again.every(Assertion) == asserted(text).every(Assertion)


def test_kinds_are_told_apart() -> None:
    found = put_forward(
        "The dam broke. The dam will break. Residents must leave. "
        "Did the dam break? It was a disgraceful mistake."
    )
    assert [each.kind for each in found.values()] == [
        AssertionKind.REPORT,
        AssertionKind.PREDICTION,
        AssertionKind.NORM,
        AssertionKind.QUESTION,
        AssertionKind.OPINION,
    ]
