"""Texts of one language that are translations of one text which is not there.

Two translations say the same, sentence for sentence, in other words throughout; who revises a text
leaves out a part of it or leaves most of its words. Measured on chains of reports with real
machine translations (``evaluation/translation.py --lost``).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from furphy.model.derivation import Bond, Derivation, Kinship, Passage
from furphy.model.document import Document
from furphy.model.evidence import Evidence
from furphy.model.text import hull
from furphy.tracing.aligning import Link, align
from furphy.tracing.bilinguals import Ready, numbers_of, ready
from furphy.tracing.judging import covered
from furphy.tracing.pairing import Pair, means_of, nearest
from furphy.tracing.rewording import SAME_TEXT, reworded, runs
from furphy.vectors.protocol import Vectors

LEAST_COVERED = 0.95
"""The part of each text that says what the other says."""
LEAST_ALIKE = 0.78
"""The product of the vectors of such sentences, in the mean."""
LEAST_NUMBERS = 0.75
"""The part of their numbers that both have."""
FEWEST_RUNS = 10
"""Shorter texts may be alike by chance."""
NEAR_ROWS = 0.55
"""How near the sentences of either text are to their nearest in the other, in the mean."""
PRECISION = 0.95
"""Of such pairs so many go back to one text, as measured."""


def lost_sources(
    documents: Sequence[Document], vectors: Vectors | None, found: Sequence[Derivation]
) -> list[Kinship]:
    """Return pairs of documents of one language that seem to be translations of a lost text.

    ``found`` are derivations known: two that have a common source, or of which one is the other's,
    are none. Of verbatim copies the first document stands for all. Without vectors none are found.
    """
    if vectors is None:
        return []
    texts = ready(documents, vectors, languages=1)
    sources: dict[int, set[int]] = defaultdict(set)
    for each in found:
        sources[each.target] |= {each.source, each.target}
        sources[each.source].add(each.source)
    kept: list[Kinship] = []
    for one, other in sorted(set(_near(texts))):
        known = [
            set[int]().union(*(sources[document] for document in texts[end].documents))
            for end in (one, other)
        ]
        if known[0].isdisjoint(known[1]):
            kept += _kinship(texts[one], texts[other], documents)
    return kept


def _near(texts: Sequence[Ready]) -> Iterator[Pair]:
    by_language: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        if text.rows is not None and len(text.rows):
            by_language[text.language].append(number)
    for _, numbers in sorted(by_language.items()):
        means = means_of(texts, numbers)
        for one, other in nearest(numbers, means, numbers, means):
            if one != other:
                yield one, other


def _kinship(one: Ready, other: Ready, documents: Sequence[Document]) -> Iterator[Kinship]:
    shared = _shared(one, other, documents)
    links = _links(one, other) if shared < SAME_TEXT else []
    if links and _agree(one, other):
        yield Kinship(
            one.documents[0],
            other.documents[0],
            Bond.LOST_SOURCE,
            PRECISION,
            tuple(
                Passage(
                    hull(one.sentences[slice(*each.source)]),
                    hull(other.sentences[slice(*each.target)]),
                )
                for each in links
            ),
            (
                Evidence("sentences-in-order", PRECISION),
                Evidence("other-words-throughout", round(1 - shared, 4)),
            ),
        )


def _shared(one: Ready, other: Ready, documents: Sequence[Document]) -> float:
    """Return the part of runs that two texts share; 1 where they are too short to tell."""
    both = [runs(documents[each.documents[0]].text, each.language) for each in (one, other)]
    return reworded(*both) if min(map(len, both)) >= FEWEST_RUNS else 1.0


def _links(one: Ready, other: Ready) -> list[Link]:
    """Return the sentences set side by side, if they are all of both texts and near; else none."""
    if one.rows is None or other.rows is None:
        return []
    alike = one.rows @ other.rows.T
    if min(float(alike.max(0).mean()), float(alike.max(1).mean())) < NEAR_ROWS:
        return []
    links = align(alike)
    parts = (
        covered(one, [each.source for each in links]),
        covered(other, [each.target for each in links]),
    )
    if not links or min(parts) < LEAST_COVERED:
        return []
    return links if float(np.mean([each.alike for each in links])) >= LEAST_ALIKE else []


def _agree(one: Ready, other: Ready) -> bool:
    here, there = (
        numbers_of(anchor for found in each.anchors for anchor in found) for each in (one, other)
    )
    total = here.total() + there.total()
    return not total or 2 * (here & there).total() / total >= LEAST_NUMBERS
