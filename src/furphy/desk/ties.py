"""What ties assertions to one claim beyond their words: what people judged, and what was copied."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from furphy.desk.put_forward import ids_of, stand_in_id
from furphy.matching.comparison import compare
from furphy.matching.grouping import Judged
from furphy.matching.proposition import Proposition
from furphy.model.claim import ContradictionKind
from furphy.model.derivation import Derivation, Passage, Relation
from furphy.model.reading import Reading
from furphy.model.text import Span, hull
from furphy.tracing.disjoint import Sets

Pair = tuple[int, int]

_ALIGNED = 0.8
"""Share of each of two assertions that has to stand at the same place of one passage."""
_LONGEST = 400
"""Characters of an assertion looked for at the head of a passage; longer ones start before."""


def tied(
    found: Sequence[Proposition],
    ruled: dict[frozenset[str], bool],
    readings: Sequence[Reading],
    links: Iterable[Derivation],
) -> Judged:
    """Return what is the same and what is not, by places among the propositions.

    Passages that were taken over word for word tie what stands in them, unless that would bring
    together what people keep apart. ``ruled`` holds pairs of ids of assertions, and whether people
    say that they are the same.
    """
    same, different = _judged(found, ruled, readings)
    joint = _Joint(different)
    for pair in sorted(same):
        joint.join(*pair, always=True)
    aligned = {
        pair
        for pair in _aligned(found, links)
        if not _opposed(found[pair[0]], found[pair[1]]) and joint.join(*pair)
    }
    return Judged(frozenset(same | aligned), frozenset(different))


def _opposed(one: Proposition, other: Proposition) -> bool:
    """Tell whether what was taken over was denied, or given another number, place or day."""
    if one.negative != other.negative:
        return True
    if one.text == other.text:
        return False
    against = compare(one, other).contradiction
    # A word in another's stead is how one rewords.
    return against is not None and against.kind is not ContradictionKind.IDENTITY


def _judged(
    found: Sequence[Proposition], ruled: dict[frozenset[str], bool], readings: Sequence[Reading]
) -> tuple[set[Pair], set[Pair]]:
    wanted = {each for pair in ruled for each in pair}
    if not wanted:
        return set(), set()
    places = {known: place for known, place in _places(found, readings) if known in wanted}
    same, different = set[Pair](), set[Pair]()
    for pair, is_same in ruled.items():
        known = sorted({places[each] for each in pair if each in places})
        if len(known) == len(pair):
            (same if is_same else different).add((known[0], known[-1]))
    return same, different


def _places(found: Sequence[Proposition], readings: Sequence[Reading]) -> Iterator[tuple[str, int]]:
    """Yield the ids of assertions and of what stands in, and what speaks for each."""
    of = defaultdict[int, list[int]](list)
    for place, each in enumerate(found):
        if each.assertion is not None:
            of[each.document].append(place)
        else:
            yield stand_in_id(readings[each.document].document, each.span), place
    for document, places in of.items():
        reading = readings[document]
        for known, assertion in zip(ids_of(reading), reading.assertions, strict=True):
            span = hull(assertion.spans)
            overlap = {place: _shared(found[place].span, span) for place in places}
            nearest = max(places, key=lambda place: overlap[place])
            if overlap[nearest]:
                yield known, nearest


def _aligned(found: Sequence[Proposition], links: Iterable[Derivation]) -> Iterator[Pair]:
    """Yield the pairs that stand at the same place of a passage that two documents share."""
    rows = defaultdict[int, list[tuple[int, int]]](list)
    for place, each in enumerate(found):
        rows[each.document].append((each.span.start, place))
    for row in rows.values():
        row.sort()
    for link in links:
        # In another language what stands at the same place need not be the same.
        for passage in link.passages if link.relation is not Relation.TRANSLATION else ():
            for there in _within(found, rows[link.target], passage.target):
                mapped = _mapped(found[there].span, passage)
                for here in _within(found, rows[link.source], mapped):
                    if _shared(found[here].span, mapped) >= _ALIGNED * len(mapped):
                        yield min(here, there), max(here, there)


def _within(
    found: Sequence[Proposition], row: Sequence[tuple[int, int]], span: Span
) -> Iterator[int]:
    """Yield the propositions of a document that stand mostly in a span."""
    for start, place in row[bisect_left(row, (span.start - _LONGEST, 0)) :]:
        if start >= span.end:
            break
        if _shared(found[place].span, span) >= _ALIGNED * max(len(found[place].span), 1):
            yield place


def _mapped(span: Span, passage: Passage) -> Span:
    """Return where a part of a passage stands in the earlier text."""
    scale = len(passage.source) / max(len(passage.target), 1)
    start = passage.source.start + (span.start - passage.target.start) * scale
    return Span(max(0, round(start)), max(0, round(start + len(span) * scale)))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


class _Joint:
    """Which propositions are together by now, and which must not come together."""

    def __init__(self, different: Iterable[Pair]) -> None:
        self._sets = Sets()
        self._apart = [*different]

    def join(self, one: int, other: int, *, always: bool = False) -> bool:
        """Join two, unless that brings together what must not; tell whether they are joined."""
        ends = {self._sets.first(one), self._sets.first(other)}
        if not always and len(ends) > 1:
            for left, right in self._apart:
                if {self._sets.first(left), self._sets.first(right)} == ends:
                    return False
        self._sets.join(one, other)
        return True
