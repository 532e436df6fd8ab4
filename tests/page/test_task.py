"""A task given on the page: agreed to, watched live, finished, looked at again, its file taken home."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from playwright.async_api import expect
from tests.page.conftest import OpenPage
from tests.page.place import Place
from tests.page.steps import ended, give, until_shown


async def test_a_first_task_from_consent_to_its_file(own_place: Place, open_page: OpenPage, tmp_path: Path):
    page = await open_page(own_place)
    await page.locator(".example").nth(1).click()  # one of those that the page itself offers
    await expect(page.locator("#task")).to_have_value(re.compile("list.txt"))
    await page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("It can be wrong")
    assert own_place.api("GET", "/api/sessions")["total"] == 0, "nothing begins before the person has agreed"
    await dialog.get_by_role("button", name="I have read this").click()

    await page.wait_for_url("**/#/run/*")
    await page.wait_for_function("() => document.querySelector('.rfb')", timeout=60_000)
    began = time.monotonic()
    await until_shown(page)
    first_picture = time.monotonic() - began
    end = await ended(page)
    await expect(end.locator(".chip")).to_have_text("Done")
    assert first_picture < 10, f"{first_picture:.1f} s to the first picture; 0.5 s on an idle machine"

    steps = await page.locator(".step").count()
    assert steps >= 3
    await expect(page.locator(".screen.film img")).to_be_visible()
    async with page.expect_download() as waiting:
        await end.get_by_role("link", name="list.txt").click()
    file = tmp_path / "taken.txt"
    await (await waiting.value).save_as(file)
    assert file.read_text().strip() == "Milk, bread, apples"


async def test_a_step_is_looked_at_closely_and_the_film_is_played(place: Place, open_page: OpenPage):
    page = await open_page()
    await give(page, "Open the calculator")
    await ended(page)

    await page.locator(".step", has_text="click").first.click()
    close = page.locator(".stage")
    await expect(close.get_by_alt_text("Before")).to_be_visible()
    slider = close.get_by_role("slider")
    await slider.fill("10")
    was = await close.locator(".was").evaluate("image => image.style.clipPath")
    assert "90%" in was
    await expect(close.locator(".marks .hand")).to_have_count(1)
    await close.get_by_text("The call itself").click()
    await expect(close.locator("pre").first).to_contain_text("coordinate")
    await page.keyboard.press("ArrowLeft")
    await expect(close.locator("h2 .number")).to_have_text("1")
    await page.get_by_role("button", name="Close").click()

    line = page.get_by_role("slider", name="Time line")
    await line.focus()
    await page.keyboard.press("Home")
    await expect(line).to_have_attribute("aria-valuetext", re.compile("step 1$"))
    await page.get_by_label("Speed").select_option("8")
    await page.locator(".transport").get_by_role("button", name="Play").click()
    frames = await page.locator(".step img").count()
    await expect(line).to_have_attribute("aria-valuetext", re.compile(f"step {frames}$"), timeout=10_000)


@pytest.mark.slow
async def test_runs_are_found_again_and_a_template_is_made_of_one(place: Place, open_page: OpenPage):
    page = await open_page()
    id = await give(page, "Open the calculator")
    await ended(page)
    await page.goto(f"{place.url}/#/runs")
    await expect(page.locator(f".session a[href$='{id}']")).to_contain_text("Done")
    await page.get_by_role("searchbox").fill("no run is called this")
    await expect(page.get_by_text("No run matches")).to_be_visible()
    await page.get_by_role("searchbox").fill("calculator")
    await page.locator(f".session a[href$='{id}']").click()

    await page.get_by_role("button", name="Make a template").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Name").fill("Open something")
    await dialog.get_by_label(re.compile("^Task")).fill("Open the {{program}}")
    await dialog.get_by_role("button", name="Save").click()
    await page.get_by_label("program").fill("calculator")
    await expect(page.locator(".template-task mark")).to_have_text("calculator")
    await page.get_by_role("button", name="Start").click()
    await page.wait_for_url("**/#/run/*")
    end = await ended(page)
    await expect(end.locator(".chip")).to_have_text("Done")
    assert place.session(page.url.rpartition("/run/")[2])["task"] == "Open the calculator"


async def test_files_go_in_by_drag_and_drop_and_out_by_a_click(place: Place, open_page: OpenPage, tmp_path: Path):
    waits = (
        "until [ -s ~/Shared/in.txt ]; do sleep 0.2; done; cat ~/Shared/in.txt; rev ~/Shared/in.txt > ~/Shared/out.txt"
    )
    id = place.begin([[{"call": "bash", "input": {"command": waits}}], [{"sleep": 60}, "Done."]], policy="trusting")
    page = await open_page()
    await page.goto(f"{place.url}/#/run/{id}")
    await expect(page.locator(".step")).to_contain_text("under way", timeout=60_000)
    await page.locator("#main").evaluate(
        """main => {
            const carried = new DataTransfer();
            carried.items.add(new File(["drawer\\n"], "in.txt"));
            for (const kind of ["dragenter", "dragover", "drop"])
                main.dispatchEvent(new DragEvent(kind, {dataTransfer: carried, bubbles: true, cancelable: true}));
        }"""
    )
    await expect(page.get_by_text("in.txt is in the shared folder.")).to_be_visible()
    await expect(page.locator(".step")).to_contain_text("drawer", timeout=60_000)
    await page.get_by_role("button", name="Files").click()
    async with page.expect_download() as waiting:
        await page.get_by_role("link", name="out.txt").click()
    await (await waiting.value).save_as(tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text() == "reward\n"
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    await ended(page)


async def test_a_run_that_cannot_begin_says_why(place: Place, open_page: OpenPage):
    wanted = {"task": "Say hello", "model": "claude-sonnet-5-5"}
    id = place.api("POST", "/api/sessions", wanted)["id"]
    page = await open_page()
    await page.goto(f"{place.url}/#/run/{id}")
    await expect(page.locator(".end")).to_contain_text("there is no key")
    await page.locator(".end").get_by_role("link", name="Settings").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Settings")
