"""Who says what, through whom: the patterns' findings, nested, with their sources known."""

from collections.abc import Iterator, Sequence

from furphy import lexicon
from furphy.model.attribution import Attribution, Mode, Source
from furphy.model.evidence import Evidence
from furphy.model.quotation import Quotation
from furphy.model.text import Span, Spans
from furphy.reading.parsing import UNREAD
from furphy.reading.sayings.arguments import source_words
from furphy.reading.sayings.labels import from_labels
from furphy.reading.sayings.nesting import nest
from furphy.reading.sayings.nouns import from_nouns
from furphy.reading.sayings.phrases import from_phrases
from furphy.reading.sayings.quoted import with_quotations
from furphy.reading.sayings.saying import Saying
from furphy.reading.sayings.scores import score_of
from furphy.reading.sayings.trailing import from_trailing
from furphy.reading.sayings.verbs import from_verbs
from furphy.reading.sources.cast import Cast
from furphy.reading.sources.mention import Form, Mention, classify
from furphy.reading.stage import Draft, stage
from furphy.reading.tree import Tree

_EDGES = frozenset(",;—–-")


@stage(needs=[Tree, Quotation], gives=[Attribution, Source])
def attributions(draft: Draft) -> Iterator[Attribution | Source]:
    """Yield the document's attributions, outer before inner, and the sources they point to."""
    tree = draft.the(Tree)
    nested = nest(_sayings(draft, tree), [each.inner for each in _outermost(draft)])
    speakers, sources = _speakers(draft, tree, nested)
    yield from sources
    for (saying, parent), speaker in zip(nested, speakers, strict=True):
        yield Attribution(
            source=speaker,
            source_spans=saying.source,
            cue_spans=saying.cue,
            content_spans=_trimmed(draft.text, saying.content),
            mode=_mode(draft, saying),
            parent=parent,
            evidence=Evidence(saying.rule, score_of(saying.rule)),
        )


def _outermost(draft: Draft) -> list[Quotation]:
    return [each for each in draft.every(Quotation) if each.depth == 0]


def _sayings(draft: Draft, tree: Tree) -> list[Saying]:
    """Return what all patterns find; quotations go to what is said outside of them."""
    segments = [each for each in draft.document.segments if each.kind not in UNREAD]
    found = [
        *from_verbs(tree, draft.language),
        *from_phrases(tree, draft.language),
        *from_nouns(tree, draft.language),
        *from_labels(tree, tuple(segments)),
        *from_trailing(tree, draft.text, tuple(segments), draft.language),
    ]
    quoted = [each.inner for each in _outermost(draft)]
    inside = [_is_inside(each, quoted) for each in found]
    outer = [each for each, within in zip(found, inside, strict=True) if not within]
    inner = [
        each
        for each, within in zip(found, inside, strict=True)
        if within and not _is_self(draft, tree, each)
    ]
    passages = [each.span for each in segments]
    quotations = draft.every(Quotation)
    return [*with_quotations(tree, draft.text, passages, outer, quotations), *inner]


def _is_inside(saying: Saying, quoted: Sequence[Span]) -> bool:
    # A transcript prints each speaker's name inside the marks; he is still who is quoted.
    anchor = (saying.cue or saying.source)[0]
    return saying.rule != "label" and any(span.holds(anchor) for span in quoted)


def _is_self(draft: Draft, tree: Tree, saying: Saying) -> bool:
    """Tell whether a quoted speaker speaks of his own words: "I think" is a hedge, not a source."""
    if not saying.source:
        return False
    mention = classify(tree, draft.text, saying.source[0], draft.language)
    return mention.stands in ("self", "you")


def _speakers(
    draft: Draft, tree: Tree, nested: Sequence[tuple[Saying, int | None]]
) -> tuple[list[int | None], tuple[Source, ...]]:
    """Return the source of each saying and all sources.

    Outer sayings are heard first: whom a quoted speaker means by "he" depends on who is quoted.
    """
    cast = Cast(draft.text)
    heard: list[int | None] = [None] * len(nested)
    inner: list[tuple[int, Mention]] = []
    contents = [part for saying, parent in nested if parent is None for part in saying.content]
    for span, number in _in_order(tree, nested):
        mention = classify(tree, draft.text, span, draft.language)
        if number is None:
            if mention.form is Form.NAME:
                cast.meet(mention, aside=any(part.holds(span) for part in contents))
            continue
        mention = _antecedent(draft, tree, mention)
        if nested[number][1] is None:
            heard[number] = cast.hear(mention)
        else:
            inner.append((number, mention))
    for number, mention in sorted(inner):
        parent = nested[number][1]
        above = heard[parent] if parent is not None else None
        quoted = _is_inside(nested[number][0], [each.inner for each in _outermost(draft)])
        own = cast.hear(mention, above if quoted else None)
        heard[number] = above if own is None else own
    places, sources = cast.sources()
    return [None if each is None else places[each] for each in heard], sources


def _in_order(
    tree: Tree, nested: Sequence[tuple[Saying, int | None]]
) -> list[tuple[Span, int | None]]:
    """Return the names of the text and the sources of sayings in reading order."""
    spans: list[tuple[Span, int | None]] = [
        (saying.source[0], number) for number, (saying, _) in enumerate(nested) if saying.source
    ]
    taken = {span.start for span, _ in spans}
    named = (
        _with_address(tree, name.span)
        for name in tree.names
        if name.kind in ("person", "organization")
    )
    spans += [(span, None) for span in named if span.start not in taken]
    return sorted(spans, key=lambda each: (each[0], each[1] is not None))


def _with_address(tree: Tree, name: Span) -> Span:
    """Add the form of address before a name, which tells a gender ("Mrs.")."""
    first = tree.within(name)
    if first and first[0].index > 0:
        before = tree.tokens[first[0].index - 1]
        if before.text.lower() in lexicon.words("addresses", lexicon.ENGLISH):
            return Span(before.start, name.end)
    return name


def _antecedent(draft: Draft, tree: Tree, mention: Mention) -> Mention:
    """Return what a relative pronoun stands for ("the mayor, *who* said")."""
    if mention.stands != "who":
        return mention
    words = tree.within(mention.span)
    if not words:
        return mention
    for above in (words[0], *tree.ancestors(words[0])):
        if above.relation == "relcl":
            noun = tree.head(above)
            if noun.relation == "appos":
                noun = tree.head(noun)
            return classify(tree, draft.text, source_words(tree, noun)[0], draft.language)
    return mention


def _trimmed(text: str, content: Spans) -> Spans:
    """Drop commas, dashes and blanks from the edges of each part."""
    found: list[Span] = []
    for part in content:
        start, end = part.start, part.end
        while start < end and (text[start].isspace() or text[start] in _EDGES):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGES):
            end -= 1
        if start < end:
            found.append(Span(start, end))
    return tuple(found) or content


def _mode(draft: Draft, saying: Saying) -> Mode:
    """Tell whether the content is in quotation marks: wholly, in part or not at all."""
    quoted = _outermost(draft)
    covered = sum(
        min(part.end, each.span.end) - max(part.start, each.span.start)
        for part in saying.content
        for each in quoted
        if part.meets(each.span)
    )
    if covered == 0:
        return Mode.INDIRECT
    whole = sum(len(part) for part in saying.content)
    # A full stop or a blank may stand outside the marks.
    return Mode.DIRECT if whole - covered <= 3 * len(saying.content) else Mode.MIXED
