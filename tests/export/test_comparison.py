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
    dam, rain = (line.split() for line in compared().splitlines() if line[:2] in {"1.", "2."})
    assert dam[-5:] == ["2", "1", "2", "1", "1"]
    assert rain[-5:] == ["0", "0", "1", "0", "0"]


def test_a_row_names_whom_its_text_rests_on() -> None:
    table = compared(200)
    assert (
        "rests on: the regional water board, The mayor's office, residents, Sources (unnamed)"
        in table
    )
    assert "rests on: nobody" in table


def test_a_title_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in compared()


def test_the_table_fits_the_terminal() -> None:
    assert max(map(len, compared(80).splitlines())) <= 80
