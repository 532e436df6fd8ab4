"""Wishes as people say them, about pages that the model was not made for, by pixels alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from tests.models.local.page.strange_pages import Shelf, Strange, strange_pages

from deskhand.agent.run import run_task
from deskhand.models.choose import make_model
from deskhand.sandbox.open import SandboxedDesktop, open_desktop


@pytest.fixture(scope="module")
def shelf() -> Iterator[Shelf]:
    with Shelf(strange_pages()) as shelf:
        yield shelf


@pytest_asyncio.fixture
async def desktop(shelf: Shelf) -> AsyncIterator[SandboxedDesktop]:
    opened = await open_desktop(network=shelf.network)
    try:
        yield opened
    finally:
        await opened.close()


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("page", strange_pages(), ids=lambda page: page.file.removesuffix(".html"))
async def test_a_wish_is_done_on_the_page_in_front(
    shelf: Shelf, desktop: SandboxedDesktop, tmp_path: Path, page: Strange
):
    shelf.shown.clear()
    await desktop.shell(shelf.browse(page))
    assert await asyncio.to_thread(shelf.shown.wait, 60)
    model = make_model("local")
    result = await run_task(page.wish, model=model, desktop=desktop, ask="never", max_steps=60, record=tmp_path)
    for _ in range(50):
        if shelf.said[page.file]["done"]:
            break
        await asyncio.sleep(0.1)
    assert shelf.said[page.file]["done"], result.answer
    assert not shelf.said[page.file]["also"], result.answer
