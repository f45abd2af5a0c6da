"""``furphy derivations``: which document was made from which."""

from pathlib import Path

import click

from furphy.cli import wishes
from furphy.cli.casebook import CASE

_EXAMPLES = """\b
Examples:
  furphy derivations case.furphy
  furphy derivations case.furphy --format jsonl --output derivations.jsonl
  furphy judge split case.furphy 1f3a97c1 8d02b1aa --by ... --because "both have the statement"

\b
Exit codes: 0 done, 2 called wrongly, 3 not traced.
"""


@click.command("derivations", epilog=_EXAMPLES)
@CASE
@wishes.output
@wishes.jobs
@click.pass_context
def command(ctx: click.Context, case: str, form: str, output: Path | None, jobs: int) -> None:
    """List which documents of a casebook were made from which others, and how.

    Copies, excerpts, revisions, translations, forwards and citations, each with its score, the
    passages both have, and what else speaks for it. "from" was there before "to". Documents that
    people judged to be the same, or not, are linked or kept apart accordingly.
    """
    from furphy.cli import traced  # noqa: PLC0415 (loaded when it runs)
    from furphy.cli.rows import To  # noqa: PLC0415 (loaded when it runs)

    ctx.exit(traced.derivations(case, To(form, output), jobs))
