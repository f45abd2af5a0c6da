import pytest
from materials import material

from furphy.export.dossier.versions import versions

WORDS = "seven people drowned near the old bridge"


def painted(text: str, language: str = "en") -> tuple[str, str]:
    """Return what the claim has and the other wording has, each with what differs in brackets."""
    found = versions(material([WORDS, text], [], languages={1: language}))[-1]
    ours, theirs = (
        "".join(f"[{each.text.strip()}]" if each.differs else each.text for each in some).strip()
        for some in (found.ours, found.parts)
    )
    return ours, theirs


@pytest.mark.parametrize(
    ("text", "ours", "theirs"),
    [
        pytest.param(
            "nine people drowned near the old bridge",
            "[seven]people drowned near the old bridge",
            "[nine]people drowned near the old bridge",
            id="another word",
        ),
        pytest.param(
            "Seven people, drowned near the old bridge!",
            WORDS,
            "Seven people, drowned near the old bridge!",
            id="case and stops are no difference",
        ),
        pytest.param(
            "seven people drowned", f"{WORDS[:21]}[near the old bridge]", WORDS[:20], id="less"
        ),
    ],
)
def test_what_differs_is_painted_on_both_sides(text: str, ours: str, theirs: str) -> None:
    assert painted(text) == (ours, theirs)


def test_another_language_is_shown_without_paint() -> None:
    found = versions(material([WORDS, "семь человек утонули"], [], languages={1: "ru"}))[-1]
    assert not found.same_language
    assert not any(each.differs for each in (*found.parts, *found.ours))


def test_equal_wordings_are_one_and_the_claims_own_comes_first() -> None:
    found = versions(material([WORDS, "Eight drowned", WORDS.upper()], []))
    assert [len(each.variants) for each in found] == [2, 1]
    assert found[0].is_centre


def test_controls_are_made_visible() -> None:
    found = versions(material(["\u202eabc def", "x \u202ey"], []))
    assert "\u202e" not in "".join(part.text for each in found for part in each.parts)
