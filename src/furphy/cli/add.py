"""``furphy add``: put documents into a casebook and read them."""

import click

from furphy.cli.casebook import CASE, refusals

_EXAMPLES = """\b
Examples:
  furphy add case.furphy reports/ telegram-export.zip
  furphy add case.furphy https://example.org/news/1 --jobs 2
  furphy add case.furphy posts.csv --field text=body --field published=sent_at
  furphy add case.furphy archive/ --no-read     keep now …
  furphy add case.furphy                        … go on, and read later
  furphy add postgresql://me@localhost/case reports/

\b
Exit codes: 0 all added, 1 some inputs failed or only in part, 2 called wrongly,
3 nothing could be added, 130 interrupted (what was stored is kept).
"""


@click.command("add", epilog=_EXAMPLES)
@CASE
@click.argument("inputs", nargs=-1, metavar="[FILE|FOLDER|URL]...")
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Processes that read side by side.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=300,
    show_default=True,
    help="Seconds one document may take.",
)
@click.option(
    "--published",
    metavar="DATE",
    help="When it was published (ISO 8601), where you know better than the document.",
)
@click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="OURS=THEIRS",
    help="Which column or field of a table to read as text, title, published …",
)
@click.option("--no-read", is_flag=True, help="Keep the documents now and read them later.")
@click.option(
    "--again",
    is_flag=True,
    help="Read what is known already again, with this furphy; the old readings are kept.",
)
@click.pass_context
def command(ctx: click.Context, /, **options: object) -> None:
    """Add documents to a casebook, and read them.

    CASE is a file, made where there is none, or the address of a PostgreSQL database. Inputs may be
    whatever furphy reads; a folder stands for all files below it but hidden ones. Their original
    bytes are kept. What was added before, and has not changed, is passed over; when furphy is
    stopped, the same command goes on where it was. Without inputs it goes on with all that is
    unfinished.
    """
    # The database and the readers load only now, so that --help stays quick.
    from furphy.cli.addition import Order, run  # noqa: PLC0415 (loaded when it runs)

    with refusals(ctx):
        # click has checked the type of each option; only the mapping that holds them is untyped.
        ctx.exit(run(Order(**options)))  # type: ignore[arg-type]  # click has seen to their types
