"""Tells the desktop inside what it waits for from the network: only the gateway out here sees it.

The guest counts packets, and after 0.45 s of silence took a page whose server thinks for longer as loaded. One message
for every change, the next only once the last was answered and never more than 25 a second: however much a page does,
and whatever the guest does with it, nothing piles up.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable

from deskhand.desktop.interface import DesktopError
from deskhand.desktop.remote import RemoteDesktop
from deskhand.sandbox.gateway.flight import InFlight
from deskhand.sandbox.gateway.gateway import Gateway

_PAUSE = 0.04


class Tidings:
    def __init__(self, desktop: RemoteDesktop, gateway: Callable[[], Gateway | None]) -> None:
        """``gateway`` gives the present one: a reset makes another, to which nothing was told yet."""
        self._desktop = desktop
        self._gateway = gateway
        self._of: Gateway | None = None
        self._told = 0
        self._task: asyncio.Task[None] | None = None

    def changed(self, _: InFlight) -> None:
        """For `Gateway.on_traffic`. What is told is read when it is told."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._tell())

    async def _tell(self) -> None:
        with contextlib.suppress(DesktopError):  # it is gone or slow: then it is not told
            while (news := self._news()) is not None:
                await self._desktop.tell_in_flight(*news)
                await asyncio.sleep(_PAUSE)

    def _news(self) -> tuple[int, float] | None:
        """How many requests are in flight and for how long the oldest; None when the guest knows it."""
        gateway = self._gateway()
        if gateway is not self._of:
            self._of, self._told = gateway, 0
        if gateway is None:
            return None
        now = gateway.in_flight
        if now.count == self._told:
            return None
        self._told = now.count
        return now.count, 0.0 if now.since is None else max(0.0, time.monotonic() - now.since)

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
