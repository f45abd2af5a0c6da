"""The page in a real browser: nothing fetched, no fault an aid would stumble over, keys suffice."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from browsers import WANTED, grave_faults, opened_browser
from front import front
from made import flood
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from furphy.export.page import render
from furphy.model.check import Check, Reason

WIDE = ViewportSize(width=1360, height=900)
NARROW = ViewportSize(width=380, height=800)

pytestmark = WANTED


@dataclass
class Visit:
    """An open page, and what it did that it should not."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def note_at_focus(self) -> Locator:
        return self.page.locator("mark:focus + [role=tooltip]")

    def tab_to(self, selector: str, most: int = 40) -> None:
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.locator(f"{selector}:focus").count():
                return
        pytest.fail(f"Tab never reaches {selector}")

    def weight_of(self, words: str) -> str:
        """Return the colour of a passage, which pales when a filter leaves it out."""
        found = self.page.locator("article mark", has_text=words)
        return str(found.evaluate("each => getComputedStyle(each).color"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    check = Check(5, (Reason("made-by-hand", "the document doubts it", 1),))
    file: Path = tmp_path_factory.mktemp("page") / "flood.html"
    reading = flood().reading(url="https://example.org/flood", outlet="The Wire")
    file.write_text(render(reading, [check]), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> str:
    file: Path = tmp_path_factory.mktemp("page") / "front.html"
    file.write_text(render(front().reading(url="https://example.org/front")), encoding="utf-8")
    return file.as_uri()


def visit(page: Page, address: str) -> Visit:
    seen = Visit(page)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.goto(address)
    return seen


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def seen(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    page = browser.new_page(viewport=WIDE, java_script_enabled=request.param)
    found = visit(page, address)
    yield found
    found.page.close()


def test_the_page_fetches_nothing_and_complains_of_nothing(seen: Visit, address: str) -> None:
    assert seen.requests == [address]
    assert seen.complaints == []


def test_tab_reaches_each_passage_and_shows_its_chain(seen: Visit) -> None:
    seen.tab_to("mark")
    while "looters" not in (seen.page.locator("mark:focus").text_content() or ""):
        seen.tab_to("mark")
    expect(seen.note_at_focus()).to_be_visible()
    expect(seen.note_at_focus()).to_contain_text("The mayor's office")
    expect(seen.page.locator("[role=tooltip]:visible")).to_have_count(1)


def test_pointing_at_a_passage_shows_its_chain(seen: Visit) -> None:
    passage = seen.page.locator("article mark", has_text="looters")
    passage.hover()
    expect(passage.locator("+ [role=tooltip]")).to_be_visible()


def test_a_filter_is_ticked_and_reset_by_keyboard(seen: Visit) -> None:
    plain = seen.weight_of("looters")
    seen.tab_to("#pick-source-0")
    seen.page.keyboard.press("Space")
    assert seen.weight_of("looters") != plain
    assert seen.weight_of("burst at dawn") == plain
    seen.page.locator("button[type=reset]").focus()
    seen.page.keyboard.press("Enter")
    assert seen.weight_of("looters") == plain


def test_filters_of_two_groups_narrow_each_other_down(seen: Visit) -> None:
    plain = seen.weight_of("looters")
    seen.page.locator("#pick-firm-certain").check()
    assert seen.weight_of("40 people") != plain
    seen.page.locator("#pick-source-3").check()
    assert seen.weight_of("looters") != plain
    seen.page.locator("#pick-source-2").check()
    assert seen.weight_of("looters") == plain


def test_the_nameless_can_be_picked_alone(seen: Visit) -> None:
    plain = seen.weight_of("40 people")
    seen.page.locator("#pick-nameless").check()
    assert seen.weight_of("40 people") == plain
    assert seen.weight_of("looters") != plain


def test_what_to_check_leads_to_its_passage(seen: Visit) -> None:
    seen.page.locator("#check-1 a").press("Enter")
    expect(seen.page.locator("mark:target")).to_have_text("up to 40 people may be missing")


def test_a_name_leads_to_its_entry_and_back_by_keyboard(browser: Browser, mapped: str) -> None:
    seen = visit(browser.new_page(viewport=WIDE), mapped)
    seen.tab_to("#named-3")
    seen.page.keyboard.press("Enter")
    expect(seen.page.locator("tr:target")).to_contain_text("Verbove")
    seen.tab_to("tr:target a")
    seen.page.keyboard.press("Enter")
    expect(seen.page.locator("a:target")).to_have_text("Verbowe")
    assert (seen.requests[:1], seen.complaints) == ([mapped], [])
    seen.page.close()


def test_a_dot_of_the_map_leads_to_its_entry(browser: Browser, mapped: str) -> None:
    seen = visit(browser.new_page(viewport=WIDE), mapped)
    seen.page.locator("#map-A a:has(circle)").nth(2).click()
    expect(seen.page.locator("tr:target")).to_contain_text("Verbove")
    seen.page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_aid_stumbles_over_the_page(
    browser: Browser,
    address: str,
    mapped: str,
    scheme: Literal["light", "dark"],
    size: ViewportSize,
) -> None:
    for each in (address, mapped):
        seen = visit(browser.new_page(color_scheme=scheme, viewport=size), each)
        seen.page.locator("mark[tabindex]").last.focus()
        grave = grave_faults(seen.page)
        seen.page.close()
        assert grave == []


def test_a_narrow_screen_needs_no_sideways_scrolling(
    browser: Browser, address: str, mapped: str
) -> None:
    for each in (address, mapped):
        seen = visit(browser.new_page(viewport=NARROW), each)
        width = seen.page.evaluate("document.documentElement.scrollWidth")
        seen.page.close()
        assert width <= 380


def test_paper_shows_the_text_without_filters_and_notes(browser: Browser, address: str) -> None:
    seen = visit(browser.new_page(viewport=WIDE), address)
    seen.page.locator("mark[tabindex]").last.focus()
    seen.page.emulate_media(media="print")
    expect(seen.page.locator("form")).to_be_hidden()
    expect(seen.page.locator("[role=tooltip]:visible")).to_have_count(0)
    expect(seen.page.locator("article")).to_be_visible()
    seen.page.close()
