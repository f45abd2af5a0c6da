"""``furphy origins``: what each document goes back to."""

from pathlib import Path

import click

from furphy.cli import wishes
from furphy.cli.casebook import CASE

_EXAMPLES = """\b
Examples:
  furphy origins case.furphy
  furphy origins case.furphy --format jsonl

\b
Exit codes: 0 done, 2 called wrongly, 3 not traced.
"""


@click.command("origins", epilog=_EXAMPLES)
@CASE
@wishes.output
@wishes.jobs
@click.pass_context
def command(ctx: click.Context, case: str, form: str, output: Path | None, jobs: int) -> None:
    """List what each document of a casebook goes back to: its origins.

    An origin goes by the document in which it is first met. Documents with an origin in common are
    not independent of each other, however many outlets printed them.
    """
    from furphy.cli import traced  # noqa: PLC0415 (loaded when it runs)
    from furphy.cli.rows import To  # noqa: PLC0415 (loaded when it runs)

    ctx.exit(traced.origins(case, To(form, output), jobs))
