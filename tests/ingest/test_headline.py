import pytest
from lxml.html import document_fromstring

from furphy.ingest.headline import headline

FIRE = "Fire at the port"
RIVER = "Fire at the river port"

CASES = {
    "heading within the title": (f"{FIRE} | The Weekly", [FIRE], FIRE),
    "heading that says it otherwise": ("Fire at port", [RIVER], RIVER),
    "the site's name as a heading": (f"{FIRE} - The Weekly", ["The Weekly"], FIRE),
    "the better of two": (FIRE, ["The Blog", f"{FIRE} today"], f"{FIRE} today"),
    "the site's name in front": (f"The Weekly | {FIRE}", [], FIRE),
    "the site's name in the headline": (
        f"How the Weekly was burned - {FIRE}",
        [],
        f"How the Weekly was burned - {FIRE}",
    ),
    "a dash in the headline": ("Fire - what is known", [], "Fire - what is known"),
    "no heading": (FIRE, [], FIRE),
    "no title": (None, [FIRE], FIRE),
    "neither": (None, [], None),
    "an endless heading": ("Fire", ["Fire " * 100], "Fire"),
}


@pytest.mark.parametrize(("title", "headings", "expected"), CASES.values(), ids=CASES)
def test_the_headline_is_what_readers_see(
    title: str | None, headings: list[str], expected: str | None
) -> None:
    tree = document_fromstring("<p>x</p>" + "".join(f"<h1>{each}</h1>" for each in headings))
    assert headline(tree, title, ["The Weekly", "weekly.example", None]) == expected
