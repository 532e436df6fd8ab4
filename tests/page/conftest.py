"""A real browser in front of the real server, both shared by the tests of the page: each costs two seconds to start.

Playwright's own browsers are not needed: it drives the Chromium of the system.
"""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect
from tests.page.place import Place

PATIENCE = 40_000
"""Milliseconds that the browser waits for what should come."""


class OpenPage(Protocol):
    async def __call__(self, place: Place | None = None, **options: Any) -> Page:
        """The page, signed in; ``options`` are those of a browser context (viewport, locale, color_scheme …)."""
        ...


@pytest_asyncio.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium on this system")
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        await opened.close()


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    made = Place(tmp_path_factory.mktemp("place"))
    yield made
    made.stop()


@pytest.fixture
def own_place(tmp_path: Path) -> Iterator[Place]:
    """A server of the test's own, nobody has agreed to anything yet."""
    made = Place(tmp_path / "place", consent=False)
    yield made
    made.stop()


@pytest_asyncio.fixture
async def open_page(request: pytest.FixtureRequest, browser: Browser) -> AsyncIterator[OpenPage]:
    """Fails the test when the page breaks its own policy or throws."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    async def opened(place: Place | None = None, **options: Any) -> Page:
        where: Place = place or request.getfixturevalue("place")
        context = await browser.new_context(
            **{"viewport": {"width": 1440, "height": 900}, "locale": "en-US", **options}
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
        await page.goto(where.new_link())
        await page.wait_for_url(where.url + "/")
        return page

    yield opened
    for context in contexts:
        await context.close()
    assert not wrong


@pytest.fixture
def run_id() -> Any:
    """The id in the page's address."""
    return lambda page: page.url.rpartition("/run/")[2]
