"""ZIP archives, and web archives packed in one (WACZ): each member is opened in turn.

Nothing is ever written to a file of a member's name: a name is a label, whatever path it tells.
What really comes out of a member is counted, not what its header promises.
"""

import io
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, cast

from furphy.errors import TooLarge, UnreadableDocument
from furphy.ingest.container import Container, Part
from furphy.ingest.limits import Limits
from furphy.ingest.packed import OneWay, Swelling

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
"""What zipfile raises where an archive is damaged, or packed in a way that it does not know."""
_IN_MEMORY = 20_000_000
_ENCRYPTED = 1
_OFFICE = {"[Content_Types].xml", "mimetype"}
_INDEX = "datapackage.json"
_PAGES = "archive/"


def unpack(container: Container) -> Iterator[Part | Container]:
    """Yield the members of an archive, each to be opened in turn.

    Raises :class:`TooLarge` beyond the limits of members and of bytes in all, and
    :class:`UnreadableDocument` where no list of members can be found.
    """
    with _seekable(container) as file:
        try:
            archive = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise UnreadableDocument("a damaged ZIP archive") from error
        size = file.seek(0, io.SEEK_END)
        with archive:
            yield from _members(container, archive, _Count(size, container.limits))


@contextmanager
def _seekable(container: Container) -> Iterator[IO[bytes]]:
    """Return a stream that can be read in any order: the list of members stands at the end."""
    if container.stream.seekable():
        container.stream.seek(0)
        yield container.stream
        return
    with SpooledTemporaryFile(_IN_MEMORY) as copy:
        shutil.copyfileobj(container.stream, copy)
        copy.seek(0)
        yield copy


class _Count:
    """What has come out of an archive so far, of all its members together."""

    def __init__(self, size: int, limits: Limits) -> None:
        self.size = size
        self._limits = limits
        self._unpacked = 0

    def add(self, count: int) -> None:
        self._unpacked += count
        if self._unpacked > self._limits.unpacked:
            raise TooLarge(f"an archive that unpacks to more than {self._limits.unpacked} bytes")


class _Member(OneWay):
    """The bytes of a member, in pieces no larger than asked for."""

    def __init__(self, stream: BinaryIO, swelling: Swelling, count: _Count) -> None:
        super().__init__(stream)
        self._swelling = swelling
        self._all = count

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]  # io takes any buffer
        try:
            filled = super().readinto(buffer)
        except _BROKEN as error:
            raise UnreadableDocument("a damaged member of a ZIP archive") from error
        self._swelling.unpacked += filled
        self._swelling.check()
        self._all.add(filled)
        return filled


def _members(
    container: Container, archive: zipfile.ZipFile, count: _Count
) -> Iterator[Part | Container]:
    found = archive.infolist()
    if len(found) > container.limits.members:
        raise TooLarge(f"an archive of more than {container.limits.members} members")
    names = {each.filename for each in found}
    if names & _OFFICE:
        raise UnreadableDocument("an office document or e-book; furphy has no reader for it")
    is_web = _INDEX in names and any(name.startswith(_PAGES) for name in names)
    for info in found:
        if _is_passed_over(info) or (is_web and not info.filename.startswith(_PAGES)):
            continue
        if info.flag_bits & _ENCRYPTED:
            yield container.refused(info.filename, "encrypted; it needs a password")
            continue
        swelling = Swelling(container.limits.ratio)
        swelling.packed = min(info.compress_size, count.size)
        try:
            stream = archive.open(info)
        except (*_BROKEN, NotImplementedError):
            yield container.refused(info.filename, "a damaged member of a ZIP archive")
            continue
        with stream:
            member = _Member(cast("BinaryIO", stream), swelling, count)
            yield container.member(info.filename, cast("BinaryIO", member))


def _is_passed_over(info: zipfile.ZipInfo) -> bool:
    """Tell what no reader of a folder would look at: folders, links, hidden files."""
    parts = re.split(r"[/\\]", info.filename)
    is_hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
    return info.is_dir() or stat.S_ISLNK(info.external_attr >> 16) or is_hidden
