"""Sign a verdict on a claim; set the grade of a source or of a claim."""

from collections.abc import Mapping

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.clock import Clock, utc_now
from furphy.casebook.judgements import Judgement, JudgementKind
from furphy.casebook.relation import folded_name
from furphy.casebook.source_ids import named_sources
from furphy.desk.claiming import claim
from furphy.desk.judging import Opinion, judge
from furphy.errors import InputError
from furphy.model.account import Account
from furphy.model.signed import Credibility

_SHORTEST = 4
"""Digits of a source's id that are enough to ask by."""


def sign(  # noqa: PLR0913 - a signature is just so much
    where: str,
    name: str,
    verdict: Mapping[str, Json],
    *,
    by: str,
    because: str,
    clock: Clock = utc_now,
) -> Judgement:
    """Sign a verdict on a claim, and return it as it is kept.

    ``verdict`` holds ``rating`` and, where they are known, ``rating_value``, ``worst``, ``best``,
    ``url`` and ``claim_reviewed``, which else is the claim as it is put now. Raises
    :class:`furphy.errors.InputError` where there is no such claim, and
    :class:`furphy.errors.BadJudgement` where the verdict makes no sense.
    """
    account = _account(where, name)
    value = {"claim_reviewed": account.text, **verdict}
    return judge(where, Opinion("verdict", signed_on(account), by, because, value), clock)


def grade(  # noqa: PLR0913 - a signature is just so much
    where: str, name: str, value: str, *, by: str, because: str, clock: Clock = utc_now
) -> Judgement:
    """Set the Admiralty letter of a source or the digit of a claim; return it as it is kept.

    ``name`` is the id or the name of the source, or the id of the claim. Raises
    :class:`furphy.errors.InputError` where there is none or there are several, and
    :class:`furphy.errors.BadJudgement` where ``value`` is no grade.
    """
    if value in set(Credibility):
        subjects = signed_on(_account(where, name))
    else:
        subjects = (source_named(where, name),)
    return judge(where, Opinion(JudgementKind.GRADE.value, subjects, by, because, value), clock)


def signed_on(account: Account) -> tuple[str, ...]:
    """Return the ids of a claim's assertions, and of sentences that stand in: what one signs on."""
    return tuple(each.id for each in account.variants)


def source_named(where: str, name: str) -> str:
    """Return the id of a source, given that, how it begins, or the source's name.

    Raises :class:`furphy.errors.InputError` where there is none or there are several.
    """
    with Casebook.open(where) as book, book.reading() as connection:
        known = named_sources(connection)
    wanted = folded_name(name)
    found = [each for each, (_, spelt) in known.items() if wanted and folded_name(spelt) == wanted]
    if not found and len(name) >= _SHORTEST:
        found = [each for each in known if each.startswith(name.lower())]
    if len(found) == 1:
        return found[0]
    kinds = ", ".join(f"{known[each][0]} {each}" for each in sorted(found))
    trouble = f"several sources go by this name ({kinds})" if found else "no source has this name"
    raise InputError(f"{name}: {trouble} in {where}; furphy sources lists them")


def _account(where: str, name: str) -> Account:
    # Nobody signs on what people reject.
    return claim(where, name, as_judged=True).accounts[0]
