"""Assertions of claims as Web Annotations (W3C Web Annotation Data Model).

Each span is selected twice, by its words and by its position in code points of the document's text
as furphy has it: where the two disagree, another text is at hand.
"""

from collections.abc import Iterator, Sequence

from furphy.export.dossier.material import Correction, Material
from furphy.export.standards.handover import (
    Handover,
    correction_name,
    corrections,
    document_name,
    in_words,
    instant,
    named,
    told,
)
from furphy.export.standards.writing import Fields, known, line
from furphy.model.account import Variant
from furphy.model.document import Document
from furphy.model.text import Span

_AROUND = 32
"""Characters of the text before and after that help to find a quotation again."""


def export(handover: Handover) -> Iterator[str]:
    """Yield the text of an AnnotationCollection, all of it on its first page."""
    context = '{"@context": "http://www.w3.org/ns/anno.jsonld"'
    collection = named("annotations", handover.begun, handover.changed)
    yield f'{context}, "id": "{collection.urn}", "type": "AnnotationCollection", '
    yield '"first": {"type": "AnnotationPage", "startIndex": 0, "items": ['
    count = 0
    for material in handover.materials:
        for each in _annotations(material, handover):
            yield f"{',' if count else ''}\n{line(each)}"
            count += 1
    yield f'\n]}}, "total": {count}}}\n'


def _annotations(material: Material, handover: Handover) -> Iterator[Fields]:
    for number, variant in enumerate(material.account.variants):
        said = [*corrections(material, number)]
        yield _annotation(variant, material, handover, said)
        for each in said:
            yield from _corrections(each, variant, material)


def _corrections(correction: Correction, variant: Variant, material: Material) -> Iterator[Fields]:
    """Yield what each person says of an assertion, at its words."""
    for each in correction.verdict.opinions:
        yield {
            "id": correction_name(variant.id, correction, each).urn,
            "type": "Annotation",
            "motivation": "editing",
            "creator": {"type": "Person", "name": each.by},
            "created": instant(each.at),
            "body": {"type": "TextualBody", "purpose": "editing", "value": in_words(correction)},
            "target": _targets(variant, material),
        }


def _targets(variant: Variant, material: Material) -> Fields | list[Fields]:
    document = told(variant, material).document
    targets = [_target(span, document) for span in _spans(variant, material)]
    return targets if len(targets) > 1 else targets[0]


def _annotation(
    variant: Variant, material: Material, handover: Handover, said: Sequence[Correction]
) -> Fields:
    account = material.account
    return {
        "id": named("annotation", account.id, variant.id).urn,
        "type": "Annotation",
        "motivation": "linking",
        "generator": {"type": "Software", "name": f"furphy {handover.version}"},
        "body": [
            {
                "id": f"urn:furphy:claim:{account.id}",
                "type": "TextualBody",
                "purpose": "linking",
                "value": account.text,
                **known({"language": _language(material)}),
            },
            *_firmness(variant, said),
        ],
        "target": _targets(variant, material),
    }


def _language(material: Material) -> str | None:
    account = material.account
    return told(account.variants[account.centre], material).document.language


def _firmness(variant: Variant, said: Sequence[Correction]) -> list[Fields]:
    """Return the tag of how firmly its innermost source says it, as FactBank has it.

    Where people say so and not the machine, they are named as those who made it.
    """
    if variant.commitment is None:
        return []
    value = f"factuality:{variant.commitment.value}"
    creators = [
        {"type": "Person", "name": opinion.by}
        for each in said
        if each.verdict.asked == "value"
        for opinion in each.verdict.opinions
    ]
    tag = {"type": "TextualBody", "purpose": "tagging", "value": value, "creator": creators}
    return [known(tag)]


def _spans(variant: Variant, material: Material) -> Sequence[Span]:
    if variant.assertion is None:
        return (variant.span,)
    return told(variant, material).assertions[variant.assertion].spans


def _target(span: Span, document: Document) -> Fields:
    text = document.text
    quote = known(
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - _AROUND) : span.start] or None,
            "suffix": text[span.end : span.end + _AROUND] or None,
        }
    )
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {
        "type": "SpecificResource",
        "source": document.url or document_name(document).urn,
        "selector": [quote, position],
    }
