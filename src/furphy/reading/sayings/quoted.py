"""Give every quotation to the saying it belongs to, or to a speaker found beside it.

In order: the saying whose cue has just ended its sentence ("…," he said. *"…"*), the sayings whose
content holds part of it, a cue right behind or before it, the speaker who goes on, one announced
by a colon. A quotation that is a sentence by itself and finds none is speech without a speaker.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from furphy import lexicon
from furphy.model.quotation import Quotation
from furphy.model.text import Span, Spans
from furphy.model.token import Token
from furphy.reading.sayings.arguments import cue_words, is_passive, is_verb, source_words, speaker
from furphy.reading.sayings.cues import cues
from furphy.reading.sayings.saying import Saying
from furphy.reading.tree import Tree
from furphy.textkit.overlaps import Overlaps

# Words between a quotation and the verb that names its speaker: an apposition fits, a second
# clause hardly does.
_REACH = 30
# Code points between a cue and a quotation that follows on it: room for "in a phone interview".
_FOLLOWING = 120
# A name before a colon, with office; more words are a clause.
_LONGEST_LABEL = 8
# Words that a quotation within a sentence needs to be speech, and one that stands alone.
_SHORTEST_SPEECH, _SHORTEST_ALONE = 3, 5
_ENDS = frozenset(".!?…")
_INSIDE_ENDS = _ENDS | frozenset(",;—-")


def with_quotations(
    tree: Tree,
    text: str,
    passages: Sequence[Span],
    sayings: Sequence[Saying],
    quotations: Iterable[Quotation],
) -> list[Saying]:
    """Return the sayings with all outermost quotations given to them, new ones where need be."""
    linker = _Linker(tree, text, passages, sayings)
    linker.quotations = [each for each in quotations if each.depth == 0]
    for number in range(len(linker.quotations)):
        linker.give(number)
    return linker.sayings


class _Linker:
    def __init__(
        self, tree: Tree, text: str, passages: Sequence[Span], sayings: Sequence[Saying]
    ) -> None:
        self.tree = tree
        self.text = text
        self.passages = passages
        self.sayings = list(sayings)
        self.quotations: list[Quotation] = []
        self._sayers = {
            lemma: cue
            for lemma, cue in cues("cue_verbs", lexicon.ENGLISH).items()
            if "quote" in cue.frames
        }
        self._sources = Overlaps(part for saying in sayings for part in saying.source)
        self._contents = Overlaps()
        for number, saying in enumerate(sayings):
            for part in saying.content:
                self._contents.add(part, number)
        self._last: int | None = None
        """Place of the saying that the last quotation went to."""
        self._before: Quotation | None = None

    def give(self, number: int) -> None:
        """Give a quotation away, unless it is a title or a word held at arm's length."""
        here = self.quotations[number]
        if self._sources.holding(here.span):
            return
        speaks = self._speaks(here)
        if speaks and self._follows_on(here):
            self._extend(self._last, here)
        elif owners := self._owners(here):
            for owner in owners:
                self._extend(owner, here)
            self._last = owners[0]
        elif speaks:
            self._give_speech(number, here)
        else:
            return
        self._before = here

    def _give_speech(self, number: int, here: Quotation) -> None:
        found = self._beside(number)
        if found is None and self._goes_on(here):
            self._extend(self._last, here)
            return
        found = found or self._announced(here) or self._alone(here)
        if found:
            self.sayings.append(found)
            self._last = len(self.sayings) - 1
            self._contents.add(here.span, self._last)

    def _extend(self, place: int | None, here: Quotation) -> None:
        if place is None:
            return
        saying = self.sayings[place]
        if not any(here.span.holds(part) for part in saying.cue):
            content = _join(self.text, saying.content, here.span)
            self.sayings[place] = replace(saying, content=content)
            self._contents.add(here.span, place)

    def _owners(self, here: Quotation) -> list[int]:
        """Return the places of the sayings whose content holds part of a quotation."""
        owners: list[int] = []
        for number in self._contents.meeting(here.span):
            saying = self.sayings[number]
            inside = any(here.span.holds(part) for part in saying.cue)
            # A transcript prints its speakers inside the marks ("CHAIR: Will she come?").
            if not inside or saying.rule == "label":
                owners.append(number)
        return owners

    def _speaks(self, here: Quotation) -> bool:
        """Tell whether a quotation is speech, by its punctuation, its place and its words."""
        inner = here.inner.of(self.text).strip().rstrip("'’”\"»")
        if not inner:
            return False
        if not here.closed or here.continues:
            return True
        words = self.tree.within(here.inner)
        opens = self._opens_sentence(here)
        if inner[-1] not in _INSIDE_ENDS:
            return False
        return opens or (len(words) >= _SHORTEST_SPEECH and any(is_verb(word) for word in words))

    def _opens_sentence(self, here: Quotation) -> bool:
        start = self._passage(here).start
        before = self.text[start : here.span.start].rstrip()
        return not before or before[-1] in ".!?:…”\"'"

    def _passage_number(self, at: int) -> int:
        return bisect_right(self.passages, at, key=lambda each: each.start) - 1

    def _passage(self, here: Quotation) -> Span:
        return self.passages[self._passage_number(here.span.start)]

    def _follows_on(self, here: Quotation) -> bool:
        """Tell whether a quotation follows right behind a cue that ended its sentence."""
        if self._last is None or not self.sayings[self._last].cue:
            return False
        said = self.sayings[self._last]
        end = max(part.end for part in (*said.cue, *said.source))
        if not said.content[0].start < end <= here.span.start:
            return False
        between = self.text[end : here.span.start]
        same = self._passage_number(end - 1) == self._passage_number(here.span.start)
        ended = between.rstrip().endswith(".") and between.count(". ") <= 1
        return same and ended and len(between) < _FOLLOWING

    def _beside(self, number: int) -> Saying | None:
        """Return who speaks by a cue right behind or before a quotation."""
        here = self.quotations[number]
        passage = self._passage(here)
        after = passage.end
        if number + 1 < len(self.quotations):
            after = min(after, self.quotations[number + 1].span.start)
        before = passage.start
        if number:
            before = max(before, self.quotations[number - 1].span.end)
        room = Span(min(before, here.span.start), here.span.start)
        behind = None
        if not here.inner.of(self.text).rstrip().endswith("."):
            words = self.tree.within(Span(here.span.end, max(after, here.span.end)))
            behind = self._cue_among(words[:_REACH], here)
        return behind or self._cue_among(tuple(reversed(self.tree.within(room)))[:_REACH], here)

    def _cue_among(self, words: Sequence[Token], here: Quotation) -> Saying | None:
        for word in words:
            if word.text in _ENDS:
                return None
            if word.pos == "VERB" and word.lemma in self._sayers:
                return None if is_passive(self.tree, word) else self._by(word, here)
        return None

    def _by(self, verb: Token, here: Quotation) -> Saying | None:
        source = self._speaker(verb)
        if not source:
            return None
        stance = self._sayers[verb.lemma].stance
        cue = cue_words(self.tree, verb)
        return Saying(source, cue, (here.span,), f"quote:{verb.lemma}", stance)

    def _speaker(self, verb: Token) -> Spans:
        source = speaker(self.tree, verb) or self.tree.child(verb, ("dobj", "dative", "attr"))
        if source is None or self.tree.number_of(source) != self.tree.number_of(verb):
            return ()
        return source_words(self.tree, source, verb)

    def _goes_on(self, here: Quotation) -> bool:
        """Tell whether a quotation without a speaker beside it is the last speaker going on."""
        if self._last is None or self._before is None:
            return False
        now = self._passage_number(here.span.start)
        then = self._passage_number(self._before.span.start)
        if now == then or here.continues:
            return True
        return now == then + 1 and self.passages[now].start == here.span.start

    def _announced(self, here: Quotation) -> Saying | None:
        """Return who is announced by a colon, in this passage or at the end of the one before."""
        number = self._passage_number(here.span.start)
        room = Span(self.passages[number].start, here.span.start)
        if not room.of(self.text).strip() and number > 0:
            room = self.passages[number - 1]
        words = list(self.tree.within(room))
        if not words or words[-1].text != ":":
            return None
        colon = words.pop()
        for word in words[: -_REACH - 1 : -1]:
            if word.pos == "VERB" and word.lemma in self._sayers and (said := self._by(word, here)):
                return said
        return self._labelled(words, colon, here)

    def _labelled(self, words: list[Token], colon: Token, here: Quotation) -> Saying | None:
        name: list[Token] = []
        joining = lexicon.words("name_joiners", lexicon.ENGLISH)
        while words and (words[-1].pos in ("PROPN", "ADJ") or words[-1].text in joining):
            name.insert(0, words.pop())
        if not any(word.pos == "PROPN" for word in name) or len(name) > _LONGEST_LABEL:
            return None
        source = (Span(name[0].start, name[-1].end),)
        return Saying(source, (colon.span,), (here.span,), "quote:label", "neutral")

    def _alone(self, here: Quotation) -> Saying | None:
        """Return speech that names nobody: a quotation that is a sentence of its own."""
        if self._opens_sentence(here) and len(self.tree.within(here.inner)) >= _SHORTEST_ALONE:
            return Saying((), (), (here.span,), "quote-alone", "neutral")
        return None


def _join(text: str, content: Spans, extra: Span) -> Spans:
    """Add a stretch to a content, joining parts that touch or have only a blank between."""
    parts = sorted([*content, extra])
    joined: list[Span] = [parts[0]]
    for part in parts[1:]:
        last = joined[-1]
        if part.start <= last.end or not text[last.end : part.start].strip(" "):
            joined[-1] = Span(last.start, max(last.end, part.end))
        else:
            joined.append(part)
    return tuple(joined)
