"""How a desktop gets another sandbox behind the same object: after a snapshot, at a reset.

Nothing is taken back inside a sandbox: what a program has done to the desktop, to the X server or to the guest cannot
be listed. The whole sandbox is thrown away and another takes its place, made ahead where it can be: the swap itself
takes a few milliseconds, and what was thrown away is cleared up behind it.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from deskhand.desktop.interface import DesktopGone
from deskhand.sandbox import held, session, spare, store
from deskhand.sandbox.gateway.gateway import Gateway
from deskhand.sandbox.gateway.policy import NetworkPolicy, PolicyError
from deskhand.sandbox.held import HeldSandbox
from deskhand.sandbox.interface import SandboxError, Spec
from deskhand.sandbox.line import order
from deskhand.sandbox.reach import Reach
from deskhand.sandbox.spare import Ready, Spare
from deskhand.sandbox.store import Programs, Snapshot
from deskhand.sandbox.take import end_programs, refuse_impossible, take

if TYPE_CHECKING:
    from deskhand.sandbox.sandboxed import SandboxedDesktop

_PAUSE = 0.5
"""Seconds from a reset to the making of the next spare: whoever resets wants to act now."""


class Renewal:
    """Of one desktop."""

    def __init__(self, desktop: SandboxedDesktop, spec: Spec, keep_as: str, reach: Reach) -> None:
        self._desktop = desktop
        self.spec = spec
        self._keep_as = keep_as
        self._reach = reach
        self._spare: Spare | None = None
        self._held: list[int] = []
        self._clearing: set[asyncio.Task[None]] = set()
        self._lock = asyncio.Lock()
        self._closed = False
        if spec.base:
            self.spec = replace(spec, base=self._hold(spec.base))

    def prepare(self, delay: float = 0.0) -> None:
        """Have the next one made ahead."""
        if self._spare is None and not self._lent():
            self._spare = Spare(self.spec, delay)

    async def prepared(self) -> None:
        """Until the next one is there."""
        if self._spare is not None:
            await self._spare.made(at_once=True)

    async def snapshot(self, name: str, programs: Programs) -> Snapshot:
        if name:
            store.check_name(name)
        async with self._lock:
            self._must_be_open()
            refuse_impossible(self._desktop.sandbox.folder)
            if programs == "end":
                await end_programs(self._desktop)
            taken, held = await take(self._desktop.sandbox.folder, name, programs)
            self._held.append(held)
            self.spec = replace(self.spec, base=taken.id)
            another = await self._drop_spare()
            if programs == "end":
                await self._go_on(await self._start())
            if another:
                self.prepare(_PAUSE)
        return taken

    async def reset(self, to: Snapshot | str | None) -> None:
        async with self._lock:
            self._must_be_open()
            if to is not None:
                base = to.id if isinstance(to, Snapshot) else to
                self.spec = replace(self.spec, base=self._hold(base) if base else "")
            if self._lent():
                await self._desktop.sandbox.destroy()
            await self._go_on(await self._next())
            self.prepare(_PAUSE)

    async def fork(self, n: int, programs: Programs) -> list[SandboxedDesktop]:
        if n < 1:
            raise SandboxError(f"A desktop can be forked into 1 or more, not {n}.")
        refuse_impossible(self._desktop.sandbox.folder)
        if self._lent():
            raise SandboxError(
                "The shared folder is lent to this desktop alone (its file system cannot map ids), and forks would "
                "have it too: share a folder on ext4, XFS or Btrfs, or none."
            )
        if programs == "end":
            taken = await self.snapshot("", "end")
            held = store.hold(taken)
        else:
            async with self._lock:
                self._must_be_open()
                taken, held = await take(self._desktop.sandbox.folder, "", "keep")
        try:
            return await self._forks(n, replace(self.spec, base=taken.id))
        finally:
            os.close(held)  # each of them holds it now

    async def _forks(self, n: int, spec: Spec) -> list[SandboxedDesktop]:
        made = await asyncio.gather(
            *(_open(type(self._desktop), spec, self._reach) for _ in range(n)), return_exceptions=True
        )
        desktops = [each for each in made if not isinstance(each, BaseException)]
        errors = [each for each in made if isinstance(each, BaseException)]
        if errors:
            await asyncio.gather(*(each.close() for each in desktops))
            raise errors[0]
        return desktops

    async def close(self) -> None:
        """When the desktop has been closed."""
        async with self._lock:
            self._closed = True
            await self._drop_spare()
            if self._clearing:
                await asyncio.wait(self._clearing)
            if self._held:
                for each in self._held:
                    os.close(each)
                self._held.clear()
                await asyncio.to_thread(store.collect)

    # --- the next sandbox ---------------------------------------------------------------------------------------

    async def _next(self) -> Ready:
        """The spare if there is one of the right kind; else one from nothing."""
        if self._spare is not None and self._spare.spec == self.spec:
            made, self._spare = self._spare, None
            with contextlib.suppress(SandboxError):
                return await made.take()
        await self._drop_spare()
        return await self._start()

    async def _start(self) -> Ready:
        return await spare.start(self.spec)

    async def _drop_spare(self) -> bool:
        made, self._spare = self._spare, None
        if made is not None:
            await made.drop()
        return made is not None

    async def _go_on(self, ready: Ready) -> None:
        """Half a swap would be a desktop that never answers: it is finished even when nobody waits any more."""
        swap = asyncio.ensure_future(self._swap(ready))
        try:
            await asyncio.shield(swap)
        except asyncio.CancelledError:
            await asyncio.wait([swap])
            raise

    async def _swap(self, ready: Ready) -> None:
        desktop = self._desktop
        before, gateway = desktop.sandbox, desktop.gateway
        try:
            if self._keep_as:
                await self._hand_on_name(before, ready.sandbox)
        except BaseException:
            await ready.drop()
            raise
        await desktop.become(ready.desktop, "the desktop was reset, and what it was doing is lost")
        desktop.sandbox, desktop.gateway = ready.sandbox, new_gateway(ready.sandbox, self._reach, gateway)
        clearing = asyncio.create_task(_clear(before, gateway))
        self._clearing.add(clearing)
        clearing.add_done_callback(self._clearing.discard)

    async def _hand_on_name(self, before: HeldSandbox, after: HeldSandbox) -> None:
        """What a crash leaves behind is found under the same name."""
        patience = held.PATIENCE
        with contextlib.suppress(SandboxError):
            patience = (await order(before.folder, {"do": "about"})).get("patience", patience)
        await order(after.folder, {"do": "keep", "patience": patience})
        session.describe(after.folder, lifetime="kept", keep_as=self._keep_as)
        session.describe(before.folder, keep_as="")

    # --- small things -------------------------------------------------------------------------------------------

    def _hold(self, base: str) -> str:
        """Have the snapshot stay; its id, which goes on meaning the same when the name is given to another."""
        found = store.find(base)
        self._held.append(store.hold(found))
        return found.id

    def _lent(self) -> bool:
        """The shared folder can belong to one sandbox only: two at once are not possible."""
        return session.read(self._desktop.sandbox.folder, "launcher.json").get("loan") is not None

    def _must_be_open(self) -> None:
        if self._closed:
            raise DesktopGone("the desktop was closed")


async def _open(kind: type[SandboxedDesktop], spec: Spec, reach: Reach) -> SandboxedDesktop:
    return await kind.of(await spare.start(spec), reach, spec, "")


def new_gateway(sandbox: HeldSandbox, reach: Reach, before: Gateway | None = None) -> Gateway | None:
    """What answers in its network: as ``before`` did, what a person said about it included."""
    if sandbox.doors is None:
        return None
    policy = reach.get("network") or NetworkPolicy()
    made = Gateway(sandbox.doors, policy, on_decision=reach.get("on_decision"), asker=reach.get("asker"))
    if before is not None:
        made.on_traffic = before.on_traffic
        if before.policy != policy:
            with contextlib.suppress(PolicyError):
                made.set_policy(before.policy)
    return made


async def _clear(sandbox: HeldSandbox, gateway: Gateway | None) -> None:
    await sandbox.destroy()
    if gateway is not None:
        await gateway.close()
