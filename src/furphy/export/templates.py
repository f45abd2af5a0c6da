"""What the HTML pages have in common: templates, style sheets, and how values are written.

Everything that documents brought is escaped by the template engine. A Content-Security-Policy lets
a page load nothing at all and apply no style but its own, named by its hash, so that even a mistake
in escaping could run nothing.
"""

from base64 import b64encode
from collections.abc import Callable, Iterable
from hashlib import sha256
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined, meta

from furphy.export.maps.frame import km
from furphy.export.maps.view import WIDTH
from furphy.export.visible import on_one_line
from furphy.export.whereabouts import lying
from furphy.export.wording import coordinates, count, sureness, when
from furphy.model.place import Place

_SHEETS = ("palette.css", "grounding.css")
"""Style sheets of all pages."""


def workshop() -> Environment:
    """Return where templates are made, with the filters that all of them use."""
    room = Environment(
        loader=FunctionLoader(asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    room.filters |= {
        "clean": on_one_line,
        "web_address": _web_address,
        "count": count,
        "when": when,
        "sureness": sureness,
        "coordinates": _coordinates,
        "km": _km,
        "lying": lying,
    }
    room.globals |= {"MAP_WIDTH": WIDTH}
    return room


def make_ready(room: Environment, names: Iterable[str], source: Callable[[str], str]) -> None:
    """Compile templates and all that they refer to, which else whoever comes first has to await.

    ``source`` gives the text of a template.
    """
    ahead, met = [*names], set[str]()
    while ahead:
        name = ahead.pop()
        if name in met:
            continue
        met.add(name)
        room.get_template(name)
        ahead += filter(None, meta.find_referenced_templates(room.parse(source(name))))


def asset(name: str) -> str:
    """Return a template or a style sheet."""
    return resources.files("furphy.export").joinpath("assets", name).read_text(encoding="utf-8")


def styled(*sheets: str) -> str:
    """Return the style of a page: that of all pages, and its own sheets."""
    return "".join(map(asset, (*_SHEETS, *sheets)))


def source_of(style: str) -> str:
    """Return what a Content-Security-Policy calls a style by."""
    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"


def _web_address(address: str | None) -> str | None:
    """Return an address that may safely become a link, else nothing."""
    return address if address and address.startswith(("https://", "http://")) else None


def _km(length: float) -> str:
    return km(length, length)


def _coordinates(place: Place) -> str:
    return coordinates(place.lat, place.lon)
