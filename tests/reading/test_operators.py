import pytest

from furphy import lexicon
from furphy.reading.effects import EFFECTS
from furphy.reading.operators import operators

FRAMES = {"that", "wh", "to", "bare", "ing", "small", "np", "quote"}


def test_every_word_of_the_lexicon_has_effects_there_are() -> None:
    assert operators("en").predicates


def test_every_frame_is_one_that_a_complement_can_have() -> None:
    for row in lexicon.rows("predicates", "en"):
        for frame in row["frames"].split():
            assert frame in FRAMES or frame.startswith("~"), row


def test_no_line_of_the_lexicon_is_without_effect() -> None:
    seen = set[tuple[str, str, str]]()
    for row in lexicon.rows("predicates", "en"):
        for frame in row["frames"].split():
            key = (row["lemma"], row["pos"], frame)
            assert key not in seen, "the first line counts, so this one never does"
            seen.add(key)


@pytest.mark.parametrize(
    ("lemma", "frame", "affirmed", "negated"),
    [
        ("manage", "to", "certain", "not"),
        ("fail", "to", "not", "certain"),
        ("know", "that", "fact", "fact"),
        ("say", "that", "relayed", "open"),
        ("deny", "that", "denied", "possible"),
        ("announce", "to", "planned", "unplanned"),
    ],
)
def test_a_verb_has_the_effects_of_its_class(
    lemma: str, frame: str, affirmed: str, negated: str
) -> None:
    reach = operators("en").predicates["v", lemma][frame]
    assert reach.affirmed is EFFECTS[affirmed]
    assert reach.negated is EFFECTS[negated]


def test_a_language_without_a_lexicon_has_no_operators() -> None:
    assert operators("xx").predicates == {}
    assert operators("xx").modals == {}
