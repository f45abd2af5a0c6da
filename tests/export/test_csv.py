import csv
import io

import pytest
from front import front
from made import Made, flood, made

from furphy.export.csv import COLUMNS, Table


def table(*documents: Made) -> list[dict[str, str]]:
    to = io.StringIO()
    rows = Table(to)
    for each in documents:
        rows.add(each.reading())
    to.seek(0)
    return list(csv.DictReader(to))


def test_each_assertion_is_a_row() -> None:
    rows = table(flood(), flood())
    assert len(rows) == 2 * len(flood().assertions)
    assert tuple(rows[0]) == COLUMNS


def test_a_chain_is_written_from_the_outermost_speaker_inwards() -> None:
    [row] = [each for each in table(flood()) if each["text"] == "looters were seen downstream"]
    assert row["chain"] == "The mayor's office > residents"
    assert (row["firmness"], row["author_firmness"]) == ("CT+", "UU")


def test_hedges_and_statements_on_verification_are_told() -> None:
    [row] = [each for each in table(flood()) if "40" in each["text"]]
    assert row["status"] == "unconfirmed"
    assert row["firmness_cues"] == "hedge: may"
    assert row["cue_words"] == "claim that"


def test_places_times_and_quantities_stand_with_what_they_mean() -> None:
    first, second = table(front())
    assert first["places"] == "Robotyne = Robotyne 47.44500 35.83700 ± 2 km"
    assert first["times"] == "early November = 2024-11 START [2024-11-01 .. 2024-11-11)"
    assert first["quantities"] == "At least 12 soldiers = ≥ 12 killed"
    assert second["quantities"] == "about 20 km = ≈ 18–22 km; two tanks = 2"
    assert second["times"] == ""


def test_what_is_unknown_is_a_question_mark() -> None:
    text = made("Dozens left Nowhereske once.")
    place, time = text.toponym("Nowhereske"), text.time("once")
    number = text.quantity("Dozens", None, None)
    text.assertion(
        "Dozens left Nowhereske once", toponyms=(place,), times=(time,), quantities=(number,)
    )
    [row] = table(text)
    told = (row["places"], row["times"], row["quantities"])
    assert told == ("Nowhereske = ?", "once = ?", "Dozens = ?")


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")', "\x1b=1"]


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_begins_like_a_formula(words: str) -> None:
    hostile = made(f"Seen: {words}")
    hostile.key = words
    hostile.assertion(words)
    [row] = table(hostile)
    for cell in row.values():
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert words.strip("\t\x1b") in row["text"]


def test_several_lines_become_one() -> None:
    verse = made("It fell\nin the night\r\nand burned.")
    verse.assertion("It fell\nin the night\r\nand burned")
    assert table(verse)[0]["text"] == "It fell in the night and burned"
