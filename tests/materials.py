"""What dossiers are made of, made by hand: a claim with as many documents as one likes."""

from furphy.export.dossier.material import Material, Named
from furphy.model.account import Account, Behind, OriginGround, Root, Variant
from furphy.model.derivation import Derivation, Relation
from furphy.model.document import Basis, Document, Published, Segment, SegmentKind
from furphy.model.origin import Count
from furphy.model.place import Place, PlaceKind
from furphy.model.reading import Maker, Reading
from furphy.model.text import Span
from furphy.tracing.traced import Traced, Window

HOUR = 3600.0
START = 1_710_230_400.0
"""2024-03-12T08:00Z."""


def link(source: int, target: int, kind: str = "copy", score: float = 0.95) -> Derivation:
    return Derivation(source, target, Relation(kind), score, 0.9)


def material(  # noqa: PLR0913 - all that differs
    texts: list[str],
    links: list[Derivation],
    *,
    hours: list[float | None] | None = None,
    titles: dict[int, str] | None = None,
    outlets: dict[int, str | None] | None = None,
    languages: dict[int, str] | None = None,
    silent: frozenset[int] = frozenset(),
) -> Material:
    """Return a claim that documents with these texts make; by default one an hour."""
    times = hours or [float(each) for each in range(len(texts))]
    readings = tuple(
        _reading(
            number,
            text,
            (titles or {}).get(number, f"Title {number}"),
            (outlets or {}).get(number, f"Outlet {number}"),
            (languages or {}).get(number, "en"),
            times[number],
        )
        for number, text in enumerate(texts)
    )
    documents = tuple(
        Traced(
            each.document.key,
            each.document.text,
            outlet=each.document.outlet,
            published=None
            if hour is None
            else Window(START + hour * HOUR, START + hour * HOUR + 1),
        )
        for each, hour in zip(readings, times, strict=True)
    )
    tellers = tuple(each for each in range(len(texts)) if each not in silent)
    targets = {each.target for each in links}
    roots = tuple(
        Root(each, (), (each,), (OriginGround.MADE_FROM_NONE,))
        for each in range(len(texts))
        if each not in targets
    )
    variants = tuple(
        Variant(f"{each:032x}", each, None, Span(0, len(texts[each])), texts[each])
        for each in tellers
    )
    behind = Behind(
        Count(1, len(roots), len(texts)), roots, (), tuple(links), tuple(sorted(silent))
    )
    account = Account("ab" * 16, 0, variants, tellers, tuple(map(str, tellers)), None, behind)
    return Material(account, documents, readings, (Named(ORIKHIV, ("Orekhov",)),))


ORIKHIV = Place("geonames", "1", "Orikhiv", 47.567, 35.786, PlaceKind.CITY, 4.0, "UA")


def _reading(  # noqa: PLR0913, PLR0917 - all that differs
    number: int, text: str, title: str, outlet: str | None, language: str, hour: float | None
) -> Reading:
    published = None
    if hour is not None:
        day, of_day = divmod(int(hour) + 8, 24)
        at = f"2024-03-{12 + day:02}T{of_day:02}:00:0"
        published = Published(f"{at}0Z", f"{at}1Z", Basis.GIVEN)
    document = Document(
        f"sha256:{number:064x}",
        f"doc-{number}",
        text,
        (Segment(SegmentKind.PARAGRAPH, Span(0, len(text))),),
        language=language,
        title=title,
        outlet=outlet,
        published=published,
    )
    return Reading(document, Maker("1.2.3", "none"))
