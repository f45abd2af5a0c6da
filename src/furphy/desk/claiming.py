"""The claims of a casebook: what several documents say, and how many origins are behind it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from furphy.casebook.casebook import Casebook
from furphy.casebook.judgements import Field
from furphy.casebook.packing import content_id
from furphy.casebook.relation import Relation, in_force, relations
from furphy.desk.accounting import Accountant, Ledger
from furphy.desk.contexts import Contexts, parted
from furphy.desk.happenings import happenings
from furphy.desk.judged_claims import KIND, Laid, laid, said_now
from furphy.desk.publishers import Publishers
from furphy.desk.put_forward import propositions, variants
from furphy.desk.signed import signed
from furphy.desk.ties import tied
from furphy.desk.tracing import Trace, ruled, trace
from furphy.errors import InputError
from furphy.export.dossier.material import Correction, LeftOut, Material, Named
from furphy.matching.grouping import grouped
from furphy.matching.proposition import Proposition, Spot
from furphy.model.account import Account, Variant
from furphy.model.assertion import AssertionKind
from furphy.model.place import Place
from furphy.model.text import Span
from furphy.model.verdict import Verdict

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
    said: Mapping[str, tuple[Verdict, ...]] = field(default_factory=dict)
    """What people say of assertions, by their ids, where claims are told as judged."""
    rejected: tuple[Variant, ...] = ()
    """All assertions that people reject, also those of claims of which nothing else is left."""


def claims(
    where: str, *, all_of_them: bool = False, jobs: int = 1, as_judged: bool = False
) -> Told:
    """Return the claims of a casebook, those with the widest gap from outlets to origins first.

    Claims that one document alone makes are left out unless all are asked for. So many processes
    trace. ``as_judged`` tells them with what people corrected in their assertions, and without
    those that they reject (:mod:`.judged_claims`). Raises
    :class:`furphy.errors.CasebookError` where the casebook cannot be read.
    """
    told, accountant = _grouped(where, jobs, as_judged=as_judged)
    least = 1 if all_of_them else ALONE
    chosen = [at for at in range(accountant.number) if accountant.spread(at) >= least]
    found = sorted((accountant.account(at) for at in chosen), key=_by_gap)
    return replace(told, accounts=tuple(found))


def claims_and_alone(where: str) -> tuple[Told, Iterator[Account]]:
    """Return what :func:`claims` does as judged, and one by one those that one document tells.

    There may be many more of these, so that they are told only when they are taken.
    """
    told, accountant = _grouped(where, 1, as_judged=True)
    numbers = range(accountant.number)
    several = [at for at in numbers if accountant.spread(at) >= ALONE]
    alone = (accountant.account(at) for at in numbers if 0 < accountant.spread(at) < ALONE)
    found = sorted(map(accountant.account, several), key=_by_gap)
    return replace(told, accounts=tuple(found)), alone


def claim(where: str, name: str, jobs: int = 1, *, as_judged: bool = False) -> Told:
    """Return one claim: by its id, how that begins, or the same of one of its assertions.

    Raises :class:`furphy.errors.InputError` where there is none or there are several, or where
    people reject all that it is made of and it is wanted ``as_judged``; and
    :class:`furphy.errors.CasebookError` where the casebook cannot be read.
    """
    told, accountant = _grouped(where, jobs, as_judged=as_judged)
    found = [*_named(accountant, name.strip().lower())]
    if len(found) != 1:
        trouble = "several claims have ids that begin so" if found else "no claim has this id"
        raise InputError(f"{name}: {trouble} in {where}; furphy claims lists them")
    if not accountant.spread(found[0]):
        raise InputError(f"{name}: people reject every assertion that this claim is made of")
    return replace(told, accounts=(accountant.account(found[0]),))


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
        done = happenings(
            [(at, *pair) for at, pair in enumerate(pairs) if _may_be_report(told, pair[0])],
            told.trace.readings,
        )
        trace = told.trace
        said = tuple(
            Correction(at, verdict)
            for at, each in enumerate(account.variants)
            for verdict in told.said.get(each.id, ())
        )
        places = tuple(_places(told, own, said))
        out = tuple(LeftOut(each, told.said.get(each.id, ())) for each in account.rejected)
        yield Material(account, trace.documents, trace.readings, places, tuple(done), said, out)


def corrected_now(book: Casebook, material: Material) -> Material:
    """Return a claim that was traced before, with what people say of its assertions by now.

    The places that they give stand beside those that were traced; what they rejected since is
    told, and left out once the claim is traced again.
    """
    at = {each.id: number for number, each in enumerate(material.account.variants)}
    out = {each.id: list[Verdict]() for each in material.account.rejected}
    sentences = {
        each.id: material.readings[each.document].document.id
        for each in (*material.account.variants, *material.account.rejected)
        if each.assertion is None
    }
    with book.reading() as connection:
        found = [*said_now(connection, [*at, *out], sentences)]
    for name, verdict, _ in found:
        if name in out:
            out[name].append(verdict)
    said = sorted(
        (Correction(at[name], verdict) for name, verdict, _ in found if name in at),
        key=lambda each: each.variant,
    )
    added = dict[tuple[str, str], Named]()
    known = {(each.place.gazetteer, each.place.id) for each in material.places}
    for name, verdict, spot in found:
        if spot is None or name in out or (spot.gazetteer, spot.id) in known:
            continue
        by = tuple(dict.fromkeys(each.by for each in verdict.opinions))
        added[spot.gazetteer, spot.id] = Named(_place(spot), (verdict.words or "",), by)
    places = (*material.places, *added.values())
    left = tuple(LeftOut(each, tuple(out[each.id])) for each in material.account.rejected)
    return replace(material, places=places, corrections=tuple(said), left_out=left)


def _may_be_report(told: Told, variant: Variant) -> bool:
    """Tell whether people leave it open that an assertion is a report."""
    said = (each for each in told.said.get(variant.id, ()) if each.asked == KIND)
    return all(each.value == AssertionKind.REPORT.value for each in said)


def _places(told: Told, own: Sequence[Proposition], said: Sequence[Correction]) -> Iterator[Named]:
    """Yield the places that a claim's assertions name, those that most of them do first."""
    found = defaultdict[tuple[str, str], list[tuple[Spot, str]]](list)
    for each in own:
        text = told.trace.documents[each.document].text
        for spot in each.spots:
            found[spot.gazetteer, spot.id].append((spot, spot.span.of(text)))
    for some in sorted(found.values(), key=lambda each: (-len(each), each[0][0].name)):
        written = tuple(dict.fromkeys(words for _, words in some))
        yield Named(_place(some[0][0]), written, _whose(some[0][0], written, said))


def _whose(spot: Spot, written: Sequence[str], said: Sequence[Correction]) -> tuple[str, ...]:
    """Return who says that words stand for a place."""
    found = dict[str, None]()
    for each in said:
        value = each.verdict.value
        if each.verdict.asked != Field.PLACE or not isinstance(value, Mapping):
            continue
        if each.verdict.words in written and (value["lat"], value["lon"]) == (spot.lat, spot.lon):
            found |= dict.fromkeys(opinion.by for opinion in each.verdict.opinions)
    return tuple(found)


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


def _grouped(where: str, jobs: int, *, as_judged: bool) -> tuple[Told, Accountant]:
    """Return the traced casebook without claims told, and who tells them."""
    traced = trace(where, jobs)
    found = propositions(traced.readings)
    told = variants(traced.readings, found)
    over = Laid(traced.readings, tuple(found), tuple(told))
    # All that people say is of one moment.
    with Casebook.open(where) as book, book.reading() as connection:
        judged = dict(ruled(connection))
        stated: list[Relation] = in_force(relations(connection))
        given = signed(connection)
        if as_judged:
            over = laid(connection, traced.readings, found, told)
    ties = tied(found, judged, traced.readings, traced.taken())
    judgements = tied(found, judged, traced.readings, ())
    decided = {each for pair in (*judgements.same, *judgements.different) for each in pair}
    joined = grouped(found, ties)
    outlets = {each.document.outlet for each in traced.readings if each.document.outlet}
    contexts = Contexts(joined, found, traced.taken(), outlets)
    made = parted(joined, found, contexts, decided)
    ids = [content_id(*_members(each.members, [one.id for one in told])) for each in made.claims]
    shown = replace(traced, readings=over.readings)
    ledger = Ledger(over.variants, made, tuple(ids), Publishers(stated), given, over.rejected)
    kept = tuple(
        each
        for each, variant in zip(over.propositions, over.variants, strict=True)
        if variant.id not in over.rejected
    )
    rejected = tuple(each for each in over.variants if each.id in over.rejected)
    told_of = Told(shown, (), kept, over.said, rejected)
    return told_of, Accountant(shown, ledger, over.propositions)


def _members(places: Sequence[int], ids: Sequence[str]) -> list[str]:
    return sorted(ids[each] for each in places)


def _by_gap(account: Account) -> tuple[int, int, str]:
    return -account.gap, -len(account.documents), account.id
