import json
from collections.abc import Callable
from typing import Any

import pytest
from made import flood
from stored import dry, flooded

from furphy.casebook.restoring import restored
from furphy.casebook.verification.rereading import faults, loops
from furphy.export.json import line
from furphy.model.reading import Reading

LINE = line(flooded())


@pytest.mark.parametrize(
    "reading",
    [
        pytest.param(flooded(), id="with-all-kinds"),
        pytest.param(dry(), id="small"),
        pytest.param(flood().reading(language=None), id="of-no-language"),
    ],
)
def test_what_was_written_is_taken_back(reading: Reading) -> None:
    assert restored(line(reading)) == reading
    assert [*faults(line(reading))] == []


def change(*path: str | int, to: object) -> "Callable[[dict[str, Any]], None]":
    def do(given: dict[str, Any]) -> None:
        inner: Any = given
        for each in path[:-1]:
            inner = inner[each]
        inner[path[-1]] = to

    return do


@pytest.mark.parametrize(
    ("do", "fault"),
    [
        pytest.param(
            change("assertions", 1, "text", to="dam"),
            "assertions[1].text is 'dam', but there stands 'The dam above the town burst at dawn'",
            id="quote",
        ),
        pytest.param(
            change("assertions", 1, "spans", to=[[0, 9999]]),
            "assertions[1].spans is [0, 9999], outside a text of 270",
            id="span",
        ),
        pytest.param(
            change("places", 0, "text", to="dam"),
            "places[0].text is 'dam', but there stands 'town'",
            id="place",
        ),
        pytest.param(
            change("quantities", 0, "of", to="dogs"),
            "quantities[0].of is 'dogs', but there stands 'people'",
            id="counted",
        ),
        pytest.param(
            change("assertions", 1, "places", to=[7]),
            "assertions[1].places is 7, but there are 1 places",
            id="index",
        ),
        pytest.param(
            change("assertions", 1, "segment", to=77),
            "assertions[1].segment is 77, which is none",
            id="segment",
        ),
        pytest.param(
            change("attributions", 0, "source", to=-1),
            "attributions[0].source is -1, but there are 4 sources",
            id="below-zero",
        ),
        pytest.param(change("sources", 1, "id", to=0), "sources[1] calls itself 0", id="id"),
        pytest.param(
            change("document", "segments", 0, "end", to=9999),
            "document.segments[0].start is [0, 9999], outside a text of 270",
            id="segment-span",
        ),
    ],
)
def test_what_does_not_re_read_is_told(do: "Callable[[dict[str, Any]], None]", fault: str) -> None:
    given = json.loads(LINE)
    do(given)
    assert fault in [*faults(json.dumps(given))]


@pytest.mark.parametrize("broken", ["", "[]", "{}", '{"document": 1}', LINE[:-1]])
def test_what_is_no_line_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match=r"line|JSON|Expect"):
        restored(broken)


@pytest.mark.parametrize(
    ("parents", "found"),
    [
        pytest.param((None, None, 1, None), False, id="none"),
        pytest.param((0, None, None, None), True, id="itself"),
        pytest.param((1, 0, None, None), True, id="each-other"),
        pytest.param((3, None, None, None), False, id="a-later-one"),
    ],
)
def test_an_attribution_inside_itself_is_told(parents: tuple[int | None, ...], found: bool) -> None:
    given = json.loads(LINE)
    for each, parent in zip(given["attributions"], parents, strict=True):
        each["parent"] = parent
    assert loops(restored(json.dumps(given))) is found
