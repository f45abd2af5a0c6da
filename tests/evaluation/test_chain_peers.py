import numpy as np

from evaluation.chain_peers import by_vectors, clusters, edges, shared, shingles
from furphy.model.document import Document


def document(key: str, text: str, language: str = "en") -> Document:
    return Document(id=f"sha256:{key}", key=key, text=text, segments=(), language=language)


FIRST = "A goods train left the rails near the northern bridge of the town on Monday"
TEXTS = [
    document("a", FIRST),
    document("b", f"{FIRST} morning, said the railway, and nobody was hurt in the accident at all"),
    document("c", FIRST),
    document("d", "Ein Zug ist entgleist", "de"),
]
SETS = [shingles(each.text) for each in TEXTS]
NEAR = {0: [1, 2], 1: [0], 2: [0, 1], 3: [2]}


def test_the_nearest_or_the_first_of_the_earlier_ones_is_the_source() -> None:
    nearest = edges(TEXTS, SETS, NEAR, first=False)
    assert [(each["from"], each["to"]) for each in nearest] == [("a", "b"), ("a", "c"), ("c", "d")]
    first = edges(TEXTS, SETS, {3: [2, 1]}, first=True)
    assert [(each["from"], each["to"]) for each in first] == [("b", "d")]


def test_kinds_go_by_the_shares_of_both_and_the_language() -> None:
    kinds = [each["kind"] for each in edges(TEXTS, SETS, NEAR, first=False)]
    assert kinds == ["revision", "copy", "translation"]
    assert edges(TEXTS, SETS, {2: [1]}, first=False)[0]["kind"] == "excerpt"


def test_clusters_join_at_any_remove() -> None:
    assert clusters({0: [1], 1: [2], 2: [], 3: []}) == {
        0: [0, 1, 2], 1: [0, 1, 2], 2: [0, 1, 2], 3: [3],
    }  # fmt: skip


def test_of_vectors_the_nearest_before_counts_if_near_enough() -> None:
    rows = np.array([[1, 0], [0, 1], [0.8, 0.6], [0.6, 0.8]], np.float32)
    assert by_vectors(rows, 0.7) == {2: [0], 3: [2]}


def test_chinese_is_cut_by_characters() -> None:
    assert (
        shared(
            shingles("货运列车周一上午脱轨", "zh"),
            shingles("据报道，货运列车周一，上午脱轨。", "zh"),
        )
        == 1
    )
