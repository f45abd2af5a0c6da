"""An operation of the API: how it is called, by whom at least, and what answers."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from furphy.web.asking import Refusal, Upload
from furphy.web.desk import Desk
from furphy.web.people import Person, Role

Json = Any
"""What JSON may hold."""
Row = TypeVar("Row")

MOST, USUAL = 200, 50
"""Items that a page of a list has at most, and where nobody asks for a number."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A field of the query."""

    name: str
    says: str
    kind: str = "string"
    """``string``, ``integer``, ``number`` or ``boolean``."""
    least: float | None = None
    most: float | None = None
    choice: tuple[str, ...] = ()
    is_many: bool = False
    """Whether it may be given several times, each an alternative."""


LIMIT = Parameter("limit", "Items on this page.", "integer", 1, MOST)
AFTER = Parameter("after", "Where the page before ended: its `next`.", "integer", 0, 2**53)


@dataclass(frozen=True, slots=True)
class Call:
    """A call of an operation, checked against what it takes."""

    desk: Desk
    request: Request
    person: Person
    values: Mapping[str, Any]
    """Parameters by their names; those not given are None, or empty where several may be."""
    body: Json = None
    files: tuple[Upload, ...] = ()

    def path(self, name: str) -> str:
        """Return a part of the address."""
        return str(self.request.path_params[name])

    @property
    def limit(self) -> int:
        """How many items a page is to have."""
        return int(self.values.get("limit") or USUAL)

    @property
    def after(self) -> int:
        """Where the page before ended."""
        return int(self.values.get("after") or 0)

    def text(self, name: str, most: int = 4_000, *, needed: bool = False) -> str | None:
        """Return a text of the body; raises :class:`Refusal` where it is none."""
        value = self.body.get(name) if isinstance(self.body, dict) else None
        if value is None and not needed:
            return None
        if not isinstance(value, str) or len(value) > most or (needed and not value.strip()):
            raise Refusal(422, f"{name} is a text of 1 to {most:,} characters.")
        return value


Answer = Callable[[Call], Json | Response]


@dataclass(frozen=True, slots=True)
class Operation:
    """What one can call."""

    method: str
    path: str
    """Below ``/api/v1``."""
    role: Role
    name: str
    says: str
    answer: Answer
    gives: str
    """Name of the schema of its answer."""
    parameters: tuple[Parameter, ...] = ()
    takes: str | None = None
    """Name of the schema of the body, if it takes one."""
    status: int = 200
    media: str = "application/json"
    parts: Mapping[str, str] = field(default_factory=dict)
    """What the parts of the address stand for."""


def page(items: list[Json], following: int | None) -> Json:
    """Return a page of a list: its items, and where the next page begins (null: nowhere)."""
    return {"items": items, "next": following}


def cut(
    found: Sequence[Row], limit: int, told: Callable[[Row], Json], mark: Callable[[Row], int]
) -> Json:
    """Return a page of what was found; one more than the limit tells that there is a next page.

    ``mark`` gives where a page ends by its last row.
    """
    shown = found[:limit]
    return page([*map(told, shown)], mark(shown[-1]) if len(found) > len(shown) else None)


def checked(operation: Operation, request: Request) -> dict[str, Any]:
    """Return the parameters of a call; raises :class:`Refusal` where one is not as declared."""
    found: dict[str, Any] = {}
    for each in operation.parameters:
        given = request.query_params.getlist(each.name)
        if each.is_many:
            found[each.name] = [_value(each, one) for one in given]
        else:
            found[each.name] = _value(each, given[-1]) if given else None
    return found


def _value(parameter: Parameter, written: str) -> Any:  # noqa: ANN401 - as declared
    if parameter.choice and written not in parameter.choice:
        raise Refusal(422, f"{parameter.name} is one of: {', '.join(parameter.choice)}.")
    if parameter.kind == "boolean":
        if written not in {"true", "false"}:
            raise Refusal(422, f"{parameter.name} is true or false.")
        return written == "true"
    if parameter.kind == "string":
        return written[:4_000]
    number = _number(parameter, written)
    low = -math.inf if parameter.least is None else parameter.least
    high = math.inf if parameter.most is None else parameter.most
    if not low <= number <= high:
        raise Refusal(422, f"{parameter.name} lies between {low:g} and {high:g}.")
    return number


def _number(parameter: Parameter, written: str) -> float:
    try:
        if parameter.kind == "integer":
            # Beyond the twentieth digit it is out of any bounds anyway.
            return int(written[:20])
        return float(written)
    except ValueError as error:
        raise Refusal(422, f"{parameter.name} is a {parameter.kind}.") from error
