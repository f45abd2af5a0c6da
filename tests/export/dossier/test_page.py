import re
from dataclasses import replace
from html.parser import HTMLParser

from handed import corrected, plain
from materials import link, material

from furphy.export.dossier.page import render

HOSTILE = '"><script>alert(1)</script><svg onload=alert(2)>\u202edesrever{{ 7 * 7 }}'


class Tags(HTMLParser):
    """Collects tags and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_hostile_titles_texts_and_outlets_are_inert() -> None:
    given = material(
        [HOSTILE, f"{HOSTILE} other"],
        [link(0, 1, "revision")],
        titles={0: HOSTILE, 1: HOSTILE},
        outlets={0: HOSTILE, 1: None},
    )
    page = render(given)
    tags = Tags(page).found
    assert "script" not in {tag for tag, _ in tags}
    assert [name for _, attrs in tags for name in attrs if name.startswith("on")] == []
    assert "\u202e" not in page
    assert "{{ 7 * 7 }}" in page


def test_the_page_may_load_nothing_and_asks_for_nothing() -> None:
    page = render(material(["a", "b"], [link(0, 1)]))
    policy = next(a for t, a in Tags(page).found if a.get("http-equiv"))["content"] or ""
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    loaded = [a for t, a in Tags(page).found if {"src", "srcset"} & set(a) or t == "link"]
    assert loaded == []
    assert " style=" not in page


def test_every_link_within_the_page_leads_somewhere() -> None:
    links = [link(0, 1, "revision"), link(0, 2), link(0, 3)]
    tags = Tags(render(material(["a b", "a c", "a b", "a b"], links, silent=frozenset({2})))).found
    ids = [attrs["id"] for _, attrs in tags if attrs.get("id")]
    targets = {
        (attrs.get("href") or "")[1:] for _, attrs in tags if (attrs.get("href") or "")[:1] == "#"
    }
    assert targets <= set(ids)
    assert len(ids) == len(set(ids))


def test_equal_claims_give_equal_pages() -> None:
    one, other = (render(material(["a", "b"], [link(0, 1)])) for _ in range(2))
    assert one == other


def test_what_differs_is_marked_as_inserted_and_deleted() -> None:
    page = render(material(["seven people died", "seven people drowned"], []))
    assert "<del>died</del>" in page
    assert "<ins>drowned</ins>" in page


def test_only_web_addresses_become_links() -> None:
    page = render(material(["a"], []))
    assert not re.search(r'href="(?!#|https?://)', page)


def test_what_people_corrected_is_told_with_who_says_so() -> None:
    page = render(corrected("Orikhiv", "Ada"))
    assert "What people corrected" in page
    assert "how firmly: PR+ probable (furphy: CT+ certain); Ada, 2024-03-20: so Ada" in page
    assert "What people corrected" not in render(plain())


def test_a_corrected_place_says_by_whom() -> None:
    given = corrected("Orikhiv", "Ada")
    place = replace(given.places[0], corrected_by=("Ada", HOSTILE))
    page = render(replace(given, places=(place,)))
    assert "corrected by Ada, " in page


def test_hostile_corrections_are_inert() -> None:
    page = render(corrected(HOSTILE, HOSTILE))
    assert "script" not in {tag for tag, _ in Tags(page).found}
    assert "\u202e" not in page
