"""Add a user's lists of places to the shelf, show them, take them away."""

import csv
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from furphy.errors import InputError
from furphy.gazetteer import shelf, writer
from furphy.gazetteer.adoption import Adoption
from furphy.gazetteer.checks import Bounds, Refusal
from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.record import Record
from furphy.gazetteer.sources import alternates, geonames, own_list
from furphy.gazetteer.sources.opened import Lines, digest, opened

FORMS = ("geonames", "csv", "geojson")
_DIGITS = 12
_EVERY = 5_000
"""Rows between two signs of progress."""
_SHOWN = 10

Watch = Callable[[int, int], None]
"""Is told how many bytes have been read, and of how many."""


@dataclass(frozen=True, slots=True)
class Request:
    """A list to be added."""

    form: str
    """One of :data:`FORMS`."""
    path: Path
    name: str
    """What the list is to be called."""
    alternates: Path | None = None
    """GeoNames' alternateNamesV2, for a dump of GeoNames."""
    refused: Path | None = None
    """Where all refused rows are written to, as CSV."""


@dataclass(slots=True)
class Outcome:
    """What became of the rows."""

    loaded: int = 0
    refused: int = 0
    shown: list[Refusal] = field(default_factory=list)
    """The first of the refused rows."""


def add(request: Request, watch: Watch) -> Outcome:
    """Build the index of a list, replacing an older one of that name once it is complete.

    Raises :class:`InputError` where the file is not of the form, holds no usable row, or the index
    cannot be written; the older list is then as it was.
    """
    mine = shelf.own()
    to = mine.path(request.name)
    outcome = Outcome()
    try:
        mine.folder.mkdir(parents=True, exist_ok=True)
        mine.sweep(request.name)
        version = digest(request.path)[:_DIGITS]
        with ExitStack() as open_files:
            rows = _rows(request, mine.folder, watch, open_files)
            records = _kept(rows, outcome, request, open_files)
            writer.write(to, request.name, version, records)
    except (OSError, sqlite3.Error) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise InputError(f"the list cannot be written to {to}: {why}") from error
    return outcome


def listed() -> tuple[tuple[Path, str], ...]:
    """Return the user's lists: the file, and name and version or what is wrong with it."""
    return tuple((path, _version(path)) for path in shelf.own().lists())


def remove(name: str) -> None:
    """Take a list away; raises :class:`InputError` where there is none."""
    shelf.own().remove(name)


def _version(path: Path) -> str:
    try:
        return Gazetteer([path]).versions[0]
    except InputError as error:
        return str(error)


def _rows(
    request: Request, folder: Path, watch: Watch, open_files: ExitStack
) -> Iterator[Record | Refusal]:
    lines = open_files.enter_context(opened(request.path))
    if request.form == "csv":
        return _watched(own_list.read_csv(lines, request.name), lines, watch)
    if request.form == "geojson":
        return own_list.read_geojson("\n".join(lines), request.name)
    others = None
    if request.alternates:
        forms = open_files.enter_context(opened(request.alternates))
        others = open_files.enter_context(
            alternates.laid_out(forms, folder, lambda: watch(forms.done, forms.total))
        )
    return _watched(geonames.read(lines, Bounds(shelf.packaged()).objection, others), lines, watch)


def _watched(
    rows: Iterable[Record | Refusal], lines: Lines, watch: Watch
) -> Iterator[Record | Refusal]:
    for number, row in enumerate(rows):
        if number % _EVERY == 0:
            watch(lines.done, lines.total)
        yield row


def _kept(
    rows: Iterable[Record | Refusal], outcome: Outcome, request: Request, open_files: ExitStack
) -> Iterator[Record]:
    """Yield the places among the rows, as the packaged gazetteer numbers them; tell of the rest."""
    tell = _teller(outcome, request.refused, open_files)
    adopted = Adoption(shelf.packaged()) if request.form == "geonames" else None
    for row in rows:
        if isinstance(row, Refusal):
            tell(row)
        else:
            outcome.loaded += 1
            yield adopted.apply(row) if adopted else row
    if not outcome.loaded:
        why = [f"row {each.row}: {each.reason}" for each in outcome.shown[:1]]
        first = f": all {outcome.refused} rows refused; the first: {why[0]}" if why else ""
        raise InputError(f"{request.path} holds no usable row{first}")


def _teller(outcome: Outcome, to: Path | None, open_files: ExitStack) -> Callable[[Refusal], None]:
    table = None
    if to is not None:
        try:
            file = open_files.enter_context(to.open("w", encoding="utf-8", newline=""))
        except OSError as error:
            raise InputError(f"{to} cannot be written: {error.strerror}") from error
        table = csv.writer(file)
        table.writerow(("row", "reason", "text"))

    def tell(refusal: Refusal) -> None:
        outcome.refused += 1
        if len(outcome.shown) < _SHOWN:
            outcome.shown.append(refusal)
        if table is not None:
            table.writerow((refusal.row, refusal.reason, refusal.text))

    return tell
