"""``furphy claims``: what several documents of a casebook say, and from how many origins."""

from pathlib import Path

import click

from furphy.cli import wishes
from furphy.cli.casebook import CASE

_EXAMPLES = """\b
Examples:
  furphy claims case.furphy
  furphy claims case.furphy --format jsonl --output claims.jsonl
  furphy claims case.furphy --all --format csv

\b
Exit codes: 0 done, 2 called wrongly, 3 not traced.
"""


@click.command("claims", epilog=_EXAMPLES)
@CASE
@click.option("--all", "all_of_them", is_flag=True, help="Also what one document alone says.")
@wishes.as_read
@wishes.output
@wishes.jobs
@click.pass_context
def command(
    ctx: click.Context, /, case: str, form: str, output: Path | None, **options: object
) -> None:
    """List what several documents of a casebook say, and from how many independent origins.

    Assertions that say the same are one claim, within and across languages. Beside the number of
    outlets stands that of origins, from low (all links that are possible hold) over best to high
    (only sure ones do). Those with the widest gap between the two come first. furphy trace shows
    one of them. What people corrected stands instead of what was read, and what they reject counts
    for nothing; both are told with who says so.
    """
    from furphy.cli import claimed  # noqa: PLC0415 (loaded when it runs)
    from furphy.cli.rows import To  # noqa: PLC0415 (loaded when it runs)

    to = To(form, output)
    ctx.exit(claimed.claims(case, to, **options))  # type: ignore[arg-type]  # click has seen to their types
