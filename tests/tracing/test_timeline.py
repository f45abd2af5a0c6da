import pytest

from furphy.model.account import StatusBasis, StatusEvent
from furphy.model.assertion import StatusValue
from furphy.model.text import Span
from furphy.tracing.timeline import DAY, recyclings, timeline, withdrawn
from furphy.tracing.traced import Traced, Window


def event(value: str, by: str | None = "A", at: str | None = None, words: str = "") -> StatusEvent:
    text = words or f"{value} by {by} at {at}"
    return StatusEvent(StatusValue(value), StatusBasis.STATED, 0, Span(0, len(text)), text, by, at)


def told(*days: float | None) -> list[Traced]:
    return [
        Traced(str(number), "", published=None if day is None else Window(day * DAY, day * DAY + 1))
        for number, day in enumerate(days)
    ]


@pytest.mark.parametrize(
    ("events", "status"),
    [
        pytest.param([], None, id="nothing told"),
        pytest.param([("unconfirmed", "A")], "unconfirmed", id="unconfirmed"),
        pytest.param([("unconfirmed", "A"), ("denied", "B")], "denied", id="then denied"),
        pytest.param([("unconfirmed", "A"), ("confirmed", "B")], "confirmed", id="then confirmed"),
        pytest.param([("denied", "A"), ("confirmed", "B")], "disputed", id="by others"),
        pytest.param([("denied", "A"), ("confirmed", "A")], "confirmed", id="by the same"),
        pytest.param([("confirmed", "A"), ("unconfirmed", "B")], "confirmed", id="doubt after it"),
        pytest.param([("disputed", "A"), ("confirmed", "B")], "disputed", id="stays disputed"),
        pytest.param([("confirmed", "A"), ("withdrawn", "A")], "withdrawn", id="withdrawn"),
        pytest.param([("withdrawn", "A"), ("confirmed", "B")], "withdrawn", id="stays withdrawn"),
    ],
)
def test_the_status_follows_from_what_is_told(
    events: list[tuple[str, str]], status: str | None
) -> None:
    dated = [event(*each, f"2024-03-{day:02}") for day, each in enumerate(events, 1)]
    assert timeline(reversed(dated), [], []).status == status


def test_events_are_in_the_order_of_their_times_the_undated_last() -> None:
    events = [event("denied"), event("confirmed", at="2024-02"), event("denied", at="2024-01")]
    line = timeline(events, [], [])
    assert [each.at for each in line.events] == ["2024-01", "2024-02", None]


def test_what_a_copy_repeats_is_told_once() -> None:
    events = [event("denied", "A", day, "A denied it") for day in ("2024-01-02", "2024-01-01")]
    assert [each.at for each in timeline(events, [], []).events] == ["2024-01-01"]


def test_who_denies_what_they_had_said_withdraws_it() -> None:
    events = withdrawn([event("denied", "Koval"), event("denied", "Hnat")], ["KOVAL"])
    assert [each.value for each in events] == ["withdrawn", "denied"]


@pytest.mark.parametrize(
    ("days", "back"),
    [
        pytest.param((0, 1, 2), [], id="no silence"),
        pytest.param((0, 31), [(1, 31)], id="a month after a single one"),
        pytest.param((0, 29), [], id="within a month"),
        pytest.param((0, 7, 14, 21, 100), [], id="not for what is told once a week"),
        pytest.param((0, 7, 14, 21, 240), [(4, 219)], id="half a year for that"),
        pytest.param((0, 1, 400, 401, 900), [(2, 399), (4, 499)], id="again and again"),
        pytest.param((None, None), [], id="no times"),
        pytest.param((5, 5, 5), [], id="equal times"),
    ],
)
def test_a_claim_is_recycled_after_thirty_times_its_usual_gap(
    days: tuple[float | None, ...], back: list[tuple[int, int]]
) -> None:
    found = recyclings(told(*days), range(len(days)))
    assert [(each.document, round(each.silence / DAY)) for each in found] == back
