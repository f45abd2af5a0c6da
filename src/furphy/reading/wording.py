"""Wording: the words that make a clause readable alone, as spans of the text.

A clause is quoted with what depends on it, less the clauses that stand beside it, and with the
subject it shares with another: "they planned to leave" gives "they … to leave".
"""

from collections.abc import Iterator

from furphy.model.text import Span, Spans
from furphy.model.token import Token
from furphy.reading.clauses import SUBJECTS, VERBAL, Clauses, Run, coordinate, modifies_noun
from furphy.reading.scopes import FINITE
from furphy.reading.tree import Tree
from furphy.reading.voices import Voice, Voices

_SHARING = frozenset({"xcomp", "conj", "advcl", "pcomp", "acl"})
_NOT_OF_A_NOUN = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct"})
_RELATIVE = frozenset({"WP", "WDT"})
_EMPTY = frozenset({"expl", "csubj", "csubjpass"})
_TRAILING = frozenset({"PUNCT", "CCONJ"})
_LEADING = frozenset({"punct", "cc"})
# A subject further up than this is no help to a reader.
_FURTHEST = 6


class Wording:
    """Quotes clauses and noun phrases."""

    __slots__ = ("_clauses", "_tree", "_voices", "lent")

    def __init__(self, tree: Tree, clauses: Clauses, voices: Voices) -> None:
        self._tree = tree
        self._clauses = clauses
        self._voices = voices
        self.lent: dict[int, list[Token]] = {}
        """For words quoted with a clause that is not theirs, the heads of such clauses."""

    def clause(self, head: Token) -> Spans:
        """Return the spans of a clause; none where nothing but punctuation is left of it."""
        if not head.relation:
            sentence = self._tree.sentence_of(head)
            return self._spans([(sentence.first, sentence.last)], head)
        runs = self._less(self._clauses.run(head), self._beside(head))
        runs = self._in_voice(runs, self._voices.at(head))
        if lent := self._lent_to(head):
            runs.append(lent)
            for index in range(*lent):
                self.lent.setdefault(index, []).append(head)
        return self._spans(runs, head)

    def noun(self, head: Token) -> Spans:
        """Return the spans of a noun phrase without the clauses that modify it."""
        cut = [self._clauses.run(kid) for kid in self._tree.children(head, _NOT_OF_A_NOUN)]
        runs = self._less(self._clauses.run(head), cut)
        return self._spans(self._in_voice(runs, self._voices.at(head)), head)

    def _beside(self, head: Token) -> list[Run]:
        """Return the stretches of coordinate clauses below a head, with their conjunctions."""
        kids = list(self._tree.children(head))
        if not any(coordinate(kid) and self._clauses.heads(kid) for kid in kids):
            return []
        return [
            self._clauses.run(kid)
            for kid in kids
            if kid.relation == "cc" or (coordinate(kid) and self._clauses.heads(kid))
        ]

    def _less(self, run: Run, cut: list[Run]) -> list[Run]:
        """Cut stretches out of a run."""
        found: list[Run] = []
        first, last = run
        for start, end in sorted(cut):
            if start > first:
                found.append((first, start))
            first = max(first, end)
        return [*found, (first, last)] if first < last else found

    def _in_voice(self, runs: list[Run], voice: Voice) -> list[Run]:
        """Leave out what does not belong to the voice, such as who is saying it in between."""
        if voice is None:
            return runs
        contents = self._voices.content(voice)
        return [
            (max(first, start), min(last, end))
            for first, last in runs
            for start, end in contents
            if max(first, start) < min(last, end)
        ]

    def _lent_to(self, head: Token) -> Run | None:
        """Return the words of another clause that this one cannot be read without."""
        if modifies_noun(self._tree, head):
            noun = self._tree.head(head)
            return self._clauses.left[noun.index], noun.index + 1
        return self._shared_subject(head)

    def _shared_subject(self, head: Token) -> Run | None:
        if head.relation not in _SHARING or self._tree.child(head, SUBJECTS):
            return None
        if head.relation == "advcl" and head.tag in FINITE:
            return None
        if speaker := self._speaker(head):
            return speaker
        if self._unclear(head):
            return None
        token = head
        for _ in range(_FURTHEST):
            owner = self._owner(token)
            if owner is not None:
                return None if owner.relation in _EMPTY else self._named(owner)
            token = self._tree.head(token)
        return None

    def _speaker(self, head: Token) -> Run | None:
        """Return the words that name who says so, of a word of saying, where they stand near.

        "Denied that the mill closes, adding that …": whoever denies it adds, and not the mill.
        """
        voice = self._voices.cue(head)
        words = [] if voice is None else self._voices.speaker_words(voice)
        if not words or self._tree.sentence_of(words[0]) is not self._tree.sentence_of(head):
            return None
        return words[0].index, words[-1].index + 1

    def _unclear(self, head: Token) -> bool:
        """Tell whether either of two nouns may be what a clause is about; then neither is named.

        "Called on the council to act", but "agreed with the council to act"; "kept them from
        leaving", but "left them without looking".
        """
        above = self._tree.head(head)
        if head.relation == "pcomp":
            governor = self._tree.head(above)
            return governor.pos not in VERBAL or self._tree.child(governor, {"dobj"}) is not None
        before = self._clauses.left[head.index] - 1
        return head.relation == "xcomp" and any(
            self._clauses.right[kid.index] == before for kid in self._tree.children(above, {"prep"})
        )

    def _owner(self, token: Token) -> Token | None:
        """Return the noun one step up that a clause without a subject may be about."""
        above = self._tree.head(token)
        if token.relation == "xcomp" and (found := self._tree.child(above, {"dobj"})):
            return found
        if modifies_noun(self._tree, token):
            return above
        if token.relation == "xcomp" and above.pos == "AUX":
            below = self._tree.child(above, {"acomp", "attr", "oprd"})
            return None if below is None else self._tree.child(above, SUBJECTS)
        return self._tree.child(above, SUBJECTS)

    def _named(self, subject: Token) -> Run:
        """Return the words of a subject; of a relative pronoun, those it stands for."""
        clause = self._tree.head(subject)
        if subject.tag in _RELATIVE and modifies_noun(self._tree, clause):
            noun = self._tree.head(clause)
            return self._clauses.left[noun.index], noun.index + 1
        return self._phrase(subject)

    def _phrase(self, noun: Token) -> Run:
        """Return a noun phrase from its first word to the last before a clause modifies it."""
        first, last = self._clauses.run(noun)
        for kid in self._tree.children(noun, _NOT_OF_A_NOUN):
            if kid.index > noun.index:
                last = min(last, self._clauses.left[kid.index])
        return first, last

    def _spans(self, runs: list[Run], head: Token) -> Spans:
        joined: list[Run] = []
        for run in sorted(self._trimmed(runs, head)):
            if joined and run[0] <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], run[1]))
            else:
                joined.append(run)
        tokens = self._tree.tokens
        return tuple(Span(tokens[first].start, tokens[last - 1].end) for first, last in joined)

    def _trimmed(self, runs: list[Run], head: Token) -> Iterator[Run]:
        """Trim the edges of marks, of conjunctions, and of what ties a clause to the one above."""
        tokens = self._tree.tokens
        for first, last in runs:
            while first < last and _leads(tokens[first], head):
                first += 1  # noqa: PLW2901 (its edges move)
            while last > first and tokens[last - 1].pos in _TRAILING:
                last -= 1  # noqa: PLW2901 (its edges move)
            if any(_spoken(token) for token in tokens[first:last]):
                yield first, last


def _leads(token: Token, head: Token) -> bool:
    """Tell whether a word only leads up to a clause."""
    if token.index == head.index:
        return False
    if token.relation in _LEADING or token.pos == "PUNCT":
        return True
    return token.relation == "mark" and token.head == head.index


def _spoken(token: Token) -> bool:
    """Tell whether a token is a word or a number, not a mark or a picture."""
    return any(map(str.isalnum, token.text))
