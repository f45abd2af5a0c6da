from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from furphy.gazetteer.keys import is_skeleton, keys, near_classes, near_skeletons, skeleton_key
from furphy.gazetteer.sounds import CONSONANTS, VOWELS

bones = st.text(CONSONANTS, max_size=9)
kinds = st.text(CONSONANTS + VOWELS, max_size=9)


@given(bones, bones)
def test_a_skeleton_one_slip_away_is_near(one: str, other: str) -> None:
    near = skeleton_key(other) in near_skeletons(one)
    assert near or Levenshtein.distance(one, other) != 1


@given(kinds)
def test_what_is_near_is_at_most_one_slip_away(one: str) -> None:
    assert one in near_classes(one)
    assert all(Levenshtein.distance(one, other) <= 1 for other in near_classes(one))


def test_short_names_are_kept_under_all_their_sounds_as_well() -> None:
    assert [*keys("kiv")] == ["=KF", "KIF"]
    assert [*keys("novoaleksandrovka")] == ["=NFLKSNTLFK"]


@given(bones)
def test_keys_of_skeletons_and_of_all_sounds_differ(one: str) -> None:
    assert is_skeleton(skeleton_key(one))
    assert not any(map(is_skeleton, near_classes(one)))
