"""A file no longer than it was when it was opened, so that one that goes on growing still ends."""

import io
import os
import stat
from typing import BinaryIO

from furphy.ingest.packed import Filled


def as_found(file: BinaryIO) -> BinaryIO:
    """Return a file without what is added to it from now on.

    What has no length of its own, such as a pipe, is returned as it is.
    """
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode):
        return file
    return io.BufferedReader(_AsFound(file, status.st_size))


class _AsFound(Filled):
    def __init__(self, stream: BinaryIO, size: int) -> None:
        super().__init__(stream)
        self._size = size

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_END:
            offset, whence = offset + self._size, io.SEEK_SET
        return super().seek(offset, whence)

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]  # io takes any buffer
        left = max(self._size - self.tell(), 0)
        return super().readinto(memoryview(buffer)[:left])
