"""What is to be looked at: taken on, handed over, done; nobody overwrites another."""

from pathlib import Path

import pytest

pytest.importorskip("argon2", reason="the extra web is not installed")

from furphy.errors import InputError, Overtaken
from furphy.web import tasks
from furphy.web.state import State


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path / "furphy.desk")


def make(state: State, *claims: str) -> None:
    for each in claims:
        tasks.make(state, (each, f"assertion of {each}", "The dam held"), "why", "koval")


def test_a_claim_is_put_down_and_nobodys(state: State) -> None:
    make(state, "c1")
    (task,) = tasks.tasks(state, None, 10)
    assert (task.claim, task.assertion, task.text) == ("c1", "assertion of c1", "The dam held")
    assert (task.who, task.state, task.by, task.version) == (None, "open", "koval", 1)


def test_tasks_are_gone_through_the_last_made_first(state: State) -> None:
    make(state, "c1", "c2", "c3")
    first = tasks.tasks(state, None, 2)
    assert [each.claim for each in first] == ["c3", "c2"]
    assert [each.claim for each in tasks.tasks(state, first[-1].number, 2)] == ["c1"]


def test_a_task_is_taken_on_and_done(state: State) -> None:
    make(state, "c1", "c2")
    tasks.change(state, 1, 1, who="hnat", kind="open")
    assert [(each.claim, each.who) for each in tasks.tasks(state, None, 10)] == [
        ("c2", None),
        ("c1", "hnat"),
    ]
    tasks.change(state, 1, 2, who="hnat", kind="done")
    assert [each.claim for each in tasks.tasks(state, None, 10)] == ["c2"]
    (done,) = tasks.tasks(state, None, 10, "done")
    assert (done.claim, done.who, done.version) == ("c1", "hnat", 3)
    tasks.change(state, 1, 3, who=None, kind="open")
    assert tasks.tasks(state, None, 10, "done") == []


@pytest.mark.parametrize(("number", "version"), [(1, 1), (1, 3), (7, 1)], ids=str)
def test_what_was_changed_since_or_is_not_there_is_left(
    state: State, number: int, version: int
) -> None:
    make(state, "c1")
    tasks.change(state, 1, 1, who="hnat", kind="open")
    with pytest.raises(Overtaken, match="load the queue anew"):
        tasks.change(state, number, version, who="koval", kind="done")
    (task,) = tasks.tasks(state, None, 10)
    assert (task.who, task.state, task.version) == ("hnat", "open", 2)


def test_a_task_is_open_or_done(state: State) -> None:
    make(state, "c1")
    with pytest.raises(InputError, match="open or done, not lost"):
        tasks.change(state, 1, 1, who=None, kind="lost")
