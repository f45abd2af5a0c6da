from hypothesis import given
from hypothesis import strategies as st

from furphy.export.maps.labels import Box, Label, Sheet, width
from furphy.export.maps.view import WIDTH

spots = st.tuples(st.floats(0, WIDTH), st.floats(0, 300), st.text("abc", min_size=1, max_size=20))


def box(label: Label) -> Box:
    """Return what letters cover, told from their anchor alone."""
    wide = width(label.text)
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return Box(left + 0.2, label.y - 9, left + wide - 0.2, label.y - 1)


@given(st.lists(spots, max_size=12))
def test_no_label_covers_another_or_leaves_the_map(found: list[tuple[float, float, str]]) -> None:
    sheet = Sheet(300.0)
    set_down = [box(each) for x, y, text in found if (each := sheet.label((text,), x, y))]
    for number, one in enumerate(set_down):
        assert one.left >= 0
        assert one.right <= WIDTH
        assert not any(one.meets(other) for other in set_down[number + 1 :])


def test_the_first_has_the_place_to_the_right() -> None:
    label = Sheet(300.0).label(("1 Orikhiv",), 100.0, 100.0)
    assert label is not None
    assert (label.anchor, label.text) == ("start", "1 Orikhiv")


def test_at_the_right_edge_letters_go_to_the_left() -> None:
    label = Sheet(300.0).label(("1 Orikhiv",), WIDTH - 10, 100.0)
    assert label is not None
    assert label.anchor == "end"


def test_without_room_for_the_name_the_number_is_left_and_then_nothing() -> None:
    walled = [Box(0, 0, 480, 90), Box(0, 110, 480, 300), Box(0, 0, 90, 300), Box(125, 0, 480, 300)]
    label = Sheet(300.0, walled).label(("1 A rather long name", "1"), 100.0, 100.0)
    assert label is not None
    assert label.text == "1"
    assert Sheet(300.0, [Box(0, 0, WIDTH, 300)]).label(("1",), 100.0, 100.0) is None


def test_letters_of_full_width_take_more_room() -> None:
    assert width("東京") > width("ab")
