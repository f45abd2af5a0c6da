"""Claims as JSON-LD of schema.org: Claim for what furphy found, ClaimReview for what people signed.

A claim that a machine found is no review: a ClaimReview stands only where somebody signed.
"""

from collections.abc import Iterator

from furphy.export.dossier.material import Correction, Material
from furphy.export.standards.handover import (
    Handover,
    correction_name,
    document_name,
    in_words,
    told,
)
from furphy.export.standards.writing import Fields, known, listed
from furphy.model.signed import SignedVerdict


def export(handover: Handover) -> Iterator[str]:
    """Yield the text of one JSON-LD document with all claims in its graph."""
    nodes = (node for material in handover.materials for node in _nodes(material))
    yield from listed({"@context": "https://schema.org"}, "@graph", nodes)


def _nodes(material: Material) -> Iterator[Fields]:
    account = material.account
    claim = f"urn:furphy:claim:{account.id}"
    works = [_work(each, material) for each in account.documents]
    yield known(
        {
            "@type": "Claim",
            "@id": claim,
            "identifier": account.id,
            "text": account.text,
            "inLanguage": _language(material, account.variants[account.centre].document),
            "datePublished": account.first_seen,
            "firstAppearance": works[0] if account.first_seen else None,
            "appearance": works,
            "comment": [
                comment for each in material.corrections for comment in _comments(each, material)
            ],
        }
    )
    for verdict in account.verdicts:
        yield _review(verdict, claim, account.text)


def _comments(correction: Correction, material: Material) -> Iterator[Fields]:
    """Yield what each person says of one of the claim's assertions."""
    variant = material.account.variants[correction.variant]
    for each in correction.verdict.opinions:
        yield {
            "@type": "Comment",
            "@id": correction_name(variant.id, correction, each).urn,
            "about": {"@id": document_name(told(variant, material).document).urn},
            "text": f"“{variant.text}”: {in_words(correction)}",
            "author": {"@type": "Person", "name": each.by},
            "dateCreated": each.at,
        }


def _language(material: Material, document: int) -> str | None:
    return material.readings[document].document.language


def _work(number: int, material: Material) -> Fields:
    document = material.readings[number].document
    outlet = document.outlet and {"@type": "Organization", "name": document.outlet}
    published = document.published
    return known(
        {
            "@type": "CreativeWork",
            "@id": document_name(document).urn,
            "identifier": document.id,
            "url": document.url,
            "headline": document.title,
            "publisher": outlet or None,
            "datePublished": None if published is None else published.start,
            "inLanguage": document.language,
        }
    )


def _review(verdict: SignedVerdict, claim: str, text: str) -> Fields:
    scale = verdict.scale
    return known(
        {
            "@type": "ClaimReview",
            "@id": f"urn:furphy:verdict:{verdict.id}",
            "claimReviewed": verdict.claim_reviewed or text,
            "itemReviewed": {"@id": claim},
            "reviewRating": known(
                {
                    "@type": "Rating",
                    "alternateName": verdict.rating,
                    "ratingValue": None if scale is None else scale.value,
                    "worstRating": None if scale is None else scale.worst,
                    "bestRating": None if scale is None else scale.best,
                }
            ),
            "author": {"@type": "Person", "name": verdict.by},
            "reviewBody": verdict.because,
            "datePublished": verdict.at,
            "url": verdict.url,
        }
    )
