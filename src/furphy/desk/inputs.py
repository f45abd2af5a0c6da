"""What someone asks to have read, as single inputs: files, addresses, standard input.

A folder stands for the files in it and below, in sorted order; what is hidden (its name begins with
a dot) and what is no plain file is passed over.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from furphy.ingest import Capture, Outcome, open_path, open_stream, open_url
from furphy.ingest.dates import interval
from furphy.model.document import Basis

STANDARD_INPUT = "-"

_RECORDS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


def expanded(names: Iterable[str]) -> Iterator[str]:
    """Yield each input's name, folders replaced by the files they hold."""
    for name in names:
        if not is_address(name) and name != STANDARD_INPUT and Path(name).is_dir():
            yield from map(str, _files(Path(name)))
        else:
            yield name


def opened(name: str, published: str | None = None) -> Iterator[Outcome]:
    """Yield the documents of one input, and a failure for each that cannot be read.

    ``published`` is when they were published, ISO 8601, as the user says.
    """
    if name == STANDARD_INPUT:
        known = Capture(name, b"", published=published)
        yield from open_stream(name, sys.stdin.buffer, known=known)
    elif is_address(name):
        yield from open_url(name, published=published)
    else:
        yield from open_path(Path(name), name, published=published)


def is_date(written: str) -> bool:
    """Tell whether someone's date can be read: ISO 8601, a year, month, day or time."""
    return interval(written, Basis.GIVEN) is not None


def is_address(name: str) -> bool:
    """Tell whether an input is fetched rather than opened."""
    return name.casefold().startswith(("http://", "https://"))


def holds_many(name: str) -> bool:
    """Tell whether an input is worth splitting into documents before workers get it."""
    return name == STANDARD_INPUT or name.casefold().endswith(_RECORDS)


def _files(folder: Path) -> Iterator[Path]:
    try:
        found = sorted(folder.iterdir())
    except OSError:
        # The reader of files will say what is wrong with it, as with any other input.
        yield folder
        return
    for path in found:
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        elif path.is_file():
            yield path
