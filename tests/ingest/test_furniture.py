from furphy.ingest.body import Part
from furphy.ingest.furniture import set_apart, titled
from furphy.model.document import SegmentKind

LONG = (
    "A fire broke out at the river port on Sunday, the administration said, and burned all night."
)
PROSE: list[Part] = [(LONG, None)] * 6
RELATED = "Another fire at another port"


def apart(found: list[Part], links: set[str] | None = None) -> list[str]:
    marked = set_apart(found, links or set(), {"https://weekly.example/1"})
    return [words for words, kind in marked if kind is SegmentKind.BOILERPLATE]


def test_a_link_between_paragraphs_is_no_paragraph() -> None:
    assert apart([*PROSE, (RELATED, None), *PROSE], {RELATED}) == [RELATED]


def test_links_stay_where_they_are_what_the_page_is_for() -> None:
    assert apart([(LONG, None), (RELATED, None), (RELATED, None)], {RELATED}) == []


def test_a_short_link_may_be_the_author_s() -> None:
    assert apart([*PROSE, ("the report", None), *PROSE], {"the report"}) == []


def test_machine_marks_are_set_apart() -> None:
    marks = ["https://weekly.example/1", "https://a.example/x.jpg?w=2", "2019-11-19T08:57:40+01:00"]
    assert apart([*PROSE, *((mark, None) for mark in marks), *PROSE]) == marks


def test_another_page_s_address_is_the_author_s() -> None:
    assert apart([*PROSE, ("https://a.example/report", None), *PROSE]) == []


def test_a_heading_with_nothing_under_it_is_set_apart() -> None:
    heading: Part = ("More from us", SegmentKind.HEADING)
    assert apart([heading, *PROSE, heading, heading]) == ["More from us"] * 2


def test_headings_alone_stay() -> None:
    assert apart([("Fire", SegmentKind.HEADING)]) == []


def test_the_title_stands_once() -> None:
    heading = SegmentKind.HEADING
    found: list[Part] = [("FIRE AT THE PORT", heading), *PROSE, ("Fire at the port!", heading)]
    assert titled(found, "Fire at the port") == [("Fire at the port", SegmentKind.TITLE), *PROSE]
    assert titled(found, None) == found
