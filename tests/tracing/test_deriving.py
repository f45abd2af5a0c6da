"""Reports of invented events, and what was made of them."""

import random
from collections.abc import Sequence

import pytest

from furphy.model.derivation import Derivation, Relation
from furphy.tracing.candidates import candidates_of
from furphy.tracing.corpus import in_order, prepared
from furphy.tracing.deriving import derivations
from furphy.tracing.traced import Traced, Window

HOUR = 3600.0
REPORT = (
    "A goods train left the rails on Monday near the northern bridge of Poltava, the railway said."
    " Eleven wagons lay across both tracks, and fuel ran into a ditch beside the Vorskla."
    " Firefighters laid 300 metres of barriers before noon and kept people away from the bank."
    " The driver, who was alone in the cab, walked to the next signal box and called for help."
    " Trains to Kharkiv go by way of Krasnohrad until Thursday, 40 minutes later than planned."
    " Nobody was hurt. An inquiry will look at the rail joint, which was changed in March."
)
SENTENCES = [f"{each.rstrip('.')}." for each in REPORT.split(". ")]
OTHER = (
    "Bakers in Lviv ran out of flour on Tuesday after the mill at Zymna Voda stood still."
    " Queues formed before seven in the morning, and two shops in the centre did not open at all."
    " The city council promised forty tonnes from its reserve, to be handed out from Friday on."
)
FRAME = (
    "A goods train left the rails on Friday near the southern bridge of Sumy, the railway said."
    " Four wagons lay across both tracks, and grain ran into a ditch beside the Psel."
    " Firefighters laid 80 metres of barriers before noon and kept people away from the bank."
)


def document(key: str, text: str, hour: float | None, **told: object) -> Traced:
    published = None if hour is None else Window(hour * HOUR, hour * HOUR + 1)
    return Traced(key, text, "en", published=published, **{"title": key, **told})  # type: ignore[arg-type]  # fields by name


def found(*documents: Traced) -> dict[tuple[str, str], Derivation]:
    ordered = [documents[place] for place in in_order(documents)]
    corpus = prepared(ordered)
    return {
        (ordered[each.source].key, ordered[each.target].key): each
        for each in derivations(corpus, candidates_of(corpus))
    }


def kinds(*documents: Traced) -> dict[tuple[str, str], Relation]:
    return {pair: each.relation for pair, each in found(*documents).items()}


FIRST = document("first", REPORT, 0)
REVISED = (
    "Nobody was hurt. A freight train left the rails on Monday near the northern bridge of Poltava,"
    " the operator said. Eleven wagons lay across both tracks, and fuel ran into a ditch beside the"
    " Vorskla. Trains to Kharkiv go by way of Krasnohrad until Thursday, 40 minutes later."
    " Crews laid 300 metres of barriers before noon and kept people away from the bank."
)
CITED = (
    "A goods train left the rails on Monday near the northern bridge of Poltava, the Vorskla"
    " Courier writes. We could not check this."
)


@pytest.mark.parametrize(
    ("later", "relation"),
    [
        pytest.param(document("b", REPORT, 2), Relation.COPY, id="word for word"),
        pytest.param(
            document("b", f"{REPORT}\n\nSubscribe for more.", 2), Relation.COPY, id="with a foot"
        ),
        pytest.param(
            document("b", " ".join(SENTENCES[1:4]), 2), Relation.EXCERPT, id="a part of it"
        ),
        pytest.param(document("b", REVISED, 2), Relation.REVISION, id="in other words"),
        pytest.param(
            document("b", REPORT, 2, title=None), Relation.FORWARD, id="as a message, untitled"
        ),
        pytest.param(
            document("b", REPORT, 2, forwarded=("https://a.example/1",)),
            Relation.FORWARD,
            id="passed on, as it says",
        ),
        pytest.param(document("b", CITED, 2), Relation.CITATION, id="retold and named"),
    ],
)
def test_what_was_made_of_a_report(later: Traced, relation: Relation) -> None:
    first = document("first", REPORT, 0, outlet="Vorskla Courier", url="https://a.example/1")
    assert kinds(first, later, document("other", OTHER, 1)) == {("first", "b"): relation}


def test_a_report_in_the_same_frame_of_another_event_was_not_made_from_it() -> None:
    assert kinds(FIRST, document("b", FRAME, 100)) == {}


def test_what_joins_passages_of_two_has_both() -> None:
    joined = document("b", f"{' '.join(SENTENCES[:3])}\n\n{OTHER}", 5)
    assert kinds(FIRST, document("other", OTHER, 1), joined) == {
        ("first", "b"): Relation.EXCERPT,
        ("other", "b"): Relation.EXCERPT,
    }


def test_passages_stand_in_both_texts() -> None:
    for each in found(FIRST, document("b", REVISED, 2)).values():
        assert len(each.passages) > 1
        for passage in each.passages:
            assert passage.source.of(REPORT).casefold() == passage.target.of(REVISED).casefold()


@pytest.mark.parametrize("hours", [(None, None), (3, 3), (3, None), (None, 3)])
def test_without_times_the_whole_comes_before_its_part(
    hours: tuple[float | None, float | None],
) -> None:
    whole, part = hours
    assert kinds(
        document("whole", REPORT, whole), document("part", " ".join(SENTENCES[:2]), part)
    ) == {("whole", "part"): Relation.EXCERPT}


def test_documents_that_cite_each_other_make_no_ring() -> None:
    one = document("a", f"{REPORT} https://b.example/2", 1, url="https://a.example/1")
    two = document("b", f"{REPORT} https://a.example/1", 1, url="https://b.example/2")
    assert len(found(one, two)) == 1


def test_a_document_that_names_itself_is_not_its_own_source() -> None:
    own = document("a", f"{REPORT} https://a.example/1", 1, url="https://a.example/1", outlet="A B")
    assert found(own) == {}


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["", "", ""], id="empty"),
        pytest.param(["Fire", "Fire", "Fire"], id="one word"),
        pytest.param(["!?", "…", "\ud800"], id="no words"),
        pytest.param([REPORT * 2000, REPORT], id="a megabyte"),
    ],
)
def test_no_text_breaks_it(texts: Sequence[str]) -> None:
    found(*(document(f"d{place}", text, place) for place, text in enumerate(texts)))


def test_a_line_that_a_whole_site_shares_joins_nothing() -> None:
    foot = "Read us every morning: all news of the region, the weather and the roads."
    told = [
        "The river rose two metres over night and took the old mill of Hadiach with it.",
        "A court in Kyiv freed all nine miners who had been held since the strike in spring.",
        "Doctors counted forty new cases of measles among the children of Odesa on Thursday.",
        "Farmers blocked the road to Medyka with tractors to protest against the price of grain.",
        "An opera house reopened in Dnipro after its roof had been mended for seven years.",
        "Engineers switched the last coal plant of the Donets basin off on Sunday evening.",
        "Pupils from Uzhhorod found a mammoth's tooth on the bank of the Latorytsia river.",
    ]
    assert found(*(document(f"d{n}", f"{each} {foot}", n) for n, each in enumerate(told))) == {}


def test_a_text_that_comes_back_whole_may_do_so_after_a_year() -> None:
    assert kinds(FIRST, document("late", REPORT, 24 * 365)) == {("first", "late"): Relation.COPY}


def test_a_frame_that_comes_back_after_days_was_not_made_from_the_last() -> None:
    assert found(FIRST, document("frame", FRAME, 24 * 11)) == {}


def test_of_two_sources_alike_the_title_tells() -> None:
    part = " ".join(SENTENCES[:4])
    shortened = " ".join(SENTENCES[:5])
    one = document("one", REPORT, 0, title="Train leaves the rails at Poltava")
    two = document("two", shortened, 1, title="Fuel runs into the Vorskla")
    told = found(one, two, document("part", part, 2, title="Fuel runs into the Vorskla"))
    assert ("two", "part") in told


def test_who_cannot_take_its_likeliest_source_takes_the_next() -> None:
    day = Window(0, 24 * HOUR)
    copies = [Traced(each, REPORT, "en", title=each, published=day) for each in ("a", "b")]
    dated = document("c", REPORT, 30)
    told = found(*copies, dated)
    assert len(told) == 2
    assert {target for _, target in told} | {"a", "b"} == {"a", "b", "c"}
    assert ("c", "a") not in told
    assert ("c", "b") not in told


def test_the_order_of_input_makes_no_difference() -> None:
    documents = [
        FIRST,
        document("copy", REPORT, 2),
        document("part", " ".join(SENTENCES[1:4]), 3),
        document("revised", REVISED, None),
        document("other", OTHER, 1),
        document("frame", FRAME, 4),
    ]
    wanted = found(*documents)
    shuffled = random.Random(7)  # noqa: S311 (no secret)
    for _ in range(5):
        shuffled.shuffle(documents)
        again = found(*documents)
        assert {pair: each.relation for pair, each in again.items()} == {
            pair: each.relation for pair, each in wanted.items()
        }


@pytest.mark.parametrize(
    ("hour", "source"),
    [
        pytest.param(1, "points", id="clocks to the second decide"),
        pytest.param(None, "speech", id="without them the longer was there first"),
    ],
)
def test_clocks_outweigh_how_much_each_holds(hour: float | None, source: str) -> None:
    points = " ".join(SENTENCES[:2])
    whole = document("speech", REPORT, hour)
    pairs = found(document("points", points, hour and 0), whole)
    assert [one for one, _ in pairs] == [source]


def test_two_of_which_nothing_tells_the_first_are_one_from_the_other() -> None:
    day = Window(0, 24 * HOUR)
    told = found(*(Traced(each, REPORT, "en", title=each, published=day) for each in ("a", "b")))
    assert len(told) == 1
    assert next(iter(told.values())).direction == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("text", "outlets", "times"),
    [
        pytest.param(REVISED, ("Courier", "Courier"), 3.0, id="a revision of one's own"),
        pytest.param(REVISED, ("Courier", "Herald"), 1.0, id="of another outlet's"),
        pytest.param(REVISED, (None, None), 1.0, id="of nobody knows whose"),
        pytest.param(REPORT, ("Courier", "Courier"), 1.0, id="the same once more"),
    ],
)
def test_what_may_be_of_a_series_is_less_likely_a_revision(
    text: str, outlets: tuple[str | None, str | None], times: float
) -> None:
    def odds(one: str | None, other: str | None) -> float:
        made = found(document("a", REPORT, 0, outlet=one), document("b", text, 2, outlet=other))
        return made["a", "b"].score / (1 - made["a", "b"].score)

    assert odds("Courier", "Tribune") / odds(*outlets) == pytest.approx(times)
