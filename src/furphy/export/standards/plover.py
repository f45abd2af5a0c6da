"""What claims tell of as events of PLOVER, one a line.

An event of PLOVER has a day, an actor and a type. An assertion of which one of the three is not
known, that denies or is not firm, or that is no report, gives none: nothing is put in its stead.
What people say of others ("make a statement") is no event of PLOVER either.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from furphy.export.dossier.material import Happening, Material
from furphy.export.standards.handover import Handover, correctors, document_name, named
from furphy.export.standards.writing import Fields, known, line
from furphy.model.place import Place
from furphy.model.quantity import Quantity

_SIZES = {"killed": "dead", "wounded": "injured"}


def export(handover: Handover) -> Iterator[str]:
    """Yield the lines of all events."""
    for material in handover.materials:
        for each in material.happenings:
            days = _days(each.interval)
            if days is not None:
                yield f"{line(_event(each, days, material, handover.version))}\n"


def _event(
    happening: Happening, days: tuple[date, date], material: Material, version: str
) -> Fields:
    variant = material.account.variants[happening.variant]
    document = material.readings[variant.document].document
    first, last = days
    number = str(material.account.variants.index(variant))
    return known(
        {
            "id": str(named("event", variant.id, number, happening.type, happening.actor)),
            "date": first.isoformat(),
            "enddate": last.isoformat() if last > first else None,
            "actor": [{"entity_text": happening.actor}],
            "recipient": [{"entity_text": happening.recipient}] if happening.recipient else None,
            "event": [happening.type],
            "event_text": variant.text,
            "event_loc": None if happening.place is None else _place(happening.place),
            "size": _sizes(happening, material),
            "text_info": {"start": variant.span.start, "end": variant.span.end},
            "cite_info": known(
                {
                    "citation": document_name(document).urn,
                    "url": document.url,
                    "title": document.title,
                    "language": document.language,
                    "publication": document.outlet,
                    "coder": ", ".join(("furphy", *correctors(material, happening.variant))),
                    "version": version,
                }
            ),
        }
    )


def _days(interval: tuple[str, str]) -> tuple[date, date] | None:
    """Return the first and the last day of a half-open stretch; None where they cannot be told."""
    try:
        start, end = (datetime.fromisoformat(each) for each in interval)
        return start.date(), (end - timedelta(microseconds=1)).date()
    except (ValueError, OverflowError):
        return None


def _place(place: Place) -> Fields:
    return known(
        {
            "resolved_place": place.name,
            "geonameid": place.id if place.gazetteer == "geonames" else None,
            "lat": place.lat,
            "lon": place.lon,
            "country_code": place.country,
        }
    )


def _sizes(happening: Happening, material: Material) -> Fields:
    """Return the numbers of the harmed, as far as they are exact."""
    variant = material.account.variants[happening.variant]
    reading = material.readings[variant.document]
    if variant.assertion is None:
        return {}
    found: dict[str, set[int]] = {}
    for index in reading.assertions[variant.assertion].quantities:
        quantity = reading.quantities[index]
        size, number = _SIZES.get(quantity.casualty or ""), _exact(quantity)
        if size is not None and number is not None:
            found.setdefault(size, set()).add(number)
    return {size: numbers.pop() for size, numbers in found.items() if len(numbers) == 1}


def _exact(quantity: Quantity) -> int | None:
    low, high = quantity.low, quantity.high
    if quantity.modifier.value != "exact" or low is None or low != high or low != int(low):
        return None
    return int(low)
