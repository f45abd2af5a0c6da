"""Counts are kept until the casebook changes, and no more of them than so many."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desked import desk_of
from rumours import WORDS, bulletin
from stored import add, answer, assertion_id, judge
from towns import towns

from furphy.desk.searching import Wish
from furphy.web import caching
from furphy.web.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    where = str(tmp_path / "case.furphy")
    towns(where, times=1).close()
    with desk_of(where) as found:
        yield found


def ask(desk: Desk, words: str) -> object:
    search = caching.understood(desk, Wish(words), lambda _words: None)
    return caching.counts(desk, search, 10)


def test_a_search_is_counted_once(desk: Desk) -> None:
    first = ask(desk, "water")
    assert ask(desk, "water") is first
    assert ask(desk, "Kyiv") is not first
    assert ask(desk, "water") is first


def test_whatever_is_added_or_judged_it_is_counted_anew(desk: Desk) -> None:
    first = ask(desk, "destroyed")
    add(desk.book, bulletin())
    second = ask(desk, "destroyed")
    assert second != first
    judge(desk.book, answer(assertion_id(desk.book, WORDS), "yes"))
    third = ask(desk, "destroyed")
    assert third is not second
    assert third == second


def test_what_a_name_of_a_place_is_taken_for_is_told_each_time(desk: Desk) -> None:
    for _ in range(2):
        told: list[str] = []
        caching.understood(desk, Wish(place="Orikhiv"), told.append)
        assert [each.partition(" is taken for ")[0] for each in told] == ["Orikhiv"]


def test_only_so_many_are_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "_MOST", 2)
    first = ask(desk, "water")
    for words in ("Kyiv", "Lviv"):
        ask(desk, words)
    assert ask(desk, "water") is not first
