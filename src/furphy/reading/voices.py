"""Voices: who holds forth at each word, and what becomes of a commitment that enters them."""

from collections.abc import Sequence

from furphy.model.attribution import Attribution, Mode, Source, SourceKind, Stance
from furphy.model.token import Token
from furphy.reading.effects import EFFECTS, Effect, Reach, always
from furphy.reading.operators import Operators
from furphy.reading.tree import Tree

Voice = int | None
"""Index of an attribution; None for the document's own voice."""

RELAYED = always(EFFECTS["relayed"])
_WANTED = Reach(EFFECTS["wanted"], EFFECTS["unwanted"])
_DISTANT = frozenset(EFFECTS[name].degree for name in ("claimed", "rumoured"))
_PUTTING = frozenset({Stance.NEUTRAL, Stance.DOUBT, Stance.FACT, Stance.DENY})
# A relay without a name weighs half a grade less than one with.
_ANONYMOUS = 0.5


class Voices:
    """The attributions of a document, laid over its words."""

    __slots__ = ("_at", "_attributions", "_cues", "_operators", "_sources", "_tree")

    def __init__(
        self,
        tree: Tree,
        attributions: Sequence[Attribution],
        sources: Sequence[Source],
        operators: Operators,
    ) -> None:
        self._tree = tree
        self._attributions = attributions
        self._sources = sources
        self._operators = operators
        self._at: dict[int, int] = {}
        self._cues: dict[int, int] = {}
        for voice in sorted(range(len(attributions)), key=self._depth):
            for span in attributions[voice].content_spans:
                self._at.update((token.index, voice) for token in tree.within(span))
            for span in attributions[voice].cue_spans:
                self._cues.update((token.index, voice) for token in tree.within(span))

    def _depth(self, voice: int) -> int:
        """Count the attributions around one, so that inner ones are laid over outer ones."""
        seen: set[int] = set()
        around: Voice = voice
        while around is not None and around not in seen:
            seen.add(around)
            around = self._attributions[around].parent
        return len(seen)

    def at(self, token: Token) -> Voice:
        """Return the innermost voice a word belongs to."""
        return self._at.get(token.index)

    def cue(self, token: Token) -> Voice:
        """Return the attribution a word is a cue of, if it is one."""
        return self._cues.get(token.index)

    def all(self) -> range:
        """Return all voices but the document's own."""
        return range(len(self._attributions))

    def topmost(self, voice: int) -> Token | None:
        """Return the first word of a voice that depends on none of its own words."""
        for first, last in self.content(voice):
            for token in self._tree.tokens[first:last]:
                if token.pos != "PUNCT" and not first <= token.head < last:
                    return token
                if token.pos != "PUNCT" and token.head == token.index:
                    return token
        return None

    def puts_forward(self, voice: int, *, event: bool) -> bool:
        """Tell whether content that is no clause is put forward as being or not being so.

        "reported two wounded" and, since what is condemned has happened, "condemned the attack"
        do; "endorsed the senator" and "wants talks" do not.
        """
        stance = self._attributions[voice].stance
        return stance in _PUTTING or (event and stance is Stance.JUDGE)

    def around(self, voice: int) -> Voice:
        """Return the voice that brings in another."""
        return self._attributions[voice].parent

    def speaker_words(self, voice: int) -> list[Token]:
        """Return the words that name who brings in a voice; none where nobody is named there."""
        spans = self._attributions[voice].source_spans
        return [token for span in spans[:1] for token in self._tree.within(span)]

    def cue_words(self, voice: int) -> list[Token]:
        """Return the words that bring in a voice."""
        spans = self._attributions[voice].cue_spans
        return [token for span in spans for token in self._tree.within(span)]

    def content(self, voice: int) -> list[tuple[int, int]]:
        """Return the stretches of tokens a voice holds, first and one past the last."""
        within = map(self._tree.within, self._attributions[voice].content_spans)
        return [(words[0].index, words[-1].index + 1) for words in within if words]

    def reach(self, voice: int, known_by: Sequence[str]) -> Reach:
        """Return what a voice's cue makes of content that goes by these frames."""
        attribution = self._attributions[voice]
        phrase = " ".join(token.text.lower() for token in self.cue_words(voice))
        found = self._operators.phrases.get(phrase)
        if found is None and attribution.mode is not Mode.DIRECT:
            found = self._by_word(voice, known_by)
        if found is None and "to" in known_by:
            found = _WANTED
        # What is quoted word for word is said, whatever the verb says about what it asks for.
        found = found or self._by_word(voice, ("quote",)) or RELAYED
        return self._weakened(found) if self._anonymous(attribution) else found

    def _by_word(self, voice: int, frames: Sequence[str]) -> Reach | None:
        for token in self.cue_words(voice):
            for frame in frames:
                if found := self._operators.reach(token, frame):
                    return found
        return None

    def _anonymous(self, attribution: Attribution) -> bool:
        source = attribution.source
        return source is None or self._sources[source].kind is SourceKind.ANONYMOUS

    def _weakened(self, reach: Reach) -> Reach:
        return Reach(_less(reach.affirmed), reach.negated)

    def base(self, voice: int) -> Reach:
        """Return what a voice makes of all it simply states."""
        reach = self.reach(voice, "quote")
        return reach if reach.affirmed.degree in _DISTANT else RELAYED


def _less(effect: Effect) -> Effect:
    """Return a relayed effect as it is where nobody is named for it."""
    if effect.settled or effect.inner is None or effect.degree <= 0:
        return effect
    return Effect(
        max(0.0, effect.degree - _ANONYMOUS),
        settled=False,
        inner=effect.inner,
        commits=effect.commits,
        kind=effect.kind,
    )
