"""Judgements in plain sentences, as pages tell them."""

from collections.abc import Mapping
from typing import Any

from furphy.desk.history import Judgement
from furphy.export.verdicts import answer_of
from furphy.export.wording import FIRMNESS
from furphy.model.factuality import Commitment
from furphy.model.signed import Credibility, Reliability

_ANSWERS = {"yes": "says that it is so", "no": "says that it is not so", "unsure": "is unsure"}
_DEEDS = {
    "merge": "says that they are the same",
    "split": "says that they are not the same",
    "withdraw": "withdraws it",
}
_FIELDS = {
    "holder": "who says so",
    "value": "how firmly they say so",
    "author-value": "how firmly the document itself says so",
    "place": "the place",
    "time": "the time",
    "quantity": "the quantity",
}
_COMMITMENTS = {"value", "author-value"}
_RELIABLE = {
    Reliability.COMPLETELY: "completely reliable",
    Reliability.USUALLY: "usually reliable",
    Reliability.FAIRLY: "fairly reliable",
    Reliability.NOT_USUALLY: "not usually reliable",
    Reliability.UNRELIABLE: "unreliable",
    Reliability.CANNOT_BE_JUDGED: "cannot be judged",
}


def grade(given: Reliability | Credibility) -> str:
    """Return a grade of the Admiralty scale with what it means: "B, usually reliable"."""
    words = (
        _RELIABLE[given] if isinstance(given, Reliability) else given.name.lower().replace("_", " ")
    )
    return f"{given.value}, {words}"


def plainly(judgement: Judgement) -> str:
    """Return what somebody decided, as it goes on behind "Koval"; it may hold hostile text."""
    kind, value = judgement.kind.value, judgement.value
    if kind == "correct" and judgement.field is not None:
        return _correction(judgement.field.value, judgement.words, value)
    if kind == "answer":
        return _ANSWERS[str(value)]
    if kind == "relabel":
        return f"calls it {value}"
    if kind == "verdict" and isinstance(value, Mapping):
        return _verdict(value)
    if kind == "grade":
        letter = str(value) in [*Reliability]
        return f"gives the grade {grade((Reliability if letter else Credibility)(str(value)))}"
    return _DEEDS.get(kind, kind)


def _correction(field: str, words: str | None, value: Any) -> str:  # noqa: ANN401 - by its field
    of = "" if words is None else f" called “{words}”"
    told = answer_of(value)
    if field in _COMMITMENTS:
        told = FIRMNESS[Commitment(value)].words
    elif value is None:
        told = "the document itself" if field == "holder" else "nothing that could be found"
    elif field == "holder" and isinstance(value, Mapping):
        told = str(value["name"])
    return f"corrects {_FIELDS[field]}{of} to {told}"


def _verdict(value: Mapping[str, Any]) -> str:
    told = f"concludes: {value['rating']}"
    if "rating_value" in value:
        scale = (f"{value[name]:g}" for name in ("rating_value", "worst", "best"))
        told += " ({} on a scale from {} to {})".format(*scale)
    if "claim_reviewed" in value:
        told += f"; the claim as reviewed: “{value['claim_reviewed']}”"
    return told
