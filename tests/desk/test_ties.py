from dataclasses import replace

from made import Made, made

from furphy.desk.put_forward import ids_of, propositions
from furphy.desk.ties import tied
from furphy.model.attribution import Stance
from furphy.model.derivation import Derivation, Passage, Relation
from furphy.model.reading import Reading
from furphy.model.text import Span

FIRST = "The bridge over the Konka fell into the water"
SECOND = "Two lorries were carried away by the current"


def report(head: str = "", *, denied: bool = False) -> Reading:
    text: Made = made(f"{head}{FIRST}. {SECOND}.")
    office = text.source("office", "organization") if denied else None
    said = None if office is None else text.attribution(office, "", FIRST)
    if denied:
        text.attributions[0] = replace(text.attributions[0], stance=Stance.DENY)
    text.assertion(FIRST, said, "CT-" if denied else "CT+")
    text.assertion(SECOND)
    return text.reading()


def link(readings: list[Reading], relation: Relation = Relation.REVISION) -> Derivation:
    text = f"{FIRST}. {SECOND}."
    spans = [
        Span(start, start + len(text))
        for start in (each.document.text.index(FIRST) for each in readings)
    ]
    return Derivation(0, 1, relation, 0.9, 0.9, (Passage(*spans),))


def test_what_stands_at_one_place_of_a_shared_passage_is_the_same() -> None:
    readings = [report(), report("By night: ")]
    found = propositions(readings)
    ties = tied(found, {}, readings, [link(readings)])
    assert ties.same == {(0, 2), (1, 3)}


def test_a_denial_that_takes_over_the_words_is_not() -> None:
    readings = [report(), report("office: no. ", denied=True)]
    found = propositions(readings)
    assert tied(found, {}, readings, [link(readings)]).same == {(1, 3)}


def test_what_was_taken_over_with_another_number_is_not() -> None:
    words = "people drowned when the bridge over the Konka near the mill fell into the water"
    readings = []
    for number in ("seven", "eleven"):
        text = made(f"{number.capitalize()} {words}.")
        text.assertion(f"{number.capitalize()} {words}")
        readings.append(text.reading())
    found = propositions(readings)
    spans = [Span(at, at + len(words)) for at in (len("seven "), len("eleven "))]
    taken = Derivation(0, 1, Relation.REVISION, 0.9, 0.9, (Passage(*spans),))
    assert tied(found, {}, readings, [taken]).same == frozenset()


def test_places_in_a_translation_tell_nothing() -> None:
    readings = [report(), report("By night: ")]
    found = propositions(readings)
    ties = tied(found, {}, readings, [link(readings, Relation.TRANSLATION)])
    assert ties.same == frozenset()


def test_what_people_keep_apart_no_passage_brings_together() -> None:
    readings = [report(), report("By night: ")]
    found = propositions(readings)
    one, other = (next(iter(ids_of(each))) for each in readings)
    ties = tied(found, {frozenset((one, other)): False}, readings, [link(readings)])
    assert ties.different == {(0, 2)}
    assert ties.same == {(1, 3)}


def test_judgements_on_what_is_not_there_change_nothing() -> None:
    readings = [report()]
    ties = tied(propositions(readings), {frozenset(("a", "b")): True}, readings, [])
    assert (ties.same, ties.different) == (frozenset(), frozenset())
