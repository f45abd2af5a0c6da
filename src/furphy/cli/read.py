"""``furphy read``: read files, addresses or standard input."""

from pathlib import Path

import click

_EXAMPLES = """\b
Examples:
  furphy read report.html
  furphy read https://example.org/news/1 --html page.html
  furphy read articles/ --format json --output readings.jsonl --jobs 2
  curl -s https://example.org/feed.txt | furphy read - --format csv
  furphy read leaflet.txt --published 2024-03-14

\b
Exit codes: 0 all read, 1 some inputs failed, 2 called wrongly,
3 nothing could be read, 130 interrupted.
"""


@click.command("read", epilog=_EXAMPLES)
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["report", "json", "csv"]),
    help="A report for people (the default), one JSON object a line, or a table.",
)
@click.option(
    "--html",
    "pages",
    type=click.Path(path_type=Path),
    help="Write a self-contained page: one FILE.html, or a folder with a page for each document.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of standard output.",
)
@click.option(
    "--published",
    metavar="DATE",
    help="When it was published (ISO 8601), where you know better than the document.",
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Processes that read side by side; the order of the output stays.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=300,
    show_default=True,
    help="Seconds one document may take; counts where --jobs is above 1.",
)
@click.pass_context
def command(ctx: click.Context, /, **options: object) -> None:
    """Read reports and show who says what, how firmly, where, when and how many.

    An input may be an HTML page, a PDF, plain text, Markdown or JSON Lines; what it is, its content
    tells. A folder stands for all files below it but hidden ones. What cannot be read is named on
    standard error, and the rest goes on.
    """
    # The parser and all that it drags in load only now, so that --help stays quick.
    from furphy.cli.batch import Request, run  # noqa: PLC0415 (loaded when it runs)

    # click has checked the type of each option; only the mapping that holds them is untyped.
    ctx.exit(run(Request(**options)))  # type: ignore[arg-type]  # click has seen to their types
