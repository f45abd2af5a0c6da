import os
from pathlib import Path

import pytest
from gazetteer.gazetteers import record

from furphy.errors import InputError
from furphy.gazetteer import shelf
from furphy.gazetteer.writer import write


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FURPHY_HOME", str(tmp_path))
    monkeypatch.setattr(shelf, "PACKAGED", tmp_path / "places.sqlite")
    return tmp_path / "gazetteers"


def test_the_users_lists_are_searched_with_the_packaged_one(home: Path) -> None:
    write(shelf.PACKAGED, "furphy", "1", [record("1", "Kyiv", (50.45, 30.52))])
    write(home / "mine.sqlite", "mine", "2", [record("2", "Post 7", (47.5, 35.7))])
    both = shelf.default()
    assert both.versions == ("mine 2", "furphy 1")
    assert [each.place.id for name in ("Kyiv", "Post 7") for each in both.named(name)] == ["1", "2"]
    assert shelf.packaged().versions == ("furphy 1",)


def test_a_place_in_both_is_where_the_user_says(home: Path) -> None:
    write(shelf.PACKAGED, "furphy", "1", [record("1", "Kyiv", (50.0, 30.0))])
    write(home / "mine.sqlite", "mine", "2", [record("1", "Kyiv", (50.45, 30.52))])
    (found,) = shelf.default().named("Kyiv")
    assert (found.place.lat, found.place.lon) == (50.45, 30.52)


@pytest.mark.usefixtures("home")
def test_without_the_packaged_one_it_says_what_to_do() -> None:
    with pytest.raises(InputError, match=r"places.sqlite is missing: install furphy again"):
        shelf.default()


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "x" * 65, "a\0"])
def test_a_name_that_is_no_file_everywhere_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="cannot name a list"):
        shelf.own().path(name)


def test_what_a_dead_process_left_is_swept_and_what_a_living_one_writes_is_not(home: Path) -> None:
    home.mkdir()
    alive, dead, other = (
        home / name
        for name in (f".mine.sqlite.{os.getpid()}", ".mine.sqlite.999999999", ".yours.sqlite.9")
    )
    for path in (alive, dead, other):
        path.touch()
    shelf.own().sweep("mine")
    assert [path.exists() for path in (alive, dead, other)] == [True, False, True]
    assert shelf.own().lists() == ()
