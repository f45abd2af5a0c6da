"""Corpora whose derivations are known, as ``make_chains.py`` writes them: documents and truth."""

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from evaluation.known import traced_documents
from furphy.tracing.traced import Traced


@dataclass(frozen=True)
class Chains:
    """A corpus."""

    documents: list[Traced]
    truth: dict[str, dict[str, Any]]
    """What is known of each document, by its key."""

    @cached_property
    def versions(self) -> dict[object, list[str]]:
        """Return the keys of documents that are verbatim the same, by version."""
        found: dict[object, list[str]] = defaultdict(list)
        for key, row in self.truth.items():
            found[row.get("version", key)].append(key)
        return found

    def parents(self, kind: str) -> dict[str, set[str]]:
        """Return for each document made so the documents that count as its source.

        Those are the source itself and its verbatim copies that were there before: nothing in a
        text tells which of them was used.
        """
        found: dict[str, set[str]] = defaultdict(set)
        for key, row in self.truth.items():
            for parent in row["parents"]:
                if parent["kind"] == kind:
                    version = self.truth[parent["key"]].get("version", parent["key"])
                    found[key] |= {
                        each
                        for each in self.versions[version]
                        if self.truth[each]["at"] <= row["at"]
                    }
        return dict(found)

    def roots(self) -> dict[str, set[str]]:
        """Return for each document the documents without a parent that it goes back to."""
        found: dict[str, set[str]] = {}
        for key in sorted(self.truth, key=lambda each: str(self.truth[each]["at"])):
            above = [found[each["key"]] for each in self.truth[key]["parents"]]
            found[key] = set[str]().union(*above) or {key}
        return found


def load(folder: Path) -> Chains:
    """Read a corpus."""
    lines = (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    return Chains(traced_documents(folder), {row["key"]: row for row in map(json.loads, lines)})
