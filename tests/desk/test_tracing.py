"""A traced casebook says the same whatever was kept of it, and however it came to be."""

import json
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from collections_made import by_chance, collection
from stored import add, clock, judge

from furphy.casebook.casebook import Casebook
from furphy.casebook.current import current
from furphy.casebook.judgements import Judgement, JudgementKind
from furphy.desk import many_hands
from furphy.desk.kept_traces import place
from furphy.desk.tracing import Trace, Tracer, trace
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


def test_several_processes_find_what_one_does(
    tmp_path: Path, documents: list[Traced], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many_hands, "_FEW", 0)
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


def everything(found: Trace) -> tuple[object, ...]:
    return found.heads, [*found.stemma.links], found.stemma.likely, found.stemma.sure


def test_a_tracer_that_stays_finds_what_is_found_from_nothing(tmp_path: Path) -> None:
    chance = by_chance(1)
    documents = collection(60, chance)
    chance.shuffle(documents)
    where = casebook(tmp_path, "case", documents[:36])
    met = documents[:36]
    with Tracer(where) as tracer:
        tracer.trace()
        for each in documents[36:41]:
            more = [each]
            if chance.random() < 0.4:
                # Met again under its key, with other words and another time.
                was = chance.choice(met)
                changed = replace(was, text=f"{chance.choice(met).text} {was.text}", published=None)
                more.append(changed)
            casebook(tmp_path, "case", more)
            met.append(each)
            if chance.random() < 0.4:
                _judge(where, chance)
            found = everything(tracer.trace())
            beside = shutil.copy(where, tmp_path / f"beside {len(met)}")
            assert everything(trace(str(beside))) == found
    assert everything(trace(where)) == found


def _judge(where: str, chance: random.Random) -> None:
    with Casebook.open(where) as book, book.reading() as connection:
        some = sorted(each.reading.document.id for each in current(connection))
    kind = chance.choice((JudgementKind.MERGE, JudgementKind.SPLIT))
    subjects = tuple(chance.sample(some, 2))
    with Casebook.open(where) as book:
        judge(book, Judgement(kind, subjects, None, "A", "by the letter", clock()))


def test_what_a_tracer_found_is_kept_when_it_ends(tmp_path: Path, documents: list[Traced]) -> None:
    where = casebook(tmp_path, "case", documents[:-1])
    with Tracer(where) as tracer:
        tracer.trace()
        casebook(tmp_path, "case", documents[-1:])
        found = everything(tracer.trace())
    assert everything(trace(where)) == found


def test_a_tracer_is_entered_before_it_traces(tmp_path: Path, documents: list[Traced]) -> None:
    tracer = Tracer(casebook(tmp_path, "case", documents[:2]))
    with pytest.raises(RuntimeError, match="entered"):
        tracer.trace()
