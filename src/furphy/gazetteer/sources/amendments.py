"""What other sources lack: more forms of names, other points, abbreviations within names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from furphy.gazetteer.record import Name, Record
from furphy.gazetteer.sources.table import names_of, rows
from furphy.model.place import DIVISIONS


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is to be added to a place, or said otherwise."""

    names: tuple[Name, ...]
    point: tuple[float, float] | None


class Amendments:
    """Amendments by the code of a division or the id of another place."""

    def __init__(self, amendments: Mapping[str, Amendment], shortenings: Mapping[str, str]) -> None:
        """``shortenings``: words that names begin with, and how else they are written."""
        self._amendments = amendments
        self._shortenings = shortenings
        firsts = "|".join(sorted(map(re.escape, shortenings), key=len, reverse=True))
        self._first = re.compile(rf"({firsts}) (?=\S)")

    def apply(self, record: Record) -> Record:
        """Return a record as amended."""
        place = record.place
        key = place.divisions[-1] if place.kind in DIVISIONS and place.divisions else place.id
        names = [*record.names, *self._respelt(record)]
        amendment = self._amendments.get(key)
        if amendment is None:
            return replace(record, names=tuple(names)) if len(names) > len(record.names) else record
        if amendment.point:
            lat, lon = amendment.point
            place = replace(place, lat=lat, lon=lon)
        # Of two weights of one form the one given here counts, so it goes first.
        given = {name.text for name in amendment.names}
        kept = (name for name in names if name.text not in given)
        return Record(place, (*amendment.names, *kept), record.course)

    def _respelt(self, record: Record) -> Iterator[Name]:
        for name in record.names:
            found = self._first.match(name.text) if name.text.isascii() else None
            if found:
                other = self._shortenings[found[1]]
                yield replace(name, text=f"{other} {name.text[found.end() :]}")


def read(amendments: Path, shortenings: Path) -> Amendments:
    """Return what two tables say: columns ``of lat lon names``, and ``word other``.

    Of several rows for one place all names count, and the last point.
    """
    found = dict[str, Amendment]()
    for _, row in rows(amendments, frozenset({"of", "lat", "lon", "names"})):
        earlier = found.get(row["of"], Amendment((), None))
        point = (float(row["lat"]), float(row["lon"])) if row["lat"] else earlier.point
        found[row["of"]] = Amendment((*earlier.names, *names_of(row["names"])), point)
    others = {
        row["word"]: row["other"] for _, row in rows(shortenings, frozenset({"word", "other"}))
    }
    return Amendments(found, others)
