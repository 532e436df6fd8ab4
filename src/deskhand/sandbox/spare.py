"""A sandbox made ahead: its desktop is up and waits.

Nothing to a usable desktop takes 0.5 s. Where one will be wanted again and again, the next is started while the last
is in use, and then it is there at once.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass

from deskhand.desktop.interface import DesktopError, DesktopGone
from deskhand.desktop.remote import RemoteDesktop
from deskhand.sandbox import held, providers
from deskhand.sandbox.held import HeldSandbox
from deskhand.sandbox.interface import SandboxError, Spec

_LAST_WORDS = 1500  # characters of the guest's output that go into an error


@dataclass(frozen=True, slots=True)
class Ready:
    """A sandbox and a connection to the desktop in it."""

    sandbox: HeldSandbox
    desktop: RemoteDesktop

    async def drop(self) -> None:
        await self.desktop.close()
        await self.sandbox.destroy()
        if self.sandbox.doors is not None:
            self.sandbox.doors.close()


async def start(spec: Spec, keep_as: str = "", patience: float = held.PATIENCE) -> Ready:
    """From nothing to a desktop that answers."""
    stay = held.Stay("kept" if keep_as else "host", keep_as, patience)
    return await connect(await providers.start(spec, stay))


async def connect(sandbox: HeldSandbox) -> Ready:
    """To the desktop inside; when there is none, the sandbox is ended, and the error tells its last words."""
    try:
        return Ready(sandbox, await RemoteDesktop.connect(sandbox.guest_socket))
    except BaseException as error:
        if sandbox.doors is not None:
            sandbox.doors.close()
        if isinstance(error, DesktopGone):
            await _raise_last_words(sandbox, error)
        await sandbox.destroy()
        raise


async def _raise_last_words(sandbox: HeldSandbox, gone: DesktopGone) -> None:
    """What the guest said as it died explains more than that the stream broke."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(sandbox.wait(), 1.0)
    await sandbox.destroy()
    words = (await sandbox.wait()).output.strip()[-_LAST_WORDS:]
    raise SandboxError(f"The desktop did not come up: {words or gone}") from gone


class Spare:
    """One desktop being made ahead, after ``delay`` seconds: the one in use has the processor first."""

    def __init__(self, spec: Spec, delay: float = 0.0) -> None:
        self.spec = spec
        self._wanted = asyncio.Event()
        self._start = asyncio.create_task(self._make(delay))
        self._settle = asyncio.create_task(self._until_settled())

    async def _make(self, delay: float) -> Ready:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wanted.wait(), delay)
        return await start(self.spec)

    async def _until_settled(self) -> None:
        """Panel and icons are painted a second after the desktop is up: not when somebody waits, if we can help it."""
        await asyncio.wait([self._start])
        if self._is_up():
            with contextlib.suppress(DesktopError):
                await self._start.result().desktop.screenshot()

    def _is_up(self) -> bool:
        return self._start.done() and not self._start.cancelled() and self._start.exception() is None

    @property
    def ready(self) -> bool:
        """Whether it is there, painted and at rest."""
        return self._settle.done() and self._is_up()

    async def made(self, *, at_once: bool = False) -> None:
        """Until it is; raises what kept it from coming up."""
        if at_once:
            self._wanted.set()
        await asyncio.wait([self._settle])
        if self._start.done():
            self._start.result()

    async def take(self) -> Ready:
        """The desktop, once only, painted or not. One that died while it waited is made anew."""
        self._wanted.set()
        ready = await self._start
        try:
            await self._stop_settling()
            await ready.desktop.pointer()
        except DesktopGone:
            await ready.drop()
            return await start(self.spec)
        except BaseException:
            await ready.drop()
            raise
        return ready

    async def drop(self) -> None:
        """It is not needed."""
        self._start.cancel()
        await asyncio.wait([self._start])
        await self._stop_settling()
        if self._is_up():
            await self._start.result().drop()

    async def _stop_settling(self) -> None:
        self._settle.cancel()
        await asyncio.wait([self._settle])
