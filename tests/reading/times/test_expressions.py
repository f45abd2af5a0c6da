"""Spans, types, values and intervals of expressions of time, published on Friday 17 May 2024."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.times.told import FRIDAY, document, notes, told, values

from furphy.model.document import Note
from furphy.model.time import TimeExpression
from furphy.reading.stage import Draft, run
from furphy.reading.times.expressions import times

DATES = [
    ("on {24 February 2022} the bridge fell", "2022-02-24"),
    ("on {February 24, 2022}, the bridge fell", "2022-02-24"),
    ("on {Thursday, 24 February 2022}, the bridge fell", "2022-02-24"),
    ("on {the 24th of February 2022} the bridge fell", "2022-02-24"),
    ("on {24 Feb '22} the bridge fell", "2022-02-24"),
    ("dated {24.02.2022}", "2022-02-24"),
    ("dated {02/24/2022}", "2022-02-24"),
    ("dated {24/02/2022}", "2022-02-24"),
    ("dated {2022-02-24}", "2022-02-24"),
    ("after {9/11}", "2001-09-11"),
    ("on {May 3} it rained", "2024-05-03"),
    ("by {Dec. 2}", "2023-12-02"),
    ("{Tuesday the 12th}", "2024-03-12"),
    ("in {March 2022}", "2022-03"),
    ("since {March of 2022}", "2022-03"),
    ("in {October}", "2023-10"),
    ("in {May}", "2024-05"),
    ("{last July}", "2023-07"),
    ("{next March}", "2025-03"),
    ("in {2014}", "2014"),
    ("the {2014} offensive", "2014"),
    ("in {1812}", "1812"),
    ("{the 1980s}", "198"),
    ("{the '90s}", "199"),
    ("{the nineties}", "199"),
    ("the {19th century}", "18"),
    ("{the second quarter of 2012}", "2012-Q2"),
    ("{third-quarter} losses", "2023-Q3"),
    ("{Q2 2012}", "2012-Q2"),
    ("{the first half of 2023}", "2023-H1"),
    ("{the summer of 2014}", "2014-SU"),
    ("{last winter}", "2023-WI"),
    ("on {2013-W12}", "2013-W12"),
    ("{Christmas Eve}", "2023-12-24"),
    ("on {Easter}", "2024-03-31"),
    ("{last Thanksgiving}", "2023-11-23"),
    ("on {Monday}", "2024-05-13"),
    ("on {Friday}", "2024-05-17"),
    ("{last Friday}", "2024-05-10"),
    ("{next Monday}", "2024-05-20"),
    ("{today}", "2024-05-17"),
    ("{the day before yesterday}", "2024-05-15"),
    ("{last week}", "2024-W19"),
    ("{this month}", "2024-05"),
    ("{next year}", "2025"),
    ("{the weekend}", "2024-W20-WE"),
    ("{last weekend}", "2024-W19-WE"),
    ("{two weeks ago}", "2024-W18"),
    ("{a year ago}", "2023"),
    ("{three days ago}", "2024-05-14"),
    ("{the last week of April}", "2024-W17"),
    ("it is {now} quiet", "PRESENT_REF"),
    ("{recently}", "PAST_REF"),
    ("in {the future}", "FUTURE_REF"),
    ("in {the past}, it flooded", "PAST_REF"),
]

TIMES = [
    ("{last night}", "2024-05-16TNI"),
    ("on {Monday night}", "2024-05-13TNI"),
    ("{this morning}", "2024-05-17TMO"),
    ("{tonight}", "2024-05-17TNI"),
    ("{yesterday evening}", "2024-05-16TEV"),
    ("{the night of 3 May}", "2024-05-03TNI"),
    ("shells fell {overnight}.", "2024-05-16TNI"),
    ("at {3:40 a.m. local time}", "2024-05-17T03:40"),
    ("at {1300 GMT}", "2024-05-17T13:00Z"),
    ("at {8 p.m. Friday}", "2024-05-17T20"),
    ("until {15:00 GMT Monday}", "2024-05-13T15:00Z"),
    ("at {noon}", "2024-05-17T12:00"),
    ("at {midnight}", "2024-05-17T24:00"),
    ("at {dawn}", "2024-05-17TMO"),
    ("at {2022-02-24T03:40Z}", "2022-02-24T03:40Z"),
]

DURATIONS = [
    ("for {three days}", "P3D"),
    ("a {four-week} closure", "P4W"),
    ("{half an hour}", "PT30M"),
    ("{an hour and a half}", "PT1H30M"),
    ("{two and a half years}", "P2.5Y"),
    ("{2 hours 20 minutes}", "PT2H20M"),
    ("{twenty-one days}", "P21D"),
    ("{a hundred days}", "P100D"),
    ("{half a century}", "P50Y"),
    ("within {a single day}", "P1D"),
    ("for {several weeks}", "PXW"),
    ("for {years}", "PXY"),
    ("{days} before the vote", "PXD"),
    ("in {recent weeks}", "PXW"),
    ("{a few more hours}", "PTXH"),
    ("a {months-long} siege", "PXM"),
    ("a {week-long} truce", "P1W"),
    ("a {56-year-old} driver", "P56Y"),
    ("{the next decade}", "P10Y"),
    ("{two years} after the flood", "P2Y"),
    ("{a month} earlier than usual", "P1M"),
]

SETS = [
    ("{every day}", "XXXX-XX-XX"),
    ("{every two weeks}", "P2W"),
    ("{every other day}", "P2D"),
    ("{twice a year}", "XXXX"),
    ("{three times a week}", "XXXX-WXX"),
    ("printed {weekly}", "XXXX-WXX"),
    ("{every Tuesday}", "XXXX-WXX-2"),
    ("on {Sundays}", "XXXX-WXX-7"),
    ("{every morning}", "XXXX-XX-XXTMO"),
    ("paid {annually}", "XXXX"),
]


def the_one(painted: str) -> tuple[str, TimeExpression]:
    """Return the words that were painted and the one expression of the text."""
    before, words, after = painted.replace("}", "{").split("{")
    ((found, expression),) = told(before + words + after)
    assert expression.span.start == len(before), found
    return words, expression


@pytest.mark.parametrize(
    ("painted", "value", "kind"),
    [
        pytest.param(painted, value, kind, id=painted)
        for kind, table in (
            ("DATE", DATES),
            ("TIME", TIMES),
            ("DURATION", DURATIONS),
            ("SET", SETS),
        )
        for painted, value in table
        if value
    ],
)
def test_an_expression_is_found_whole_with_its_value(painted: str, value: str, kind: str) -> None:
    words, found = the_one(painted)
    assert len(found.span) == len(words)
    assert (found.type.value, found.value) == (kind, value)


@pytest.mark.parametrize(
    ("painted", "mod", "interval"),
    [
        pytest.param(painted, mod, interval, id=painted)
        for painted, mod, interval in [
            ("{early November}", "START", ("2023-11-01", "2023-11-11")),
            ("{late February}", "END", ("2024-02-20", "2024-03-01")),
            ("{mid-2023}", "MID", ("2023-05-01", "2023-09-01")),
            ("{late last year}", "END", ("2023-09-01", "2024-01-01")),
            ("{the early 1990s}", "START", ("1990-01-01", "1993-01-01")),
            ("{the end of 2022}", "END", ("2022-09-01", "2023-01-01")),
            ("{year-end}", "END", ("2024-09-01", "2025-01-01")),
            ("{the early hours of Monday}", "START", ("2024-05-13T00:00", "2024-05-13T08:00")),
            ("{about three weeks ago}", "APPROX", ("2024-04-15", "2024-05-06")),
            ("{more than two years ago}", "BEFORE", None),
            ("{almost seven years}", "LESS_THAN", None),
            ("{at least ten days}", "EQUAL_OR_MORE", None),
            ("{the past two years}", None, ("2022-05-17", "2024-05-18")),
            ("{the next few months}", None, ("2024-05-17", "2024-11-17")),
            ("{later this month}", None, ("2024-05-17", "2024-06-01")),
            ("{earlier this week}", None, ("2024-05-13", "2024-05-18")),
            ("{a few days ago}", None, ("2024-05-11", "2024-05-16")),
            ("{the first three months of 2024}", None, ("2024-01-01", "2024-04-01")),
            ("in {fiscal 2013}", "APPROX", ("2012-01-01", "2015-01-01")),
        ]
    ],
)
def test_the_interval_takes_the_mod_into_account(
    painted: str, mod: str | None, interval: tuple[str, str] | None
) -> None:
    words, found = the_one(painted)
    assert len(found.span) == len(words)
    assert (found.mod.value if found.mod else None, found.interval) == (mod, interval)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=text)
        for text, expected in [
            ("between 3 and 5 May", {"3": "2024-05-03", "5 May": "2024-05-05"}),
            ("May 3-5, 2022", {"May 3": "2022-05-03", "5, 2022": "2022-05-05"}),
            ("from March to May", {"March": "2024-03", "May": "2024-05"}),
            ("2014–2016", {"2014": "2014", "2016": "2016"}),
            ("the war of 1957-58", {"1957": "1957", "58": "1958"}),
            (
                "28 February to 3 March 2022",
                {"28 February": "2022-02-28", "3 March 2022": "2022-03-03"},
            ),
            ("between 12 and 18 months", {"12": "P12M", "18 months": "P18M"}),
            ("from 6 a.m. to 9 a.m.", {"6 a.m.": "2024-05-17T06", "9 a.m.": "2024-05-17T09"}),
        ]
    ],
)
def test_a_range_is_two_expressions_that_share_what_one_leaves_out(
    text: str, expected: dict[str, str]
) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "value", "anchor"),
    [
        pytest.param(*case, id=case[1])
        for case in [
            (
                "It began on 24 February 2022. The day before, he left.",
                "The day before",
                "2022-02-23",
                "24 February 2022",
            ),
            (
                "It began on 24 February 2022. Two days later he left.",
                "Two days later",
                "2022-02-26",
                "24 February 2022",
            ),
            (
                "On 3 May it rained; the following day it snowed.",
                "the following day",
                "2024-05-04",
                "3 May",
            ),
            (
                "On 3 May it rained. By the next morning it snowed.",
                "the next morning",
                "2024-05-04TMO",
                "3 May",
            ),
            ("On 3 May it rained. The next day it snowed.", "The next day", "2024-05-04", "3 May"),
            ("On 3 May it rained. That night it snowed.", "That night", "2024-05-03TNI", "3 May"),
            ("It began in 2014. A year later it ended.", "A year later", "2015", "2014"),
            ("On 3 May 2022 it began. It ended on 9 June.", "9 June", "2022-06-09", "3 May 2022"),
            ("On Tuesday he left at 4 p.m. for the coast.", "4 p.m.", "2024-05-14T16", "Tuesday"),
        ]
    ],
)
def test_what_is_counted_from_a_date_in_the_text_points_to_it(
    text: str, words: str, value: str, anchor: str
) -> None:
    found = dict(told(text))[words]
    assert found.value == value
    assert found.anchor
    assert found.anchor.of(text) == anchor


def test_the_day_before_an_event_is_not_the_day_before_a_date() -> None:
    assert values("He called on 3 May. The day before Ann left he wept.")["The day"] == "XXXX-XX-XX"


def test_a_time_at_the_head_of_a_paragraph_is_of_the_day_of_a_live_report() -> None:
    found = told("The poll on 1 March is near.", "9:40 p.m. The count begins.")
    assert found[-1][1].value == "2024-05-17T21:40"


@pytest.mark.parametrize(
    "text",
    [
        "He may march on. She fell; the sun will fall, too.",
        "May said nothing.",
        "the 4x100 relay",
        "2,010 people and 2010 people",
        "$2010 for No. 2010",
        "a second round",
        "three-quarters of voters",
        "T72 tanks, a 26.2-mile race, 20cm of snow",
        "the New York Daily News",
        "as soon as he can",
        "soon after the vote",
    ],
)
def test_words_that_tell_no_time_are_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["31 November", "30 February", "29 February 2023", "13.13.2022"])
def test_an_impossible_date_has_no_value_and_a_note(text: str) -> None:
    ((words, found),) = told(f"It happened on {text}.")
    assert (words, found.value, found.interval) == (text, None, None)
    (note,) = notes(f"It happened on {text}.")
    assert (note.code, note.span) == ("impossible-date", found.span)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Friday", "XXXX-WXX-5"),
        ("on 3 May", "XXXX-05-03"),
        ("last week", None),
        ("two days ago", None),
        ("3 May 2022", "2022-05-03"),
        ("now", "PRESENT_REF"),
    ],
)
def test_without_a_publication_time_only_what_is_absolute_is_placed(
    text: str, value: str | None
) -> None:
    ((_, found),) = told(text, published=None)
    assert found.value == value
    assert (found.interval is not None) == (value == "2022-05-03")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param(text, value, id=text)
        for text, value in [
            ("Talks will resume on Monday.", "2024-05-20"),
            ("Talks resumed on Monday.", "2024-05-13"),
            ("The curfew runs until Sunday.", "2024-05-19"),
            ("The vote is expected to take place in June.", "2024-06"),
            ("The book is due to be published in June.", "2024-06"),
            ("He left the army in June.", "2023-06"),
            ("He agreed on Monday to leave.", "2024-05-13"),
            ("Prices had doubled by the end of the year.", "2023"),
            ("The towns vote on 12 July.", "2024-07-12"),
            ("The paper was dated 18 May.", "2024-05-18"),
        ]
    ],
)
def test_the_tense_of_the_clause_tells_what_is_ahead(text: str, value: str) -> None:
    ((_, found),) = told(text, parsed=True)
    assert found.value == value


def test_what_no_one_reads_is_not_searched() -> None:
    assert told("") == []


@given(st.text(max_size=200))
def test_no_text_breaks_it_and_spans_lie_in_the_text(text: str) -> None:
    for words, found in told(text):
        assert words
        assert found.interval is None or found.interval[0] < found.interval[1]


WORDS = """
the last next 3 31 30 2022 99 May Feb. of Friday , - / a few years day before ago half and
two hours 3:40 p.m. GMT quarter 1980s ' s every night week end early mid about to later
this 9999 0001 first 29 February weekend that same following Easter decades century .
24.02.2022
"""
PIECES = st.sampled_from([*WORDS.split()])


@given(
    st.lists(PIECES, max_size=14).map(" ".join),
    st.sampled_from([FRIDAY, None, "0001-01-01", "9999-12-31", "?"]),
)
def test_no_row_of_time_words_breaks_it(text: str, published: str | None) -> None:
    read = run(Draft(document(text, published=published), "en"), (times,))
    spans = [each.span for each in read.every(TimeExpression)]
    assert all(not one.meets(other) for one, other in pairwise(spans))
    assert {note.code for note in read.every(Note)} <= {"impossible-date"}
    for each in read.every(TimeExpression):
        assert each.interval is None or each.interval[0] < each.interval[1]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            ["In 2012 it rained. On 16 September it froze."], "2012-09-16", id="one-passage"
        ),
        pytest.param(
            ["He lost in 2012.", "The survey ran on 16 September."],
            "XXXX-09-16",
            id="another-passage",
        ),
        pytest.param(
            ["On 3 May 2012 it rained.", "On 16 September it froze."], "2012-09-16", id="whole-date"
        ),
    ],
)
def test_of_a_text_of_no_known_day_a_year_alone_dates_its_own_passage(
    paragraphs: list[str], expected: str
) -> None:
    found = {words: each.value for words, each in told(*paragraphs, published=None)}
    assert found["16 September"] == expected
