"""Surroundings: the modals, negations, hedges and moods that stand in a word's own clause."""

from collections.abc import Iterator
from dataclasses import dataclass

from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.clauses import SUBJECTS, VERBAL, imperative
from furphy.reading.effects import EFFECTS, Effect, Reach, always
from furphy.reading.operators import Modal, Operators
from furphy.reading.scopes import INTERROGATIVE
from furphy.reading.tree import Tree
from furphy.reading.voices import Voices

_ARGUMENTS = SUBJECTS | {"dobj", "attr", "npadvmod", "pobj"}
_DETERMINERS = frozenset({"det", "preconj", "neg"})
_NOT = Reach(EFFECTS["not"], EFFECTS["certain"])
_PAST = frozenset({"VBD", "VBN"})
_CONTINGENT = Reach(EFFECTS["contingent"], EFFECTS["contingent_not"])
_QUESTION_MARKS = frozenset("?？؟")


@dataclass(frozen=True, slots=True)
class Change:
    """What one operator does to the word whose clause it stands in."""

    reach: Reach
    span: Span | None


@dataclass(slots=True)
class _Helpers:
    """What stands around a predicate."""

    modal: Token | None = None
    negation: Token | None = None
    effect: Effect | None = None
    perfect: bool = False
    question: Token | None = None
    interrogative: bool = False


class Surroundings:
    """What changes the stance towards each word within its own clause."""

    __slots__ = ("_operators", "_tree", "_voices")

    def __init__(self, tree: Tree, voices: Voices, operators: Operators) -> None:
        self._tree = tree
        self._voices = voices
        self._operators = operators

    def of(self, token: Token) -> list[Change]:
        """Return the operators around a word, the innermost first."""
        if token.relation == "":
            return list(self._on_the_surface(token))
        kids = list(self._tree.children(token))
        if not kids:
            return []
        helpers = _Helpers()
        hedges: list[Change] = []
        for kid in kids:
            self._note(kid, helpers)
            hedges += self._hedged(kid, token)
        return [*self._verbal(token, helpers), *hedges, *self._mood(token, kids, helpers)]

    def _note(self, kid: Token, helpers: _Helpers) -> None:
        relation = kid.relation
        if relation == "aux":
            if kid.tag == "MD" and helpers.modal is None:
                helpers.modal = kid
            helpers.perfect |= kid.tag == "VB"
        elif relation in {"neg", "advmod"}:
            effect = self._operators.negators.get(kid.text.lower())
            if effect is not None and not self._for_the_next(kid):
                helpers.negation, helpers.effect = kid, effect
        elif relation in _ARGUMENTS:
            if word := self._negative(kid):
                helpers.negation, helpers.effect = word, EFFECTS["not"]
        elif kid.text in _QUESTION_MARKS and kid.index > kid.head:
            helpers.question = kid
        helpers.interrogative |= kid.tag in INTERROGATIVE

    def _for_the_next(self, negation: Token) -> bool:
        """Tell whether a negation belongs to the adverb after it: "not only"."""
        after = negation.index + 1
        return after < len(self._tree.tokens) and (
            self._tree.tokens[after].text.lower() in self._operators.pseudo
        )

    def _negative(self, noun: Token) -> Token | None:
        """Return the word that makes an argument a negative one: itself, or its determiner."""
        if noun.text.lower() in self._operators.negative:
            return noun
        for kid in self._tree.children(noun, _DETERMINERS):
            if kid.text.lower() in self._operators.negative:
                return kid
        return None

    def _verbal(self, token: Token, helpers: _Helpers) -> Iterator[Change]:
        if helpers.modal is not None:
            modal = self._operators.modals.get(helpers.modal.lemma)
            if modal is not None:
                yield self._modal(modal, token, helpers)
                return
        elif token.text.lower() in self._operators.modals and self._tree.child(token, {"xcomp"}):
            yield self._modal(self._operators.modals[token.text.lower()], token, helpers)
            return
        negation, effect = helpers.negation, helpers.effect
        if negation is None or effect is None:
            return
        if negation.relation == "advmod" and token.pos not in VERBAL:
            return
        yield Change(_NOT if effect is EFFECTS["not"] else always(effect), negation.span)

    def _modal(self, modal: Modal, token: Token, helpers: _Helpers) -> Change:
        effect = modal.effect(
            negated=helpers.effect is not None and helpers.effect.degree < 0,
            perfect=helpers.perfect and token.tag in {"VBN", "VBD"},
        )
        if effect is EFFECTS["conditional"] and self._told_in_the_past(token):
            effect = EFFECTS["future"]
        first = helpers.modal or token
        last = helpers.negation or first
        span = (
            Span(first.start, max(first.end, last.end))
            if last.index == first.index + 1
            else (first.span)
        )
        return Change(Reach(effect, EFFECTS["unlikely"]), span)

    def _told_in_the_past(self, token: Token) -> bool:
        """Tell whether a clause was foretold then, so that its "would" stands for a "will"."""
        return token.relation == "ccomp" and self._tree.head(token).tag in _PAST

    def _hedged(self, kid: Token, token: Token) -> Iterator[Change]:
        if kid.relation not in {"advmod", "npadvmod", "intj", "amod"}:
            return
        reach = self._operators.adverbs.get(kid.text.lower())
        if reach is None or self._tells_source(kid, token):
            return
        denied = self._tree.child(kid, {"neg"})
        yield Change(always(reach.negated) if denied else reach, kid.span)

    def _tells_source(self, adverb: Token, token: Token) -> bool:
        """Tell whether an adverb has already brought in the voice that the word stands in."""
        return self._voices.cue(adverb) is not None and self._voices.at(token) is not None

    def _mood(self, token: Token, kids: list[Token], helpers: _Helpers) -> Iterator[Change]:
        if helpers.question is not None:
            name = "asked_about" if helpers.interrogative else "asked"
            yield Change(always(EFFECTS[name]), helpers.question.span)
        elif imperative(self._tree, token):
            name = "forbidden" if helpers.negation else "bidden"
            yield Change(always(EFFECTS[name]), None)
        elif token.pos in VERBAL and (condition := self._condition(kids)):
            yield Change(_CONTINGENT, condition.span)

    def _condition(self, kids: list[Token]) -> Token | None:
        """Return the word that makes a clause hang on a condition beside it."""
        for kid in kids:
            if kid.relation != "advcl":
                continue
            for mark in self._tree.children(kid, {"mark"}):
                effect = self._operators.markers.get((mark.text.lower(), "clause"))
                if effect is EFFECTS["open"]:
                    return mark
        return None

    def _on_the_surface(self, first: Token) -> Iterator[Change]:
        """Where no parser ran, let every operator of a sentence act on the whole of it."""
        sentence = self._tree.sentence_of(first)
        if first.index != sentence.first:
            return
        words = self._tree.words(sentence)
        negated = False
        for word in words:
            text = word.text.lower()
            modal = self._operators.modals.get(text)
            if text in self._operators.negators or text in self._operators.negative:
                negated = not negated
                yield Change(_NOT, word.span)
            elif modal is not None:
                yield Change(Reach(modal.plain, modal.negated), word.span)
            elif text in self._operators.adverbs:
                yield Change(self._operators.adverbs[text], word.span)
        if words[-1].text in _QUESTION_MARKS:
            yield Change(always(EFFECTS["asked"]), words[-1].span)
