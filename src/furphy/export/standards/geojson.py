"""Places that claims name, as GeoJSON (RFC 7946).

Each place of a claim is a point; and where its extent is known, all that lies within it is a
second feature, so that a map shows how vague the point is.
"""

from collections.abc import Iterator

from furphy.export.dossier.material import Material, Named
from furphy.export.standards.circles import circle
from furphy.export.standards.handover import Handover, named
from furphy.export.standards.writing import Fields, known, listed


def export(handover: Handover) -> Iterator[str]:
    """Yield the text of a FeatureCollection."""
    features = (
        feature
        for material in handover.materials
        for place in material.places
        for feature in _features(material, place)
    )
    yield from listed({"type": "FeatureCollection"}, "features", features)


def _features(material: Material, found: Named) -> Iterator[Fields]:
    place = found.place
    told = _properties(material, found)
    point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    yield _feature("point", point, told)
    extent = circle(place.lat, place.lon, place.radius_km) if place.radius_km > 0 else None
    if extent is not None:
        yield _feature("extent", extent, told)


def _feature(role: str, geometry: Fields, told: Fields) -> Fields:
    name = named(f"geojson-{role}", told["claim"], told["gazetteer"], told["place"])
    properties = {"role": role, **told}
    return {"type": "Feature", "id": str(name), "geometry": geometry, "properties": properties}


def _properties(material: Material, found: Named) -> Fields:
    place, account = found.place, material.account
    count = account.behind.count
    status = account.timeline.status
    return known(
        {
            "claim": account.id,
            "text": account.text,
            "name": place.name,
            "written": [*found.written],
            "corrected_by": [*found.corrected_by],
            "gazetteer": place.gazetteer,
            "place": place.id,
            "kind": place.kind.value,
            "country": place.country,
            "uncertainty_m": round(place.radius_km * 1000, 1) if place.radius_km > 0 else None,
            "first_seen": account.first_seen,
            "status": None if status is None else status.value,
            "origins": {"low": count.low, "best": count.best, "high": count.high},
            "outlets": len(account.outlets),
            "documents": len(account.documents),
        }
    )
