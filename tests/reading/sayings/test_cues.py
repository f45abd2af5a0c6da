from papers import parsed

from furphy.lexicon import ENGLISH
from furphy.reading.sayings.cues import Cue, cue_for, cues

KNOWN = cues("cue_verbs", ENGLISH)


def cue_of(text: str) -> Cue | None:
    tree = parsed(text)
    verb = next(token for token in tree.tokens if token.pos == "VERB")
    return cue_for(tree, verb, KNOWN)


def test_a_verb_is_found_by_its_dictionary_form() -> None:
    assert cue_of("They denied it.") == KNOWN["deny"]


def test_a_particle_makes_another_verb() -> None:
    assert cue_of("They pointed out that it burned.") == KNOWN["point out"]


def test_a_particle_the_lexicon_does_not_know_makes_no_cue() -> None:
    assert cue_of("They called off the march.") is None


def test_prepositions_are_told_apart_by_whether_an_object_comes_before() -> None:
    cue = Cue("accuse", frozenset({"quote", "o~of", "~for"}), "doubt")
    assert cue.prepositions(after_object=True) == {"of"}
    assert cue.prepositions(after_object=False) == {"for"}


def test_every_frame_is_one_that_the_file_explains() -> None:
    plain = {"quote", "that", "to", "o+to", "np", "small"}
    for cue in KNOWN.values():
        for frame in cue.frames - plain:
            assert frame.removeprefix("o").startswith("~"), (cue.lemma, frame)
