"""Searches under a name: each person's own, the last of a name, and not without end."""

from pathlib import Path

import pytest

pytest.importorskip("argon2", reason="the extra web is not installed")

from furphy.errors import InputError
from furphy.web import saving
from furphy.web.state import State


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path / "furphy.desk")


def kept(state: State, who: str) -> list[tuple[str, str]]:
    return [(each.name, each.query) for each in saving.searches(state, who)]


def test_searches_are_ones_own_and_in_order_of_their_names(state: State) -> None:
    saving.save(state, "koval", "roads", "q=road")
    saving.save(state, "koval", "dams", "q=dam")
    saving.save(state, "hnat", "dams", "q=river")
    assert kept(state, "koval") == [("dams", "q=dam"), ("roads", "q=road")]
    assert kept(state, "hnat") == [("dams", "q=river")]


def test_a_search_of_the_same_name_takes_the_place_of_the_first(state: State) -> None:
    saving.save(state, "koval", "dams", "q=dam")
    (first,) = saving.searches(state, "koval")
    saving.save(state, "koval", "dams", "q=dam&place=Testove")
    assert saving.searches(state, "koval") == [first._replace(query="q=dam&place=Testove")]


def test_a_search_is_taken_away_by_whose_it_is_only(state: State) -> None:
    saving.save(state, "koval", "dams", "q=dam")
    (search,) = saving.searches(state, "koval")
    saving.remove(state, "hnat", search.number)
    assert kept(state, "koval") == [("dams", "q=dam")]
    saving.remove(state, "koval", search.number)
    assert kept(state, "koval") == []


def test_there_is_an_end_to_what_one_keeps(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "MOST", 2)
    saving.save(state, "koval", "a", "q=a")
    saving.save(state, "koval", "b", "q=b")
    with pytest.raises(InputError, match="remove one first"):
        saving.save(state, "koval", "c", "q=c")
    saving.save(state, "koval", "b", "q=bb")
    saving.save(state, "hnat", "c", "q=c")
    assert kept(state, "koval") == [("a", "q=a"), ("b", "q=bb")]
    assert kept(state, "hnat") == [("c", "q=c")]
