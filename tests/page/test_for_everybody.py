"""Japanese, the keyboard alone, and what axe finds: the page is for everybody."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

import pytest
from playwright.async_api import Page, expect
from tests.page.conftest import OpenPage
from tests.page.place import Place
from tests.page.steps import card, ended

AXE = (files("axe_playwright_python") / "axe.min.js").read_text()
FADED_IN = """async () => {
    await new Promise(requestAnimationFrame);
    const ending = document.getAnimations().filter(each => each.effect.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map(each => each.finished.catch(() => 0)));
}"""
OPEN = {"call": "computer", "input": {"action": "double_click", "coordinate": [61, 179]}}
PHONE = {"width": 390, "height": 844}


async def findings(page: Page) -> list[str]:
    """What axe calls serious or critical."""
    # A card that is still fading in is pale for a moment only.
    await page.evaluate(FADED_IN)
    await page.evaluate(AXE)
    found = await page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{each['id']}: {[node['html'][:120] for node in each['nodes'][:3]]}"
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]


async def test_in_japanese(place: Place, open_page: OpenPage):
    page = await open_page(locale="ja-JP")
    await expect(page.get_by_role("heading", level=1)).to_have_text("何をしましょうか?")
    assert await page.locator("html").get_attribute("lang") == "ja"
    id = place.begin([["電卓です。", OPEN], ["終わりました。"]], "電卓を開いてください", policy="trusting")
    await page.goto(f"{place.url}/#/run/{id}")
    await expect((await ended(page)).locator(".chip")).to_have_text("完了")
    await expect(page.locator(".step", has_text="ダブルクリック").first).to_be_visible()
    own_words = await page.locator(".controls, .top nav, .transport, .composer").all_inner_texts()
    assert not re.search(r"[A-Za-z]{3,}", " ".join(own_words).replace("deskhand", "")), own_words

    await page.get_by_role("button", name="English").click()
    await expect(page.locator(".end .chip")).to_have_text("Done")
    await page.reload()
    await expect(page.locator(".end .chip")).to_have_text("Done")
    await page.get_by_role("button", name="日本語").click()
    await expect(page.locator(".end .chip")).to_have_text("完了")
    place.api("PATCH", "/api/settings", {"language": ""})


@pytest.mark.slow
async def test_by_the_keyboard_alone(place: Place, open_page: OpenPage):
    page = await open_page()
    press, write = page.keyboard.press, page.keyboard.type
    await expect(page.locator("#task")).to_be_focused()  # from the start, without a click
    await write("Open the text editor and type hello")
    for _ in range(20):
        await press("Tab")
        if await page.evaluate("document.activeElement.matches('details.options summary')"):
            break
    await press("Enter")
    await expect(page.locator("option", has_text="Ask about everything")).to_have_count(1)
    await press("Tab")
    await press("Tab")
    assert await page.evaluate("document.activeElement.tagName") == "SELECT"
    await write("Ask about")
    await page.locator("#task").focus()
    await press("Enter")
    await page.wait_for_url("**/#/run/*")

    await expect(card(page)).to_be_visible(timeout=60_000)
    await page.wait_for_timeout(700)  # a key pressed the moment a card comes up is not meant for it
    await press("a")
    await expect(page.locator(".step", has_text="You allowed it")).to_have_count(1)
    await expect(card(page)).to_contain_text("hello")
    await press("?")
    await expect(page.get_by_role("dialog")).to_contain_text("Refuse")
    await press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await press("r")
    await write("no, thank you")
    await press("Enter")
    await ended(page)

    assert await page.locator(".standing .chip svg").count() == 1, "a state is never told by colour alone"
    await press("Home")
    await expect(page.locator(".closely-head .number")).to_have_text("1")
    await press("ArrowRight")
    await expect(page.locator(".closely-head .number")).to_have_text("2")
    await press("Escape")
    await expect(page.locator(".closely-head")).to_have_count(0)
    await press("l")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Runs")
    await press("n")
    await expect(page.get_by_role("heading", level=1)).to_have_text("What should be done?")


@pytest.mark.parametrize(
    ("scheme", "viewport"),
    [("light", {"width": 1440, "height": 900}), pytest.param("dark", PHONE, marks=pytest.mark.slow)],
)
async def test_axe_finds_nothing_serious(place: Place, open_page: OpenPage, scheme: str, viewport: Any):
    page = await open_page(color_scheme=scheme, viewport=viewport)
    wrong: dict[str, list[str]] = {"new": await findings(page)}
    id = place.begin([["The calculator.", OPEN], ["Done."]], policy="everything")
    await page.goto(f"{place.url}/#/run/{id}")
    await expect(card(page)).to_be_visible(timeout=60_000)
    wrong["asking"] = await findings(page)
    await page.get_by_role("button", name="Take over").click(force=True)
    await expect(page.locator(".controls.own")).to_be_visible()
    wrong["taken over"] = await findings(page)
    await page.get_by_role("button", name="Stop").click()
    await ended(page)
    wrong["ended"] = await findings(page)
    await page.locator(".step").first.click()
    wrong["closely"] = await findings(page)
    for name in ("runs", "settings"):
        await page.goto(f"{place.url}/#/{name}")
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        wrong[name] = await findings(page)
    assert {name: found for name, found in wrong.items() if found} == {}


async def test_without_the_start_link_it_says_how_to_come_in(place: Place, open_page: OpenPage, browser):
    context = await browser.new_context(locale="en-US")
    try:
        page = await context.new_page()
        await page.goto(place.url)
        await expect(page.get_by_role("heading")).to_have_text("This page needs its start link")
    finally:
        await context.close()
