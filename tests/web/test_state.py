"""The file beside a casebook: what is in it, and what becomes of one of an older furphy."""

from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra web is not installed")

from furphy.errors import CasebookUnavailable
from furphy.web import traced
from furphy.web.state import OF_A_TRACE, SCHEMA, State


def test_an_older_file_keeps_what_people_made_and_is_traced_again(tmp_path: Path) -> None:
    state = State(tmp_path / "case.desk")
    secret = state.about("secret")
    with state.writing() as connection:
        connection.execute("INSERT INTO account VALUES ('koval', 'editor', 'x', 'now')")
        connection.execute("INSERT INTO former VALUES ('old', 'words', 1)")
        connection.execute("INSERT INTO trace VALUES (1, '{}', 'done', NULL, 1, 1, 'a', 'b')")
        for name in ("shown", "link"):
            connection.execute(f"DROP TABLE {name}")
        connection.execute("PRAGMA user_version=1")
    again = State(tmp_path / "case.desk")
    assert again.about("secret") == secret
    assert traced.claims(again, 0, 10) == []
    with again.reading() as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA
        assert connection.execute("SELECT name FROM account").fetchone()[0] == "koval"
        assert connection.execute("SELECT assertion FROM former").fetchone()[0] == "words"
        assert connection.execute("SELECT count(*) FROM trace").fetchone()[0] == 0
        for name in OF_A_TRACE:
            asked = f"SELECT count(*) FROM {name}"  # noqa: S608 (ours)
            assert connection.execute(asked).fetchone()[0] == 0


def test_a_file_of_a_newer_furphy_is_refused(tmp_path: Path) -> None:
    state = State(tmp_path / "case.desk")
    with state.writing() as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
    with pytest.raises(CasebookUnavailable, match="another furphy"):
        State(tmp_path / "case.desk")
