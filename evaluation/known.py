"""Made corpora whose derivations are known: what ``make_chains.py`` writes."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from furphy.desk.traceable import traced
from furphy.ingest import open_path
from furphy.model.document import Document
from furphy.tracing.corpus import in_order
from furphy.tracing.traced import Traced


@dataclass(frozen=True, slots=True)
class Truth:
    """What is known of a document."""

    parents: tuple[tuple[str, str], ...]
    """Keys of what it was made from, and how."""
    origins: frozenset[str]
    version: str
    """Equal for verbatim copies."""
    at: str
    """When it was made, ISO 8601."""


def documents_of(folder: Path) -> Iterator[Document]:
    """Yield the documents of a corpus."""
    for path in sorted((folder / "docs").glob("*.jsonl")):
        yield from (each for each in open_path(path) if isinstance(each, Document))


def traced_documents(folder: Path) -> list[Traced]:
    """Return the documents of a corpus in the order in which they are traced."""
    found = [traced(each) for each in documents_of(folder)]
    return [found[number] for number in in_order(found)]


def truth_of(folder: Path) -> dict[str, Truth]:
    """Return what is known of each document, by its key."""
    lines = (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["key"]: _truth(row) for row in map(json.loads, lines)}


def _truth(row: dict[str, Any]) -> Truth:
    return Truth(
        tuple((each["key"], each["kind"]) for each in row["parents"]),
        frozenset(map(str, row["origins"])),
        str(row["version"]),
        str(row["at"]),
    )


def is_source(
    truth: Mapping[str, Truth], source: str, target: str, *, translated: bool = False
) -> bool:
    """Tell whether a document was made from another, or from an earlier verbatim copy of that.

    ``translated`` tells whether by translation or within its language.
    """
    parents = truth[target].parents
    made = {truth[each].version for each, kind in parents if (kind == "translation") == translated}
    return truth[source].version in made and truth[source].at <= truth[target].at
