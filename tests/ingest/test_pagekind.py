import pytest
from lxml.html import document_fromstring

from furphy.ingest.body import Part
from furphy.ingest.pagekind import is_better_whole

LONG = "A fire broke out at the river port on Sunday, and officials said that nobody was hurt, "
PROSE: list[Part] = [(LONG * 3, None)]
LABELS: list[Part] = [("Fire", None), ("Port", None)]
MUCH: list[Part] = [(LONG, None)] * 40

ARTICLE = '<meta property="og:type" content="article">'
THREAD = '<script type="application/ld+json">{"@type": "DiscussionForumPosting"}</script>'
PRODUCT = '<script type="application/ld+json">{"@type": ["Product"]}</script>'

CASES = {
    "prose is enough": ("", None, PROSE, MUCH, False),
    "labels are not": ("", None, LABELS, MUCH, True),
    "nor on an article": (ARTICLE, None, LABELS, MUCH, True),
    "an article's half is": (ARTICLE, None, [*LABELS * 60, *PROSE], MUCH, False),
    "a thread by its markup": (THREAD, None, PROSE, MUCH, True),
    "a thread by its address": ("", "https://forum.example/t/12", PROSE, MUCH, True),
    "a product": (PRODUCT, None, LABELS, MUCH, False),
    "nothing more on the page": (THREAD, None, PROSE, LABELS, False),
}


@pytest.mark.parametrize(("head", "url", "main", "whole", "expected"), CASES.values(), ids=CASES)
def test_a_page_is_taken_whole_where_its_main_text_misses_the_point(
    head: str, url: str | None, main: list[Part], whole: list[Part], expected: bool
) -> None:
    tree = document_fromstring(f"<html><head>{head}</head><body><p>x</p></body></html>")
    assert is_better_whole(tree, url, main, whole) is expected
