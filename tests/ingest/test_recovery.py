from furphy.ingest.layout import Shown
from furphy.ingest.recovery import recovered
from furphy.model.document import SegmentKind

LONG = "words enough to make a paragraph that nobody would take for a label on a page of any sort"


def block(words: str, place: str = "p in story", kind: SegmentKind | None = None) -> Shown:
    return Shown(words, kind, place)


KEPT = [f"Number {n}: {LONG}" for n in ("one", "two", "three", "four")]
MAIN = [(words, None) for words in KEPT]


def test_a_paragraph_among_its_like_is_put_back() -> None:
    dropped = f"Dropped: {LONG}"
    blocks = [block(words) for words in (*KEPT[:2], dropped, *KEPT[2:])]
    assert [words for words, _ in recovered(MAIN, blocks)] == [*KEPT[:2], dropped, *KEPT[2:]]


def test_what_stands_before_and_after_is_put_back_too() -> None:
    first, last = f"First: {LONG}", f"Last: {LONG}"
    blocks = [block(words) for words in (first, *KEPT, last)]
    assert [words for words, _ in recovered(MAIN, blocks)] == [first, *KEPT, last]


def test_a_paragraph_from_elsewhere_stays_out() -> None:
    blocks = [*map(block, KEPT), block(f"Comment: {LONG}", "p in comments")]
    assert recovered(MAIN, blocks) == MAIN


def test_captions_and_quotations_are_put_back_between_paragraphs_alone() -> None:
    caption = block("Smoke over the port on Sunday, seen from afar", "c", SegmentKind.CAPTION)
    quoted = block("We saw it.", "q", SegmentKind.QUOTATION)
    inside = [block(KEPT[0]), caption, quoted, *map(block, KEPT[1:])]
    assert recovered(MAIN, inside)[1:3] == [caption.part, quoted.part]
    assert recovered(MAIN, [caption, *map(block, KEPT), quoted]) == MAIN


def test_a_caption_that_only_names_a_photographer_stays_out() -> None:
    credit = block("Photo: Agency", "c", SegmentKind.CAPTION)
    assert recovered(MAIN, [block(KEPT[0]), credit, *map(block, KEPT[1:])]) == MAIN


def test_what_is_there_already_is_not_put_back() -> None:
    again = block(f"one: {LONG}", "q", SegmentKind.QUOTATION)
    assert recovered(MAIN, [block(KEPT[0]), again, *map(block, KEPT[1:])]) == MAIN


def test_a_page_that_has_nothing_in_common_changes_nothing() -> None:
    assert recovered(MAIN, [block("Other")]) == MAIN
