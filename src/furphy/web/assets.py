"""The files of the desk: one style sheet and one script.

Their names change with what is in them, so that browsers may keep them for ever.
"""

from functools import cache
from hashlib import sha256
from importlib import resources

from starlette.responses import Response

from furphy.export.templates import styled

_FOR_EVER = "public, max-age=31536000, immutable"
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
    '<rect width="16" height="16" rx="3" fill="#7a2e0e"/>'
    '<path d="M5 13V4h6M5 8.500h5" fill="none" stroke="#fff" stroke-width="2"/></svg>'
)


@cache
def files() -> dict[str, tuple[bytes, str]]:
    """Return the files by their names, each with its media type."""
    style = (styled("painting.css", "claim.css") + own("static/desk.css")).encode()
    script = own("static/desk.js").encode()
    return {
        f"desk.{_mark(style)}.css": (style, "text/css"),
        f"desk.{_mark(script)}.js": (script, "text/javascript"),
        f"icon.{_mark(_ICON.encode())}.svg": (_ICON.encode(), "image/svg+xml"),
    }


def address(ending: str) -> str:
    """Return the address of the file with an ending."""
    return next(f"/static/{name}" for name in files() if name.endswith(f".{ending}"))


def served(name: str) -> Response | None:
    """Return a file as a response; None where there is none of this name."""
    if name not in files():
        return None
    content, kind = files()[name]
    return Response(content, media_type=kind, headers={"Cache-Control": _FOR_EVER})


def own(name: str) -> str:
    """Return a template, the style sheet or the script of the desk."""
    return resources.files("furphy.web").joinpath(name).read_text(encoding="utf-8")


def templates() -> list[str]:
    """Return the names of all templates of the desk."""
    folder = resources.files("furphy.web").joinpath("templates")
    return sorted(each.name for each in folder.iterdir())


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()[:12]
