"""Judgements that make sense: checked against what is in the casebook before they are given."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy import Connection, select

from furphy.casebook.canonical import Json, is_number
from furphy.casebook.judgements import (
    JUDGEMENT,
    Answer,
    Field,
    Judgement,
    JudgementKind,
    full_id,
)
from furphy.casebook.schema import ASSERTION, MOMENT, PLACE, QUANTITY
from furphy.casebook.signing import check_grade, check_verdict
from furphy.errors import BadJudgement
from furphy.model.factuality import Commitment
from furphy.model.place import PlaceKind
from furphy.model.quantity import Modifier

MENTIONS = {Field.PLACE: PLACE, Field.TIME: MOMENT, Field.QUANTITY: QUANTITY}
"""Tables of what an assertion may hold several of, told apart by their words."""

_LEAST = {JudgementKind.MERGE: 2, JudgementKind.SPLIT: 2}
_SEVERAL = (JudgementKind.ANSWER, JudgementKind.VERDICT, JudgementKind.GRADE)
"""Kinds that may be about one thing or several."""
_GAP = " … "


def decided(
    connection: Connection, judgement: Judgement, also: Mapping[str, str] = MappingProxyType({})
) -> Judgement:
    """Return a judgement with its ids written out, and the words it is about.

    ``also`` holds ids of what counts as an assertion though the casebook keeps no row of it, with
    its words, which only corrections want. Raises
    :class:`furphy.errors.BadJudgement` where it cannot be what somebody meant.
    """
    _check_told(judgement)
    found = dict.fromkeys(full_id(connection, each, also) for each in judgement.subjects)
    whole = replace(judgement, subjects=tuple(found))
    _check_subjects(connection, whole)
    if whole.kind is JudgementKind.CORRECT:
        return _correction(connection, whole, also)
    if whole.field is not None or whole.words is not None:
        raise BadJudgement("only a correction names a field and words")
    _check_value(connection, whole, also)
    return whole


def _check_value(connection: Connection, judgement: Judgement, also: Collection[str]) -> None:
    kind, value = judgement.kind, judgement.value
    if kind is JudgementKind.ANSWER:
        _one_of(Answer, value)
    elif kind is JudgementKind.RELABEL:
        if not isinstance(value, str) or not value.strip():
            raise BadJudgement("a label is a word")
    elif kind is JudgementKind.VERDICT:
        check_verdict(connection, judgement.subjects, value, also)
    elif kind is JudgementKind.GRADE:
        check_grade(connection, judgement.subjects, value, also)
    elif value is not None:
        raise BadJudgement(f"{kind.value} takes no value")


def _check_told(judgement: Judgement) -> None:
    if not judgement.by.strip() or not judgement.because.strip():
        raise BadJudgement("a judgement needs to say who judges, and why")
    if any(not _is_storable(each) for each in judgement.columns().values()):
        raise BadJudgement("a text holds half a character, or none (NUL)")


def _is_storable(text: str | None) -> bool:
    """Tell whether a text is one that both kinds of store take."""
    try:
        return "\0" not in (text or "").encode().decode()
    except UnicodeEncodeError:
        return False


def _check_subjects(connection: Connection, judgement: Judgement) -> None:
    given = len(judgement.subjects)
    least = _LEAST.get(judgement.kind, 1)
    if given < least or (least == 1 and given > 1 and judgement.kind not in _SEVERAL):
        raise BadJudgement(
            f"{judgement.kind.value} is about {least} thing{'s' * (least > 1)}, not {given}"
        )
    withdraws = judgement.kind is JudgementKind.WITHDRAW
    for each in judgement.subjects:
        row = select(JUDGEMENT.c.kind).where(JUDGEMENT.c.id == each)
        kind = connection.scalar(row)
        if withdraws and kind in (None, JudgementKind.WITHDRAW):
            raise BadJudgement(f"{each}: no judgement that could be withdrawn")
        if not withdraws and kind is not None:
            raise BadJudgement(f"{each} is a judgement; withdraw it, or judge what it is about")


def _correction(connection: Connection, judgement: Judgement, also: Mapping[str, str]) -> Judgement:
    if judgement.field is None:
        raise BadJudgement("a correction names a field")
    _CHECKS[judgement.field](judgement.value)
    (subject,) = judgement.subjects
    row = connection.execute(
        select(ASSERTION.c.number, ASSERTION.c.text)
        .where(ASSERTION.c.id == subject)
        .order_by(ASSERTION.c.number.desc())
    ).first()
    text = also.get(subject) if row is None else str(row.text)
    if not text:
        raise BadJudgement(f"{subject}: only the fields of an assertion can be corrected")
    if judgement.field not in MENTIONS:
        if judgement.words is not None:
            raise BadJudgement(f"{judgement.field.value} is told apart by no words")
        return judgement
    if judgement.words is not None:
        if not judgement.words or not any(judgement.words in part for part in text.split(_GAP)):
            raise BadJudgement(f"{judgement.words!r} does not stand in: {text}")
        return judgement
    if row is None:
        raise BadJudgement(f"say by its words which {judgement.field.value} is meant in: {text}")
    return replace(judgement, words=_only(connection, judgement.field, row.number))


def _only(connection: Connection, field: Field, assertion: int) -> str:
    """Return the words of the one place, time or quantity of an assertion."""
    where = MENTIONS[field]
    asked = select(where.c.text).where(where.c.assertion == assertion).order_by(where.c.ordinal)
    found = [*dict.fromkeys(str(each) for each in connection.scalars(asked))]
    if len(found) == 1:
        return found[0]
    names = ", ".join(repr(each) for each in found) or "none that was found"
    raise BadJudgement(f"say by its words which {field.value} is meant; there are: {names}")


# What a corrected value may be --------------------------------------------------------------------


def _one_of(kinds: type[StrEnum], value: Json) -> None:
    if value not in [each.value for each in kinds]:
        raise BadJudgement(f"{json.dumps(value)} is none of: {', '.join(kinds)}")


def _check_commitment(value: Json) -> None:
    _one_of(Commitment, value)


def _check_holder(value: Json) -> None:
    if value is None:
        return
    told = {"name": value} if isinstance(value, str) else value
    members = _members(told, {"name", "kind", "description"})
    if not isinstance(members.get("name"), str) or not str(members["name"]).strip():
        raise BadJudgement("a holder has a name; null stands for the document itself")


def _check_place(value: Json) -> None:
    if value is None:
        return
    known = {"lat", "lon", "name", "gazetteer", "id", "country", "kind", "radius_km"}
    members = _members(value, known)
    for name, most in (("lat", 90), ("lon", 180)):
        if abs(_number(members.get(name), name)) > most:
            raise BadJudgement(f"{name} {members[name]} is not within {-most} and {most} degrees")
    if "kind" in members:
        _one_of(PlaceKind, members["kind"])
    if members.get("radius_km") is not None and _number(members["radius_km"], "radius_km") < 0:
        raise BadJudgement("radius_km is not below 0")


def _check_time(value: Json) -> None:
    if value is None:
        return
    interval = _members(value, {"interval", "value"}).get("interval")
    if not isinstance(interval, list | tuple) or len(interval) != 2:  # noqa: PLR2004 (from and to)
        raise BadJudgement("a time is an interval of two ISO 8601 dates or times, [from, to)")
    try:
        start, end = (datetime.fromisoformat(str(each)) for each in interval)
        if (start.tzinfo is None) == (end.tzinfo is None) and start < end:
            return
    except ValueError as error:
        raise BadJudgement(f"no ISO 8601 date or time: {error}") from error
    raise BadJudgement("an interval ends after it begins, both with an offset or both without")


def _check_quantity(value: Json) -> None:
    if value is None:
        return
    members = _members(value, {"low", "high", "unit", "modifier"})
    bounds = [
        _number(members[each], each) for each in ("low", "high") if members.get(each) is not None
    ]
    if not bounds or bounds != sorted(bounds):
        raise BadJudgement("a quantity has low, high or both, low no higher than high")
    if members.get("modifier") is not None:
        _one_of(Modifier, members["modifier"])


def _members(value: Json, known: set[str]) -> Mapping[str, Json]:
    if not isinstance(value, Mapping) or not set(value) <= known:
        raise BadJudgement(f"not an object with members of: {', '.join(sorted(known))}")
    return value


def _number(value: Json, name: str) -> float:
    if not is_number(value):
        raise BadJudgement(f"{name} is a number, not {json.dumps(value)}")
    return value


_CHECKS: dict[Field, Callable[[Json], None]] = {
    Field.HOLDER: _check_holder,
    Field.VALUE: _check_commitment,
    Field.AUTHOR_VALUE: _check_commitment,
    Field.PLACE: _check_place,
    Field.TIME: _check_time,
    Field.QUANTITY: _check_quantity,
}
