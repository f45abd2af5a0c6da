"""Claims parted by what their documents are about.

"The road there is closed" means another road in every report. Words that name nobody and no place
say the same in two documents only if these are about the same thing: one was made from the other,
they name somebody or a place in common in what they say here, or they have another claim in common
in which they do.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from furphy.matching.proposition import Proposition
from furphy.model.claim import Claim, Claims, Proposal
from furphy.model.derivation import Derivation

_ENOUGH = 4
"""Telling words of an assertion that is enough for two documents to be about the same thing."""


def parted(
    claims: Claims, found: Sequence[Proposition], links: Iterable[Derivation], judged: set[int]
) -> Claims:
    """Return claims so parted; those with an assertion that people judged stay as they are.

    ``judged`` holds places of propositions.
    """
    families = _families(links)
    contexts = defaultdict[int, set[Hashable]](set)
    for at, claim in enumerate(claims.claims):
        for place in claim.members:
            each = found[place]
            if len(each.terms) >= _ENOUGH:
                contexts[each.document] |= {(at, anchor) for anchor in _anchors(each)}
    made: list[Claim] = []
    for claim in claims.claims:
        if len(claim.members) == 1 or judged.intersection(claim.members):
            made.append(claim)
            continue
        made += _parts(claim, _grouped(claim, found, families, contexts))
    made.sort(key=lambda each: each.members)
    return replace(
        claims, claims=tuple(made), proposals=tuple(_proposals(claims.proposals, made))
    )


def _anchors(each: Proposition) -> Iterator[Hashable]:
    """Yield whom and what places an assertion names."""
    for name in each.names:
        if name.sure:
            yield name.sounds
    for spot in each.spots:
        yield spot.gazetteer, spot.id


def _families(links: Iterable[Derivation]) -> dict[int, int]:
    """Return for documents that were made from others or into others the first of their kind."""
    roots: dict[int, int] = {}
    for each in links:
        one, other = _root(roots, each.source), _root(roots, each.target)
        roots[max(one, other)] = min(one, other)
    return {each: _root(roots, each) for each in [*roots]}


def _grouped(
    claim: Claim,
    found: Sequence[Proposition],
    families: dict[int, int],
    contexts: dict[int, set[Hashable]],
) -> dict[int, list[int]]:
    """Return the members of a claim by the parts that it falls into, in their order."""
    roots: dict[int, int] = {}
    first: dict[Hashable, int] = {}
    for place in claim.members:
        each = found[place]
        keys: set[Hashable] = {each.document, *_anchors(each), *contexts[each.document]}
        if each.document in families:
            keys.add(("family", families[each.document]))
        for key in keys:
            known = first.setdefault(key, place)
            one, other = _root(roots, known), _root(roots, place)
            roots[max(one, other)] = min(one, other)
    parts = defaultdict[int, list[int]](list)
    for place in claim.members:
        parts[_root(roots, place)].append(place)
    return parts


def _parts(claim: Claim, parts: dict[int, list[int]]) -> Iterator[Claim]:
    if len(parts) == 1:
        yield claim
        return
    for members in parts.values():
        centre = claim.centre if claim.centre in members else members[0]
        yield Claim(tuple(members), centre, claim.because if len(members) > 1 else ())


def _proposals(given: Iterable[Proposal], made: Sequence[Claim]) -> Iterator[Proposal]:
    """Yield proposals by the places of the claims as they are now."""
    at = {place: number for number, claim in enumerate(made) for place in claim.members}
    for each in given:
        one, other = sorted(at[place] for place in each.pair)
        if one != other:
            yield replace(each, one=one, other=other)


def _root(roots: dict[int, int], each: int) -> int:
    roots.setdefault(each, each)
    while roots[each] != each:
        roots[each] = roots[roots[each]]
        each = roots[each]
    return each
