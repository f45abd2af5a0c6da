"""Who says what, through whom: the patterns' findings, nested, with their sources known."""

from collections.abc import Iterator, Sequence

from furphy.model.attribution import Attribution, Mode, Source, Stance
from furphy.model.evidence import Evidence
from furphy.model.quotation import Quotation
from furphy.model.text import Span, Spans, hull
from furphy.reading.parsing import UNREAD
from furphy.reading.sayings.labels import from_labels
from furphy.reading.sayings.nesting import nest
from furphy.reading.sayings.nouns import from_nouns
from furphy.reading.sayings.phrases import from_phrases
from furphy.reading.sayings.quoted import with_quotations
from furphy.reading.sayings.saying import Saying
from furphy.reading.sayings.scores import score_of
from furphy.reading.sayings.trailing import from_trailing
from furphy.reading.sayings.verbs import from_verbs
from furphy.reading.sources.mention import classify
from furphy.reading.sources.speakers import speakers
from furphy.reading.stage import Draft, stage
from furphy.reading.tree import Tree
from furphy.textkit.edges import trimmed
from furphy.textkit.overlaps import Overlaps

_EDGES = ",;—–-"
# Code points of a part that may stand outside its marks: a full stop, a blank.
_BESIDE = 3


@stage(needs=[Tree, Quotation], gives=[Attribution, Source])
def attributions(draft: Draft) -> Iterator[Attribution | Source]:
    """Yield the document's attributions, outer before inner, and the sources they point to."""
    tree = draft.the(Tree)
    outermost = [each for each in draft.every(Quotation) if each.depth == 0]
    quoted = Overlaps(each.inner for each in outermost)
    marked = Overlaps(each.span for each in outermost)
    nested = nest(_sayings(draft, tree, quoted), quoted)
    numbers, sources = speakers(tree, draft.text, nested, quoted)
    yield from sources
    for (saying, parent), number in zip(nested, numbers, strict=True):
        yield Attribution(
            source=number,
            source_spans=saying.source,
            cue_spans=saying.cue,
            content_spans=_trimmed(draft.text, saying.content),
            mode=_mode(saying, [outermost[i].span for i in marked.meeting(hull(saying.content))]),
            parent=parent,
            evidence=Evidence(saying.rule, score_of(saying.rule)),
            stance=Stance(saying.stance),
        )


def _sayings(draft: Draft, tree: Tree, quoted: Overlaps) -> list[Saying]:
    """Return what all patterns find; quotations go to what is said outside of them."""
    segments = tuple(each for each in draft.document.segments if each.kind not in UNREAD)
    outer: list[Saying] = []
    inner: list[Saying] = []
    for saying in (
        *from_verbs(tree, draft.language),
        *from_phrases(tree, draft.language),
        *from_nouns(tree, draft.language),
        *from_labels(tree, segments),
        *from_trailing(tree, draft.text, segments, draft.language),
    ):
        # A transcript prints each speaker's name inside the marks; he is still who is quoted.
        if saying.rule == "label" or not quoted.holding(saying.anchor):
            outer.append(saying)
        elif not _is_self(draft, tree, saying):
            inner.append(saying)
    passages = [each.span for each in segments]
    quotations = draft.every(Quotation)
    return [*with_quotations(tree, draft.text, passages, outer, quotations), *inner]


def _is_self(draft: Draft, tree: Tree, saying: Saying) -> bool:
    """Tell whether a quoted speaker speaks of his own words: "I think" is a hedge, not a source."""
    if not saying.source:
        return False
    mention = classify(tree, draft.text, saying.source[0], draft.language)
    return mention.stands in ("self", "you")


def _trimmed(text: str, content: Spans) -> Spans:
    """Drop commas, dashes and blanks from the edges of each part."""
    parts = [trimmed(text, part, _EDGES, _EDGES) for part in content]
    return tuple(part for part in parts if len(part)) or content


def _mode(saying: Saying, quoted: Sequence[Span]) -> Mode:
    """Tell whether the content is in quotation marks: wholly, in part or not at all."""
    covered = sum(
        min(part.end, each.end) - max(part.start, each.start)
        for part in saying.content
        for each in quoted
        if part.meets(each)
    )
    if covered == 0:
        return Mode.INDIRECT
    whole = sum(len(part) for part in saying.content)
    return Mode.DIRECT if whole - covered <= _BESIDE * len(saying.content) else Mode.MIXED
