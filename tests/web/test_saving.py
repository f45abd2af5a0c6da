"""Searches that people keep."""

from pathlib import Path

import pytest

pytest.importorskip("argon2", reason="the extra web is not installed")

from furphy.errors import InputError
from furphy.web import saving
from furphy.web.state import State


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path / "case.desk")


def kept(state: State, who: str) -> list[tuple[str, str]]:
    return [(each.name, each.query) for each in saving.searches(state, who)]


def test_searches_are_ones_own_and_listed_by_name(state: State) -> None:
    saving.save(state, "koval", "floods", "q=flood")
    saving.save(state, "koval", "bridges", "q=bridge")
    saving.save(state, "hnat", "floods", "q=water")
    assert kept(state, "koval") == [("bridges", "q=bridge"), ("floods", "q=flood")]
    assert kept(state, "hnat") == [("floods", "q=water")]


def test_one_of_the_same_name_is_replaced(state: State) -> None:
    for query in ("q=flood", "q=water"):
        saving.save(state, "koval", "floods", query)
    assert kept(state, "koval") == [("floods", "q=water")]


def test_nobody_removes_a_search_of_another(state: State) -> None:
    saving.save(state, "koval", "floods", "q=flood")
    number = saving.searches(state, "koval")[0].number
    saving.remove(state, "hnat", number)
    assert kept(state, "koval")
    saving.remove(state, "koval", number)
    assert not kept(state, "koval")


def test_only_so_many_are_kept_and_those_can_still_be_replaced(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "MOST", 2)
    for name in ("one", "two", "two"):
        saving.save(state, "koval", name, "q=x")
    with pytest.raises(InputError, match="at most 2"):
        saving.save(state, "koval", "three", "q=x")
