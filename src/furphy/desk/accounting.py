"""Claims told one by one: who says it where, what is behind it, what became of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from furphy.casebook.relation import folded_name
from furphy.desk.publishers import Publishers
from furphy.desk.put_forward import informant
from furphy.desk.signed import Signed
from furphy.desk.tracing import Trace
from furphy.matching.proposition import Proposition
from furphy.model.account import (
    Account,
    Counterclaim,
    Kindred,
    StatusBasis,
    StatusEvent,
    Variant,
)
from furphy.model.assertion import StatusValue
from furphy.model.attribution import SourceKind
from furphy.model.claim import Claims, Conflict, Contradiction, ContradictionKind
from furphy.model.derivation import Derivation
from furphy.tracing.behind import Telling, behind
from furphy.tracing.timeline import timeline, withdrawn


@dataclass(frozen=True, slots=True)
class Ledger:
    """Claims as they were grouped; places are those of the propositions."""

    variants: tuple[Variant, ...]
    claims: Claims
    ids: tuple[str, ...]
    """Of the claims, in their order."""
    publishers: Publishers
    signed: Signed
    rejected: frozenset[str] = frozenset()
    """Ids of assertions that no claim is told of, since people say that they are none."""


class Accountant:
    """Tells the claims of a traced casebook."""

    def __init__(self, trace: Trace, ledger: Ledger, found: tuple[Proposition, ...]) -> None:
        self.propositions = found
        self._trace = trace
        self._ledger = ledger
        self._sources = defaultdict[int, list[Derivation]](list)
        for each in trace.stemma.links:
            if isinstance(each, Derivation):
                self._sources[each.target].append(each)

    @property
    def number(self) -> int:
        """How many claims there are."""
        return len(self._ledger.ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the claims."""
        return self._ledger.ids

    def spread(self, at: int) -> int:
        """Return how many documents make a claim."""
        return len({self._variant(place).document for place in self._members(at)})

    def with_assertion(self, start: str) -> Iterator[int]:
        """Yield the claims with an assertion whose id begins so."""
        for at in range(self.number):
            if any(self._variant(each).id.startswith(start) for each in self._members(at)):
                yield at

    def account(self, at: int) -> Account:
        """Tell a claim."""
        places = sorted(
            self._members(at),
            key=lambda each: (self._variant(each).document, self._variant(each).span),
        )
        told = tuple(map(self._variant, places))
        claim = self._ledger.claims.claims[at]
        documents = tuple(dict.fromkeys(each.document for each in told))
        counter = tuple(self._counterclaims(at, places))
        first = self._first_seen(documents)
        return Account(
            id=self._ledger.ids[at],
            # The words that stood for it may be among those that people rejected.
            centre=places.index(claim.centre) if claim.centre in places else 0,
            variants=told,
            documents=documents,
            outlets=tuple(self._outlets(documents)),
            first_seen=first,
            behind=behind([*self._tellings(told)], self._sources),
            timeline=timeline(
                withdrawn(
                    [*self._stated(told), *self._contrary(counter, told, first)],
                    {each.informant.name for each in told if each.informant and not each.denies},
                ),
                self._trace.documents,
                documents,
            ),
            counterclaims=counter,
            kindred=tuple(self._kindred(at)),
            because=claim.because,
            verdicts=self._ledger.signed.verdicts_on(told),
            grades=self._ledger.signed.grades_on(told, self._trace.readings),
            rejected=self._rejected(at),
        )

    def _variant(self, place: int) -> Variant:
        return self._ledger.variants[place]

    def _members(self, at: int) -> tuple[int, ...]:
        """Return what a claim is made of, without what people rejected."""
        members = self._ledger.claims.claims[at].members
        if not self._ledger.rejected:
            return members
        return tuple(each for each in members if not self._is_rejected(each))

    def _rejected(self, at: int) -> tuple[Variant, ...]:
        """Return what a claim would be made of as well, if people did not reject it."""
        members = self._ledger.claims.claims[at].members if self._ledger.rejected else ()
        found = (self._variant(each) for each in members if self._is_rejected(each))
        return tuple(sorted(found, key=lambda each: (each.document, each.span)))

    def _is_rejected(self, place: int) -> bool:
        return self._variant(place).id in self._ledger.rejected

    def _outlets(self, documents: Sequence[int]) -> Iterator[str]:
        """Yield the names of outlets, each in the first spelling that is met."""
        seen = set[str]()
        for each in documents:
            outlet = self._trace.readings[each].document.outlet
            if outlet and (key := folded_name(outlet)) not in seen:
                seen.add(key)
                yield outlet

    def _first_seen(self, documents: Sequence[int]) -> str | None:
        """Return when the first was published; documents are in the order of their times."""
        for each in documents:
            published = self._trace.readings[each].document.published
            if published is not None and self._trace.documents[each].published is not None:
                return published.start
        return None

    def _tellings(self, told: Sequence[Variant]) -> Iterator[Telling]:
        of = defaultdict[int, list[Variant]](list)
        for each in told:
            of[each.document].append(each)
        for number, some in of.items():
            document = self._trace.readings[number].document
            yield Telling(
                number,
                tuple(each.span for each in some),
                tuple(dict.fromkeys(each.informant for each in some if each.informant)),
                self._ledger.publishers.of(document),
                informant(document.outlet, SourceKind.OUTLET) if document.outlet else None,
            )

    def _published(self, document: int) -> str | None:
        published = self._trace.readings[document].document.published
        return None if published is None else published.start

    def _stated(self, told: Sequence[Variant]) -> Iterator[StatusEvent]:
        """Yield what the claim's own assertions tell of its status."""
        for each in told:
            reading = self._trace.readings[each.document]
            outlet = reading.document.outlet
            if each.denies:
                by = each.informant.name if each.informant else outlet
                yield self._event(each, StatusValue.DENIED, StatusBasis.DENIED, by)
            if each.assertion is None:
                continue
            for status in reading.assertions[each.assertion].status:
                by = outlet if status.by is None else reading.sources[status.by].name
                event = self._event(each, status.value, StatusBasis.STATED, by)
                words = status.span.of(reading.document.text)
                yield replace(event, span=status.span, text=words, when=status.when)

    def _event(
        self, told: Variant, value: StatusValue, basis: StatusBasis, by: str | None
    ) -> StatusEvent:
        at = self._published(told.document)
        return StatusEvent(value, basis, told.document, told.span, told.text, by, at)

    def _contrary(
        self, counter: Sequence[Counterclaim], told: Sequence[Variant], first: str | None
    ) -> Iterator[StatusEvent]:
        """Yield the denials in other claims: those that came when the claim was there."""
        for each in counter:
            at = self._published(each.other.document)
            if (
                each.contradiction.kind is not ContradictionKind.POLARITY
                or told[each.own].denies
                or (at is not None and first is not None and at < first)
            ):
                continue
            document = self._trace.readings[each.other.document].document
            by = each.other.informant.name if each.other.informant else document.outlet
            yield self._event(each.other, StatusValue.DENIED, StatusBasis.CONTRARY, by)

    def _counterclaims(self, at: int, places: Sequence[int]) -> Iterator[Counterclaim]:
        """Yield what contradicts a claim: of each kind, the surest of each other claim."""
        best: dict[tuple[int, ContradictionKind], tuple[float, int, int, Contradiction]] = {}
        for own, other, conflict in self._conflicts[at]:
            if self._is_rejected(own) or self._is_rejected(other):
                continue
            if self._is_void(own, other, conflict.contradiction.kind):
                continue
            key = (self._claim_of[other], conflict.contradiction.kind)
            found = conflict.contradiction
            if conflict.pair[0] != own:
                found = _turned(found)
            if key not in best or best[key][0] < conflict.score:
                best[key] = (conflict.score, own, other, found)
        ranked = sorted(best.items(), key=lambda each: (-each[1][0], each[1][1:3]))
        for (claim, _), (score, own, other, found) in ranked:
            yield Counterclaim(
                places.index(own), self._ledger.ids[claim], self._variant(other), found, score
            )

    def _is_void(self, one: int, other: int, kind: ContradictionKind) -> bool:
        """Tell whether two are only read as opposed since both tell that somebody denied it."""
        read = {self.propositions[each].negative for each in (one, other)}
        told = {self._variant(each).denies for each in (one, other)}
        return kind is ContradictionKind.POLARITY and len(read) > len(told)

    def _kindred(self, at: int) -> Iterator[Kindred]:
        for other, score in self._proposed[at]:
            members, centred = self._members(other), self._ledger.claims.claims[other].centre
            if not members:
                continue
            centre = self._variant(centred if centred in members else members[0])
            number = self._ledger.ids[other]
            yield Kindred(number, centre.text, score, self.spread(other), centre.id)

    @cached_property
    def _claim_of(self) -> dict[int, int]:
        """For each proposition the claim that it belongs to."""
        claims = self._ledger.claims.claims
        return {place: at for at, each in enumerate(claims) for place in each.members}

    @cached_property
    def _conflicts(self) -> dict[int, list[tuple[int, int, Conflict]]]:
        """For each claim its own assertion, the other, and how they conflict."""
        found = defaultdict[int, list[tuple[int, int, Conflict]]](list)
        for each in self._ledger.claims.conflicts:
            one, other = each.pair
            found[self._claim_of[one]].append((one, other, each))
            if self._claim_of[other] != self._claim_of[one]:
                found[self._claim_of[other]].append((other, one, each))
        return found

    @cached_property
    def _proposed(self) -> dict[int, list[tuple[int, float]]]:
        """For each claim those that may be the same, likeliest first."""
        found = defaultdict[int, list[tuple[int, float]]](list)
        for each in self._ledger.claims.proposals:
            found[each.one].append((each.other, each.score))
            found[each.other].append((each.one, each.score))
        return found


def _turned(found: Contradiction) -> Contradiction:
    """Return a contradiction seen from its other side."""
    detail = " | ".join(reversed(found.detail.split(" | ")))
    return replace(found, one=found.other, other=found.one, detail=detail)
