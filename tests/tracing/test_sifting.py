"""Who is left out tells nothing: no possible source, no copy, no kin."""

import pytest
from collections_made import by_chance, collection

from furphy.tracing.candidates import candidates_of
from furphy.tracing.corpus import in_order, prepared
from furphy.tracing.explaining import LEAST_ORDER
from furphy.tracing.lost import kin
from furphy.tracing.sifting import telling
from furphy.tracing.versions import copies


@pytest.mark.parametrize("seed", range(20, 24))
def test_who_is_left_out_tells_nothing(seed: int) -> None:
    documents = collection(60, by_chance(seed))
    corpus = prepared([documents[each] for each in in_order(documents)])
    left_out = 0
    for candidates in candidates_of(corpus):
        rest = candidates.some(~telling(candidates))
        left_out += len(rest)
        assert (rest.order < LEAST_ORDER).all()
        assert not len(copies(corpus, rest))
        assert not len(kin(corpus, rest))
    assert left_out > len(corpus.pairs.ones) / 10
