"""Fit the weights of ``derivation_weights.tsv`` on made corpora whose derivations are known.

    python -m evaluation.fit_derivations CORPUS [CORPUS …]

A corpus is what ``make_chains.py`` writes, with its ``truth.jsonl``. A source counts as right where
it is any earlier verbatim copy of a true one, for nothing in a text tells which of two copies was
used. Figures are to be taken on corpora of other seeds than those named here.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.known import Truth, traced_documents, truth_of
from furphy.tracing.candidates import candidates_of, prepared
from furphy.tracing.explaining import features

_TO = Path("src/furphy/lexicon/data/any/derivation_weights.tsv")
_PENALTY = 1e-4
_STEPS = 1500
_RATE = 0.05
_HEAD = """\
# What speaks for and against a document's being made from another (tracing/explaining.py): weights
# of a conditional logit, fitted by evaluation/fit_derivations.py on made corpora.
feature	weight
"""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choices:
    """Documents' candidates: rows of features, the document of each, and which are right."""

    names: tuple[str, ...]
    rows: Numbers
    of: NDArray[np.int64]
    right: Numbers
    none: Numbers
    """For each document, 1 where none of its candidates is right."""


def choices(folder: Path) -> Iterator[tuple[list[dict[str, float]], list[float]]]:
    """Yield the candidates of each document of a corpus that has any, and which are right."""
    truth = truth_of(folder)
    corpus = prepared(traced_documents(folder))
    keys = [each.key for each in corpus.documents]
    for number, candidates in enumerate(candidates_of(corpus)):
        found = [*features(corpus, candidates)]
        if found:
            right = [float(_is_right(truth, keys[source], keys[number])) for source, _ in found]
            yield [each for _, each in found], right


def _is_right(truth: dict[str, Truth], source: str, target: str) -> bool:
    parents = truth[target].parents
    versions = {truth[each].version for each, kind in parents if kind != "translation"}
    return truth[source].version in versions and truth[source].at <= truth[target].at


def gathered(folders: Sequence[Path]) -> Choices:
    """Return the candidates of several corpora as one table."""
    rows: list[list[float]] = []
    of: list[int] = []
    right: list[float] = []
    none: list[float] = []
    names: tuple[str, ...] = ()
    for folder in folders:
        for found, is_right in choices(folder):
            names = names or tuple(found[0])
            of += [len(none)] * len(found)
            rows += [[each[name] for name in names] for each in found]
            right += is_right
            none.append(0.0 if any(is_right) else 1.0)
    return Choices(names, np.array(rows), np.array(of), np.array(right), np.array(none))


def fitted(table: Choices) -> Numbers:
    """Return the weights of greatest likelihood, slightly drawn to nought, by Adam."""
    weights = np.zeros(len(table.names))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    count = len(table.none)
    for step in range(1, _STEPS + 1):
        odds = np.exp(np.clip(table.rows @ weights, -30, 30))
        total = 1 + np.bincount(table.of, odds, count)
        right = np.bincount(table.of, odds * table.right, count) + table.none
        slope = odds / total[table.of] - odds * table.right / right[table.of]
        slope = table.rows.T @ slope / count + _PENALTY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope * slope
        move = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights -= _RATE * move
    return weights


def main() -> None:
    """Fit on the corpora named and write the weights."""
    table = gathered([Path(each) for each in sys.argv[1:]])
    weights = fitted(table)
    lines = [f"{name}\t{weight:.3f}\n" for name, weight in zip(table.names, weights, strict=True)]
    _TO.write_text(_HEAD + "".join(lines), encoding="utf-8")
    sys.stdout.writelines(lines)


if __name__ == "__main__":
    main()
