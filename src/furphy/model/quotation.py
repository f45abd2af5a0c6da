"""Words between quotation marks."""

from dataclasses import dataclass

from furphy.model.text import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, within one segment."""

    span: Span
    """With its marks."""
    inner: Span
    """Without them."""
    depth: int = 0
    """How many quotations hold this one."""
    closed: bool = True
    """False where it runs to the end of its segment without a closing mark."""
    continues: bool = False
    """True where it goes on from an unclosed quotation in the segment before, as quotations of
    several paragraphs are printed."""
