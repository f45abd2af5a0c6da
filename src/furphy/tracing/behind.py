"""The origins of one claim: the roots of what tells it, what is one at bottom merged.

What counts as one is a telling: a document and, where it lets several informants say the same, each
of these by itself. A telling made from another goes back to the roots of that one. Roots with one
informant, one outlet or one owner are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from furphy.model.account import Behind, Informant, Merge, OriginGround, Root
from furphy.model.derivation import Bond, Derivation, Kinship
from furphy.model.origin import Count
from furphy.model.text import Span, Spans
from furphy.tracing.informants import best, is_named, likeness
from furphy.tracing.origins import LIKELY, POSSIBLE, SURE, Link, Stemma, origins, stemma

_ONE_OUTLET = 0.95
"""How likely two texts of one outlet, or of one owner's, are no two origins."""
_OTHER_INFORMANT = 0.2
"""The same where each names an informant of its own."""
_MOST_TRIED = 40
"""Links of which it is tried what the number would be without them, or with them."""
_COVERED = 0.5
"""Share of an assertion that has to stand in a passage to have come with it."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who is responsible for a document."""

    key: str
    """The name in one spelling."""
    name: str
    weight: float = 1.0
    """How sure it is, 0 to 1: as people say who owns whom."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A document that tells a claim."""

    document: int
    spans: Spans
    """Of its assertions."""
    informants: tuple[Informant, ...] = ()
    """Who says so, each once; those too that have no name of their own."""
    publishers: tuple[Publisher, ...] = ()
    """Its outlet, or else its author, and who people say are the same or own it."""
    outlet: Informant | None = None
    """Its outlet as others may name it."""


@dataclass(slots=True)
class _Unit:
    """What is counted: a document with one informant, or with what it has."""

    document: int
    telling: Telling | None
    informant: Informant | None = None
    added: bool = False
    """Whether it adds its informant to what its document was made from."""


def behind(
    tellings: Sequence[Telling],
    sources: Mapping[int, Sequence[Derivation]],
) -> Behind:
    """Return the origins behind a claim that some documents tell.

    ``sources`` holds for each document the derivations that it is the target of.
    """
    return _Behind(tellings, sources).found()


class _Behind:
    """One claim."""

    def __init__(
        self, tellings: Sequence[Telling], sources: Mapping[int, Sequence[Derivation]]
    ) -> None:
        self._told = {each.document: each for each in tellings}
        self._sources = sources
        self._links = self._reached()
        self._units = [*self._made()]
        self._of = defaultdict[int, list[int]](list)
        for place, each in enumerate(self._units):
            self._of[each.document].append(place)

    def _reached(self) -> list[Derivation]:
        """Return the derivations by which the claim may have come to its documents."""
        found: list[Derivation] = []
        ahead = sorted(self._told)
        seen = set(ahead)
        while ahead:
            here = ahead.pop()
            for each in self._relevant(here):
                found.append(each)
                if each.source not in seen:
                    seen.add(each.source)
                    ahead.append(each.source)
        return sorted(found, key=lambda each: (each.target, -each.score, each.source))

    def _relevant(self, document: int) -> list[Derivation]:
        """Return what the claim in a document may have been made from.

        Of a text made from several, those that have the claim, or hand on its very words.
        """
        all_of_them = [each for each in self._sources.get(document, ()) if each.score >= POSSIBLE]
        telling = self._told.get(document)
        close = [
            each
            for each in all_of_them
            if each.source in self._told or (telling and _hands_on(each, telling.spans))
        ]
        return close or all_of_them

    def _made(self) -> Iterator[_Unit]:
        documents = {*self._told}
        for each in self._links:
            documents |= {each.source, each.target}
        for document in sorted(documents):
            telling = self._told.get(document)
            named = _distinct(telling.informants) if telling else []
            if len(named) < 2:  # noqa: PLR2004 - one text with two informants is two
                yield _Unit(document, telling, named[0] if named else None)
            else:
                for informant in named:
                    yield _Unit(document, telling, informant)

    def found(self) -> Behind:
        """Return what is behind the claim."""
        self._note_additions()
        kinships = [*self._kinships()]
        links: list[Link] = [*self._derivations(), *(kinship for kinship, _ in kinships)]
        whole = stemma(len(self._units), links)
        told = [place for place, each in enumerate(self._units) if each.telling]
        count = self._counted(whole, told)
        merges = [
            Merge(
                self._units[kinship.one].document,
                self._units[kinship.other].document,
                kinship.bond,
                kinship.score,
                detail,
            )
            for kinship, detail in kinships
        ]
        return Behind(
            count,
            tuple(self._roots(whole, told)),
            tuple(merges),
            tuple(self._links),
            tuple(sorted({each.document for each in self._units} - {*self._told})),
            tuple(self._changing(whole, told, merges, kinships)),
        )

    def _note_additions(self) -> None:
        """Note which units add an informant of their own to what their document was made from."""
        for each in self._links:
            if each.score < LIKELY:
                continue
            theirs = [self._units[place].informant for place in self._of[each.source]]
            if not any(map(is_named, theirs)):
                continue
            for place in self._of[each.target]:
                unit = self._units[place]
                mine = unit.informant
                unit.added = (
                    mine is not None
                    and is_named(mine)
                    and unit.telling is not None
                    and not _hands_on(each, unit.telling.spans)
                    and all(other is None or not likeness(mine, other) for other in theirs)
                )

    def _derivations(self) -> Iterator[Derivation]:
        """Yield the derivations between units: to the one with the same informant, else to all."""
        for each in self._links:
            for target in self._of[each.target]:
                unit = self._units[target]
                if unit.added:
                    continue
                alike = [
                    place
                    for place in self._of[each.source]
                    if unit.informant
                    and (theirs := self._units[place].informant)
                    and likeness(unit.informant, theirs)
                ]
                for source in alike or self._of[each.source]:
                    yield replace(each, source=source, target=target)

    def _kinships(self) -> Iterator[tuple[Kinship, str]]:
        """Yield which units have one informant, or one publisher, each with the nearest before."""
        surely_made = {each.target for each in self._links if each.score >= SURE}
        before: list[int] = []
        known = set[tuple[object, ...]]()
        for place, unit in enumerate(self._units):
            if unit.telling is None or (unit.document in surely_made and not unit.added):
                continue
            found = [(*self._kin(each, place), each) for each in before]
            ranked = sorted(found, key=lambda each: (-each[0], each[3]))
            taken = set[Bond]()
            for score, bond, detail, one in ranked:
                if score >= POSSIBLE and bond not in taken:
                    taken.add(bond)
                    yield Kinship(one, place, bond, round(score, 4)), detail
            # Whoever is kin to another is kin to the first that is like it.
            like = (tuple(_informants(unit)), unit.telling.publishers)
            if like not in known:
                known.add(like)
                before.append(place)

    def _kin(self, one: int, other: int) -> tuple[float, Bond, str]:
        left, right = self._units[one], self._units[other]
        ours, theirs = left.telling, right.telling
        if left.document == right.document or ours is None or theirs is None:
            return 0.0, Bond.INFORMANT, ""
        mine, yours = _informants(left), _informants(right)
        score, name = max(
            best(mine, yours),
            _named_by(theirs.outlet, mine),
            _named_by(ours.outlet, yours),
            key=lambda each: each[0],
        )
        owned, owner = _owned(ours, theirs)
        if any(map(is_named, mine)) and any(map(is_named, yours)) and score < LIKELY:
            owned = min(owned, _OTHER_INFORMANT)
        return (owned, Bond.OWNER, owner) if owned > score else (score, Bond.INFORMANT, name)

    def _counted(self, whole: Stemma, told: Sequence[int]) -> Count:
        count = whole.count(told)
        roots = whole.possible.behind(told)
        named = [each for each in roots if self._names_somebody(each)]
        return Count(max(1, min(count.low, len(named))), count.best, count.high)

    def _names_somebody(self, place: int) -> bool:
        telling = self._units[place].telling
        return telling is None or bool(telling.publishers) or is_named(self._units[place].informant)

    def _roots(self, whole: Stemma, told: Sequence[int]) -> Iterator[Root]:
        found = sorted(whole.likely.behind(told))
        for root in found:
            members = [place for place in told if root in whole.likely.roots[place]]
            merged = [
                place
                for place in (root, *members)
                if whole.likely.roots[place] == frozenset({root}) and self._is_root(place)
            ]
            names = [each.name for place in merged for each in _informants(self._units[place])]
            yield Root(
                self._units[root].document,
                tuple(dict.fromkeys(names)),
                tuple(sorted({self._units[place].document for place in members})),
                tuple(self._grounds(root, single=len(found) == 1)),
            )

    def _is_root(self, place: int) -> bool:
        unit = self._units[place]
        return unit.added or not any(
            each.target == unit.document and each.score >= LIKELY for each in self._links
        )

    def _grounds(self, root: int, *, single: bool) -> Iterator[OriginGround]:
        unit = self._units[root]
        if single:
            yield OriginGround.ONLY
        yield OriginGround.ADDED if unit.added else OriginGround.MADE_FROM_NONE
        if is_named(unit.informant) and not unit.added and not single:
            yield OriginGround.OWN_INFORMANT
        if not self._names_somebody(root):
            yield OriginGround.NAMES_NOBODY

    def _changing(
        self,
        whole: Stemma,
        told: Sequence[int],
        merges: Sequence[Merge],
        kinships: Sequence[tuple[Kinship, str]],
    ) -> Iterator[Derivation | Merge]:
        """Yield the links that would change the number if they held, or if they did not."""
        stated = {id(kinship): merge for (kinship, _), merge in zip(kinships, merges, strict=True)}
        best = len(whole.likely.behind(told))
        seen = set[tuple[int, int]]()
        for each in islice(whole.changing(range(len(self._units))), _MOST_TRIED):
            if self._number(whole, each, told) == best:
                continue
            if isinstance(each, Kinship):
                yield stated[id(each)]
                continue
            source, target = (self._units[end].document for end in (each.source, each.target))
            if (source, target) not in seen:
                seen.add((source, target))
                yield replace(each, source=source, target=target)

    def _number(self, whole: Stemma, turned: Link, told: Sequence[int]) -> int:
        """Return how many origins there are if a link holds that does not, or the other way."""
        links = [each for each in whole.links if (each.score >= LIKELY) != (each is turned)]
        return len(origins(len(self._units), links).behind(told))


def _hands_on(derivation: Derivation, spans: Iterable[Span]) -> bool:
    """Tell whether an assertion at one of these spans came with a passage of the earlier text."""
    for span in spans:
        held = sum(
            max(0, min(each.target.end, span.end) - max(each.target.start, span.start))
            for each in derivation.passages
        )
        if held >= _COVERED * max(len(span), 1):
            return True
    return False


def _owned(one: Telling, other: Telling) -> tuple[float, str]:
    """Return how likely two tellings come from outlets of one owner, and whose."""
    theirs = {each.key: each for each in other.publishers}
    found = [
        (_ONE_OUTLET * each.weight * theirs[each.key].weight, each.name)
        for each in one.publishers
        if each.key in theirs
    ]
    return max(found, default=(0.0, ""), key=lambda each: each[0])


def _distinct(informants: Iterable[Informant]) -> list[Informant]:
    """Return informants by name, each once; where none is named, the first that there is."""
    found: list[Informant] = []
    for each in informants:
        if is_named(each) and not any(likeness(each, other) for other in found):
            found.append(each)
    return found


def _informants(unit: _Unit) -> Sequence[Informant]:
    """Return who says so in a unit; all of them where nobody is named."""
    if unit.informant is not None:
        return (unit.informant,)
    return unit.telling.informants if unit.telling else ()


def _named_by(publisher: Informant | None, informants: Sequence[Informant]) -> tuple[float, str]:
    return best((publisher,), informants) if publisher else (0.0, "")
