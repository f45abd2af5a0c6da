"""What holds when several judgements meet.

1. A judgement stands until somebody withdraws it.
2. Of one person's judgements on the same question the last stands; the earlier ones are superseded.
   Last is the one with the latest ``at``, and of those the one stored last.
3. Where all that stand agree, that is how the casebook has it, whatever the machine found.
4. Where people differ, nobody wins, not even the last: the question is *disputed*, what it asks for
   is unknown, and every answer is shown with its reasons. It is settled when somebody joins the
   others or a judgement is withdrawn; who withdrew whose, and why, stays on record.

A question is what is asked of which things: whether it is so (answer), whether these are the same
(merge, split; in whatever order they were named), of what kind it is (relabel), what a field should
be (correct; one for each place, time or quantity, told apart by its words), how it is graded.

Verdicts are no answers to one question: those of several people stand beside each other and are
never disputed. A verdict or grade on assertions is superseded as well when its author gives
another on all of them and more: claims grow.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from furphy.casebook.canonical import Json, canonical
from furphy.casebook.judgements import Judgement, JudgementKind

SAME = "same"
"""The question that merge and split answer."""

VERDICT = JudgementKind.VERDICT.value
GRADE = JudgementKind.GRADE.value
"""The questions of how it is concluded upon, and how it is graded."""

_QUESTIONS = {JudgementKind.MERGE: SAME, JudgementKind.SPLIT: SAME, JudgementKind.RELABEL: "kind"}
_UNORDERED = (SAME, VERDICT, GRADE)
"""Questions to which it is all one in what order their subjects were named."""


class State(StrEnum):
    """What became of a judgement."""

    STANDING = "standing"
    DISPUTED = "disputed"
    """It stands, and so does another that says otherwise."""
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Question:
    """What judgements answer."""

    asked: str
    """``answer``, ``same``, ``kind``, ``verdict``, ``grade``, or the field to be corrected."""
    subjects: tuple[str, ...]
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What people say to one question, all of them."""

    question: Question
    judgements: tuple[Judgement, ...]
    """Those that stand, one of each person, in the order in which they were given."""

    @property
    def is_disputed(self) -> bool:
        """Whether they differ; verdicts never do, they stand beside each other."""
        return self.question.asked != VERDICT and not self._is_one

    @property
    def value(self) -> Json:
        """What they agree on; None where they do not."""
        return self.judgements[0].value if self._is_one else None

    @property
    def _is_one(self) -> bool:
        return len({_said(each) for each in self.judgements}) == 1


@dataclass(frozen=True, slots=True)
class Told:
    """A judgement and what became of it."""

    judgement: Judgement
    state: State
    withdrawal: Judgement | None = None


def question(judgement: Judgement) -> Question:
    """Return what a judgement answers."""
    asked = _QUESTIONS.get(judgement.kind, judgement.kind.value)
    if judgement.kind is JudgementKind.CORRECT and judgement.field is not None:
        asked = judgement.field.value
    subjects = judgement.subjects
    if asked in _UNORDERED:
        subjects = tuple(sorted(subjects))
    return Question(asked, subjects, judgement.words)


def rulings(judgements: Iterable[Judgement]) -> list[Ruling]:
    """Return what people say to each question, of judgements in the order they were stored.

    Withdrawals have to be among them.
    """
    answers, withdrawn = _sorted(judgements)
    found: dict[Question, list[Judgement]] = {}
    for each in _last_of_each(answers, withdrawn):
        found.setdefault(question(each), []).append(each)
    return [Ruling(asked, tuple(given)) for asked, given in found.items()]


def told(judgements: Iterable[Judgement]) -> Iterator[Told]:
    """Yield every judgement but withdrawals with what became of it, in the order given."""
    answers, withdrawn = _sorted(judgements)
    ruled = {
        question(each.judgements[0]): each for each in rulings([*answers, *withdrawn.values()])
    }
    for each in answers:
        if each.id in withdrawn:
            yield Told(each, State.WITHDRAWN, withdrawn[each.id])
            continue
        ruling = ruled.get(question(each))
        if ruling is None or each not in ruling.judgements:
            yield Told(each, State.SUPERSEDED)
        else:
            yield Told(each, State.DISPUTED if ruling.is_disputed else State.STANDING)


def _sorted(judgements: Iterable[Judgement]) -> tuple[list[Judgement], dict[str, Judgement]]:
    """Part judgements from withdrawals, by what these withdraw."""
    answers, withdrawn = list[Judgement](), dict[str, Judgement]()
    for each in judgements:
        if each.kind is JudgementKind.WITHDRAW:
            withdrawn.setdefault(each.subjects[0], each)
        else:
            answers.append(each)
    return answers, withdrawn


def _last_of_each(
    answers: Iterable[Judgement], withdrawn: dict[str, Judgement]
) -> Iterator[Judgement]:
    last: dict[tuple[Question, str], Judgement] = {}
    for each in sorted(answers, key=lambda one: one.at):
        if each.id not in withdrawn:
            last[question(each), each.by] = each
    yield from _not_outgrown(sorted(last.values(), key=lambda one: one.at))


def _not_outgrown(given: Sequence[Judgement]) -> Iterator[Judgement]:
    """Yield all but verdicts and grades whose authors gave later ones on more than the same."""
    later = defaultdict[tuple[str, str, str], list[frozenset[str]]](list)
    kept = list[Judgement]()
    for each in reversed(given):
        asked = question(each).asked
        if asked in (VERDICT, GRADE):
            subjects = frozenset(each.subjects)
            if any(subjects < more for more in later[asked, each.by, each.subjects[0]]):
                continue
            for one in subjects:
                later[asked, each.by, one].append(subjects)
        kept.append(each)
    yield from reversed(kept)


def _said(judgement: Judgement) -> str:
    kind = judgement.kind.value if question(judgement).asked == SAME else ""
    return f"{kind} {canonical(judgement.value)}"
