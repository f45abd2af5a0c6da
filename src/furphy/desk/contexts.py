"""Claims parted by what their documents are about.

"The road there is closed" means another road in every report. Words that name nobody and no place
say the same in two documents only if these are about the same thing: one was made from the other,
they name somebody or a place in common in what they say here, or they have another claim in common
in which they do.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from furphy.casebook.relation import folded_name
from furphy.matching.proposition import Proposition
from furphy.model.claim import Claim, Claims, Conflict, ContradictionKind, Proposal
from furphy.model.derivation import Derivation
from furphy.tracing.disjoint import Sets

SURELY_ABOUT = 0.5
"""How surely two assertions have to be about one thing to contradict each other, 0 to 1."""

_NEAR = 200
"""So many claims that follow each other in a document are told together."""

_ENOUGH = 4
"""Telling words of an assertion that is enough for two documents to be about the same thing."""


class Contexts:
    """What documents are about, as far as that makes two assertions comparable."""

    def __init__(
        self,
        claims: Claims,
        found: Sequence[Proposition],
        links: Iterable[Derivation],
        outlets: Iterable[str] = (),
    ) -> None:
        """Take claims as they were joined, and the names of all outlets of the casebook.

        "© Daily Lantern" and "Read more in the Daily Lantern" are about nothing.
        """
        self._found = found
        self._outlets = {phrase for each in set(outlets) for phrase in _phrases(each)}
        self._families = _families(links)
        self._told = defaultdict[int, set[Hashable]](set)
        for at, claim in enumerate(claims.claims):
            if len(claim.members) == 1:
                continue
            for place in claim.members:
                each = found[place]
                if len(each.terms) >= _ENOUGH:
                    self._told[each.document] |= {(at, anchor) for anchor in self._anchors(each)}

    def of(self, place: int) -> set[Hashable]:
        """Return what an assertion and its document are about, as keys."""
        each = self._found[place]
        keys: set[Hashable] = {each.document, *self._anchors(each), *self._told[each.document]}
        if each.document in self._families:
            keys.add(("family", self._families[each.document]))
        return keys

    def _anchors(self, each: Proposition) -> Iterator[Hashable]:
        """Yield whom and what places an assertion names."""
        for name in each.names:
            if name.sure and folded_name(name.text) not in self._outlets:
                yield name.sounds
        for spot in each.spots:
            yield spot.gazetteer, spot.id

    def are_akin(self, one: int, other: int) -> bool:
        """Tell whether two assertions are about the same thing, or may be."""
        return not self.of(one).isdisjoint(self.of(other))


def parted(
    claims: Claims, found: Sequence[Proposition], contexts: Contexts, judged: set[int]
) -> Claims:
    """Return claims so parted; those with an assertion that people judged stay as they are.

    ``judged`` holds places of propositions. Likenesses and conflicts between what is about
    different things are left out.
    """
    made: list[Claim] = []
    for claim in claims.claims:
        if len(claim.members) == 1 or judged.intersection(claim.members):
            made.append(claim)
        else:
            made += _parts(claim, _grouped(claim, contexts))
    made.sort(key=lambda each: each.members)
    at = {place: number for number, claim in enumerate(made) for place in claim.members}
    proposals = tuple(_proposals(claims.proposals, contexts, at))
    proposed = {(each.one, each.other) for each in proposals}
    together = _together(found, at)
    conflicts: list[Conflict] = []
    for each in claims.conflicts:
        ends = _ends(at, each.pair)
        # What may be the same thing called otherwise is for a person to judge; within one claim it
        # was said to be the same.
        is_name = each.contradiction.kind is ContradictionKind.IDENTITY and (
            ends in proposed or ends[0] == ends[1]
        )
        if ends not in together and not is_name and _holds(each, found, contexts):
            conflicts.append(each)
    return Claims(tuple(made), proposals, tuple(conflicts))


def _holds(conflict: Conflict, found: Sequence[Proposition], contexts: Contexts) -> bool:
    """Tell whether two assertions contradict each other, what their documents are about known."""
    if conflict.score < SURELY_ABOUT or not contexts.are_akin(*conflict.pair):
        return False
    one, other = (found[each] for each in conflict.pair)
    # The same words do not contradict themselves: "on Monday" in a copy of the next week was read
    # as another day. Who denies what another puts forward may do so in the other's words.
    return _bare(one.text) != _bare(other.text) or (
        conflict.contradiction.kind is ContradictionKind.POLARITY and one.holder != other.holder
    )


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _ends(at: dict[int, int], pair: tuple[int, int]) -> tuple[int, int]:
    one, other = sorted(at[place] for place in pair)
    return one, other


def _proposals(
    given: Iterable[Proposal], contexts: Contexts, at: dict[int, int]
) -> Iterator[Proposal]:
    """Yield proposals by the places of the claims as they are now."""
    for each in given:
        one, other = _ends(at, each.pair)
        if one != other and contexts.are_akin(*each.pair):
            yield replace(each, one=one, other=other)


def _together(found: Sequence[Proposition], at: dict[int, int]) -> set[tuple[int, int]]:
    """Return the pairs of claims that one voice puts forward in one document: it sees no conflict.

    Only the nearest of a document's claims are paired, so that a long one costs no more.
    """
    voices = defaultdict[tuple[int, str | None], list[int]](list)
    for place, each in enumerate(found):
        voices[each.document, each.holder].append(at[place])
    return {
        (min(one, other), max(one, other))
        for claims in voices.values()
        for number, one in enumerate(claims)
        for other in claims[number + 1 : number + _NEAR]
        if one != other
    }


def _phrases(name: str) -> Iterator[str]:
    """Yield an outlet's name and those of its parts that are no single words."""
    words = folded_name(name).split()
    yield " ".join(words)
    for start in range(len(words)):
        for end in range(start + 2, len(words) + 1):
            yield " ".join(words[start:end])


def _families(links: Iterable[Derivation]) -> dict[int, int]:
    """Return for documents that were made from others or into others the first of their kind."""
    families, members = Sets(), set[int]()
    for each in links:
        families.join(each.source, each.target)
        members |= {each.source, each.target}
    return {each: families.first(each) for each in members}


def _grouped(claim: Claim, contexts: Contexts) -> dict[int, list[int]]:
    """Return the members of a claim by the parts that it falls into, in their order."""
    together = Sets()
    first: dict[Hashable, int] = {}
    for place in claim.members:
        for key in contexts.of(place):
            together.join(first.setdefault(key, place), place)
    parts = defaultdict[int, list[int]](list)
    for place in claim.members:
        parts[together.first(place)].append(place)
    return parts


def _parts(claim: Claim, parts: dict[int, list[int]]) -> Iterator[Claim]:
    if len(parts) == 1:
        yield claim
        return
    for members in parts.values():
        centre = claim.centre if claim.centre in members else members[0]
        yield Claim(tuple(members), centre, claim.because if len(members) > 1 else ())
