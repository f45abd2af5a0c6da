from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened import document, outline

from furphy.errors import UnreadableDocument
from furphy.ingest import Capture
from furphy.ingest.markdown import read_markdown

REPORT = """---
title: Depot fire
date: 2024-03-03
author: "The desk"
---
# Depot fire

**KYIV, March 3 (Agency)** — A fire *broke out* at
the [river port](https://x.example/a), `it` said\\*.

Background
----------

> We saw two drones.
> Then smoke.

- one item
- another
  wrapped item
1. first

![A tank on a road](x.jpg)

***

```
not # a heading
```

Original article: [here](https://orig.example/1)
"""


def test_marks_become_kinds_and_go() -> None:
    found = document(REPORT)
    assert outline(found.text, found.segments) == [
        "title: Depot fire",
        "dateline: KYIV, March 3 (Agency) —",
        "paragraph: A fire broke out at the river port, it said*.",
        "heading: Background",
        "quotation: We saw two drones. Then smoke.",
        "list-item: one item",
        "list-item: another wrapped item",
        "list-item: 1. first",
        "caption: A tank on a road",
        "paragraph: not # a heading",
        "source-line: Original article: here",
    ]


def test_the_head_tells_title_author_and_date() -> None:
    found = document(REPORT)
    assert (found.title, found.author) == ("Depot fire", "The desk")
    assert found.published is not None
    assert found.published.start == "2024-03-03"


def test_a_link_of_a_source_line_is_where_the_text_comes_from() -> None:
    assert [each.target for each in document(REPORT).derived_from] == ["https://orig.example/1"]


def test_the_first_heading_is_the_title() -> None:
    found = document("## Fire at the port\n\nIt broke out today.\n\n## Later\n\nIt was out.")
    assert (found.title, [str(each.kind) for each in found.segments]) == (
        "Fire at the port",
        ["title", "paragraph", "heading", "paragraph"],
    )


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("snake_case_word and 2*3*4", "snake_case_word and 2*3*4"),
        ("__bold__ and _soft_", "bold and soft"),
        ("<https://a.example/>", "https://a.example/"),
        ("a \\# b", "a # b"),
    ],
)
def test_only_marks_go(written: str, plain: str) -> None:
    assert document(f"# Head\n\n{written}").text == f"Head\n\n{plain}"


def test_marks_alone_are_no_text() -> None:
    with pytest.raises(UnreadableDocument, match="no words"):
        read_markdown(Capture("x.md", b"# \n\n***\n\n> \n# \n"))


@given(st.text("#>*-_`[]()!\\ \nab1.", max_size=80))
def test_any_markdown_is_read_wholly(written: str) -> None:
    found = read_markdown(Capture("x.md", f"# Head\n\nwords\n\n{written}".encode()))
    spans = [each.span for each in found.segments]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join(span.of(found.text) for span in spans).split() != []
