"""How spans, numbers and evidence are written in the public JSON."""

from math import isfinite
from typing import TypeAlias

from furphy.model.evidence import Evidence
from furphy.model.text import Span, Spans

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Fields: TypeAlias = dict[str, Json]


def pairs(spans: Spans) -> list[Json]:
    """Return where the parts of a stretch stand."""
    return [pair(span) for span in spans]


def pair(span: Span) -> Json:
    """Return a span as its start and end."""
    return [span.start, span.end]


def number(value: float | None) -> Json:
    """Return a number, whole where it is whole; null where JSON has no such number."""
    if value is None or not isfinite(value):
        return None
    return int(value) if value == int(value) else value


def evidence(given: Evidence) -> Fields:
    """Return the rule that fired and how often it is right."""
    return {"rule": given.rule, "score": given.score}
