"""What is to be looked at, and by whom."""

from pathlib import Path

import pytest

pytest.importorskip("argon2", reason="the extra web is not installed")

from furphy.errors import InputError, Overtaken
from furphy.web import tasks
from furphy.web.state import State

CLAIM = ("c" * 32, "a" * 32, "the bridge fell")


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path / "case.desk")


def test_a_task_is_nobodys_until_somebody_takes_it_and_then_done(state: State) -> None:
    tasks.make(state, CLAIM, "look at the picture", "koval")
    (made,) = tasks.tasks(state, None, 10)
    told = (made.claim, made.assertion, made.text, made.who, made.note, made.by, made.version)
    assert told == (*CLAIM, None, "look at the picture", "koval", 1)
    tasks.change(state, made.number, made.version, who="hnat", kind="open")
    (taken,) = tasks.tasks(state, None, 10)
    assert (taken.who, taken.version) == ("hnat", 2)
    tasks.change(state, made.number, taken.version, who="hnat", kind="done")
    assert tasks.tasks(state, None, 10) == []
    assert [each.state for each in tasks.tasks(state, None, 10, "done")] == ["done"]


def test_what_somebody_changed_meanwhile_is_not_overwritten(state: State) -> None:
    tasks.make(state, CLAIM, "", "koval")
    (made,) = tasks.tasks(state, None, 10)
    tasks.change(state, made.number, made.version, who="hnat", kind="open")
    with pytest.raises(Overtaken):
        tasks.change(state, made.number, made.version, who="koval", kind="open")
    assert [each.who for each in tasks.tasks(state, None, 10)] == ["hnat"]


def test_a_task_is_open_or_done_and_nothing_else(state: State) -> None:
    with pytest.raises(InputError, match="open or done"):
        tasks.change(state, 1, 1, who=None, kind="lost")


def test_tasks_come_a_page_at_a_time_the_last_made_first(state: State) -> None:
    for number in range(5):
        tasks.make(state, CLAIM, str(number), "koval")
    first = tasks.tasks(state, None, 2)
    rest = tasks.tasks(state, first[-1].number, 10)
    assert [each.note for each in (*first, *rest)] == ["4", "3", "2", "1", "0"]
