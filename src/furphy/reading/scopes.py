"""Scopes: what a word inherits from the word it depends on, by how it depends on it.

Complements are in the scope of what governs them, adverbial clauses mostly are not; a definite
noun is presupposed where an indefinite one is as doubtful as its verb.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.clauses import SUBJECTS, VERBAL
from furphy.reading.effects import EFFECTS, FACT, SAME, Effect, Reach, always
from furphy.reading.operators import Operators
from furphy.reading.tree import Tree

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
INTERROGATIVE = frozenset({"WP", "WP$", "WRB", "WDT"})
_PRESENT = frozenset({"VBP", "VBZ"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_PREDICATIVE = frozenset({"acomp", "attr", "oprd"})
_MARKING = frozenset({"mark", "prep"})
_OPENED = frozenset({"pobj", "pcomp"})
_MARK = frozenset({"mark"})
_ADJECTIVE = frozenset({"amod"})
_ADVERB = frozenset({"advmod"})
_OBJECT = frozenset({"dobj"})
_OWNER = frozenset({"poss"})
_DETERMINERS = frozenset({"poss", "det"})


class Start(Enum):
    """Where an inheritance starts from."""

    INSIDE = auto()
    """What is held of the governing word, with all that stands in its own clause."""
    OUTSIDE = auto()
    """The same without that: beyond the reach of its modal and its negation."""
    BASE = auto()
    """What the voice simply states."""
    SHARED = auto()
    """The same, as far as all voices share it: a thing spoken of as known."""
    BESIDE = auto()
    """The same, unless the governing word's event is unreal or still ahead: then as that is."""
    MENTIONED = auto()
    """Nearly so, where the governing word's event is not: a noun it does not govern."""
    AFFECTED = auto()
    """Less nearly so, and where the governing word's event is denied, as that is: its object."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a word inherits, and what is done to it on the way."""

    start: Start
    reach: Reach | None = None
    cue: Span | None = None


_INSIDE, _OUTSIDE = Scope(Start.INSIDE), Scope(Start.OUTSIDE)
_BASE, _BESIDE = Scope(Start.BASE), Scope(Start.BESIDE)
_SHARED = Scope(Start.SHARED)
_MENTIONED, _AFFECTED = Scope(Start.MENTIONED), Scope(Start.AFFECTED)
_AWAITED = Scope(Start.OUTSIDE, always(EFFECTS["awaited"]))
_OPEN_TO = always(EFFECTS["open_to"])
_LIKELY = always(EFFECTS["probable"])
_PURPOSE = Reach(EFFECTS["planned"], EFFECTS["unplanned"])
_ABOUT_TIME = (EFFECTS["when"], EFFECTS["before"])
# "They left without paying", but "you cannot leave without paying".
_LACKING = Reach(EFFECTS["not"], EFFECTS["open"])
# What a complement is worth under a word the lexicon does not know.
_UNKNOWN = {
    "that": Reach(EFFECTS["relayed"], EFFECTS["open"]),
    "to": Reach(EFFECTS["planned"], EFFECTS["unplanned"]),
    "wh": always(EFFECTS["open"]),
}


def form(tree: Tree, token: Token) -> str:
    """Return what form a complement has: that, wh, what, to, bare, ing, small or np."""
    if token.pos not in VERBAL:
        return "np" if token.relation in {"dobj", "pobj", "nsubjpass"} else "small"
    helpers = [kid.tag for kid in tree.children(token, _AUXILIARIES)]
    if "TO" in helpers:
        return "to"
    if token.tag in FINITE or any(tag in FINITE for tag in helpers):
        return "what" if _first(tree, token).tag in INTERROGATIVE else "that"
    if tree.child(token, _MARK) and tree.child(token, SUBJECTS):
        return "to"  # a subjunctive ("that he be freed") says what an infinitive would
    return {"VBG": "ing", "VB": "bare", "VBN": "small"}.get(token.tag, "that")


def frames(tree: Tree, token: Token) -> tuple[str, ...]:
    """Return what words that take a complement know it by, the likeliest first.

    What a preposition opens goes by that, everything else by its form.
    """
    if token.relation not in _OPENED:
        return (form(tree, token),)
    opened = f"~{tree.head(token).lemma}"
    return (opened,) if token.relation == "pobj" else (opened, f"{opened}+ing")


def _first(tree: Tree, token: Token) -> Token:
    """Return the first word of all that depends on a word."""
    while (kid := next(tree.children(token), token)).index < token.index:
        token = kid
    return token


class Scopes:
    """The inheritance of each word of a document."""

    __slots__ = ("_handlers", "_operators", "_tree")

    def __init__(self, tree: Tree, operators: Operators) -> None:
        self._tree = tree
        self._operators = operators
        self._handlers: dict[str, Callable[[Token, Token], Scope]] = {
            "ccomp": self._complement,
            "xcomp": self._complement,
            "csubj": self._subject_clause,
            "csubjpass": self._subject_clause,
            "advcl": self._adverbial,
            "relcl": self._relative,
            "acl": self._adnominal,
            "pcomp": self._prepositional,
            "pobj": self._prepositional,
            "prep": self._preposition,
            "dobj": self._object,
            "nsubjpass": self._object,
            "nsubj": self._subject,
            "compound": self._compound,
            "conj": self._conjunct,
            "parataxis": lambda _token, _head: _BASE,
        }

    def of(self, token: Token, head: Token) -> Scope:
        """Return what a word inherits from its head."""
        if token.pos == "NOUN" and (modified := self._modified(token)):
            return modified
        handler = self._handlers.get(token.relation)
        return handler(token, head) if handler else _INSIDE

    def _modified(self, noun: Token) -> Scope | None:
        """Look for the governor of a noun in what modifies it: "the alleged attack"."""
        for kid in self._tree.children(noun, _ADJECTIVE):
            frames = self._operators.predicates.get(("m", kid.text.lower()))
            if frames is not None:
                return Scope(Start.BESIDE, frames["np"], kid.span)
        return None

    def _complement(self, token: Token, head: Token) -> Scope:
        shape = form(self._tree, token)
        if shape == "what":
            return _BESIDE if token.tag in _PRESENT else _BASE
        if shape == "that" and self._marked(token, EFFECTS["open"]):
            shape = "wh"
        found = (
            self._reached_by_adverb(head, shape)
            or self._reached(head, shape)
            or self._reached_through(head, shape)
        )
        if found is None and shape == "that" and token.index < head.index:
            return _BASE  # a clause the parser took for the content of one that follows it
        return found or Scope(Start.INSIDE, _UNKNOWN.get(shape), head.span)

    def _reached(self, governor: Token, shape: str) -> Scope | None:
        past = self._tree.head(governor).tag == "VBD"
        frames = self._operators.frames(governor, past=past)
        if frames is None:
            return None
        reach = frames.get(shape)
        if reach is None and shape in {"bare", "small"}:
            reach = frames.get("to")
        return Scope(Start.INSIDE, reach, governor.span) if reach else None

    def _reached_by_adverb(self, head: Token, shape: str) -> Scope | None:
        """Let an adverb that takes an infinitive overrule its verb: "has yet to", "too weak to"."""
        if shape != "to":
            return None
        for each in (head, *self._tree.children(head, _PREDICATIVE)):
            for adverb in self._tree.children(each, _ADVERB):
                if found := self._reached(adverb, shape):
                    return found
        return None

    def _reached_through(self, head: Token, shape: str) -> Scope | None:
        """Look for the governor in what is said of the subject ("is likely"), or in the object."""
        for kid in self._tree.children(head, _PREDICATIVE):
            if found := self._reached(kid, shape):
                return found
        if shape == "to":
            for kid in self._tree.children(head, _OBJECT):
                if found := self._reached(kid, shape):
                    return found
        return None

    def _subject_clause(self, token: Token, head: Token) -> Scope:
        shape = form(self._tree, token)
        if shape == "to":
            return Scope(Start.OUTSIDE, always(EFFECTS["obliged_to"]), head.span)
        return self._reached_through(head, shape) or _BESIDE

    def _adverbial(self, token: Token, head: Token) -> Scope:
        shape = form(self._tree, token)
        finite = shape in {"that", "what"}
        marker, effect = self._marker(token, ("clause", "ing") if finite else ("ing", "clause"))
        if effect is not None and marker is not None:
            return self._marked_off(token, marker, effect, finite=finite)
        if shape == "to":
            found = self._reached(head, shape) or self._reached_through(head, shape)
            return found or Scope(Start.INSIDE, _PURPOSE, None)
        return _BASE if finite else _BESIDE

    def _marked_off(self, token: Token, marker: Token, effect: Effect, *, finite: bool) -> Scope:
        """Return what an adverbial clause inherits, given its marker and what that makes of it."""
        if effect is SAME:
            return _INSIDE
        if effect in _ABOUT_TIME and token.tag in _PRESENT:
            return _AWAITED
        if effect is FACT:
            return _BASE if finite else _BESIDE
        if effect is EFFECTS["when"]:
            return _BESIDE
        if effect is EFFECTS["before"]:
            return Scope(Start.BESIDE, always(effect), marker.span)
        return Scope(Start.OUTSIDE if finite else Start.INSIDE, always(effect), marker.span)

    def _marker(self, token: Token, opens: tuple[str, ...]) -> tuple[Token | None, Effect | None]:
        for kid in self._tree.children(token):
            if kid.index > token.index or (kid.relation not in _MARKING and kid.tag != "WRB"):
                continue
            word = kid.text.lower()
            before = self._tree.tokens[kid.index - 1].text.lower() if kid.index else ""
            for words in (f"{before} {word}", word):
                for what in opens:
                    effect = self._operators.markers.get((words, what))
                    if effect is not None:
                        return kid, effect
        return None, None

    def _marked(self, token: Token, effect: Effect) -> bool:
        return self._marker(token, ("clause",))[1] is effect

    def _relative(self, token: Token, head: Token) -> Scope:
        if form(self._tree, token) == "to":
            return self._infinitive_of(token, head)
        return _BASE if self._sort(head) == "definite" else _INSIDE

    def _adnominal(self, token: Token, head: Token) -> Scope:
        shape = form(self._tree, token)
        if shape == "to":
            return self._infinitive_of(token, head)
        found = self._reached(head, shape) if shape == "that" else None
        return found or self._relative(token, head)

    def _infinitive_of(self, token: Token, noun: Token) -> Scope:
        """Return what an infinitive inherits from its noun: "a plan to", "the first man to"."""
        before = self._tree.tokens[noun.index - 1].text.lower() if noun.index else ""
        if (f"{before} {noun.text.lower()}", "ing") in self._operators.markers:
            return Scope(Start.INSIDE, _PURPOSE, noun.span)
        if found := self._reached(noun, "to"):
            return found
        for ordinal in (noun, *self._tree.children(noun, _ADJECTIVE)):
            frames = self._operators.predicates.get(("o", ordinal.lemma))
            if frames is not None:
                return Scope(Start.INSIDE, frames["to"], ordinal.span)
        # "Things to do", but "a meeting to be held" and the headline "Army to leave".
        ahead = token.relation == "acl" or noun.relation == "root" or self._passive(token)
        return Scope(Start.INSIDE, _PURPOSE if ahead else _OPEN_TO, noun.span)

    def _passive(self, token: Token) -> bool:
        return self._tree.child(token, {"auxpass"}) is not None

    def _preposition(self, token: Token, _head: Token) -> Scope:
        word = token.text.lower()
        around = self._tree.tokens[max(0, token.index - 1) : token.index + 2]
        before, after = around[0].text.lower(), around[-1].text.lower()
        for words in (f"{before} {word}", f"{word} {after}", word):
            effect = self._operators.markers.get((words, "np"))
            if effect is FACT:
                return _BESIDE
            if effect is EFFECTS["not"]:
                return Scope(Start.INSIDE, _LACKING, token.span)
            if effect is not None:
                return Scope(Start.OUTSIDE, always(effect), token.span)
        return _INSIDE

    def _prepositional(self, token: Token, head: Token) -> Scope:
        governor = self._tree.head(head)
        found = self._reached_by(governor, frames(self._tree, token))
        if token.relation == "pobj":
            return self._mentioned(token, governor, found)
        if found is None and form(self._tree, token) in {"that", "what"}:
            return _BASE
        return found or self._after_preposition(head, governor)

    def _reached_by(self, governor: Token, known_by: Sequence[str]) -> Scope | None:
        for frame in known_by:
            if found := self._reached(governor, frame):
                return found
        return self._reached_through(governor, known_by[0]) if governor.pos in VERBAL else None

    def _mentioned(self, noun: Token, governor: Token, found: Scope | None) -> Scope:
        """Return what a noun after a preposition inherits, if something governs it or not."""
        if found is None:
            return self._free(noun, _MENTIONED)
        sort = self._sort(noun)
        if sort == "polar":
            return _INSIDE
        known = sort == "definite" and governor.pos == "NOUN" and not self._owned(noun)
        return _SHARED if known else found

    def _after_preposition(self, preposition: Token, governor: Token) -> Scope:
        """Return what a participle inherits from a preposition that nothing governs it through."""
        if self._preposition(preposition, governor) is not _INSIDE:
            return _INSIDE
        effect = self._operators.markers.get((preposition.text.lower(), "ing"))
        if effect is None:
            return _INSIDE if governor.pos in VERBAL else Scope(Start.INSIDE, _LIKELY, None)
        if effect is SAME:
            return _INSIDE
        return _BESIDE if effect is FACT else Scope(Start.INSIDE, always(effect), preposition.span)

    def _object(self, token: Token, head: Token) -> Scope:
        found = self._reached(head, "np")
        return found or self._free(token, _AFFECTED)

    def _subject(self, token: Token, _head: Token) -> Scope:
        return self._free(token, _INSIDE)

    def _compound(self, _token: Token, head: Token) -> Scope:
        """Half-govern the first part of a compound: a bomb threat may have no bomb to it."""
        found = self._reached(head, "~of")
        return _INSIDE if found is None else Scope(Start.INSIDE, _LIKELY, found.cue)

    def _conjunct(self, token: Token, head: Token) -> Scope:
        """Share the modal and the negation of what stands first, if the form shows it is shared."""
        if token.pos not in VERBAL or head.pos not in VERBAL:
            return _INSIDE
        kids = self._tree.child(token, SUBJECTS | _AUXILIARIES)
        return _INSIDE if token.tag == head.tag and kids is None else _OUTSIDE

    def _sort(self, noun: Token) -> str | None:
        """Return whether a noun is definite, polar, or neither."""
        if noun.pos == "PROPN":
            return "definite"
        for kid in self._tree.children(noun, _DETERMINERS):
            if kid.relation == "poss":
                return "definite"
            if found := self._operators.determiners.get(kid.text.lower()):
                return found
        return None

    def _owned(self, noun: Token) -> bool:
        """Tell whether a noun is definite only by its owner: "the risk of its collapse"."""
        return self._tree.child(noun, _OWNER) is not None

    def _free(self, noun: Token, otherwise: Scope) -> Scope:
        """Return what a noun inherits where nothing governs it."""
        sort = self._sort(noun)
        if sort is None:
            return otherwise
        return _SHARED if sort == "definite" else _INSIDE
