"""The words that change what a holder commits to, looked up in the lexicon.

Verbs, adjectives and nouns reach into their complements (:meth:`Operators.reach`); modals, adverbs
and negative words act on the clause they stand in; markers act on the clause they open. Verbs of
reporting come from the cue tables, which tell how each treats what it reports.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from furphy import lexicon
from furphy.errors import LexiconError
from furphy.model.token import Token
from furphy.reading.effects import EFFECTS, Effect, Reach

_CLASSES = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "a"}

# How a cue table's stance treats what is reported, where the report is affirmed and where not.
_STANCES = {
    "neutral": ("relayed", "open"),
    "doubt": ("claimed", "open"),
    "fact": ("fact", "fact"),
    "deny": ("denied", "possible"),
    "ask": ("asked", "asked"),
    "wish": ("wanted", "unwanted"),
    "know": ("fact", "fact"),
    "judge": ("fact", "fact"),
    "think": ("thought", "unthought"),
    "plan": ("planned", "unplanned"),
}
# What is announced, judged or asked in an infinitive has not come about by that.
_OWN_INFINITIVE = {"neutral": "plan", "know": "plan", "judge": "wish", "ask": "wish"}
_INFINITIVE_OF_ANOTHER = _OWN_INFINITIVE | {"neutral": "wish", "fact": "wish"}
_TABLES = (("cue_passives", "lemma", "v"), ("cue_verbs", "lemma", "v"), ("cue_nouns", "noun", "n"))

Frames = dict[str, Reach]


@dataclass(frozen=True, slots=True)
class Modal:
    """What a modal makes of its verb."""

    plain: Effect
    negated: Effect
    perfect: Effect
    negated_perfect: Effect

    def effect(self, *, negated: bool, perfect: bool) -> Effect:
        """Return the effect of the modal in its surroundings."""
        if perfect:
            return self.negated_perfect if negated else self.perfect
        return self.negated if negated else self.plain


@dataclass(frozen=True, slots=True)
class Operators:
    """All operators of a language."""

    predicates: dict[tuple[str, str], Frames] = field(default_factory=dict)
    """By class of word (v, n, a) and dictionary form."""
    phrases: dict[str, Reach] = field(default_factory=dict)
    """Set phrases and adverbs that bring in a source, by their words."""
    modals: dict[str, Modal] = field(default_factory=dict)
    adverbs: dict[str, Reach] = field(default_factory=dict)
    negators: dict[str, Effect] = field(default_factory=dict)
    """Words that negate the clause they modify."""
    negative: frozenset[str] = frozenset()
    """Words that negate the clause whose subject or object they are, or determine."""
    pseudo: frozenset[str] = frozenset()
    """Words that take a negation before them for themselves."""
    determiners: dict[str, str] = field(default_factory=dict)
    """``definite`` ones presuppose what they determine, ``polar`` ones leave it to what governs."""
    markers: dict[tuple[str, str], Effect] = field(default_factory=dict)
    """By the marker's words and what it opens: ``clause``, ``ing``, ``np``."""

    def frames(self, token: Token, *, past: bool = False) -> Frames | None:
        """Return what a word makes of its complements, by their form; None where it takes none.

        ``past`` tells of an adjective that it is said of the past.
        """
        part = _CLASSES.get(token.pos)
        if part is None:
            return None
        if past and part == "a" and (found := self.predicates.get(("p", token.lemma))):
            return found
        return self.predicates.get((part, token.text.lower())) or self.predicates.get(
            (part, token.lemma)
        )

    def reach(self, token: Token, frame: str) -> Reach | None:
        """Return what a word makes of a complement of this form."""
        frames = self.frames(token)
        return frames.get(frame) if frames else None


@cache
def operators(language: str) -> Operators:
    """Read the operators of a language.

    Raises :class:`LexiconError` where a line names an effect there is none of.
    """
    negations = lexicon.rows("negations", language)
    return Operators(
        predicates=_predicates(language),
        phrases={
            row["phrase"]: _stance(row["stance"]) for row in lexicon.rows("cue_phrases", language)
        },
        modals={
            row["modal"]: Modal(
                _effect(row["plain"]),
                _effect(row["negated"]),
                _effect(row["perfect"]),
                _effect(row["negated_perfect"]),
            )
            for row in lexicon.rows("modals", language)
        },
        adverbs={
            row["hedge"]: Reach(_effect(row["plain"]), _effect(row["negated"]))
            for row in lexicon.rows("hedges", language)
        },
        negators={
            row["word"]: _effect(row["effect"]) for row in negations if row["where"] == "adverb"
        },
        negative=frozenset(row["word"] for row in negations if row["where"] == "argument"),
        pseudo=frozenset(row["word"] for row in negations if row["where"] == "pseudo"),
        determiners={row["word"]: row["sort"] for row in lexicon.rows("determiners", language)},
        markers={
            (row["marker"], row["opens"]): _effect(row["effect"])
            for row in lexicon.rows("markers", language)
        },
    )


def _predicates(language: str) -> dict[tuple[str, str], Frames]:
    """Join our own table with the cue tables; our own lines come first, and the first counts."""
    found: dict[tuple[str, str], Frames] = {}
    for row in lexicon.rows("predicates", language):
        reach = Reach(_effect(row["affirmed"]), _effect(row["negated"]))
        frames = found.setdefault((row["pos"], row["lemma"]), {})
        for frame in row["frames"].split():
            frames.setdefault(frame, reach)
    for table, column, part in _TABLES:
        for row in lexicon.rows(table, language):
            frames = found.setdefault((part, row[column]), {})
            active = table != "cue_passives"
            for frame, stance in _reported(row["frames"], row["stance"], active=active):
                frames.setdefault(frame, _stance(stance))
    return found


def _reported(frames: str, stance: str, *, active: bool) -> Iterator[tuple[str, str]]:
    """Yield a cue's frames in our terms, each with its stance there."""
    for frame in frames.split():
        form = frame.removeprefix("o").removeprefix("+")
        if form.startswith("~") and stance == "neutral":
            continue  # a topic, which was there before anyone spoke of it
        if form == "to" and active:
            changes = _OWN_INFINITIVE if frame == form else _INFINITIVE_OF_ANOTHER
            yield form, changes.get(stance, stance)
        else:
            yield form, stance


def _stance(name: str) -> Reach:
    affirmed, negated = _STANCES[name]
    return Reach(EFFECTS[affirmed], EFFECTS[negated])


def _effect(name: str) -> Effect:
    try:
        return EFFECTS[name]
    except KeyError:
        raise LexiconError(f"no effect is called {name!r}") from None
