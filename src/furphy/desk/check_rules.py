"""The rules that make a passage worth checking first: a table of small functions.

Each looks at one assertion and gives a :class:`Reason` or nothing. The weights are an editor's
judgement, written down to be argued with: what a document itself doubts comes first, then what it
states firmly on no name, then figures and chains. They order a list; they are no probability.
"""

from collections.abc import Callable

from furphy.desk.survey import Survey
from furphy.export.visible import on_one_line
from furphy.export.wording import NOBODY, chain, holder, is_unnamed, words
from furphy.model.assertion import Assertion, AssertionKind, Status, StatusValue
from furphy.model.check import Reason
from furphy.model.document import SegmentKind
from furphy.model.factuality import Commitment
from furphy.model.reading import Reading

Rule = Callable[[Survey, Assertion], Reason | None]

LONGEST_PLAIN_CHAIN = 2
"""A document quoting an office that quotes a witness is daily practice; more is hearsay."""

_FIRM = {Commitment.CERTAIN, Commitment.CERTAINLY_NOT}
_DOUBTS = {
    StatusValue.UNCONFIRMED: "the document says that this is unconfirmed",
    StatusValue.DISPUTED: "the document says that this is disputed",
    StatusValue.WITHDRAWN: "the document says that this was withdrawn",
}


def stated_doubt(survey: Survey, assertion: Assertion) -> Reason | None:
    """The document itself says that this is unconfirmed, disputed or withdrawn."""
    for status in assertion.status:
        if status.value in _DOUBTS:
            told = f"{_DOUBTS[status.value]}: “{words(survey.reading, (status.span,))}”"
            return Reason("stated-doubt", told, 5, (status.span,))
    return None


def stated_denial(survey: Survey, assertion: Assertion) -> Reason | None:
    """The document itself tells of a denial."""
    for status in assertion.status:
        if status.value is StatusValue.DENIED:
            who = _by(survey.reading, status)
            told = f"denied{who}: “{words(survey.reading, (status.span,))}”"
            return Reason("stated-denial", told, 5, (status.span,))
    return None


def vouched_for_unnamed(survey: Survey, assertion: Assertion) -> Reason | None:
    """The document takes for certain what it has from no one named."""
    if not is_unnamed(survey.reading, assertion.attribution):
        return None
    if assertion.author_factuality.value not in _FIRM:
        return None
    return Reason("vouched-for-unnamed", "the document vouches for what no one named told it", 5)


def firm_and_unnamed(survey: Survey, assertion: Assertion) -> Reason | None:
    """A source without a name is certain of it."""
    if assertion.factuality.value not in _FIRM:
        return None
    return _unnamed("firm-and-unnamed", "stated firmly, yet it rests on", survey, assertion)


def weak_and_unnamed(survey: Survey, assertion: Assertion) -> Reason | None:
    """A source without a name thinks it possible, or does not commit to it."""
    if assertion.factuality.value in _FIRM:
        return None
    return _unnamed("weak-and-unnamed", "not even firm, and it rests on", survey, assertion)


def lone_toll(survey: Survey, assertion: Assertion) -> Reason | None:
    """A number of people hurt that only one source gives, or none."""
    figures = survey.figures(assertion)
    if not figures:
        return None
    givers = sorted(survey.givers_of(figures))
    if len(givers) > 1:
        return None
    told = f"a toll that only {givers[0]} gives" if givers else "a toll without a source"
    return Reason("lone-toll", told, 3)


def long_chain(survey: Survey, assertion: Assertion) -> Reason | None:
    """It passed through more mouths than are usual."""
    speakers = chain(survey.reading, assertion)
    if len(speakers) <= LONGEST_PLAIN_CHAIN:
        return None
    told = f"it comes through {len(speakers)} hands: {' → '.join(speakers)}"
    return Reason("long-chain", told, 3)


def title_firmer_than_text(survey: Survey, assertion: Assertion) -> Reason | None:
    """The title states flatly what the text has from someone who is not sure, or not named."""
    if not _is_flat_title(survey.reading, assertion):
        return None
    for other in survey.reading.assertions:
        if other.attribution is None or other.reports is not None:
            continue
        if _is_weak(survey.reading, other) and survey.tell_the_same(assertion, other):
            who = holder(survey.reading, other.attribution)
            told = f"the title is flat; in the text it is less firm, and comes from {who}"
            return Reason("title-firmer-than-text", told, 4, other.spans)
    return None


def title_that_asks(survey: Survey, assertion: Assertion) -> Reason | None:
    """The title asks what the document does not know."""
    asks = assertion.kind is AssertionKind.QUESTION and _in_title(survey.reading, assertion)
    return Reason("title-that-asks", "the title puts it as a question", 2) if asks else None


RULES: tuple[Rule, ...] = (
    stated_doubt,
    stated_denial,
    vouched_for_unnamed,
    firm_and_unnamed,
    weak_and_unnamed,
    lone_toll,
    long_chain,
    title_firmer_than_text,
    title_that_asks,
)


def _unnamed(rule: str, told: str, survey: Survey, assertion: Assertion) -> Reason | None:
    if not is_unnamed(survey.reading, assertion.attribution):
        return None
    name = holder(survey.reading, assertion.attribution)
    return Reason(rule, f"{told} {name if name == NOBODY else f'“{name}”'}", 4)


def _by(reading: Reading, status: Status) -> str:
    return "" if status.by is None else f" by {on_one_line(reading.sources[status.by].name)}"


def _in_title(reading: Reading, assertion: Assertion) -> bool:
    return reading.document.segments[assertion.segment].kind is SegmentKind.TITLE


def _is_flat_title(reading: Reading, assertion: Assertion) -> bool:
    if assertion.attribution is not None or not _in_title(reading, assertion):
        return False
    return assertion.factuality.value in _FIRM


def _is_weak(reading: Reading, assertion: Assertion) -> bool:
    if is_unnamed(reading, assertion.attribution) or assertion.factuality.value not in _FIRM:
        return True
    return any(status.value in _DOUBTS for status in assertion.status)
