"""Desktops in stock are there at once and really usable; nothing of the stock stays."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.sandbox.conftest import is_running, leftovers

from deskhand.desktop.interface import DesktopGone
from deskhand.sandbox import pool, session
from deskhand.sandbox.interface import Spec
from deskhand.sandbox.pool import Pool


def _sessions() -> set[str]:
    """Of this process."""
    return {
        each.name
        for each in session.sessions_folder().iterdir()
        if session.read(each, "session.json").get("host") == os.getpid()
    }


async def test_the_next_desktop_is_there_and_can_be_used(tmp_path: Path) -> None:
    before = _sessions()

    def share() -> Path:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        return folder

    async with Pool(1, share=share) as stock:
        await stock.full()
        assert stock.ready == 1
        began = time.monotonic()
        first = await stock.take()
        taken = time.monotonic()
        frame = await first.screenshot()
        seen = time.monotonic()
        print(f"taken in {1000 * (taken - began):.1f} ms, first screenshot {1000 * (seen - taken):.1f} ms later")
        assert len(frame.png) > 5000  # a desktop with its icons, not an empty screen
        second = await stock.take()  # nothing is in stock: made on the spot
        await asyncio.gather(first.launch("xterm"), second.launch("xterm"))
        assert len(await first.windows()) == 1
        for number, desktop in enumerate((first, second)):
            await desktop.shell(f"echo {number} > ~/Shared/file")
        assert {(tmp_path / name / "file").read_text() for name in "01"} == {"0\n", "1\n"}
        await stock.full()
        assert stock.ready == 1
        await asyncio.gather(first.close(), second.close())
    assert _sessions() == before
    with pytest.raises(DesktopGone, match="closed"):
        await stock.take()


async def test_a_desktop_that_died_in_stock_is_replaced() -> None:
    async with Pool(1, spec=Spec(display="xvfb")) as stock:
        await stock.full()
        (folder,) = [
            each
            for each in session.sessions_folder().iterdir()
            if each.name in _sessions() and session.read(each, "session.json")["spec"]["display"] == "xvfb"
        ]
        state = session.read(folder, "launcher.json")
        os.kill(state["launcher"], signal.SIGKILL)
        while is_running(state["init"]):  # noqa: ASYNC110 (the kernel ends it)
            await asyncio.sleep(0.01)
        desktop = await stock.take()
        assert (await desktop.shell("echo usable")).output == "usable\n"
        await desktop.close()
    assert leftovers(folder.name) == []


def test_it_holds_no_more_than_the_machine_has_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_free_memory", lambda: 1.0 * (1 << 30))
    assert Pool(50).size == 2
    monkeypatch.setattr(pool, "_free_memory", lambda: 0.0)
    assert Pool(50).size == 1
    monkeypatch.setattr(pool, "_free_memory", lambda: 1e15)
    assert 4 <= Pool(5000).size < 5000


INTERRUPTED = """
import asyncio
from deskhand.sandbox.pool import Pool

async def main():
    async with Pool(1) as stock:
        desktop = await stock.take()
        try:
            print(desktop.sandbox.id, flush=True)
            await asyncio.sleep(100)
        finally:
            await desktop.close()

asyncio.run(main())
"""


@pytest.mark.parametrize("delay", [0.0, pytest.param(0.7, marks=pytest.mark.slow)])
async def test_ctrl_c_leaves_nothing(delay: float) -> None:
    host = await asyncio.create_subprocess_exec(
        sys.executable, "-c", INTERRUPTED, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert host.stdout is not None
    await host.stdout.readline()
    await asyncio.sleep(delay)  # while the next is not yet, or half, made
    host.send_signal(signal.SIGINT)
    _output, errors = await host.communicate()
    assert host.returncode == -signal.SIGINT and errors.decode().rstrip().endswith("KeyboardInterrupt"), errors
    assert "never" not in errors.decode()
    mine = [each for each in session.sessions_folder().iterdir() if _host_of(each) == host.pid]
    assert mine == []


def _host_of(folder: Path) -> int:
    host = session.read(folder, "session.json").get("host")
    return host if isinstance(host, int) else 0
