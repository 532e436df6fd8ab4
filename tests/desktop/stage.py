"""A guest on this machine, without walls, in a home of its own: for tests of the desktop itself."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from deskhand.desktop.remote import RemoteDesktop
from deskhand.screen.geometry import Size


class StagedDesktop(RemoteDesktop):
    folder: Path


@contextlib.asynccontextmanager
async def open_stage(size: Size, display: str = "xvnc") -> AsyncIterator[StagedDesktop]:
    """A desktop and its programs; all of it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="stage-") as name:
        folder = Path(name)
        async with started_guest(folder, size, display):
            desktop = await StagedDesktop.connect(folder / "guest")
            desktop.folder = folder
            try:
                yield desktop
            finally:
                await desktop.close()


@contextlib.asynccontextmanager
async def started_guest(folder: Path, size: Size, display: str) -> AsyncIterator[asyncio.subprocess.Process]:
    home = folder / "home"
    runtime = folder / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    user = _plain_user()
    if user is not None:
        folder.chmod(0o755)
        os.chown(home, user, user)
        os.chown(runtime, user, user)
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(_listening(folder / name)) for name in ("guest", "view")]
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "deskhand.desktop.guest",
            f"--listen-fd={sockets[0].fileno()}",
            f"--view-fd={sockets[1].fileno()}",
            f"--size={size}",
            f"--display={display}",
            pass_fds=[listener.fileno() for listener in sockets],
            user=user,
            group=user,
            extra_groups=None if user is None else [],
            env={**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "LANG": "C.UTF-8"},
        )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), 10)
        except TimeoutError:
            process.kill()
            await process.wait()


def _plain_user() -> int | None:
    """Whom to be instead of root: programs warn root, and a browser's sandbox refuses it."""
    return 1000 if os.geteuid() == 0 else None


def _listening(path: Path) -> socket.socket:
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(path))
    listener.listen()
    return listener
