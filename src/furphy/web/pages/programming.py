"""How programs use the desk: the operations of the API, for people to read."""

from starlette.responses import Response

from furphy.web.api.openapi import PREFIX
from furphy.web.api.operations import OPERATIONS
from furphy.web.asking import Ask
from furphy.web.rendering import page


def programming(ask: Ask) -> Response:
    """Tell what the API can do."""
    return page(ask, "api", operations=OPERATIONS, prefix=PREFIX)
