"""Inputs to documents: one reader a format, chosen by content.

``open_path``, ``open_stream``, ``open_bytes`` and ``open_url`` yield a
:class:`~furphy.model.document.Document` for each document an input holds and a :class:`Failure`
for each that could not be read, so that one bad input never ends a batch.
"""

from furphy.ingest.capture import Capture
from furphy.ingest.failure import Failure
from furphy.ingest.limits import Limits
from furphy.ingest.opening import Outcome, open_bytes, open_path, open_stream, open_url

__all__ = [
    "Capture",
    "Failure",
    "Limits",
    "Outcome",
    "open_bytes",
    "open_path",
    "open_stream",
    "open_url",
]
