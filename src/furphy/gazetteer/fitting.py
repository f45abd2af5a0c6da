"""How well places fit what a text states of them: distances, directions, containment.

Every function returns a degree from 0, cannot be meant, to 1, just as stated. Where a statement
measures from is seldom said, centre or edge, so that the radii of both places count; and a stated
distance may be one by road, which is up to half as long again as the straight line
(Ballou, Rahardja & Sakai 2002: 1.2 to 1.5 in most countries).
"""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, exp, hypot, radians

from furphy.gazetteer.geometry import Point, bearing, deviation, distance_km
from furphy.model.place import DIVISIONS, SETTLEMENTS, Constraint, Place, PlaceKind, Relation

NEAR_KM = 30.0
"""What is called near is within this, unless the words say otherwise."""
BESIDE_KM = 6.0
"""A place on a river has it within this distance of its centre or edge."""
SIDE_KM = 50.0
"""A bare direction tells the place of what is about so far off."""
_DETOUR = 1.3
_QUARTER, _EIGHTH = 48.0, 36.0
"""Width in degrees of what is called north, and of what is called north-west."""
_REACH = 6.0
_NOTHING = 0.02
_WIDEST_KM = 25.0
"""No settlement's radius makes a stated distance vaguer than this."""
_KNOWN_KM = 10.0
"""A settlement with a greater radius is a city, or only its parent's point is known."""
_VAGUEST = 60.0
_KM_A_DEGREE = 111.2


def point(place: Place) -> Point:
    """Return where a place is."""
    return place.lat, place.lon


def falling(value: float, good: float, bad: float) -> float:
    """Return 1 up to ``good``, 0 from ``bad`` on, and between them what lies between."""
    if value <= good:
        return 1.0
    return 0.0 if value >= bad else (bad - value) / (bad - good)


def radius(place: Place) -> float:
    """Return how far from its point a distance to a place may be measured, in kilometres."""
    whole = place.kind not in SETTLEMENTS
    return place.radius_km if whole else min(place.radius_km, _WIDEST_KM)


def reach(constraint: Constraint) -> float:
    """Return beyond how many kilometres, radii apart, nothing fits a constraint."""
    high = constraint.high_km
    if high is None:
        return _REACH * SIDE_KM
    return _REACH * high if constraint.relation is Relation.NEAR else 1.5 * high + 2 * _WIDEST_KM


def fit(constraint: Constraint, subject: Place, thing: Place) -> float:
    """Tell how well one place fits what is stated of it and one other."""
    match constraint.relation:
        case Relation.WITHIN:
            return within(subject, thing) * _heading(constraint, subject, thing)
        case Relation.NEAR | Relation.DISTANCE | Relation.DIRECTION:
            return at_distance(constraint, subject, thing) * _heading(constraint, subject, thing)
        case Relation.BETWEEN | Relation.TOWARDS | Relation.BESIDE:
            return falling(distance_km(point(subject), point(thing)), 300.0, 600.0)


def at_distance(constraint: Constraint, subject: Place, thing: Place) -> float:
    """Tell how well the stretch between two places fits the bounds stated."""
    if subject.lies_in(thing) or thing.lies_in(subject):
        return 0.0
    km = distance_km(point(subject), point(thing))
    span = radius(subject) + radius(thing)
    low, high = constraint.low_km or 0.0, constraint.high_km
    if high is None or constraint.relation is Relation.NEAR:
        usual = SIDE_KM if high is None else high / 2
        return _lasting(max(0.0, km - span), usual)
    return _off(km, low, high, span) / _vagueness(subject, thing)


def _off(km: float, low: float, high: float, span: float) -> float:
    """Return how well a distance between centres fits bounds that may be from edge to edge."""
    if km > high:
        return bell(km - high, span + 0.15 * high + 1.0)
    return bell(low / _DETOUR - km, 0.3 * span + 0.15 * low + 0.5)


def bell(value: float, width: float) -> float:
    """Return 1 up to nought, and beyond it what a bell-shaped curve of a width has left."""
    left = exp(-((value / width) ** 2)) if value > 0 else 1.0
    return left if left > _NOTHING else 0.0


def _lasting(km: float, usual: float) -> float:
    """Return how commonly a place is told by what lies so far off: ever less, and never sharply."""
    return 1.0 / (1.0 + (km / usual) ** 2) if km < _REACH * usual else 0.0


def _vagueness(*places: Place) -> float:
    """Return by how much more easily places fit because nobody knows exactly where they are.

    It grows with the land they may lie in.
    """
    wide = max(place.radius_km for place in places)
    return min(max(1.0, wide / _KNOWN_KM) ** 2, _VAGUEST)


def _heading(constraint: Constraint, subject: Place, thing: Place) -> float:
    """Tell how well one place lies to the stated side of the other."""
    if constraint.bearing is None:
        return 1.0
    start, end = point(thing), point(subject)
    off = deviation(bearing(start, end), constraint.bearing)
    # Of what all but touches, and of the parts of a land, direction says less.
    outside = distance_km(start, end) - min(radius(thing), radius(subject))
    blur = 60.0 if outside <= 0 or constraint.relation is Relation.WITHIN else 0.0
    quarter = constraint.bearing % 90.0 == 0.0
    return bell(off, (_QUARTER if quarter else _EIGHTH) + blur)


def within(inner: Place, outer: Place) -> float:
    """Tell how well one place lies inside another, by divisions where both have them."""
    if inner.lies_in(outer):
        return 1.0
    if outer.kind in DIVISIONS and inner.divisions:
        return 0.0
    if outer.kind in SETTLEMENTS and inner.kind in SETTLEMENTS:
        return 0.0
    if (inner.gazetteer, inner.id) == (outer.gazetteer, outer.id):
        return 0.0
    if outer.kind is PlaceKind.RIVER or inner.radius_km > outer.radius_km:
        return 0.0
    km = distance_km(point(inner), point(outer))
    return 0.9 * falling(km, outer.radius_km, 1.2 * outer.radius_km + 2.0)


def beside(place: Place, water: Place, course: Sequence[Point]) -> float:
    """Tell how well a place lies on the bank or coast of a water with this course."""
    if course:
        km = to_line(point(place), course)
        return falling(km - radius(place), BESIDE_KM, 4 * BESIDE_KM)
    km = distance_km(point(place), point(water))
    return 0.7 * falling(km, water.radius_km + radius(place), 1.3 * water.radius_km + 20.0)


def to_line(start: Point, line: Sequence[Point]) -> float:
    """Return the least distance of a point from a chain of points, in kilometres.

    Reckoned on a plane about the point, which is good to a few per cent within some 300 km.
    """
    lat, lon = start
    scale = cos(radians(lat)) * _KM_A_DEGREE
    flat = [((x - lat) * _KM_A_DEGREE, ((y - lon + 540) % 360 - 180) * scale) for x, y in line]
    if len(flat) == 1:
        return hypot(*flat[0])
    return min(_to_stretch(*ends) for ends in pairwise(flat))


def _to_stretch(one: Point, other: Point) -> float:
    """Return how far the origin is from the stretch between two points of a plane."""
    (x, y), (u, v) = one, (other[0] - one[0], other[1] - one[1])
    square = u * u + v * v
    part = 0.0 if square == 0 else min(1.0, max(0.0, -(x * u + y * v) / square))
    return hypot(x + part * u, y + part * v)


def between(place: Place, one: Place, other: Place) -> float:
    """Tell how little of a detour it is to pass through a place on the way from one to another."""
    straight = distance_km(point(one), point(other))
    detour = distance_km(point(one), point(place)) + distance_km(point(place), point(other))
    return bell(detour - straight - radius(place), 0.25 * straight + 1.0)


def of_one_event(constraint: Constraint, one: Place, other: Place) -> float:
    """Tell how well two places can both have the stated distance from one unnamed spot."""
    km = distance_km(point(one), point(other))
    if constraint.relation in {Relation.BETWEEN, Relation.TOWARDS}:
        return falling(km, 250.0, 500.0)
    high = NEAR_KM if constraint.high_km is None else constraint.high_km
    return _off(km, 0.0, 2 * high, radius(one) + radius(other))
