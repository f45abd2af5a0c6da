"""Which documents were made from which others, how, and what proves it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from furphy.model.derivation import Derivation, Passage, Relation
from furphy.model.evidence import Evidence
from furphy.tracing.candidates import Candidate, Corpus
from furphy.tracing.comparison import passages
from furphy.tracing.explaining import Explanation, explained, longest_run, ranked
from furphy.tracing.origins import LIKELY
from furphy.tracing.versions import copies, versions

_AS_LIKELY = 0.5
_EVEN = 0.1
"""How far the order of two may be from even and yet tell nothing."""
_NEW_RUN = 12
_NEW_SHARE = 0.1
_SAME_SHARE = 0.6
_OF_ONE_ONLY = {Relation.COPY, Relation.FORWARD, Relation.CITATION}


@dataclass(frozen=True, slots=True)
class _Options:
    """What one document may have been made from, best first."""

    target: int
    native: Sequence[Explanation]
    foreign: Sequence[Derivation]

    def score(self) -> float:
        """Return how likely it was made from one of the native ones.

        Where nothing tells which of two equal texts was first, each is half as likely from the
        other as one is from one of the two.
        """
        total = sum(each.odds * (1 + _is_even(each)) for each in self.native)
        return total / (1 + total)

    def certainty(self) -> float:
        """Return how sure the order of the document and its likeliest source is."""
        orders = [each.order for each in self.native[:1]]
        return max([*orders, *(each.direction for each in self.foreign[:1])], default=0.0)


def derivations(
    corpus: Corpus,
    candidates: Sequence[Sequence[Candidate]],
    translations: Sequence[Derivation] = (),
) -> list[Derivation]:
    """Return what each document was made from, by the later document, most of it first.

    ``candidates`` are those of each document (:func:`.candidates_of`); ``translations`` are those
    found between languages.
    """
    same = versions([[*copies(corpus, possible)] for possible in candidates])
    chosen = choose([explained(corpus, each) for each in candidates], same, translations)
    by_ends = {(each.source, each.target): each for some in candidates for each in some}
    return in_order_of_share(
        proved(each, by_ends[each.source, each.target], _shared(corpus, each))
        if each.relation is not Relation.TRANSLATION
        else each
        for each in chosen
    )


def choose(
    explanations: Sequence[Sequence[Explanation]],
    same: Sequence[int],
    translations: Sequence[Derivation] = (),
) -> list[Derivation]:
    """Return what each document was made from; of one language, yet without what proves it.

    Where a translation explains a document better than any text of its own language does, it is
    taken instead. Most documents have one source; one that joins passages of two has both.
    Documents of which it is surer what was there first choose first, and no document takes what
    was made from itself. ``same`` tells which are one version (:func:`.versions.versions`).
    """
    foreign: dict[int, list[Derivation]] = {}
    for each in translations:
        foreign.setdefault(each.target, []).append(each)
    options = [
        _Options(
            target,
            ranked(possible, same),
            sorted(foreign.get(target, []), key=lambda each: (-each.score, each.source)),
        )
        for target, possible in enumerate(explanations)
    ]
    sources: dict[int, list[int]] = {}
    found: list[Derivation] = []
    for of in sorted(options, key=lambda each: (-each.certainty(), each.target)):
        chosen = [*_chosen(_open(of, sources))]
        sources[of.target] = [each.source for each in chosen]
        found += chosen
    return found


def proved(chosen: Derivation, candidate: Candidate, shared: tuple[Passage, ...]) -> Derivation:
    """Return a derivation with the passages that both texts share, and what speaks for it."""
    return replace(chosen, passages=shared, because=tuple(_because(candidate)))


def in_order_of_share(found: Iterable[Derivation]) -> list[Derivation]:
    """Return derivations by the later document, the source of most of it first."""
    return sorted(found, key=lambda each: (each.target, -_share(each), each.source))


def _open(of: _Options, sources: dict[int, list[int]]) -> _Options:
    """Return the options by which the document would not be its own source."""
    return _Options(
        of.target,
        [each for each in of.native if not _leads(sources, each.source, of.target)],
        [each for each in of.foreign if not _leads(sources, each.source, of.target)],
    )


def _chosen(of: _Options) -> Iterator[Derivation]:
    score = of.score()
    best = of.foreign[0] if of.foreign else None
    if best is not None and best.score >= LIKELY and best.score > _against(of.native, score):
        yield best
    elif of.native and score >= LIKELY:
        first = of.native[0]
        second = _second(first, of.native[1:])
        for each in (first, second) if second else (first,):
            relation = Relation.EXCERPT if second else each.relation
            direction = max(each.order, 1 - each.order)
            yield Derivation(each.source, of.target, relation, score, direction)


def _is_even(each: Explanation) -> bool:
    return each.is_verbatim and abs(each.order - _AS_LIKELY) <= _EVEN


def _against(native: Sequence[Explanation], score: float) -> float:
    """Return how well texts of its own language explain a document, against a translation."""
    whole = [each for each in native if each.is_verbatim and each.order > _AS_LIKELY]
    if not whole or score < LIKELY:
        return score
    # What is there word for word was copied; translators do not agree on every word. Machines do:
    # whoever had the same text translated again has not its headline.
    return 0.0 if all(each.is_headed_anew for each in whole) else 1.0


def _second(first: Explanation, others: Sequence[Explanation]) -> Explanation | None:
    """Return what a document was also made from: it holds a passage that the first does not."""
    if first.relation in _OF_ONE_ONLY:
        return None
    best: tuple[int, float] = (0, 0.0)
    chosen = None
    for each in others:
        if each.order < _AS_LIKELY:
            continue
        new = each.held & ~first.held
        count, same = int(new.sum()), int((each.held & first.held).sum())
        enough = count >= _NEW_SHARE * len(new) and same <= _SAME_SHARE * (count + same)
        if enough and longest_run(new) >= _NEW_RUN and (count, each.odds) > best:
            best, chosen = (count, each.odds), each
    return chosen


def _shared(corpus: Corpus, chosen: Derivation) -> tuple[Passage, ...]:
    return passages(corpus.profiles[chosen.source], corpus.profiles[chosen.target])


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
