"""The table of weights, and what weights come to."""

import re
from math import isfinite

import pytest

from furphy import lexicon
from furphy.reading.places.names_weights import chance, weights

# A kind of evidence, then what it found: a class of ours, a part of speech, a mark.
FEATURE = re.compile(r"[a-z-]+[:+]([a-zA-Z0-9+:-]+|\W)")


@pytest.mark.parametrize("column", ["alone", "together"])
def test_every_weight_is_a_number(column: str) -> None:
    assert all(isfinite(weight) for weight in weights(column).values())


def test_no_feature_is_a_name() -> None:
    rows = lexicon.rows("place_weights", lexicon.ENGLISH)
    assert [row["feature"] for row in rows if not FEATURE.match(row["feature"])] == []


def test_counts_say_how_many_runs_there_were_and_how_many_were_places() -> None:
    for row in lexicon.rows("place_weights", lexicon.ENGLISH):
        assert 0 <= int(row["places"]) <= int(row["runs"])


def test_a_chance_grows_with_the_weights_and_stays_between_0_and_1() -> None:
    worth = {"for": 2.0, "against": -900.0}
    assert chance([], worth) == 0.5
    assert chance(["for"], worth) == pytest.approx(0.881, abs=0.001)
    assert 0 <= chance(["against"], worth) < 1e-9
    assert chance(["never seen"], worth) == 0.5
