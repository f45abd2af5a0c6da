"""One source–cue–content as a pattern found it, before nesting and before its source is known."""

from dataclasses import dataclass

from furphy.model.text import Spans


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
