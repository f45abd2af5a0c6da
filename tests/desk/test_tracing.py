"""A traced casebook says the same whatever was kept of it, and however it came to be."""

import json
from pathlib import Path

import pytest
from collections_made import by_chance, collection
from stored import add

from furphy.casebook.casebook import Casebook
from furphy.desk.kept_traces import place
from furphy.desk.tracing import Trace, trace
from furphy.export.tracing import derivation_record, origin_records
from furphy.model.document import Basis, Document, Published, Segment, SegmentKind
from furphy.model.reading import Maker, Reading
from furphy.model.text import Span
from furphy.tracing.traced import Traced


def written(found: Trace) -> list[str]:
    derivations = [derivation_record(each, found.heads) for each in found.taken()]
    return [json.dumps(each) for each in (*derivations, *_origins(found))]


def _origins(found: Trace) -> list[dict[str, object]]:
    return [*origin_records(found.heads, found.stemma.likely)]


def reading(told: Traced) -> Reading:
    window = told.published
    return Reading(
        Document(
            id=f"sha256:{told.key}",
            key=told.key,
            text=told.text,
            segments=(Segment(SegmentKind.PARAGRAPH, Span(0, len(told.text))),),
            language=told.language,
            url=told.url,
            title=told.title,
            outlet=told.outlet,
            published=None
            if window is None
            else Published(_at(window.start), _at(window.end), Basis.METADATA),
        ),
        Maker("0", "none", ()),
    )


def _at(seconds: float) -> str:
    return f"2024-03-{1 + int(seconds // 86400):02}T{int(seconds % 86400 // 3600):02}:00:00+00:00"


def casebook(folder: Path, name: str, documents: list[Traced]) -> str:
    folder.mkdir(exist_ok=True)
    where = str(folder / name)
    with Casebook.create_or_open(where) as book:
        add(book, *map(reading, documents))
    return where


@pytest.fixture(scope="module")
def documents() -> list[Traced]:
    """Return documents of several languages that were made from each other."""
    return collection(40, by_chance(7))


def test_documents_that_are_added_later_give_what_all_together_give(
    tmp_path: Path, documents: list[Traced]
) -> None:
    some = [*documents]
    by_chance(1).shuffle(some)
    where = casebook(tmp_path, "grown", some[:30])
    trace(where)
    for each in some[30:36]:
        casebook(tmp_path, "grown", [each])
        written(trace(where))
    found = written(trace(where))
    place(where).unlink()
    assert written(trace(where)) == found
    other = casebook(tmp_path, "at once", sorted(some[:36], key=lambda each: each.key))
    assert written(trace(other)) == found


def test_several_processes_find_what_one_does(tmp_path: Path, documents: list[Traced]) -> None:
    where = casebook(tmp_path, "case", documents)
    found = written(trace(where, jobs=1))
    place(where).unlink()
    assert written(trace(where, jobs=2)) == found


def test_texts_are_fetched_when_they_are_asked_for(tmp_path: Path, documents: list[Traced]) -> None:
    where = casebook(tmp_path, "case", documents)
    trace(where)
    found = trace(where)
    assert {each.text for each in found.heads} == {""}
    assert [each.text for each in found.documents] == [
        each.document.text for each in found.readings
    ]
    assert {each.text for each in found.documents} == {each.text for each in documents}
