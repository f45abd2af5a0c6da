"""Print what a casebook keeps of one document or assertion."""

from furphy.cli.batch import tell_written
from furphy.cli.exit import Exit
from furphy.cli.output import Pages, stream, taker
from furphy.cli.rows import To, refused
from furphy.desk.showing import shown
from furphy.export.visible import on_one_line
from furphy.model.assertion import Assertion
from furphy.model.reading import Reading
from furphy.model.text import quoted


def show(where: str, name: str, to: To, *, as_read: bool = False) -> Exit:
    """Show a stored reading; return what to tell the shell.

    ``to`` is the format, and the file of a page where one is wanted.
    """
    form, page = to.form, to.output
    with refused() as outcome:
        kept = shown(where, name, as_read=as_read)
        if page is not None:
            pages = Pages(page, kept.verdicts)
            pages.add(kept.reading)
            tell_written(pages.written)
            return Exit.ALL_READ
        with stream(None) as out:
            if form == "json":
                out.write(f"{kept.line}\n")
                return Exit.ALL_READ
            taker(form, out, kept.verdicts)(kept.reading)
            if form == "report" and kept.assertion is not None:
                out.write(_asked_for(kept.reading, kept.assertion))
    return outcome[0]


def _asked_for(reading: Reading, assertion: Assertion) -> str:
    words = quoted(reading.document.text, assertion.spans)
    return f"asked for: {assertion.factuality.value.value}  {on_one_line(words)}\n"
