"""From nothing to a desktop one can use: walls, guest, and the stream between."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path
from typing import Literal

from deskhand.desktop.interface import DesktopGone
from deskhand.desktop.remote import RemoteDesktop
from deskhand.sandbox import attach, namespaces
from deskhand.sandbox.interface import Limits, Sandbox, SandboxError, Spec
from deskhand.screen.geometry import Size

_DEFAULTS = Spec()
_LAST_WORDS = 1500  # characters of the guest's output that go into an error


class SandboxedDesktop(RemoteDesktop):
    """A desktop together with its walls: closing it ends both."""

    sandbox: Sandbox

    async def close(self) -> None:
        try:
            await super().close()
        finally:
            if hasattr(self, "sandbox"):  # not yet while connecting: then `open_desktop` holds it
                await self.sandbox.destroy()


async def open_desktop(
    *,
    size: Size = _DEFAULTS.size,
    share: Path | None = None,
    limits: Limits = _DEFAULTS.limits,
    display: Literal["xvnc", "xvfb"] = "xvnc",
    language: str = "C.UTF-8",
    keep_as: str = "",
) -> SandboxedDesktop:
    """Start a desktop behind walls. Closing it ends it, and leaves nothing but what is in ``share``.

    With a name in ``keep_as`` it outlives a crash of this process for ten minutes, for `attach_desktop` to find.

    Raises `CannotConfine` when this machine cannot build the walls, `SandboxError` when the desktop does not come up.
    """
    sandbox = await namespaces.start(
        Spec(size, share, limits, display, language), lifetime="kept" if keep_as else "host", keep_as=keep_as
    )
    return await _connected(sandbox)


async def attach_desktop(keep_as: str) -> SandboxedDesktop:
    """The desktop that a process left behind when it crashed, as it stands. Closing it ends it.

    Raises `deskhand.sandbox.attach.NothingKept` when it is gone.
    """
    return await _connected(await attach.attach(keep_as))


async def _connected(sandbox: namespaces.NamespaceSandbox) -> SandboxedDesktop:
    try:
        desktop = await SandboxedDesktop.connect(sandbox.guest_socket)
    except DesktopGone as gone:
        await _raise_last_words(sandbox, gone)
        raise
    except BaseException:
        await sandbox.destroy()
        raise
    desktop.sandbox = sandbox
    return desktop


async def _raise_last_words(sandbox: namespaces.NamespaceSandbox, gone: DesktopGone) -> None:
    """What the guest said as it died explains more than that the stream broke."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(sandbox.wait(), 1.0)
    await sandbox.destroy()
    words = (await sandbox.wait()).output.strip()[-_LAST_WORDS:]
    raise SandboxError(f"The desktop did not come up: {words or gone}") from gone
