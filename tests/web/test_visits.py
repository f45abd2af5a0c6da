"""When somebody was here last."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desked import rumour_desk

from furphy.web import visits
from furphy.web.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with rumour_desk(tmp_path) as found:
        yield found


def gone_for(desk: Desk, seconds: float) -> None:
    with desk.state.writing() as connection:
        connection.execute("UPDATE visit SET used_at = used_at - ?", (seconds,))


def test_all_is_new_on_the_first_visit_and_as_long_as_it_lasts(desk: Desk) -> None:
    for _ in range(2):
        first = visits.visit(desk, "koval")
        assert (first.edition, first.trace, first.at) == (0, 0, 0.0)
        gone_for(desk, visits.GONE / 2)


def test_whoever_was_gone_for_long_is_told_what_is_new_since(desk: Desk) -> None:
    visits.visit(desk, "koval")
    gone_for(desk, visits.GONE + 1)
    again = visits.visit(desk, "koval")
    assert again.edition == 9
    assert again.trace > 0
    assert again.at > 0
    assert visits.visit(desk, "hnat").edition == 0


def test_all_that_is_there_counts_as_seen_when_said_so(desk: Desk) -> None:
    visits.visit(desk, "koval")
    assert visits.visit(desk, "koval", seen=True).edition == 9
    assert visits.visit(desk, "koval").edition == 9
