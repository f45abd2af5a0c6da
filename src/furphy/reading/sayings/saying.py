"""One source–cue–content as a pattern found it, before nesting and before its source is known."""

from dataclasses import dataclass

from furphy.model.text import Span, Spans


@dataclass(frozen=True, slots=True)
class Saying:
    """A raw attribution."""

    source: Spans
    """The words that name the source; empty where nobody is named."""
    cue: Spans
    content: Spans
    rule: str
    """The pattern and the lexicon entry that fired, ``that:say``."""
    stance: str
    """What the cue tells of its content; the values are explained in ``cue_verbs.tsv``."""

    @property
    def anchor(self) -> Span:
        """What must stand inside another's content, or inside quotation marks, to be nested there.

        The cue; where there is none the source, and where there is neither the content.
        """
        return (self.cue or self.source or self.content)[0]
