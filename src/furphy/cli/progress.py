"""How far a batch has come, told on standard error while someone watches."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
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
    with _bar(MofNCompleteColumn()) as bar:
        yield from bar.track(items, total=total, description="reading")


@contextmanager
def advancing(what: str) -> Iterator[Callable[[int, int], None]]:
    """Yield what is told how far a long task has come, and of how far; a bar shows it.

    Only where standard error is a terminal.
    """
    with _advancing(what, DownloadColumn()) as advance:
        yield advance


@contextmanager
def counting(what: str) -> Iterator[Callable[[int, int], None]]:
    """Yield what is told how many things are done, and of how many; a bar shows it.

    Only where standard error is a terminal.
    """
    with _advancing(what, MofNCompleteColumn()) as advance:
        yield advance


@contextmanager
def _advancing(what: str, count: ProgressColumn) -> Iterator[Callable[[int, int], None]]:
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    with _bar(count) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@contextmanager
def _bar(count: ProgressColumn) -> Iterator[Progress]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        count,
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield bar
