import pytest

from furphy.ingest.provenance import derived_from
from furphy.ingest.segments import segmented
from furphy.model.document import DerivationKind

LINES = {
    "Original article: https://a.example/1.": (DerivationKind.ORIGINAL, "https://a.example/1"),
    "Original article: here": (DerivationKind.ORIGINAL, "https://linked.example/"),
    "Source: Blue channel": (DerivationKind.CITATION, "Blue channel"),
    "(Source: the ministry)": (DerivationKind.CITATION, "the ministry"),
    "Source: t.me/blue/12": (DerivationKind.CITATION, "t.me/blue/12"),
    "Forwarded from Blue channel": (DerivationKind.FORWARD, "Blue channel"),
    "Reprinted from: the Weekly": (DerivationKind.REPOST, "the Weekly"),
    "This article was originally published by the Weekly": (DerivationKind.ORIGINAL, "the Weekly"),
}


@pytest.mark.parametrize(("line", "expected"), LINES.items())
def test_a_source_line_says_where_the_text_comes_from(
    line: str, expected: tuple[DerivationKind, str]
) -> None:
    text = f"Three drones fell.\n\n{line}"
    [found] = derived_from(text, segmented(text), {"here": "https://linked.example/"})
    assert (found.kind, found.target) == expected
    assert found.span is not None
    assert found.span.of(text) == line


@pytest.mark.parametrize(
    "line", ["Editing by the desk", "Source: ", "The source: a man in the street, said so."]
)
def test_makers_and_talk_are_no_origin(line: str) -> None:
    text = f"Three drones fell.\n\n{line}\n\nThey did."
    assert derived_from(text, segmented(text)) == ()
