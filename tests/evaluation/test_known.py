"""Which document counts as the source of another."""

import pytest

from evaluation.known import Truth, is_source

NOBODY = frozenset[str]()
TRUTH = {
    "first": Truth((), NOBODY, "1", "2026-11-01T06:00"),
    "copy": Truth((("first", "copy"),), NOBODY, "1", "2026-11-01T08:00"),
    "late": Truth((("first", "copy"),), NOBODY, "1", "2026-11-01T20:00"),
    "abroad": Truth((("first", "translation"),), NOBODY, "2", "2026-11-01T09:00"),
    "part": Truth((("copy", "excerpt"),), NOBODY, "3", "2026-11-01T09:00"),
}


@pytest.mark.parametrize(
    ("source", "target", "translated", "counts"),
    [
        pytest.param("copy", "part", False, True, id="the source itself"),
        pytest.param("first", "part", False, True, id="one verbatim the same"),
        pytest.param("late", "part", False, False, id="one that came after"),
        pytest.param("first", "abroad", True, True, id="what was translated"),
        pytest.param("first", "abroad", False, False, id="not as of its language"),
        pytest.param("abroad", "part", False, False, id="what has nothing to do with it"),
    ],
)
def test_a_source_is_any_earlier_verbatim_copy_of_it(
    source: str, target: str, translated: bool, counts: bool
) -> None:
    assert is_source(TRUTH, source, target, translated=translated) == counts
