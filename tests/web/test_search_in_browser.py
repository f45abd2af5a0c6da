"""Search in a real browser: brushing over time and map, by keyboard, and without script."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from browsers import WANTED, grave_faults, opened_browser

pytest.importorskip("uvicorn", reason="the extra web is not installed")

from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect
from served import serving
from towns import TOWNS, towns

from furphy.gazetteer.geometry import distance_km

WIDE = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=390, height=800)
SEARCHES = (
    "/search",
    "/search?q=water",
    "/search?q=water&value=CT%2B&at=geonames%3Aorikhiv&published_from=2024-05-01",
    "/search?q=water&lat=47.5&lon=35.8&within=60",
    "/search?q=nothing",
)

pytestmark = [WANTED, pytest.mark.long]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with opened_browser() as found:
        yield found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    case = tmp_path_factory.mktemp("desk") / "case.furphy"
    towns(str(case)).close()
    with serving(case) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, home: str) -> Iterator[Page]:
    yield from searching(chromium.new_context(viewport=WIDE), home)


def searching(context: BrowserContext, home: str) -> Iterator[Page]:
    """Lend a page of what is found; it must have nothing to complain of."""
    found = context.new_page()
    complaints: list[str] = []
    found.on("console", lambda each: complaints.append(each.text))
    found.on("pageerror", lambda each: complaints.append(str(each)))
    found.goto(f"{home}/search?q=water")
    found.wait_for_selector("html[data-ready]")
    yield found
    context.close()
    assert complaints == []


def middle(one: Locator) -> tuple[float, float]:
    box = one.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    page.mouse.move(*end)
    page.mouse.up()


def asked(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def test_a_drag_over_bars_searches_within_them(page: Page) -> None:
    bars = page.locator("#published .bars a")
    first, last = bars.nth(1), bars.nth(3)
    expected = {
        "q": "water",
        "published_from": first.get_attribute("data-start"),
        "published_until": last.get_attribute("data-end"),
    }
    counts = [str(bars.nth(each).get_attribute("aria-label")) for each in (1, 2, 3)]
    with page.expect_navigation():
        drag(page, middle(first), middle(last))
    assert asked(page) == expected
    total = sum(int(each.rpartition(": ")[2].split()[0]) for each in counts)
    expect(page.locator("#counts h2")).to_have_text(f"{total} assertions found")


def test_a_drag_from_a_place_searches_around_it(page: Page) -> None:
    page.locator("#where").scroll_into_view_if_needed()
    link = page.locator("#where a", has=page.locator("title", has_text="Orikhiv")).first
    start = middle(link.locator("circle"))
    with page.expect_navigation():
        drag(page, start, (start[0] + 60, start[1]))
    circle = asked(page)
    point = (float(circle["lat"]), float(circle["lon"]))
    assert distance_km(point, TOWNS["Orikhiv"]) < 6
    # The width of the map tells how far sixty pixels are.
    assert 50 < float(circle["within"]) < 400
    assert circle["q"] == "water"
    expect(page.locator("#where path.around")).to_be_visible()
    with page.expect_navigation():
        page.locator("#where").get_by_role("link", name="Anywhere").click()
    assert asked(page) == {"q": "water"}


def test_a_click_on_a_bar_and_on_a_place_is_a_link(page: Page) -> None:
    bar = page.locator("#published .bars a").first
    with page.expect_navigation():
        bar.click()
    assert "published_from" in asked(page)
    with page.expect_navigation():
        page.locator("#where a circle").last.click()
    assert asked(page)["at"].startswith("geonames:")


def test_bars_are_reached_by_keyboard(page: Page) -> None:
    bar = page.locator("#published .bars a").nth(1)
    bar.focus()
    expect(bar).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert asked(page)["published_from"]


def test_escape_ends_a_drag(page: Page) -> None:
    before = page.url
    bars = page.locator("#published .bars a")
    page.mouse.move(*middle(bars.nth(0)))
    page.mouse.down()
    page.mouse.move(*middle(bars.nth(2)))
    expect(page.locator("#published .bars a.in")).to_have_count(3)
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator("#published .bars a.in")).to_have_count(0)
    assert page.url == before


@pytest.fixture
def phone(chromium: Browser, home: str) -> Iterator[Page]:
    yield from searching(
        chromium.new_context(viewport=NARROW, has_touch=True, is_mobile=True), home
    )


def swipe(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Move a finger over the screen."""
    screen = page.context.new_cdp_session(page)
    for step in range(6):
        x, y = (one + (other - one) * step / 5 for one, other in zip(start, end, strict=True))
        kind = "touchMove" if step else "touchStart"
        screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_that_moves_sideways_over_bars_searches_within_them(phone: Page) -> None:
    bars = phone.locator("#published .bars a")
    bars.nth(2).scroll_into_view_if_needed()
    expect(phone.locator("#published .hint")).to_contain_text("Drag sideways")
    expected = {
        "q": "water",
        "published_from": bars.nth(1).get_attribute("data-start"),
        "published_until": bars.nth(3).get_attribute("data-end"),
    }
    with phone.expect_navigation():
        swipe(phone, middle(bars.nth(1)), middle(bars.nth(3)))
    assert asked(phone) == expected


def test_a_finger_that_moves_sideways_from_a_place_searches_around_it(phone: Page) -> None:
    link = phone.locator("#where a", has=phone.locator("title", has_text="Orikhiv")).first
    link.scroll_into_view_if_needed()
    start = middle(link.locator("circle"))
    with phone.expect_navigation():
        swipe(phone, start, (start[0] - 60, start[1]))
    circle = asked(phone)
    assert distance_km((float(circle["lat"]), float(circle["lon"])), TOWNS["Orikhiv"]) < 15
    assert float(circle["within"]) > 50


def test_a_finger_that_moves_up_scrolls_and_a_tap_is_a_link(phone: Page) -> None:
    before = phone.url
    bars = phone.locator("#published .bars a")
    bars.first.scroll_into_view_if_needed()
    start, top = middle(bars.first), phone.evaluate("scrollY")
    swipe(phone, start, (start[0], start[1] - 200))
    phone.wait_for_function(f"() => scrollY > {top}", polling=50)
    expect(phone.locator("#published .bars a.in")).to_have_count(0)
    assert phone.url == before
    with phone.expect_navigation():
        bars.first.tap()
    assert "published_from" in asked(phone)


def test_a_second_finger_ends_a_drag(phone: Page) -> None:
    before = phone.url
    bars = phone.locator("#published .bars a")
    bars.first.scroll_into_view_if_needed()
    (x, y), (far, _) = middle(bars.nth(1)), middle(bars.nth(3))
    screen = phone.context.new_cdp_session(phone)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        given = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": given})

    touch("touchStart", (x, y))
    touch("touchMove", (x + 10, y))
    touch("touchMove", (far, y))
    expect(phone.locator("#published .bars a.in")).to_have_count(3)
    touch("touchStart", (far, y), (x, y))
    expect(phone.locator("#published .bars a.in")).to_have_count(0)
    touch("touchEnd")
    assert phone.url == before


def test_without_script_all_of_it_are_links(chromium: Browser, home: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=WIDE)
    page = context.new_page()
    page.goto(f"{home}/search?q=water")
    page.locator("#published .bars a").first.click()
    page.locator("#where a circle").last.click()
    page.locator("[aria-labelledby=by-value] a").first.click()
    assert {*asked(page)} == {"q", "published_from", "published_until", "at", "value"}
    expect(page.locator(".chips li")).to_have_count(4)
    page.locator(".chips a").first.click()
    assert len(asked(page)) == 4
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_aid_stumbles_and_nothing_scrolls_sideways(
    chromium: Browser,
    home: str,
    tmp_path: Path,
    scheme: Literal["light", "dark"],
    size: ViewportSize,
) -> None:
    page = chromium.new_page(color_scheme=scheme, viewport=size)
    for number, address in enumerate(SEARCHES):
        page.goto(home + address)
        page.wait_for_selector("html[data-ready]")
        page.screenshot(path=tmp_path / f"{number}.png", full_page=True)
        assert grave_faults(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], address
    page.close()
