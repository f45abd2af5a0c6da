"""Where claims come from, as PROV-JSON (W3C member submission; terms of PROV-O).

Documents, assertions, claims and verdicts are entities; the readings that found assertions are
activities of the software; outlets, informants and analysts are agents. PROV-JSON keeps records by
their kind, so that all of them are at hand before the first is written.
"""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

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
from furphy.model.derivation import Derivation, Relation
from furphy.model.reading import Maker
from furphy.model.signed import SignedVerdict
from furphy.tracing.origins import LIKELY

_PREFIX = {"furphy": "urn:furphy:", "id": "urn:uuid:"}
_TYPES = {
    Relation.COPY: "furphy:Copy",
    Relation.EXCERPT: "prov:Quotation",
    Relation.REVISION: "prov:Revision",
    Relation.TRANSLATION: "furphy:Translation",
    Relation.FORWARD: "furphy:Forward",
    Relation.CITATION: "furphy:Citation",
}


def export(handover: Handover) -> Iterator[str]:
    """Yield the text of one PROV-JSON document."""
    book = _Book()
    for material in handover.materials:
        book.claim(material)
    yield f"{line({'prefix': _PREFIX})[:-1]}"
    for kind, records in book.records.items():
        yield f",\n{line(kind)}: {{"
        for number, (name, fields) in enumerate(records.items()):
            yield f"{',' if number else ''}\n{line(name)}: {line(fields)}"
        yield "\n}"
    yield "}\n"


class _Book:
    """Records by their kinds and names; the same record twice is one."""

    def __init__(self) -> None:
        self.records: dict[str, dict[str, Fields]] = defaultdict(dict)

    def claim(self, material: Material) -> None:
        """Put down a claim, its assertions, and the documents behind them."""
        account = material.account
        name = self._put(
            "entity",
            named("claim", account.id),
            {"prov:label": account.text, "furphy:claim": account.id},
            "furphy:Claim",
            "prov:Collection",
        )
        for each in sorted({*account.documents, *account.behind.through}):
            self._document(each, material)
        for link in account.behind.links:
            if link.score >= LIKELY:
                self._derivation(link, material)
        for number, variant in enumerate(account.variants):
            assertion = self._assertion(variant, material)
            for correction in corrections(material, number):
                self._correction(correction, variant, assertion)
            self._relate("hadMember", {"prov:collection": name, "prov:entity": assertion})
            self._relate("wasDerivedFrom", _from(name, assertion))
        for verdict in account.verdicts:
            self._verdict(verdict, name)

    def _document(self, number: int, material: Material) -> None:
        document = material.readings[number].document
        published = document.published and instant(document.published.start)
        told_of = {
            "prov:label": document.title,
            "furphy:sha256": document.id.removeprefix("sha256:"),
            "furphy:key": document.key,
            "furphy:url": document.url,
            "furphy:language": document.language,
            "furphy:published": published,
        }
        name = self._put("entity", document_name(document), told_of, "furphy:Document")
        if document.outlet:
            outlet = named("outlet", document.outlet)
            agent = self._put("agent", outlet, {"prov:label": document.outlet}, "prov:Organization")
            self._attribute(name, agent, "furphy:publisher")

    def _derivation(self, link: Derivation, material: Material) -> None:
        later, earlier = (
            f"id:{document_name(material.readings[each].document)}"
            for each in (link.target, link.source)
        )
        more = {"furphy:score": round(link.score, 4), "furphy:kind": link.relation.value}
        fields = {**_from(later, earlier), **more, "prov:type": _type(_TYPES[link.relation])}
        self._relate("wasDerivedFrom", fields)

    def _assertion(self, variant: Variant, material: Material) -> str:
        reading = told(variant, material)
        span = {"furphy:start": variant.span.start, "furphy:end": variant.span.end}
        firm = variant.commitment and variant.commitment.value
        told_of = {"prov:label": variant.text, **span, "furphy:factuality": firm}
        name = self._put("entity", named("assertion", variant.id), told_of, "furphy:Assertion")
        document = f"id:{document_name(reading.document)}"
        self._relate(
            "wasDerivedFrom", {**_from(name, document), "prov:type": _type("prov:Quotation")}
        )
        if variant.assertion is not None:
            self._read(name, document, reading.made_by)
        for hop, source in enumerate(variant.chain):
            if source is not None:
                # One by the same name elsewhere need not be the same.
                agent = named("source", reading.document.id, reading.document.key, source)
                said = self._put("agent", agent, {"prov:label": source})
                self._attribute(name, said, "furphy:source", hop)
        return name

    def _read(self, assertion: str, document: str, maker: Maker) -> None:
        software = self._put(
            "agent",
            named("furphy", maker.version, maker.parser, *maker.gazetteers),
            {
                "prov:label": f"furphy {maker.version}",
                "furphy:parser": maker.parser,
                "furphy:gazetteers": ", ".join(maker.gazetteers),
            },
            "prov:SoftwareAgent",
        )
        reading = self._put(
            "activity", named("reading", document, software), {"prov:label": "reading"}
        )
        self._relate("used", {"prov:activity": reading, "prov:entity": document})
        self._relate("wasAssociatedWith", {"prov:activity": reading, "prov:agent": software})
        self._relate("wasGeneratedBy", {"prov:entity": assertion, "prov:activity": reading})

    def _verdict(self, verdict: SignedVerdict, claim: str) -> None:
        scale = verdict.scale
        numbers = (
            {}
            if scale is None
            else {
                "furphy:rating_value": scale.value,
                "furphy:worst": scale.worst,
                "furphy:best": scale.best,
            }
        )
        told_of = {
            "prov:label": verdict.rating,
            **numbers,
            "furphy:because": verdict.because,
            "furphy:url": verdict.url,
        }
        name = self._put("entity", named("verdict", verdict.id), told_of, "furphy:Verdict")
        label = {"prov:label": verdict.by}
        person = self._put("agent", named("analyst", verdict.by), label, "prov:Person")
        self._relate("wasDerivedFrom", _from(name, claim))
        self._attribute(name, person, "furphy:signer")
        fields = {"prov:entity": name, "prov:time": instant(verdict.at)}
        activity = named("signing", verdict.id)
        signing = self._put("activity", activity, {"prov:label": "signing"})
        self._relate("wasGeneratedBy", known({**fields, "prov:activity": signing}))

    def _correction(self, correction: Correction, variant: Variant, assertion: str) -> None:
        """Put down what each person says of an assertion, as a revision of what was read."""
        verdict = correction.verdict
        for each in verdict.opinions:
            told_of = {
                "prov:label": in_words(correction),
                "furphy:field": verdict.asked,
                "furphy:words": verdict.words,
                "furphy:value": _written(each.value),
                "furphy:was": _written(verdict.original),
                "furphy:because": each.because,
            }
            made = correction_name(variant.id, correction, each)
            name = self._put("entity", made, told_of, "furphy:Correction")
            self._relate(
                "wasDerivedFrom", {**_from(name, assertion), "prov:type": _type("prov:Revision")}
            )
            label = {"prov:label": each.by}
            person = self._put("agent", named("analyst", each.by), label, "prov:Person")
            self._attribute(name, person, "furphy:corrector")
            activity = named("correcting", str(made))
            correcting = self._put("activity", activity, {"prov:label": "correcting"})
            self._relate("wasAssociatedWith", {"prov:activity": correcting, "prov:agent": person})
            fields = {"prov:entity": name, "prov:time": instant(each.at)}
            self._relate("wasGeneratedBy", known({**fields, "prov:activity": correcting}))

    def _put(self, kind: str, name: UUID, told_of: Fields, *types: str) -> str:
        what = [_type(each) for each in types]
        typed = {"prov:type": what[0] if len(what) == 1 else what}
        self.records[kind][f"id:{name}"] = known({**told_of, **typed})
        return f"id:{name}"

    def _attribute(self, entity: str, agent: str, role: str, hop: int | None = None) -> None:
        fields = {"prov:entity": entity, "prov:agent": agent, "prov:type": _type(role)}
        self._relate("wasAttributedTo", known({**fields, "furphy:hop": hop}))

    def _relate(self, kind: str, fields: Fields) -> None:
        self.records[kind][f"_:{named(kind, line(fields)).hex}"] = fields


def _from(made: str, source: str) -> Fields:
    return {"prov:generatedEntity": made, "prov:usedEntity": source}


def _type(name: str) -> Fields:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _written(value: object) -> str | None:
    """Return a value of a field as text: attributes of PROV hold no objects."""
    return value if value is None or isinstance(value, str) else line(value)
