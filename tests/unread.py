"""Documents in a language that is not read: their sentences stand in for assertions."""

from furphy.model.document import Document, Segment, SegmentKind
from furphy.model.reading import Maker, Reading
from furphy.model.text import Span

FIRST = "Vuonna 2024 silta Konkan yli lähellä Orihivia tuhoutui ja seitsemän ihmistä hukkui."
OTHER = "Keskiviikkona vanha mylly jokirannassa paloi maan tasalle kovassa tuulessa."


def finnish(key: str, text: str) -> Reading:
    """Return a document in which nothing was read."""
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)))
    document = Document(
        id=f"sha256:{key.encode().hex():0>64}",
        key=key,
        text=text,
        segments=(segment,),
        language="fi",
        outlet=key,
    )
    return Reading(document, Maker("1.2.3", "none"))
