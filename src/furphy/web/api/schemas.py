"""Schemas of what the API takes and gives; fields may be added, none is renamed."""

from typing import Any

from furphy.desk.judging import FIELDS, KINDS
from furphy.web.handing import FORMS

_TEXT, _WHOLE, _NUMBER = {"type": "string"}, {"type": "integer"}, {"type": "number"}
_LINE = {"type": "string", "minLength": 1, "maxLength": 4_000}


def _object(needed: tuple[str, ...] = (), **members: Any) -> dict[str, Any]:  # noqa: ANN401 (JSON)
    return {"type": "object", "required": [*needed], "properties": members}


def _page(of: dict[str, Any]) -> dict[str, Any]:
    return _object(
        ("items", "next"),
        items={"type": "array", "items": of},
        next={"type": ["integer", "null"], "description": "Ask for it as `after`; null: the end."},
    )


def _of(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


_CLAIM = _object(
    ("id", "text", "documents", "outlets", "origins"),
    id=_TEXT,
    text=_TEXT,
    documents=_WHOLE,
    outlets=_WHOLE,
    origins=_object(("low", "best", "high"), low=_WHOLE, best=_WHOLE, high=_WHOLE),
    status=_TEXT,
    first_seen=_TEXT,
    contradictions=_WHOLE,
    proposals=_WHOLE,
    since=_WHOLE,
)

SCHEMAS: dict[str, dict[str, Any]] = {
    "Problem": _object(
        ("type", "title", "status", "detail"),
        type=_TEXT,
        title=_TEXT,
        status=_WHOLE,
        detail=_TEXT,
    ),
    "Status": _object(("census", "trace"), census=_object(), trace=_object()),
    "Inputs": _page(
        _object(("input", "state"), input=_TEXT, state=_TEXT, documents=_WHOLE, failures=_WHOLE)
    ),
    "Failures": _page(_object(("input", "key", "reason"), input=_TEXT, key=_TEXT, reason=_TEXT)),
    "Documents": _page(
        _object(("id", "edition"), id=_TEXT, edition=_TEXT, key=_TEXT, title=_TEXT, outlet=_TEXT)
    ),
    "Reading": _object(("schema", "document", "assertions"), schema=_TEXT),
    "Found": _page(_object(("sort", "id"), sort=_TEXT, id=_TEXT, text=_TEXT, score=_NUMBER)),
    "Facets": _object(
        ("counted", "is_all", "items"),
        counted=_WHOLE,
        is_all={"type": "boolean", "description": "False: only the first so many were counted."},
        items={
            "type": "array",
            "items": _object(
                ("facet", "count"),
                facet=_TEXT,
                count=_WHOLE,
                value=_TEXT,
                start=_TEXT,
                end=_TEXT,
                name=_TEXT,
                lat=_NUMBER,
                lon=_NUMBER,
                more=_WHOLE,
                is_all={"type": "boolean"},
            ),
        },
        understood={"type": "array", "items": _TEXT},
    ),
    "Claims": _page(_CLAIM),
    "Trace": _object(("schema", "id", "text", "assertions", "stemma"), schema=_TEXT, id=_TEXT),
    "Source": _object(
        ("id", "name", "kinds", "documents", "claims", "first"),
        id=_TEXT,
        name=_TEXT,
        kinds={"type": "array", "items": _TEXT},
        documents=_WHOLE,
        claims=_WHOLE,
        first=_WHOLE,
        became=_object(),
        took={"type": "array"},
        gave={"type": "array"},
    ),
    "Sources": _page(_of("Source")),
    "Derivations": _page(
        _object(("from", "to", "kind", "score"), kind=_TEXT, score=_NUMBER, to=_TEXT)
    ),
    "Origins": _page(
        _object(("document", "origins"), document=_TEXT, origins={"type": "array", "items": _TEXT})
    ),
    "Judgement": _object(
        ("id", "kind", "subjects", "by", "because", "at"),
        id=_TEXT,
        kind=_TEXT,
        subjects={"type": "array", "items": _TEXT},
        by=_TEXT,
        because=_TEXT,
        at=_TEXT,
        state=_TEXT,
    ),
    "Judgements": _page(_of("Judgement")),
    "Seen": _object(("saw",), saw=_TEXT),
    "Opinion": _object(
        ("kind", "subjects", "because"),
        kind={"type": "string", "enum": [*KINDS]},
        subjects={"type": "array", "minItems": 1, "maxItems": 10_000, "items": _LINE},
        value={"description": "The answer, label, corrected value, grade, or verdict."},
        field={"type": "string", "enum": [*FIELDS]},
        words=_LINE,
        because=_LINE,
        by={"type": "string", "minLength": 1, "maxLength": 100},
        saw={"type": "string", "maxLength": 64},
    ),
    "Withdrawal": _object(
        ("because",), because=_LINE, by={"type": "string", "minLength": 1, "maxLength": 100}
    ),
    "Intake": _object(
        addresses={"type": "array", "maxItems": 500, "items": {"type": "string", "format": "uri"}},
        text={"type": "string", "maxLength": 1_000_000},
    ),
    "Upload": _object(
        files={"type": "array", "items": {"type": "string", "format": "binary"}},
        addresses=_TEXT,
        text=_TEXT,
    ),
    "Job": _object(("number", "state"), number=_WHOLE, state=_TEXT, told=_object()),
    "Jobs": _page(_of("Job")),
    "Wanted": _object(
        ("format",),
        format={"type": "string", "enum": [*FORMS]},
        claim={"type": "string", "minLength": 1, "maxLength": 64},
    ),
    "Export": _object(("number", "form", "state"), number=_WHOLE, form=_TEXT, state=_TEXT),
    "Exports": _page(_of("Export")),
    "File": {"type": "string", "format": "binary"},
}
