"""Factuality: how firmly each holder stands by each word's event, from the author's voice inwards.

One walk from the top of each sentence down. Every word takes the stance of the word it depends on,
as changed by how it depends on it (:mod:`furphy.reading.scopes`), by the source whose words it
enters (:mod:`furphy.reading.voices`) and by what stands in its own clause
(:mod:`furphy.reading.surroundings`): the model is De Facto (Saurí & Pustejovsky 2012).
"""

from collections.abc import Sequence
from typing import NamedTuple

from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.clauses import Clauses
from furphy.reading.effects import EFFECTS, PLAIN, Reach, Stance, always, inwards, under
from furphy.reading.operators import Operators
from furphy.reading.scopes import Scopes, Start, frames
from furphy.reading.surroundings import Surroundings
from furphy.reading.tree import Tree
from furphy.reading.voices import Voice, Voices


class Held(NamedTuple):
    """What the innermost source and the document's own voice hold of one event."""

    source: Stance
    author: Stance


_PLAIN = Held(PLAIN, PLAIN)
_SHARED = Held(PLAIN, Stance(EFFECTS["relayed"].degree, settled=False))
_LOOSELY = {
    Start.MENTIONED: always(EFFECTS["mentioned"]),
    Start.AFFECTED: always(EFFECTS["affected"]),
}
_SURE = 1.5
"""Above this an event counts as having happened, so that what goes with it has too."""


def _ahead(held: Held) -> bool:
    """Tell whether an event is unreal or still to come, though not denied."""
    source = held.source
    return source.degree > 0 and (source.degree < _SURE or not source.settled)


def _governs(start: Start, held: Held) -> bool:
    """Tell whether a noun shares the fate of the word it hangs on."""
    return held.source.degree >= _SURE or (start is Start.AFFECTED and held.source.degree < 0)


class Commitments:
    """What is held of every word of a document."""

    __slots__ = ("_bases", "_changes", "_inside", "_outside", "_scopes", "_tree", "_voices")

    def __init__(self, tree: Tree, clauses: Clauses, voices: Voices, operators: Operators) -> None:
        self._tree = tree
        self._voices = voices
        self._scopes = Scopes(tree, operators)
        self._changes = Surroundings(tree, voices, operators)
        self._bases: dict[Voice, Held] = {None: _PLAIN}
        self._outside: list[Held] = [_PLAIN] * len(tree.tokens)
        self._inside: list[Held] = [_PLAIN] * len(tree.tokens)
        for token in clauses.order:
            self._visit(token)

    def of(self, token: Token) -> Held:
        """Return what is held of a word's event."""
        return self._inside[token.index]

    def base(self, voice: Voice) -> Held:
        """Return what is held of all that a voice simply states."""
        if voice not in self._bases:
            assert voice is not None  # noqa: S101  (the document's own voice is there from the start)
            self._bases[voice] = _PLAIN  # in case the chain of voices runs in a circle
            around = self.base(self._voices.around(voice))
            author = under(around.author, self._voices.base(voice), PLAIN, self._cue(voice))
            self._bases[voice] = Held(PLAIN, author)
        return self._bases[voice]

    def _visit(self, token: Token) -> None:
        voice = self._voices.at(token)
        head = self._tree.head(token)
        if head is token:
            held = self._enter(token, None, voice)
        elif voice != self._voices.at(head):
            held = self._enter(token, head, voice)
        else:
            held = self._governed(token, head, voice)
        self._outside[token.index] = held
        for change in self._changes.of(token):
            held = self._apply(held, change.reach, change.span, voice)
        self._inside[token.index] = held

    def _governed(self, token: Token, head: Token, voice: Voice) -> Held:
        scope = self._scopes.of(token, head)
        held = self._start(scope.start, head, voice)
        return held if scope.reach is None else self._apply(held, scope.reach, scope.cue, voice)

    def _start(self, start: Start, head: Token, voice: Voice) -> Held:
        held = self._inside[head.index]
        if start is Start.OUTSIDE:
            held = self._outside[head.index]
        elif start is Start.BASE:
            held = self.base(voice)
        elif start is Start.SHARED:
            held = _PLAIN if voice is None else _SHARED
        elif start is Start.BESIDE:
            held = held if _ahead(held) else self.base(voice)
        elif start is not Start.INSIDE and not _governs(start, held):
            held = self._apply(self.base(voice), _LOOSELY[start], None, voice)
        return held

    def _apply(self, held: Held, reach: Reach, cue: Span | None, voice: Voice) -> Held:
        base = self.base(voice)
        author = under(held.author, reach, base.author, cue)
        if held.source is held.author:
            return Held(author, author)
        return Held(under(held.source, reach, base.source, cue), author)

    def _enter(self, token: Token, head: Token | None, voice: Voice) -> Held:
        """Return what is held where a voice begins, or where one goes back to an outer one."""
        if voice is None:
            return _PLAIN
        around = self._voices.around(voice)
        held = self.base(around)
        if head is not None and self._voices.at(head) == around:
            held = self._inside[head.index] if self._voices.cue(head) == voice else held
        return self._entered(held, voice, frames(self._tree, token))

    def _entered(self, held: Held, voice: int, known_by: Sequence[str]) -> Held:
        reach = self._voices.reach(voice, known_by)
        base = self.base(self._voices.around(voice))
        author = under(held.author, reach, base.author, self._cue(voice))
        return Held(inwards(held.source, reach, self._cue(voice)), author)

    def _cue(self, voice: int) -> Span | None:
        words = self._voices.cue_words(voice)
        return Span(words[0].start, words[-1].end) if words else None
