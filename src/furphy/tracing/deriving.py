"""Which documents were made from which others, how, and what proves it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from furphy.model.derivation import Derivation, Relation
from furphy.model.evidence import Evidence
from furphy.tracing.candidates import Candidate, Corpus
from furphy.tracing.comparison import covered_by, passages
from furphy.tracing.explaining import Explanation, explained, longest_run
from furphy.tracing.origins import LIKELY
from furphy.tracing.versions import versions

_WHOLE, _ALL = 0.96, 0.97
_FEWER = 0.7
_RETOLD = 0.7
_AS_LIKELY = 0.5
_NEW_RUN = 12
_NEW_SHARE = 0.1
_SAME_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class _Options:
    """What one document may have been made from, best first."""

    target: int
    native: Sequence[Explanation]
    foreign: Sequence[Derivation]

    def certainty(self) -> float:
        """Return how sure the order of the document and its likeliest source is."""
        orders = [each.candidate.order for each in self.native[:1]]
        return max([*orders, *(each.direction for each in self.foreign[:1])], default=0.0)


def derivations(
    corpus: Corpus,
    candidates: Sequence[Sequence[Candidate]],
    translations: Sequence[Derivation] = (),
) -> list[Derivation]:
    """Return what each document was made from, by the later document, most of it first.

    ``candidates`` are those of each document (:func:`.candidates_of`). ``translations`` are those
    found between languages: where one explains a document better than any text of its own language
    does, it is taken instead. Most documents have one source; one that joins passages of two has
    both. Documents of which it is surer what was there first choose first, and no document takes
    what was made from itself.
    """
    foreign: dict[int, list[Derivation]] = {}
    for each in translations:
        foreign.setdefault(each.target, []).append(each)
    same = versions(corpus, candidates)
    options = [
        _Options(
            target,
            explained(corpus, possible, same),
            sorted(foreign.get(target, []), key=lambda each: (-each.score, each.source)),
        )
        for target, possible in enumerate(candidates)
    ]
    sources: dict[int, list[int]] = {}
    found: list[Derivation] = []
    for of in sorted(options, key=lambda each: (-each.certainty(), each.target)):
        chosen = [*_chosen(corpus, _open(of, sources))]
        sources[of.target] = [each.source for each in chosen]
        found += chosen
    return sorted(found, key=lambda each: (each.target, -_share(each), each.source))


def _open(of: _Options, sources: dict[int, list[int]]) -> _Options:
    """Return the options by which the document would not be its own source."""
    return _Options(
        of.target,
        [each for each in of.native if not _leads(sources, each.candidate.source, of.target)],
        [each for each in of.foreign if not _leads(sources, each.source, of.target)],
    )


def _chosen(corpus: Corpus, of: _Options) -> Iterator[Derivation]:
    total = sum(each.odds for each in of.native)
    score = total / (1 + total)
    best = of.foreign[0] if of.foreign else None
    if best is not None and best.score >= LIKELY and best.score > _against(of.native, score):
        yield best
    elif of.native and score >= LIKELY:
        first = of.native[0]
        second = _second(corpus, first, of.native[1:])
        for each in (first, second) if second else (first,):
            relation = Relation.EXCERPT if second else relation_of(corpus, each.candidate)
            yield _derivation(corpus, each.candidate, relation, score)


def _against(native: Sequence[Explanation], score: float) -> float:
    """Return how well texts of its own language explain a document, against a translation."""
    # What is there word for word was copied; translators do not agree on every word.
    verbatim = native and native[0].candidate.of_target.all >= _ALL
    before = native and native[0].candidate.order > _AS_LIKELY
    return 1.0 if verbatim and before and score >= LIKELY else score


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
