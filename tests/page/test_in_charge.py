"""The person's hand on a run: the desktop taken over and handed back, a pause, a word said, a stop."""

from __future__ import annotations

import time

import pytest
from playwright.async_api import expect
from tests.page.conftest import OpenPage
from tests.page.place import Place
from tests.page.steps import chip, ended, until_shown

TERMINAL = {"call": "bash", "input": {"command": "setsid -f xterm -geometry 100x30+200+120 </dev/null >/dev/null 2>&1"}}
LOOK = {"call": "computer", "input": {"action": "screenshot"}}


async def test_taken_over_and_handed_back(place: Place, open_page: OpenPage):
    id = place.begin([["A terminal.", TERMINAL], [LOOK], [{"sleep": 60}, LOOK], ["Thank you."]])
    page = await open_page()
    await page.goto(f"{place.url}/#/run/{id}")
    await expect(page.locator(".step")).to_have_count(2, timeout=60_000)
    await until_shown(page)

    await page.keyboard.press("t")
    await expect(page.locator(".controls.own strong")).to_have_text("You have the desktop")
    await expect(page.locator(".screen.own")).to_be_visible()
    await page.locator(".rfb canvas").click(position={"x": 480, "y": 300})
    await page.keyboard.type("echo by hand, Esc and all > ~/Shared/typed.txt", delay=10)
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    await page.keyboard.press("Enter")
    file = place.runs / id / "shared" / "typed.txt"
    limit = time.monotonic() + 15
    while not file.is_file() or not file.read_text().strip():
        assert time.monotonic() < limit, "what was typed did not arrive"
        await page.wait_for_timeout(100)
    assert file.read_text() == "by hand, Esc and all\n"
    assert place.session(id)["state"] == "taken_over", "Esc belongs to the desktop while it is taken over"

    await page.get_by_placeholder("What to tell the model").fill("I wrote a file")
    await page.get_by_role("button", name="Hand back").click()
    await expect(page.locator(".pause.takeover")).to_contain_text("Went on after")
    told = next(event for event in place.events(id) if event["kind"] == "continued")
    assert "I wrote a file" in told["told"] and told["before"] != told["after"]
    await expect((await ended(page)).locator(".chip")).to_have_text("Done")


async def test_esc_twice_stops_in_the_middle_of_an_action(place: Place, open_page: OpenPage):
    id = place.begin([[{"call": "computer", "input": {"action": "wait", "duration": 90}}], ["Done."]])
    page = await open_page()
    await page.goto(f"{place.url}/#/run/{id}")
    await expect(page.locator(".step")).to_contain_text("under way", timeout=60_000)
    began = time.monotonic()
    await page.keyboard.press("Escape")
    await expect(page.get_by_text("Press Esc again")).to_be_visible()
    await page.keyboard.press("Escape")
    await chip(page, "Stopped")
    assert time.monotonic() - began < 10, "the wait of 90 s was not waited for"
    assert place.session(id)["status"] == "interrupted"


@pytest.mark.slow
async def test_paused_said_and_gone_on(place: Place, open_page: OpenPage):
    id = place.begin([[LOOK], [{"sleep": 3}, LOOK], [LOOK], ["I am done."], ["I am done."]])
    page = await open_page()
    await page.goto(f"{place.url}/#/run/{id}")
    await expect(page.locator(".step").first).to_be_visible(timeout=60_000)
    await page.get_by_role("button", name="Pause").click()
    await chip(page, "Paused")
    seen = place.session(id)["last"]
    await page.wait_for_timeout(700)
    assert place.session(id)["last"] == seen, "nothing happens while it is paused"
    await page.get_by_label("Say something").fill("Take your time")
    await page.keyboard.press("Enter")
    await expect(page.locator(".bubble.mine", has_text="Take your time")).to_be_visible()
    await page.get_by_role("button", name="Go on").click()
    await expect(page.locator(".pause")).to_contain_text("Went on after")
    await expect((await ended(page)).locator(".chip")).to_have_text("Done")


@pytest.mark.slow
async def test_a_reload_in_mid_run_loses_nothing(place: Place, open_page: OpenPage):
    id = place.begin([[LOOK], [LOOK], [{"sleep": 2}, "Still here.", LOOK], ["The end."]])
    page = await open_page()
    await page.goto(f"{place.url}/#/run/{id}")
    await expect(page.locator(".step").nth(1)).to_be_visible(timeout=60_000)
    await page.reload()
    await expect(page.locator(".step")).to_have_count(3)
    await expect((await ended(page)).locator(".answer")).to_have_text("The end.")
    assert await page.locator(".step .number").all_inner_texts() == ["1", "2", "3"]
