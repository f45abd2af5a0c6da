"""``furphy export``: all readings of a casebook, for other programs."""

from pathlib import Path

import click

from furphy.cli.casebook import CASE, refusals

_EXAMPLES = """\b
Examples:
  furphy export case.furphy --format jsonl --output readings.jsonl
  furphy export case.furphy | sha256sum
"""


@click.command("export", epilog=_EXAMPLES)
@CASE
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of standard output.",
)
@click.option("--as-read", is_flag=True, help="Leave out what people judged.")
@click.pass_context
def command(
    ctx: click.Context, case: str, form: str, output: Path | None, *, as_read: bool
) -> None:
    """Write out the readings of a casebook, one a line, as furphy read --format json does.

    They stand in the order of the documents' ids, so that casebooks with the same documents, read
    by the same furphy, give the same bytes, however the documents came in. What people judged is
    laid over them, with what furphy found kept beside it under "judged".
    """
    from furphy.cli.output import stream  # noqa: PLC0415
    from furphy.desk.exporting import exported  # noqa: PLC0415

    with refusals(ctx), stream(output) as to:
        for line in exported(case, _warn, as_read=as_read):
            to.write(f"{line}\n")


def _warn(told: str) -> None:
    click.echo(f"furphy: {told}", err=True)
