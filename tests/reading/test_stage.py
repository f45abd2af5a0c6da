"""Stages: what they need, what they give, and an order in which each has what it needs."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from made import made

from furphy.errors import PipelineError
from furphy.gazetteer.index import Gazetteer
from furphy.model.document import Document
from furphy.reading.pipeline import STAGES
from furphy.reading.stage import Draft, Stage, run, stage


@dataclass(frozen=True)
class Word:
    text: str


@dataclass(frozen=True)
class Longest:
    text: str


@stage(gives=[Word])
def words(draft: Draft) -> Iterator[Word]:
    yield from map(Word, draft.text.split())


@stage(needs=[Word], gives=[Longest])
def longest(draft: Draft) -> Iterator[Longest]:
    yield Longest(max((each.text for each in draft.every(Word)), key=len))


@stage(needs=[Word], gives=[Word])
def shouted(draft: Draft) -> Iterator[Word]:
    yield from (Word(each.text.upper()) for each in draft.every(Word))


@stage(gives=[Longest])
def careless(draft: Draft) -> Iterator[Word]:
    yield Word(draft.text)


@pytest.fixture
def document() -> Document:
    return made("the dam broke").reading().document


def test_a_stage_finds_what_an_earlier_one_left(document: Document) -> None:
    draft = run(Draft(document, "en"), (words, longest))
    assert draft.the(Longest) == Longest("broke")
    assert [each.text for each in draft.every(Word)] == ["the", "dam", "broke"]


def test_findings_of_one_kind_add_up_over_stages(document: Document) -> None:
    draft = run(Draft(document, "en"), (words, shouted))
    assert [each.text for each in draft.every(Word)] == [
        "the",
        "dam",
        "broke",
        "THE",
        "DAM",
        "BROKE",
    ]


def test_a_run_leaves_the_draft_it_began_with_alone(document: Document) -> None:
    draft = Draft(document, "en")
    run(draft, (words,))
    assert draft.every(Word) == ()
    assert draft.found == {}


def test_a_draft_may_bring_findings_of_its_own(document: Document) -> None:
    draft = run(Draft(document, "en", {Word: (Word("levee"),)}), (longest,))
    assert draft.the(Longest) == Longest("levee")


@pytest.mark.parametrize(
    ("stages", "told"),
    [
        pytest.param((longest, words), "longest needs Word, which no earlier", id="too early"),
        pytest.param((careless,), "careless gives Word undeclared", id="undeclared finding"),
    ],
)
def test_an_order_that_cannot_work_is_named(
    document: Document, stages: tuple[Stage, ...], told: str
) -> None:
    with pytest.raises(PipelineError, match=told):
        run(Draft(document, "en"), stages)


def test_the_stages_of_a_reading_stand_in_an_order_that_works() -> None:
    known: set[type] = {Gazetteer}
    for each in STAGES:
        assert each.needs <= known, each.name
        known |= each.gives
