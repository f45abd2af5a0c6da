"""Bags (BagIt, RFC 8493) in ZIP archives, opened without trusting them.

No member is ever written to a file of its name; each is taken only as far as the limits allow.
"""

import hashlib
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from furphy.errors import TooLarge, UnreadableDocument
from furphy.ingest.limits import DEFAULT, Limits

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
_ENCRYPTED = 1
_FREE = 1_000_000
"""Bytes that may come out of any member, however small it was."""
_TAGS = ("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt")
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not as the manifests say."""

    path: str
    what: str


class Bag:
    """What a bag holds, its members bounded."""

    def __init__(self, path: Path, limits: Limits = DEFAULT) -> None:
        """Open a bag.

        Raises :class:`furphy.errors.UnreadableDocument` where it is none, is damaged, or has a
        member that would lie outside of it, and :class:`furphy.errors.TooLarge` beyond the limits.
        """
        self._path, self._limits = path, limits
        try:
            self._archive = zipfile.ZipFile(path)
        except _BROKEN as error:
            raise UnreadableDocument(f"{path}: a damaged or cut off ZIP archive") from error
        try:
            self._members = self._checked()
        except BaseException:
            self._archive.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._archive.close()

    def names(self) -> list[str]:
        """Return the paths of all members."""
        return [*self._members]

    def read(self, name: str) -> bytes:
        """Return the bytes of a member.

        Raises :class:`furphy.errors.UnreadableDocument` where it is missing or damaged.
        """
        if name not in self._members:
            raise UnreadableDocument(f"{self._path}: {name} is missing")
        try:
            with self._archive.open(self._members[name]) as stream:
                data = stream.read(self._members[name].file_size + 1)
        except _BROKEN as error:
            raise UnreadableDocument(f"{self._path}: {name} is damaged") from error
        if len(data) != self._members[name].file_size:
            raise UnreadableDocument(f"{self._path}: {name} is not as long as it says")
        return data

    def faults(self) -> Iterator[Fault]:
        """Yield what is missing, is there beyond what the manifests name, or was altered."""
        told = {**self._manifest("manifest-sha256.txt"), **self._manifest("tagmanifest-sha256.txt")}
        for name in sorted({*told, *_TAGS} - set(self._members)):
            yield Fault(name, "is missing")
        for name in sorted(set(told) & set(self._members)):
            yield from self._altered(name, told[name])
        for name in sorted(set(self._members) - {*told, *_TAGS}):
            yield Fault(name, "was added: no manifest names it")

    def _altered(self, name: str, wanted: str) -> Iterator[Fault]:
        try:
            found = hashlib.sha256(self.read(name)).hexdigest()
        except UnreadableDocument:
            yield Fault(name, "was altered: it is damaged")
            return
        if found != wanted:
            yield Fault(name, f"was altered: its SHA-256 is {found}, not {wanted}")

    def _manifest(self, name: str) -> dict[str, str]:
        if name not in self._members:
            return {}
        lines = self.read(name).decode("utf-8", "replace").splitlines()
        found = [_LINE.fullmatch(each) for each in lines]
        return {each[2]: each[1] for each in found if each is not None}

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        limits = self._limits
        infos = self._archive.infolist()
        if len(infos) > limits.members:
            raise TooLarge(f"{self._path}: more than {limits.members} members")
        if sum(each.file_size for each in infos) > limits.unpacked:
            raise TooLarge(f"{self._path}: it unpacks to more than {limits.unpacked} bytes")
        # Members that share the same bytes swell beyond what each of them may.
        if sum(each.compress_size for each in infos) > self._path.stat().st_size:
            raise TooLarge(f"{self._path}: its members overlap")
        found: dict[str, zipfile.ZipInfo] = {}
        for each in infos:
            self._check(each, found)
            found[each.filename] = each
        if "bagit.txt" not in found:
            raise UnreadableDocument(f"{self._path}: no bag (bagit.txt is missing)")
        return found

    def _check(self, member: zipfile.ZipInfo, found: dict[str, zipfile.ZipInfo]) -> None:
        name = member.filename
        if member.file_size > max(_FREE, self._limits.ratio * member.compress_size):
            most = self._limits.ratio
            raise TooLarge(f"{self._path}: {name!r} unpacks to more than {most} times its size")
        parts = name.split("/")
        if name.startswith("/") or "\\" in name or ":" in parts[0] or {"", ".", ".."} & set(parts):
            raise UnreadableDocument(f"{self._path}: {name!r} would lie outside of the bag")
        if name in found:
            raise UnreadableDocument(f"{self._path}: {name!r} stands in it twice")
        if member.flag_bits & _ENCRYPTED or stat.S_ISLNK(member.external_attr >> 16):
            raise UnreadableDocument(f"{self._path}: {name!r} is encrypted, or a link")
