import pytest
from hypothesis import given
from hypothesis import strategies as st

from furphy.casebook.bars import MOST_BARS, Bars, Span, Step, in_bars, of_each
from furphy.casebook.filters import Stretch

REACHES = {
    "a day": ("2024-03-14", "2024-03-15", Step.DAY, 1),
    "a month": ("2024-03-01", "2024-04-01", Step.DAY, 31),
    "half a year": ("2024-01-01", "2024-07-01", Step.WEEK, 26),
    "three years": ("2022-01-01", "2025-01-01", Step.MONTH, 36),
    "a life": ("1990-05-01", "2024-03-15", Step.YEAR, 35),
    "a modern age": ("1789-07-14", "2024-03-15", Step.DECADE, 25),
    "all of history": ("1066-10-14", "2024-03-15", Step.CENTURY, 11),
    "all of the calendar": ("0001-01-01", "9999-12-31T23:00", Step.MILLENNIUM, 10),
}


@pytest.mark.parametrize(("start", "end", "step", "count"), REACHES.values(), ids=REACHES)
def test_bars_are_as_fine_as_there_is_room(start: str, end: str, step: Step, count: int) -> None:
    found = in_bars({Span(start, end): 3})
    assert (found.step, len(found.bars)) == (step, count)
    assert {each.count for each in found.bars} == {3}


def test_a_bar_begins_and_ends_where_somebody_asked_to_look() -> None:
    found = in_bars({Span("2020-01-01", "2030-01-01"): 1}, Stretch("2024-01-10", "2024-06-20"))
    assert found.step is Step.WEEK
    assert (found.bars[0].start, found.bars[-1].end) == ("2024-01-10", "2024-06-20")


def test_what_has_no_time_is_counted_apart() -> None:
    spans = {Span(None, None): 2, Span("2024-03-14", None): 1, Span("2024-03-14", "2024-03-15"): 4}
    found = in_bars(spans)
    assert (found.without, [each.count for each in found.bars]) == (3, [4])
    assert in_bars({Span(None, None): 2}) == Bars(None, (), 2)
    assert in_bars({Span("soon", "later"): 2}) == Bars(None, (), 2)
    assert of_each([], 5) == Bars(None, (), 5)


def test_a_thing_of_several_times_is_counted_once_a_bar() -> None:
    day, noon = Span("2024-03-14", "2024-03-15"), Span("2024-03-14T12:00", "2024-03-14T12:01")
    found = of_each([(1, day), (1, noon), (1, Span("2024-03-16", "2024-03-17")), (2, noon)], 3)
    assert [each.count for each in found.bars] == [2, 0, 1]
    assert found.without == 1


MOMENTS = st.builds(
    lambda day, clock: f"{day.isoformat()}{clock}",
    st.dates(),
    st.sampled_from(["", "", "T00:00", "T09:20:11Z", "T24:00"]),
)
SPANS = st.builds(lambda *ends: Span(*sorted(ends)), MOMENTS, MOMENTS).filter(
    lambda span: span.start != span.end
)
WITHIN = st.none() | st.builds(lambda one, other: Stretch(*sorted([one, other])), MOMENTS, MOMENTS)


def meets(span: Span, start: str | None, end: str | None) -> bool:
    """Tell whether a search for a stretch finds another, as the store compares them."""
    assert span.start is not None
    assert span.end is not None
    return (end is None or span.start < end) and (start is None or span.end > start)


@given(st.dictionaries(SPANS, st.integers(1, 9), max_size=6), WITHIN)
def test_a_bar_counts_what_shares_time_with_it(
    spans: dict[Span, int], within: Stretch | None
) -> None:
    asked = within or Stretch()
    found = {each: count for each, count in spans.items() if meets(each, asked.start, asked.end)}
    numbered = [(at, span) for at, span in enumerate(found)]
    for bars, weights in (
        (in_bars(found, within), found),
        (of_each(numbered, len(numbered), within), dict.fromkeys(found, 1)),
    ):
        assert len(bars.bars) <= MOST_BARS
        for each in bars.bars:
            expected = (n for span, n in weights.items() if meets(span, each.start, each.end))
            assert each.count == sum(expected)
            assert each.start < each.end
