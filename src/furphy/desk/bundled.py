"""What a bundle holds: names of its files, and what each of them says."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import furphy
from furphy.casebook.canonical import Json
from furphy.casebook.journal import Entry
from furphy.casebook.judgements import Field, Judgement, JudgementKind
from furphy.casebook.relation import Relation, RelationKind
from furphy.vectors.choosing import available

SCHEMA = 1
"""Of the bundles that this furphy makes, and the newest that it can check."""

ABOUT = "bundle.json"
READINGS = "readings.jsonl"
JUDGEMENTS = "judgements.jsonl"
RELATIONS = "relations.jsonl"
JOURNAL = "journal.jsonl"
TRACE = "trace.json"
AS_SHOWN = "trace-as-shown.json"
README = "README.txt"
ORIGINALS = "originals/"

TOLD = """This is a proof bundle of one claim, in the layout of BagIt.

furphy verify BUNDLE.zip checks it without a network: every byte against the manifests, then the
documents read again, and the claim traced again.

bundle.json          the claim, the documents, and the versions that read and traced them
originals/           the bytes of the documents as they were captured, named by their SHA-256
readings.jsonl       what furphy read in them, one document a line, under their ids
judgements.jsonl     what people judged of them, verdicts and grades too
relations.jsonl      what people stated of their sources
journal.jsonl        entries of the casebook's journal that vouch for these, in full, and the links
                     between them, each with its digest and that of the entry before
trace.json           the claim traced over exactly these documents: those that make the claim, that
                     these were made from, and that contradict it
trace-as-shown.json  the claim as it was traced over the whole casebook, in which more documents may
                     bear on it; this one cannot be made again from the bundle
"""


def lines(objects: Iterable[Mapping[str, Json]]) -> bytes:
    """Return objects as JSON Lines."""
    written = (json.dumps(each, ensure_ascii=False, sort_keys=True) for each in objects)
    return "".join(f"{each}\n" for each in written).encode("utf-8", "replace")


def objects(data: bytes) -> list[Any]:
    """Return what JSON Lines hold; raises :class:`ValueError` where they are none."""
    return [json.loads(each) for each in data.decode().split("\n") if each]


def made_by() -> dict[str, Json]:
    """Return what reads and traces here, as far as it is not told by each reading."""
    vectors = available()
    return {
        "furphy": furphy.__version__,
        "vectors": None if vectors is None else type(vectors).__name__,
    }


def judgement_of(told: Mapping[str, Any]) -> Judgement:
    """Return a judgement that :func:`judgement_told` told; raise ValueError for anything else."""
    field = told["field"]
    _check_texts(told["by"], told["because"], told["at"], told["words"] or "")
    if not isinstance(told["subjects"], list):
        raise ValueError("subjects of a judgement are a list")  # noqa: TRY004 - as for all else
    _check_texts(*told["subjects"])
    return Judgement(
        JudgementKind(told["kind"]),
        tuple(told["subjects"]),
        told["value"],
        told["by"],
        told["because"],
        told["at"],
        None if field is None else Field(field),
        told["words"],
    )


def judgement_told(judgement: Judgement) -> dict[str, Json]:
    """Return all there is to a judgement."""
    return {
        "id": judgement.id,
        "kind": judgement.kind.value,
        "subjects": [*judgement.subjects],
        "field": judgement.field and judgement.field.value,
        "words": judgement.words,
        "value": judgement.value,
        "by": judgement.by,
        "because": judgement.because,
        "at": judgement.at,
    }


def relation_of(told: Mapping[str, Any]) -> Relation:
    """Return a relation that :func:`relation_told` told; raise ValueError for anything else."""
    _check_texts(*(told[each] for each in ("one", "other", "by", "because", "at")))
    if not isinstance(told["weight"], int | float | None):
        raise ValueError("the weight of a relation is a number")  # noqa: TRY004 - as for all else
    return Relation(**{**told, "kind": RelationKind(told["kind"])})


def relation_told(relation: Relation) -> dict[str, Json]:
    """Return all there is to a relation between sources."""
    return {**asdict(relation), "kind": relation.kind.value}


def _check_texts(*values: object) -> None:
    if not all(isinstance(each, str) and "\0" not in each for each in values):
        raise ValueError("something is no text that should be one")


def entry_of(told: Mapping[str, Any]) -> Entry:
    """Return an entry of a journal that stands in a bundle in full."""
    return Entry(**told)
