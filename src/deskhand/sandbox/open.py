"""From nothing to a desktop one can use: walls, guest, and the stream between."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Literal

from deskhand.desktop.remote import RemoteDesktop
from deskhand.sandbox import namespaces
from deskhand.sandbox.interface import Limits, Spec
from deskhand.screen.geometry import Size


async def open_desktop(
    *,
    size: Size = Size(1280, 800),
    share: Path | None = None,
    limits: Limits | None = None,
    display: Literal["xvnc", "xvfb"] = "xvnc",
    language: str = "C.UTF-8",
) -> RemoteDesktop:
    """Start a desktop behind walls. Closing it ends it, and leaves nothing but what is in ``share``."""
    spec = Spec(size, share, limits or Limits(), display, language)
    sandbox = await namespaces.start(spec)
    try:
        return await RemoteDesktop.connect(sandbox.guest_socket, size=size)
    except BaseException:
        await sandbox.destroy()
        raise
