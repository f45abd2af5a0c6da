"""How far a batch has come, told on standard error while someone watches."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

Item = TypeVar("Item")


def watched(items: Iterable[Item], total: int | None) -> Iterator[Item]:
    """Yield the items, with a bar above one when standard error alone is a terminal.

    Where the report itself goes to the same terminal it is progress enough. ``total`` is None
    where it cannot be known beforehand.
    """
    alone = sys.stderr.isatty() and not sys.stdout.isatty()
    if total == 1 or not alone:
        yield from items
        return
    with _bar() as bar:
        yield from bar.track(items, total=total, description="reading")


@contextmanager
def _bar() -> Iterator[Progress]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield bar
