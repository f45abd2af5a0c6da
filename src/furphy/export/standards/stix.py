"""Claims as STIX 2.1 (OASIS): report, note, opinion, identity, location.

A claim is a report; each assertion of it is a note about the report, with who published it as an
identity; a verdict is an opinion where the scale on which it was given has five steps, as that of
STIX has, and else a note in its author's words, for no scale is turned into another by guess.
"""

from collections.abc import Iterator
from uuid import UUID

from furphy.export.dossier.material import Correction, Material, Named
from furphy.export.standards.handover import (
    Handover,
    correction_name,
    document_name,
    in_words,
    instant,
    named,
    told,
)
from furphy.export.standards.writing import Fields, known, listed
from furphy.model.account import Variant
from furphy.model.document import Document
from furphy.model.signed import Credibility, Scale, SignedVerdict
from furphy.model.verdict import Opinion

_OPINIONS = ("strongly-disagree", "disagree", "neutral", "agree", "strongly-agree")
_CONFIDENCE = {
    Credibility.CONFIRMED: 90,
    Credibility.PROBABLY_TRUE: 70,
    Credibility.POSSIBLY_TRUE: 50,
    Credibility.DOUBTFUL: 30,
    Credibility.IMPROBABLE: 10,
}
"""STIX 2.1, appendix A, "Admiralty Credibility"; what cannot be judged has no confidence there."""
_NAMED = 200
"""Characters of a claim that make the name of its report."""


def export(handover: Handover) -> Iterator[str]:
    """Yield the text of a bundle; each object stands in it once."""
    bundle = f"bundle--{named('stix-bundle', handover.begun, handover.changed)}"
    yield from listed({"type": "bundle", "id": bundle}, "objects", _objects(handover))


def _objects(handover: Handover) -> Iterator[Fields]:
    seen = set[str]()
    for material in handover.materials:
        for each in _Report(material, handover).objects():
            if each["id"] not in seen:
                seen.add(each["id"])
                yield each


class _Report:
    """One claim, and what refers to it."""

    def __init__(self, material: Material, handover: Handover) -> None:
        self._material = material
        self._begun = instant(handover.begun) or "1970-01-01T00:00:00.000Z"
        self._changed = max(instant(handover.changed) or self._begun, self._begun)
        self._id = f"report--{named('claim', material.account.id)}"

    def objects(self) -> Iterator[Fields]:
        """Yield what the report refers to, then the report, then what people say of it."""
        account = self._material.account
        around = [*self._identities(), *map(self._location, self._material.places)]
        notes = [self._note(each) for each in account.variants]
        yield from around
        yield from notes
        refs = dict.fromkeys(each["id"] for each in [*around, *notes])
        yield self._report([*refs])
        for verdict in account.verdicts:
            author = self._person(verdict.by)
            yield author
            yield self._signed(verdict, author["id"])
        for each in self._material.corrections:
            for opinion in each.verdict.opinions:
                author = self._person(opinion.by)
                yield author
                yield self._correction(each, opinion, author["id"])

    def _made(self, kind: str, name: UUID, at: str | None = None) -> Fields:
        """Return what all objects begin with; ``at`` is when a person made it."""
        return {
            "type": kind,
            "spec_version": "2.1",
            "id": f"{kind}--{name}",
            "created": at or self._begun,
            "modified": at or self._changed,
        }

    def _report(self, refs: list[str]) -> Fields:
        account = self._material.account
        digits = {each.value for each in account.grades if isinstance(each.value, Credibility)}
        digit = digits.pop() if len(digits) == 1 else None
        label = f'admiralty-scale:information-credibility="{digit}"'
        name = account.text if len(account.text) <= _NAMED else f"{account.text[:_NAMED]} …"
        return known(
            {
                **self._made("report", named("claim", account.id)),
                "name": name,
                "description": account.text,
                "published": self._changed.replace(".000Z", "Z"),
                "object_refs": refs,
                "labels": None if digit is None else [label],
                "confidence": None if digit is None else _CONFIDENCE.get(digit),
            }
        )

    def _identities(self) -> Iterator[Fields]:
        for number in self._material.account.documents:
            if outlet := self._material.readings[number].document.outlet:
                made = self._made("identity", named("outlet", outlet))
                yield {**made, "name": outlet, "identity_class": "organization"}

    def _location(self, found: Named) -> Fields:
        place = found.place
        return known(
            {
                **self._made("location", named("place", place.gazetteer, place.id)),
                "name": place.name,
                "latitude": float(place.lat),
                "longitude": float(place.lon),
                "precision": round(place.radius_km * 1000.0, 1) if place.radius_km > 0 else None,
                "country": place.country,
            }
        )

    def _note(self, variant: Variant) -> Fields:
        document = told(variant, self._material).document
        authors = variant.chain or (document.author,)
        about = [self._id]
        if document.outlet:
            about.append(f"identity--{named('outlet', document.outlet)}")
        return known(
            {
                **self._made("note", named("assertion", variant.id)),
                "content": variant.text,
                "authors": [each for each in authors if each],
                "lang": document.language,
                "object_refs": about,
                "external_references": [_reference(document)],
            }
        )

    def _person(self, name: str) -> Fields:
        made = self._made("identity", named("analyst", name))
        return {**made, "name": name, "identity_class": "individual"}

    def _correction(self, correction: Correction, opinion: Opinion, author: str) -> Fields:
        """Return what a person says of an assertion: a note about the note that tells it."""
        assertion = self._material.account.variants[correction.variant].id
        name = correction_name(assertion, correction, opinion)
        return {
            **self._made("note", name, instant(opinion.at)),
            "abstract": f"correction: {correction.verdict.asked}",
            "content": in_words(correction),
            "authors": [opinion.by],
            "object_refs": [f"note--{named('assertion', assertion)}"],
            "created_by_ref": author,
        }

    def _signed(self, verdict: SignedVerdict, author: str) -> Fields:
        """Return a verdict: an opinion where its scale is that of STIX, else a note."""
        at = instant(verdict.at)
        about = {"authors": [verdict.by], "object_refs": [self._id], "created_by_ref": author}
        reference = verdict.url and [{"source_name": "review", "url": verdict.url}]
        opinion = None if verdict.scale is None else _opinion(verdict.scale)
        words = f"{verdict.rating}: {verdict.because}"
        if opinion is None:
            kind, said = "note", {"abstract": verdict.rating, "content": words}
        else:
            kind, said = "opinion", {"opinion": opinion, "explanation": words}
        made = self._made(kind, named("verdict", verdict.id), at)
        return known({**made, **said, **about, "external_references": reference or None})


def _opinion(scale: Scale) -> str | None:
    """Return the step of STIX's scale that a number stands for, where its own has five as well."""
    step = scale.value - scale.worst
    if scale.best - scale.worst != len(_OPINIONS) - 1 or step != int(step):
        return None
    return _OPINIONS[int(step)]


def _reference(document: Document) -> Fields:
    digest = document.id.removeprefix("sha256:")
    return known(
        {
            "source_name": document.outlet or document.key,
            "description": document.title,
            "url": document.url,
            "hashes": {"SHA-256": digest} if document.url else None,
            "external_id": document_name(document).urn,
        }
    )
