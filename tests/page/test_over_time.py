"""What only shows over time or in numbers: a server that is killed, ten sessions at once, a run of 1,000 steps."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from playwright.async_api import CDPSession, Page, expect
from tests.page.conftest import OpenPage
from tests.page.place import Place
from tests.page.steps import chip

from deskhand.agent.events import Acted, Acting, Asked, Finished, Replied, Started
from deskhand.agent.journal import Journal
from deskhand.screen.geometry import Size
from deskhand.screen.png import encode

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

LOOK = {"call": "computer", "input": {"action": "screenshot"}}


async def test_a_killed_server_comes_back_and_nothing_is_lost(own_place: Place, open_page: OpenPage):
    own_place.api("POST", "/api/consent", {"version": own_place.api("GET", "/api/consent")["version"]})
    id = own_place.begin([[LOOK], [LOOK], [{"sleep": 30}, LOOK], ["The end."], ["The end."], ["The end."]])
    page = await open_page(own_place)
    await page.goto(f"{own_place.url}/#/run/{id}")
    await expect(page.locator(".step")).to_have_count(2, timeout=60_000)

    own_place.kill()
    await expect(page.locator(".offline")).to_contain_text("Trying again")
    own_place.start()
    await expect(page.locator(".offline")).to_have_count(0, timeout=60_000)
    await expect(page.locator(".note", has_text="The run goes on")).to_be_visible(timeout=60_000)
    await expect(page.locator(".end, .approval").first).to_be_visible(timeout=90_000)
    numbers = [entry["number"] for entry in own_place.api("GET", f"/api/sessions/{id}/events")["events"]]
    assert numbers == list(range(1, len(numbers) + 1))
    shown = await page.locator(".step .number").all_inner_texts()
    assert shown[:2] == ["1", "2"] and shown == sorted(set(shown), key=int)


async def test_ten_sessions_at_once(own_place: Place, open_page: OpenPage):
    own_place.api("POST", "/api/consent", {"version": own_place.api("GET", "/api/consent")["version"]})
    ids = [own_place.begin([[LOOK], [{"sleep": 4}, LOOK], [f"Number {n}."]], task=f"Number {n}") for n in range(10)]
    page = await open_page(own_place)
    await expect(page.locator(".live-tab")).to_have_count(10)
    await page.goto(f"{own_place.url}/#/run/{ids[-1]}")
    await expect(page.locator("#main h1")).to_have_text("Number 9")
    waiting = [own_place.session(id) for id in ids if own_place.session(id)["state"] == "queued"]
    if waiting and own_place.session(ids[-1])["state"] == "queued":
        await expect(page.locator(".standing .chip")).to_contain_text("in the queue")
    await chip(page, "Done", timeout=200_000)
    for n, id in enumerate(ids):
        assert own_place.until_ended(id)["answer"] == f"Number {n}."
    await page.goto(f"{own_place.url}/#/runs")
    await expect(page.locator(".session", has_text="Done")).to_have_count(10)
    await expect(page.locator(".live-tab")).to_have_count(0)


def long_run(folder: Path, steps: int) -> None:
    """A journal as long work leaves it: every step with a picture of its own."""
    journal = Journal.create(folder)
    journal.append(Started(folder.name, "A long, long task", "scripted", 1280, 800, 1280, 800))
    frame = np.full((800, 1280, 4), 60, np.uint8)
    for step in range(1, steps + 1):
        x, y = 37 * step % 1180, 53 * step % 740
        frame[y : y + 60, x : x + 100] = hashlib.sha256(str(step).encode()).digest()[0]
        picture = journal.keep_picture(encode(frame), Size(1280, 800), step=step)
        journal.append(Asked(step))
        journal.append(Replied(step, (), f"Step {step}: I go on with what is at hand.", "tool_use", 1.2, 900, 40))
        at = (x + 50, y + 30)
        words = f"Click at ({at[0]}, {at[1]})"
        journal.append(Acting(step, f"call{step}", "computer", "left_click", {"coordinate": at}, words, (at,)))
        journal.append(Acted(step, f"call{step}", {}, "Clicked.", False, 0.2, picture, True, ((x, y, 100, 60),), at))
    journal.append(Finished("done", f"{steps} steps are done.", steps, 3600.0, folder.name))
    journal.close()


ACTS = {
    "a step is opened": (
        "[...document.querySelectorAll('.step:not(.open)')].at(n % 2 ? -1 : 0).click()",
        "document.querySelector('.closely-head .number')?.textContent",
    ),
    "the step before": (
        "dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowLeft'}))",
        "document.querySelector('.closely-head .number')?.textContent",
    ),
    "the list is scrolled": (
        "document.querySelector('.virtual').scrollTop = n % 2 ? 0 : 1e9",
        "[...document.querySelectorAll('.row')].at(-1).dataset.key",
    ),
}
TIMES = 8


async def reaction(page: Page, session: CDPSession, act: str, seen: str) -> tuple[float, float]:
    """Milliseconds from an act to the frame that shows its effect (the median), and what the page computed for one act
    until it was done with it: the second is the same however busy the machine is."""
    before = await _computed(session)
    waited = await page.evaluate(
        f"""async () => {{
            const seen = () => {seen};
            const times = [];
            for (let n = 0; n < {TIMES}; n++) {{
                const before = seen();
                const began = performance.now();
                {act};
                while (seen() === before && performance.now() - began < 3000)
                    await new Promise((resolve) => requestAnimationFrame(resolve));
                times.push(performance.now() - began);
                await new Promise((resolve) => setTimeout(resolve, 200));
            }}
            return times.sort((left, right) => left - right)[times.length >> 1];
        }}"""
    )
    return float(waited), 1000 * (await _computed(session) - before) / TIMES


async def _computed(session: CDPSession) -> float:
    metrics = (await session.send("Performance.getMetrics"))["metrics"]
    return next(float(each["value"]) for each in metrics if each["name"] == "TaskDuration")


async def test_a_run_of_a_thousand_steps_stays_quick(place: Place, open_page: OpenPage):
    id = "20260101-000000-long"
    long_run(place.runs / id, 1_000)
    page = await open_page()
    session = await page.context.new_cdp_session(page)
    await session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = await _computed(session)
    await page.goto(f"{place.url}/#/run/{id}")
    await expect(page.locator(".end")).to_be_visible(timeout=60_000)
    opened = await _computed(session) - before
    assert await page.locator(".row").count() < 60, "only what can be seen is in the document"
    took = {name: await reaction(page, session, *act) for name, act in ACTS.items()}
    await session.send("HeapProfiler.collectGarbage")
    heap = await session.send("Runtime.getHeapUsage")
    words = {
        name: f"seen after {waited:.0f} ms, {computed:.0f} ms of work" for name, (waited, computed) in took.items()
    }
    print(f"opened with {1000 * opened:.0f} ms of work; {words}; {heap['usedSize'] / 1e6:.0f} MB of objects")
    assert all(computed <= 100 for _, computed in took.values()), words
    assert opened < 1.5
    assert heap["usedSize"] < 60e6
