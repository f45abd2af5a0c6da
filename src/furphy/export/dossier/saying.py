"""How a claim, its documents and its links are told in words, the same in every format."""

from collections.abc import Iterator

from furphy.export.dossier.material import Material
from furphy.export.moments import stretch
from furphy.export.visible import on_one_line
from furphy.export.wording import count
from furphy.model.account import (
    Account,
    Merge,
    OriginGround,
    Recycling,
    Root,
    StatusBasis,
    StatusEvent,
    Variant,
)
from furphy.model.claim import ContradictionKind
from furphy.model.derivation import Bond, Derivation, Relation
from furphy.model.origin import Count
from furphy.model.signed import Grade, SignedVerdict
from furphy.tracing.origins import LIKELY

KIND = {
    Relation.COPY: "copied",
    Relation.EXCERPT: "excerpted",
    Relation.REVISION: "reworded",
    Relation.TRANSLATION: "translated",
    Relation.FORWARD: "forwarded",
    Relation.CITATION: "cited",
}
"""What was done to the earlier text."""

_GROUND = {
    OriginGround.ONLY: "it is the only one found",
    OriginGround.MADE_FROM_NONE: "made from none of the documents traced",
    OriginGround.OWN_INFORMANT: "names an informant that no other origin names",
    OriginGround.ADDED: "adds an informant to what it was made from",
    OriginGround.NAMES_NOBODY: (
        "gives by name neither its publisher nor who says so: counts for nothing at the low end"
    ),
}
_BOND = {
    Bond.INFORMANT: "both rest on",
    Bond.OWNER: "both are published by, or belong to,",
    Bond.LOST_SOURCE: "both were made from a text that is not here:",
}
_BASIS = {
    StatusBasis.STATED: "",
    StatusBasis.DENIED: "denies it",
    StatusBasis.CONTRARY: "says otherwise",
}
CONTRADICTED = {
    ContradictionKind.PLACE: "another place",
    ContradictionKind.NUMBER: "another number",
    ContradictionKind.TIME: "another time",
    ContradictionKind.POLARITY: "that it is not so",
    ContradictionKind.IDENTITY: "another who or what",
}
_SHORTEST_TITLE = 60
_DAY = 86_400
_DATE = len("2024-03-14")
UNDATED = "no date"
NO_OUTLET = "no outlet"


def cut(text: str, most: int) -> str:
    """Return the beginning of a text on one line."""
    line = on_one_line(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def outlet(material: Material, document: int) -> str:
    """Return who published a document."""
    found = material.readings[document].document
    return on_one_line(found.outlet or found.author or NO_OUTLET)


def headline(material: Material, document: int) -> str:
    """Return what a document is called: its title, else its key."""
    found = material.readings[document].document
    return cut(found.title or found.key, _SHORTEST_TITLE)


def time(material: Material, document: int) -> str:
    """Return when a document was published, as far as is known."""
    published = material.readings[document].document.published
    return UNDATED if published is None else stretch(published.start, published.end)


def origins(number: Count) -> str:
    """Return a number of origins with its interval."""
    told = count(number.best, "independent origin")
    return told if number.low == number.high else f"{told} (from {number.low} to {number.high})"


def spread(material: Material) -> str:
    """Return how many documents of how many outlets tell a claim."""
    account = material.account
    told = count(len(account.documents), "document")
    if account.outlets:
        told += f" of {count(len(account.outlets), 'outlet')}"
    return told


def grounds(root: Root) -> Iterator[str]:
    """Yield why an origin is counted as one of its own."""
    for each in root.grounds:
        yield _GROUND[each]
    if root.informants:
        yield f"rests on {', '.join(map(on_one_line, root.informants))}"


def descent(root: Root) -> str:
    """Return how many documents go back to an origin."""
    others = len({*root.documents} - {root.document})
    if not others:
        return "no other document goes back to it"
    return f"{count(others, 'other document')} {'goes' if others == 1 else 'go'} back to it"


def backwards(material: Material, derivation: Derivation | None) -> str:
    """Return that a text is dated before what it was made from; empty where it is not."""
    if derivation is None:
        return ""
    earlier = material.documents[derivation.source].published
    later = material.documents[derivation.target].published
    is_odd = earlier is not None and later is not None and later.end <= earlier.start
    return "  (dated before what it was made from)" if is_odd else ""


def link(material: Material, each: Derivation | Merge) -> str:
    """Return a link that would change the number, and whether it is taken to hold."""
    taken = "counted" if each.score >= LIKELY else "not counted"
    if isinstance(each, Merge):
        one, other = called(material, each.one), called(material, each.other)
        return f"{one} and {other}: {bond(each)} ({each.score:.2f}, {taken})"
    source, target = called(material, each.source), called(material, each.target)
    return f"{target} {KIND[each.relation]} from {source} ({each.score:.2f}, {taken})"


def bond(merge: Merge) -> str:
    """Return what two documents have in common."""
    return f"{_BOND[merge.bond]} {on_one_line(merge.detail)}"


def called(material: Material, document: int) -> str:
    """Return a document by its outlet and title."""
    return f"{outlet(material, document)}, “{headline(material, document)}”"


def event(each: StatusEvent) -> str:
    """Return by whom a status was given, and how that is known."""
    by = on_one_line(each.by or "no one named")
    return f"{by} {_BASIS[each.basis]}".strip()


def recycled(material: Material, each: Recycling) -> str:
    """Return that a claim came back after a silence."""
    silence, usual = round(each.silence / _DAY), max(1, round(each.usual / _DAY))
    return (
        f"back after {count(silence, 'day')} of silence"
        f" (usual: {'up to ' if usual == 1 else ''}{count(usual, 'day')}):"
        f" {called(material, each.document)}, {time(material, each.document)}"
    )


def speakers(variant: Variant) -> str:
    """Return who says it through whom; empty where the document itself does."""
    return " → ".join(on_one_line(each or "no one named") for each in variant.chain)


def verdicts(account: Account) -> Iterator[str]:
    """Yield the verdicts on a claim, each with who signed it, when and why."""
    yield from map(_verdict, account.verdicts)


def grades(account: Account) -> Iterator[str]:
    """Yield the grades of a claim and of those who say it, each with who set it, when and why."""
    yield from map(_grade, account.grades)


def _verdict(each: SignedVerdict) -> str:
    scale = ""
    if each.scale is not None:
        value, worst, best = each.scale.value, each.scale.worst, each.scale.best
        scale = f" ({value:g} on a scale from {worst:g} to {best:g})"
    where = f"; {each.url}" if each.url else ""
    signed = f"signed by {each.by}, {each.at[:_DATE]}: {each.because}"
    return on_one_line(f"“{each.rating}”{scale}, {signed}{where}")


def _grade(each: Grade) -> str:
    what = "credibility" if each.source is None else f"reliability of {each.source}"
    disputed = "; disputed, so that none holds" if each.is_disputed else ""
    told = f"{what}: {each.value.value} (Admiralty)"
    return on_one_line(f"{told}, set by {each.by}, {each.at[:_DATE]}: {each.because}{disputed}")
