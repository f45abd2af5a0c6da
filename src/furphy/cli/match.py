"""``furphy match``: which texts of one collection say what those of another say."""

from pathlib import Path

import click

_EXAMPLES = """\b
Examples:
  furphy match --queries posts.jsonl --against checked-claims.jsonl
  furphy match --queries posts.jsonl --against checked-claims.jsonl \\
      --most 5 --format jsonl > matches.jsonl
  furphy match --queries today.csv --against archive.jsonl --no-vectors

\b
Exit codes: 0 all matched, 1 some texts could not be read, 2 called wrongly, 3 nothing matched.
"""


@click.command("match", epilog=_EXAMPLES)
@click.option(
    "--queries",
    required=True,
    metavar="INPUT",
    help="What to look for: a file, folder or address; of JSON Lines, each record.",
)
@click.option("--against", required=True, metavar="INPUT", help="What to look in.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="A list for people, or one JSON object a query.",
)
@click.option(
    "--most",
    type=click.IntRange(1, 100_000),
    default=20,
    show_default=True,
    help="Matches of each query.",
)
@click.option(
    "--vectors/--no-vectors",
    default=True,
    show_default=True,
    help="Compare meanings too, where the extra “multilingual” is installed.",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
@click.pass_context
def command(ctx: click.Context, /, **options: object) -> None:
    """Find texts that say the same: posts among claims that were checked, reports in an archive.

    Each query gets its likeliest matches, best first. The score says how much of the query a text
    says, from 0 to 1. Whether both put the same thing forward is told apart from it: "joined" is
    sure enough, "proposed" is for you to judge, and "no" says that the numbers, places, days, parts
    or denials differ, or that too little is shared.
    """
    # What compares texts loads only now, so that --help stays quick.
    from furphy.cli.matches import Request, run  # noqa: PLC0415 (loaded when it runs)

    # click has checked the type of each option; only the mapping that holds them is untyped.
    ctx.exit(run(Request(**options)))  # type: ignore[arg-type]  # click has seen to their types
