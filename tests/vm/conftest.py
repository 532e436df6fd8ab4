"""Desktops in virtual machines. The first of a kind boots (15 s under translation); later ones go on in 0.5 s."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from tests.gateway.conftest import World, servers, world

from deskhand.sandbox import session
from deskhand.sandbox.interface import CannotConfine, Limits
from deskhand.sandbox.open import SandboxedDesktop, open_desktop
from deskhand.sandbox.vm import command, machine

__all__ = ["World", "servers", "world"]

LIMITS = Limits(memory=1536 << 20, disk=512 << 20)
OpenMachine = Callable[..., Awaitable[SandboxedDesktop]]


@pytest.fixture(scope="session")
def possible() -> None:
    """Skips where machines cannot run; the words say what is missing."""
    try:
        command.version()
        machine.prepare()
    except CannotConfine as error:
        pytest.skip(str(error))


@pytest_asyncio.fixture
async def opened(possible: None) -> AsyncIterator[OpenMachine]:
    """``await opened(…)``: a desktop in a machine of its own, closed after the test."""
    made: list[SandboxedDesktop] = []

    async def start(**wishes: Any) -> SandboxedDesktop:
        made.append(await open_desktop(sandbox="vm", limits=LIMITS, **wishes))
        return made[-1]

    try:
        yield start
    finally:
        await asyncio.gather(*(each.close() for each in made))


async def has_window(desktop: SandboxedDesktop, title: str, timeout: float = 150) -> bool:
    """Wait until there is a window whose title has that in it."""
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        if any(title in each.title for each in await desktop.windows()):
            return True
        await asyncio.sleep(0.3)
    return False


async def told(desktop: SandboxedDesktop, script: str, timeout: float = 60) -> str:
    """What a command inside writes."""
    return (await desktop.shell(script, timeout=timeout)).output.strip()


def machines(folder: Path) -> list[int]:
    """Processes of QEMU in the walls of that session."""
    running = [path for path in Path("/proc").iterdir() if path.name.isdigit()]
    return [int(each.name) for each in running if _is_machine(each, folder)]


def _is_machine(process: Path, folder: Path) -> bool:
    try:
        if not (process / "comm").read_text().startswith("qemu-system"):
            return False
        init = session.read(folder, "launcher.json")["init"]
        return (process / "ns/pid").readlink() == Path(f"/proc/{init}/ns/pid").readlink()
    except (OSError, KeyError):
        return False
