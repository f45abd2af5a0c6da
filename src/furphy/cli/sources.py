"""``furphy sources``: who is quoted and who publishes, across all documents of a casebook."""

from pathlib import Path

import click

from furphy.cli import wishes
from furphy.cli.casebook import CASE
from furphy.model.attribution import SourceKind

_EXAMPLES = """\b
Examples:
  furphy sources case.furphy
  furphy sources case.furphy --format jsonl
  furphy sources case.furphy --kind anonymous
  furphy sources case.furphy --alias "Suspilne" "Suspilne News" --weight 0.9 \\
      --because "one newsroom since 2019" --by koval
  furphy sources case.furphy --owner "Example Media Group" "Example Daily" \\
      --because "imprint of 2024-03-01" --by koval
  furphy sources case.furphy --separate --alias "Suspilne" "Suspilne News" \\
      --because "two newsrooms after all" --by koval

\b
Exit codes: 0 done, 2 called wrongly, 3 not listed, or not stored.
"""


@click.command("sources", epilog=_EXAMPLES)
@CASE
@click.option("--kind", "kinds", multiple=True, type=click.Choice([*SourceKind]))
@click.option("--alias", nargs=2, metavar="NAME NAME", help="State that these two are one.")
@click.option("--owner", nargs=2, metavar="OWNER NAME", help="State that the first owns the other.")
@click.option(
    "--weight",
    type=click.FloatRange(0, 1),
    default=1.0,
    show_default=True,
    help="How sure you are, from 0 to 1.",
)
@click.option("--because", metavar="WORDS", help="Why you state or withdraw it.")
@click.option("--by", metavar="NAME", help="Who you are; else the name of your login.")
@click.option("--separate", is_flag=True, help="Withdraw what was stated of these two.")
@wishes.output
@click.pass_context
def command(
    ctx: click.Context,
    /,
    case: str,
    kinds: tuple[str, ...],
    form: str,
    output: Path | None,
    **options: object,
) -> None:
    """List the sources of a casebook, or state how two of them are related.

    Sources of one kind whose names differ in case, accents or punctuation alone are listed as one.
    What you state with --alias or --owner is an edge with a weight, your name and your reason: it
    merges nothing, and --separate withdraws it. Sources without a name of their own ("officials")
    may be others in each document; --kind anonymous and --kind group list them.
    """
    from furphy.cli import listing, relations  # noqa: PLC0415 (loaded when it runs)
    from furphy.cli.rows import To  # noqa: PLC0415 (loaded when it runs)

    edge = relations.Edge(**options)  # type: ignore[arg-type]  # click has seen to their types
    if edge.alias or edge.owner:
        ctx.exit(relations.state(case, edge))
    if edge.separate or edge.because:
        raise click.UsageError("which two sources? name them with --alias or --owner")
    chosen = tuple(SourceKind(each) for each in kinds)
    ctx.exit(listing.sources(case, To(form, output), chosen))
