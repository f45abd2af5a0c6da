"""Statuses: what the text itself says became of a report, such as that it was denied.

A word of verification speaks of its complement ("confirmed that …"), of what its subject or object
names ("the strike was confirmed"), or, where that only points back ("this", "the report"), of what
the sentence before says. What is asked, planned or supposed to be confirmed is not.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from furphy import lexicon
from furphy.model.assertion import Status, StatusValue
from furphy.model.attribution import Attribution, Source
from furphy.model.text import Span
from furphy.model.token import Token
from furphy.reading.clauses import Clauses
from furphy.reading.factuality import Commitments
from furphy.reading.nominals import report_nouns
from furphy.reading.stage import Draft
from furphy.reading.tree import Tree
from furphy.reading.voices import Voices

_CLASSES = {"VERB": "v", "AUX": "v", "NOUN": "n", "ADJ": "a"}
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_SUBJECTS = frozenset({"nsubj"})
_MODIFIERS = frozenset({"amod", "acl", "appos"})
_PLURAL = frozenset({"NNS", "NNPS"})
_HELPERS = frozenset({"aux", "auxpass", "neg", "advmod"})
_TIMES = frozenset({"advmod", "npadvmod"})
# A statement that points back further than this points to nothing a reader would find.
_FURTHEST = 8
# What is asked, planned or supposed to be confirmed lies between.
_SURE, _SURELY_NOT = 2.5, -1.2
_AGAINST = frozenset({StatusValue.DENIED, StatusValue.DISPUTED})


@dataclass(frozen=True, slots=True)
class _Word:
    affirmed: StatusValue | None
    negated: StatusValue | None
    of_reports: bool
    """Whether the word says so only of reports: one withdraws troops, too."""


@dataclass(frozen=True, slots=True)
class _Words:
    statuses: dict[tuple[str, str], _Word]
    reports: frozenset[str]
    spoken: frozenset[str]
    points: frozenset[str]
    many: frozenset[str]
    when: frozenset[str]


@cache
def _words(language: str) -> _Words:
    parts: dict[str, set[str]] = defaultdict(set)
    for row in lexicon.rows("status_words", language):
        parts[row["part"]].add(row["word"])
    return _Words(
        {
            (row["word"], row["pos"]): _Word(
                _value(row["affirmed"]), _value(row["negated"]), row["of"] == "report"
            )
            for row in lexicon.rows("statuses", language)
        },
        report_nouns(language),
        *(frozenset(parts[part]) for part in ("spoken", "points", "many", "when")),
    )


def _value(name: str) -> StatusValue | None:
    return None if name == "-" else StatusValue(name)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement on verification, and the words whose assertions it speaks of."""

    status: Status
    about: tuple[int, ...]
    """Indexes of the tokens that head those assertions."""
    alone: frozenset[int] = frozenset()
    """Indexes of the tokens that head assertions saying nothing but this."""


class Statuses:
    """Reads a document's statements on verification."""

    __slots__ = ("_clauses", "_draft", "_heads", "_held", "_starts", "_tree", "_voices", "_words")

    def __init__(self, draft: Draft, clauses: Clauses, voices: Voices, held: Commitments) -> None:
        self._draft = draft
        self._tree = draft.the(Tree)
        self._clauses = clauses
        self._voices = voices
        self._held = held
        self._words = _words(draft.language)
        self._heads: dict[int, list[Token]] = {}
        self._starts = [segment.span.start for segment in draft.document.segments]

    def of(self, heads: Sequence[Token]) -> Iterator[Told]:
        """Yield the statements made about the assertions that these words head."""
        self._heads = {}
        for head in heads:
            self._heads.setdefault(self._tree.number_of(head), []).append(head)
        known = frozenset(head.index for head in heads)
        for token in self._tree.tokens:
            word = self._word(token)
            value = None if word is None else self._told(token, word)
            if word is None or value is None or not self._fits(token, word, value):
                continue
            by = self._by(token)
            # Nobody denies what they say themselves, though they may confirm or withdraw it.
            about, elsewhere = self._about(token, by if value in _AGAINST else None)
            targets = tuple(each.index for each in about if each.index in known)
            if targets:
                status = Status(value, self._span(token), self._when(token), by)
                yield Told(status, targets, self._alone(token, status, elsewhere=elsewhere))

    def _fits(self, token: Token, word: _Word, value: StatusValue) -> bool:
        """Tell whether what a word is said of can have a status, where the word needs that."""
        if self._tree.child(token, {"dative"}):
            # Who is denied an entry is refused it.
            return False
        if not word.of_reports:
            return True
        if value is StatusValue.UNCONFIRMED and self._tree.child(token, {"ccomp"}):
            return True
        topic = self._topic(token)
        return topic is not None and topic.lemma in self._words.reports

    def _alone(self, token: Token, status: Status, *, elsewhere: bool) -> frozenset[int]:
        """Return what heads clauses that say no more than this of what stands elsewhere."""
        if not elsewhere or status.by is not None:
            return frozenset()
        beside = [kid for kid in self._tree.children(token, {"conj"}) if self._word(kid)]
        above = [self._tree.head(token)] if token.relation == "xcomp" else []
        clauses = {self._clause_of(each).index for each in (token, *above, *beside)}
        return frozenset(clauses | {token.index, *(kid.index for kid in beside)})

    def _word(self, token: Token) -> _Word | None:
        part = _CLASSES.get(token.pos)
        if part is None:
            return self._words.statuses.get((token.text.lower(), "a"))
        return self._words.statuses.get((token.lemma, part)) or self._words.statuses.get(
            (token.text.lower(), "a")
        )

    def _told(self, token: Token, word: _Word) -> StatusValue | None:
        """Return the status a word gives where it stands, if it gives one there."""
        degree = self._held.of(token).source.degree
        if degree <= _SURELY_NOT:
            return word.negated
        return word.affirmed if degree >= _SURE else None

    def _about(self, token: Token, against: int | None) -> tuple[list[Token], bool]:
        """Return the words that head what is spoken of, and whether they stand elsewhere.

        ``against`` is the source who speaks against what others say, if one does.
        """
        complement = self._tree.child(token, {"ccomp", "acl"})
        if complement is not None and token.pos != "ADJ":
            return [complement], False
        if token.relation in _MODIFIERS and not self._tree.child(token, {"dobj"}):
            return self._modified(token), True
        if token.relation == "relcl":
            return [self._clause_of(self._tree.head(token))], False
        topic = self._topic(token)
        found = None if topic is None else self._of_topic(token, topic, against)
        return found or ([self._clause_of(token)], False)

    def _of_topic(
        self, token: Token, topic: Token, against: int | None
    ) -> tuple[list[Token], bool] | None:
        """Return what a noun phrase names or points back to; None where it does neither."""
        below = [head for head in self._here(token) if self._is_under(head, topic)]
        if below:
            return below, False
        before = self._before(token, topic, against) if self._points_back(topic) else []
        if before:
            return before, True
        # "denied science", "denied them entry": neither was put forward.
        return ([], False) if self._tree.child(token, {"dobj"}) is topic else None

    def _modified(self, adjective: Token) -> list[Token]:
        """Return what a report called unconfirmed puts forward: its content, else its clause."""
        noun = self._tree.head(adjective)
        for below in self._tree.children(noun, {"acl", "ccomp", "relcl"}):
            if below is not adjective:
                return [below]
        clause = self._clause_of(noun)
        voice = self._voices.cue(clause)
        content = None if voice is None else self._voices.topmost(voice)
        return [content or self._tree.child(clause, {"ccomp"}) or clause]

    def _topic(self, token: Token) -> Token | None:
        """Return the noun phrase whose verification is spoken of."""
        for each in (token, *self._tree.ancestors(token)):
            found = self._tree.child(each, _OBJECTS)
            if found is None and (each is not token or token.pos != "VERB"):
                found = self._tree.child(each, _SUBJECTS)
            if found is not None and not (each.relation == "conj" and found.pos == "PRON"):
                return found
            if each.relation not in {"conj", "acomp", "attr", "xcomp"}:
                return None
        return None

    def _points_back(self, noun: Token) -> bool:
        below = self._tree.child(noun, {"acl", "relcl"})
        if below is not None:
            return False
        return (
            noun.lemma in self._words.reports
            or noun.text.lower() in self._words.points | self._words.many
        )

    def _many(self, topic: Token) -> bool:
        """Tell whether a phrase that points back takes in more than the sentence before."""
        return topic.tag in _PLURAL or topic.text.lower() in self._words.many

    def _before(self, token: Token, topic: Token, against: int | None) -> list[Token]:
        """Return what heads the assertions spoken of: those of the sentence before that has any.

        A plural takes in all sentences before it in its passage, or the whole passage before.
        """
        found: list[Token] = []
        all_of_them = self._many(topic)
        passage = None
        number = self._tree.number_of(token)
        for earlier in range(number - 1, max(-1, number - 1 - _FURTHEST), -1):
            heads = [each for each in self._spoken_of(earlier) if not self._is_of(each, against)]
            if not heads:
                continue
            here = self._segment(heads[0])
            if found and (not all_of_them or here != passage):
                break
            found += heads
            passage = here
        if topic.lemma not in self._words.spoken:
            return found
        # What nobody but the text says is no accusation, where others make one.
        return [each for each in found if self._voices.at(each) is not None] or found

    def _spoken_of(self, sentence: int) -> list[Token]:
        """Return what heads a sentence's assertions, its contents rather than their telling."""
        heads = [each for each in self._heads.get(sentence, ()) if self._word(each) is None]
        return [each for each in heads if self._voices.cue(each) is None] or heads

    def _is_of(self, token: Token, source: int | None) -> bool:
        """Tell whether a source puts forward what a word heads, itself or through others."""
        voice = self._voices.at(token)
        while voice is not None and source is not None:
            if self._draft.every(Attribution)[voice].source == source:
                return True
            voice = self._voices.around(voice)
        return False

    def _segment(self, token: Token) -> int:
        return bisect_right(self._starts, token.start)

    def _here(self, token: Token) -> list[Token]:
        return self._heads.get(self._tree.number_of(token), [])

    def _is_under(self, token: Token, above: Token) -> bool:
        first, last = self._clauses.run(above)
        return first <= token.index < last

    def _clause_of(self, token: Token) -> Token:
        return self._clauses.clauses[self._clauses.of(token)].head

    def _span(self, token: Token) -> Span:
        """Return a word of verification with its auxiliaries and its negation."""
        words = [token]
        words += (kid for kid in self._tree.children(token, _HELPERS) if kid.index < token.index)
        if token.relation == "xcomp":
            words.append(self._tree.head(token))
        return Span(min(each.start for each in words), max(each.end for each in words))

    def _when(self, token: Token) -> str | None:
        for kid in self._tree.children(token, _TIMES):
            if kid.text.lower() in self._words.when:
                return kid.text
        return None

    def _by(self, token: Token) -> int | None:
        """Return the source that confirms or denies."""
        voice = self._voices.cue(token)
        if voice is not None:
            return self._draft.every(Attribution)[voice].source
        agent = self._tree.child(token, {"agent", "nsubj"})
        if agent is not None and agent.relation == "agent":
            agent = self._tree.child(agent, {"pobj"})
        if agent is None:
            return None
        for number, source in enumerate(self._draft.every(Source)):
            if any(mention.meets(agent.span) for mention in source.mentions):
                return number
        return None
