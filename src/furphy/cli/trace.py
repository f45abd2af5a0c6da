"""``furphy trace``: one claim, who told it first, who took it from whom, and what became of it."""

from pathlib import Path

import click

from furphy.cli import wishes
from furphy.cli.casebook import CASE

_EXAMPLES = """\b
Examples:
  furphy trace case.furphy 3f9a1c
  furphy trace case.furphy 3f9a1c --format json
  furphy trace case.furphy 3f9a1c --html dossier.html

\b
Exit codes: 0 traced, 2 called wrongly, 3 no such claim, or several.
"""


@click.command("trace", epilog=_EXAMPLES)
@CASE
@click.argument("name", metavar="CLAIM")
@click.option(
    "--format",
    "form",
    type=click.Choice(["tree", "json"]),
    default="tree",
    show_default=True,
    help="For people; or for programs.",
)
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a self-contained dossier into this file.",
)
@wishes.as_read
@wishes.jobs
@click.pass_context
def command(ctx: click.Context, /, **options: object) -> None:
    """Trace one claim of a casebook back to its origins.

    CLAIM is an id that furphy claims lists, or at least the first four digits of it; the id of an
    assertion stands for the claim that it belongs to. Shown are the origins and why they count as
    separate, which document was made from which, the links by which the number would change, what
    contradicts the claim, what became of it, and how each document puts it; what people corrected
    or reject is told beside what was read, with who says so.
    """
    from furphy.cli.tracing import Request, run  # noqa: PLC0415 (loaded when it runs)

    ctx.exit(run(Request(**options)))  # type: ignore[arg-type]  # click has seen to their types
