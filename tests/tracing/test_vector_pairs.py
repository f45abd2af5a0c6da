"""The nearest by vectors are those that comparing all with all finds."""

import numpy as np
from collections_made import MadeUpVectors, by_chance, collection

from furphy.tracing.foreign_texts import Texts, ready
from furphy.tracing.memory import Fresh
from furphy.tracing.vector_pairs import LEAST_NEAR, by_vectors
from furphy.tracing.vector_rows import SCALE


def nearest_of_all(texts: Texts) -> set[tuple[int, int]]:
    means = texts.means()
    products = means @ means.T
    found = set[tuple[int, int]]()
    for one in range(len(texts)):
        for language in {*texts.languages} - {texts.languages[one]}:
            others = [at for at in range(len(texts)) if texts.languages[at] == language]
            others.sort(key=lambda at: (-products[one, at], int(texts.numbers[at])))
            near = [at for at in others[:6] if products[one, at] >= LEAST_NEAR * SCALE**2]
            found |= {(min(one, at), max(one, at)) for at in near}
    return found


def test_the_nearest_are_those_of_all() -> None:
    texts = ready(collection(60, by_chance(3)), MadeUpVectors())
    found = nearest_of_all(texts)
    assert {*map(tuple, by_vectors(texts, Fresh()).tolist())} == found
    assert len(found) > len(texts)


def test_means_are_whole_numbers_of_one_length() -> None:
    means = ready(collection(20, by_chance(4)), MadeUpVectors()).means()
    assert (means == np.round(means)).all()
    assert np.allclose(np.linalg.norm(means, axis=1), SCALE, rtol=0.01)
