import pytest

from furphy.export.verdicts import of, told
from furphy.model.verdict import Opinion, Verdict

ADA = Opinion("PR+", "Ada", "the letter", "2024-03-14T09:20:11Z")
BO = Opinion("UU", "Bo", "another\nletter", "2024-03-15T09:20:11Z")


def verdict(asked: str, value: object, original: object, words: str | None = None) -> Verdict:
    return Verdict(0, asked, words, value, original, is_disputed=False, opinions=(ADA,))


WHY = "; Ada, 2024-03-14: the letter"
SAID = {
    "value": (verdict("value", "PR+", "CT+"), "how firmly: PR+ probable (furphy: CT+ certain)"),
    "answer": (verdict("answer", "no", None), "it is so: no"),
    "same": (verdict("same", "split", None), "same: split"),
    "no holder": (verdict("holder", None, "residents"), "who says so: none (furphy: residents)"),
    "holder": (verdict("holder", {"name": "A"}, None), "who says so: A (furphy: none)"),
    "place": (
        verdict("place", {"lat": 48, "lon": 36.5}, {"lat": 1, "lon": 2, "name": "X"}, "town"),
        "place of “town”: 48,36.5 (furphy: X at 1,2)",
    ),
    "time": (
        verdict("time", {"interval": ["2024-03", "2024-04"]}, {"interval": None, "value": "P1D"}),
        "time: 2024-03 to 2024-04 (furphy: P1D)",
    ),
    "quantity": (
        verdict("quantity", {"low": 14, "high": 14, "unit": "t"}, {"low": None, "high": 40}),
        "quantity: 14 t (furphy: ..40)",
    ),
}


@pytest.mark.parametrize(("given", "words"), SAID.values(), ids=SAID)
def test_a_verdict_is_told_on_one_line(given: Verdict, words: str) -> None:
    assert told(given) == words + WHY


def test_where_people_differ_each_is_heard() -> None:
    given = Verdict(None, "value", None, None, "CT+", is_disputed=True, opinions=(ADA, BO))
    assert told(given) == (
        "how firmly: disputed (furphy: CT+ certain); Ada says PR+ probable, 2024-03-14: the letter;"
        " Bo says UU uncommitted, 2024-03-15: another letter"
    )


def test_verdicts_are_told_of_what_they_are_on() -> None:
    given = [verdict("answer", "no", None)]
    assert (len(of(given, 0)), of(given, 1), of(given, None)) == (1, [], [])
