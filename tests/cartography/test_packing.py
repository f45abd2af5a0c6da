import json
import zlib
from array import array

import pytest

from cartography.outlines import contested, inner_points, may_be_named, packed, unrolled

SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]


def test_a_line_over_the_date_line_counts_on() -> None:
    assert unrolled([(179.0, 60.0), (-179.0, 61.0)]) == [(179.0, 60.0), (181.0, 61.0)]


def test_a_line_never_begins_more_than_a_turn_from_greenwich() -> None:
    assert unrolled([(-179.0, 60.0), (179.0, 61.0)]) == [(181.0, 60.0), (179.0, 61.0)]


def test_a_ring_round_the_pole_is_closed_over_it() -> None:
    ring = unrolled([(-180.0, -70.0), (-60.0, -70.0), (60.0, -70.0), (180.0, -70.0)])
    assert {(x, y) for x, y in ring if y == -90.0} == {(-180, -90), (0, -90), (180, -90)}
    assert ring[-1] == ring[0]


def test_a_border_is_cut_where_it_begins_to_be_contested() -> None:
    perekop = [(34.0, 46.0), (35.0, 46.0), (36.0, 47.0), (37.0, 48.0)]
    assert [*contested("Russia|Ukraine", perekop)] == [(True, perekop[:3]), (False, perekop[2:])]
    assert [*contested("Belarus|Ukraine", perekop)] == [(False, perekop)]
    assert [*contested("Kosovo|Serbia", perekop)] == [(True, perekop)]


def test_names_stand_within_their_land() -> None:
    hole = [(x + 1.0, y + 1.0) for x, y in [(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)]]
    assert (2.0, 2.5) in [*inner_points([SQUARE])]
    assert (2.0, 2.5) not in [*inner_points([SQUARE, hole])]
    assert all(0 < x < 4 and 0 < y < 4 for x, y in inner_points([SQUARE]))


def test_a_small_country_has_one_point() -> None:
    assert len([*inner_points([[(x / 20, y / 20) for x, y in SQUARE]])]) == 1


@pytest.mark.parametrize(("lon", "lat", "may"), [(34.3, 45.2, False), (31.0, 49.0, True)])
def test_where_land_is_disputed_no_country_is_named(lon: float, lat: float, may: bool) -> None:
    assert may_be_named(lon, lat) is may


def test_equal_layers_give_equal_bytes_that_hold_them() -> None:
    layers, names = {"land": [SQUARE, [(1.0, 1.0), (1.0, 1.0)]]}, {"B": [(1.0, 2.0)], "A": []}
    file = packed(layers, names)
    assert file == packed(layers, names)
    head, _, body = zlib.decompress(file).partition(b"\n")
    assert json.loads(head) == {"sizes": {"land": [5], "names": [1]}, "names": ["B"]}
    assert len(array("h", body)) == 12
