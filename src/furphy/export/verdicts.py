"""What people judged, in the words in which people are told of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from furphy.export.visible import on_one_line
from furphy.export.wording import FIRMNESS
from furphy.model.factuality import Commitment
from furphy.model.verdict import Opinion, Verdict

_NONE = "none"
_ANSWERS = {"answer", "same", "verdict", "grade"}
"""Questions that the machine itself does not answer."""

_QUESTIONS = {
    "answer": "it is so",
    "holder": "who says so",
    "value": "how firmly",
    "author-value": "how firmly the document itself",
}
"""What is asked, where the name that programs have for it is no plain word."""

_FIRMLY = {"value", "author-value"}

_SIGNED = "verdict"
"""Of these several may stand side by side without any dispute."""

_DAY = 10


def told(verdict: Verdict) -> str:
    """Return what people say to a question, what the machine had, and who says so and why."""
    asked = _QUESTIONS.get(verdict.asked, verdict.asked)
    if verdict.words is not None:
        asked += f" of “{verdict.words}”"
    answer = "disputed" if verdict.is_disputed else _answer(verdict, verdict.value)
    if verdict.value is None and verdict.asked == _SIGNED:
        answer = "several"
    had = "" if verdict.asked in _ANSWERS else f" (furphy: {_answer(verdict, verdict.original)})"
    whose = "; ".join(_opinion(each, verdict) for each in verdict.opinions)
    return on_one_line(f"{asked}: {answer}{had}; {whose}")


def of(verdicts: Sequence[Verdict], assertion: int | None) -> list[str]:
    """Return what is told of an assertion, or with None of the document as a whole."""
    return [told(each) for each in verdicts if each.assertion == assertion]


def _opinion(opinion: Opinion, verdict: Verdict) -> str:
    differs = verdict.is_disputed or (verdict.value is None and verdict.asked == _SIGNED)
    said = f" says {_answer(verdict, opinion.value)}" if differs else ""
    return f"{opinion.by}{said}, {opinion.at[:_DAY]}: {opinion.because}"


def _answer(verdict: Verdict, value: object) -> str:
    """Return a value, of how firmly something is said with what its code means."""
    told = answer_of(value)
    if verdict.asked in _FIRMLY and told in {*Commitment}:
        return f"{told} {FIRMNESS[Commitment(told)].words}"
    return told


def answer_of(value: object) -> str:
    """Return a value of any field; those of JSON by what they are known to hold."""
    if value is None:
        return _NONE
    if not isinstance(value, Mapping):
        return str(value)
    return rating(value) if "rating" in value else _field(value)


def _field(value: Mapping[str, Any]) -> str:
    """Return what a field ought to be."""
    if "lat" in value:
        name = value.get("name")
        return f"{f'{name} at ' if name else ''}{value['lat']:g},{value['lon']:g}"
    if value.get("interval"):
        start, end = value["interval"]
        return f"{start} to {end}"
    if "low" in value:
        low, high = (value.get(each) for each in ("low", "high"))
        ends = f"{_bound(low)}" if low == high else f"{_bound(low)}..{_bound(high)}"
        return f"{ends} {value.get('unit') or ''}".strip()
    return str(value.get("name") or value.get("value") or _NONE)


def rating(value: Mapping[str, object]) -> str:
    """Return the rating of a verdict, with the number and its scale where there are such."""
    if "rating_value" not in value:
        return f"“{value['rating']}”"
    scale = f"{value['rating_value']:g} of {value['worst']:g} to {value['best']:g}"
    return f"“{value['rating']}” ({scale})"


def _bound(value: object) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, int | float) else str(value)
