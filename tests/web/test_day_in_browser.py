"""An analyst's day in a real browser: from taking documents in to handing a proof on."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from browsers import WANTED, grave_faults, opened_browser

pytest.importorskip("uvicorn", reason="the extra web is not installed")

from playwright.sync_api import Browser, Page, ViewportSize, expect
from served import SRC, serving, wait_until

SAMPLES = SRC / "furphy" / "desk" / "samples"
WIDE = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=390, height=800)
HOSTILE = "<svg onload=alert(1)>\u202egnp."

pytestmark = [WANTED, pytest.mark.long]


@dataclass
class Visit:
    """What pages did that they should not."""

    home: str
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", lambda each: self._note(each.url))
        page.on("console", lambda each: self.complaints.append(each.text))
        page.on("pageerror", lambda each: self.complaints.append(str(each)))

    def _note(self, url: str) -> None:
        if not url.startswith((self.home, "data:", "blob:")):
            self.strangers.append(url)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with opened_browser() as found:
        yield found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    case = tmp_path_factory.mktemp("desk") / "case.furphy"
    with serving(case) as address:
        yield address


def ready(page: Page) -> None:
    # Under the policy no string may be evaluated, so one waits for what the script sets.
    page.wait_for_selector("html[data-ready]")


def settle(page: Page, home: str) -> None:
    """Wait until all is taken in and traced."""

    def settled() -> bool:
        answer = page.goto(home)
        assert answer is not None
        assert answer.ok, page.inner_text("main")
        ready(page)
        return (
            not page.locator("[data-busy]").count()
            and not page.locator("#standing", has_text="trac").count()
        )

    wait_until(settled, 120)


def test_an_analyst_s_day(  # noqa: PLR0915 - a day is long
    chromium: Browser, home: str, tmp_path: Path
) -> None:
    page = chromium.new_page(viewport=WIDE)
    visit = Visit(home)
    visit.watch(page)
    page.goto(home)
    ready(page)

    # Take documents in, one of them with a name that would like to be a script.
    hostile = tmp_path / f"{HOSTILE.replace('/', '')}txt"
    text = f"Notice of {HOSTILE}\n\n" + "The mayor said <script>alert(1)</script> " * 100
    hostile.write_text(text, encoding="utf-8")
    broken = tmp_path / "<b>broken<b>.exe"
    broken.write_bytes(b"\x00\x01\x02 no text")
    samples = sorted(each for each in SAMPLES.iterdir() if each.suffix in {".txt", ".html"})
    page.get_by_label("Files").set_input_files([*samples, hostile, broken])
    page.get_by_text("Paste a text").click()
    page.get_by_label("The text as it was published").fill(
        "Dam holds\n\nThe dam held, police said."
    )
    page.get_by_role("button", name="Take in").click()
    settle(page, home)
    page.screenshot(path=tmp_path / "case.png", full_page=True)
    expect(page.get_by_text("8 new documents")).to_be_visible()
    expect(page.get_by_text("furphy has no reader for it").first).to_be_visible()

    # Read one, and correct a chain by keyboard alone.
    page.goto(f"{home}/documents")
    page.get_by_role("link", name="railway workshop", exact=False).first.click()
    ready(page)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.screenshot(path=tmp_path / "document.png", full_page=True)
    page.keyboard.press("c")
    card = page.locator(".card.at")
    expect(card.get_by_label("What", exact=False).first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("the regional office")
    card.locator("details[open]").get_by_label("Your name").fill("A. Analyst")
    card.locator("details[open]").get_by_label("Why").fill("the letterhead says so")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=judged**")
    expect(page.get_by_text("the letterhead says so").first).to_be_visible()
    ready(page)
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("a")
    expect(page.get_by_text("Your judgement is kept.")).to_be_visible()

    # Join two claims that furphy was not sure of, and part an assertion from one.
    _join(page, home)
    _part(page, home)

    # Sign a verdict, and undo it.
    page.goto(f"{home}/claims")
    page.locator("tbody th a").first.click()
    ready(page)
    verdict = page.get_by_role("form", name="Verdict")
    verdict.get_by_label("Rating").fill("Unproven")
    verdict.get_by_label("Grounds").fill("All copies rest on one channel.")
    verdict.get_by_role("button", name="Sign").click()
    expect(page.locator(".verdict")).to_contain_text("Unproven")
    page.screenshot(path=tmp_path / "claim.png", full_page=True)
    page.goto(f"{home}/history")
    page.screenshot(path=tmp_path / "history.png", full_page=True)
    first = page.locator(".history > li").first
    first.get_by_text("Undo").click()
    first.get_by_label("Why").fill("another picture turned up")
    first.get_by_role("button", name="Withdraw it").click()
    expect(page.locator(".history > li").first).to_contain_text("another picture turned up")

    bundle = _bundle(page, tmp_path)
    assert (visit.strangers, visit.complaints) == ([], [])
    page.close()
    verified = subprocess.run(  # noqa: S603 (a program of ours)
        [sys.executable, "-m", "furphy", "verify", str(bundle)],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert verified.returncode == 0, verified.stdout + verified.stderr


def _join(page: Page, home: str) -> None:
    page.goto(f"{home}/claims")
    rows = page.locator("tbody tr", has_text="perhaps the same")
    rows.first.locator("th a").click()
    ready(page)
    kin = page.locator(".kin li").first
    kin.get_by_label("Why").fill("one event")
    kin.get_by_role("button", name="Join").click()
    page.wait_for_url("**done=judged**")
    settle(page, home)


def _part(page: Page, home: str) -> None:
    page.goto(f"{home}/claims")
    page.locator("tbody th a").first.click()
    ready(page)
    page.locator(".members details").first.locator("summary").click()
    member = page.locator(".members details[open]")
    member.get_by_label("Why").fill("it tells of another place")
    member.get_by_role("button", name="Not the same").click()
    page.wait_for_url("**done=judged**")
    settle(page, home)


def _bundle(page: Page, folder: Path) -> Path:
    """Have a bundle of the first claim made, and save it."""
    home = page.url.partition("/history")[0]
    page.goto(f"{home}/claims")
    page.locator("tbody th a").first.click()
    ready(page)
    hand = page.locator(".hand")
    hand.get_by_label("As").select_option("bundle")
    hand.get_by_role("button", name="Make the file").click()
    page.wait_for_url("**/exports**")
    link = page.locator(".jobs a").first
    # The page looks by itself whether the file is made.
    expect(link).to_be_visible(timeout=90_000)
    with page.expect_download() as waiting:
        link.click()
    path = folder / "claim.zip"
    waiting.value.save_as(path)
    return path


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
    visit = Visit(home)
    visit.watch(page)
    for address in addresses(page, home):
        page.goto(address)
        ready(page)
        name = address.removeprefix(home).strip("/").replace("/", "-").replace("?", "-")[:40]
        page.screenshot(path=tmp_path / f"{name or 'case'}.png", full_page=True)
        assert grave_faults(page) == [], address
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size["width"], address
    page.close()
    assert (visit.strangers, visit.complaints) == ([], [])


def addresses(page: Page, home: str) -> list[str]:
    """Return a page of each sort."""
    found = [home]
    names = "claims documents search?q=workshop sources queue history exports failures help api"
    found += [f"{home}/{name}" for name in names.split()]
    for listing, link in (("claims", "tbody th a"), ("sources", "tbody th a")):
        page.goto(f"{home}/{listing}")
        if page.locator(link).count():
            found.append(home + str(page.locator(link).first.get_attribute("href")))
    page.goto(f"{home}/documents")
    for each in page.locator("tbody th a").all():
        found.append(home + str(each.get_attribute("href")))
    return found
