import pytest
from made import Made, made

from furphy.export.wording import (
    coordinates,
    count,
    country,
    findings,
    stance,
    sureness,
    title,
    weakeners,
    when,
)
from furphy.model.assertion import Assertion
from furphy.model.document import Basis, Published
from furphy.model.factuality import Commitment, CueKind, Factuality, FactualityCue


def said(text: str, words: str, value: str, cue: str) -> tuple[Made, Assertion]:
    """Return an assertion at these words whose factuality comes from one denial."""
    document = made(text)
    [span] = document.at(cue)
    firm = Factuality(Commitment(value), 0.0, (FactualityCue(CueKind.DENIAL, span),))
    index = document.assertion(words, factuality=firm)
    return document, document.assertions[index]


STANCES = {
    "the words hold the negation": ("There is no danger.", "no", "CT-", Commitment.CERTAIN),
    "possibly not": ("It may not hold.", "not", "PS-", Commitment.POSSIBLE),
    "probably not": ("It will hardly hold.", "hardly", "PR-", Commitment.PROBABLE),
    "negated doubt stays": ("It is not open.", "not", "UU", Commitment.UNCOMMITTED),
}


@pytest.mark.parametrize(("text", "cue", "value", "stands"), STANCES.values(), ids=STANCES)
def test_a_negative_statement_is_told_as_firmly_as_it_is_made(
    text: str, cue: str, value: str, stands: Commitment
) -> None:
    document, assertion = said(text, text, value, cue)
    assert stance(assertion) is stands
    assert weakeners(document.reading(), assertion) == ()


def test_a_denial_of_the_words_stays_a_denial() -> None:
    document, assertion = said("They denied that it fell.", "it fell", "CT-", "denied")
    assert stance(assertion) is Commitment.CERTAINLY_NOT
    assert weakeners(document.reading(), assertion) == ("denied",)


def test_a_clause_within_another_of_the_same_speaker_is_not_listed_again() -> None:
    document = made("They planned to leave.")
    outer = document.assertion("They planned to leave")
    document.assertion("to leave", within=outer)
    assert findings(document.reading()) == (outer,)


def test_a_clause_within_the_saying_is_listed() -> None:
    document = made("They said it fell.")
    attribution = document.attribution(document.source("They"), "said", "it fell")
    saying = document.assertion("They said it fell", reports=attribution)
    inner = document.assertion("it fell", attribution, within=saying)
    assert findings(document.reading()) == (inner,)


NAMES = {"reports/a.txt": "a.txt", "https://example.org/a": "a", "-": "-", "/": "/"}


@pytest.mark.parametrize(("key", "name"), NAMES.items())
def test_a_document_without_a_title_goes_by_the_last_part_of_its_name(key: str, name: str) -> None:
    assert title(made("One.").reading(key=key).document) == name
    assert title(made("One.").reading(key=key, title="A\nB").document) == "A B"


def test_a_time_is_told_with_its_basis() -> None:
    published = Published("2024-03-14T09:20:11Z", "2024-03-14T09:20:12Z", Basis.URL_ID)
    assert when(published) == "2024-03-14 09:20:11Z from the id in the address"


@pytest.mark.parametrize(("number", "told"), [(0, "0 sources"), (1, "1 source"), (2, "2 sources")])
def test_a_count_agrees_with_its_noun(number: int, told: str) -> None:
    assert count(number, "source") == told


@pytest.mark.parametrize(
    ("code", "name"), [("UA", "Ukraine"), ("XK", "Kosovo"), ("Q\x1b", "Q‹U+001B›")]
)
def test_a_country_is_called_by_its_name_where_that_is_known(code: str, name: str) -> None:
    assert country(code) == name


@pytest.mark.parametrize(
    ("score", "word"), [(None, ""), (0.95, "sure"), (0.9, "sure"), (0.7, "likely"), (0.0, "unsure")]
)
def test_a_score_is_told_in_a_word(score: float | None, word: str) -> None:
    assert sureness(score) == word


def test_coordinates_name_their_side() -> None:
    assert coordinates(-41.28, 174.7712) == "41.280° S, 174.771° E"
    assert coordinates(38.9, -77.04) == "38.900° N, 77.040° W"
