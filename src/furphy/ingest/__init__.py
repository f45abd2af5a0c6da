"""Inputs to documents: one reader a format, chosen by content.

``open_path``, ``open_stream``, ``open_bytes`` and ``open_url`` yield a
:class:`~furphy.model.document.Document` for each document an input holds and a :class:`Failure`
for each that could not be read, so that one bad input never ends a batch.

They do it in two steps, which can be taken apart: ``unpack_path``, ``unpack_stream`` and
``unpack_url`` yield the bytes of each document as a :class:`Capture` (or an :class:`Address` to
fetch), which can be kept or handed to another process; ``read_capture`` makes a document of it, the
same one whenever it is asked.
"""

from furphy.ingest.capture import Address, Capture
from furphy.ingest.container import Part
from furphy.ingest.failure import Failure
from furphy.ingest.limits import Limits
from furphy.ingest.opening import (
    Outcome,
    open_bytes,
    open_path,
    open_stream,
    open_url,
    read_capture,
    unpack_url,
)
from furphy.ingest.unpacking import unpack_path, unpack_stream

__all__ = [
    "Address",
    "Capture",
    "Failure",
    "Limits",
    "Outcome",
    "Part",
    "open_bytes",
    "open_path",
    "open_stream",
    "open_url",
    "read_capture",
    "unpack_path",
    "unpack_stream",
    "unpack_url",
]
