"""What the commands on a casebook have in common."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from furphy.cli.exit import Exit
from furphy.errors import CasebookError, InputError
from furphy.export.visible import on_one_line

CASE = click.argument("case", metavar="CASE")
"""Which casebook: a file, or ``postgresql://USER@HOST/DATABASE``."""


@contextmanager
def refusals(ctx: click.Context) -> Iterator[None]:
    """Tell what a casebook refuses, or what cannot be read, and leave with code 3."""
    try:
        yield
    except (CasebookError, InputError) as error:
        click.echo(f"furphy: {on_one_line(str(error))}", err=True)
        ctx.exit(Exit.NOTHING_READ)
