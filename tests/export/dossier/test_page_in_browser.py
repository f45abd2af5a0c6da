"""The dossier in a real browser: nothing fetched, no fault an aid would stumble over."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from browsers import WANTED, grave_faults, opened_browser
from materials import link, material
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Request,
    ViewportSize,
    expect,
)
from rumours import rumours
from stored import clock, judge

from furphy.casebook.canonical import Json
from furphy.casebook.casebook import Casebook
from furphy.casebook.judgements import Field, Judgement, JudgementKind
from furphy.desk import claiming
from furphy.export.dossier.material import Material
from furphy.export.dossier.page import render
from furphy.model.account import Account

WIDE = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=390, height=800)

pytestmark = [WANTED, pytest.mark.long]


@dataclass
class Visit:
    """What a page did that it should not."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def note_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def note_complaint(self, message: ConsoleMessage) -> None:
        self.complaints.append(message.text)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened_browser() as found:
        yield found


def _corrected(where: str, account: Account) -> Material:
    """Return the material of a claim of which somebody moved a place."""
    here: dict[str, Json] = {"lat": 47.8, "lon": 35.2, "name": "Komyshuvakha"}
    about = (JudgementKind.CORRECT, (account.variants[-1].id,), here)
    with Casebook.open(where) as book:
        judge(book, Judgement(*about, "Ada", "so the map", clock(), Field.PLACE, "Orikhiv"))
    again = claiming.claim(where, account.id, as_judged=True)
    return claiming.material(again, again.accounts[0])


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return a dossier with everything in it, and one of four hundred documents."""
    folder: Path = tmp_path_factory.mktemp("dossiers")
    where = str(folder / "case.furphy")
    rumours(where).close()
    told = claiming.claims(where)
    rumour = max(told.accounts, key=lambda each: len(each.documents))
    kinds = ("copy", "revision", "excerpt", "citation", "forward", "translation")
    links = [link(each // 3, each, kinds[each % 6], 0.5 + each % 5 / 10) for each in range(1, 400)]
    large = material(
        [f"seven people drowned {each % 50}" for each in range(400)],
        links,
        hours=[each / 8 for each in range(400)],
    )
    pages = {
        "rumour": render(claiming.material(told, rumour)),
        "large": render(large),
        "corrected": render(_corrected(where, rumour)),
    }
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return [(folder / f"{name}.html").as_uri() for name in pages]


def test_the_dossier_fetches_nothing_and_complains_of_nothing(
    browser: Browser, addresses: list[str]
) -> None:
    for address in addresses:
        page = browser.new_page(viewport=WIDE)
        seen = Visit()
        page.on("request", seen.note_request)
        page.on("console", seen.note_complaint)
        page.goto(address)
        page.close()
        assert (seen.requests, seen.complaints) == ([address], [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_aid_stumbles_over_the_dossier(
    browser: Browser,
    addresses: list[str],
    scheme: Literal["light", "dark"],
    size: ViewportSize,
) -> None:
    for address in addresses:
        page = browser.new_page(color_scheme=scheme, viewport=size)
        page.goto(address)
        grave = grave_faults(page)
        page.close()
        assert grave == []


def test_only_the_stemma_scrolls_sideways_on_a_narrow_screen(
    browser: Browser, addresses: list[str]
) -> None:
    for address in addresses:
        page = browser.new_page(viewport=NARROW)
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        region = page.get_by_role("region", name="stemma").first
        expect(region).to_be_visible()
        region.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(500)
        assert region.evaluate("each => each.scrollLeft") > 0
        page.close()


def test_a_row_of_the_stemma_leads_to_its_document(browser: Browser, addresses: list[str]) -> None:
    page = browser.new_page(viewport=WIDE)
    page.goto(addresses[0])
    page.locator(".stemma a", has_text="Harbour News").click()
    expect(page.locator("tr:target")).to_contain_text("Seven drown in the Konka")
    page.close()
