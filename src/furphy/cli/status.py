"""``furphy status``: what a casebook holds, and what is not in it and why."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from furphy.cli.casebook import CASE, refusals
from furphy.export.visible import on_one_line

if TYPE_CHECKING:
    from furphy.desk.taking_stock import Stock

_EXAMPLES = """\b
Examples:
  furphy status case.furphy
  furphy status case.furphy --format json
"""


@click.command("status", epilog=_EXAMPLES)
@CASE
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines for people, or one JSON object.",
)
@click.pass_context
def command(ctx: click.Context, case: str, form: str) -> None:
    """Show what a casebook holds: inputs by state, documents, languages, and each failure."""
    from furphy.desk.taking_stock import taken_stock  # noqa: PLC0415 (loaded when it runs)

    with refusals(ctx):
        stock = taken_stock(case)
        if form == "json":
            click.echo(json.dumps(_object(stock), ensure_ascii=False))
        else:
            click.echo("\n".join(_lines(stock)))


def _object(stock: "Stock") -> dict[str, object]:
    misses = [asdict(each) for each in stock.misses]
    return {"schema": "furphy/status/1"} | asdict(stock.census) | {"missing": misses}


def _lines(stock: "Stock") -> list[str]:
    census = stock.census
    states = ", ".join(f"{count:,} {state}" for state, count in sorted(census.states.items()))
    languages = ", ".join(f"{name} {count:,}" for name, count in census.languages.items())
    told = [
        f"inputs      {states or 'none'}",
        f"documents   {census.documents:,}, met {census.sightings:,} times",
        f"languages   {languages or 'none'}",
        f"readings    {census.readings:,} in use, with {census.assertions:,} assertions",
    ]
    if census.replaced:
        told.append(f"            {census.replaced:,} replaced by later ones")
    if census.unread:
        told.append(f"            {census.unread:,} documents still to be read")
    told += (f"made by     {name}: {count:,}" for name, count in census.makers.items())
    told += (f"came in     {each.day}: {each.documents:,} documents" for each in census.days)
    if stock.misses:
        told += ["", f"not stored or not read: {len(stock.misses):,}"]
        told += (
            on_one_line(f"  {_named(each.input, each.key)}: {each.reason}") for each in stock.misses
        )
    return told


def _named(name: str, key: str) -> str:
    return key if key.startswith(name) else f"{name}: {key}"
