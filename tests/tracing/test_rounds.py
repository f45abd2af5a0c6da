"""What goes by the same name as the last time is not made again."""

from collections.abc import Iterator, Sequence

from furphy.tracing.rounds import Round


def test_only_what_goes_by_another_name_is_made() -> None:
    asked = list[list[int]]()

    def made(places: Sequence[int]) -> Iterator[str]:
        asked.append([*places])
        yield from (f"{len(asked)}:{place}" for place in places)

    found = Round[str]()
    assert found.of(["a", "b"], made) == ["1:0", "1:1"]
    assert found.of(["b", "c", "a"], made) == ["1:1", "2:1", "1:0"]
    assert found.of(["c"], made) == ["2:1"]
    # What was not asked for the last time is let go of.
    assert found.of(["a", "c"], made) == ["4:0", "2:1"]
    assert asked == [[0, 1], [1], [], [0]]


def test_nothing_may_stand_for_something() -> None:
    found = Round[None]()
    assert found.of(["a"], lambda places: [None for _ in places]) == [None]
    assert found.of(["a"], lambda places: [None for _ in places if 1 / 0]) == [None]
