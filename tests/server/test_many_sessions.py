"""Ten sessions at once: each at its own desktop, those that there is no room for in a queue, none mixed up."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from tests.server.rooms_here import Scripts, bash, rooms

from deskhand.client import AsyncClient
from deskhand.server.sessions.models import SessionInfo


@pytest.mark.slow
@pytest.mark.timeout(600)
async def test_ten_at_once(tmp_path: Path):
    scripts = Scripts()
    for number in range(10):
        write = bash(f"echo {number} > ~/Shared/mine.txt; sleep 3; ls ~/Shared", "t1")
        look = bash("cat ~/Shared/mine.txt", "t2")
        scripts.add(f"m{number}", [[write], [look], f"{number} is done.\nDONE"])
    most = 0
    async with rooms(tmp_path, scripts, places=6, stock=2) as here, here.program() as deskhand:

        async def one(number: int) -> SessionInfo:
            session = await deskhand.start(f"Number {number}", model=f"m{number}", policy="unattended")
            return await session.wait()

        async def watch(client: AsyncClient) -> None:
            nonlocal most
            async for told in client.connection.stream("/api/live"):
                if told["type"] != "gone":
                    me = await client.me()
                    most = max(most, me.busy)
                    assert me.busy <= 6

        watching = asyncio.ensure_future(watch(deskhand))
        infos = await asyncio.gather(*(one(number) for number in range(10)))
        watching.cancel()
        assert (most == 6 and not watching.done()) or watching.cancelled()
        for number, info in enumerate(infos):
            assert (info.status, info.answer) == ("done", f"{number} is done.")
            assert await deskhand.session(info.id).read("mine.txt") == f"{number}\n".encode()
        assert (await deskhand.me()).busy == 0
    assert not (tmp_path / "runs" / ".in-stock").exists()
