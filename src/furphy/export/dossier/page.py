"""One claim as one HTML page that needs no network and no script: a dossier."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

import furphy
from furphy.export import templates, verdicts
from furphy.export.dossier import saying
from furphy.export.dossier.chart import WIDTH as CHART_WIDTH
from furphy.export.dossier.chart import chart
from furphy.export.dossier.material import Material
from furphy.export.dossier.versions import versions
from furphy.export.maps.drawing import maps
from furphy.export.templates import source_of, styled, workshop
from furphy.export.visible import on_one_line
from furphy.export.whereabouts import Located, lying
from furphy.export.wording import FIRMNESS, file_name
from furphy.model.account import Counterclaim, Variant
from furphy.model.derivation import Derivation
from furphy.model.reading import Reading
from furphy.tracing.origins import LIKELY

MOST = 40
"""Entries of a long list that stand open; the rest is folded away."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in the list of all that belong to a claim."""

    number: int
    """By which the page calls it, from 1, in the order of times."""
    document: int
    title: str
    outlet: str
    time: str
    url: str | None
    language: str | None
    tells: bool
    made: tuple[Derivation, ...]
    """How it was made from others, as far as that is taken to hold."""


@dataclass(frozen=True, slots=True)
class Side:
    """One assertion of a contradiction, cut where its words say so."""

    before: str
    words: str
    after: str
    source: str
    document: int


def render(material: Material) -> str:
    """Return the page; equal traces give equal pages."""
    style = styled("claim.css", "dossier.css")
    return (
        _room()
        .get_template("dossier.html.jinja")
        .render(
            **_told(material, {}),
            version=furphy.__version__,
            style=Markup(style),  # noqa: S704  (made of our own words alone)
            style_source=source_of(style),
        )
    )


def parts(material: Material, pages: Mapping[int, str]) -> Markup:
    """Return what the page tells, to stand in another page.

    ``pages`` holds addresses of the documents that have a page of their own, by their numbers.
    """
    told = _room().get_template("claim.html.jinja").render(**_told(material, pages))
    return Markup(told)  # noqa: S704  (the template has escaped it)


def make_ready() -> None:
    """Compile the templates, so that the first page takes no longer than the next one."""
    templates.make_ready(_room(), ["dossier.html.jinja", "claim.html.jinja"], templates.asset)


def _told(material: Material, pages: Mapping[int, str]) -> dict[str, object]:
    """Return what the templates ask for."""
    account = material.account
    listed = [*_listed(material)]
    places = [*_located(material)]
    centre = account.variants[account.centre]
    reading = material.readings[centre.document]
    return {
        "account": account,
        "material": material,
        "language": reading.document.language,
        "chart": chart(material),
        "listed": listed,
        "signed": [*saying.verdicts(account), *saying.grades(account)],
        "number": {each.document: each.number for each in listed},
        "versions": versions(material),
        "sides": [_sides(material, each) for each in account.counterclaims],
        "places": places,
        "corrected_by": {
            each.place.id: tuple(map(on_one_line, each.corrected_by)) for each in material.places
        },
        "corrected": [
            (account.variants[each.variant], verdicts.told(each.verdict))
            for each in material.corrections
        ],
        "left_out": [
            (each.variant, [verdicts.told(one) for one in each.verdicts])
            for each in material.left_out
        ],
        "written": {each.place.id: each.written for each in material.places},
        "maps": maps(Reading(reading.document, reading.made_by), places),
        "pages": pages,
    }


def _listed(material: Material) -> Iterator[Listed]:
    account = material.account
    for number, each in enumerate(sorted({*account.documents, *account.behind.through}), 1):
        document = material.readings[each].document
        made = (
            link for link in account.behind.links if link.target == each and link.score >= LIKELY
        )
        yield Listed(
            number,
            each,
            on_one_line(document.title or file_name(document.key)),
            saying.outlet(material, each),
            saying.time(material, each),
            document.url,
            document.language,
            each in account.documents,
            tuple(made),
        )


def _located(material: Material) -> Iterator[Located]:
    known = [each.place for each in material.places]
    for number, each in enumerate(material.places, 1):
        lies = ", ".join(lying(each.place, known))
        name, written = on_one_line(each.place.name), tuple(map(on_one_line, each.written))
        yield Located(number, each.place, name, (), written, lies, None, (), ())


def _sides(material: Material, each: Counterclaim) -> tuple[Side, Side]:
    found = each.contradiction
    own = material.account.variants[each.own]
    return _side(material, own, found.one.start, found.one.end), _side(
        material, each.other, found.other.start, found.other.end
    )


def _side(material: Material, variant: Variant, start: int, end: int) -> Side:
    text = material.readings[variant.document].document.text
    # The words may stand beside the assertion: "On Monday, the mayor said …".
    first, last = min(start, variant.span.start), max(end, variant.span.end)
    return Side(
        _line(text[first:start]),
        _line(text[start:end]),
        _line(text[end:last]),
        source(material, variant),
        variant.document,
    )


def _line(text: str) -> str:
    """Return words on one line, the blanks at their edges kept, since more words follow."""
    inner = on_one_line(text)
    if not inner:
        return " " if text else ""
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * before}{inner}{' ' * after}"


def source(material: Material, variant: Variant) -> str:
    """Return who says it where and when, and how firmly."""
    parts = (
        saying.outlet(material, variant.document),
        saying.time(material, variant.document),
        saying.speakers(variant),
        FIRMNESS[variant.commitment].words if variant.commitment else "",
    )
    return " · ".join(filter(None, parts))


@cache
def _room() -> Environment:
    room = workshop()
    room.globals |= {"MOST": MOST, "CHART_WIDTH": CHART_WIDTH, "LIKELY": LIKELY}
    room.globals |= {"KIND": saying.KIND, "CONTRADICTED": saying.CONTRADICTED}
    room.globals |= {"saying": saying, "source": source}
    return room
