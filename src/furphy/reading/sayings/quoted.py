"""Give every quotation to the saying it belongs to, or to a speaker found beside it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from furphy.model.quotation import Quotation
from furphy.model.text import Span, Spans
from furphy.model.token import Token
from furphy.reading.sayings.cues import Cue, cues
from furphy.reading.sayings.saying import Saying
from furphy.reading.sayings.arguments import cue_words as cue_span, is_passive, is_verb, source_words as phrase, speaker
from furphy.reading.tree import Tree

# Words between a quotation and the verb that names its speaker: an apposition fits, a second
# clause hardly does.
_REACH = 30
_INSIDE_ENDS = frozenset(".,!?…;—-")


@dataclass(slots=True)
class _Linker:
    tree: Tree
    text: str
    passages: Sequence[Span]
    """The segments read, in order."""
    speech: dict[str, Cue]
    quotations: Sequence[Quotation]

    def passage(self, at: int) -> int:
        return bisect_right(self.passages, at, key=lambda each: each.start) - 1


def with_quotations(
    tree: Tree,
    text: str,
    passages: Sequence[Span],
    found: Sequence[Saying],
    quotations: Sequence[Quotation],
    language: str,
) -> list[Saying]:
    speech = {k: v for k, v in cues("cue_verbs", language).items() if "quote" in v.frames}
    outer = [each for each in quotations if each.depth == 0]
    link = _Linker(tree, text, passages, speech, outer)
    sayings = list(found)
    last: int | None = None  # index of the saying that the last quotation went to
    last_at: Quotation | None = None
    for number, quotation in enumerate(outer):
        if any(part.holds(quotation.span) for s in sayings for part in s.source):
            continue
        if _follows_on(link, sayings, last, quotation):
            assert last is not None
            sayings[last] = replace(
                sayings[last], content=_join(text, sayings[last].content, quotation.span)
            )
            last_at = quotation
            continue
        owners = [i for i, s in enumerate(sayings) if _owns(s, quotation)]
        if owners:
            for i in owners:
                if any(quotation.span.holds(part) for part in sayings[i].cue):
                    continue
                sayings[i] = replace(sayings[i], content=_join(text, sayings[i].content, quotation.span))
            last, last_at = owners[0], quotation
            continue
        if not _speaks(link, quotation):
            continue
        beside = _beside(link, number)
        if beside:
            verb, source = beside
            # the verb may already have a saying
            content = (quotation.span,)
            sayings.append(
                Saying(source, cue_span(tree, verb), content, f"quote:{verb.lemma}", speech[verb.lemma].stance)
            )
            last, last_at = len(sayings) - 1, quotation
            continue
        if last is not None and last_at is not None and _goes_on(link, last_at, quotation):
            sayings[last] = replace(
                sayings[last], content=_join(text, sayings[last].content, quotation.span)
            )
            last_at = quotation
            continue
        announced = _announced(link, quotation)
        if announced:
            sayings.append(announced)
            last, last_at = len(sayings) - 1, quotation
            continue
        if not _stands_alone(link, quotation):
            continue
        sayings.append(Saying((), (), (quotation.span,), "quote-alone", "neutral"))
        last, last_at = len(sayings) - 1, quotation
    return sayings


def _follows_on(link: _Linker, sayings: list[Saying], last: int | None, here: Quotation) -> bool:
    """Tell whether a quotation follows right behind a cue that ended its sentence.

    "They sue," he said. "Everybody sues."
    """
    if last is None or not sayings[last].cue or not _speaks(link, here):
        return False
    said = sayings[last]
    end = max(part.end for part in (*said.cue, *said.source))
    if not said.content[0].start < end <= here.span.start:
        return False
    between = link.text[end : here.span.start]
    return (
        "\n\n" not in between
        and len(between) < 120
        and between.rstrip().endswith(".")
        and link.passage(end) == link.passage(here.span.start)
        and between.count(". ") + between.count(".\n") <= 1
    )


def _owns(saying: Saying, quotation: Quotation) -> bool:
    inside = any(quotation.span.holds(part) for part in saying.cue)
    return any(part.meets(quotation.span) for part in saying.content) and (
        not inside or saying.rule == "label"
    )


def _join(text: str, content: Spans, extra: Span) -> Spans:
    """Add a stretch to a content, joining parts that touch or have only blanks between."""
    parts = sorted([*content, extra])
    joined: list[Span] = [parts[0]]
    for part in parts[1:]:
        last = joined[-1]
        if part.start <= last.end or not text[last.end : part.start].strip(" "):
            joined[-1] = Span(last.start, max(last.end, part.end))
        else:
            joined.append(part)
    return tuple(joined)


def _speaks(link: _Linker, quotation: Quotation) -> bool:
    """Tell whether a quotation is speech, not a word held at arm's length or a title."""
    inner = quotation.inner.of(link.text).strip()
    if not inner:
        return False
    if not quotation.closed or quotation.continues:
        return True
    words = link.tree.within(quotation.inner)
    opens = _opens_sentence(link, quotation)
    if len(words) < 3:
        return opens and inner[-1] in _INSIDE_ENDS
    if inner[-1] not in _INSIDE_ENDS:
        return False
    return opens or any(is_verb(each) for each in words)


def _opens_sentence(link: _Linker, quotation: Quotation) -> bool:
    start = link.passages[link.passage(quotation.span.start)].start
    before = link.text[start : quotation.span.start].rstrip()
    return not before or before[-1] in ".!?:…”\"'"


def _beside(link: _Linker, number: int) -> tuple[Token, Spans] | None:
    quotation = link.quotations[number]
    passage = link.passages[link.passage(quotation.span.start)]
    before = link.quotations[number - 1].span.end if number else 0
    after = link.quotations[number + 1].span.start if number + 1 < len(link.quotations) else passage.end
    stop = quotation.inner.of(link.text).rstrip().endswith(".")
    reach = quotation.span.end if stop else max(quotation.span.end, min(after, passage.end))
    right = Span(quotation.span.end, reach)
    left = Span(min(max(before, passage.start), quotation.span.start), quotation.span.start)
    return _right_of(link, right) or _left_of(link, left)


def _right_of(link: _Linker, room: Span) -> tuple[Token, Spans] | None:
    words = link.tree.within(room)[:_REACH]
    for word in words:
        if word.text in ".!?":
            return None
        if word.lemma in link.speech and word.pos == "VERB" and not is_passive(link.tree, word):
            source = _speaker_span(link, word, room)
            if source:
                return word, source
            return None
    return None


def _left_of(link: _Linker, room: Span) -> tuple[Token, Spans] | None:
    words = link.tree.within(room)
    for word in reversed(words[-_REACH:]):
        if word.text in ".!?":
            return None
        if word.lemma in link.speech and word.pos == "VERB" and not is_passive(link.tree, word):
            source = _speaker_span(link, word, room)
            return (word, source) if source else None
    return None


def _speaker_span(link: _Linker, verb: Token, room: Span) -> Spans:
    source = speaker(link.tree, verb)
    if source and room.start <= source.start < room.end:
        return phrase(link.tree, source)
    if source is None:
        source = link.tree.child(verb, ("dobj", "dative", "attr"))
        if source and room.start <= source.start < room.end:
            return phrase(link.tree, source)
    elif link.tree.number_of(source) == link.tree.number_of(verb):
        return phrase(link.tree, source)
    return ()


def _stands_alone(link: _Linker, quotation: Quotation) -> bool:
    """Tell whether a quotation is a sentence by itself, not part of the author's."""
    return _opens_sentence(link, quotation) and len(link.tree.within(quotation.inner)) > 4


def _announced(link: _Linker, quotation: Quotation) -> Saying | None:
    """Return who is announced by a colon, in the same passage or at the end of the one before."""
    here = link.passage(quotation.span.start)
    room = Span(link.passages[here].start, quotation.span.start)
    if not room.of(link.text).strip() and here > 0:
        room = link.passages[here - 1]
    if not room.of(link.text).rstrip().endswith(":"):
        return None
    words = list(link.tree.within(room))
    colon = words.pop()
    for word in reversed(words[-_REACH:]):
        if word.lemma in link.speech and word.pos == "VERB":
            source = _speaker_span(link, word, room)
            if source:
                return _saying(link, source, cue_span(link.tree, word), quotation, word.lemma)
    name: list[Token] = []
    while words and (words[-1].pos in ("PROPN", "ADJ") or words[-1].text in ("and", ",")):
        name.insert(0, words.pop())
    if not any(word.pos == "PROPN" for word in name) or len(name) > 8:
        return None
    source = (Span(name[0].start, name[-1].end),)
    return Saying(source, (colon.span,), (quotation.span,), "quote:label", "neutral")


def _saying(
    link: _Linker, source: Spans, cue: Spans, quotation: Quotation, lemma: str
) -> Saying:
    return Saying(source, cue, (quotation.span,), f"quote:{lemma}", link.speech[lemma].stance)


def _goes_on(link: _Linker, before: Quotation, after: Quotation) -> bool:
    """Tell whether a quotation without a speaker beside it is the last speaker going on."""
    here, there = link.passage(after.span.start), link.passage(before.span.start)
    if here == there or after.continues:
        return True
    return here == there + 1 and (
        link.passages[here].start == after.span.start
        or link.text[: link.passages[there].end].rstrip().endswith(":")
    )
