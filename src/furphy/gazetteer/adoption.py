"""Places of a user's list that the packaged gazetteer has already, under another number.

Ukraine's villages stand in the packaged gazetteer with the register's codes, some of them without a
point of their own. GeoNames' full dump has the same villages with its own ids. Such a row takes the
register's id, so that it counts instead of the packaged one and not beside it.
"""

from dataclasses import replace

from furphy.gazetteer.geometry import distance_km
from furphy.gazetteer.index import Gazetteer
from furphy.gazetteer.record import Name, Record
from furphy.model.place import SETTLEMENTS, Place

_NUMBERED_OTHERWISE = frozenset({"katottg", "postal"})
_COUNTRY = "UA"
_SLACK_KM = 5.0
_DISTRICT = 3
"""Divisions of a place whose district is known."""


class Adoption:
    """Gives places the identity under which a gazetteer has them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._taken = set[tuple[str, str]]()

    def apply(self, record: Record) -> Record:
        """Return a record under the identity of the one place that it can be, if there is one."""
        place = record.place
        if place.country != _COUNTRY or place.kind not in SETTLEMENTS:
            return record
        known: dict[tuple[str, str], Place] = {}
        for name in {name.text for name in record.names}:
            for candidate in self._gazetteer.named(name):
                if candidate.place.id == place.id:
                    return record
                if self._may_be(candidate.place, place):
                    known[candidate.place.gazetteer, candidate.place.id] = candidate.place
        if len(known) != 1:
            return record
        (key, other), *_ = known.items()
        self._taken.add(key)
        same = replace(
            place,
            gazetteer=other.gazetteer,
            id=other.id,
            name=other.name,
            divisions=other.divisions or place.divisions,
        )
        return replace(record, place=same, names=(Name(other.name), *record.names))

    def _may_be(self, known: Place, place: Place) -> bool:
        key = known.gazetteer, known.id
        if known.gazetteer not in _NUMBERED_OTHERWISE or key in self._taken:
            return False
        both_tell = min(len(known.divisions), len(place.divisions)) >= _DISTRICT
        if both_tell and known.divisions[:_DISTRICT] != place.divisions[:_DISTRICT]:
            return False
        away = distance_km((known.lat, known.lon), (place.lat, place.lon))
        return away <= known.radius_km + _SLACK_KM
