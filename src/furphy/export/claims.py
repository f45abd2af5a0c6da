"""Claims as the public JSON has them."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, TypeAlias

from furphy.export.dossier.material import Numbered
from furphy.export.records import Record
from furphy.export.tracing import because, derivation_record
from furphy.model.account import Account, Counterclaim, Merge, Recycling, Root, StatusEvent, Variant
from furphy.model.derivation import Derivation
from furphy.model.reading import Reading
from furphy.model.signed import Grade, SignedVerdict
from furphy.model.text import Span
from furphy.model.verdict import Verdict
from furphy.tracing.origins import LIKELY
from furphy.tracing.traced import Traced, Window

Said: TypeAlias = Mapping[str, Sequence[Verdict]]
"""What people say of assertions, by their ids."""


def claim_record(
    account: Account, readings: Numbered[Reading], said: Said = MappingProxyType({})
) -> dict[str, Any]:
    """Return a claim as a row; documents go by their keys."""
    count = account.behind.count
    status = account.timeline.status
    return {
        "id": account.id,
        "text": account.text,
        "assertions": [
            _known({**_assertion(each, readings), **_judged(each, said)})
            for each in account.variants
        ],
        "rejected": _rejected(account, readings, said),
        "origins": {"low": count.low, "best": count.best, "high": count.high},
        "documents": len(account.documents),
        "outlets": len(account.outlets),
        "first_seen": account.first_seen,
        "status": None if status is None else status.value,
        "recycled": bool(account.timeline.recycled) or None,
        "contradictions": [
            contradiction_record(each, account, readings) for each in account.counterclaims
        ],
    }


def trace_text(
    account: Account,
    documents: Numbered[Traced],
    readings: Numbered[Reading],
    said: Said = MappingProxyType({}),
) -> str:
    """Return all that is told of a claim as the text of a JSON object."""
    record = trace_record(account, documents, readings, said)
    return json.dumps(record, ensure_ascii=False, indent=1)


def trace_record(
    account: Account,
    documents: Numbered[Traced],
    readings: Numbered[Reading],
    said: Said = MappingProxyType({}),
) -> Record:
    """Return all that is told of a claim, with what people ``said`` of its assertions."""
    behind = account.behind
    nodes = sorted({*account.documents, *behind.through})
    return {
        "schema": "furphy/trace/1",
        **_known(claim_record(account, readings, said)),
        "assertions": [
            {**_variant(each, readings), **_judged(each, said)} for each in account.variants
        ],
        "outlet_names": [*account.outlets],
        "stemma": {
            "nodes": [_node(each, account, documents, readings) for each in nodes],
            "edges": [
                {**derivation_record(each, documents), "taken": each.score >= LIKELY}
                for each in behind.links
            ],
        },
        "origin_roots": [_root(each, documents) for each in behind.roots],
        "merges": [_merge(each, documents) for each in behind.merges],
        "changing": [_link(each, documents) for each in behind.changing],
        "timeline": [_event(each, documents) for each in account.timeline.events],
        "recycled": [_recycled(each, documents) for each in account.timeline.recycled],
        "proposed": [
            {"claim": each.claim, "text": each.text, "score": each.score}
            for each in account.kindred
        ],
        "because": [because(each) for each in account.because],
        "verdicts": [verdict_record(each) for each in account.verdicts],
        "grades": [grade_record(each) for each in account.grades],
    }


def _rejected(
    account: Account, readings: Numbered[Reading], said: Said
) -> list[dict[str, Any]] | None:
    """Return what is left out of a claim since people reject it; None where that is nothing."""
    return [
        {**_variant(each, readings), **_judged(each, said)} for each in account.rejected
    ] or None


def _judged(each: Variant, said: Said) -> dict[str, Any]:
    """Return what people say of an assertion beside what was read; no member where they do not."""
    found = [judged_record(verdict) for verdict in said.get(each.id, ())]
    return {"judged": found} if found else {}


def judged_record(verdict: Verdict) -> dict[str, Any]:
    """Return what people say to one question, beside what was read (``original``)."""
    return {
        "asked": verdict.asked,
        "words": verdict.words,
        "state": "disputed" if verdict.is_disputed else "standing",
        "value": verdict.value,
        "original": verdict.original,
        "judgements": [
            {"value": each.value, "by": each.by, "because": each.because, "at": each.at}
            for each in verdict.opinions
        ],
    }


def verdict_record(each: SignedVerdict) -> dict[str, Any]:
    """Return a verdict; what its author did not state is absent."""
    scale = each.scale
    numbers = {} if scale is None else {"rating_value": scale.value, "worst": scale.worst}
    return _known(
        {
            "id": each.id,
            "rating": each.rating,
            **numbers,
            "best": None if scale is None else scale.best,
            "url": each.url,
            "claim_reviewed": each.claim_reviewed,
            "by": each.by,
            "because": each.because,
            "at": each.at,
            "assertions": [*each.assertions],
        }
    )


def grade_record(each: Grade) -> dict[str, Any]:
    """Return a grade: a letter with the source it is about, or a digit of the claim."""
    told = None if each.source is None else {"name": each.source, "kind": each.source_kind}
    return _known(
        {
            "id": each.id,
            "scheme": "admiralty",
            "value": each.value.value,
            "source": told,
            "by": each.by,
            "because": each.because,
            "at": each.at,
            "disputed": each.is_disputed or None,
        }
    )


def contradiction_record(
    each: Counterclaim, account: Account, readings: Numbered[Reading]
) -> dict[str, Any]:
    """Return a contradiction: its kind, the words on both sides, and the claim on the other."""
    own, found = account.variants[each.own], each.contradiction
    return {
        "kind": found.kind.value,
        "detail": found.detail,
        "score": each.score,
        "one": _side(own, found.one, readings),
        "other": {**_side(each.other, found.other, readings), "claim": each.claim},
    }


def _side(told: Variant, span: Span, readings: Numbered[Reading]) -> dict[str, Any]:
    document = readings[told.document].document
    return _known(
        {
            "document": document.key,
            "assertion": told.assertion,
            "assertion_text": told.text,
            "span": [span.start, span.end],
            "text": span.of(document.text),
        }
    )


def _assertion(each: Variant, readings: Numbered[Reading]) -> dict[str, Any]:
    return {
        "document": readings[each.document].document.key,
        "assertion": each.assertion,
        "span": [each.span.start, each.span.end],
        "id": each.id,
    }


def _variant(each: Variant, readings: Numbered[Reading]) -> dict[str, Any]:
    document = readings[each.document].document
    return _known(
        {
            **_assertion(each, readings),
            "text": each.text,
            "outlet": document.outlet,
            "published": None if document.published is None else document.published.start,
            "language": document.language,
            "chain": [*each.chain] if each.chain else None,
            "holder": None if each.informant is None else each.informant.name,
            "factuality": None if each.commitment is None else each.commitment.value,
            "denies": each.denies or None,
        }
    )


def _node(
    number: int, account: Account, documents: Numbered[Traced], readings: Numbered[Reading]
) -> dict[str, Any]:
    document = readings[number].document
    return _known(
        {
            "document": document.key,
            "outlet": document.outlet,
            "title": document.title,
            "url": document.url,
            "language": document.language,
            "published": _window(documents[number].published),
            "tells": number in account.documents,
        }
    )


def _window(window: Window | None) -> list[str] | None:
    return None if window is None else [_moment(window.start), _moment(window.end)]


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")


def _root(root: Root, documents: Numbered[Traced]) -> dict[str, Any]:
    return {
        "document": documents[root.document].key,
        "informants": [*root.informants],
        "documents": [documents[each].key for each in root.documents],
        "because": [each.value for each in root.grounds],
    }


def _merge(merge: Merge, documents: Numbered[Traced]) -> dict[str, Any]:
    return {
        "one": documents[merge.one].key,
        "other": documents[merge.other].key,
        "bond": merge.bond.value,
        "score": merge.score,
        "detail": merge.detail,
        "taken": merge.score >= LIKELY,
    }


def _link(link: Derivation | Merge, documents: Numbered[Traced]) -> dict[str, Any]:
    if isinstance(link, Merge):
        return _merge(link, documents)
    told = derivation_record(link, documents)
    kept = {name: told[name] for name in ("from", "to", "kind", "score")}
    return {**kept, "taken": link.score >= LIKELY}


def _event(event: StatusEvent, documents: Numbered[Traced]) -> dict[str, Any]:
    return _known(
        {
            "value": event.value.value,
            "basis": event.basis.value,
            "document": documents[event.document].key,
            "span": [event.span.start, event.span.end],
            "text": event.text,
            "by": event.by,
            "at": event.at,
            "when": event.when,
        }
    )


def _recycled(each: Recycling, documents: Numbered[Traced]) -> dict[str, Any]:
    return {
        "document": documents[each.document].key,
        "after": documents[each.after].key,
        "silence_days": round(each.silence / 86_400, 2),
        "usual_days": round(each.usual / 86_400, 2),
    }


def _known(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value is not None}
