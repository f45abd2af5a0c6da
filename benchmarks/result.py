"""How a benchmark tells what it measured."""

import json
import sys
from collections.abc import Mapping

import click


def tell(name: str, figures: Mapping[str, float], *, held: bool) -> None:
    """Print a JSON line and a table; leave with 1 where the figure is out of bounds."""
    rounded = {key: round(value, 3) for key, value in figures.items()}
    click.echo(json.dumps({"benchmark": name, **rounded, "held": held}))
    width = max(map(len, rounded))
    for key, value in rounded.items():
        click.echo(f"  {key:<{width}}  {value:>12,g}", err=True)
    sys.exit(0 if held else 1)
