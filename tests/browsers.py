"""A real browser, for pages that have to be looked at; Debian's, or the one that somebody names."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

pytest.importorskip("playwright", reason="playwright is not installed")
pytest.importorskip("axe_playwright_python", reason="axe is not installed")

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_CHROMIUM = os.environ.get("FURPHY_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

WANTED = pytest.mark.skipif(not _CHROMIUM, reason="no Chromium here; FURPHY_CHROMIUM names one")
"""The mark of tests that look at pages."""


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """Lend a browser that speaks to nobody by itself."""
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)
        yield found
        found.close()


def grave_faults(page: Page) -> list[tuple[str, str]]:
    """Return what hinders readers of screens and keyboards seriously: the rule, and where."""
    faults = Axe().run(page).response["violations"]
    grave = [each for each in faults if each["impact"] in {"serious", "critical"}]
    return [(each["id"], each["nodes"][0]["html"]) for each in grave]
