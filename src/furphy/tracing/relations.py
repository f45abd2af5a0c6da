"""How documents were made from others, given that they were."""

from collections.abc import Iterator

from furphy.model.derivation import Relation
from furphy.tracing.candidates import Candidates
from furphy.tracing.corpus import Corpus

_WHOLE, _ALL = 0.96, 0.97
_FEWER = 0.7
_RETOLD = 0.7


def relations_of(corpus: Corpus, candidates: Candidates) -> Iterator[Relation]:
    """Yield how the target of each candidate was made from its source, given that it was."""
    mine, its = candidates.of_target, candidates.of_source
    is_whole = (mine.inner >= _WHOLE) & (its.all >= _ALL)
    is_cited = (candidates.named | candidates.linked) & (mine.all < _RETOLD)
    skipped = candidates.counted("left_out") + candidates.counted("put_in")
    in_one_piece = (candidates.counted("back") == 0) & (
        skipped <= 1 + candidates.counted("runs") // 5
    )
    is_part = (mine.all >= _ALL) & (its.all < _FEWER) & in_one_piece
    told = zip(
        candidates.targets.tolist(),
        candidates.forwarded.tolist(),
        is_whole.tolist(),
        is_cited.tolist(),
        is_part.tolist(),
        strict=True,
    )
    for target, forwarded, whole, cited, part in told:
        if forwarded:
            yield Relation.FORWARD
        elif whole:
            # A message has no title; an article that is copied has.
            titled = corpus.documents[target].title is not None
            yield Relation.COPY if titled else Relation.FORWARD
        elif cited:
            yield Relation.CITATION
        else:
            yield Relation.EXCERPT if part else Relation.REVISION
