"""What a verdict and a grade may say, checked before they are given."""

import json
from collections.abc import Collection, Mapping, Sequence
from urllib.parse import urlsplit

from sqlalchemy import Connection, select

from furphy.casebook.canonical import Json, is_number
from furphy.casebook.schema import ASSERTION
from furphy.casebook.source_ids import named_sources
from furphy.errors import BadJudgement
from furphy.model.signed import Credibility, Reliability

_MEMBERS = ("rating", "rating_value", "best", "worst", "url", "claim_reviewed")
_SCALE = ("worst", "rating_value", "best")
_AT_ONCE = 500


def check_verdict(
    connection: Connection, subjects: Sequence[str], value: Json, also: Collection[str] = ()
) -> None:
    """Raise :class:`furphy.errors.BadJudgement` where this is no verdict on assertions."""
    if not isinstance(value, Mapping) or not set(value) <= set(_MEMBERS):
        raise BadJudgement(f"a verdict is an object with members of: {', '.join(_MEMBERS)}")
    for name in ("rating", "claim_reviewed"):
        text = value.get(name, "" if name == "rating" else "as listed")
        if not isinstance(text, str) or not text.strip():
            raise BadJudgement(f"{name} of a verdict is a text that is not empty")
    _check_scale(value)
    if "url" in value:
        _check_url(value["url"])
    _check_assertions(connection, subjects, also)


def check_grade(
    connection: Connection, subjects: Sequence[str], value: Json, also: Collection[str] = ()
) -> None:
    """Raise :class:`furphy.errors.BadJudgement` where this is no grade of its subjects."""
    if value in [each.value for each in Credibility]:
        _check_assertions(connection, subjects, also)
    elif value not in [each.value for each in Reliability]:
        raise BadJudgement(
            f"{json.dumps(value)} is no grade: a source has a letter from A to F,"
            " the assertions of a claim a digit from 1 to 6, as texts"
        )
    elif len(subjects) != 1 or subjects[0] not in named_sources(connection):
        raise BadJudgement("a letter grades one source; furphy sources lists them with their ids")


def _check_scale(value: Mapping[str, Json]) -> None:
    if not any(name in value for name in _SCALE):
        return
    numbers = [each for name in _SCALE if is_number(each := value.get(name))]
    if len(numbers) < len(_SCALE):
        raise BadJudgement(f"{', '.join(_SCALE)} are numbers, all three of them or none")
    if numbers != sorted(numbers):
        raise BadJudgement("the value of a rating lies between the worst and the best")


def _check_url(value: Json) -> None:
    try:
        parts = urlsplit(value) if isinstance(value, str) else None
        fits = parts is not None and parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        fits = False
    if not fits or any(each.isspace() or not each.isprintable() for each in str(value)):
        raise BadJudgement(
            f"{json.dumps(value)} is no address that begins with http:// or https://"
        )


def _check_assertions(
    connection: Connection, subjects: Sequence[str], also: Collection[str]
) -> None:
    known = {*also}
    for start in range(0, len(subjects), _AT_ONCE):
        some = ASSERTION.c.id.in_(subjects[start : start + _AT_ONCE])
        known.update(connection.scalars(select(ASSERTION.c.id).where(some)))
    for each in subjects:
        if each not in known:
            raise BadJudgement(f"{each}: verdicts, and grades from 1 to 6, are about assertions")
