"""What one document may be a translation of: the odds of each against none of them.

As :mod:`.explaining` has it of texts in one language: boosted trees tell how much speaks for each,
from the texts (:mod:`.originals`), from the times of the documents, and from how well the document
is explained by its own language. They are in ``rendering_trees.tsv``, grown by
``evaluation.fit_renderings`` on made corpora whose derivations are known.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np

from furphy.model.derivation import Derivation, Passage, Relation
from furphy.model.evidence import Evidence
from furphy.model.text import Span, hull
from furphy.tracing.courses import Issue
from furphy.tracing.explaining import Explanation
from furphy.tracing.features import Features, bounded, hours_before, ranks
from furphy.tracing.forest import forest
from furphy.tracing.originals import Original, Possible
from furphy.tracing.precedence import begun, earlier

THIS_SOURCE = "this-source"
"""The rule that :func:`this_source` goes by."""
_TREES = "rendering_trees"
_MOST = 30.0
"""Logarithm of the odds at the most."""
_EXPLAINED_AT_MOST, _NOT_EXPLAINED = 10.0, -12.0
_EVEN = 0.5

Sentences = Sequence[Span]


def this_source(derivation: Derivation) -> float | None:
    """Return how likely a translation was made from just the text that is named, 0 to 1.

    Of texts that are like each other in another language any may be the source. None where the
    document was made within its own language.
    """
    return next((each.score for each in derivation.because if each.rule == THIS_SOURCE), None)


@dataclass(frozen=True, slots=True)
class Foreign:
    """One document of another language that a document may be a translation of."""

    source: int
    odds: float
    """Against none of them, 0 to infinity."""
    original: Original
    sentences: tuple[Sentences, Sentences]
    """Of the source and of the document."""
    said: tuple[Evidence, ...]
    """What is said of it outright."""

    @property
    def order(self) -> float:
        """How likely it is the earlier one, 0 to 1."""
        return self.original.order

    def derivation(self, target: int, score: float, share: float) -> Derivation:
        """Return that a document was made from it.

        ``score`` is how likely the document is a translation of this or of another text, ``share``
        how likely it is one of this.
        """
        return Derivation(
            self.source,
            target,
            Relation.TRANSLATION,
            score,
            round(max(self.order, 1 - self.order), 4),
            tuple(self._passages()),
            (*self.said, *self._because(share)),
        )

    def _passages(self) -> Iterator[Passage]:
        source, target = self.sentences
        for each in self.original.judged.links:
            yield Passage(hull(source[slice(*each.source)]), hull(target[slice(*each.target)]))

    def _because(self, share: float) -> Iterator[Evidence]:
        judged, before = self.original.judged, self.original.published_before
        yield Evidence("sentences-in-order", round(judged.score, 4))
        yield Evidence("sentences-of-the-later", round(judged.target_covered, 4))
        yield Evidence("sentences-of-the-earlier", round(judged.source_covered, 4))
        yield Evidence(THIS_SOURCE, round(share, 4))
        if before is not None:
            yield Evidence("published-before", round(before, 4))


@dataclass(frozen=True, slots=True)
class Avowal:
    """What a document says outright of one text that it may be a translation of."""

    source: str
    """The key of the document that has it and is spoken of, or else of the likeliest."""
    weight: float = 0.0
    """Logarithm of the odds that it gives."""
    because: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Rendering:
    """A document with all that it may be a translation of; there is one at least."""

    target: str
    """The key of the document."""
    sources: tuple[str, ...]
    """Keys of which document of each text it would be made from."""
    documents: tuple[tuple[str, ...], ...]
    """Of all that have each text."""
    originals: tuple[Original, ...]
    sentences: tuple[tuple[Sentences, Sentences], ...]
    told: Features

    def foreign(
        self,
        places: Mapping[str, int],
        told: Features,
        avowals: Sequence[Avowal],
    ) -> list[Foreign]:
        """Return what it may be made from, best first.

        ``told`` are all :meth:`features`, ``avowals`` what is said of each source outright.
        """
        utility = np.clip(forest(_TREES).of(told), -_MOST, _MOST)
        rest = zip(self.originals, self.sentences, avowals, strict=True)
        found = [
            Foreign(
                places[said.source],
                exp(odds + said.weight),
                original,
                sentences,
                said.because,
            )
            for odds, (original, sentences, said) in zip(utility.tolist(), rest, strict=True)
        ]
        return sorted(found, key=lambda each: (-each.odds, each.source))

    def features(
        self,
        places: Mapping[str, int],
        native: Sequence[Explanation],
        explained: Mapping[int, Sequence[Explanation]],
    ) -> Features:
        """Return all features of what it may be made from, a value for each.

        ``native`` is what explains the document in its own language, best first; ``explained`` is
        what explains the others in theirs.
        """
        return {
            **self.told,
            **{
                name: np.full(len(self.sources), value) for name, value in _natively(native).items()
            },
            **self._among(places, explained),
        }

    def _among(
        self, places: Mapping[str, int], explained: Mapping[int, Sequence[Explanation]]
    ) -> Features:
        """Tell how the sources explain each other."""
        of_text = {places[each]: text for text, some in enumerate(self.documents) for each in some}
        total = np.zeros(len(self.sources))
        by = np.zeros((len(self.sources), len(self.sources)))
        for text, source in enumerate(self.sources):
            for each in explained[places[source]]:
                total[text] += each.odds
                if each.source in of_text:
                    by[text, of_text[each.source]] += each.odds
        np.fill_diagonal(by, 0.0)
        return {
            "source-native": np.array([*map(_odds, total.tolist())]),
            "source-made-of-another": by.sum(axis=1) / (1 + total),
            "others-made-of-it": (by / (1 + total[:, None])).sum(axis=0),
        }


def renderings(
    possible: Possible, issues: Sequence[Issue], keys: Sequence[str]
) -> Iterator[Rendering]:
    """Yield each document that has one text, with all that this may be a translation of."""
    originals = possible.originals
    target = issues[originals[0].judged.target]
    sources = [issues[each.judged.source] for each in originals]
    documents = tuple(tuple(keys[one] for one in each.times) for each in sources)
    sentences = tuple((each.text.sentences, target.text.sentences) for each in sources)
    for document, when in target.times.items():
        taken = [each.source(when) for each in sources]
        windows = [each.times[one] for each, one in zip(sources, taken, strict=True)]
        told = {
            **possible.told,
            "hours": bounded(hours_before(when, windows)),
            "place-in-time": ranks(np.array([*map(begun, windows)])),
            "order-of-documents": np.array([earlier(each, when) for each in windows]),
            "source-copies": np.log1p([len(each.times) for each in sources]),
            "target-copies": np.full(len(sources), np.log1p(len(target.times))),
        }
        yield Rendering(
            keys[document],
            tuple(keys[each] for each in taken),
            documents,
            originals,
            sentences,
            told,
        )


def _natively(native: Sequence[Explanation]) -> dict[str, float]:
    """Return how well a document is explained by its own language."""
    whole = [each for each in native if each.is_verbatim and each.order > _EVEN]
    held = np.array([each.held for each in native], bool)
    return {
        "native": _odds(sum(each.odds for each in native)),
        "native-best": _odds(native[0].odds if native else 0.0),
        "native-order": native[0].order if native else -1.0,
        "native-held": float(held[0].mean()) if native else 0.0,
        "native-held-by-any": float(held.any(axis=0).mean()) if native else 0.0,
        "natives": float(np.log1p(len(native))),
        "headed-anew": float(bool(whole) and all(each.is_headed_anew for each in whole)),
    }


def _odds(odds: float) -> float:
    return max(-_EXPLAINED_AT_MOST, min(_EXPLAINED_AT_MOST, log(odds))) if odds else _NOT_EXPLAINED
