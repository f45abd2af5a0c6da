"""Reports that grow: what made corpora lack, put into them.

There a text is never made longer than its source. Elsewhere a short first report is taken into a
longer one; trees that never met that would say that it does not happen.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from evaluation.known import Truth
from furphy.tracing.candidates import in_order
from furphy.tracing.precedence import is_exact
from furphy.tracing.traced import Traced, Window


def expanded(
    documents: Sequence[Traced], truth: Mapping[str, Truth]
) -> tuple[list[Traced], dict[str, Truth]]:
    """Return a corpus in which one excerpt of each original was there first, in order of times.

    It goes as long before the original as it came after it, and the original was made from it. Only
    excerpts of which nothing else was made are taken, and clocks that tell the minute.
    """
    by_key = {each.key: each for each in documents}
    grown = dict(_grown(by_key, truth))
    told = dict(truth)
    for excerpt, original in grown.items():
        before = _before(by_key[excerpt], by_key[original])
        by_key[excerpt] = before
        told[excerpt] = replace(truth[excerpt], parents=(), at=_earliest(truth, excerpt, original))
        told[original] = replace(truth[original], parents=((excerpt, "revision"),))
    found = [*by_key.values()]
    return [found[place] for place in in_order(found)], told


def _grown(
    documents: Mapping[str, Traced], truth: Mapping[str, Truth]
) -> Iterator[tuple[str, str]]:
    """Yield an excerpt of each original that has one, and the original."""
    sources = Counter(key for each in truth.values() for key, _ in each.parents)
    taken = set[str]()
    for key, each in sorted(truth.items()):
        for original, kind in each.parents:
            if (
                kind == "excerpt"
                and len(each.parents) == 1
                and not truth[original].parents
                and original not in taken
                and not sources[key]
                and is_exact(documents[key].published)
                and is_exact(documents[original].published)
            ):
                taken.add(original)
                yield key, original


def _before(excerpt: Traced, original: Traced) -> Traced:
    one, other = excerpt.published, original.published
    assert one is not None  # noqa: S101 (asked before)
    assert other is not None  # noqa: S101
    back = 2 * abs(one.start - other.start)
    return replace(excerpt, published=Window(one.start - back, one.end - back))


def _earliest(truth: Mapping[str, Truth], excerpt: str, original: str) -> str:
    return min(truth[excerpt].at, truth[original].at)
