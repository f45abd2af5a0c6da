"""A list's file opened to be read line by line, plain or in a ZIP; tells how far that has come."""

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from furphy.errors import InputError

_NOT_THE_LIST = "readme"


class Lines:
    """The lines of one file, in UTF-8; what is not comes with U+FFFD in its place."""

    def __init__(self, stream: IO[bytes], total: int) -> None:
        self._stream = stream
        self.total = total
        """Bytes to be read."""
        self.done = 0
        """Bytes read so far."""

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            self.done += len(line)
            yield line.decode("utf-8", "replace").rstrip("\r\n")


@contextmanager
def opened(path: Path) -> Iterator[Lines]:
    """Open a file, or the one list in a ZIP.

    Raises :class:`InputError` where there is no such file, or no list in it.
    """
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                member = _member(path, archive)
                with archive.open(member) as stream:
                    yield Lines(stream, member.file_size)
        else:
            with path.open("rb") as stream:
                yield Lines(stream, path.stat().st_size)
    except zipfile.BadZipFile as error:
        raise InputError(f"{path} is a damaged ZIP: {error}") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from error


def digest(path: Path) -> str:
    """Return the SHA-256 of a file; raises :class:`InputError` where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from error


def _member(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """Return the list in an archive: called like it, else the only text that is no readme."""
    members = [
        each
        for each in archive.infolist()
        if each.filename.casefold().endswith(".txt")
        and _NOT_THE_LIST not in each.filename.casefold()
    ]
    named = [each for each in members if Path(each.filename).stem == path.stem]
    if len(named or members) != 1:
        raise InputError(f"{path} holds {len(members)} lists; unpack it and name one")
    return (named or members)[0]
