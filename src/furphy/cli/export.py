"""``furphy export``: readings or claims of a casebook, for other programs."""

from collections.abc import Iterator
from pathlib import Path

import click

from furphy.cli.casebook import CASE, refusals

_FORMS = ("jsonl", "geojson", "schema-org", "prov", "annotations", "stix", "ftm", "plover", "misp")

_EXAMPLES = """\b
Examples:
  furphy export case.furphy --format jsonl --output readings.jsonl
  furphy export case.furphy | sha256sum
  furphy export case.furphy --format geojson --output places.geojson
  furphy export case.furphy --format schema-org --claim 3f9a1c
  furphy export case.furphy --format stix --all --output bundle.json

\b
Exit codes: 0 written, 2 called wrongly, 3 no such casebook or claim.
"""


_HELP = """Write out the readings of a casebook, or its claims in a standard of other programs.

\b
jsonl        the readings, one a line, as furphy read --format json
geojson      places that claims name, with their extent (RFC 7946)
schema-org   Claim, and ClaimReview for what people signed (JSON-LD)
prov         what was made from what, by whom (W3C PROV-JSON)
annotations  assertions at their words (W3C Web Annotation)
stix         report, note, opinion, identity, location (STIX 2.1)
ftm          entities of FollowTheMoney, one a line
plover       events with date, actor and type, one a line (PLOVER)
misp         grades that people set, as tags (MISP admiralty-scale)

What is unknown is left out. Readings stand in the order of the documents' ids, claims in that
of furphy claims, so that casebooks with the same content give the same bytes. What people
judged is laid over readings, with what furphy found beside it under "judged".
"""


@click.command("export", epilog=_EXAMPLES, help=_HELP)
@CASE
@click.option("--format", "form", type=click.Choice(_FORMS), default="jsonl", show_default=True)
@click.option("--claim", metavar="CLAIM", help="This claim alone; not for jsonl.")
@click.option("--all", "all_of_them", is_flag=True, help="Also claims of one document alone.")
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of standard output.",
)
@click.option("--as-read", is_flag=True, help="Leave out what people judged; for jsonl.")
@click.pass_context
def command(  # noqa: PLR0913 - so many things can be asked for
    ctx: click.Context,
    /,
    case: str,
    form: str,
    claim: str | None,
    output: Path | None,
    *,
    all_of_them: bool,
    as_read: bool,
) -> None:
    """Write out the readings of a casebook, or its claims in a standard of other programs."""
    from furphy.cli.output import stream  # noqa: PLC0415 (loaded when it runs)

    if form == "jsonl" and (claim is not None or all_of_them):
        raise click.UsageError("--claim and --all go with the formats of claims")
    if form != "jsonl" and as_read:
        raise click.UsageError("--as-read goes with jsonl")
    with refusals(ctx):
        parts = (
            _readings(case, as_read) if form == "jsonl" else _claims(case, form, claim, all_of_them)
        )
        # What cannot be had leaves a file that is there as it was.
        first = next(parts, "")
        with stream(output) as to:
            to.write(first)
            to.writelines(parts)


def _readings(case: str, as_read: bool) -> Iterator[str]:
    from furphy.desk.exporting import exported  # noqa: PLC0415 (loaded when it runs)

    return (f"{line}\n" for line in exported(case, _warn, as_read=as_read))


def _claims(case: str, form: str, claim: str | None, all_of_them: bool) -> Iterator[str]:
    from furphy.desk.exporting import Wanted, handed_on  # noqa: PLC0415 (loaded when it runs)

    return handed_on(case, Wanted(form, claim, all_of_them), _warn)


def _warn(told: str) -> None:
    click.echo(f"furphy: {told}", err=True)
