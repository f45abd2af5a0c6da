"""Sentences that come and go leave what is found of all that are there."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from furphy.model.text import Span
from furphy.tracing import changes, testimonies
from furphy.tracing.changes import change
from furphy.tracing.marks import Marks
from furphy.tracing.shelf import shelved
from furphy.tracing.testimony import Saying
from furphy.tracing.traced import Traced, Window

DAY = 86_400.0
NAMES = st.sampled_from(("anna", "oleh"))
FIGURES = st.frozensets(st.sampled_from(("number:3", "number:14", "number:35")), min_size=2)
PEOPLE = st.lists(
    NAMES.map(lambda name: (frozenset((name,)), frozenset(("x",)))), min_size=1, max_size=2
)
SAYING = st.builds(
    lambda at, figures, people: Saying(Span(at, at + 5), figures, tuple(people)),
    st.integers(0, 99),
    FIGURES,
    PEOPLE,
)
DAYS = st.sampled_from((None, 0.0, 3.0, 30.0))
DOCUMENTS = st.lists(st.tuples(DAYS, st.lists(SAYING, max_size=3)), max_size=12)
STEPS = st.lists(st.dictionaries(st.integers(0, 11), DAYS), min_size=2, max_size=6)


@settings(max_examples=200)
@given(DOCUMENTS, STEPS, st.integers(1, 4), st.sampled_from((0.0, 1.0)))
def test_what_documents_say_that_come_go_and_change_is_what_is_found_from_nothing(
    documents: list[tuple[float | None, list[Saying]]],
    steps: list[dict[int, float | None]],
    before: int,
    few: float,
) -> None:
    heads = [
        Traced(f"{at:02}", "", published=None if day is None else Window(day * DAY, day * DAY))
        for at, (day, _) in enumerate(documents)
    ]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(changes, "_FEW", few)
        patched.setattr(testimonies, "BEFORE", before)
        marks, staying, last = Marks(), testimonies.Testimonies(), shelved([])
        for step in steps:
            # Some are there; of these some at another time.
            here = sorted(each for each in step if each < len(documents))
            now = shelved([moved(heads[each], step[each]) for each in here])
            if not marks.update([each.key for each in now.heads]):
                staying = testimonies.Testimonies()
            said = [documents[each][1] for each in here]
            times = [each.published for each in now.heads]
            staying.update(change(last, now), marks, said, times)
            assert staying.found(marks) == testimonies.testimonies(said, times)
            last = now


def moved(document: Traced, day: float | None) -> Traced:
    return replace(document, published=Window(day * DAY, day * DAY)) if day else document
