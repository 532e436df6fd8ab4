"""A desktop that knows its walls: what keeps it, what it can go back to, and what lets it out."""

from __future__ import annotations

from typing import Self

from deskhand.desktop.remote import RemoteDesktop
from deskhand.sandbox.gateway.gateway import Gateway
from deskhand.sandbox.held import HeldSandbox
from deskhand.sandbox.interface import Spec
from deskhand.sandbox.reach import Reach
from deskhand.sandbox.renewal import Renewal, new_gateway
from deskhand.sandbox.spare import Ready
from deskhand.sandbox.store import Programs, Snapshot
from deskhand.sandbox.tidings import Tidings


class SandboxedDesktop(RemoteDesktop):
    """A desktop together with its walls: closing it ends both."""

    sandbox: HeldSandbox
    gateway: Gateway | None = None
    """What answers in its network; None when it has none."""
    _renewal: Renewal
    _tidings: Tidings

    @classmethod
    async def of(cls, ready: Ready, reach: Reach, spec: Spec, keep_as: str) -> Self:
        """From a desktop that has just come up, or waited."""
        try:
            desktop = await cls.instead_of(ready.desktop)
            desktop.sandbox = ready.sandbox
            desktop._renewal = Renewal(desktop, spec, keep_as, reach)
        except BaseException:
            await ready.drop()
            raise
        desktop.gateway = new_gateway(ready.sandbox, reach)
        desktop._tidings = Tidings(desktop, lambda: desktop.gateway)
        if desktop.gateway is not None:
            desktop.gateway.on_traffic = desktop._tidings.changed
        return desktop

    @property
    def spec(self) -> Spec:
        """What kind of sandbox it has, and what a `reset` brings back."""
        return self._renewal.spec

    async def snapshot(self, name: str = "", *, programs: Programs = "end") -> Snapshot:
        """Keep all files as they are now, outside ~/Shared, /tmp and /run, to come back to or to start others from.

        With programs ``end`` (the default) every program is asked to end first, and the desktop starts afresh on these
        files, as after a restart: what the snapshot holds is whole. With ``keep`` they go on, and a file that is being
        written at that moment may be half in it.

        With a name it stays on disk until it is removed, and takes the place of one of the same name. Without one it
        lives as long as this desktop, or any that stands on it.
        """
        return await self._renewal.snapshot(name, programs)

    async def reset(self, to: Snapshot | str | None = None) -> None:
        """Everything as it was at the last snapshot of this desktop, or else at its beginning; or as in ``to``.

        All programs end, and nothing written since stays, but for what is in ~/Shared. This object goes on; the
        sockets of the sandbox are new ones. The first time costs a start (0.5 s) unless the desktop was opened with
        ``spare``; afterwards the next desktop is always made ahead.
        """
        await self._renewal.reset(to)

    def have_spare(self) -> None:
        """Have the next one made ahead, as after any `reset`."""
        self._renewal.prepare()

    async def prepare_reset(self) -> None:
        """Have the next one made ahead, as after any `reset`, and wait until it is there and painted."""
        self._renewal.prepare()
        await self._renewal.prepared()

    async def fork(self, n: int, *, programs: Programs = "keep") -> list[SandboxedDesktop]:
        """``n`` more desktops that begin with the files of this one; no file is copied for them.

        They have its limits, its network policy and its ~/Shared, and otherwise nothing to do with it: close each.
        """
        return await self._renewal.fork(n, programs)

    async def leave(self) -> None:
        """Let go of a desktop that was opened with ``keep_as``: it runs on, and waits for `attach_desktop`.

        Until then its network is closed. One that was not to be kept ends.
        """
        try:
            await super().close()
        finally:
            await self._tidings.close()
            await self._renewal.close()
            if self.gateway is not None:
                await self.gateway.close()
            await self.sandbox.leave()

    async def close(self) -> None:
        try:
            await super().close()
        finally:
            if hasattr(self, "sandbox"):  # not yet while connecting: then `open_desktop` holds it
                await self.sandbox.destroy()
            if self.gateway is not None:
                await self.gateway.close()
            if hasattr(self, "_tidings"):
                await self._tidings.close()
            if hasattr(self, "_renewal"):
                await self._renewal.close()
