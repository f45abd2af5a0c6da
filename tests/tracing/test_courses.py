"""Which of the documents that have a text is the source of a later one."""

import pytest
from bare_texts import Nothing

from furphy.tracing.bilinguals import Ready
from furphy.tracing.courses import Issue
from furphy.tracing.traced import Window

HOUR, DAY = 3600.0, 86_400.0
LATER = Window(20 * HOUR, 20 * HOUR + 1)


def issue(*times: Window | None) -> Issue:
    told = dict(enumerate(times))
    return Issue(Ready(tuple(told), "en", (), Nothing()), 0, told)


def at(hour: float) -> Window:
    return Window(hour * HOUR, hour * HOUR + 1)


@pytest.mark.parametrize(
    ("times", "source"),
    [
        pytest.param((at(3), at(2)), 1, id="of two that were there before, the earlier"),
        pytest.param((at(22), None), 1, id="one that may have been before one that was after"),
        pytest.param((Window(0, DAY), at(2)), 1, id="an hour before a day that is not over"),
        pytest.param((at(22), Window(0, DAY)), 1, id="of that day before one that was after"),
        pytest.param((None, at(2)), 1, id="a time before none"),
        pytest.param((None, None), 0, id="the first where nothing tells"),
    ],
)
def test_what_was_likeliest_there_before_is_the_source(
    times: tuple[Window | None, ...], source: int
) -> None:
    assert issue(*times).source(LATER) == source
