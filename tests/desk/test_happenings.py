from dataclasses import replace

import pytest
from made import made, spot

from furphy.desk.happenings import happenings
from furphy.export.dossier.material import Happening
from furphy.matching.proposition import Concept, Deed, Name, Proposition, When
from furphy.model.account import Variant
from furphy.model.assertion import AssertionKind
from furphy.model.factuality import Commitment
from furphy.model.reading import Reading
from furphy.model.text import Span

WORDS = "Maria Koval met the minister in Testove on 12 March 2024"
DAY = ("2024-03-12", "2024-03-13")
MET = Deed("~koval+~maria", "meet", "minister")
TESTOVE = spot("Testove", 47.5, 35.25)


def told() -> Reading:
    text = made(f"{WORDS}.")
    text.assertion(WORDS, toponyms=(text.toponym("Testove", TESTOVE),))
    return text.reading()


def span(words: str) -> Span:
    start = WORDS.index(words)
    return Span(start, start + len(words))


def proposition(**more: object) -> Proposition:
    plain = Proposition(
        0,
        0,
        Span(0, len(WORDS)),
        WORDS,
        "en",
        concepts=(Concept("minister", "actor", span("minister")),),
        names=(Name("Maria Koval", span("Maria Koval"), ("maria", "koval")),),
        times=(When(span("12 March 2024"), DAY),),
        deeds=(MET,),
        commitment=Commitment.CERTAIN,
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name


def found(
    each: Proposition, reading: Reading | None = None, *, denies: bool = False
) -> list[Happening]:
    variant = Variant("a" * 32, 0, 0, Span(0, len(WORDS)), WORDS, denies=denies)
    return [*happenings([(3, variant, each)], [reading or told()])]


def test_who_did_what_to_whom_when_and_where() -> None:
    assert found(proposition()) == [
        Happening(3, "CONSULT", "Maria Koval", DAY, "minister", TESTOVE)
    ]


@pytest.mark.parametrize(
    "lacking",
    [
        pytest.param({"times": ()}, id="no day"),
        pytest.param({"times": (When(Span(0, 1), None),)}, id="a day on no calendar"),
        pytest.param(
            {"times": (When(Span(0, 1), DAY), When(Span(2, 3), ("2024-03-14", "2024-03-15")))},
            id="two days",
        ),
        pytest.param({"deeds": ()}, id="no deed"),
        pytest.param({"deeds": (replace(MET, action="flood"),)}, id="a deed of no type"),
        pytest.param({"deeds": (MET, replace(MET, action="visit"))}, id="two deeds"),
        pytest.param({"deeds": (replace(MET, doer="=somebody"),)}, id="a doer who is not named"),
        pytest.param({"negative": True}, id="denied"),
        pytest.param({"commitment": Commitment.POSSIBLE}, id="only possible"),
        pytest.param({"commitment": Commitment.UNCOMMITTED}, id="not committed to"),
    ],
)
def test_what_lacks_one_of_them_gives_nothing(lacking: dict[str, object]) -> None:
    assert found(proposition(**lacking)) == []


def test_what_is_no_report_gives_nothing() -> None:
    reading = told()
    hoped = replace(reading.assertions[0], kind=AssertionKind.PREDICTION)
    assert found(proposition(), replace(reading, assertions=(hoped,))) == []


def test_what_a_claim_denies_gives_nothing() -> None:
    assert found(proposition(), denies=True) == []


def test_whom_it_befell_may_be_unknown() -> None:
    (happening,) = found(proposition(deeds=(replace(MET, undergoer="=crowd"),)))
    assert happening.recipient is None
