from hypothesis import given, settings
from hypothesis import strategies as st

from furphy.model.text import Span
from furphy.reading import spacy_parser


def test_every_token_re_reads() -> None:
    text = "Kyiv said  nothing.\n\nMoscow's army left."
    for token in spacy_parser.parse(text, [Span(0, 19), Span(21, len(text))]).tokens:
        assert token.span.of(text) == token.text


def test_either_apostrophe_is_parsed_alike() -> None:
    text = "Eugene O’Neill wrote it."
    straight = spacy_parser.parse(text.replace("’", "'"), [Span(0, len(text))])
    curly = spacy_parser.parse(text, [Span(0, len(text))])
    assert [each.span for each in curly.tokens] == [each.span for each in straight.tokens]
    assert curly.tokens[1].text == "O’Neill"


def test_no_sentence_runs_over_the_edge_of_a_passage() -> None:
    text = "Heading without a stop\n\nThe dam broke."
    first, second = spacy_parser.parse(text, [Span(0, 22), Span(24, len(text))]).sentences
    assert (first.span, second.span) == (Span(0, 22), Span(24, len(text)))


def test_heads_stay_within_their_passage() -> None:
    text = "The dam broke. Nobody died.\n\nThe mayor wept."
    parse = spacy_parser.parse(text, [Span(0, 27), Span(29, len(text))])
    for sentence in parse.sentences:
        for token in parse.tokens[sentence.first : sentence.last]:
            assert sentence.first <= token.head < sentence.last


def test_a_word_without_end_is_cut() -> None:
    text = "x" * 5_000
    parse = spacy_parser.parse(text, [Span(0, len(text))])
    assert "".join(token.text for token in parse.tokens) == text
    assert len(parse.tokens) > 1


def test_a_wrong_dictionary_form_is_mended() -> None:
    [hopes] = [t for t in spacy_parser.parse("She hopes.", [Span(0, 10)]).tokens if t.pos == "VERB"]
    assert hopes.lemma == "hope"


def test_nothing_gives_nothing() -> None:
    assert spacy_parser.parse("", []).tokens == ()


@settings(max_examples=40)
@given(st.text(max_size=80))
def test_whatever_the_text_tokens_lie_in_it_in_order(text: str) -> None:
    parse = spacy_parser.parse(text, [Span(0, len(text))])
    ends = 0
    for index, token in enumerate(parse.tokens):
        assert (token.index, token.span.of(text)) == (index, token.text)
        assert ends <= token.start
        ends = token.end
