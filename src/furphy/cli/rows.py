"""Rows out of a casebook: printed for people as they come, or written for programs."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import click
from rich.console import Console
from rich.text import Text

from furphy.cli.exit import Exit
from furphy.cli.output import stream
from furphy.errors import CasebookError, InputError
from furphy.export.records import Column, Record, write, write_parquet
from furphy.export.visible import on_one_line

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Sort(Generic[_Row]):
    """How rows of one sort are written."""

    columns: tuple[Column, ...]
    record: Callable[[_Row], Record]
    told: Callable[[_Row], Iterable[Text]]
    """The lines of a row for people."""


@dataclass(frozen=True, slots=True)
class To:
    """How and where rows are wanted."""

    form: str = "text"
    output: Path | None = None


def hand_out(rows: Iterable[_Row], sort: Sort[_Row], to: To) -> Exit:
    """Write rows as they come; return what to tell the shell."""
    with refused() as outcome:
        if to.form == "parquet":
            if to.output is None:
                raise click.UsageError("Parquet is written to a file: give --output")
            write_parquet(map(sort.record, rows), sort.columns, to.output)
        else:
            with stream(to.output) as out:
                if to.form == "text":
                    _print(rows, sort, Console(file=out, soft_wrap=True, highlight=False))
                else:
                    write(map(sort.record, rows), to.form, sort.columns, out)
    return outcome[0]


@contextmanager
def refused() -> Iterator[list[Exit]]:
    """Tell what cannot be done, and why; the list then holds the exit code."""
    outcome = [Exit.ALL_READ]
    try:
        yield outcome
    except (CasebookError, InputError) as error:
        click.echo(f"furphy: {on_one_line(str(error))}", err=True)
        outcome[0] = Exit.NOTHING_READ


def tell(words: str) -> None:
    """Tell on standard error what was understood."""
    click.echo(f"furphy: {on_one_line(words)}", err=True)


def plain(words: object, style: str = "") -> Text:
    """Return words in which nothing is taken for markup."""
    return Text(on_one_line(str(words)), style=style)


def joined(*parts: Any) -> Text:  # noqa: ANN401 - text of any sort
    """Return what is known of some parts, one after the other."""
    return Text(" · ").join(plain(each) for each in parts if each not in (None, ""))


def _print(rows: Iterable[_Row], sort: Sort[_Row], console: Console) -> None:
    count = 0
    for row in rows:
        for line in sort.told(row):
            console.print(line)
        count += 1
    if not count:
        tell("nothing of that is in the casebook")
