"""``furphy gazetteer``: the lists of places that names are looked up in."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from furphy.cli.exit import Exit
from furphy.errors import InputError
from furphy.export.visible import on_one_line

if TYPE_CHECKING:
    from furphy.desk.gazetteers import Outcome, Request

# What searches, builds and draws bars loads when a command runs, so that --help stays quick.

_EXAMPLES = """\b
Examples:
  furphy gazetteer add geonames UA.zip --alternates alternateNamesV2.zip
  furphy gazetteer add csv checkpoints.csv --refused refused.csv
  furphy gazetteer add geojson depots.geojson --name depots
  furphy gazetteer list
"""


@click.group("gazetteer", epilog=_EXAMPLES)
def command() -> None:
    """Add your own lists of places to the packaged gazetteer.

    Lists are kept in $FURPHY_HOME/gazetteers, else where the system keeps programs' data, and
    searched together with what comes with furphy.
    """


@command.command("add")
@click.argument("form", type=click.Choice(("geonames", "csv", "geojson")))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--name", help="What to call the list; the file's name without it.")
@click.option(
    "--alternates",
    type=click.Path(dir_okay=False, path_type=Path),
    help="GeoNames' alternateNamesV2 (.txt or .zip), for a dump of GeoNames.",
)
@click.option(
    "--refused",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write every refused row to this file, as CSV.",
)
def add(
    form: str, file: Path, name: str | None, alternates: Path | None, refused: Path | None
) -> Exit:
    """Add a list, or replace the one of that name.

    A geonames FILE is a dump of GeoNames (UA.txt, allCountries.txt, cities500.txt), plain or as the
    ZIP it comes in. A csv FILE has the columns name, lat, lon and, if you like, names (further
    forms with | between), kind, country, radius_km, id, population. A geojson FILE has the same as
    properties. Rows that cannot be right are refused by number and reason; the rest is loaded.
    """
    from furphy.cli.progress import advancing  # noqa: PLC0415 (loaded when it runs)
    from furphy.desk import gazetteers  # noqa: PLC0415 (loaded when it runs)

    if alternates and form != "geonames":
        raise click.UsageError("--alternates goes with a dump of GeoNames")
    request = gazetteers.Request(form, file, name or file.name.split(".")[0], alternates, refused)
    try:
        with advancing("reading") as watch:
            outcome = gazetteers.add(request, watch)
    except InputError as error:
        click.echo(f"furphy: {on_one_line(str(error))}", err=True)
        return Exit.NOTHING_READ
    _tell(request, outcome)
    return Exit.SOME_FAILED if outcome.refused else Exit.ALL_READ


def _tell(request: "Request", outcome: "Outcome") -> None:
    for refusal in outcome.shown:
        told = on_one_line(f"row {refusal.row}: {refusal.reason}: {refusal.text}")
        click.echo(f"furphy: {told}", err=True)
    if outcome.refused > len(outcome.shown) and not request.refused:
        click.echo("furphy: … --refused FILE writes them all", err=True)
    click.echo(f"{request.name}: {outcome.loaded:,} places, {outcome.refused:,} rows refused")


@command.command("list")
def show() -> Exit:
    """Show the lists that were added."""
    from furphy.desk import gazetteers  # noqa: PLC0415 (loaded when it runs)

    for path, version in gazetteers.listed():
        click.echo(f"{on_one_line(version)}\t{path}")
    return Exit.ALL_READ


@command.command("remove")
@click.argument("name")
def remove(name: str) -> Exit:
    """Remove a list."""
    from furphy.desk import gazetteers  # noqa: PLC0415 (loaded when it runs)

    try:
        gazetteers.remove(name)
    except InputError as error:
        click.echo(f"furphy: {on_one_line(str(error))}", err=True)
        return Exit.NOTHING_READ
    return Exit.ALL_READ
