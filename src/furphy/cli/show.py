"""``furphy show``: the report of a document in a casebook, as it was read."""

from pathlib import Path

import click

from furphy.cli.casebook import CASE

_EXAMPLES = """\b
Examples:
  furphy show case.furphy 3f9a1c
  furphy show case.furphy report.html --html page.html
  furphy show case.furphy sha256:3f9a1c --format json

\b
Exit codes: 0 shown, 2 called wrongly, 3 not there, or several things are.
"""


@click.command("show", epilog=_EXAMPLES)
@CASE
@click.argument("name", metavar="ID")
@click.option(
    "--format",
    "form",
    type=click.Choice(["report", "json", "csv"]),
    default="report",
    show_default=True,
    help="A report for people, the reading as a line of JSON, or a table.",
)
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a self-contained page into this file.",
)
@click.option("--as-read", is_flag=True, help="Leave out what people judged.")
@click.pass_context
def command(  # noqa: PLR0913 - an option each
    ctx: click.Context, case: str, name: str, form: str, page: Path | None, *, as_read: bool
) -> None:
    """Show all that was read in a document.

    ID is the id of a document or an assertion, the first four digits of one or more, or the name
    that the document was added under. Nothing is read again: this is what is stored,
    with what people judged laid over it and what furphy found kept beside it.
    """
    from furphy.cli.rows import To  # noqa: PLC0415 (loaded when it runs)
    from furphy.cli.showing import show  # noqa: PLC0415 (loaded when it runs)

    ctx.exit(show(case, name, To(form, page), as_read=as_read))
