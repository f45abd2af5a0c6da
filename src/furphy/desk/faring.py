"""How each source fared: what it told first, what it took from whom, what became of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from furphy.casebook.relation import folded_name
from furphy.casebook.source_ids import NAMED, source_id
from furphy.desk.claiming import Told
from furphy.model.account import Account
from furphy.model.attribution import SourceKind

PUBLISHED, QUOTED = "outlet", "quoted"
"""What a source is: it publishes documents, or is quoted in them."""


@dataclass(slots=True)
class Fared:
    """A source over all documents that were traced."""

    folded: str
    """Its name without case, marks and punctuation; it goes by this."""
    name: str
    """In the first spelling that is met."""
    kinds: set[str] = field(default_factory=set)
    documents: int = 0
    """That it published, or in which it is quoted for a claim."""
    claims: dict[str, bool] = field(default_factory=dict)
    """Ids of the claims it told, and whether it was the first to tell them."""
    ids: dict[str, str] = field(default_factory=dict)
    """Ids by which it is graded, and the kind of source it is under each."""
    became: Counter[str] = field(default_factory=Counter)
    """How many of these claims have which status."""
    took: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often it took something from whom (folded), and how."""
    gave: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often others took something from it."""

    @property
    def first(self) -> int:
        """How many claims it was the first to tell."""
        return sum(self.claims.values())


def folded(name: str) -> str:
    """Return what a source goes by, however its name is spelt."""
    return folded_name(name) or name


def fared(told: Told) -> list[Fared]:
    """Return the sources of a traced casebook, those that were first with most claims first."""
    met: dict[str, Fared] = {}

    def source(name: str, kind: str, sort: SourceKind = SourceKind.OUTLET) -> Fared:
        found = met.setdefault(folded(name), Fared(folded(name), name))
        found.kinds.add(kind)
        if sort in NAMED:
            found.ids[source_id(sort.value, name)] = sort.value
        return found

    outlets = [each.document.outlet for each in told.trace.readings]
    for outlet in filter(None, outlets):
        source(outlet, PUBLISHED).documents += 1
    for account in told.accounts:
        for name, kind, sort, is_first in _tellers(told, account):
            each = source(name, kind, sort)
            each.claims[account.id] = each.claims.get(account.id, False) or is_first
            each.documents += kind == QUOTED
    _add_outcomes(met.values(), told)
    for link in told.trace.taken():
        earlier, later = outlets[link.source], outlets[link.target]
        if earlier and later and folded_name(earlier) != folded_name(later):
            one, other = source(earlier, PUBLISHED), source(later, PUBLISHED)
            other.took[one.name, link.relation.value] += 1
            one.gave[other.name, link.relation.value] += 1
    return sorted(met.values(), key=lambda each: (-each.first, -len(each.claims), each.name))


def _add_outcomes(sources: Iterable[Fared], told: Told) -> None:
    status = {each.id: each.timeline.status for each in told.accounts}
    for each in sources:
        known = (status[claim] for claim in each.claims)
        each.became.update(one.value for one in known if one is not None)


def _tellers(told: Told, account: Account) -> Iterator[tuple[str, str, SourceKind, bool]]:
    """Yield who tells a claim: outlets, then informants, and whether nobody did before."""
    dated = [each for each in account.documents if told.trace.documents[each].published]
    first = dated[0] if dated else None
    for each in account.documents:
        outlet = told.trace.readings[each].document.outlet
        if outlet:
            yield outlet, PUBLISHED, SourceKind.OUTLET, each == first
    quoted = defaultdict[tuple[str, SourceKind], set[int]](set)
    for variant in account.variants:
        if variant.informant is not None and not variant.informant.is_described:
            quoted[variant.informant.name, variant.informant.kind].add(variant.document)
    for (name, sort), documents in quoted.items():
        yield name, QUOTED, sort, first in documents
