"""Which saying stands inside which, and which of the inner ones are links of a chain."""

from collections.abc import Sequence

from furphy.reading.sayings.saying import Saying
from furphy.textkit.overlaps import Overlaps

# Frames whose content says something that can be so or not. "He said she wants peace" passes on
# what she wants, not what she said: nothing that a further link could be checked for.
_CLAUSAL = frozenset(
    {
        *("that", "around", "as", "phrase", "label", "quote", "noun-that", "o~as"),
        *("passive-that", "passive-to"),
    }
)
_SPEECH = frozenset({"neutral", "doubt", "fact", "deny", "ask"})


def nest(sayings: Sequence[Saying], quoted: Overlaps) -> list[tuple[Saying, int | None]]:
    """Return the sayings that count, outer before inner, each with the place of its parent."""
    ordered = sorted(sayings, key=_size, reverse=True)
    ordered.sort(key=lambda each: each.anchor.start)
    parents = _parents(ordered)
    kept: list[tuple[Saying, int | None]] = []
    place: dict[int, int] = {}
    for index in _outer_first(parents):
        saying, parent = ordered[index], parents[index]
        while parent is not None and parent not in place:
            parent = parents[parent]
        inside = parent is not None or bool(quoted.holding(saying.anchor))
        if inside and not _is_link(saying):
            continue
        place[index] = len(kept)
        kept.append((saying, None if parent is None else place[parent]))
    return kept


def _size(saying: Saying) -> int:
    return sum(len(each) for each in saying.content)


def _parents(sayings: Sequence[Saying]) -> list[int | None]:
    """Return for each saying the one with the smallest content that holds its cue.

    One sweep over the text: contents open and close in the order of their places.
    """
    opens = sorted(
        (part.start, part.end, index)
        for index, saying in enumerate(sayings)
        for part in saying.content
    )
    parents: list[int | None] = [None] * len(sayings)
    active: list[tuple[int, int]] = []
    at = 0
    for index in sorted(range(len(sayings)), key=lambda i: sayings[i].anchor.start):
        anchor = sayings[index].anchor
        while at < len(opens) and opens[at][0] <= anchor.start:
            active.append((opens[at][1], opens[at][2]))
            at += 1
        active = [each for each in active if each[0] >= anchor.end or each[0] > anchor.start]
        holders = [other for end, other in active if end >= anchor.end and other != index]
        sizes = {other: _size(sayings[other]) for other in holders}
        own = _size(sayings[index]) if not sayings[index].cue else None
        fit = [each for each in holders if own is None or sizes[each] > own]
        parents[index] = min(fit, key=lambda each: sizes[each], default=None)
    return _without_rings(parents)


def _without_rings(parents: list[int | None]) -> list[int | None]:
    """Cut a ring of sayings that hold each other's cues at its first member."""
    for index in range(len(parents)):
        seen = {index}
        above = parents[index]
        while above is not None:
            if above in seen:
                parents[index] = None
                break
            seen.add(above)
            above = parents[above]
    return parents


def _outer_first(parents: list[int | None]) -> list[int]:
    depth: dict[int, int] = {}

    def measure(index: int) -> int:
        chain = [index]
        while (above := parents[chain[-1]]) is not None and above not in depth:
            chain.append(above)
        base = depth[above] + 1 if above is not None else 0
        for each in reversed(chain):
            depth[each] = base
            base += 1
        return depth[index]

    return sorted(range(len(parents)), key=lambda index: (measure(index), index))


def _is_link(saying: Saying) -> bool:
    frame = saying.rule.partition(":")[0]
    if frame not in _CLAUSAL or saying.stance not in _SPEECH:
        return False
    return bool(saying.source) or frame.startswith(("phrase", "passive"))
