"""JSON of any length, its records built one at a time.

By ijson, whose events come from a C parser; what is no JSON ends the stream where it stands, and
the records before it are kept.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from furphy.errors import TooLarge, UnreadableDocument

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
"""A value as JSON has them."""

_MARK = b"\xef\xbb\xbf"
_PIECE = 65_536
_LONGEST_REASON = 80


@dataclass(frozen=True, slots=True)
class Found:
    """A value, and where it stood."""

    path: str
    """The keys that lead to it with dots between, ``item`` for what a list holds."""
    value: Json


class _Measured:
    """A stream of which no more may be read between two records than fits one."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self._head = stream.read(len(_MARK))
        if self._head == _MARK:
            self._head = b""
        self.since = 0

    def read(self, size: int = _PIECE, /) -> bytes:
        """Return the next bytes."""
        if size == 0:
            # How ijson asks whether a stream gives bytes or text.
            return b""
        piece, self._head = self._head + self._stream.read(size), b""
        self.since += len(piece)
        if self.since > self._limit + 2 * _PIECE:
            raise TooLarge(f"a record of more than {self._limit} bytes")
        return piece


def found_in(
    stream: BinaryIO, limit: int, records: Collection[str], labels: Collection[str] = ()
) -> Iterator[Found]:
    """Yield the records at these paths, and the plain values at the paths of labels, in order.

    Raises :class:`UnreadableDocument` where the JSON breaks off or is none, and :class:`TooLarge`
    where more than ``limit`` bytes go by without a record.
    """
    # Only those who have such a file wait for it.
    import ijson  # type: ignore[import-untyped]  # noqa: PLC0415 (loaded for streams)

    measured = _Measured(stream, limit)
    builder: ijson.ObjectBuilder | None = None
    try:
        for path, event, value in ijson.parse(measured, use_float=True, buf_size=_PIECE):
            if builder is None and path in records and event == "start_map":
                builder = ijson.ObjectBuilder()
            if builder is not None:
                builder.event(event, value)
                if path in records and event == "end_map":
                    yield Found(path, builder.value)
                    builder, measured.since = None, 0
            elif path in labels and event in {"string", "number", "null"}:
                yield Found(path, value)
    except ijson.JSONError as error:
        reason = " ".join(str(error).split())[:_LONGEST_REASON]
        raise UnreadableDocument(f"from here on it is no JSON ({reason})") from error
