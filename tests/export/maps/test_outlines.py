from importlib import resources

import pytest

from furphy.export.maps.outlines import Layer, Outline, outlines


def holds(ring: Outline, lat: float, lon: float) -> bool:
    """Tell whether a point lies in a ring, by how often a ray to the east meets it."""
    inside = False
    ends = zip(ring.lons, ring.lats, strict=True)
    last = ring.lons[-1], ring.lats[-1]
    for x, y in ends:
        if (y > lat) != (last[1] > lat) and lon < (last[0] - x) * (lat - y) / (last[1] - y) + x:
            inside = not inside
        last = x, y
    return inside


PLACES = [
    pytest.param(50.45, 30.52, True, id="Kyiv"),
    pytest.param(66.0, 179.0, True, id="Chukotka west of the date line"),
    pytest.param(66.5, -175.0, True, id="Chukotka east of it"),
    pytest.param(-88.0, 40.0, True, id="Antarctica"),
    pytest.param(42.5, 51.0, False, id="Caspian Sea"),
    pytest.param(30.0, -40.0, False, id="Atlantic"),
    pytest.param(-17.0, -100.0, False, id="Pacific, at Fiji's latitude"),
]


@pytest.mark.parametrize("small", [True, False], ids=["small", "large"])
@pytest.mark.parametrize(("lat", "lon", "is_land"), PLACES)
def test_land_is_land(lat: float, lon: float, is_land: bool, small: bool) -> None:
    rings = [ring for ring, _ in outlines(small=small)[Layer.LAND]]
    met = sum(holds(ring, lat, lon + turn) for ring in rings for turn in (-360, 0, 360))
    assert bool(met % 2) is is_land


@pytest.mark.parametrize("small", [True, False], ids=["small", "large"])
def test_every_layer_is_there_and_no_step_is_a_jump(small: bool) -> None:
    drawn = outlines(small=small)
    assert set(drawn) == set(Layer)
    for line, (west, south, east, north) in (each for layer in drawn.values() for each in layer):
        assert -180.1 <= west <= east <= 540
        assert -90.1 <= south <= north <= 90.1
        steps = zip(line.lons, line.lons[1:], line.lats[1:], strict=False)
        assert all(abs(to - one) < 20 or lat < -89 for one, to, lat in steps)


def test_the_outlines_weigh_little() -> None:
    assets = resources.files("furphy.export").joinpath("assets")
    assert len(assets.joinpath("outlines.bin").read_bytes()) < 400_000
