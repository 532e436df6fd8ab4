"""Desktops in stock: the next one is there at once, and another is made behind it.

Nothing to a usable desktop takes 0.5 s of a processor core, and a second later panel and icons are painted; a server's
caller or the next episode of an evaluation need not wait for either. One is made at a time, and not in the first
moment after one was taken: that moment belongs to who took it.

    async with Pool(2) as pool:
        desktop = await pool.take()
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Self

from deskhand.desktop.interface import DesktopGone
from deskhand.sandbox import description, session, store
from deskhand.sandbox.held import PATIENCE
from deskhand.sandbox.interface import SandboxError, Spec
from deskhand.sandbox.line import order
from deskhand.sandbox.reach import Reach
from deskhand.sandbox.sandboxed import SandboxedDesktop
from deskhand.sandbox.spare import Spare

_PAUSE = 0.5
"""Seconds from a taking to the making of the next."""
_EACH = 128 << 20
"""Bytes that one idle desktop may come to; 60 MB are usual."""
_LEFT = 512 << 20
"""Bytes of free memory under which nothing is made ahead."""
_PER_CORE = 4


class Pool:
    """``size`` desktops of one kind, made ahead. Use as ``async with``: at its end those nobody took are gone."""

    def __init__(
        self,
        size: int = 1,
        *,
        spec: Spec | None = None,
        reach: Reach | None = None,
        share: Callable[[], Path] | None = None,
    ) -> None:
        """``share`` makes a shared folder for each (`Spec.share` would be the same for all)."""
        if size < 0:
            raise SandboxError(f"A pool holds 0 or more desktops, not {size}.")
        self._spec = spec or Spec()
        self._reach = reach or Reach()
        if self._reach.get("network") is not None and self._spec.ports is None:
            network = self._reach["network"]
            self._spec = replace(self._spec, ports=None if network is None else network.ports)
        self._share = share
        self.size = min(size, bound())
        """How many it holds at most: fewer than asked for where memory or processor cores are scarce."""
        self._ready: deque[Spare] = deque()
        self._making: Spare | None = None
        self._held: int | None = None
        self._wanted = asyncio.Event()
        self._settled = asyncio.Event()
        self._filling: asyncio.Task[None] | None = None
        self._closed = False

    async def __aenter__(self) -> Self:
        if self._spec.base:
            base = store.find(self._spec.base)
            self._held = store.hold(base)
            self._spec = replace(self._spec, base=base.id)
        self._wanted.set()
        self._filling = asyncio.create_task(self._fill())
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.close()

    @property
    def ready(self) -> int:
        """How many can be had at once."""
        return sum(spare.ready for spare in self._ready)

    async def full(self) -> None:
        """Until there are as many as there ever will be; useful before measuring."""
        await self._settled.wait()

    async def take(
        self, *, reach: Reach | None = None, keep_as: str = "", share: Path | None = None
    ) -> SandboxedDesktop:
        """A desktop that nobody has used; close it when done. Made on the spot where none is in stock.

        ``reach`` takes the place of the pool's, on the ports that it was made with. ``keep_as`` is as in
        `open_desktop`. ``share``: the path that its shared folder gets from now on, on the same file system.
        """
        if self._closed:
            raise DesktopGone("the pool was closed")
        if self._ready:
            spare = self._ready.popleft()
        elif self._making is not None:
            spare, self._making = self._making, None
        else:
            spare = Spare(self._next_spec())
        self._settled.clear()
        self._wanted.set()
        ready, spec = await spare.take(), spare.spec
        try:
            if share is not None and spec.share is not None:
                if session.read(ready.sandbox.folder, "launcher.json").get("loan") is not None:
                    raise SandboxError("The shared folder is lent by its path, and cannot get another one.")
                spec.share.rename(share)
                spec = replace(spec, share=share)
            if keep_as:
                await order(ready.sandbox.folder, {"do": "keep", "patience": PATIENCE})
                about = {"lifetime": "kept", "keep_as": keep_as, "spec": description.to_data(spec)}
                session.describe(ready.sandbox.folder, **about)
        except BaseException:
            await ready.drop()
            raise
        return await SandboxedDesktop.of(ready, reach or self._reach, spec, keep_as)

    async def close(self) -> None:
        """End what is in stock. Desktops that were taken are their takers'."""
        self._closed = True
        if self._filling is not None:
            self._filling.cancel()
            await asyncio.wait([self._filling])
            self._settled.set()
        left = [*self._ready, *([] if self._making is None else [self._making])]
        self._ready.clear()
        self._making = None
        await asyncio.gather(*(spare.drop() for spare in left))
        if self._held is not None:
            os.close(self._held)
            self._held = None
            await asyncio.to_thread(store.collect)

    def _next_spec(self) -> Spec:
        return self._spec if self._share is None else replace(self._spec, share=self._share())

    async def _make_one(self) -> bool:
        try:
            made = self._making = Spare(self._next_spec())
            await made.made()
        except Exception:
            self._making = None
            return False
        if self._making is made:  # nobody took it half made
            self._ready.append(made)
            self._making = None
        return True

    async def _fill(self) -> None:
        pause = 0.0
        while True:
            await self._wanted.wait()
            await asyncio.sleep(pause)
            pause = _PAUSE
            self._settled.clear()
            while len(self._ready) < self.size and _free_memory() > _LEFT:
                if not await self._make_one():
                    break  # who takes one next is told why
            self._wanted.clear()
            self._settled.set()


def bound() -> int:
    """How many idle desktops this machine has room for."""
    cores = len(os.sched_getaffinity(0))
    return int(max(1, min(_PER_CORE * cores, (_free_memory() - _LEFT) // (2 * _EACH))))


def has_room() -> bool:
    """Whether there is memory for one more desktop now."""
    return _free_memory() > _LEFT


def _free_memory() -> float:
    with contextlib.suppress(OSError, ValueError):
        for line in Path("/proc/meminfo").read_text().splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    return float("inf")
