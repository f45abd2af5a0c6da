from collections.abc import Sequence

import pytest

from furphy.tracing.overlaps import WIDE, Index, Reach, indexed, paired, set_phrases, sharing
from furphy.tracing.shingles import shingles_of
from furphy.tracing.words import batches, words_of

STORY = "A goods train left the rails near the northern bridge of the town on Monday morning. "
OTHER = "Bakers in the old quarter sold out of bread before noon because the mill stood still. "


def index(*texts: str, sample: int = 1) -> Index:
    return indexed(batches(texts), sample)


def pairs(*texts: str) -> dict[tuple[int, int], int]:
    found = paired(index(*texts))
    rows = zip(found.ones.tolist(), found.others.tolist(), found.shared.tolist(), strict=True)
    return {(one, other): shared for one, other, shared in rows}


def test_texts_that_share_words_in_a_row_are_paired() -> None:
    assert pairs(STORY, OTHER, f"Reports say: {STORY}") == {(0, 2): 14}


def test_texts_with_addresses_in_one_script_do_not_share_their_escapes() -> None:
    one, other = "%D0%BF%D0%BE%D0%B6%D0%B0%D1%80", "%D0%BF%D0%BE%D0%B4%D0%B2%D0%B0%D0%BB"
    assert pairs(f"{STORY} https://a.example/{one}", f"{OTHER} https://b.example/{other}") == {}


def test_a_wide_reach_pairs_all_of_a_large_family() -> None:
    found = index(*[f"{STORY}Number {n}" for n in range(40)])
    assert len(paired(found, WIDE).ones) == 40 * 39 // 2
    assert len(paired(found).ones) < 40 * 39 // 2


def test_of_many_each_is_paired_with_the_first_and_those_before() -> None:
    found = paired(index(*["two plain words"] * 6), Reach(few=3, first=2, before=1))
    rows = set(zip(found.ones.tolist(), found.others.tolist(), strict=True))
    assert rows == {(0, n) for n in range(1, 6)} | {(1, n) for n in range(2, 6)} | {
        (2, 3), (3, 4), (4, 5),
    }  # fmt: skip


def test_pairs_are_kept_by_their_share_of_the_shorter_text() -> None:
    found = index(STORY + OTHER, STORY, OTHER + "He said so. " * 40, "No word of it is elsewhere.")
    all_pairs = paired(found)
    assert [*zip(all_pairs.ones.tolist(), all_pairs.others.tolist(), strict=True)] == [
        (0, 1), (0, 2),
    ]  # fmt: skip
    kept = sharing(found, all_pairs, share=0.9)
    assert [*zip(kept.ones.tolist(), kept.others.tolist(), strict=True)] == [(0, 1)]


@pytest.mark.parametrize("least", [1, 2, 14, 15, 99])
def test_pairs_are_kept_by_how_much_they_share(least: int) -> None:
    found = index(STORY, STORY + OTHER, OTHER, f"{OTHER} On Monday morning.", "On Monday morning.")
    every, kept = paired(found), paired(found, least=least)
    rows = [*zip(every.ones, every.others, every.shared, strict=True)]
    enough = [each for each in rows if each[2] >= least]
    assert [*zip(kept.ones, kept.others, kept.shared, strict=True)] == enough


def test_texts_without_words_share_nothing() -> None:
    assert pairs("", "…", "one", "two words", STORY) == {}
    assert pairs() == {}


def test_chinese_is_compared_by_characters() -> None:
    assert (0, 1) in pairs(
        "货运列车周一上午在城北大桥附近脱轨。", "据报道，货运列车周一上午在城北大桥附近脱轨。"
    )


def test_of_ten_thousand_alike_each_is_paired_with_some() -> None:
    found = paired(index(*[STORY] * 10_000))
    assert len(found.ones) < 150_000
    assert set(found.ones.tolist()) | set(found.others.tolist()) == set(range(10_000))
    assert (found.ones < found.others).all()


def test_a_sample_keeps_the_same_shingles_everywhere() -> None:
    whole, part = index(STORY * 3 + OTHER, OTHER), index(STORY * 3 + OTHER, OTHER, sample=4)
    assert set(part.hashes.tolist()) < set(whole.hashes.tolist())
    assert all(each % 4 == 0 for each in part.hashes.tolist())


def numbered(sentences: Sequence[str], foot: str) -> list[str]:
    return [f"{each} {foot}" for each in sentences]


def test_what_unrelated_texts_share_is_a_set_phrase() -> None:
    foot = "Subscribe to our channel and send us your news."
    told = [
        "The river rose two metres over night and took the old mill with it.",
        "A court in the capital freed all nine miners who had been held since spring.",
        "Doctors counted forty new cases of measles among children of the port.",
        "Farmers blocked the border road with tractors to protest against grain prices.",
        "An opera house reopened after its roof had been mended for seven years.",
        "Engineers switched the last coal plant of the region off on Sunday.",
    ]
    found = index(*numbered(told, foot))
    phrases = set(set_phrases(found, paired(found)).tolist())
    in_foot = set(shingles_of(next(words_of([foot]))).hashes.tolist())
    assert in_foot <= phrases
    assert not phrases & set(shingles_of(next(words_of([told[0]]))).hashes.tolist())


def test_what_copies_of_one_text_share_is_none() -> None:
    found = index(*[f"{STORY}{OTHER}Number {n}" for n in range(30)])
    assert not len(set_phrases(found, paired(found)))
