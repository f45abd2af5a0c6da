"""Fit the trees of ``derivation_trees.tsv`` on made corpora whose derivations are known.

    python -m evaluation.fit_derivations CORPUS [CORPUS …]

A corpus is what ``make_chains.py`` writes, with its ``truth.jsonl``. A source counts as right where
it is any earlier verbatim copy of a true one, for nothing in a text tells which of two copies was
used. Trees are grown to make the right source likely among all candidates and none of them. Figures
are to be taken on corpora of other seeds than those named here.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from evaluation.growing import Asked, Growth, write
from evaluation.known import Truth, is_source, traced_documents, truth_of
from evaluation.variations import expanded, loosened
from furphy.tracing.candidates import Candidates, candidates_of
from furphy.tracing.corpus import prepared
from furphy.tracing.explaining import are_verbatim, told_of
from furphy.tracing.features import features
from furphy.tracing.traced import Traced

_TO = Path("src/furphy/lexicon/data/any/derivation_trees.tsv")
GROWTH = Growth(
    rounds=300,
    leaves=31,
    rate=0.1,
    fewest=40,
    speak_for={
        "of-target",
        "of-target-inner",
        "of-target-rare",
        "order",
        "outright",
        "named",
        "same-title",
        "title-alike",
        "longest-run",
    },
    speak_against={
        "less-than-best",
        "conflicts",
        "held-by-others",
        "another-copied",
        "days-between",
    },
)
_HEAD = """\
# What speaks for and against a document's being made from another (tracing/explaining.py): trees
# grown by evaluation/fit_derivations.py on made corpora. Leaves are ten-thousandths of log-odds.
"""


def _choices(folder: Path) -> Iterator[Asked]:
    """Yield the candidates of each document of a corpus that has any, and which are right."""
    documents, truth = traced_documents(folder), truth_of(folder)
    yield from _choices_among(*expanded(documents, truth))
    yield from _choices_among(loosened(documents), truth)


def _choices_among(documents: Sequence[Traced], truth: Mapping[str, Truth]) -> Iterator[Asked]:
    corpus = prepared(documents)
    keys = [each.key for each in corpus.documents]
    for number, candidates in enumerate(candidates_of(corpus)):
        possible, held = told_of(corpus, candidates, {})
        if not len(possible) or _is_translated_alike(truth[keys[number]], possible):
            continue
        sources = [keys[each] for each in possible.sources.tolist()]
        right = [float(is_source(truth, each, keys[number])) for each in sources]
        yield Asked(features(corpus, possible, held), right)


def _is_translated_alike(truth: Truth, possible: Candidates) -> bool:
    """Tell whether a document is a translation that says word for word what another one says.

    The translators of made corpora often agree to the letter. Others do not, and trees that learned
    from them that what has another headline is no copy would be wrong of most collections.
    """
    is_translated = any(kind == "translation" for _, kind in truth.parents)
    return is_translated and bool(are_verbatim(possible).any())


def main() -> None:
    """Fit on the corpora named and write the trees."""
    write(_TO, _HEAD, chain(*(_choices(Path(each)) for each in sys.argv[1:])), GROWTH)


if __name__ == "__main__":
    main()
