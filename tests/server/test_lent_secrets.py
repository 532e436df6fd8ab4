"""Secrets lent to a session of the page: the guard types them where they belong, and nothing tells them again."""

from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from tests.guard.login import SHOP, arrived, browse, element, serve
from tests.server.rooms_here import Here, Scripts, bash, folders, rooms

from deskhand.client import AsyncClient, ClientError
from deskhand.messages import ToolUse
from deskhand.models.scripted import computer

__all__ = ["folders"]
SCRIPTS = Scripts()
PASSWORD = "Tr0ub4dor&3 horse"
LENT = {"name": "SHOP_PASSWORD", "value": PASSWORD, "at": SHOP, "user": "alice"}
ECHO = [[bash("echo {{SHOP_PASSWORD}}")], "x\nDONE"]


@pytest_asyncio.fixture(scope="module")
async def here(folders: Path) -> AsyncIterator[Here]:
    async with rooms(folders, SCRIPTS, places=2, stock=1) as made:
        yield made


@pytest_asyncio.fixture
async def deskhand(here: Here) -> AsyncIterator[AsyncClient]:
    async with here.program() as client:
        await client.settings(policy="unattended")
        yield client


def kept(here: Here, id: str) -> bytes:
    """All that is written down of a session."""
    folder = here.rooms.sessions.folder("", id)
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"value": "abc"}, "from 4"),
        ({"at": "a b"}, "no place"),
        ({"name": "two words"}, "no name"),
        ({"value": 17}, "secrets.0.value"),
        ({"colour": PASSWORD}, "secrets.0.colour"),
    ],
)
async def test_what_cannot_be_lent_is_said_without_its_value(
    deskhand: AsyncClient, wrong: dict[str, Any], told: str
) -> None:
    with pytest.raises(ClientError, match=told) as raised:
        await deskhand.start("x", model=SCRIPTS.add("none", ["x\nDONE"]), secrets=[{**LENT, **wrong}])
    assert PASSWORD not in str(raised.value)


async def test_it_is_known_by_name_alone_and_outlives_the_run_only_in_memory(here: Here, deskhand: AsyncClient) -> None:
    session = await deskhand.start("Sign in", model=SCRIPTS.add("signs", ECHO), secrets=[LENT])
    info = await session.wait()
    system = SCRIPTS.made[-1].requests[0].system
    assert "SHOP_PASSWORD: {{SHOP_PASSWORD}}" in system and "alice" in system and PASSWORD not in system
    acted = [happened.event async for happened in session.events() if happened.event.kind == "acted"]
    assert "does not go into a shell" in acted[0].text
    assert PASSWORD.encode() not in kept(here, session.id)
    assert PASSWORD not in json.dumps(info.model_dump())

    again = deskhand.session((await session.again()).id)  # with what was lent before
    assert (await again.wait()).status == "done"
    assert "SHOP_PASSWORD" in SCRIPTS.made[-1].requests[0].system

    here.rooms.sessions.lent.forget("", again.id)  # as in a server that was started again
    with pytest.raises(ClientError, match="was lent SHOP_PASSWORD"):
        await again.go_on("and again")
    await again.go_on("and again", secrets=[LENT])
    assert (await again.wait()).status == "done" and PASSWORD.encode() not in kept(here, again.id)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chromium"), reason="needs a browser")
async def test_the_guard_types_it_into_the_page(here: Here, deskhand: AsyncClient) -> None:
    got: list[bool] = []

    def desktop() -> Any:
        (session,) = [each for each in here.rooms.sessions._known.values() if each.desktop is not None]
        return session.desktop

    async def sign_in(_: object) -> ToolUse:
        await serve(desktop())
        await browse(desktop(), f"{SHOP}/login.html")
        at = (await element(desktop(), "password text", "Password")).box.center
        return computer("left_click", coordinate=[at.x, at.y])

    async def look(_: object) -> ToolUse:
        got.append(await arrived(desktop(), PASSWORD))
        return computer("screenshot")

    model = SCRIPTS.add("types", [sign_in, computer("type", text="{{SHOP_PASSWORD}}"), look, "In.\nDONE"])
    session = await deskhand.start("Sign in at the shop", model=model, secrets=[LENT])
    assert (await session.wait()).status == "done" and got == [True]
    assert PASSWORD.encode() not in kept(here, session.id)
