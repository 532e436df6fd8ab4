"""The embedded model at widgets of all kinds, in a real browser on a real desktop, by pixels alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from tests.models.local.page import (
    everyday_eighth,
    everyday_entries,
    everyday_fifth,
    everyday_first,
    everyday_fourth,
    everyday_japanese,
    everyday_japanese_second,
    everyday_named,
    everyday_ninth,
    everyday_second,
    everyday_seventh,
    everyday_sixth,
    everyday_third,
)
from tests.models.local.page.everyday_pages import EVERYDAY
from tests.models.local.page.widget_pages import CORE, PAGES

from deskhand.agent.control import Control
from deskhand.evals.miniwob.player import Player
from deskhand.evals.miniwob.stage import Stage
from deskhand.models.choose import make_model

LOTS = (
    everyday_first, everyday_second, everyday_third, everyday_fourth, everyday_fifth, everyday_sixth,
    everyday_seventh, everyday_eighth, everyday_ninth, everyday_named, everyday_entries, everyday_japanese,
    everyday_japanese_second,
)  # fmt: skip
"""Their pages are in `EVERYDAY` once they are imported."""


@pytest_asyncio.fixture(scope="module")
async def player(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Player]:
    html = tmp_path_factory.mktemp("pages")
    for folder in ("core", "miniwob"):
        (html / folder).mkdir()
    (html / "core" / "core.js").write_text(CORE, encoding="utf-8")
    for name, page in PAGES.items():
        (html / "miniwob" / f"{name}.html").write_text(page.html(), encoding="utf-8")
    for name, text in EVERYDAY.items():
        (html / "miniwob" / f"{name}.html").write_text(text, encoding="utf-8")
    with Stage(html) as stage:
        opened = await Player.open(stage)
        try:
            yield opened
        finally:
            await opened.close()


@pytest.mark.slow  # the quick suite plays a page of its own: tests/evals/test_miniwob.py
@pytest.mark.timeout(240)
@pytest.mark.parametrize(
    "name",
    [name for name in (*PAGES, *EVERYDAY) if name != "missing"],
)
async def test_a_widget_is_worked_as_the_page_asks(player: Player, tmp_path: Path, name: str):
    played = await player.play(name, "s", make_model("local"), tmp_path, max_steps=40, control=Control())
    assert played.verdict == "success", f"{played.reason}; {played.answer}"


@pytest.mark.slow
@pytest.mark.timeout(240)
async def test_what_is_not_there_is_told_and_nothing_is_clicked(player: Player, tmp_path: Path):
    played = await player.play("missing", "s", make_model("local"), tmp_path, max_steps=20, control=Control())
    assert played.reason == "the page never ended"
    assert "Zora" in played.answer
