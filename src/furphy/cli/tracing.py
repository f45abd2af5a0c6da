"""Print the trace of a claim, or write it as a dossier."""

from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console

from furphy.cli.batch import tell_written
from furphy.cli.exit import Exit
from furphy.cli.output import stream
from furphy.cli.rows import refused
from furphy.desk.claiming import claim, material
from furphy.export.claims import trace_text
from furphy.export.dossier import page, terminal


@dataclass(frozen=True, slots=True)
class Request:
    """What someone asked ``furphy trace`` for."""

    case: str
    name: str
    form: str = "tree"
    page: Path | None = None
    jobs: int = 1
    as_read: bool = False
    """Without what people corrected and reject."""


def run(request: Request) -> Exit:
    """Trace a claim and show it; return what to tell the shell."""
    with refused() as outcome:
        told = claim(request.case, request.name, request.jobs, as_judged=not request.as_read)
        account = told.accounts[0]
        if request.page is not None:
            html = page.render(material(told, account))
            try:
                request.page.write_text(html, encoding="utf-8", errors="replace")
            except OSError as error:
                raise click.FileError(str(request.page), error.strerror) from error
            tell_written([request.page])
            return Exit.ALL_READ
        with stream(None) as to:
            if request.form == "json":
                trace = told.trace
                text = trace_text(account, trace.documents, trace.readings, told.said)
                click.echo(text, file=to)
            else:
                terminal.show(material(told, account), Console(file=to, highlight=False))
    return outcome[0]
