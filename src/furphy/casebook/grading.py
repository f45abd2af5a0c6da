"""Verdicts and grades in force, of the claims and sources that they are about."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from sqlalchemy import Connection

from furphy.casebook.judgements import Judgement, judgements
from furphy.casebook.source_ids import named_sources
from furphy.casebook.standing import GRADE, VERDICT, Ruling, rulings
from furphy.model.signed import Credibility, Grade, Reliability, Scale, SignedVerdict


def source_grades(connection: Connection) -> dict[str, tuple[Grade, ...]]:
    """Return the letters that people set, by the ids of the sources."""
    return letters(rulings(judgements(connection)), connection)


def letters(given: Iterable[Ruling], connection: Connection) -> dict[str, tuple[Grade, ...]]:
    """Return the letters among rulings, by the ids of the sources."""
    mine = [
        each
        for each in given
        if each.question.asked == GRADE and each.judgements[0].value in set(Reliability)
    ]
    known = named_sources(connection) if mine else {}
    return {
        (subject := each.question.subjects[0]): tuple(
            _grade(one, each, known.get(subject)) for one in each.judgements
        )
        for each in mine
    }


def digits(given: Iterable[Ruling]) -> Iterator[tuple[tuple[str, ...], Grade]]:
    """Yield the digits among rulings, with the ids of the assertions that they are about."""
    for each in given:
        if each.question.asked == GRADE and each.judgements[0].value in set(Credibility):
            for one in each.judgements:
                yield one.subjects, _grade(one, each, None)


def verdicts(given: Iterable[Ruling]) -> Iterator[SignedVerdict]:
    """Yield the verdicts among rulings, all that stand, in the order in which they were given."""
    signed = [one for each in given if each.question.asked == VERDICT for one in each.judgements]
    yield from map(_verdict, sorted(signed, key=lambda each: each.at))


def _verdict(judgement: Judgement) -> SignedVerdict:
    told = cast("Mapping[str, Any]", judgement.value)
    scale = None
    if "rating_value" in told:
        scale = Scale(told["rating_value"], told["worst"], told["best"])
    return SignedVerdict(
        id=judgement.id,
        rating=told["rating"],
        by=judgement.by,
        because=judgement.because,
        at=judgement.at,
        assertions=judgement.subjects,
        scale=scale,
        url=told.get("url"),
        claim_reviewed=told.get("claim_reviewed"),
    )


def _grade(judgement: Judgement, ruling: Ruling, source: tuple[str, str] | None) -> Grade:
    letter = judgement.value in set(Reliability)
    return Grade(
        id=judgement.id,
        value=(Reliability if letter else Credibility)(str(judgement.value)),
        by=judgement.by,
        because=judgement.because,
        at=judgement.at,
        is_disputed=ruling.is_disputed,
        source=source and source[1],
        source_kind=source and source[0],
    )
