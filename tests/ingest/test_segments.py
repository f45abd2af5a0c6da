import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened import outline

from furphy.ingest.segments import segmented

PORTAL = """The explosion at the depot, what is known
(Image caption: the depot after the fire)
On the morning of March 3 the depot burned for three hours. (Message from the Blue channel)
1. The regional administration said that nobody was hurt.
2. A battalion spokesman said two drones were shot down.
What does this mean? It may mean that the front is moving.
Source: Blue channel
Original article: https://blue.example/post/12
Disclaimer: This article represents only the author's personal views."""

WIRE = """BRIDGE REOPENS AFTER SHELLING

By a staff correspondent in Kherson

KHERSON, Ukraine, March 3 (Agency) -- The bridge over the river reopened on Sunday, the
regional administration said, two days after shelling damaged it.

"Traffic is limited to cars," a spokesman said.

Background

The bridge was built in 1985.

(Reporting by the Kherson bureau; Editing by the desk)"""

POST = """⚡️Explosions in the city — mayor

Forwarded from River Channel

🔹 Two drones were shot down over the suburbs
🔹 One fell on a warehouse

“We are checking the information.”

👉 Subscribe to the channel"""

OUTLINES = {
    "machine-translated portal": (
        PORTAL,
        "title caption paragraph list-item list-item paragraph source-line source-line disclaimer",
    ),
    "wire story": (
        WIRE,
        "title byline dateline paragraph paragraph heading paragraph source-line",
    ),
    "channel post": (
        POST,
        "title source-line list-item list-item quotation boilerplate",
    ),
    "one paragraph": ("Three drones fell on the town, officials said.", "paragraph"),
    "one line": ("Three drones", "paragraph"),
    "blanks": (" \n\t\n", ""),
    "lines without blanks": ("Officials met.\nThey said so.\nThey left.", "paragraph " * 3),
}


@pytest.mark.parametrize(("text", "kinds"), OUTLINES.values(), ids=OUTLINES)
def test_texts_of_each_sort_fall_into_their_parts(text: str, kinds: str) -> None:
    assert [str(each.kind) for each in segmented(text)] == kinds.split()


ALONE = {
    "(Image caption: the depot)": "caption",
    "Photo: Agency": "caption",
    "Photography is forbidden here.": "paragraph",
    "Source: the ministry": "source-line",
    "Source code was leaked by the group.": "paragraph",
    "— Original article: https://a.example/1": "source-line",
    "This story was first published by the Blue channel": "source-line",
    "Disclaimer: not advice.": "disclaimer",
    "The views expressed here are the author's.": "disclaimer",
    "The views from the hill were wide.": "paragraph",
    "READ MORE: Another fire": "boilerplate",
    "Read more about it on page three of the report.": "paragraph",
    "Subscribe to our newsletter for more": "boilerplate",
    "• one item of several": "list-item",
    "(3) the third demand": "list-item",
    "a) the first demand": "list-item",
    "2. The second demand": "list-item",
    "2.5 million people fled.": "paragraph",
    "① the first demand": "list-item",
    "“We saw two drones.”": "quotation",
    "“We saw two drones,” he said.": "paragraph",
    "“One.” “Two.”": "paragraph",
    "March 3, 2024, 10:15": "dateline",
    "3 March 2024": "dateline",
    "March was cold.": "paragraph",
    "By the river, three houses burned.": "paragraph",
}


@pytest.mark.parametrize(("paragraph", "kind"), ALONE.items())
def test_a_paragraph_is_told_by_its_words(paragraph: str, kind: str) -> None:
    text = f"Officials met in the town today.\n\nThey said so.\n\n{paragraph}\n\nThen they left."
    assert f"{kind}: {paragraph}" in outline(text, segmented(text))


DATELINES = {
    "KYIV, March 3 (Agency) —": "A fire broke out.",
    "KYIV (Agency) -": "A fire broke out.",
    "BEIRUT, Lebanon —": "A fire broke out.",
    "Beirut, March 3 (Agency) –": "A fire broke out.",
    "(Agency) —": "The state said so.",
    "LOS ANGELES, Sept. 28 (UPI) —": "A fire broke out.",
    "FAIRVIEW, W.Va. -": "A fire broke out.",
    "MOSCOW, March 3. /AGENCY/.": "A fire broke out.",
    "KHERSON —": "“We heard it,” a man said.",
}


@pytest.mark.parametrize(("dateline", "rest"), DATELINES.items())
def test_a_dateline_is_cut_off_its_paragraph(dateline: str, rest: str) -> None:
    text = f"{dateline} {rest}"
    assert outline(text, segmented(text)) == [f"dateline: {dateline}", f"paragraph: {rest}"]


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING — Three drones fell.",
        "NATO — the alliance of the west — met.",
        "The mayor — a former officer — said so.",
        "He said - and I quote - nothing.",
        "Kyiv has been hit — Officials say so.",
        "UPDATE - Three drones fell.",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert outline(text, segmented(text)) == [f"paragraph: {text}"]


TITLES = {
    "line of its own": ("Dam broke\n\nIt broke today.", "Dam broke", "Dam broke"),
    "with a full stop": ("Dam broke.\n\nIt broke today.", "Dam broke", "Dam broke."),
    "other quotation marks": ("“Dam” broke\nIt did.", '"Dam" broke', "“Dam” broke"),
    "over two lines": ("Dam broke;\nmany fled.\n\nIt did.", "Dam broke; many fled", None),
    "before the text on one line": ("Dam broke. It did today.", "Dam broke", "Dam broke."),
    "the text only begins alike": ("Dam broke today at noon.", "Dam broke", ""),
    "not in the text": ("It broke today.", "Dam broke", ""),
}


@pytest.mark.parametrize(("text", "title", "expected"), TITLES.values(), ids=TITLES)
def test_a_given_title_is_found_at_the_head(text: str, title: str, expected: str | None) -> None:
    shown = [each for each in outline(text, segmented(text, title)) if each.startswith("title")]
    wanted = "Dam broke;\nmany fled." if expected is None else expected
    assert shown == ([f"title: {wanted}"] if wanted else [])


WRAPPED = """The bridge over the river was reopened on Sunday after two
days of repairs, the regional administration said in a
statement that was sent to the agency.
Traffic is limited to cars for now."""


def test_lines_that_a_machine_broke_are_one_paragraph() -> None:
    assert [str(each.kind) for each in segmented(WRAPPED)] == ["paragraph", "paragraph"]


WORDS = ("Source: ", "By ", "\n\n", *"ab AB.,:;—-“”\"'()\n\t•1é中\u200b\u202e")
marks = st.sampled_from(WORDS)


@given(st.lists(marks, max_size=60).map("".join), st.none() | st.text("abAB ", max_size=6))
def test_segments_hold_all_that_shows_in_order(text: str, title: str | None) -> None:
    segments = segmented(text, title)
    at, left = 0, ""
    for each in segments:
        assert at <= each.span.start < each.span.end
        left += text[at : each.span.start]
        at = each.span.end
    assert not (left + text[at:]).strip()


@pytest.mark.parametrize(
    "text",
    ["“" * 100_000, "KYIV " * 20_000, "a" + " " * 200_000 + "b", "(" * 100_000, ". " * 50_000,
     "Share" + "!" * 100_000, "— " * 50_000, "1. " * 50_000],
    ids=["quotes", "capitals", "blanks", "brackets", "stops", "marks", "dashes", "numbers"],
)  # fmt: skip
def test_long_runs_are_read_in_one_go(text: str) -> None:
    assert len(segmented(text)) <= 2
