"""Fit the trees of ``derivation_trees.tsv`` on made corpora whose derivations are known.

    python -m evaluation.fit_derivations CORPUS [CORPUS …]

A corpus is what ``make_chains.py`` writes, with its ``truth.jsonl``. A source counts as right where
it is any earlier verbatim copy of a true one, for nothing in a text tells which of two copies was
used. Trees are grown to make the right source likely among all candidates and none of them. Figures
are to be taken on corpora of other seeds than those named here. LightGBM (Ke et al. 2017) is needed
for this alone.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from evaluation.known import Truth, traced_documents, truth_of
from evaluation.variations import expanded, loosened
from furphy.tracing.candidates import Candidate, candidates_of, prepared
from furphy.tracing.explaining import is_verbatim, told_of
from furphy.tracing.features import features
from furphy.tracing.forest import SCALE
from furphy.tracing.traced import Traced

_TO = Path("src/furphy/lexicon/data/any/derivation_trees.tsv")
_ROUNDS = 300
_MOST = 30.0
_LEAST_CURVE = 1e-3
_GROWN = {
    "num_leaves": 31,
    "learning_rate": 0.1,
    "min_data_in_leaf": 40,
    "lambda_l2": 5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "feature_fraction": 0.7,
    "seed": 1,
    "deterministic": True,
    "num_threads": 1,
    "verbose": -1,
}
_FOR = {
    "of-target",
    "of-target-inner",
    "of-target-rare",
    "order",
    "outright",
    "named",
    "same-title",
    "title-alike",
    "longest-run",
}
"""The more of it, the likelier a source."""
_AGAINST = {"less-than-best", "conflicts", "held-by-others", "another-copied", "days-between"}
_HEAD = """\
# What speaks for and against a document's being made from another (tracing/explaining.py): trees
# grown by evaluation/fit_derivations.py on made corpora. Leaves are ten-thousandths of log-odds.
tree	node	feature	bound	left	right	value
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

    def slopes(self, utility: Numbers, _: object = None) -> tuple[Numbers, Numbers]:
        """Return the slope and curve of the loss: how unlikely the right choices are."""
        odds = np.exp(np.clip(utility, -_MOST, _MOST))
        total = 1 + np.bincount(self.of, odds, len(self.none))
        right = np.bincount(self.of, odds * self.right, len(self.none)) + self.none
        chosen = odds / total[self.of]
        slope = chosen - odds * self.right / right[self.of]
        return slope, np.maximum(chosen * (1 - chosen), _LEAST_CURVE)


def gathered(folders: Sequence[Path]) -> Choices:
    """Return the candidates of several corpora as one table."""
    tables: list[Numbers] = []
    of: list[int] = []
    right: list[float] = []
    none: list[float] = []
    names: tuple[str, ...] = ()
    for folder in folders:
        for found, is_right in _choices(folder):
            names = tuple(sorted(found))
            of += [len(none)] * len(is_right)
            tables.append(np.stack([found[name] for name in names], axis=1))
            right += is_right
            none.append(0.0 if any(is_right) else 1.0)
    return Choices(names, np.concatenate(tables), np.array(of), np.array(right), np.array(none))


def _choices(folder: Path) -> Iterator[tuple[dict[str, Numbers], list[float]]]:
    """Yield the candidates of each document of a corpus that has any, and which are right."""
    documents, truth = traced_documents(folder), truth_of(folder)
    yield from _choices_among(*expanded(documents, truth))
    yield from _choices_among(loosened(documents), truth)


def _choices_among(
    documents: Sequence[Traced], truth: Mapping[str, Truth]
) -> Iterator[tuple[dict[str, Numbers], list[float]]]:
    corpus = prepared(documents)
    keys = [each.key for each in corpus.documents]
    for number, candidates in enumerate(candidates_of(corpus)):
        possible, held = told_of(corpus, candidates, {})
        if not possible or _is_translated_alike(truth[keys[number]], possible):
            continue
        right = [float(_is_right(truth, keys[each.source], keys[number])) for each in possible]
        yield features(corpus, possible, held), right


def _is_translated_alike(truth: Truth, possible: Sequence[Candidate]) -> bool:
    """Tell whether a document is a translation that says word for word what another one says.

    The translators of made corpora often agree to the letter. Others do not, and trees that learned
    from them that what has another headline is no copy would be wrong of most collections.
    """
    return any(kind == "translation" for _, kind in truth.parents) and any(
        is_verbatim(each) for each in possible
    )


def _is_right(truth: Mapping[str, Truth], source: str, target: str) -> bool:
    parents = truth[target].parents
    versions = {truth[each].version for each, kind in parents if kind != "translation"}
    return truth[source].version in versions and truth[source].at <= truth[target].at


def grown(table: Choices) -> list[dict[str, Any]]:
    """Return trees that make the right choices likely, as LightGBM tells them."""
    allowed = [(name in _FOR) - (name in _AGAINST) for name in table.names]
    given = {**_GROWN, "objective": table.slopes, "monotone_constraints": allowed}
    found = lightgbm.train(given, lightgbm.Dataset(table.rows, table.right), _ROUNDS)
    trees: list[dict[str, Any]] = found.dump_model()["tree_info"]
    return [each["tree_structure"] for each in trees]


def lines(trees: Sequence[dict[str, Any]], names: Sequence[str]) -> Iterator[str]:
    """Yield the nodes of trees as lines of the table, each tree's from its root on."""
    for number, tree in enumerate(trees):
        for node, cells in enumerate(_nodes(tree, names, 0)):
            yield "\t".join([str(number), str(node), *cells]) + "\n"


def _nodes(node: dict[str, Any], names: Sequence[str], at: int) -> list[list[str]]:
    """Return the cells of a node and all below it; ``at`` is its place in the tree."""
    if "leaf_value" in node:
        return [["", "", "", "", str(round(node["leaf_value"] * SCALE))]]
    left = _nodes(node["left_child"], names, at + 1)
    middle = at + 1 + len(left)
    right = _nodes(node["right_child"], names, middle)
    head = [names[node["split_feature"]], f"{node['threshold']:.6g}", str(at + 1), str(middle), ""]
    return [head, *left, *right]


def main() -> None:
    """Fit on the corpora named and write the trees."""
    table = gathered([Path(each) for each in sys.argv[1:]])
    _TO.write_text(_HEAD + "".join(lines(grown(table), table.names)), encoding="utf-8")


if __name__ == "__main__":
    main()
