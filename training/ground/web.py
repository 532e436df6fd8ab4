"""Pages in a headless Chromium, with labels from the browser itself."""

from __future__ import annotations

import base64
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from held import KITS, held_look
from icons import HELD, SETS
from labels import Label, Shot
from look import draw
from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

from page import Page

BOXES = (Path(__file__).parent / "boxes.js").read_text()
SIZES = ((1280, 800),) * 4 + ((1024, 768), (800, 600), (1280, 720))
SCALES = (1.0,) * 5 + (1.25, 1.5, 2.0)
PAGES_A_BROWSER = 400
"""Then a fresh one: a browser that has shown thousands of pages grows."""


def shots(seeds: range, *, held: bool = False) -> Iterator[Shot]:
    """One screen for each seed. ``held``: in kits and with icons that are kept for measuring."""
    chromium = (
        shutil.which("chromium") or shutil.which("google-chrome") or sys.exit("there is no Chromium on this machine")
    )
    with sync_playwright() as play:
        for start in range(seeds.start, seeds.stop, PAGES_A_BROWSER):
            browser = play.chromium.launch(
                executable_path=chromium, args=["--no-sandbox"], ignore_default_args=["--hide-scrollbars"]
            )
            page = browser.new_page()
            for seed in range(start, min(start + PAGES_A_BROWSER, seeds.stop)):
                yield _shot(page, seed, held)
            browser.close()


def _shot(page: Tab, seed: int, held: bool) -> Shot:
    rng = random.Random(f"held {seed}" if held else f"learn {seed}")
    language = rng.choice(("en", "en", "ja"))
    if held:
        kit = list(KITS)[seed % len(KITS)]
        look, source = held_look(rng, kit, rng.choice(HELD)), f"page {kit}"
    else:
        look, source = draw(rng, language, tuple(name for name in SETS if name not in HELD)), "page"
    (width, height), scale = rng.choice(SIZES), rng.choice(SCALES)
    wide, high = round(width / scale), round(height / scale)
    lens = page.context.new_cdp_session(page)
    lens.send(
        "Emulation.setDeviceMetricsOverride",
        {"width": wide, "height": high, "deviceScaleFactor": scale, "mobile": False},
    )
    page.mouse.move(0, 0)
    page.set_content(Page(rng, look, language).html())
    things = page.query_selector_all("[data-w]:not([disabled])")
    if things and rng.random() < 0.4:
        rng.choice(things).evaluate("element => element.focus({preventScroll: true})")
    if rng.random() < 0.35:
        page.evaluate(f"scrollTo(0, {rng.randint(50, 900)})")
    if rng.random() < 0.4:
        page.mouse.move(rng.randint(0, wide), rng.randint(0, high))
    answer = page.evaluate(BOXES)
    taken = lens.send("Page.captureScreenshot", {"format": "png", "optimizeForSpeed": True})["data"]
    lens.detach()
    picture = cv2.imdecode(np.frombuffer(base64.b64decode(taken), np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    labels = [
        Label(
            e["type"],
            tuple(e["box"]),
            e["name"],
            e["written"],
            tuple(e["states"]),
            tuple(e["also"]) if e["also"] else None,
        )
        for e in answer["found"]
    ]
    return Shot(
        np.ascontiguousarray(picture[:, :, ::-1]), labels, [tuple(b) for b in answer["ignored"]], source, language
    )
