"""How one document was made from another, given that it was."""

from furphy.model.derivation import Relation
from furphy.tracing.candidates import Candidate, Corpus

_WHOLE, _ALL = 0.96, 0.97
_FEWER = 0.7
_RETOLD = 0.7


def relation_of(corpus: Corpus, candidate: Candidate) -> Relation:
    """Return how the target of a candidate was made from its source, given that it was."""
    mine, its, found = candidate.of_target, candidate.of_source, candidate.comparison
    if candidate.forwarded:
        return Relation.FORWARD
    if mine.inner >= _WHOLE and its.all >= _ALL:
        # A message has no title; an article that is copied has.
        titled = corpus.documents[candidate.target].title is not None
        return Relation.COPY if titled else Relation.FORWARD
    if (candidate.named or candidate.linked) and mine.all < _RETOLD:
        return Relation.CITATION
    in_one_piece = not found.back and found.left_out + found.put_in <= 1 + found.runs // 5
    if mine.all >= _ALL and its.all < _FEWER and in_one_piece:
        return Relation.EXCERPT
    return Relation.REVISION
