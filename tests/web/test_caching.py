"""Counts are kept until the casebook changes, and no more of them than so many."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from desked import desk_of
from rumours import WORDS, bulletin
from stored import add, answer, assertion_id, judge
from towns import towns

from furphy.casebook import facets
from furphy.desk import browsing
from furphy.desk.searching import Found, Wish
from furphy.errors import CasebookUnavailable
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


def pages(desk: Desk, words: str, after: int = 0) -> tuple[Found, ...]:
    search = caching.understood(desk, Wish(words), lambda _words: None)
    both = ("assertions", "documents")
    return caching.found(desk, replace(search, limit=after + 2), both, after)


def test_a_page_of_what_is_found_is_kept_until_the_casebook_changes(desk: Desk) -> None:
    add(desk.book, bulletin())
    first, second = pages(desk, "destroyed"), pages(desk, "destroyed", 1)
    assert pages(desk, "destroyed") is first
    assert pages(desk, "destroyed", 1) is second
    assert first[1:] == second[:1]
    subject = first[0].hit.id
    judge(desk.book, answer(subject, "no"))
    judged = pages(desk, "destroyed")
    assert [each.value for each in judged[0].verdicts] == ["no"]
    assert judged[0].hit.id == subject


def test_a_large_page_is_made_each_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    add(desk.book, bulletin())
    monkeypatch.setattr(caching, "_LARGE", 5)
    first = pages(desk, "destroyed")
    assert first
    assert pages(desk, "destroyed") == first
    assert pages(desk, "destroyed") is not first


def test_what_a_name_of_a_place_is_taken_for_is_told_each_time(desk: Desk) -> None:
    for _ in range(2):
        told: list[str] = []
        caching.understood(desk, Wish(place="Orikhiv"), told.append)
        assert [each.partition(" is taken for ")[0] for each in told] == ["Orikhiv"]


def test_what_several_want_at_once_is_counted_by_one_of_them(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, find = list[object](), facets._found  # noqa: SLF001 - as below

    def slow(connection: Any, search: Any, most: int) -> Any:  # noqa: ANN401 - handed through
        begun.append(search)
        time.sleep(0.3)
        return find(connection, search, most)

    monkeypatch.setattr(facets, "_found", slow)
    with ThreadPoolExecutor(4) as people:
        found = [*people.map(lambda _person: ask(desk, "water"), range(4))]
    assert len(begun) == 1
    assert all(each is found[0] for each in found)


def test_who_waited_counts_where_the_first_could_not(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns, find = count(), facets._found  # noqa: SLF001 - as below

    def broken_once(connection: Any, search: Any, most: int) -> Any:  # noqa: ANN401 - handed through
        if not next(turns):
            time.sleep(0.3)
            raise CasebookUnavailable("not now")
        return find(connection, search, most)

    monkeypatch.setattr(facets, "_found", broken_once)
    with ThreadPoolExecutor(2) as people:
        given = [people.submit(ask, desk, "water") for _ in range(2)]
    failed = [each.exception() for each in given]
    assert sorted(each is None for each in failed) == [False, True]
    assert ask(desk, "water") is next(each.result() for each in given if not each.exception())


def test_what_came_in_is_counted_anew_when_more_did(desk: Desk) -> None:
    all_of_them = caching.census(desk).documents
    assert caching.came_since(desk, 0) == all_of_them
    last = browsing.extent(desk.book).editions
    assert caching.came_since(desk, last) == 0
    add(desk.book, bulletin())
    assert caching.came_since(desk, last) == 1
    assert caching.came_since(desk, 0) == caching.census(desk).documents == all_of_them + 1


def test_only_so_many_are_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "_MOST", 2)
    first = ask(desk, "water")
    for words in ("Kyiv", "Lviv"):
        ask(desk, words)
    assert ask(desk, "water") is not first


def test_what_else_could_be_had_is_counted_once_for_all_of_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = list[tuple[str, ...]]()
    find = facets._found  # noqa: SLF001 - to see how often the casebook is gone through

    def watched(connection: Any, search: Any, most: int) -> Any:  # noqa: ANN401 - handed through
        counted.append(search.filters.outlets)
        return find(connection, search, most)

    monkeypatch.setattr(facets, "_found", watched)

    def of(outlet: str) -> facets.Facets:
        search = caching.understood(desk, Wish("water", outlets=(outlet,)), lambda _words: None)
        return caching.counts(desk, search, 10)

    first, second = of("Paper 0"), of("Paper 1")
    assert counted == [("Paper 0",), (), ("Paper 1",)]
    told = [{each.value: each.count for each in some.outlet.tallies} for some in (first, second)]
    assert told[0] == told[1] == {"Paper 0": 4, "Paper 1": 4, "Paper 2": 4}
    add(desk.book, bulletin())
    of("Paper 0")
    assert counted[3:] == [("Paper 0",), ()]
