"""A reading as the public JSON object, schema ``furphy/reading/1``.

Field names are public API: fields are added, none is renamed. Offsets are Unicode code points into
``document.text``, half-open. Absent or null means unknown.
"""

import json

from furphy.export.fields import Fields, Json, evidence, pair, pairs
from furphy.export.grounding import grounding
from furphy.model.assertion import Assertion, Status
from furphy.model.attribution import Attribution, Source
from furphy.model.document import DerivedFrom, Document, Note, Published, Segment
from furphy.model.factuality import Factuality
from furphy.model.reading import Maker, Reading
from furphy.model.text import Span, Spans, quoted

SCHEMA = "furphy/reading/1"

# Legal inside a JSON string, but many programs that split JSON Lines take them for line ends.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def line(reading: Reading) -> str:
    """Return a reading as one line of JSON, without the line end."""
    return json.dumps(reading_object(reading), ensure_ascii=False).translate(_LINE_ENDS)


def reading_object(reading: Reading) -> Fields:
    """Return a reading as the object that the schema describes."""
    text = reading.document.text
    notes = dict.fromkeys((*reading.document.notes, *reading.notes))
    return {
        "schema": SCHEMA,
        "made_by": _maker(reading.made_by),
        "document": _document(reading.document),
        "sources": [_source(*each) for each in enumerate(reading.sources)],
        "attributions": [_attribution(*each) for each in enumerate(reading.attributions)],
        "assertions": [
            {"id": index} | _assertion(each, text) for index, each in enumerate(reading.assertions)
        ],
        **grounding(reading),
        "notes": [_note(each) for each in notes],
    }


def _maker(maker: Maker) -> Fields:
    return {
        "version": maker.version,
        "parser": maker.parser,
        "gazetteers": [*maker.gazetteers],
    }


def _document(document: Document) -> Fields:
    beside = {
        "updated": document.updated,
        "captured": document.captured,
        "replies_to": document.replies_to,
    }
    return {
        "id": document.id,
        "key": document.key,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "language": document.language,
        "published": _published(document.published),
        **{name: value for name, value in beside.items() if value is not None},
        "text": document.text,
        "segments": [_segment(each) for each in document.segments],
        "derived_from": [_derived(each) for each in document.derived_from],
    }


def _published(published: Published | None) -> Json:
    if published is None:
        return None
    return {"interval": [published.start, published.end], "basis": published.basis.value}


def _segment(segment: Segment) -> Fields:
    fields: Fields = {"kind": segment.kind.value, **_ends(segment.span)}
    if segment.language is not None:
        fields["language"] = segment.language
    if segment.page is not None:
        fields["page"] = segment.page
    return fields


def _derived(derived: DerivedFrom) -> Fields:
    fields: Fields = {"kind": derived.kind.value, "target": derived.target}
    return fields | (_ends(derived.span) if derived.span else {})


def _source(index: int, source: Source) -> Fields:
    return {
        "id": index,
        "name": source.name,
        "kind": source.kind.value,
        "description": source.description,
        "mentions": pairs(source.mentions),
        "identity": source.identity,
    }


def _attribution(index: int, attribution: Attribution) -> Fields:
    return {
        "id": index,
        "source": attribution.source,
        **_first_and_all("source", attribution.source_spans),
        **_first_and_all("cue", attribution.cue_spans),
        "content_spans": pairs(attribution.content_spans) or None,
        "mode": attribution.mode.value,
        "stance": attribution.stance.value,
        "parent": attribution.parent,
        "evidence": evidence(attribution.evidence),
    }


def _assertion(assertion: Assertion, text: str) -> Fields:
    return {
        "spans": pairs(assertion.spans),
        "text": quoted(text, assertion.spans),
        "segment": assertion.segment,
        "attribution": assertion.attribution,
        "factuality": _factuality(assertion.factuality),
        "author_factuality": _factuality(assertion.author_factuality),
        "status": [_status(each) for each in assertion.status],
        "kind": assertion.kind.value,
        "reports": assertion.reports,
        "within": assertion.within,
        "places": [*assertion.toponyms],
        "times": [*assertion.times],
        "quantities": [*assertion.quantities],
        "evidence": evidence(assertion.evidence),
    }


def _factuality(factuality: Factuality) -> Fields:
    return {
        "value": factuality.value.value,
        "degree": factuality.degree,
        "cues": [{"kind": cue.kind.value, "span": pair(cue.span)} for cue in factuality.cues],
    }


def _status(status: Status) -> Fields:
    return {
        "value": status.value.value,
        "span": pair(status.span),
        "when": status.when,
        "by": status.by,
    }


def _note(note: Note) -> Fields:
    span = {"span": pair(note.span)} if note.span else {}
    return {"code": note.code, **span, "message": note.message}


def _first_and_all(name: str, spans: Spans) -> Fields:
    """Give the first part under the name every reader knows, and all parts where there are more."""
    fields: Fields = {f"{name}_span": pair(spans[0]) if spans else None}
    if len(spans) > 1:
        fields[f"{name}_spans"] = pairs(spans)
    return fields


def _ends(span: Span) -> Fields:
    return {"start": span.start, "end": span.end}
