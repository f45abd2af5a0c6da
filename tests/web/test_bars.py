from itertools import pairwise

import pytest

from furphy.desk.faceting import Bar, Bars, Step
from furphy.web.bars import HEIGHT, WIDTH, drawing

NAMES = ("from", "until")
DAYS = Bars(
    Step.DAY,
    tuple(
        Bar(f"2024-03-{day:02}", f"2024-03-{day + 1:02}", count)
        for day, count in enumerate((4, 0, 2000), 14)
    ),
    2,
)


def test_the_highest_bar_is_as_high_as_there_is_room_and_the_least_can_be_seen() -> None:
    found = drawing(DAYS, [("q", "water")], NAMES)
    assert [each.count for each in found.bars] == [4, 2000]
    assert [each.height for each in found.bars] == [2.0, HEIGHT]
    assert all(each.x + each.width <= WIDTH for each in found.bars)
    assert (found.most, found.told) == (2000, "2024-03-14 … 2024-03-16")
    assert found.bars[1].told == "2024-03-16"
    assert found.bars[1].address == "/search?q=water&from=2024-03-16&until=2024-03-17"


def test_words_below_keep_apart() -> None:
    months = Bars(Step.MONTH, tuple(Bar(f"20{n:02}-01", f"20{n:02}-02", 1) for n in range(40)), 0)
    ticks = drawing(months, [], NAMES).ticks
    gaps = [b.x - a.x for a, b in pairwise(ticks)]
    assert min(gaps) >= 84
    assert ticks[-1].x < WIDTH - 70


def test_without_a_time_there_is_nothing_to_draw() -> None:
    found = drawing(Bars(None, (), 7), [("from", "2024-01-01")], NAMES)
    assert (found.bars, found.ticks, found.without, found.told) == ((), (), 7, "")
    assert found.address == "/search"


BESIDE = {
    "a month": (("2024-03-01", "2024-03-31"), ["earlier", "wider", "later"]),
    "an hour": (("2024-03-01T09:00", "2024-03-01T10:00"), ["earlier", "wider", "later"]),
    "no end": (("2024-03-01", ""), []),
    "no dates": (("spring", "summer"), []),
    "turned round": (("2024-03-02", "2024-03-01"), []),
    "one with and one without an offset": (("2024-03-01T09:00Z", "2024-03-02"), []),
    "the end of the calendar": (("2024-01-01", "9999-01-01"), []),
    "near its beginning": (("0001-01-02", "0002-01-01"), ["later"]),
}


@pytest.mark.parametrize(("ends", "told"), BESIDE.values(), ids=BESIDE)
def test_one_can_go_on_to_what_lies_beside(ends: tuple[str, str], told: list[str]) -> None:
    pairs = [each for each in zip(NAMES, ends, strict=True) if each[1]]
    assert [each.told for each in drawing(DAYS, pairs, NAMES).beside] == told


def test_beside_an_hour_are_hours() -> None:
    pairs = [("from", "2024-03-01T09:00"), ("until", "2024-03-01T10:00")]
    later = drawing(DAYS, pairs, NAMES).beside[2]
    assert later.address.endswith("from=2024-03-01T10%3A00%3A00&until=2024-03-01T11%3A00%3A00")
