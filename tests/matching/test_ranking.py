from collections.abc import Sequence

import numpy as np
import pytest

from furphy.matching.posts import plain
from furphy.matching.ranking import Entry, Ranker

CLAIMS = [
    Entry("Barnes & Noble sold a satire of the White House as a children's book.", "en"),
    Entry("Butterflies survived the Australian fires of 2020 in a wombat hole.", "en"),
    Entry("A photograph shows a flower that blooms once every 400 years in Tibet.", "en"),
    Entry("Ракета попала в вокзал в Краматорске, погибли 12 человек.", "ru"),
]


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        pytest.param(
            "How do butterflies survive? #AustralianFires https://t.co/0eJtwJyS1J", 1, id="a tag"
        ),
        pytest.param("this flower blooms once in 400 yrs!! 🥬", 2, id="slang"),
        pytest.param("12 people killed as a missile hits Kramatorsk station", 3, id="a language"),
    ],
)
def test_the_right_text_comes_first(post: str, expected: int) -> None:
    found = Ranker(CLAIMS).best(Entry(post, "en"), 3)
    assert found[0][0] == expected
    assert all(0 < score <= 1.5 for _, score in found)


def test_a_text_finds_itself_with_about_all_of_it() -> None:
    (first, score), *_ = Ranker(CLAIMS).best(CLAIMS[1], 1)
    assert first == 1
    assert 0.65 < score < 1.35


@pytest.mark.parametrize("text", ["", "???", "xyzzy"])
def test_what_shares_nothing_finds_nothing(text: str) -> None:
    assert Ranker(CLAIMS).best(Entry(text, "en"), 3) == []


class _ByLength:
    """A model for which a text is as long as it is."""

    def of(self, texts: Sequence[str], language: str) -> np.ndarray:
        angles = np.array([len(text) / 100 for text in texts])
        return np.stack((np.cos(angles), np.sin(angles)), axis=1).astype(np.float32)


def test_copies_but_for_marks_keep_their_order_with_vectors() -> None:
    texts = ["He said: “We are waves.”", "He said: 'We are waves'!!!", "He said we are waves"]
    ranker = Ranker([Entry(text, "en") for text in texts], _ByLength())
    found = ranker.best(Entry("We are waves, he said", "en"), 3)
    assert [at for at, _ in found] == [0, 1, 2]
    assert len({score for _, score in found}) == 1


def test_an_empty_collection_has_nothing_to_find() -> None:
    assert Ranker([]).best(CLAIMS[0], 3) == []


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("see #AustralianFires", "see Australian Fires"),
        ("by @CenterForBioDiv", "by Center For Bio Div"),
        ("#G7Summit2024", "G 7 Summit 2024"),
        ("nowpic.twitter.com/abc https://x.example/y", "now"),
        ("plain words", "plain words"),
    ],
)
def test_posts_are_taken_apart(post: str, expected: str) -> None:
    assert plain(post) == expected
