"""Claims handed on, made by hand: an ordinary one, and one whose every text is hostile."""

from dataclasses import replace

from materials import link, material

from furphy.export.dossier.material import Correction, Happening, Material
from furphy.export.standards.handover import Handover
from furphy.model.account import Variant
from furphy.model.attribution import Attribution, Mode, Source, SourceKind
from furphy.model.evidence import Evidence
from furphy.model.factuality import Commitment
from furphy.model.signed import Credibility, Grade, Reliability, Scale, SignedVerdict
from furphy.model.text import Span
from furphy.model.verdict import Opinion, Verdict

AT = "2024-03-20T10:00:00Z"
HOSTILE = (
    '<script>alert("x")</script>\u202edesrever\u2066 \u2028 \u0085 ]]> \U0001f30a\x1b[31m \\" ='
    + "a" * 10_000
)
WORDS = "the bridge near Orikhiv was destroyed"


def signed(rating: str = "Not shown", scale: Scale | None = None, **more: object) -> SignedVerdict:
    verdict = SignedVerdict("c" * 64, rating, "Ada", "nobody saw it", AT, ("0" * 32,), scale)
    return replace(verdict, **more)  # type: ignore[arg-type]  # fields by name


def graded(value: str, *, disputed: bool = False, source: str | None = None) -> Grade:
    kind = Credibility if value.isdigit() else Reliability
    return Grade("d" * 64, kind(value), "Ada", "long record", AT, disputed, source)


def plain(verdicts: tuple[SignedVerdict, ...] = (), grades: tuple[Grade, ...] = ()) -> Material:
    """Return a claim of three documents, the second a copy of the first."""
    texts = [f"\U0001f30a Reports say {WORDS} today.", f"Reports say {WORDS}.", f"So {WORDS}."]
    made = material(texts, [link(0, 1), link(0, 2, "translation", 0.2)])
    made = with_sources(made, "Maria Koval", texts)
    return replace(made, account=replace(made.account, verdicts=verdicts, grades=grades))


def corrected(words: str = "Orikhiv", by: str = "Ada") -> Material:
    """Return the plain claim, its first assertion with a place that two people corrected."""
    here = {"lat": 47.8, "lon": 35.2, "name": words}
    opinions = tuple(Opinion(here, each, f"so {each}", AT) for each in (by, "Bo"))
    place = Verdict(0, "place", words, here, None, is_disputed=False, opinions=opinions)
    firmly = (Opinion("PR+", by, f"so {by}", AT),)
    firm = Verdict(0, "value", None, "PR+", "CT+", is_disputed=False, opinions=firmly)
    return replace(plain(), corrections=(Correction(0, place), Correction(0, firm)))


def hostile() -> Material:
    """Return a claim in which whatever a stranger can write is hostile."""
    made = material([HOSTILE], [], titles={0: HOSTILE}, outlets={0: HOSTILE})
    document = replace(made.readings[0].document, author=HOSTILE, key=HOSTILE)
    made = replace(made, readings=(replace(made.readings[0], document=document),))
    sources = (Source(HOSTILE, SourceKind.PERSON, None, ()),)
    made = replace(made, readings=(replace(made.readings[0], sources=sources),))
    variant = replace(made.account.variants[0], chain=(HOSTILE, None))
    happening = Happening(0, "ASSAULT", HOSTILE, ("2024-03-12", "2024-03-13"), HOSTILE, None)
    account = replace(
        made.account,
        id="cd" * 16,
        variants=(variant,),
        verdicts=(signed(HOSTILE, by=HOSTILE, because=HOSTILE, id="e" * 64),),
        grades=(graded("B", source=HOSTILE), graded("2")),
    )
    return replace(made, account=account, happenings=(happening,))


def with_sources(made: Material, name: str, texts: list[str]) -> Material:
    """Let each assertion be the words of WORDS, said by somebody."""
    variants = []
    for number, text in enumerate(texts):
        start = text.index(WORDS)
        span = Span(start, start + len(WORDS))
        variants.append(
            Variant(f"{number:032x}", number, None, span, WORDS, None, (name,), Commitment.PROBABLE)
        )
    rule = Evidence("made-by-hand", 1.0)
    said = Attribution(0, (), (), (), Mode.INDIRECT, None, rule)
    sources = (Source(name, SourceKind.PERSON, None, ()),)
    read = [made.readings[number] for number in range(len(texts))]
    readings = tuple(replace(each, sources=sources, attributions=(said,)) for each in read)
    return replace(made, readings=readings, account=replace(made.account, variants=tuple(variants)))


def handed(*materials: Material) -> Handover:
    return Handover(materials or (plain(), hostile()), "2024-03-14T09:20:11Z", AT, "1.2.3")
