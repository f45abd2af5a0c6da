import json
import runpy
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from front import front
from hypothesis import given
from hypothesis import strategies as st
from made import flood, made

from furphy.export.json import line, reading_object
from furphy.model.document import (
    Basis,
    DerivationKind,
    DerivedFrom,
    Note,
    Published,
    Segment,
    SegmentKind,
)
from furphy.model.reading import Reading
from furphy.model.text import Span

SCORERS = Path(__file__).parents[2] / "../shared/eval"


def defects(*readings: Reading) -> list[str]:
    """Return what the project's span gate has against these readings."""
    if not SCORERS.is_dir():
        pytest.skip("the span gate is not here")
    sys.path.insert(0, str(SCORERS))
    try:
        score = runpy.run_path(str(SCORERS / "score_spans.py"))["score"]
    finally:
        sys.path.remove(str(SCORERS))
    result, first = score([json.loads(line(each)) for each in readings])
    assert result["readings"] == len(readings)
    return [str(each) for each in first]


def test_a_reading_has_the_fields_of_the_contract() -> None:
    assert list(reading_object(flood().reading())) == [
        "schema",
        "made_by",
        "document",
        "sources",
        "attributions",
        "assertions",
        "places",
        "constraints",
        "times",
        "quantities",
        "identities",
        "notes",
    ]


def test_a_reading_passes_the_span_gate() -> None:
    assert defects(flood().reading(), front().reading(), made("Nothing is said.").reading()) == []


def test_every_quoted_text_re_reads() -> None:
    read = json.loads(line(flood().reading()))
    text = read["document"]["text"]
    for each in read["assertions"]:
        assert each["text"] == " … ".join(text[start:end] for start, end in each["spans"])


def test_every_quoted_text_of_the_grounding_re_reads() -> None:
    read = json.loads(line(front().reading()))
    text = read["document"]["text"]
    mentions = [each for identity in read["identities"] for each in identity["mentions"]]
    for each in (*read["places"], *read["times"], *read["quantities"], *mentions):
        start, end = each["span"]
        assert each["text"] == text[start:end]
    for each in read["quantities"]:
        assert each["of"] == (text[slice(*each["of_span"])] if each["of_span"] else None)


def test_a_place_is_told_with_what_decided_and_what_else_it_could_be() -> None:
    verbove = json.loads(line(front().reading()))["places"][3]
    assert (verbove["text"], verbove["kinds"], verbove["score"]) == ("Verbowe", ["village"], 0.93)
    assert verbove["place"]["name"] == "Verbove"
    assert [each["score"] for each in verbove["candidates"]] == [0.93, 0.05]
    assert verbove["because"] == [
        "distance: 20.8 km from Orikhiv, stated: about 20 km",
        "spelling: German spelling of Verbove",
    ]
    assert [len(each["spans"]) for each in verbove["grounds"]] == [1, 0]


def test_a_name_nothing_fits_keeps_its_candidates_and_has_no_place() -> None:
    [nowhere] = [
        each for each in json.loads(line(front().reading()))["places"] if not each["place"]
    ]
    assert (nowhere["text"], nowhere["place"], nowhere["score"]) == ("Nowhereske", None, None)
    assert len(nowhere["candidates"]) == 1


def test_what_a_time_or_quantity_does_not_say_is_left_out() -> None:
    read = json.loads(line(front().reading()))
    november, tuesday = read["times"]
    assert (november["mod"], november["interval"]) == ("START", ["2024-11-01", "2024-11-11"])
    assert "anchor" not in november
    assert "mod" not in tuesday
    toll, distance, _ = read["quantities"]
    assert (toll["low"], toll["high"], toll["casualty"], toll["of"]) == (
        12,
        None,
        "killed",
        "soldiers",
    )
    assert (distance["unit"], distance["of"], distance["of_span"]) == ("km", None, None)
    assert "casualty" not in distance


def test_a_number_beyond_all_bounds_is_unknown() -> None:
    text = made("1e999 men came.")
    text.quantity("1e999", float("inf"), float("inf"))
    [quantity] = json.loads(line(text.reading()))["quantities"]
    assert (quantity["low"], quantity["high"]) == (None, None)


def test_an_assertion_points_to_what_stands_in_it() -> None:
    first = json.loads(line(front().reading()))["assertions"][0]
    assert (first["places"], first["times"], first["quantities"]) == ([1], [0], [0])


def test_a_source_in_several_parts_keeps_them_all() -> None:
    said = made("He, the board said, and later repeated, was right.")
    board = said.source("the board")
    said.attribution(board, "said|repeated", "He|was right")
    [attribution] = json.loads(line(said.reading()))["attributions"]
    assert attribution["cue_span"] == attribution["cue_spans"][0] == [14, 18]
    assert len(attribution["cue_spans"]) == 2
    assert "source_spans" not in attribution


def test_an_agentless_cue_has_no_source_and_no_source_span() -> None:
    heard = made("Reportedly it rained.")
    heard.attribution(None, "Reportedly", "it rained")
    [attribution] = json.loads(line(heard.reading()))["attributions"]
    assert attribution["source"] is None
    assert attribution["source_span"] is None


def test_what_is_unknown_is_null_and_what_is_known_is_told() -> None:
    reading = made("One.").reading(
        outlet="The Wire",
        published=Published("2024-03-14", "2024-03-15", Basis.URL),
        segments=(Segment(SegmentKind.PARAGRAPH, Span(0, 4), "fr", 2),),
        derived_from=(
            DerivedFrom(DerivationKind.FORWARD, "A channel"),
            DerivedFrom(DerivationKind.ORIGINAL, "https://example.org", Span(0, 3)),
        ),
    )
    document = json.loads(line(reading))["document"]
    assert (document["url"], document["outlet"]) == (None, "The Wire")
    assert document["published"] == {"interval": ["2024-03-14", "2024-03-15"], "basis": "url"}
    assert document["segments"] == [
        {"kind": "paragraph", "start": 0, "end": 4, "language": "fr", "page": 2}
    ]
    assert document["derived_from"] == [
        {"kind": "forward", "target": "A channel"},
        {"kind": "original", "target": "https://example.org", "start": 0, "end": 3},
    ]


def test_a_note_met_on_the_way_in_and_again_in_reading_is_told_once() -> None:
    note = Note("unclosed-quotation", "a quotation is never closed", Span(0, 1))
    reading = replace(made("One.").reading(notes=(note,)), notes=(note,))
    assert json.loads(line(reading))["notes"] == [
        {"code": "unclosed-quotation", "span": [0, 1], "message": "a quotation is never closed"}
    ]


@given(st.text(min_size=1).filter(lambda text: text.isprintable() or "\u2028" in text))
def test_any_text_stays_on_one_line_and_comes_back(text: str) -> None:
    printed = line(made(text).reading())
    assert len(printed.splitlines()) == 1
    assert json.loads(printed)["document"]["text"] == text
