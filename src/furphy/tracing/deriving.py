"""Which documents were made from which others, how, and what proves it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from furphy.model.derivation import Derivation, Passage, Relation
from furphy.model.evidence import Evidence
from furphy.tracing.avowals import avowals
from furphy.tracing.candidates import Candidates
from furphy.tracing.comparison import passages
from furphy.tracing.corpus import Corpus
from furphy.tracing.explaining import Explanation, explained, longest_run, ranked
from furphy.tracing.origins import LIKELY
from furphy.tracing.rendering import Foreign, Rendering
from furphy.tracing.versions import copies, versions

_AS_LIKELY = 0.5
_TRANSLATED = 0.5
"""A translation is told where it is likelier than not."""
_EVEN = 0.1
"""How far the order of two may be from even and yet tell nothing."""
_NEW_RUN = 12
_NEW_SHARE = 0.1
_SAME_SHARE = 0.6
_SAID = ("forwarded", "address-given", "outlet-named")
"""What a document may say of its source."""
_OF_ONE_ONLY = {Relation.COPY, Relation.FORWARD, Relation.CITATION}


@dataclass(frozen=True, slots=True)
class Options:
    """What one document may have been made from, best first."""

    target: int
    native: Sequence[Explanation]
    foreign: Sequence[Foreign]

    def odds(self) -> tuple[float, float]:
        """Return the odds of all native ones and of all foreign ones, against none of them.

        Where nothing tells which of two equal texts was first, each is half as likely from the
        other as one is from one of the two.
        """
        native = sum(each.odds * (1 + _is_even(each)) for each in self.native)
        return native, sum(each.odds for each in self.foreign)

    def certainty(self) -> float:
        """Return how sure the order of the document and its likeliest source is."""
        orders = [each.order for each in self.native[:1]]
        return max([*orders, *(each.order for each in self.foreign[:1])], default=0.0)

    def without(self, documents: Collection[int]) -> "Options":
        """Return the options that are none of some documents."""
        return Options(
            self.target,
            [each for each in self.native if each.source not in documents],
            [each for each in self.foreign if each.source not in documents],
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """What one document chooses."""

    options: Options
    certainty: float
    freely: tuple[Derivation, ...]
    """While all its options are open: none of them was made from it."""
    sources: frozenset[int]
    """Of all options."""
    _otherwise: dict[frozenset[int], tuple[Derivation, ...]] = field(
        default_factory=dict, compare=False
    )
    """What it chooses without some of them: whoever stays asks the same in each trace."""

    def without(self, documents: frozenset[int]) -> tuple[Derivation, ...]:
        """Return what it chooses where some documents are no sources."""
        if documents not in self._otherwise:
            self._otherwise[documents] = tuple(_chosen(self.options.without(documents)))
        return self._otherwise[documents]


def derivations(
    corpus: Corpus,
    candidates: Sequence[Candidates],
    renderings: Sequence[Rendering] = (),
) -> list[Derivation]:
    """Return what each document was made from, by the later document, most of it first.

    ``candidates`` are those of each document (:func:`.candidates_of`); ``renderings`` tell what
    some may be translations of (:func:`.renderings_of`).
    """
    same = versions([copies(corpus, possible).tolist() for possible in candidates])
    places = {each.key: place for place, each in enumerate(corpus.documents)}
    rendered = {places[each.target]: each for each in renderings}
    known = [explained(corpus, each) for each in candidates]
    others = Others(corpus, places, places, dict(enumerate(known)))
    options = [
        options_of(target, ranked(each, same), rendered.get(target), others)
        for target, each in enumerate(known)
    ]
    return in_order_of_share(
        _proved(corpus, each, candidates[each.target])
        if each.relation is not Relation.TRANSLATION
        else each
        for each in settled(map(choice, options))
    )


@dataclass(frozen=True, slots=True)
class Others:
    """What is known of all documents when one chooses."""

    corpus: Corpus
    places: Mapping[str, int]
    """In the corpus, by key."""
    names: Mapping[str, int]
    """The numbers that they go by in what explains them, by key."""
    explained: Mapping[int, Sequence[Explanation]]
    """What explains each in its language."""


def options_of(
    target: int, native: Sequence[Explanation], rendering: Rendering | None, others: Others
) -> Options:
    """Return what one document may have been made from.

    ``native`` is ranked; ``rendering`` is what it may be a translation of.
    """
    if rendering is None:
        return Options(target, native, ())
    told = rendering.features(others.names, native, others.explained)
    said = avowals(others.corpus, others.places, rendering)
    return Options(target, native, rendering.foreign(others.names, told, said))


def choice(options: Options) -> Choice:
    """Return what one document chooses while all its options are open."""
    native = {each.source for each in options.native}
    sources = native.union(each.source for each in options.foreign)
    return Choice(options, options.certainty(), tuple(_chosen(options)), frozenset(sources))


def settled(choices: Iterable[Choice]) -> list[Derivation]:
    """Return what each document was made from, in the order in which they choose.

    Documents of which it is surer what was there first choose first, and no document takes what
    was made from itself.
    """
    made: dict[int, list[int]] = {}
    found: list[Derivation] = []
    # Who has no options chooses nothing.
    some = [each for each in choices if each.sources]
    targets = np.array([each.options.target for each in some], np.int64)
    order = np.lexsort((targets, np.array([-each.certainty for each in some])))
    for place in order.tolist():
        each = some[place]
        target = each.options.target
        chosen = each.freely
        if target in made and (below := each.sources & _descendants(made, target)):
            chosen = each.without(below)
        for one in chosen:
            made.setdefault(one.source, []).append(target)
        found += chosen
    return found


def _proved(corpus: Corpus, chosen: Derivation, candidates: Candidates) -> Derivation:
    """Return a derivation with the passages that both texts share, and what speaks for it."""
    shared = passages(corpus.profiles[chosen.source], corpus.profiles[chosen.target])
    (because,) = reasons(candidates.some(candidates.sources == chosen.source))
    return replace(chosen, passages=shared, because=because)


def in_order_of_share(found: Iterable[Derivation]) -> list[Derivation]:
    """Return derivations by the later document, the source of most of it first."""
    return sorted(found, key=lambda each: (each.target, -share_of(each.passages), each.source))


def reasons(candidates: Candidates) -> Iterator[tuple[Evidence, ...]]:
    """Yield what speaks for a derivation from each."""
    rows = zip(
        candidates.forwarded.tolist(),
        candidates.linked.tolist(),
        candidates.named.tolist(),
        candidates.of_target.all.tolist(),
        candidates.of_source.all.tolist(),
        candidates.counted("conflicts").tolist(),
        candidates.counted("agreements").tolist(),
        candidates.order.tolist(),
        strict=True,
    )
    for *said, of_target, of_source, conflicts, kept, order in rows:
        found = [Evidence(rule, 1.0) for rule, says in zip(_SAID, said, strict=True) if says]
        found.append(Evidence("words-of-the-later", of_target))
        found.append(Evidence("words-of-the-earlier", of_source))
        if conflicts:
            found.append(Evidence("numbers-and-names-kept", kept / (kept + conflicts)))
        found.append(Evidence("earlier", order))
        yield tuple(found)


def share_of(shared: Iterable[Passage]) -> int:
    """Return how many characters of the later text are in what both share."""
    return sum(len(each.target) for each in shared)


def _chosen(of: Options) -> Iterator[Derivation]:
    """Yield what one document was made from, as far as its options tell.

    Most documents have one source; one that joins passages of two has both.
    """
    odds = of.odds()
    native, foreign = (each / (1 + sum(odds)) for each in odds)
    if foreign >= _TRANSLATED:
        first = of.foreign[0]
        yield first.derivation(of.target, foreign, first.odds / (1 + sum(odds)))
    elif native >= LIKELY:
        best = of.native[0]
        second = _second(best, of.native[1:])
        for each in (best, second) if second else (best,):
            relation = Relation.EXCERPT if second else each.relation
            direction = max(each.order, 1 - each.order)
            yield Derivation(each.source, of.target, relation, native, direction)


def _is_even(each: Explanation) -> bool:
    return each.is_verbatim and abs(each.order - _AS_LIKELY) <= _EVEN


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


def _descendants(made: Mapping[int, Sequence[int]], start: int) -> set[int]:
    """Return what goes back to a document, at any remove."""
    seen, rest = set[int](), [start]
    while rest:
        for each in made.get(rest.pop(), ()):
            if each not in seen:
                seen.add(each)
                rest.append(each)
    return seen
