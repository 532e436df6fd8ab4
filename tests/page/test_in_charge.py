"""The person's hand on a run: questions answered, the desktop taken over and handed back, a word said, a stop."""

from __future__ import annotations

import time

from playwright.async_api import Page, expect
from tests.page.conftest import OpenPage
from tests.page.place import Place
from tests.page.steps import card, chip, ended, give, until_shown

ASK_ALWAYS = "everything"


async def test_one_action_allowed_one_edited_one_refused(place: Place, open_page: OpenPage):
    page = await open_page()
    task = "Open the text editor, type hello and save it as note.txt in the shared folder"
    id = await give(page, task, ASK_ALWAYS)

    await expect(card(page)).to_contain_text("Double-click", timeout=60_000)
    await expect(card(page).locator(".screenshot .hand")).to_have_count(1)
    await card(page).get_by_role("button", name="Allow once").click()

    await expect(card(page)).to_contain_text("Type “hello”")
    await card(page).get_by_role("button", name="Change it").click()
    await card(page).get_by_label("text").fill("hello, edited")
    await card(page).get_by_role("button", name="Allow as changed").click()
    await expect(page.locator(".step", has_text="hello, edited")).to_contain_text("You changed it")

    while not await card(page).get_by_text("ctrl+shift+s").count():  # the model looks again at what was typed
        if await card(page).get_by_role("button", name="Allow once").count():
            await card(page).get_by_role("button", name="Refuse").click()
            break
        await page.wait_for_timeout(100)
    else:
        await card(page).get_by_role("button", name="Refuse").click()
    await card(page).get_by_label("Reason").fill("not today")
    await card(page).get_by_role("button", name="Refuse", exact=True).click()
    await ended(page)

    decided = [event for event in place.events(id) if event["kind"] == "decided"]
    assert [(each["allowed"], each["reason"]) for each in decided][:3] == [(True, ""), (True, ""), (False, "not today")]
    assert decided[1]["edited"]["text"] == "hello, edited"
    acted = [event["text"] for event in place.events(id) if event["kind"] == "acted"]
    assert any(text.startswith(f"Typed {len('hello, edited')} characters") for text in acted)


async def test_taken_over_and_handed_back(place: Place, open_page: OpenPage):
    page = await open_page()
    id = await give(page, "Open a terminal, then open the calculator", ASK_ALWAYS)
    await card(page).get_by_role("button", name="Allow once").click(timeout=60_000)
    await expect(page.locator(".step", has_text="click")).to_contain_text("You allowed it")
    await expect(card(page)).to_be_visible()  # the next question: the terminal stands open behind it
    await until_shown(page)

    await page.get_by_role("button", name="Take over").click()
    await expect(page.locator(".controls.own strong")).to_have_text("You have the desktop")
    await expect(page.locator(".screen.own")).to_be_visible()
    await page.locator(".rfb canvas").click(position={"x": 480, "y": 300})
    await page.keyboard.type("echo Grüße by hand > ~/Shared/typed.txt\n", delay=15)
    limit = time.monotonic() + 15
    file = place.runs / id / "shared" / "typed.txt"
    while not file.is_file() or not file.read_text().strip():
        assert time.monotonic() < limit, "what was typed did not arrive"
        await page.wait_for_timeout(100)
    assert file.read_text() == "Grüße by hand\n"

    await page.get_by_placeholder("What to tell the model").fill("I wrote a file")
    await page.get_by_role("button", name="Hand back").click()
    await expect(page.locator(".pause.takeover")).to_contain_text("Went on after")
    told = next(event for event in place.events(id) if event["kind"] == "continued")
    assert "I wrote a file" in told["told"] and told["before"] != told["after"]
    await _stop(page)


async def test_esc_twice_stops_in_the_middle_of_an_action(place: Place, open_page: OpenPage):
    page = await open_page()
    words = "a long letter to somebody " * 60
    id = await give(page, f'Open the text editor and type "{words}"')
    await expect(page.locator(".step", has_text="a long letter")).to_be_visible(timeout=60_000)
    await page.locator(".virtual").focus()
    began = time.monotonic()
    await page.keyboard.press("Escape")
    await expect(page.get_by_text("Press Esc again")).to_be_visible()
    await page.keyboard.press("Escape")
    await ended(page)
    took = time.monotonic() - began
    session = place.session(id)
    if session["status"] != "done":  # a fast machine may have typed it all
        assert session["status"] == "interrupted"
        assert took < 5


async def test_paused_said_and_gone_on(place: Place, open_page: OpenPage):
    page = await open_page()
    id = await give(page, "Open the calculator and work out 12 × 12. Tell me the result.")
    await expect(page.locator(".step").first).to_be_visible(timeout=60_000)
    await page.get_by_role("button", name="Pause").click()
    await chip(page, "Paused")
    steps = place.session(id)["steps"]
    await page.wait_for_timeout(700)
    assert place.session(id)["steps"] == steps, "nothing happens while it is paused"
    await page.get_by_label("Say something").fill("Take your time")
    await page.keyboard.press("Enter")
    await expect(page.locator(".bubble.mine", has_text="Take your time")).to_be_visible()
    await page.get_by_role("button", name="Go on").click()
    await expect(page.locator(".pause")).to_contain_text("Went on after")
    await ended(page)


async def _stop(page: Page) -> None:
    await page.get_by_role("button", name="Stop").click()
    await expect((await ended(page)).locator(".chip")).to_have_text("Stopped")
