"""What made corpora have too little of, put into them, so that trees meet it as well.

There a text is never made longer than its source, nearly all are dated, and who takes a text keeps
its headline or makes one of how it begins. Elsewhere a short first report is taken into a longer
one, headlines are new, and whole collections have days alone or no times at all.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from zlib import crc32

from evaluation.known import Truth
from furphy.tracing.corpus import in_order
from furphy.tracing.precedence import is_exact
from furphy.tracing.traced import Traced, Window

_DAY = 86_400.0


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


def loosened(documents: Sequence[Traced]) -> list[Traced]:
    """Return a corpus in which of each three documents one has no times, and one days alone.

    And one has no title, and one that of a text which has nothing to do with it.
    """
    others = [*documents[len(documents) // 2 :], *documents[: len(documents) // 2]]
    found = [
        replace(each, published=_published(each), title=_title(each, other))
        for each, other in zip(documents, others, strict=True)
    ]
    return [found[place] for place in in_order(found)]


def _published(document: Traced) -> Window | None:
    window, chance = document.published, _chance("time", document)
    if not chance or window is None:
        return None
    day = window.start - window.start % _DAY
    return Window(day, day + _DAY) if chance == 1 else window


def _title(document: Traced, other: Traced) -> str | None:
    return (None, other.title, document.title)[_chance("title", document)]


def _chance(of: str, document: Traced) -> int:
    """Return 0, 1 or 2, the same for a document each time."""
    return crc32(f"{of} {document.key}".encode()) % 3


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
    assert other is not None  # noqa: S101 (asked before)
    back = 2 * abs(one.start - other.start)
    return replace(excerpt, published=Window(one.start - back, one.end - back))


def _earliest(truth: Mapping[str, Truth], excerpt: str, original: str) -> str:
    return min(truth[excerpt].at, truth[original].at)
