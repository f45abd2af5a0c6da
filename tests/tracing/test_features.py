"""What speaks for each of several documents as the source of one."""

import numpy as np
import pytest

from furphy.tracing.candidates import candidates_of
from furphy.tracing.corpus import prepared
from furphy.tracing.explaining import told_of
from furphy.tracing.features import features, title_likeness
from furphy.tracing.forest import forest
from furphy.tracing.traced import Traced, Window

HOUR = 3600.0
REPORT = (
    "The ferry Dalia ran aground off Izmail on Tuesday with sixty people aboard, the port said."
    " Tugs pulled her free after nine hours, and nobody was hurt."
    " Divers will look at the hull before she sails again."
)
SENTENCES = [f"{each.rstrip('.')}." for each in REPORT.split(". ")]


def document(key: str, text: str, hour: float | None, title: str | None = None) -> Traced:
    window = None if hour is None else Window(hour * HOUR, hour * HOUR + 1)
    return Traced(key, text, "en", title=title, published=window)


def told(*documents: Traced) -> dict[str, dict[str, float]]:
    """Return the features of each candidate of the last document, by its key."""
    corpus = prepared(documents)
    possible, held = told_of(corpus, candidates_of(corpus)[-1], {})
    found = features(corpus, possible, held)
    return {
        documents[source].key: {name: float(row[place]) for name, row in found.items()}
        for place, source in enumerate(possible.sources.tolist())
    }


WHOLE = document("whole", REPORT, 0, "Ferry aground off Izmail")
PART = document("part", " ".join(SENTENCES[1:]), 1)
COPY = document("copy", REPORT, 5, "Ferry aground off Izmail")


@pytest.mark.parametrize(
    ("feature", "whole", "part"),
    [
        pytest.param("of-target", 1.0, 0.55, id="how much of the document is there"),
        pytest.param("of-source", 1.0, 1.0, id="how much of the source is in it"),
        pytest.param("less-than-best", 0.0, 0.45, id="less than the best of them"),
        pytest.param("best-of-others", 0.55, 1.0, id="the best of the others"),
        pytest.param("same-title", 1.0, 0.0, id="the same title"),
        pytest.param("untitled", 0.0, 1.0, id="no title"),
        pytest.param("hours", 5.0, 4.0, id="hours before"),
        pytest.param("place-in-time", 0.0, 1.0, id="the first comes first"),
        pytest.param("place-by-share", 0.0, 1.0, id="the fullest comes first"),
        pytest.param("held-by-others", 0.0, 0.45, id="what it lacks and another has"),
        pytest.param("held-alone", 0.45, 0.0, id="what it alone has"),
        pytest.param("small-changes", 0.0, 0.0, id="no word changed"),
    ],
)
def test_features_tell_candidates_apart(feature: str, whole: float, part: float) -> None:
    found = told(WHOLE, PART, COPY)
    assert found["whole"][feature] == pytest.approx(whole, abs=0.06)
    assert found["part"][feature] == pytest.approx(part, abs=0.06)


def test_a_word_changed_on_the_way_is_a_small_change() -> None:
    changed = document("changed", REPORT.replace("pulled", "towed"), 1)
    assert told(WHOLE, changed)["whole"]["small-changes"] == 1


def test_times_that_are_unknown_are_told_as_such() -> None:
    undated = document("undated", REPORT, None, "Ferry aground off Izmail")
    found = told(WHOLE, undated)["whole"]
    assert found["hours"] < -48
    assert found["hours-between"] == pytest.approx(0.5)
    assert found["days-between"] == 0


def test_all_that_the_trees_ask_for_is_told() -> None:
    found = told(WHOLE, PART, COPY)
    assert {*forest("derivation_trees").features} <= {*found["whole"]}
    assert all(np.isfinite([*each.values()]).all() for each in found.values())


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("Ferry aground", "ferry  Aground", 1.0, id="case and blanks do not matter"),
        pytest.param(None, "Ferry aground", 0.0, id="none"),
        pytest.param("", "", 0.0, id="empty"),
    ],
)
def test_titles_are_compared(one: str | None, other: str | None, alike: float) -> None:
    assert title_likeness(one, other) == alike
