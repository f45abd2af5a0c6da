"""Which regions a document is about, as far as its likely places tell."""

from collections import defaultdict
from collections.abc import Sequence

from furphy.reading.places.names_renown import Lookup
from furphy.reading.places.names_runs import Run

_LIKELY = 0.75
_VAGUE = 12
"""A name that more places bear tells nothing of where a document is about."""
_RARE = 3
_MANY = 4
_RECURS = 2
"""So many names of likely places make a region one that the document is about."""
_ALIKE = 0.78
"""A spelling this like a known one, by ``Gazetteer.spelled``, may be meant for it."""


class Company:
    """The regions that the likely places of a document lie in, whichever of their name they are."""

    def __init__(self, found: Sequence[Run], chances: Sequence[float]) -> None:
        self._names: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for run, chance in zip(found, chances, strict=True):
            if chance >= _LIKELY and run.renown.namesakes <= _VAGUE:
                for region in run.renown.regions:
                    self._names[region].add(run.name.lower())

    def features(self, run: Run) -> list[str]:
        """Return with how many other names of the document a run may share a region."""
        if not run.renown.known:
            return []
        own = {run.name.lower()}
        shared = (self._names[each] for each in run.renown.regions if each in self._names)
        most = min(max((len(names - own) for names in shared), default=0), _MANY)
        few = run.renown.namesakes <= _RARE
        return [f"company:{most}", f"company:{most}-of-few" if few else f"company:{most}-of-more"]

    def knows_like(self, name: str, spelled: Lookup) -> bool:
        """Tell whether a place of much the same name lies in a region that recurs."""
        return any(
            each.score >= _ALIKE and len(self._names.get(each.place.divisions[:2], ())) >= _RECURS
            for each in spelled(name)
        )
