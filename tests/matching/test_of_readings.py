from furphy.matching.comparison import compare
from furphy.matching.of_readings import propositions
from furphy.matching.of_sentences import propositions as of_sentences
from furphy.model.claim import Sameness
from furphy.model.document import Basis, Document, Published, Segment, SegmentKind
from furphy.model.factuality import Commitment
from furphy.model.text import Span
from furphy.reading.pipeline import read


def document(
    text: str, language: str = "en", kind: SegmentKind = SegmentKind.PARAGRAPH
) -> Document:
    published = Published("2024-05-08", "2024-05-09", Basis.GIVEN)
    segments = (Segment(kind, Span(0, len(text))),)
    return Document("sha256:0", "made", text, segments, language, published=published)


TEXT = (
    "On Monday a missile struck the railway station in Kramatorsk, killing at least 12 people, "
    "the regional governor said. The ministry denied that rebels had captured the airport near "
    "Goma."
)


def test_assertions_become_propositions_with_what_was_read_in_them() -> None:
    struck, captured = propositions(read(document(TEXT)), 7)
    assert (struck.document, struck.holder) == (7, "the regional governor")
    assert [spot.name for spot in struck.spots] == ["Kramatorsk"]
    assert [(each.low, each.harm) for each in struck.amounts] == [(12.0, "kill")]
    assert [each.value for each in struck.times] == ["2024-05-06"]
    assert (captured.negative, captured.commitment) == (True, Commitment.CERTAINLY_NOT)


def test_a_department_of_a_state_is_no_place() -> None:
    text = "Nobody from the state Department of Revenue Services in Hartford released the return."
    (made,) = propositions(read(document(text)), 0)
    assert [each.text for each in made.names if each.of_place] == ["Hartford"]


def test_spans_reread() -> None:
    for made in propositions(read(document(TEXT)), 0):
        assert made.span.of(TEXT) == made.text
        assert all(concept.span.of(TEXT) for concept in made.concepts)
        assert all(name.span.of(TEXT) == name.text for name in made.names)


def test_words_of_passing_on_are_no_propositions() -> None:
    made = propositions(read(document("The governor said that the bridge collapsed.")), 0)
    assert [each.text for each in made] == ["the bridge collapsed"]


def test_a_reading_compares_with_sentences_of_other_languages() -> None:
    russian = "В понедельник ракета попала в вокзал в Краматорске, погибли не менее 12 человек."
    (theirs,) = of_sentences(document(russian, "ru"), 1)
    ours, _ = propositions(read(document(TEXT)), 0)
    assert compare(ours, theirs).same is Sameness.JOINED


def test_sentences_stand_in_where_a_language_is_not_read() -> None:
    text = "Мост рухнул. Погибли 12 человек, сообщил губернатор области."
    made = of_sentences(document(text, "ru"), 3)
    assert [each.text for each in made] == [text[13:]]
    assert all(each.assertion is None and each.span.of(text) == each.text for each in made)
    assert made[0].holder == "губернатор области"


def test_boilerplate_puts_nothing_forward() -> None:
    text = "Мост рухнул в Одессе, погибли 12 человек."
    assert of_sentences(document(text, "ru", SegmentKind.BOILERPLATE), 0) == ()


def test_a_document_without_words_puts_nothing_forward() -> None:
    assert of_sentences(document(" ", "zh"), 0) == ()
    assert propositions(read(document(" ")), 0) == ()
