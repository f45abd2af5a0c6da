"""What documents say outright of texts in other languages that they may be translations of.

Whoever gives the address of a report, passes it on, or names its outlet, says more than any
likeness does, in whatever language. But a translation keeps what its source says: what another
possible source says as well tells nothing.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from math import log

from furphy.model.evidence import Evidence
from furphy.tracing.corpus import Corpus
from furphy.tracing.rendering import Avowal, Rendering
from furphy.tracing.traces import Traces

_WEIGHTS = {"forwarded": log(1000), "address-given": log(1000), "outlet-named": log(50)}
"""Logarithms of odds, by rule."""


def avowals(corpus: Corpus, places: Mapping[str, int], rendering: Rendering) -> list[Avowal]:
    """Return what is said of each source of a rendering; ``places`` are those of documents by key.

    A source that says it was made from the document is the less likely one.
    """
    target = places[rendering.target]
    traces = corpus.traces[target]
    says = [corpus.traces[places[each]] for each in rendering.sources]
    found = []
    for row, (source, documents) in enumerate(
        zip(rendering.sources, rendering.documents, strict=True)
    ):
        others = [*says[:row], *says[row + 1 :]]
        told = dict(_spoken_of(corpus, [places[each] for each in documents], traces, others))
        rule = next((each for each in _WEIGHTS if each in told), None)
        if rule is not None:
            key = corpus.documents[told[rule]].key
            found.append(Avowal(key, _WEIGHTS[rule], (Evidence(rule, 1.0),)))
        elif target in _addressed(says[row]):
            found.append(Avowal(source, -_WEIGHTS["address-given"]))
        else:
            found.append(Avowal(source))
    return found


def _spoken_of(
    corpus: Corpus, documents: Sequence[int], traces: Traces, others: Sequence[Traces]
) -> Iterator[tuple[str, int]]:
    """Yield by which rules one of some documents is spoken of, and which, the first one last."""
    for each in reversed(documents):
        outlet = corpus.documents[each].outlet
        if each in _addressed(traces) and not any(each in _addressed(one) for one in others):
            yield "forwarded" if each in traces.forwarded else "address-given", each
        if outlet in traces.named and not any(outlet in one.named for one in others):
            yield "outlet-named", each


def _addressed(traces: Traces) -> Set[int]:
    return traces.forwarded | traces.linked
