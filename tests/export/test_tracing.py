"""Derivations as rows: what speaks for them in words, and how sure the source is."""

import pytest

from furphy.export.tracing import because, derivation_record
from furphy.model.derivation import Derivation, Relation
from furphy.model.evidence import Evidence
from furphy.tracing.traced import Traced

DOCUMENTS = [Traced("first", "A fire."), Traced("second", "Пожежа.")]


def record(relation: Relation, *because: Evidence) -> dict[str, object]:
    return derivation_record(Derivation(0, 1, relation, 0.9, 0.8, (), because), DOCUMENTS)


def test_a_translation_tells_how_sure_its_source_is() -> None:
    told = record(
        Relation.TRANSLATION, Evidence("published-before", 1.0), Evidence("this-source", 0.6)
    )
    assert (told["from"], told["to"], told["kind"]) == ("first", "second", "translation")
    assert (told["score"], told["this_source"]) == (0.9, 0.6)


def test_of_texts_in_one_language_it_is_not_told() -> None:
    assert record(Relation.COPY, Evidence("words-of-the-later", 1.0))["this_source"] is None


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        pytest.param(Evidence("judged", 1.0), "people judged so", id="said"),
        pytest.param(
            Evidence("sentences-of-the-later", 0.914),
            "91% of the later text has its like in the earlier",
            id="a share",
        ),
        pytest.param(
            Evidence("this-source", 0.6),
            "60% sure that it was made from this text, and not from another like it",
            id="how sure",
        ),
        pytest.param(Evidence("unheard-of", 0.5), "unheard-of: 0.50", id="no words for it"),
    ],
)
def test_evidence_is_told_in_words(evidence: Evidence, words: str) -> None:
    assert because(evidence) == words
