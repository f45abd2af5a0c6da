import csv
import io

import pytest
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
