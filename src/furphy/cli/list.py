"""``furphy list``: all documents, assertions, sources or failures of a casebook."""

from pathlib import Path

import click

from furphy.cli import wishes
from furphy.cli.casebook import CASE

_EXAMPLES = """\b
Examples:
  furphy list case.furphy documents
  furphy list case.furphy assertions --firmness CT- --format csv --output denied.csv
  furphy list case.furphy sources --format jsonl
  furphy list case.furphy failures

\b
Exit codes: 0 listed, 2 called wrongly, 3 not listed.
"""


@click.command("list", epilog=_EXAMPLES)
@CASE
@click.argument("what", type=click.Choice(["documents", "assertions", "sources", "failures"]))
@wishes.filters
@wishes.output
@click.pass_context
def command(
    ctx: click.Context,
    /,
    case: str,
    what: str,
    form: str,
    output: Path | None,
    **options: object,
) -> None:
    """List all of one sort in a casebook; the filters hold for documents and assertions."""
    from furphy.cli import hits, listing  # noqa: PLC0415 (loaded when it runs)
    from furphy.cli.rows import To  # noqa: PLC0415 (loaded when it runs)

    to = To(form, output)
    if what in ("documents", "assertions"):
        ctx.exit(hits.search(case, wishes.wish("", (what,), dict(options)), to))
    if any(options.values()):
        raise click.UsageError(f"filters hold for documents and assertions, not for {what}")
    ctx.exit(listing.sources(case, to) if what == "sources" else listing.failures(case, to))
