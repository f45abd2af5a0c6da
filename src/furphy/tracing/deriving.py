"""Which documents were made from which others, how, and what proves it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from furphy.model.derivation import Derivation, Relation
from furphy.model.evidence import Evidence
from furphy.tracing.candidates import Candidate, Corpus
from furphy.tracing.comparison import covered_by, passages
from furphy.tracing.explaining import Explanation, explained, longest_run
from furphy.tracing.precedence import log_odds

LIKELY = 0.25
"""From this score on something is taken for derived: a guess that errs more by leaving out."""

_WHOLE, _ALL = 0.96, 0.97
_FEWER = 0.7
_RETOLD = 0.7
_AS_LIKELY = 0.5
_NEW_RUN = 12
_NEW_SHARE = 0.1
_SAME_SHARE = 0.6
_TRANSLATED = 0.5
"""A translation's share of a text up to which its like in the same language is preferred."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What a document was made from, most of it first."""

    explanations: tuple[Explanation, ...]
    score: float
    """How likely it was made from any that were compared."""


def derivations(
    corpus: Corpus,
    candidates: Sequence[Sequence[Candidate]],
    translations: Sequence[Derivation] = (),
) -> list[Derivation]:
    """Return what each document was made from, by the later document, most of it first.

    ``candidates`` are those of each document (:func:`.candidates_of`). ``translations`` are those
    found between languages: where one explains a document better than any text of its own language
    does, it is taken instead. Most documents have one source; one that joins passages of two has
    both.
    """
    foreign: dict[int, list[Derivation]] = {}
    for each in translations:
        foreign.setdefault(each.target, []).append(each)
    found: list[Derivation] = []
    for target, possible in enumerate(candidates):
        found += made_from(corpus, possible, foreign.get(target, []))
    return acyclic(found)


def made_from(
    corpus: Corpus, candidates: Sequence[Candidate], foreign: Sequence[Derivation]
) -> Iterator[Derivation]:
    """Yield what one document was made from, whatever the others were.

    ``foreign`` are the translations that it may be.
    """
    yield from _chosen(corpus, _made(corpus, candidates), foreign)


def _made(corpus: Corpus, candidates: Sequence[Candidate]) -> _Made:
    explanations = explained(corpus, candidates)
    total = sum(each.odds for each in explanations)
    if not explanations:
        return _Made((), 0.0)
    first = explanations[0]
    second = _second(corpus, first, explanations[1:])
    return _Made((first, second) if second else (first,), total / (1 + total))


def _chosen(corpus: Corpus, made: _Made, foreign: Sequence[Derivation]) -> Iterator[Derivation]:
    best = max(foreign, key=lambda each: (each.score, -each.source), default=None)
    if best is not None and best.score >= LIKELY and best.score > _native(made):
        yield best
    elif made.score >= LIKELY:
        several = len(made.explanations) > 1
        for each in made.explanations:
            relation = Relation.EXCERPT if several else relation_of(corpus, each.candidate)
            yield _derivation(corpus, each.candidate, relation, made.score)


def _native(made: _Made) -> float:
    """Return how well texts of its own language explain a document, against a translation."""
    if not made.explanations:
        return 0.0
    # What is there word for word was copied; translators do not agree on every word.
    verbatim = made.explanations[0].candidate.of_target.all >= _ALL
    return 1.0 if verbatim and made.score >= LIKELY else made.score


def relation_of(corpus: Corpus, candidate: Candidate) -> Relation:
    """Return how one document was made from another, given that it was."""
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


def _second(
    corpus: Corpus, first: Explanation, others: Sequence[Explanation]
) -> Explanation | None:
    """Return what a document was also made from: it holds a passage that the first does not."""
    if relation_of(corpus, first.candidate) in {Relation.COPY, Relation.FORWARD, Relation.CITATION}:
        return None
    target = corpus.profiles[first.candidate.target]
    known = covered_by(corpus.profiles[first.candidate.source], target)
    best: tuple[int, float] = (0, 0.0)
    chosen = None
    for each in others:
        if each.candidate.order < _AS_LIKELY:
            continue
        held = covered_by(corpus.profiles[each.candidate.source], target)
        new = held & ~known
        count, same = int(new.sum()), int((held & known).sum())
        enough = count >= _NEW_SHARE * len(known) and same <= _SAME_SHARE * (count + same)
        if enough and longest_run(new) >= _NEW_RUN and (count, each.odds) > best:
            best, chosen = (count, each.odds), each
    return chosen


def _derivation(
    corpus: Corpus, candidate: Candidate, relation: Relation, score: float
) -> Derivation:
    source, target = corpus.profiles[candidate.source], corpus.profiles[candidate.target]
    return Derivation(
        candidate.source,
        candidate.target,
        relation,
        score,
        max(candidate.order, 1 - candidate.order),
        passages(source, target),
        tuple(_because(candidate)),
    )


def _because(candidate: Candidate) -> Iterator[Evidence]:
    if candidate.forwarded:
        yield Evidence("forwarded", 1.0)
    if candidate.linked:
        yield Evidence("address-given", 1.0)
    if candidate.named:
        yield Evidence("outlet-named", 1.0)
    yield Evidence("words-of-the-later", candidate.of_target.all)
    yield Evidence("words-of-the-earlier", candidate.of_source.all)
    if candidate.comparison.conflicts:
        kept = candidate.comparison.agreements
        yield Evidence("numbers-and-names-kept", kept / (kept + candidate.comparison.conflicts))
    yield Evidence("earlier", candidate.order)


def acyclic(found: Sequence[Derivation]) -> list[Derivation]:
    """Return the derivations without those by which a document would be its own source.

    The least sure of its order goes first.
    """
    order = sorted(
        found, key=lambda each: (-log_odds(min(each.direction, 0.9999)), each.target, each.source)
    )
    sources: dict[int, list[int]] = {}
    kept = []
    for each in order:
        if not _leads(sources, each.source, each.target):
            sources.setdefault(each.target, []).append(each.source)
            kept.append(each)
    return sorted(kept, key=lambda each: (each.target, -_share(each), each.source))


def _share(derivation: Derivation) -> float:
    return sum(len(each.target) for each in derivation.passages)


def _leads(sources: dict[int, list[int]], start: int, to: int) -> bool:
    """Tell whether something goes back to another, at any remove."""
    seen, rest = {start}, [start]
    while rest:
        here = rest.pop()
        if here == to:
            return True
        for each in sources.get(here, ()):
            if each not in seen:
                seen.add(each)
                rest.append(each)
    return False


def renumbered(found: Sequence[Derivation], places: Sequence[int]) -> list[Derivation]:
    """Return derivations by other numbers of documents."""
    return [replace(each, source=places[each.source], target=places[each.target]) for each in found]
