"""Countries: GeoNames' ids, the CLDR's names in many languages, points of reference works."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import countryinfo
from babel import Locale

from furphy.gazetteer.geometry import Point, distance_km
from furphy.gazetteer.record import Name, Record
from furphy.model.place import Place, PlaceKind
from places.divisions import City
from places.inputs import Inputs
from places.outlines import centre

_LANGUAGES = ("en", "uk", "ru", "zh", "zh_Hant", "ko", "de", "fr", "es", "it", "pt", "pl", "cs")
_MORE = ("ro", "hu", "bg", "sr", "be", "tr", "ar", "fa", "he", "ja", "vi", "hi", "nl", "sv", "fi")
_GONE = {"CS", "AN"}
"""Serbia and Montenegro, the Netherlands Antilles: parts of them are countries of their own."""
_OTHER = 0.9
_MOST_SETTLED = 0.98
"""Far islands apart: a radius that holds this share of a country's settlements."""


def records(inputs: Inputs, towns: Sequence[City]) -> Iterator[Record]:
    """Yield the countries and territories of ISO 3166-1."""
    names = _names(inputs)
    points = _points()
    inside = defaultdict[str, list[Point]](list)
    for town in towns:
        if town.codes:
            inside[town.codes[0].partition(".")[0]].append(town.point)
    for code, about in inputs.json("countries").items():
        if code in _GONE or not (code in points or inside[code]):
            continue
        point = points.get(code) or centre(inside[code])
        forms = {about["name"]: Name(about["name"])} | names.get(code, {})
        forms[about["name"]] = Name(about["name"])
        place = Place(
            *("geonames", str(about["geonameid"]), about["name"]),
            round(point[0], 4),
            round(point[1], 4),
            PlaceKind.COUNTRY,
            _radius(point, inside[code], about["areakm2"]),
            code,
            (code,),
            about["population"] or None,
        )
        yield Record(place, tuple(forms.values()))


def _radius(point: Point, settlements: Sequence[Point], area: float) -> float:
    away = sorted(distance_km(point, each) for each in settlements)
    settled = away[int(_MOST_SETTLED * (len(away) - 1))] if away else 0.0
    return max(5.0, math.ceil(max(settled, math.sqrt((area or 0.0) / math.pi))))


def _points() -> dict[str, Point]:
    found = dict[str, Point]()
    for about in countryinfo.CountryInfo("Ukraine").all().values():
        at = about.get("latlng")
        if at:
            found[about["ISO"]["alpha2"]] = float(at[0]), float(at[1])
    return found


def _names(inputs: Inputs) -> Mapping[str, dict[str, Name]]:
    found = defaultdict[str, dict[str, Name]](dict)
    for language in _LANGUAGES + _MORE:
        locale = Locale.parse(language)
        for code, name in locale.territories.items():
            tag = language.replace("_", "-")
            found[code].setdefault(name, Name(name, tag, 1.0 if language == "en" else _OTHER))
            bare = name.replace(" SAR China", "").replace(" & ", " and ")
            found[code].setdefault(bare, Name(bare, tag, _OTHER))
    for name, code, _, _, official, common, aliases, *_ in inputs.rows("country-names"):
        for form in (name, official, common, *aliases.split("|")):
            # What is in brackets or after a comma sorts a list; nobody writes it so.
            if form and not {",", "("} & set(form):
                found[code].setdefault(form, Name(form, None, _OTHER))
    return found
