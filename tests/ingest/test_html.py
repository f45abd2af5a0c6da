from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opened import codes, document, failure, outline
from webpage import PARAGRAPHS, page, story

from furphy.errors import InputError, TooLarge
from furphy.ingest import Capture, Failure, Limits, open_bytes
from furphy.ingest.html import read_html
from furphy.model.document import Basis, DerivationKind

META = """<meta property="og:site_name" content="The Weekly">
<meta name="author" content="The News Desk">
<link rel="canonical" href="https://weekly.example/2024/03/03/fire">
<meta property="article:published_time" content="2024-03-03T12:30:00+02:00">"""


def test_a_page_becomes_its_title_and_its_paragraphs() -> None:
    found = document(story())
    assert outline(found.text, found.segments) == [
        "title: Fire at the river port",
        *(f"paragraph: {words}" for words in PARAGRAPHS),
    ]
    assert found.text == "\n\n".join(["Fire at the river port", *PARAGRAPHS])


def test_a_page_says_who_wrote_it_where_and_when() -> None:
    found = document(story(head=META))
    assert (found.title, found.outlet, found.author, found.url, found.language) == (
        "Fire at the river port",
        "The Weekly",
        "The News Desk",
        "https://weekly.example/2024/03/03/fire",
        "en",
    )
    assert found.published is not None
    assert (found.published.start, found.published.end, found.published.basis) == (
        "2024-03-03T12:30:00+02:00",
        "2024-03-03T12:30:01+02:00",
        Basis.METADATA,
    )


EXTRAS = {
    "caption": (
        "<figure><figcaption>Smoke over the port on Sunday, seen from the bridge.</figure>",
        "caption: Smoke over the port on Sunday, seen from the bridge.",
    ),
    "quotation": (
        "<blockquote><p>We saw the smoke from the other bank of the river.</p></blockquote>",
        "quotation: We saw the smoke from the other bank of the river.",
    ),
    "quoted post": (
        '<blockquote class="twitter-tweet">Smoke over the port, we check.</blockquote>',
        "quotation: Smoke over the port, we check.",
    ),
    "list item": (
        "<ul><li>Two warehouses burned down in the night.</li><li>Nobody was hurt there.</li></ul>",
        "list-item: Two warehouses burned down in the night.",
    ),
    "heading": ("<h2>What is known about it</h2>", "heading: What is known about it"),
    "written-out caption": (
        "<p>(Image caption: the port after the fire, seen from the bridge)</p>",
        "caption: (Image caption: the port after the fire, seen from the bridge)",
    ),
    "source line": (
        "<p>Source: Regional administration</p>",
        "source-line: Source: Regional administration",
    ),
    "disclaimer": (
        "<p>Disclaimer: this article represents only its author's personal views.</p>",
        "disclaimer: Disclaimer: this article represents only its author's personal views.",
    ),
    "advertisement": (
        "<p>Subscribe to our newsletter today</p>",
        "boilerplate: Subscribe to our newsletter today",
    ),
    "dateline": (
        "<p>KYIV, March 3 (Agency) — The fire was the third at the port in as many weeks.</p>",
        "dateline: KYIV, March 3 (Agency) —",
    ),
}


@pytest.mark.parametrize(("markup", "segment"), EXTRAS.values(), ids=EXTRAS)
def test_what_stands_between_paragraphs_is_kept_by_its_kind(markup: str, segment: str) -> None:
    found = document(story(markup))
    assert segment in outline(found.text, found.segments)


def test_a_caption_stands_where_it_stood() -> None:
    found = document(story(EXTRAS["caption"][0]))
    assert [str(each.kind) for each in found.segments].index("caption") == 3


def test_an_original_article_is_what_the_page_derives_from() -> None:
    link = '<p>Original article: <a href="https://blue.example/12">The Blue channel</a></p>'
    [origin] = document(story(link)).derived_from
    assert (origin.kind, origin.target) == (DerivationKind.ORIGINAL, "https://blue.example/12")


def test_menus_scripts_and_footers_are_no_text() -> None:
    found = document(story('<script>var a = "<p>not text</p>"</script><style>p {}</style>'))
    for words in ("not text", "Home", "rights reserved", "p {}"):
        assert words not in found.text


def test_comments_are_no_text() -> None:
    comment = "<p>I was there and it was nothing like what they say in this article at all.</p>"
    markup = story().replace(
        "</main>", f'</main><div id="comments" class="comments">{comment}</div>'
    )
    assert "I was there" not in document(markup).text


def test_markup_in_a_title_is_text() -> None:
    found = document(story().replace("<h1>Fire", "<h1>&lt;script&gt;Fire"))
    assert found.title == "<script>Fire at the river port"
    assert found.text.startswith("<script>Fire at the river port\n")


BROKEN = {
    "unclosed": ("<html><body><p>Three drones fell on the town <b>on Sunday", []),
    "nested without end": (
        "<html><body>" + "<div>" * 20_000 + "<p>Three drones fell on the town on Sunday.",
        ["broken-markup"],
    ),
    "attributes without end": ("<p " + "a=b " * 20_000 + ">Three drones fell on Sunday.</p>", []),
    "entities": (
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>Three drones &a;</p>",
        [],
    ),
    "a NUL": ("<html><body><p>Three\x00 drones fell on Sunday.</p>", ["control-character"]),
    "quotation marks": (f"<html><body><p>Three drones {'“' * 100_000}</p>", []),
    "lists without end": (
        '<html><head><script type="application/ld+json">' + "[" * 50_000 + "</script></head>"
        "<body><p>Three drones fell on Sunday.</p>",
        [],
    ),
}


@pytest.mark.parametrize(("markup", "notes"), BROKEN.values(), ids=BROKEN)
def test_broken_markup_still_holds_its_words(markup: str, notes: list[str]) -> None:
    found = document(markup)
    assert "Three" in found.text
    assert "root:" not in found.text
    assert codes(found) == notes


def test_a_drawing_that_calls_itself_a_page_is_read() -> None:
    words = "The dam broke on Tuesday, the mayor said."
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{words}</text></svg>'
    capture = Capture("map.html", drawing.encode())
    assert words in read_html(capture, Limits()).text


def test_a_page_drawn_by_scripts_gives_its_description() -> None:
    head = '<meta name="description" content="A fire broke out at the river port on Sunday.">'
    found = document(f"<html><head>{head}</head><body><div id=app></div></body></html>")
    assert "A fire broke out" in found.text
    assert codes(found) == ["description-only"]


def test_a_page_without_words_is_unreadable() -> None:
    assert failure("<html><body><script>x()</script></body></html>", "a.html").reason == (
        "no text on the page; it may be drawn by a script"
    )


def test_the_header_s_charset_is_believed_before_the_page_s() -> None:
    markup = story().replace("Fire at", "Пожар").replace("<head>", '<head><meta charset="koi8-r">')
    data = markup.encode("cp1251")
    [found] = open_bytes(Capture("a", data, charset="windows-1251"))
    assert not isinstance(found, Failure)
    assert found.title == "Пожар the river port"


def test_a_huge_page_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(TooLarge, match="more than 100 bytes"):
        read_html(Capture("a", b"<p>" * 1_000), replace(Limits(), page=100))


def test_a_page_and_its_address_may_disagree() -> None:
    asked = "https://mirror.example/copy"
    [found] = open_bytes(Capture(asked, story(head=META).encode(), asked))
    assert not isinstance(found, Failure)
    assert (found.url, found.key) == (asked, asked)


TAGS = (
    "<p>|</p>|<div>|</div>|<b>|<table><tr><td>|<li>|<!--|-->|<h2>|<script>|</script>|<blockquote>|"
    "<figcaption>|words of the text |&amp;|\n"
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(TAGS.split("|")), max_size=30).map("".join))
def test_any_markup_gives_a_whole_document_or_a_reason(markup: str) -> None:
    try:
        found = read_html(Capture("a", page(markup).encode()), Limits())
    except InputError:
        return
    at = 0
    for each in found.segments:
        assert at <= each.span.start < each.span.end <= len(found.text)
        assert not found.text[at : each.span.start].strip()
        at = each.span.end
    assert not found.text[at:].strip()
