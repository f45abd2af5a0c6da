"""What mentions of one name in a document, and names set side by side, say of each other."""

from collections import defaultdict
from collections.abc import Sequence

from furphy.model.place import PlaceName
from furphy.reading.places.names_company import Company
from furphy.reading.places.names_runs import Run
from furphy.reading.places.names_words import Words

_LIKELY = 0.75
_LEVELS = (("-likely", _LIKELY), ("-fair", 0.55), ("-perhaps", 0.25), ("-unlikely", 0.0))
"""How sure other mentions of a name are, and from which chance on."""
_EVEN = 0.5
_PERHAPS = 0.4


def together(
    found: Sequence[Run],
    chances: Sequence[float],
    words: Words,
    dated: Sequence[PlaceName] = (),
) -> list[list[str]]:
    """Return for each run the features that need the first judgement of all the others.

    ``dated`` are the names in datelines, which are places beyond doubt.
    """
    by_key: dict[str, list[int]] = defaultdict(list)
    keys = [words.key(run.first, run.last) for run in found]
    keys += [each.name.lower() for each in dated]
    chances = [*chances, *(each.evidence.score for each in dated)]
    for number, key in enumerate(keys):
        by_key[key].append(number)
    people = _people(words)
    likely = _covered(found, chances, _LIKELY)
    perhaps = _covered(found, chances, _PERHAPS)
    rivals = _Rivals(found, chances)
    company = Company(found, chances[: len(found)])
    return [
        [
            *_agreement(number, by_key[keys[number]], chances),
            *_listed(run, likely, perhaps, words),
            *people.get(keys[number], ()),
            rivals.feature(number),
            *company.features(run),
        ]
        for number, run in enumerate(found)
    ]


def _agreement(number: int, same: Sequence[int], chances: Sequence[float]) -> list[str]:
    others = [chances[each] for each in same if each != number]
    if not others:
        return ["elsewhere:nowhere"]
    best, mean = max(others), sum(others) / len(others)
    return [f"elsewhere:best{_level(best)}", f"elsewhere:mean{_level(mean)}"]


def _level(chance: float) -> str:
    return next(name for name, least in _LEVELS if chance >= least)


def _people(words: Words) -> dict[str, list[str]]:
    """Return which words end, and which begin, a longer name of a person."""
    found: dict[str, list[str]] = {}
    for name in words.tree.names:
        inside = words.tree.within(name.span)
        if name.kind == "person" and len(inside) > 1:
            ends = [each for each in inside if words.capital[each.index]]
            if len(ends) > 1:
                found.setdefault(words.low[ends[-1].index], ["person:last-name"])
                found.setdefault(words.low[ends[0].index], ["person:first-name"])
    return found


def _covered(found: Sequence[Run], chances: Sequence[float], least: float) -> set[int]:
    """Return the words of all runs of at least that chance."""
    return {
        index
        for run, chance in zip(found, chances, strict=False)
        if chance >= least
        for index in range(run.first, run.last)
    }


def _listed(run: Run, likely: set[int], perhaps: set[int], words: Words) -> list[str]:
    """Return whether the run is one of several, others of which are likely places."""
    tree = words.tree
    last = words.tokens[run.last - 1]
    head = tree.head(last)
    beside = [head.index] if last.relation in ("conj", "appos") else []
    beside += [each.index for each in tree.children(last, ("conj", "appos"))]
    beside = [index for index in beside if not run.first <= index < run.last]
    if not beside:
        return []
    if not likely.isdisjoint(beside):
        return ["list:place"]
    return ["list:perhaps" if not perhaps.isdisjoint(beside) else "list:other"]


class _Rivals:
    """The chances of the runs that share words with one."""

    def __init__(self, found: Sequence[Run], chances: Sequence[float]) -> None:
        self._found = found
        self._chances = chances
        self._at: dict[int, list[int]] = defaultdict(list)
        for number, run in enumerate(found):
            for index in range(run.first, run.last):
                self._at[index].append(number)

    def feature(self, number: int) -> str:
        """Return how the best of them, longer or shorter, compares."""
        run = self._found[number]
        rivals = {each for index in range(run.first, run.last) for each in self._at[index]} - {
            number
        }
        if not rivals:
            return "rival:none"
        best = max(rivals, key=lambda each: self._chances[each])
        other = self._found[best]
        longer = other.last - other.first > run.last - run.first
        higher = self._chances[best] > self._chances[number]
        return (
            ("rival:longer" if longer else "rival:shorter")
            + ("-higher" if higher else "-lower")
            + ("-likely" if self._chances[best] >= _EVEN else "-unlikely")
        )
