"""The fresh pages have the form of a lot, and those that the embedded model was mended for are done as they ask."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from tests.models.local.page import (
    fresh_q1,
    fresh_q2,
    fresh_q3,
    fresh_q4,
    fresh_q5,
    fresh_q6,
    fresh_r1,
    fresh_r2,
    fresh_s1,
)
from tests.models.local.page.fresh_pages import FRESH, lot
from tests.models.local.page.widget_pages import CORE

from deskhand.agent.control import Control
from deskhand.evals.miniwob.player import Player
from deskhand.evals.miniwob.stage import Stage
from deskhand.models.choose import make_model

LOTS = (fresh_q1, fresh_q2, fresh_q3, fresh_q4, fresh_q5, fresh_q6, fresh_r1, fresh_r2, fresh_s1)
"""Their pages are in `FRESH` once they are imported."""
MENDED: tuple[str, ...] = (
    "q1-parking-meter", "q1-spell-backwards", "q1-nth-link", "q1-rain-table", "q1-drag-to-last",
    "q1-ja-between", "q1-ja-stamps", "q2-flight-results", "q2-card-to-column", "q2-ja-nested-settings",
    "q3-three-sliders", "q3-number-row", "q3-stop-the-counter",
    "r1-volume-slider", "r1-menu-in-menu", "r1-draw-underline", "r1-point-for-names",
    "r1-ja-two-tags", "r1-ja-mail-bin",
    "r2-room-heating", "r2-tab-and-field", "r2-other-word", "r2-ja-fold-answer",
    "r2-tree-right-click", "r2-ride-minutes",
    "r2-order-number", "r2-scroll-to-notice", "r2-keys-in-order", "r2-ja-from-until", "r2-mail-to-folder",
    "r2-ja-album-away", "s1-room-on-a-day",
    "s1-list-cross", "s1-cheapest-of-size", "s1-tab-and-tick", "s1-note-and-confirm", "s1-mail-reply",
    "s1-ja-brightness", "s1-ja-card-to-done", "s1-ja-borrow-a-book",
)  # fmt: skip
"""Names of pages that are known to be done; the rest wait until their lot has been counted."""


@pytest.mark.parametrize("name", [made.__name__.rpartition("_")[2] for made in LOTS])
def test_a_lot_has_its_number_of_pages_and_every_fourth_is_japanese(name: str):
    pages = lot(name)
    assert len(pages) == (10 if name == "s1" else 14)
    assert sum(key.startswith(f"{name}-ja-") for key in pages) in (3, 4)


@pytest.mark.parametrize("name", FRESH)
def test_every_value_that_a_wish_names_is_drawn(name: str):
    found = re.search(r'id\("query"\)\.textContent = "((?:[^"\\]|\\.)*)"', FRESH[name])
    assert found
    asked = FRESH[name].partition("ask({")[2]
    assert asked
    assert all(re.search(rf"\b{value}\b", asked) for value in re.findall(r"\{(\w+)\}", found[1]))


@pytest_asyncio.fixture(scope="module")
async def player(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Player]:
    html = tmp_path_factory.mktemp("pages")
    for folder in ("core", "miniwob"):
        (html / folder).mkdir()
    (html / "core" / "core.js").write_text(CORE, encoding="utf-8")
    for name, text in FRESH.items():
        (html / "miniwob" / f"{name}.html").write_text(text, encoding="utf-8")
    with Stage(html) as stage:
        opened = await Player.open(stage)
        try:
            yield opened
        finally:
            await opened.close()


@pytest.mark.slow
@pytest.mark.timeout(240)
@pytest.mark.parametrize("name", MENDED)
async def test_a_page_is_done_as_it_asks(player: Player, tmp_path: Path, name: str):
    played = await player.play(name, "s", make_model("local"), tmp_path, max_steps=40, control=Control())
    assert played.verdict == "success", f"{played.reason}; {played.answer}"
