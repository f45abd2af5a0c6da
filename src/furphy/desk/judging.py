"""Judge what is in a casebook, withdraw judgements, list them, take in those of others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.clock import Clock, utc_now
from furphy.casebook.deciding import decided
from furphy.casebook.judgements import (
    Field,
    Judgement,
    JudgementKind,
    full_id,
    give,
    judgements,
)
from furphy.casebook.standing import State, told
from furphy.desk.corrections import corrected, loaded
from furphy.desk.standing_in import StandIns
from furphy.errors import BadJudgement

KINDS = tuple(each.value for each in JudgementKind)
FIELDS = tuple(each.value for each in Field)

_MEMBERS = {"kind", "subjects", "field", "words", "value", "by", "because", "at"}
_TOLD_BESIDE = {"id", "state", "withdrawn"}
"""What :func:`listed` tells in addition, and who takes judgements in works out anew."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody thinks of something, as they typed it."""

    kind: str
    subjects: Sequence[str]
    """Ids, or how they begin."""
    by: str
    because: str
    value: Json = None
    """A text, or of a verdict an object."""
    field: str | None = None
    words: str | None = None


def judge(where: str, opinion: Opinion, clock: Clock = utc_now) -> Judgement:
    """Give a judgement, and return it as it is kept.

    Raises :class:`furphy.errors.BadJudgement` where it makes no sense in this casebook.
    """
    judgement = given(opinion, clock)
    with Casebook.open(where) as book:
        with book.reading() as connection:
            corrects = judgement.kind is JudgementKind.CORRECT
            also = StandIns().among(connection, judgement.subjects, with_words=corrects)
        with book.writing() as connection:
            whole = decided(connection, judgement, also)
            give(connection, whole, also=also)
    return whole


def given(opinion: Opinion, clock: Clock = utc_now) -> Judgement:
    """Return what somebody typed as a judgement of now.

    Raises :class:`furphy.errors.BadJudgement` where its value cannot be read.
    """
    field = None if opinion.field is None else Field(opinion.field)
    value: Json = opinion.value
    if field is not None and isinstance(opinion.value, str):
        value = corrected(field, opinion.value)
    return Judgement(
        kind=JudgementKind(opinion.kind),
        subjects=tuple(opinion.subjects),
        value=value,
        by=opinion.by,
        because=opinion.because,
        at=clock(),
        field=field,
        words=opinion.words,
    )


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of judgements taken in."""

    given: int
    known: int
    """Of them, those that were there already."""


def take_in(where: str, lines: Iterable[str], clock: Clock = utc_now) -> TakenIn:
    """Give judgements from JSON Lines, all or none of them; those that are there stay as they are.

    Each line holds what :func:`listed` tells: ``kind``, ``subjects``, ``value``, ``by``,
    ``because``, and, where they apply, ``field``, ``words`` and ``at``. Raises
    :class:`furphy.errors.BadJudgement`, naming the line, for the first that cannot be taken.
    """
    given = known = 0
    standing_in = StandIns()
    with Casebook.open(where) as book, book.writing() as connection:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                judgement = _read(line, clock)
                corrects = judgement.kind is JudgementKind.CORRECT
                also = standing_in.among(connection, judgement.subjects, with_words=corrects)
                whole = decided(connection, judgement, also)
            except BadJudgement as error:
                raise BadJudgement(f"line {number}: {error}") from error
            if give(connection, whole, also=also):
                given += 1
            else:
                known += 1
    return TakenIn(given, known)


def listed(where: str, about: Sequence[str] = ()) -> Iterator[Mapping[str, Json]]:
    """Yield judgements as JSON objects, in the order given, each with what became of it.

    ``about`` holds ids, or how they begin; without any, all are told. Withdrawals stand in their
    places, so that the list taken into another casebook gives the same.
    """
    with Casebook.open(where) as book, book.reading() as connection:
        also = StandIns().among(connection, about)
        ids = [full_id(connection, each, also) for each in about] or None
        found = [*judgements(connection, ids)]
    became = {each.judgement.id: each for each in told(found)}
    for each in found:
        shown = _object(each)
        if each.id in became:
            outcome = became[each.id]
            shown["state"] = outcome.state.value
            if outcome.state is State.WITHDRAWN and outcome.withdrawal is not None:
                last = outcome.withdrawal
                shown["withdrawn"] = {"by": last.by, "because": last.because, "at": last.at}
        yield shown


def _object(judgement: Judgement) -> dict[str, Json]:
    optional: dict[str, Json] = {"field": judgement.field, "words": judgement.words}
    return {
        "id": judgement.id,
        "kind": judgement.kind.value,
        "subjects": [*judgement.subjects],
        **{name: value for name, value in optional.items() if value is not None},
        "value": judgement.value,
        "by": judgement.by,
        "because": judgement.because,
        "at": judgement.at,
    }


def _read(line: str, clock: Clock) -> Judgement:
    try:
        told_line = loaded(line)
    except ValueError as error:
        raise BadJudgement(f"no JSON: {error}") from error
    if not isinstance(told_line, dict) or set(told_line) - _MEMBERS - _TOLD_BESIDE:
        raise BadJudgement(f"not an object with members of: {', '.join(sorted(_MEMBERS))}")
    texts = {name: told_line.get(name) for name in ("by", "because", "field", "words", "at")}
    if not all(each is None or isinstance(each, str) for each in texts.values()):
        raise BadJudgement(f"{', '.join(texts)} are texts")
    subjects = told_line.get("subjects")
    if not isinstance(subjects, list) or not all(isinstance(each, str) for each in subjects):
        raise BadJudgement("subjects are a list of ids")
    try:
        kind = JudgementKind(str(told_line.get("kind")))
        field = None if texts["field"] is None else Field(texts["field"])
    except ValueError as error:
        raise BadJudgement(str(error)) from error
    given = Judgement(
        kind=kind,
        subjects=tuple(subjects),
        value=told_line.get("value"),
        by=texts["by"] or "",
        because=texts["because"] or "",
        at=texts["at"] or clock(),
        words=texts["words"],
    )
    return replace(given, field=field)
