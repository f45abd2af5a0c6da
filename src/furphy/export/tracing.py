"""Derivations and origins as the public JSON has them."""

from collections.abc import Iterator, Sequence
from typing import Any

from furphy.export.dossier.material import Numbered
from furphy.model.derivation import Derivation
from furphy.model.evidence import Evidence
from furphy.tracing.origins import Origins
from furphy.tracing.rendering import THIS_SOURCE, this_source
from furphy.tracing.traced import Traced

_PLACES = 4
_SAID = {
    "forwarded": "it says that it passes it on",
    "address-given": "it gives its address",
    "outlet-named": "it names its outlet",
    "judged": "people judged so",
}
_SHARED = {
    "words-of-the-later": "of the later text's words are in both",
    "words-of-the-earlier": "of the earlier text's words are in both",
    "numbers-and-names-kept": "of numbers and names are kept",
    "earlier": "sure of the order",
    "sentences-in-order": "sure that both say one text, by their sentences side by side",
    "sentences-of-the-later": "of the later text has its like in the earlier",
    "sentences-of-the-earlier": "of the earlier text has its like in the later",
    "published-before": "sure of the order, by the times of both",
    THIS_SOURCE: "sure that it was made from this text, and not from another like it",
}


def derivation_record(derivation: Derivation, documents: Numbered[Traced]) -> dict[str, Any]:
    """Return a derivation as a row, documents by their keys."""
    return {
        "from": documents[derivation.source].key,
        "to": documents[derivation.target].key,
        "kind": derivation.relation.value,
        "score": round(derivation.score, _PLACES),
        "direction": round(derivation.direction, _PLACES),
        "this_source": this_source(derivation),
        "passages": [
            {
                "from": [each.source.start, each.source.end],
                "to": [each.target.start, each.target.end],
            }
            for each in derivation.passages
        ],
        "because": [because(each) for each in derivation.because],
    }


def because(evidence: Evidence) -> str:
    """Return evidence of a link as words."""
    if said := _SAID.get(evidence.rule):
        return said
    if shared := _SHARED.get(evidence.rule):
        return f"{evidence.score:.0%} {shared}"
    return f"{evidence.rule}: {evidence.score:.2f}"


def origin_records(documents: Sequence[Traced], origins: Origins) -> Iterator[dict[str, Any]]:
    """Yield for each document the keys of those it goes back to, by its own key."""
    keys = [each.key for each in documents]
    rows = (
        (keys[place], sorted(keys[root] for root in roots))
        for place, roots in enumerate(origins.roots)
    )
    for key, roots in sorted(rows):
        yield {"document": key, "origins": roots}
