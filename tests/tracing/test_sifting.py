"""Who is left out tells nothing: no possible source, no copy, no kin."""

import numpy as np
import pytest
from collections_made import by_chance, collection

from furphy.tracing.candidates import candidates_of, in_order, prepared
from furphy.tracing.comparing import comparisons
from furphy.tracing.explaining import LEAST_ORDER
from furphy.tracing.hands import OneHand
from furphy.tracing.lost import is_kin
from furphy.tracing.memory import Fresh
from furphy.tracing.sifting import sifted
from furphy.tracing.versions import copies


@pytest.mark.parametrize("seed", range(20, 24))
def test_who_is_left_out_tells_nothing(seed: int) -> None:
    documents = collection(60, by_chance(seed))
    corpus = prepared([documents[each] for each in in_order(documents)])
    count = len(corpus.pairs.ones)
    table = comparisons(corpus, np.arange(count), Fresh(), OneHand())
    pairs = [*zip(corpus.pairs.ones.tolist(), corpus.pairs.others.tolist(), strict=True)]
    left_out = 0
    for target, candidates in enumerate(candidates_of(corpus)):
        rows = [row for row, pair in enumerate(pairs) if target in pair]
        mine = [pairs[row] for row in rows]
        kept = {sum(mine[at]) - target for at in sifted(corpus, target, mine, table[rows])}
        for each in candidates:
            if each.source not in kept:
                left_out += 1
                assert each.order < LEAST_ORDER
                assert not [*copies(corpus, [each])]
                assert each.source > target or not is_kin(corpus, each)
    assert left_out > count / 10
