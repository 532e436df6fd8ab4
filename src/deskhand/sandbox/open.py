"""From nothing to a desktop one can use: walls, guest, and the stream between."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path
from typing import Literal, TypedDict

from deskhand.desktop.interface import DesktopGone
from deskhand.desktop.remote import RemoteDesktop
from deskhand.sandbox import attach, namespaces
from deskhand.sandbox.gateway.ask import Asker
from deskhand.sandbox.gateway.decisions import OnDecision
from deskhand.sandbox.gateway.gateway import Gateway
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.interface import Limits, Sandbox, SandboxError, Spec
from deskhand.screen.geometry import Size

_DEFAULTS = Spec()
_LAST_WORDS = 1500  # characters of the guest's output that go into an error


class Reach(TypedDict, total=False):
    """What a desktop's network is to be, as keywords of `open_desktop` and `attach_desktop`."""

    network: NetworkPolicy | None
    asker: Asker | None
    on_decision: OnDecision | None


class SandboxedDesktop(RemoteDesktop):
    """A desktop together with its walls: closing it ends both."""

    sandbox: Sandbox
    gateway: Gateway | None = None
    """What answers in its network; None when it has none."""

    async def close(self) -> None:
        try:
            await super().close()
        finally:
            if hasattr(self, "sandbox"):  # not yet while connecting: then `open_desktop` holds it
                await self.sandbox.destroy()
            if self.gateway is not None:
                await self.gateway.close()


async def open_desktop(
    *,
    size: Size = _DEFAULTS.size,
    share: Path | None = None,
    limits: Limits = _DEFAULTS.limits,
    display: Literal["xvnc", "xvfb"] = "xvnc",
    language: str = "C.UTF-8",
    keep_as: str = "",
    network: NetworkPolicy | None = None,
    asker: Asker | None = None,
    on_decision: OnDecision | None = None,
) -> SandboxedDesktop:
    """Start a desktop behind walls. Closing it ends it, and leaves nothing but what is in ``share``.

    Without ``network`` there is none inside. With it, what the policy names can be reached; ``asker`` is asked where
    the policy says so, and ``on_decision`` hears of everything that was allowed or refused.

    With a name in ``keep_as`` it outlives a crash of this process for ten minutes, for `attach_desktop` to find.

    Raises `CannotConfine` when this machine cannot build the walls, `SandboxError` when the desktop does not come up.
    """
    ports = None if network is None else network.ports
    sandbox = await namespaces.start(
        Spec(size, share, limits, display, language, ports), lifetime="kept" if keep_as else "host", keep_as=keep_as
    )
    return await _connected(sandbox, _gateway(sandbox, network, asker, on_decision))


async def attach_desktop(
    keep_as: str,
    *,
    network: NetworkPolicy | None = None,
    asker: Asker | None = None,
    on_decision: OnDecision | None = None,
) -> SandboxedDesktop:
    """The desktop that a process left behind when it crashed, as it stands. Closing it ends it.

    ``network`` and what follows are as in `open_desktop`; without it, nothing can be reached any more. A desktop that
    was started without a network never has one.

    Raises `deskhand.sandbox.attach.NothingKept` when it is gone.
    """
    sandbox = await attach.attach(keep_as)
    return await _connected(sandbox, _gateway(sandbox, network, asker, on_decision))


def _gateway(
    sandbox: namespaces.NamespaceSandbox,
    network: NetworkPolicy | None,
    asker: Asker | None,
    on_decision: OnDecision | None,
) -> Gateway | None:
    if sandbox.doors is None:
        return None
    return Gateway(sandbox.doors, network or NetworkPolicy(), on_decision=on_decision, asker=asker)


async def _connected(sandbox: namespaces.NamespaceSandbox, gateway: Gateway | None) -> SandboxedDesktop:
    try:
        desktop = await SandboxedDesktop.connect(sandbox.guest_socket)
    except BaseException as error:
        if gateway is not None:
            await gateway.close()
        if isinstance(error, DesktopGone):
            await _raise_last_words(sandbox, error)
        await sandbox.destroy()
        raise
    desktop.sandbox = sandbox
    desktop.gateway = gateway
    return desktop


async def _raise_last_words(sandbox: namespaces.NamespaceSandbox, gone: DesktopGone) -> None:
    """What the guest said as it died explains more than that the stream broke."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(sandbox.wait(), 1.0)
    await sandbox.destroy()
    words = (await sandbox.wait()).output.strip()[-_LAST_WORDS:]
    raise SandboxError(f"The desktop did not come up: {words or gone}") from gone
