"""The claims of a casebook: what several documents say, and how many origins are behind it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from furphy.casebook.casebook import Casebook
from furphy.casebook.packing import content_id
from furphy.casebook.relation import Relation, in_force, relations
from furphy.desk.accounting import Accountant, Ledger
from furphy.desk.contexts import Contexts, parted
from furphy.desk.happenings import happenings
from furphy.desk.publishers import Publishers
from furphy.desk.put_forward import propositions, variants
from furphy.desk.signed import signed
from furphy.desk.ties import tied
from furphy.desk.tracing import Trace, ruled, trace
from furphy.errors import InputError
from furphy.export.dossier.material import Material, Named
from furphy.matching.grouping import grouped
from furphy.matching.proposition import Proposition, Spot
from furphy.model.account import Account
from furphy.model.place import Place
from furphy.model.text import Span

ALONE = 2
"""Documents from which on a claim is listed without being asked for."""
_SHORTEST = 4
"""Digits of an id that are enough to ask by."""


@dataclass(frozen=True, slots=True)
class Told:
    """A casebook, traced, with claims told."""

    trace: Trace
    accounts: tuple[Account, ...]
    propositions: tuple[Proposition, ...] = ()
    """All that the documents put forward; what accounts are made of."""


def claims(where: str, *, all_of_them: bool = False, jobs: int = 1) -> Told:
    """Return the claims of a casebook, those with the widest gap from outlets to origins first.

    Claims that one document alone makes are left out unless all are asked for. So many processes
    trace. Raises
    :class:`furphy.errors.CasebookError` where the casebook cannot be read.
    """
    traced, accountant = _grouped(where, jobs)
    least = 1 if all_of_them else ALONE
    chosen = [at for at in range(accountant.number) if accountant.spread(at) >= least]
    found = sorted((accountant.account(at) for at in chosen), key=_by_gap)
    return Told(traced, tuple(found), accountant.propositions)


def claims_and_alone(where: str) -> tuple[Told, Iterator[Account]]:
    """Return what :func:`claims` does, and one by one those that one document alone tells.

    There may be many more of these, so that they are told only when they are taken.
    """
    traced, accountant = _grouped(where, 1)
    numbers = range(accountant.number)
    several = [at for at in numbers if accountant.spread(at) >= ALONE]
    alone = (accountant.account(at) for at in numbers if accountant.spread(at) < ALONE)
    found = sorted(map(accountant.account, several), key=_by_gap)
    return Told(traced, tuple(found), accountant.propositions), alone


def claim(where: str, name: str, jobs: int = 1) -> Told:
    """Return one claim: by its id, how that begins, or the same of one of its assertions.

    Raises :class:`furphy.errors.InputError` where there is none or there are several, and
    :class:`furphy.errors.CasebookError` where the casebook cannot be read.
    """
    traced, accountant = _grouped(where, jobs)
    found = [*_named(accountant, name.strip().lower())]
    if len(found) != 1:
        trouble = "several claims have ids that begin so" if found else "no claim has this id"
        raise InputError(f"{name}: {trouble} in {where}; furphy claims lists them")
    return Told(traced, (accountant.account(found[0]),), accountant.propositions)


def material(told: Told, account: Account) -> Material:
    """Return what a dossier of a claim is made of."""
    return next(materials(told, [account]))


def materials(told: Told, accounts: Iterable[Account] | None = None) -> Iterator[Material]:
    """Yield what exports of claims are made of, one claim after the other: of all, or of some."""
    standing = defaultdict[tuple[int, Span], list[Proposition]](list)
    for each in told.propositions:
        standing[each.document, each.span].append(each)
    for account in told.accounts if accounts is None else accounts:
        where = dict.fromkeys((each.document, each.span) for each in account.variants)
        own = [each for place in where for each in standing[place]]
        pairs = zip(account.variants, own, strict=True) if len(own) == len(account.variants) else ()
        done = happenings([(at, *pair) for at, pair in enumerate(pairs)], told.trace.readings)
        trace = told.trace
        places = tuple(_places(told, own))
        yield Material(account, trace.documents, trace.readings, places, tuple(done))


def _places(told: Told, own: Sequence[Proposition]) -> Iterator[Named]:
    """Yield the places that a claim's assertions name, those that most of them do first."""
    found = defaultdict[tuple[str, str], list[tuple[Spot, str]]](list)
    for each in own:
        text = told.trace.documents[each.document].text
        for spot in each.spots:
            found[spot.gazetteer, spot.id].append((spot, spot.span.of(text)))
    for some in sorted(found.values(), key=lambda each: (-len(each), each[0][0].name)):
        written = tuple(dict.fromkeys(words for _, words in some))
        yield Named(_place(some[0][0]), written)


def _place(spot: Spot) -> Place:
    return Place(
        spot.gazetteer,
        spot.id,
        spot.name,
        spot.lat,
        spot.lon,
        spot.kind,
        spot.radius_km,
        # The outermost division that holds a place is its country.
        country=spot.divisions[0] if spot.divisions else None,
        divisions=spot.divisions,
    )


def _named(accountant: Accountant, name: str) -> Iterator[int]:
    if len(name) < _SHORTEST:
        return
    by_claim = [at for at, each in enumerate(accountant.ids) if each.startswith(name)]
    if by_claim:
        # The claims that are listed come before those that one has to ask for.
        listed = [at for at in by_claim if accountant.spread(at) >= ALONE]
        yield from listed if len(listed) == 1 else by_claim
        return
    yield from accountant.with_assertion(name)


def _grouped(where: str, jobs: int) -> tuple[Trace, Accountant]:
    """Return the traced casebook, and who tells of its claims."""
    traced = trace(where, jobs)
    with Casebook.open(where) as book, book.reading() as connection:
        judged = dict(ruled(connection))
        stated: list[Relation] = in_force(relations(connection))
        given = signed(connection)
    found = propositions(traced.readings)
    ties = tied(found, judged, traced.readings, traced.taken())
    told = variants(traced.readings, found)
    judgements = tied(found, judged, traced.readings, ())
    decided = {each for pair in (*judgements.same, *judgements.different) for each in pair}
    joined = grouped(found, ties)
    outlets = {each.document.outlet for each in traced.readings if each.document.outlet}
    contexts = Contexts(joined, found, traced.taken(), outlets)
    made = parted(joined, found, contexts, decided)
    ids = [content_id(*_members(each.members, [one.id for one in told])) for each in made.claims]
    ledger = Ledger(tuple(told), made, tuple(ids), Publishers(stated), given)
    return traced, Accountant(traced, ledger, tuple(found))


def _members(places: Sequence[int], ids: Sequence[str]) -> list[str]:
    return sorted(ids[each] for each in places)


def _by_gap(account: Account) -> tuple[int, int, str]:
    return -account.gap, -len(account.documents), account.id
