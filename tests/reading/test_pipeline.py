from dataclasses import replace

from papers import document

from furphy.gazetteer.index import Gazetteer
from furphy.reading.pipeline import STAGES, read


def test_each_stage_stands_behind_those_it_needs() -> None:
    given: set[type] = {Gazetteer}
    for stage in STAGES:
        assert stage.needs <= given
        given |= stage.gives


def test_a_reading_names_what_made_it() -> None:
    made_by = read(document("The dam broke.")).made_by
    assert made_by.parser.startswith("spacy/en_core_web_sm")
    assert made_by.version


def test_the_same_document_gives_the_same_reading() -> None:
    paper = document("The mayor said the dam broke. He denied that anyone died.")
    assert read(paper) == read(paper)


def test_a_language_that_is_not_read_gives_a_note_and_no_assertions() -> None:
    reading = read(replace(document("Дамба рухнула."), language="ru"))
    assert (reading.assertions, reading.made_by.parser) == ((), "none")
    assert [note.code for note in reading.notes] == ["language-not-read"]


def test_an_empty_document_gives_an_empty_reading() -> None:
    reading = read(document(""))
    assert (reading.assertions, reading.attributions, reading.notes) == ((), (), ())


def test_the_chain_of_an_attribution_runs_from_the_document_inwards() -> None:
    reading = read(document("The portal reported that a source had said the depot burned."))
    assert reading.chain(1) == (0, 1)
    assert reading.chain(None) == ()


def test_a_reading_tells_who_where_when_and_how_many() -> None:
    paper = replace(
        document("Two dozen houses burned in Odesa on 4 March 2021, the water company said."),
        language="en",
    )
    reading = read(paper)
    (burned, *_) = (each for each in reading.assertions if each.toponyms)
    place = reading.toponyms[burned.toponyms[0]].place
    assert place is not None
    assert (place.name, place.country) == ("Odesa", "UA")
    assert reading.times[burned.times[0]].value == "2021-03-04"
    assert reading.quantities[burned.quantities[0]].low == 24
    assert reading.made_by.gazetteers
