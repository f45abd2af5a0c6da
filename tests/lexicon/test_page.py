import pytest

from furphy.lexicon.page import openers

KINDS = ("captions", "source_lines", "disclaimers", "bylines", "boilerplate")

OPENED = {
    "colon": ("source_lines", "Source: the ministry", "the ministry"),
    "wide colon": ("source_lines", "Source： the ministry", "the ministry"),
    "brackets": ("captions", "(Image caption: the port)", "the port)"),
    "capitals": ("boilerplate", "READ MORE: the port", "the port"),
    "curly apostrophe": ("disclaimers", "The author’s views differ", "differ"),
    "name": ("bylines", "By The Desk", "The Desk"),
    "longest": ("source_lines", "Original article: x", "x"),
}


@pytest.mark.parametrize(("kind", "paragraph", "rest"), OPENED.values(), ids=OPENED)
def test_an_opener_ends_where_its_message_begins(kind: str, paragraph: str, rest: str) -> None:
    opening = openers(kind, "en").open(paragraph)
    assert opening is not None
    assert paragraph[opening.end :].strip() == rest


@pytest.mark.parametrize(
    ("kind", "paragraph"),
    [
        ("source_lines", "Source code leaked"),
        ("bylines", "By the river"),
        ("boilerplate", "Read more about it"),
        ("captions", "Photography"),
        ("captions", "The (image caption: x"),
    ],
)
def test_words_that_only_begin_alike_open_nothing(kind: str, paragraph: str) -> None:
    assert openers(kind, "en").open(paragraph) is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_language_without_the_file_has_no_openers(kind: str) -> None:
    assert openers(kind, "xx").open("Source: By Read more") is None


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_opens_what_it_lists(kind: str) -> None:
    table = openers(kind, "en")
    follower = {"colon": ": X", "any": " x", "end": "", "name": " Xyz"}
    for words, row in table.by_words.items():
        assert table.open(words + follower[row["then"]]) is not None, words
