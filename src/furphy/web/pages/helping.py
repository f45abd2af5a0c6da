"""How to do each step."""

from starlette.responses import Response

from furphy.web.asking import Ask
from furphy.web.rendering import page


def helping(ask: Ask) -> Response:
    """Tell how to do each step."""
    return page(ask, "help", standing=None)
