"""``furphy place-candidates``: places by the spelling of their names."""

from pathlib import Path

import click

_EXAMPLES = """\b
Examples:
  echo Gulyaipole | furphy place-candidates
  echo 古利艾波莱 | furphy place-candidates --country UA
  furphy place-candidates --format jsonl < names.txt > candidates.jsonl

\b
Exit codes: 0 all looked up, 2 called wrongly, 3 there is no gazetteer to look in.
"""


@click.command("place-candidates", epilog=_EXAMPLES)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="A table for people, or one JSON object a name.",
)
@click.option(
    "--limit",
    type=click.IntRange(1, 100),
    default=5,
    show_default=True,
    help="Candidates of each name.",
)
@click.option(
    "--country",
    metavar="CC",
    callback=lambda _ctx, _parameter, value: value and value.upper(),
    help="Keep places of one country, by its two letters (ISO 3166-1).",
)
@click.option(
    "--gazetteer",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Look in this index file, not in the packaged one; may be given again.",
)
@click.pass_context
def command(ctx: click.Context, /, **options: object) -> None:
    """Tell which places a misspelt name may stand for.

    Reads names from standard input, one a line. A name may be in any script, in any romanisation,
    a Russian or Ukrainian case form, a Chinese transcription or its pinyin, or garbled by a
    scanner. The score says how well the spelling fits, from 0 to 1; it knows nothing of context.
    """
    # What looks names up loads only now, so that --help stays quick.
    from furphy.cli.candidates import Request, run  # noqa: PLC0415 (loaded when it runs)

    # click has checked the type of each option; only the mapping that holds them is untyped.
    ctx.exit(run(Request(**options)))  # type: ignore[arg-type]  # click has seen to their types
