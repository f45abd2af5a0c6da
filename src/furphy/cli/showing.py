"""Print what a casebook keeps of one document or assertion."""

from pathlib import Path

from furphy.cli.batch import tell_written
from furphy.cli.exit import Exit
from furphy.cli.output import Pages, stream, taker
from furphy.cli.rows import refused
from furphy.desk.showing import shown
from furphy.export.visible import on_one_line
from furphy.model.assertion import Assertion
from furphy.model.reading import Reading
from furphy.model.text import quoted


def show(where: str, name: str, form: str, page: Path | None) -> Exit:
    """Show a stored reading; return what to tell the shell."""
    with refused() as outcome:
        kept = shown(where, name)
        if page is not None:
            pages = Pages(page)
            pages.add(kept.reading)
            tell_written(pages.written)
            return Exit.ALL_READ
        with stream(None) as to:
            if form == "json":
                to.write(f"{kept.line}\n")
                return Exit.ALL_READ
            taker(form, to)(kept.reading)
            if form == "report" and kept.assertion is not None:
                to.write(_asked_for(kept.reading, kept.assertion))
    return outcome[0]


def _asked_for(reading: Reading, assertion: Assertion) -> str:
    words = quoted(reading.document.text, assertion.spans)
    return f"asked for: {assertion.factuality.value.value}  {on_one_line(words)}\n"
