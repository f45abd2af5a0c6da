"""``furphy search``: find documents and assertions in a casebook by their words."""

import click

from furphy.cli import wishes
from furphy.cli.casebook import CASE

_EXAMPLES = """\b
Examples:
  furphy search case.furphy drone
  furphy search case.furphy '"air defence" -exercise' --firmness PS+
  furphy search case.furphy 'обстріл*' --language uk
  furphy search case.furphy 朝鲜 --in documents
  furphy search case.furphy bridge --place Huliaipole --within 25
  furphy search case.furphy '' --holder "Maria Koval" --from 2024-03-01 --to 2024-04-01
  furphy search case.furphy strike --format csv --output strikes.csv
  furphy search case.furphy strike --facets --published-from 2024-03-01

\b
Exit codes: 0 searched (also where nothing was found), 2 called wrongly, 3 not searched.
"""


@click.command("search", epilog=_EXAMPLES)
@CASE
@click.argument("words")
@click.option(
    "--in",
    "over",
    type=click.Choice(["both", "assertions", "documents"]),
    default="both",
    show_default=True,
    help="What to look through.",
)
@click.option(
    "--facets",
    is_flag=True,
    help="Count the assertions found by source, outlet, firmness, kind, language, place and time.",
)
@wishes.filters
@wishes.output
@click.pass_context
def command(
    ctx: click.Context,
    /,
    case: str,
    words: str,
    over: str,
    facets: bool,
    **options: object,
) -> None:
    """Find documents and assertions by their words.

    All WORDS have to be there, in any form and any order; words in double quotation marks stand
    together in that order; * at the end of a word stands for any ending; - before a word says that
    it must not be there. With no words ('') the filters alone decide. Few hits come best first,
    many in the order in which they were added; all of them, unless --limit says otherwise.

    With --facets each count is what the same search finds if it is narrowed to that value; --limit
    then says how many values of each are told, 40 where it is not given.
    """
    from furphy.cli import facets as counts  # noqa: PLC0415 (loaded when it runs)
    from furphy.cli.hits import search  # noqa: PLC0415 (loaded when it runs)
    from furphy.cli.rows import To  # noqa: PLC0415 (loaded when it runs)

    both = ("assertions", "documents")
    to = To(*(options.pop(each) for each in ("form", "output")))  # type: ignore[arg-type]  # click has seen to their types
    wish = wishes.wish(words, both if over == "both" else (over,), options)
    ctx.exit((counts.facets if facets else search)(case, wish, to))
