"""What a person does on the page, as a test says it."""

from __future__ import annotations

from playwright.async_api import Locator, Page, expect
from tests.page.place import Place


async def give(page: Page, task: str, policy: str = "", place: Place | None = None) -> str:
    """Types the task and starts it; the id of its run."""
    await page.locator("#task").fill(task)
    if policy:
        await page.locator("details.options summary").click()
        await page.locator("details.options select").nth(1).select_option(policy)
    await page.locator("button[type=submit].large").click()
    await page.wait_for_url("**/#/run/*")
    return page.url.rpartition("/run/")[2]


async def chip(page: Page, words: str, timeout: float = 60_000) -> None:
    """Waits until the state of the run reads so."""
    await expect(page.locator(".standing .chip")).to_have_text(words, timeout=timeout)


def card(page: Page) -> Locator:
    return page.locator(".approval")


async def ended(page: Page, timeout: float = 60_000) -> Locator:
    end = page.locator(".end")
    await expect(end).to_be_visible(timeout=timeout)
    return end


async def until_shown(page: Page, timeout: float = 60_000) -> None:
    """Until the live desktop's first picture has been drawn: the canvas holds more than one colour."""
    await page.wait_for_function(
        """() => {
            const canvas = document.querySelector('.rfb[data-state=shown] canvas');
            if (!canvas || canvas.width < 100) return false;
            const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            const seen = new Set();
            for (let at = 0; at < data.length; at += 4 * 997) seen.add(data.slice(at, at + 3).join());
            return seen.size > 3;
        }""",
        timeout=timeout,
    )
