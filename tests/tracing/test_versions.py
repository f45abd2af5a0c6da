import pytest

from furphy.tracing.candidates import candidates_of
from furphy.tracing.corpus import prepared
from furphy.tracing.traced import Traced
from furphy.tracing.versions import copies, versions

REPORT = (
    "The ferry at Kaniv turned back on Tuesday when ice closed the channel below the dam."
    " Its forty passengers, among them a school class from Cherkasy, spent the night on board."
    " The harbour master had asked for an icebreaker in the morning; it came after dark."
    " Nobody was hurt, and the line hopes to run again once the wind turns to the south."
)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(REPORT, True, id="word for word"),
        pytest.param(f"{REPORT}\n\nRead us every day.", True, id="but for a foot"),
        pytest.param(REPORT.replace("forty", "sixty"), False, id="another number"),
        pytest.param(REPORT.partition(" Nobody")[0], False, id="without the last sentence"),
    ],
)
def test_a_version_is_the_same_words_but_for_a_foot(other: str, *, same: bool) -> None:
    corpus = prepared([Traced("a", REPORT, "en"), Traced("b", other, "en")])
    found = versions([copies(corpus, each).tolist() for each in candidates_of(corpus)])
    assert (found[0] == found[1]) is same
