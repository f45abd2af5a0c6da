"""PDF."""

from furphy.errors import UnreadableDocument
from furphy.ingest.capture import Capture
from furphy.ingest.limits import Limits
from furphy.model.document import Document


def read_pdf(capture: Capture, limits: Limits) -> Document:
    """Read."""
    raise UnreadableDocument("not yet")
