"""The OpenAPI 3.1 document, made of the table of operations."""

from typing import Any

import furphy
from furphy.web.api.operation import Operation, Parameter
from furphy.web.api.operations import OPERATIONS
from furphy.web.api.schemas import SCHEMAS

PREFIX = "/api/v1"
_REFUSALS = {
    400: "The body is no JSON",
    401: "No token, or one that is worth nothing",
    403: "Not with this role",
    404: "Nothing has this id",
    409: "Somebody judged this since",
    413: "Too large",
    415: "Not JSON",
    422: "Not as declared, or of no sense in this case",
    503: "The casebook cannot be reached now",
}


def document() -> dict[str, Any]:
    """Return the document."""
    paths: dict[str, dict[str, Any]] = {}
    for each in OPERATIONS:
        paths.setdefault(f"{PREFIX}{each.path}", {})[each.method.lower()] = _operation(each)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "furphy",
            "version": furphy.__version__,
            "summary": "Who says what, through whom, how firmly; who took it from whom.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}, {}],
    }


def _operation(each: Operation) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": each.name,
        "summary": each.says,
        "description": f"For those with the role {each.role.value}.",
        "parameters": [
            *({"name": name, "in": "path", "required": True, "description": says,
               "schema": {"type": "string"}} for name, says in each.parts.items()),
            *map(_parameter, each.parameters),
        ],
        "responses": {
            str(each.status): {
                "description": "Done",
                "content": {each.media: {"schema": _reference(each.gives)}},
            },
            **{
                str(status): {
                    "description": says,
                    "content": {"application/problem+json": {"schema": _reference("Problem")}},
                }
                for status, says in _REFUSALS.items()
            },
        },
    }  # fmt: skip
    if each.takes is not None:
        kinds = {"application/json": {"schema": _reference(each.takes)}}
        if each.takes == "Intake":
            kinds["multipart/form-data"] = {"schema": _reference("Upload")}
        told["requestBody"] = {"required": True, "content": kinds}
    return told


def _parameter(each: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": each.kind}
    if each.choice:
        schema["enum"] = [*each.choice]
    if each.least is not None:
        schema["minimum"] = each.least
    if each.most is not None:
        schema["maximum"] = each.most
    if each.is_many:
        schema = {"type": "array", "items": schema}
    return {"name": each.name, "in": "query", "description": each.says, "schema": schema}


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
