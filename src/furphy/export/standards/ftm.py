"""Claims as entities of FollowTheMoney, one a line, for OpenAleph and its kin.

Whoever is named as a source stays a mention in a document: that two documents name the same person
is for people to say. What is withheld is said in ``docs/exports.md``.
"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from furphy.export.dossier.material import Correction, Material, Named
from furphy.export.standards.handover import (
    Handover,
    correction_name,
    document_name,
    in_words,
    named,
    told,
)
from furphy.export.standards.languages import three_letters
from furphy.export.standards.writing import Fields, line
from furphy.model.attribution import SourceKind
from furphy.model.signed import SignedVerdict

_SCHEMATA = {SourceKind.PERSON: "Person", SourceKind.ORGANIZATION: "Organization"}
"""What a mention may be of; of the others FollowTheMoney has no kind, and they are left out."""


def export(handover: Handover) -> Iterator[str]:
    """Yield the lines of all entities, each once."""
    seen = set[str]()
    for material in handover.materials:
        for each in _entities(material):
            if each["id"] not in seen:
                seen.add(each["id"])
                yield f"{line(each)}\n"


def _entities(material: Material) -> Iterator[Fields]:
    account = material.account
    for number in sorted({*account.documents, *account.behind.through}):
        yield _article(number, material)
        yield from _mentions(number, material)
    for place in material.places:
        yield _address(place)
    articles = [_id(document_name(material.readings[each].document)) for each in account.documents]
    places = [_id(_place_name(each)) for each in material.places]
    claim = named("claim", account.id)
    yield _entity(
        "Note",
        claim,
        name=[f"Claim {account.id}"],
        description=[account.text],
        entity=articles,
        addressEntity=places,
    )
    for verdict in account.verdicts:
        yield _verdict(verdict, _id(claim))
    for each in material.corrections:
        yield from _corrections(each, material, _id(claim))


def _article(number: int, material: Material) -> Fields:
    document = material.readings[number].document
    published = document.published
    return _entity(
        "Article",
        document_name(document),
        title=[document.title],
        fileName=[document.key],
        author=[document.author],
        publisher=[document.outlet],
        publishedAt=[None if published is None else _day(published.start)],
        sourceUrl=[document.url],
        language=[three_letters(document.language)],
        bodyText=[document.text],
    )


def _day(moment: str) -> str:
    """Return a moment as FollowTheMoney writes dates: without an offset, which is UTC there."""
    return moment.removesuffix("Z").removesuffix("+00:00")


def _mentions(number: int, material: Material) -> Iterator[Fields]:
    document = material.readings[number].document
    article = document_name(document)
    for source in material.readings[number].sources:
        schema = _SCHEMATA.get(source.kind)
        if schema is not None:
            name = named("mention", str(article), schema, source.name)
            found = {"document": [_id(article)], "name": [source.name]}
            yield _entity("Mention", name, detectedSchema=[schema], **found)


def _address(found: Named) -> Fields:
    place = found.place
    return _entity(
        "Address",
        _place_name(found),
        full=[place.name],
        latitude=[f"{place.lat:g}"],
        longitude=[f"{place.lon:g}"],
        country=[place.country and place.country.lower()],
    )


def _place_name(found: Named) -> UUID:
    return named("place", found.place.gazetteer, found.place.id)


def _verdict(verdict: SignedVerdict, claim: str) -> Fields:
    return _entity(
        "Note",
        named("verdict", verdict.id),
        name=[f"Verdict: {verdict.rating}"],
        description=[verdict.because],
        summary=[verdict.claim_reviewed],
        publisher=[verdict.by],
        modifiedAt=[_day(verdict.at)],
        sourceUrl=[verdict.url],
        entity=[claim],
    )


def _corrections(correction: Correction, material: Material, claim: str) -> Iterator[Fields]:
    """Yield what each person says of one of the claim's assertions."""
    variant = material.account.variants[correction.variant]
    for each in correction.verdict.opinions:
        yield _entity(
            "Note",
            correction_name(variant.id, correction, each),
            name=[f"Correction: {correction.verdict.asked}"],
            description=[in_words(correction)],
            summary=[variant.text],
            publisher=[each.by],
            modifiedAt=[_day(each.at)],
            entity=[claim, _id(document_name(told(variant, material).document))],
        )


def _entity(schema: str, made_of: UUID, /, **properties: Sequence[str | None]) -> Fields:
    known = {key: [each for each in given if each] for key, given in properties.items()}
    told = {key: given for key, given in known.items() if given}
    return {"id": _id(made_of), "schema": schema, "properties": told}


def _id(name: UUID) -> str:
    return f"furphy-{name.hex}"
