"""A claim that was traced, told anew at once when people judged its assertions.

Which assertions are one claim, and which texts were made from which, stays as it was traced:
neither follows from what people say of one assertion (:mod:`.judged_claims`). What does (who says
it, how firmly, what is left out, and so how many documents, outlets and origins there are, and what
became of it) is worked out by what works it out in a trace, from this claim's documents alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, overload

from sqlalchemy import Connection

from furphy.casebook.casebook import Casebook
from furphy.casebook.current import entries, fetched
from furphy.casebook.relation import in_force, relations
from furphy.desk.accounting import Accountant, Ledger
from furphy.desk.claiming import Told, materials
from furphy.desk.judged_claims import Laid, laid
from furphy.desk.publishers import Publishers
from furphy.desk.put_forward import propositions, variants
from furphy.desk.signed import signed
from furphy.desk.traceable import traced
from furphy.desk.tracing import Trace
from furphy.errors import InputError
from furphy.export.dossier.material import Material
from furphy.matching.proposition import Proposition
from furphy.model.account import Account, Variant
from furphy.model.claim import Claim, Claims, Conflict
from furphy.model.derivation import Derivation
from furphy.model.reading import Reading
from furphy.tracing.origins import Origins, Stemma
from furphy.tracing.traced import Traced

_Thing = TypeVar("_Thing")
_Told = TypeVar("_Told", Proposition, Variant)
_NO_ORIGINS = Origins(())


@dataclass(frozen=True, slots=True)
class Kept:
    """A claim as it was traced; documents go by their places in that trace."""

    account: Account
    documents: Mapping[int, tuple[Traced, Reading]]
    """Those that it names and all that these were made from, without their texts."""
    links: Sequence[Derivation]
    """All between these."""


def told_in(account: Account) -> set[int]:
    """Return the documents whose texts it takes to tell a claim anew."""
    return {each.document for each in _all(account)}


def retold(book: Casebook, kept: Kept) -> Material | None:
    """Return a claim as people have it now; None where they reject all that it is made of.

    What contradicts it and what may be the same are those of the trace, without what is rejected.
    Raises :class:`furphy.errors.InputError` where its documents read otherwise by now.
    """
    with book.reading() as connection:
        readings = _readings(connection, kept)
        over = _laid(connection, readings, kept.account)
        stated = Publishers(in_force(relations(connection)))
        given = signed(connection)
    whole = {each: traced(reading.document) for each, reading in readings.items()}
    documents = {each: head for each, (head, _) in kept.documents.items()} | whole
    shown = {each: reading for each, (_, reading) in kept.documents.items()}
    shown |= dict(zip(readings, over.readings, strict=True))
    trace = Trace(
        _Sparse(documents),
        _Sparse(documents),
        _Sparse(shown),
        Stemma(kept.links, _NO_ORIGINS, _NO_ORIGINS, _NO_ORIGINS),
    )
    claims, ids = _claims(kept.account, {each.id: at for at, each in enumerate(over.variants)})
    ledger = Ledger(over.variants, claims, ids, stated, given, over.rejected)
    accountant = Accountant(trace, ledger, over.propositions)
    if not accountant.spread(0):
        return None
    account = replace(accountant.account(0), kindred=kept.account.kindred)
    held = tuple(
        each
        for each, variant in zip(over.propositions, over.variants, strict=True)
        if variant.id not in over.rejected
    )
    return next(materials(Told(trace, (account,), held, over.said), [account]))


def _all(account: Account) -> Iterator[Variant]:
    yield from account.variants
    yield from account.rejected
    yield from (each.other for each in account.counterclaims)


def _readings(connection: Connection, kept: Kept) -> dict[int, Reading]:
    """Return what was read in the documents of a claim, each found by the key it was traced by."""
    found = dict[int, Reading]()
    for number in sorted(told_in(kept.account)):
        head, reading = kept.documents[number]
        known = entries(connection, reading.document.id)
        mine = [*fetched(connection, (each for each in known if each.key == head.key))]
        if not mine:
            raise InputError(f"{head.key} is not in use any more")
        found[number] = mine[0].reading
    return found


def _laid(connection: Connection, readings: Mapping[int, Reading], account: Account) -> Laid:
    """Return what a claim and what contradicts it put forward, as people have it."""
    wanted = {each.id for each in _all(account)}
    numbers, some = [*readings], [*readings.values()]
    found = propositions(some)
    pairs = [
        (each, told)
        for each, told in zip(found, variants(some, found), strict=True)
        if told.id in wanted
    ]
    if {told.id for _, told in pairs} != wanted or len(pairs) != len(wanted):
        raise InputError("documents of this claim read otherwise than when it was traced")
    over = laid(connection, some, [each for each, _ in pairs], [told for _, told in pairs])
    return replace(
        over,
        propositions=tuple(_placed(over.propositions, numbers)),
        variants=tuple(_placed(over.variants, numbers)),
    )


def _placed(some: Iterable[_Told], numbers: Sequence[int]) -> Iterator[_Told]:
    return (replace(each, document=numbers[each.document]) for each in some)


def _claims(account: Account, places: Mapping[str, int]) -> tuple[Claims, tuple[str, ...]]:
    """Return the claim and, as claims of their own, those that contradict it; and their ids."""
    own = tuple(sorted(places[each.id] for each in (*account.variants, *account.rejected)))
    made = {account.id: Claim(own, places[account.variants[account.centre].id], account.because)}
    for each in account.counterclaims:
        at = places[each.other.id]
        if at not in own and each.claim not in made:
            made[each.claim] = Claim((at,), at)
        elif at not in own:
            members = tuple(sorted({*made[each.claim].members, at}))
            made[each.claim] = replace(made[each.claim], members=members)
    conflicts = tuple(
        Conflict(
            (places[account.variants[each.own].id], places[each.other.id]),
            each.contradiction,
            each.score,
        )
        for each in account.counterclaims
    )
    return Claims(tuple(made.values()), conflicts=conflicts), tuple(made)


class _Sparse(Sequence[_Thing]):
    """Things by their numbers in a trace, of which most are not here."""

    def __init__(self, held: Mapping[int, _Thing]) -> None:
        self._held = held

    def __len__(self) -> int:
        return max(self._held, default=-1) + 1

    @overload
    def __getitem__(self, at: int) -> _Thing: ...

    @overload
    def __getitem__(self, at: slice) -> list[_Thing]: ...

    def __getitem__(self, at: int | slice) -> _Thing | list[_Thing]:
        if isinstance(at, int):
            return self._held[at]
        return [self._held[each] for each in range(len(self))[at] if each in self._held]
