"""Compressed bytes, unpacked piece by piece and never further than they may swell."""

import gzip
import io
import zlib
from typing import BinaryIO, cast

from furphy.errors import TooLarge, UnreadableDocument

_FREE = 1_000_000
"""Bytes that may come out of anything, however small it was."""


class Swelling:
    """Counts what goes in and comes out of a decompression."""

    def __init__(self, ratio: int) -> None:
        self._ratio = ratio
        self.packed = 0
        self.unpacked = 0

    def check(self) -> None:
        """Raise :class:`TooLarge` where more came out than is likely for any text."""
        if self.unpacked > max(_FREE, self._ratio * self.packed):
            raise TooLarge(f"it unpacks to more than {self._ratio} times its size")


class Filled(io.RawIOBase):
    """A stream that fills every read, so that one look at its head sees all of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0
        """Bytes read so far."""

    def readable(self) -> bool:  # noqa: D102  (as in the base class)
        return True

    def seekable(self) -> bool:  # noqa: D102  (as in the base class)
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:  # noqa: D102  (as in the base class)
        return self._stream.seek(offset, whence)

    def tell(self) -> int:  # noqa: D102  (as in the base class)
        return self._stream.tell()

    # Typed for any buffer in the base class; readers only ever pass these two.
    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]  # noqa: D102  (as in the base class)
        filled = 0
        while filled < len(buffer):
            piece = self._stream.read(len(buffer) - filled)
            if not piece:
                break
            buffer[filled : filled + len(piece)] = piece
            filled += len(piece)
        self.count += filled
        return filled


class OneWay(Filled):
    """A stream that can only be read on; to go back in it would mean to unpack it again."""

    def seekable(self) -> bool:  # noqa: D102  (as in the base class)
        return False


class Unzipped(OneWay):
    """What a gzip stream holds, in pieces no larger than asked for.

    It ends where it is damaged, and tells so afterwards, so that what stands before is not lost.
    """

    def __init__(self, stream: BinaryIO, ratio: int) -> None:
        self._packed = Filled(stream)
        # It reads as a binary file does, without being typed as one.
        self._zipped = gzip.GzipFile(fileobj=self._packed, mode="rb")
        self._swelling = Swelling(ratio)
        self._damage: Exception | None = None
        super().__init__(cast("BinaryIO", self))

    def check(self) -> None:
        """Raise :class:`UnreadableDocument` where damage was met."""
        if self._damage:
            raise UnreadableDocument("a damaged gzip file") from self._damage

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]  # noqa: D102  (as in the base class)
        filled = 0
        while filled < len(buffer) and not self._damage:
            try:
                piece = self._zipped.read1(len(buffer) - filled)
            except (OSError, EOFError, zlib.error) as error:
                self._damage = error
                break
            if not piece:
                break
            buffer[filled : filled + len(piece)] = piece
            filled += len(piece)
        self._swelling.packed = self._packed.count
        self._swelling.unpacked += filled
        self._swelling.check()
        return filled
