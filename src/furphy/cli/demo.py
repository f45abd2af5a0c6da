"""``furphy demo``: read the sample reports that come with furphy."""

from pathlib import Path

import click


@click.command("demo", epilog="Try: furphy demo --html pages")
@click.option(
    "--html",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Also write each reading as a page into this folder.",
)
@click.pass_context
def command(ctx: click.Context, folder: Path | None) -> None:
    """Read six sample reports and show what they rest on.

    Four of them tell of one event, each more weakly sourced than the one before it; a table at the
    end compares these. The events are invented, the places are real.
    """
    from furphy.cli.samples import demonstrate  # noqa: PLC0415 (loaded when it runs)

    ctx.exit(demonstrate(folder))
