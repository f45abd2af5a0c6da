from dataclasses import replace

import pytest
from made import made
from rumours import WORDS, bulletin

from furphy.desk.put_forward import informant, propositions, variants
from furphy.model.attribution import SourceKind, Stance
from furphy.tracing.informants import is_named, likeness

PERSON, BODY = SourceKind.PERSON, SourceKind.ORGANIZATION


def test_assertions_are_put_forward_with_who_says_so() -> None:
    found = propositions([bulletin()])
    (told,) = variants([bulletin()], found)
    assert (told.text, told.chain, told.denies) == (WORDS, ("Maria Koval",), False)
    assert told.span.of(bulletin().document.text) == WORDS


def test_sentences_stand_in_where_nothing_was_read() -> None:
    text = "Мост через Конку у Орехова разрушен 12 марта, утонули семь человек."
    reading = made(text).reading(language="ru")
    (told,) = variants([reading], propositions([reading]))
    assert (told.assertion, told.informant, told.text) == (None, None, text)


def test_what_says_nothing_is_left_out() -> None:
    report = made("You know. The bridge over the Konka near Orikhiv was destroyed by night.")
    report.assertion("You know")
    report.assertion("The bridge over the Konka near Orikhiv was destroyed by night")
    (only,) = propositions([report.reading()])
    assert only.text.startswith("The bridge")


@pytest.mark.parametrize("words", ["FULL TEXT", "2 p.m.", "Big Bertha"])
def test_a_mere_name_or_time_is_left_out(words: str) -> None:
    sentence = "The bridge over the Konka near Orikhiv was destroyed by night"
    report = made(f"{words}\n\n{sentence}.")
    report.assertion(words)
    report.assertion(sentence)
    assert [each.text for each in propositions([report.reading()])] == [sentence]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(("Maria Koval", PERSON), ("Мария Коваль", PERSON), True, id="two scripts"),
        pytest.param(("the Ministry", BODY), ("Ministry", BODY), True, id="with an article"),
        pytest.param(("Maria Koval", PERSON), ("Olena Drahan", PERSON), False, id="two people"),
    ],
)
def test_informants_are_compared_by_sound(
    one: tuple[str, SourceKind], other: tuple[str, SourceKind], *, same: bool
) -> None:
    assert bool(likeness(informant(*one), informant(*other))) is same


@pytest.mark.parametrize(
    ("words", "denies"),
    [
        pytest.param("it would postpone the vote on the dam", True, id="what is denied"),
        pytest.param(
            "The office denied that it would postpone the vote on the dam",
            False,
            id="that somebody denied",
        ),
    ],
)
def test_a_denial_is_of_what_is_denied(words: str, *, denies: bool) -> None:
    report = made("The office denied that it would postpone the vote on the dam.")
    office = report.source("The office", "organization")
    said = report.attribution(office, "denied", "it would postpone the vote on the dam")
    report.attributions[said] = replace(report.attributions[said], stance=Stance.DENY)
    report.assertion(words, said, "CT-")
    reading = report.reading()
    (told,) = variants([reading], propositions([reading]))
    assert told.denies is denies


def test_an_office_is_no_name() -> None:
    assert not is_named(informant("the mayor", PERSON))
    assert is_named(informant("Maria Koval", PERSON))
    assert is_named(informant("国防部", BODY))
