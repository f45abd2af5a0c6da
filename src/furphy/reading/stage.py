"""What a stage is, and how stages are run.

A stage is a function from what is known about a document to new notes on it. It declares the
kinds of note it needs and gives; it changes nothing, and no stage calls another.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from furphy.errors import PipelineError
from furphy.model.document import Document

Finding = TypeVar("Finding")


@dataclass(frozen=True, slots=True)
class Draft:
    """A document and everything found in it so far."""

    document: Document
    language: str
    found: dict[type, tuple[Any, ...]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The document's text, which every span points into."""
        return self.document.text

    def every(self, kind: type[Finding]) -> tuple[Finding, ...]:
        """Return the findings of one kind, in the order they were made."""
        return self.found.get(kind, ())

    def the(self, kind: type[Finding]) -> Finding:
        """Return the one finding of a kind that a document has exactly one of."""
        (only,) = self.every(kind)
        return only


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a reading, as declared by :func:`stage`."""

    name: str
    needs: frozenset[type]
    gives: frozenset[type]
    run: Callable[[Draft], Iterable[Any]]


def stage(
    *, needs: Iterable[type] = (), gives: Iterable[type]
) -> Callable[[Callable[[Draft], Iterable[Any]]], Stage]:
    """Declare a function to be a stage."""

    def declare(run: Callable[[Draft], Iterable[Any]]) -> Stage:
        return Stage(run.__name__, frozenset(needs), frozenset(gives), run)

    return declare


def run(draft: Draft, stages: Sequence[Stage]) -> Draft:
    """Run the stages over a document, in order."""
    found = dict(draft.found)
    known = frozenset(found)
    for each in stages:
        if missing := each.needs - known:
            names = ", ".join(sorted(kind.__name__ for kind in missing))
            raise PipelineError(f"{each.name} needs {names}, which no earlier stage gives")
        now = Draft(draft.document, draft.language, found)
        fresh: dict[type, list[Any]] = {kind: [] for kind in each.gives}
        for finding in each.run(now):
            if type(finding) not in fresh:
                raise PipelineError(f"{each.name} gives {type(finding).__name__} undeclared")
            fresh[type(finding)].append(finding)
        found = found | {kind: (*found.get(kind, ()), *new) for kind, new in fresh.items()}
        known |= each.gives
    return Draft(draft.document, draft.language, found)
