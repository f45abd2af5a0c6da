"""What somebody saw the last time: visits end when nobody comes for a while."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desked import copied_desk
from stored import add, dry

from furphy.desk import browsing
from furphy.web import visits
from furphy.web.desk import Desk
from furphy.web.visits import Visit, visit


class Clock:
    """A time that tests set."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def desk(traced_rumours: Path, tmp_path: Path) -> Iterator[Desk]:
    with copied_desk(traced_rumours, tmp_path) as found:
        yield found


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(visits, "time", found)
    return found


def editions(desk: Desk) -> int:
    return browsing.extent(desk.book).editions


def test_to_who_was_never_here_all_is_new(desk: Desk, clock: Clock) -> None:
    assert visit(desk, "koval") == Visit(0, 0, 0.0)
    clock.now += 90
    assert visit(desk, "koval") == Visit(0, 0, 0.0), "still on the first visit"


def test_who_comes_again_is_told_what_came_since(desk: Desk, clock: Clock) -> None:
    visit(desk, "koval")
    seen, left = editions(desk), clock.now
    add(desk.book, dry())
    clock.now += visits.GONE + 1
    assert visit(desk, "koval") == Visit(seen, 1, left)
    clock.now += 90
    assert visit(desk, "koval") == Visit(seen, 1, left), "all through the visit"
    assert editions(desk) == seen + 1


def test_what_came_in_while_one_was_here_is_seen_when_the_visit_ends(
    desk: Desk, clock: Clock
) -> None:
    visit(desk, "koval")
    add(desk.book, dry())
    clock.now += 90
    visit(desk, "koval")
    left = clock.now
    clock.now += visits.GONE + 1
    assert visit(desk, "koval") == Visit(editions(desk), 1, left)


def test_a_visit_goes_on_while_somebody_works(desk: Desk, clock: Clock) -> None:
    visit(desk, "koval")
    for _ in range(4):
        clock.now += visits.GONE - 1
        assert visit(desk, "koval") == Visit(0, 0, 0.0)


def test_all_counts_as_seen_at_once_where_somebody_says_so(desk: Desk, clock: Clock) -> None:
    visit(desk, "koval")
    clock.now += 1
    assert visit(desk, "koval", seen=True) == Visit(editions(desk), 1, clock.now)
    assert visit(desk, "koval") == Visit(editions(desk), 1, clock.now)


def test_visits_are_ones_own(desk: Desk, clock: Clock) -> None:
    visit(desk, "koval", seen=True)
    visit(desk, "koval", seen=True)
    assert visit(desk, "hnat") == Visit(0, 0, 0.0)
    assert clock.now == 1_000_000.0
