"""Names of places in a text, what they may stand for, and what the text states of where it is."""

from dataclasses import dataclass
from enum import StrEnum

from furphy.model.evidence import Evidence
from furphy.model.text import Span, Spans


class PlaceKind(StrEnum):
    """What sort of place it is."""

    CONTINENT = "continent"
    COUNTRY = "country"
    REGION = "region"
    """A first-order division of a country: state, oblast, province."""
    DISTRICT = "district"
    """A division below that: county, raion, municipality."""
    CITY = "city"
    """A settlement that its gazetteer does not call a village."""
    VILLAGE = "village"
    QUARTER = "quarter"
    """A part of a settlement."""
    RIVER = "river"
    LAKE = "lake"
    SEA = "sea"
    MOUNTAIN = "mountain"
    ISLAND = "island"
    AREA = "area"
    """A stretch of land without an administration of its own: the Balkans, the Donbas."""
    SITE = "site"
    """A single spot: a base, a port, a plant, a street."""


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of a gazetteer."""

    gazetteer: str
    """Whose entry it is: ``geonames``, ``katottg``, or the name of a user's own list."""
    id: str
    """What that gazetteer calls it."""
    name: str
    lat: float
    """Degrees north, WGS 84, -90 to 90."""
    lon: float
    """Degrees east, WGS 84, -180 to 180."""
    kind: PlaceKind
    radius_km: float
    """All of the place lies within this distance of the point, as far as is known."""
    country: str | None = None
    """ISO 3166-1 alpha-2; None at sea and where several share it."""
    divisions: tuple[str, ...] = ()
    """Codes of the divisions that it is or lies in, outermost first: ``("UA", "UA.26")``."""
    population: int | None = None

    def lies_in(self, other: "Place") -> bool:
        """Tell whether the divisions put this place inside the other one."""
        depth = len(other.divisions)
        return (
            other.kind in DIVISIONS
            and 0 < depth < len(self.divisions) + (self.kind not in DIVISIONS)
            and self.divisions[:depth] == other.divisions
        )


DIVISIONS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT})
"""The kinds that have a code of their own, the last of their ``divisions``."""

SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.VILLAGE})
"""The kinds that a distance is measured to without more ado."""

WATERS = frozenset({PlaceKind.RIVER, PlaceKind.LAKE, PlaceKind.SEA})
"""The kinds that have banks or coasts."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may stand for."""

    place: Place
    name: str
    """The gazetteer's own form that the name resembles most."""
    score: float
    """How well the name fits that form, and the place the text, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A stretch of text that names a place, whichever it is."""

    span: Span
    name: str
    """What to look up: the words of the span, without what belongs to their sentence alone."""
    evidence: Evidence
    """The rule that found it; its score is how often such a find is a place name."""
    kinds: frozenset[PlaceKind] = frozenset()
    """What the words around say it is ("the village of"); empty where they say nothing."""


class Relation(StrEnum):
    """How one place is told from others (SpatialML, ISO-Space)."""

    DISTANCE = "distance"
    """So many kilometres from each of the objects."""
    DIRECTION = "direction"
    """To one side of the object, with or without a distance."""
    WITHIN = "within"
    """Inside the object."""
    NEAR = "near"
    """Close to the object."""
    BESIDE = "beside"
    """On the bank or coast of the object, a water."""
    BETWEEN = "between"
    """Between the first object and the second."""
    TOWARDS = "towards"
    """On the way from the first object to the second."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """What the text states of where something is; indexes point to its place names."""

    relation: Relation
    subject: int | None
    """What is being located; None where it is an event or a thing without a name."""
    objects: tuple[int, ...]
    """What it is located by, at least one."""
    span: Span
    """The words that state it."""
    evidence: Evidence
    low_km: float | None = None
    """Least distance the words allow; None where they state none."""
    high_km: float | None = None
    """Greatest distance the words allow."""
    bearing: float | None = None
    """Degrees clockwise from north, seen from the object; None where unsaid."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that spoke for, or against, what a name was taken for."""

    rule: str
    """What kind of thing: ``spelling``, ``distance``, ``within``, ``population`` …"""
    text: str
    """What to tell the reader, e.g. ``12 km from Orikhiv; the text says “10 km from Orekhov”``."""
    spans: Spans = ()
    """The words that prove it, where there are any."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name and what it was taken for."""

    named: PlaceName
    place: Place | None
    """None where nothing known fits."""
    score: float | None
    """How sure it is, from 0 to 1: the share of the belief in all candidates; None without one."""
    candidates: tuple[Candidate, ...] = ()
    """Best first; the place taken, if any, among them."""
    because: tuple[Ground, ...] = ()
    """What decided, weightiest first."""
