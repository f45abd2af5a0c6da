"""Give each saying its source, and the document its sources."""

from collections.abc import Sequence
from dataclasses import replace

from furphy import lexicon
from furphy.model.attribution import Source
from furphy.model.text import Span
from furphy.reading.sayings.arguments import source_words
from furphy.reading.sayings.saying import Saying
from furphy.reading.sources.cast import Cast
from furphy.reading.sources.mention import Form, Mention, classify
from furphy.reading.tree import Tree
from furphy.textkit.overlaps import Overlaps

Nested = Sequence[tuple[Saying, int | None]]
"""Sayings, outer before inner, each with the place of the one it stands inside."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def speakers(
    tree: Tree, text: str, nested: Nested, quoted: Overlaps
) -> tuple[list[int | None], tuple[Source, ...]]:
    """Return the number of each saying's source, and all sources.

    Outer sayings are heard first: whom a quoted speaker means by "he" depends on who is quoted.
    """
    cast = Cast(text)
    heard: list[int | None] = [None] * len(nested)
    inner = _hear_outer(cast, tree, text, nested, heard)
    for number, mention in sorted(inner, key=lambda each: each[0]):
        saying, parent = nested[number]
        above = heard[parent] if parent is not None else None
        own = cast.hear(mention, above if quoted.holding(saying.anchor) else None)
        heard[number] = above if own is None else own
    places, sources = cast.sources()
    return [None if each is None else places[each] for each in heard], sources


def _hear_outer(
    cast: Cast, tree: Tree, text: str, nested: Nested, heard: list[int | None]
) -> list[tuple[int, Mention]]:
    """Let those speak who stand in no other's words; return the others."""
    inner: list[tuple[int, Mention]] = []
    surnames = {name.span.of(text).split()[-1] for name in tree.names if name.kind == "person"}
    contents = Overlaps(
        part for saying, parent in nested if parent is None for part in saying.content
    )
    for span, number in _in_order(tree, nested):
        mention = _as_name(classify(tree, text, span, lexicon.ENGLISH), text, surnames)
        if number is None:
            if mention.form is Form.NAME:
                aside = bool(contents.holding(span)) or not _is_subject(tree, span)
                cast.meet(mention, aside=aside, leads=_leads(tree, span))
            continue
        mention = _antecedent(tree, text, mention)
        if nested[number][1] is None:
            heard[number] = cast.hear(mention, sentence=_sentence(tree, mention.span))
        else:
            inner.append((number, mention))
    return inner


def _in_order(tree: Tree, nested: Nested) -> list[tuple[Span, int | None]]:
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


def _is_subject(tree: Tree, name: Span) -> bool:
    """Tell whether a name, or a name it is apposed to, is what its clause is about."""
    return any(
        word.relation in _SUBJECTS or tree.head(word).relation in _SUBJECTS
        for word in tree.within(name)
    )


def _leads(tree: Tree, name: Span) -> bool:
    """Tell whether a name is the subject of its whole sentence."""
    return any(
        word.relation in _SUBJECTS and tree.head(word).head == tree.head(word).index
        for word in tree.within(name)
    )


def _sentence(tree: Tree, span: Span) -> int | None:
    """Return where the sentence of a stretch of the text begins."""
    words = tree.within(span)
    return tree.tokens[tree.sentence_of(words[0]).first].start if words else None


def _with_address(tree: Tree, name: Span) -> Span:
    """Add the form of address before a name, which tells a gender ("Mrs.")."""
    first = tree.within(name)
    if first and first[0].index > 0:
        before = tree.tokens[first[0].index - 1]
        if before.text.lower() in lexicon.words("addresses", lexicon.ENGLISH):
            return Span(before.start, name.end)
    return name


def _as_name(mention: Mention, text: str, surnames: set[str]) -> Mention:
    """Return a mention as a name where a word taken for a noun is a surname elsewhere.

    Headlines capitalise all words, so the tagger often misses a name there.
    """
    said = mention.span.of(text)
    if mention.form is not Form.DESCRIPTION or said not in surnames:
        return mention
    return replace(mention, form=Form.NAME, words=(said.lower(),), kind=None)


def _antecedent(tree: Tree, text: str, mention: Mention) -> Mention:
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
            return classify(tree, text, source_words(tree, noun)[0], lexicon.ENGLISH)
    return mention
