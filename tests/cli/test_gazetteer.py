import csv
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from gazetteer.gazetteers import record
from shell import ENVIRONMENT

from furphy.cli.exit import Exit
from furphy.cli.gazetteer import command
from furphy.gazetteer import shelf, writer
from furphy.gazetteer.index import Gazetteer

ROW = "{}\t{}\t{}\tТестове\t{}\t35.8\tP\tPPL\tUA\t\t26\t\t\t\t0\t\t\tEurope/Kyiv\t2024-01-01\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    packaged = tmp_path / "packaged.sqlite"
    writer.write(packaged, "furphy", "1", [record("1", "Kyiv", (50.45, 30.52))])
    monkeypatch.setattr(shelf, "PACKAGED", packaged)
    monkeypatch.setenv("FURPHY_HOME", str(tmp_path))
    return tmp_path / "gazetteers"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, list(map(str, arguments)), standalone_mode=False)


def ids(name: str) -> list[str]:
    return [each.place.id for each in shelf.default().named(name)]


def table(path: Path, *lines: str) -> Path:
    path.write_text("name,lat,lon,id\n" + "".join(f"{line}\n" for line in lines))
    return path


def test_a_list_is_added_shown_replaced_and_removed(tmp_path: Path, home: Path) -> None:
    path = table(tmp_path / "posts.csv", "Post 7,47.5,35.7,p7")
    assert run("add", "csv", path).stdout == "posts: 1 places, 0 rows refused\n"
    assert ids("Post 7") == ["p7"]
    (line,) = run("list").stdout.splitlines()
    assert line.startswith("posts ")
    assert line.endswith(f"\t{home / 'posts.sqlite'}")
    run("add", "csv", table(tmp_path / "others.csv", "Post 8,47.5,35.7,p8"), "--name", "posts")
    assert (ids("Post 7"), ids("Post 8")) == ([], ["p8"])
    assert run("remove", "posts").return_value == Exit.ALL_READ
    assert run("list").stdout == ""


def test_broken_rows_are_told_by_number_and_counted_and_the_rest_is_loaded(tmp_path: Path) -> None:
    good = [ROW.format(n, f"P{n}", f"P{n}", "47.6") for n in range(1, 4)]
    bad = [ROW.format(n, f"P{n}", f"P{n}", "147.6") for n in range(4, 20)]
    path, refused = tmp_path / "UA.txt", tmp_path / "refused.csv"
    path.write_text("".join([good[0], *bad, *good[1:]]))
    found = run("add", "geonames", path, "--refused", refused)
    assert found.return_value == Exit.SOME_FAILED
    assert found.stdout == "UA: 3 places, 16 rows refused\n"
    assert found.stderr.splitlines()[0].startswith("furphy: row 2: latitude 147.6 is not within")
    assert len(found.stderr.splitlines()) == 10
    with refused.open(newline="") as file:
        assert [row[0] for row in csv.reader(file)] == ["row", *map(str, range(2, 18))]


@pytest.mark.parametrize(
    ("form", "text", "complaint"),
    [
        pytest.param("geonames", "name,lat\n", "is no dump of GeoNames", id="no-dump"),
        pytest.param("csv", "a,b\n", "no column lat, lon, name", id="no-columns"),
        pytest.param("csv", "name,lat,lon\n", "holds no usable row", id="no-rows"),
        pytest.param("csv", "name,lat,lon\nX,95,1\n", "all 1 rows refused", id="none-usable"),
        pytest.param("geojson", "<html>", "no GeoJSON", id="html"),
    ],
)
def test_a_file_of_another_form_is_told_and_the_old_list_stays(
    tmp_path: Path, form: str, text: str, complaint: str
) -> None:
    run("add", "csv", table(tmp_path / "posts.csv", "Post 7,47.5,35.7,p7"))
    (tmp_path / "new").write_text(text)
    found = run("add", form, tmp_path / "new", "--name", "posts")
    assert found.return_value == Exit.NOTHING_READ
    assert complaint in found.stderr
    assert ids("Post 7") == ["p7"]


def test_what_cannot_be_opened_or_named_or_removed_is_told(tmp_path: Path) -> None:
    assert "No such file" in run("add", "csv", tmp_path / "none.csv").stderr
    assert "cannot name a list" in run("add", "csv", tmp_path / "x.csv", "--name", "../x").stderr
    assert "there is no list 'none'" in run("remove", "none").stderr


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, home: Path) -> None:
    home.write_text("a file where the folder should be")
    found = run("add", "csv", table(tmp_path / "posts.csv", "Post 7,47.5,35.7,p7"))
    assert found.return_value == Exit.NOTHING_READ
    assert "cannot be written to" in found.stderr


def test_a_full_disk_is_told_and_the_old_list_stays(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(tmp_path / "posts.csv", "Post 7,47.5,35.7,p7")
    run("add", "csv", path)

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(writer, "write", full)
    assert "disk is full" in run("add", "csv", path).stderr
    assert [each.name for each in home.iterdir()] == ["posts.sqlite"]
    assert ids("Post 7") == ["p7"]


def test_a_killed_build_leaves_the_old_list_and_the_next_one_clears_up(
    tmp_path: Path, home: Path
) -> None:
    run("add", "csv", table(tmp_path / "posts.csv", "Post 7,47.5,35.7,p7"))
    many = table(tmp_path / "many.csv", *(f"Post {n},47.5,35.7,q{n}" for n in range(200_000)))
    building = subprocess.Popen(  # noqa: S603 (a program of ours)
        [sys.executable, "-m", "furphy", "gazetteer", "add", "csv", many, "--name", "posts"],
        env=ENVIRONMENT | {"FURPHY_HOME": str(tmp_path)},
        stdout=subprocess.DEVNULL,
    )
    waited = time.monotonic() + 30
    while not list(home.glob(".posts.sqlite.*")) and time.monotonic() < waited:
        time.sleep(0.01)
    os.kill(building.pid, signal.SIGKILL)
    building.wait()
    assert list(home.glob(".posts.sqlite.*"))
    with_old = Gazetteer([home / "posts.sqlite"])
    assert [each.place.id for each in with_old.named("Post 7")] == ["p7"]
    run("add", "csv", table(tmp_path / "again.csv", "Post 9,47.5,35.7,p9"), "--name", "posts")
    assert [each.name for each in home.iterdir()] == ["posts.sqlite"]
