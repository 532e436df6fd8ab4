"""Desktops in stock for sessions: the common kind is there at once, any other is made when it is asked for.

What a stocked desktop shares was decided when it was made: a folder that waits beside the runs. When a session takes
it, that folder becomes the run's own by its name alone; what is mounted inside is the folder itself.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import shutil
from pathlib import Path
from typing import Any, Self

from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.interface import SandboxError, Spec
from deskhand.sandbox.open import open_desktop
from deskhand.sandbox.pool import Pool
from deskhand.sandbox.reach import Reach
from deskhand.sandbox.sandboxed import SandboxedDesktop
from deskhand.screen.geometry import Size

log = logging.getLogger("deskhand.server")
_WAITING = ".in-stock"


class Stock:
    """An `Opener`, and an async context manager. ``size``: how many desktops are made ahead; 0: none."""

    def __init__(self, record: Path, size: int = 1, *, screen: Size | None = None) -> None:
        ports = NetworkPolicy.of(ask=True).ports
        self._spec = Spec(ports=ports) if screen is None else Spec(screen, ports=ports)
        self._folder = record.expanduser().absolute() / _WAITING
        self._size = size
        self._pool: Pool | None = None

    async def __aenter__(self) -> Self:
        await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)  # of a server that was killed
        return self

    async def expect(self) -> None:
        """Somebody has opened the page, and will want a desktop: before that, none is worth its memory."""
        if self._size and self._pool is None:
            self._pool = Pool(self._size, spec=self._spec, share=self._next_folder)
            await self._pool.__aenter__()

    async def __aexit__(self, *_: object) -> None:
        if self._pool is not None:
            await self._pool.close()
            await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)

    async def __call__(self, **wanted: Any) -> SandboxedDesktop:
        """As `open_desktop`."""
        await self.expect()
        taken = await self._taken(**wanted)
        return taken if taken is not None else await open_desktop(**wanted)

    async def _taken(
        self,
        *,
        size: Size,
        share: Path,
        keep_as: str,
        base: str,
        network: NetworkPolicy | None = None,
        asker: Any = None,
        on_decision: Any = None,
        **more: Any,
    ) -> SandboxedDesktop | None:
        """One of the stock, when it is of the kind that is wanted and nothing of the folder is in use yet."""
        ports = None if network is None else network.ports
        usual = (size, ports, base) == (self._spec.size, self._spec.ports, "") and not any(more.values())
        if self._pool is None or not self._pool.ready or not usual or not _fresh(share):
            return None
        reach = Reach(network=network, asker=asker, on_decision=on_decision)
        try:
            share.rmdir()
            return await self._pool.take(reach=reach, keep_as=keep_as, share=share)
        except (OSError, SandboxError) as error:
            log.warning("no desktop of the stock could be taken: %s", error)
            await asyncio.to_thread(share.mkdir, exist_ok=True)
            return None

    def _next_folder(self) -> Path:
        made = self._folder / secrets.token_hex(6)
        made.mkdir(parents=True)
        return made


def _fresh(share: Path) -> bool:
    """The run's own folder, with nothing in it: one of a person's is not exchanged for another."""
    try:
        return share.name == "shared" and not any(share.iterdir())
    except OSError:
        return False
