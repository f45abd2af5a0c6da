"""Assertions: what a document puts forward, clause by clause, and how firmly.

Every clause becomes one, sentences without a verb included; so does a noun phrase that names an
event which is more or less certain than its clause ("the strike" in "the strike may not have hit
anything"), and the content of an attribution that is no clause ("condemned the attack").
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from furphy.model.assertion import Assertion, AssertionKind, Status
from furphy.model.attribution import Attribution, Source
from furphy.model.evidence import Evidence
from furphy.model.text import Spans
from furphy.model.token import Token
from furphy.reading.clauses import Clauses, coordinate
from furphy.reading.factuality import Commitments
from furphy.reading.kinds import kind, signs
from furphy.reading.nominals import Nominals
from furphy.reading.operators import operators
from furphy.reading.scopes import form
from furphy.reading.stage import Draft, stage
from furphy.reading.statuses import Statuses
from furphy.reading.tree import Tree
from furphy.reading.voices import Voice, Voices
from furphy.reading.wording import Wording


@dataclass(slots=True)
class _Found:
    """An assertion before its neighbours are known."""

    head: Token
    spans: Spans
    voice: Voice
    kind: AssertionKind
    evidence: Evidence
    parent: Token | None
    """Predicate of the clause it stands in; None where it stands by itself."""
    reports: int | None = None


@stage(needs=[Tree, Attribution, Source], gives=[Assertion])
def assertions(draft: Draft) -> Iterator[Assertion]:
    """Yield what a document puts forward, in reading order, outer clauses before inner ones."""
    tree = draft.the(Tree)
    known = operators(draft.language)
    clauses = Clauses(tree)
    voices = Voices(tree, draft.every(Attribution), draft.every(Source), known)
    held = Commitments(tree, clauses, voices, known)
    search = _Search(draft.language, tree, clauses, voices, held)
    # Where two are quoted alike ("Two dead" and what it says of the two), the inner one stays.
    alike = {each.spans: each for each in sorted(search.all(), key=search.place)}
    found = sorted(alike.values(), key=search.place)
    told = list(Statuses(draft, clauses, voices, held).of([each.head for each in found]))
    alone = frozenset(index for one in told for index in one.alone)
    status: dict[int, list[Status]] = {}
    for one in told:
        for about in one.about:
            status.setdefault(about, []).append(one.status)
    found = [each for each in found if each.head.index not in alone]
    index = {each.head.index: number for number, each in enumerate(found)}
    starts = [segment.span.start for segment in draft.document.segments]
    for each in found:
        stance = held.of(each.head)
        yield Assertion(
            spans=each.spans,
            segment=bisect_right(starts, each.spans[0].start) - 1,
            attribution=each.voice,
            factuality=stance.source.factuality(),
            author_factuality=stance.author.factuality(),
            kind=each.kind,
            evidence=each.evidence,
            status=tuple(status.get(each.head.index, ())),
            reports=each.reports,
            within=None if each.parent is None else index.get(each.parent.index),
        )


class _Search:
    """Looks for all that a document puts forward."""

    __slots__ = ("_clauses", "_held", "_nominals", "_signs", "_tree", "_voices", "_wording")

    def __init__(
        self,
        language: str,
        tree: Tree,
        clauses: Clauses,
        voices: Voices,
        held: Commitments,
    ) -> None:
        self._tree = tree
        self._clauses = clauses
        self._voices = voices
        self._held = held
        self._signs = signs(language)
        self._nominals = Nominals(language, tree, clauses, held)
        self._wording = Wording(tree, clauses, voices)

    def place(self, each: _Found) -> int:
        """Return where an assertion stands in the order of reading."""
        return self._clauses.rank[each.head.index]

    def all(self) -> Iterator[_Found]:
        """Yield clauses, then noun phrases, then what only an attribution shows."""
        spoken: set[Voice] = set()
        for each in chain(self._of_clauses(), self._of_nouns()):
            spoken.add(each.voice)
            yield each
        for voice in self._voices.all():
            head = None if voice in spoken else self._voices.topmost(voice)
            if head is None or self._clauses.heads(head) or self._nominals.empty(head):
                continue
            if not self._voices.puts_forward(voice, event=self._nominals.names_event(head)):
                continue
            if content := self._noun(head, "content"):
                yield content

    def _of_clauses(self) -> Iterator[_Found]:
        for clause in self._clauses.clauses:
            if each := self._clause(clause.head):
                yield each

    def _of_nouns(self) -> Iterator[_Found]:
        for noun in self._nominals.all(self._wording.lent):
            if each := self._noun(noun, "nominal"):
                yield each

    def _clause(self, head: Token) -> _Found | None:
        spans = self._wording.clause(head)
        if not spans:
            return None
        stance = self._held.of(head).source
        return _Found(
            head=head,
            spans=spans,
            voice=self._voices.at(head),
            kind=kind(self._tree, head, stance, self._signs),
            evidence=_CLAUSES.get(head.relation, _OTHER),
            parent=self._around(head),
            reports=self._voices.cue(head),
        )

    def _noun(self, head: Token, rule: str) -> _Found | None:
        spans = self._wording.noun(head)
        if not spans:
            return None
        voice = self._voices.at(head)
        around = self._clauses.clauses[self._clauses.of(head)].head
        same = self._voices.at(around) == voice
        parent = around if same and around is not head else None
        return _Found(head, spans, voice, AssertionKind.REPORT, _NOUNS[rule], parent)

    def _around(self, head: Token) -> Token | None:
        """Return the predicate a clause stands under, unless a source puts it forward by itself."""
        if coordinate(head):
            return None
        parent = self._clauses.clauses[self._clauses.of(head)].parent
        if parent is None:
            return None
        above = self._clauses.clauses[parent].head
        same = self._voices.at(above) == self._voices.at(head)
        return above if same or form(self._tree, head) == "to" else None


# Share of events whose degree came within one of the mean judgement of readers, by how the clause
# stands in its sentence: counted on the 9,422 events of news text of UW's training part. How well a
# clause is cut out is not in these figures; where no parser ran they are halved.
_OTHER = Evidence("clause:other", 0.7)
_CLAUSES = {
    relation: Evidence(f"clause:{relation or 'unparsed'}", score)
    for relation, score in {
        "root": 0.94,
        "relcl": 0.85,
        "conj": 0.83,
        "ccomp": 0.82,
        "advcl": 0.78,
        "acl": 0.78,
        "csubj": 0.78,
        "pcomp": 0.70,
        "xcomp": 0.68,
        "": 0.47,
    }.items()
}
_NOUNS = {"nominal": Evidence("nominal", 0.66), "content": Evidence("content", 0.80)}
