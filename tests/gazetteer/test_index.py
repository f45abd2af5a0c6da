import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from gazetteer.gazetteers import gazetteer, record

from furphy.errors import InputError
from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.record import Name, Record
from furphy.gazetteer.writer import write
from furphy.model.place import Place, PlaceKind

KYIV = record("kyiv", "Kyiv | Київ | Киев | 基輔", (50.45, 30.52), population=2_950_000)
PARIS = record("paris", "Paris | Париж", (48.85, 2.35), "FR", 2_100_000)
TEXAS = record("texas", "Paris", (33.66, -95.56), "US", 24_000)
FIJI_EAST = record("taveuni", "Taveuni", (-16.85, 179.97), "FJ")
FIJI_WEST = record("rabi", "Rabi", (-16.5, -179.95), "FJ")
UKRAINE = Place("test", "ua", "Ukraine", 49, 32, PlaceKind.COUNTRY, 600, "UA", ("UA",), 40_000_000)
DNIPRO = Place("test", "dnipro", "Dnipro", 48.5, 35.0, PlaceKind.RIVER, 900.0)
COURSE = ((55.9, 33.7), (50.45, 30.52), (46.5, 32.3))


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    country = Record(UKRAINE, (Name("Ukraine"), Name("Україна"), Name("Ukrainian", weight=0.4)))
    river = Record(DNIPRO, (Name("Dnipro"),), COURSE)
    settled = [TEXAS, KYIV, PARIS, FIJI_EAST, FIJI_WEST]
    own = [record("mine", "Paris", (1.0, 1.0), population=3_000_000), KYIV]
    return gazetteer(tmp_path_factory.mktemp("index"), [*settled, country, river], own)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        pytest.param("KYIV", ["kyiv"], id="any case, once from two files"),
        pytest.param("基輔", ["kyiv"], id="any script"),
        pytest.param("paris", ["mine", "paris", "texas"], id="most populous first, all files"),
        pytest.param("Nowhere", [], id="unknown"),
        pytest.param("", [], id="nothing"),
        pytest.param("'; DROP TABLE names", [], id="hostile"),
    ],
)
def test_named(world: Gazetteer, name: str, ids: list[str]) -> None:
    assert [each.place.id for each in world.named(name)] == ids


def test_the_score_is_the_weight_of_the_form(world: Gazetteer) -> None:
    (demonym,) = world.named("ukrainian")
    assert (demonym.name, demonym.score, demonym.place) == ("Ukrainian", 0.4, UKRAINE)


@pytest.mark.parametrize(
    ("point", "km", "ids"),
    [
        pytest.param((50.4, 30.5), 10, ["kyiv"], id="a circle"),
        pytest.param((-16.7, 180.0), 60, ["taveuni", "rabi"], id="across the date line"),
        pytest.param((-16.7, -179.99), 60, ["taveuni", "rabi"], id="from its other side"),
        pytest.param((90.0, 0.0), 4500, ["kyiv"], id="around a pole"),
        pytest.param((0.0, -30.0), 100, [], id="open sea"),
    ],
)
def test_near(world: Gazetteer, point: tuple[float, float], km: float, ids: list[str]) -> None:
    found = world.near(*point, km, frozenset({PlaceKind.CITY}))
    assert [each.id for each in found if each.country in {"UA", "FJ"}][: len(ids) or 1] == ids


def test_near_keeps_all_kinds_unless_told(world: Gazetteer) -> None:
    assert {each.id for each in world.near(48.7, 33.5, 200)} == {"ua", "dnipro"}


def test_division(world: Gazetteer) -> None:
    assert world.division("UA") == UKRAINE
    assert world.division("XX") is None


def test_course(world: Gazetteer) -> None:
    assert world.course(DNIPRO) == COURSE
    assert world.course(UKRAINE) == ()


def test_versions(world: Gazetteer) -> None:
    assert world.versions == ("test0 1", "test1 1")


def test_threads_share_a_gazetteer(world: Gazetteer) -> None:
    found: list[int] = []
    work: Callable[[], None] = lambda: found.append(len(world.named("Paris")))  # noqa: E731 - typed so, it returns what nobody needs
    threads = [threading.Thread(target=work) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == [3, 3, 3, 3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
def test_a_fork_uses_the_gazetteer_of_its_parent(world: Gazetteer) -> None:
    child = os.fork()
    if not child:
        os._exit(len(world.named("Paris")))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3


@pytest.mark.parametrize("content", [None, b"", b"no database", b"SQLite format 3\0" + b"\0" * 99])
def test_what_is_no_index_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "places.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=r"places\.sqlite"):
        Gazetteer([path])


def test_a_failed_build_leaves_the_old_index(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    write(path, "test", "1", [KYIV])
    with pytest.raises(ValueError, match="no name"):
        write(path, "test", "2", [Record(UKRAINE, ())])
    assert Gazetteer([path]).versions == ("test 1",)
    assert [each.name for each in tmp_path.iterdir()] == ["places.sqlite"]
