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


def run(request: Request) -> Exit:
    """Trace a claim and show it; return what to tell the shell."""
    with refused() as outcome:
        # A dossier is shown to people who want to know who says so; the rest tells what was traced.
        laid_over = request.page is not None
        told = claim(request.case, request.name, request.jobs, as_judged=laid_over)
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
                click.echo(trace_text(account, told.trace.documents, told.trace.readings), file=to)
            else:
                terminal.show(material(told, account), Console(file=to, highlight=False))
    return outcome[0]
