import io

from made import flood, made
from rich.console import Console

from furphy.export.comparison import compare


def compared(width: int = 100) -> str:
    to = io.StringIO()
    plain = made("It rained.", title="Rain")
    plain.assertion("It rained")
    readings = [flood().reading(title="Dam bursts"), plain.reading(title="Rain\x1b[2J")]
    compare(readings, Console(file=to, width=width))
    return to.getvalue()


def test_each_text_has_a_row_in_the_order_given() -> None:
    table = compared()
    assert table.index("1. Dam bursts") < table.index("2. Rain")


def test_a_row_counts_what_rests_on_whom() -> None:
    table = compared()
    for told in ("2 a named source", "1 no name", "2 its own word", "1 its own word"):
        assert told in table
    assert "Sources (unnamed)" in table


def test_a_title_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in compared()


def test_the_table_fits_the_terminal() -> None:
    assert max(map(len, compared(80).splitlines())) <= 80
