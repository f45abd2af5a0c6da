import csv
import io
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from furphy.errors import InputError
from furphy.export.records import Column, Holds, columns_of, line, record, write, write_parquet


@dataclass(frozen=True, slots=True)
class Edge:
    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Thing:
    text: str
    count: int
    degree: float | None
    note: str | None
    edges: tuple[Edge, ...] = ()


THINGS = [
    Thing("=1+1", 2, -3.0, None, (Edge("朝鲜", 0.5),)),
    Thing('a\u2028"b"\nc', 0, None, "-x"),
]
COLUMNS = columns_of(Thing)


def written(form: str, things: Sequence[Thing] = THINGS) -> str:
    to = io.StringIO()
    write(map(record, things), form, COLUMNS, to)
    return to.getvalue()


def test_columns_tell_what_they_hold() -> None:
    assert (
        Column("text", Holds.TEXT),
        Column("count", Holds.WHOLE),
        Column("degree", Holds.NUMBER),
        Column("note", Holds.TEXT),
        Column("edges", Holds.JSON),
    ) == COLUMNS


def test_what_is_unknown_is_left_out_of_json_and_nought_is_not() -> None:
    assert json.loads(line(record(THINGS[1]))) == {
        "text": 'a\u2028"b"\nc',
        "count": 0,
        "note": "-x",
        "edges": [],
    }


@pytest.mark.parametrize("things", [[], THINGS[:1], THINGS], ids=["none", "one", "two"])
def test_json_and_its_lines_hold_the_same(things: list[Thing]) -> None:
    lines = written("jsonl", things).splitlines()
    assert len(lines) == len(things)
    assert [json.loads(each) for each in lines] == json.loads(written("json", things))


def test_cells_are_no_formulas_numbers_stay_numbers_and_lists_are_json() -> None:
    first, second = csv.DictReader(io.StringIO(written("csv")))
    assert first == {
        "text": "'=1+1",
        "count": "2",
        "degree": "-3.0",
        "note": "",
        "edges": '[{"name": "朝鲜", "weight": 0.5}]',
    }
    assert (second["degree"], second["note"]) == ("", "'-x")
    assert "\n" not in second["text"]


def test_parquet_holds_the_same_with_types(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="furphy[parquet] is not installed")
    write_parquet(map(record, THINGS), COLUMNS, tmp_path / "x.parquet")
    rows = parquet.read_table(tmp_path / "x.parquet").to_pylist()
    assert rows[0]["degree"] == -3.0
    assert rows[1]["degree"] is None
    assert [row["text"] for row in rows] == [each.text for each in THINGS]
    assert json.loads(rows[0]["edges"]) == [{"name": "朝鲜", "weight": 0.5}]


def test_parquet_without_pyarrow_tells_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"pip install 'furphy\[parquet\]'"):
        write_parquet([], COLUMNS, tmp_path / "x.parquet")
