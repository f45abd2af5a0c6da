import numpy as np
import pytest

from furphy.tracing.marks import Marks


def marked(*keys: str) -> Marks:
    marks = Marks()
    assert marks.update(keys)
    return marks


@pytest.mark.parametrize(
    "now",
    [
        ("a", "b", "c"),
        ("x", "a", "b", "c"),
        ("a", "x", "y", "b", "c"),
        ("a", "b", "c", "x"),
        ("c",),
    ],
    ids=["nothing new", "first", "between", "last", "gone"],
)
def test_documents_keep_their_marks_when_others_come_and_go(now: tuple[str, ...]) -> None:
    marks = marked("a", "b", "c")
    before = dict(marks.of)
    assert marks.update(now)
    assert all(marks.of[each] == before[each] for each in now if each in before)
    assert (np.diff(marks.all) > 0).all()
    assert marks.places([marks.of[each] for each in now]).tolist() == [*range(len(now))]


def test_a_document_that_comes_again_has_the_mark_of_before() -> None:
    marks = marked("a", "b", "c")
    before = marks.of["b"]
    assert marks.update(["a", "c"])
    assert marks.update(["a", "b", "c"])
    assert marks.of["b"] == before


def test_another_order_takes_other_marks_and_says_so() -> None:
    marks = marked("a", "b", "c")
    assert not marks.update(["b", "a", "c"])
    assert marks.of["b"] < marks.of["a"] < marks.of["c"]


def test_marks_are_given_anew_where_there_is_no_room() -> None:
    marks, keys = marked("a", "z"), ["a", "z"]
    stood = []
    for number in range(60):
        keys.insert(1, str(number))
        stood.append(marks.update(keys))
        assert (np.diff(marks.all) > 0).all()
    assert not all(stood)
    assert any(stood)
