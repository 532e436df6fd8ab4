"""A desktop that is opened when it is first needed, and anew when it has died."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from deskhand.desktop.interface import Desktop, DesktopGone
from deskhand.messages import ToolUse
from deskhand.screen.geometry import Size
from deskhand.tools.collection import Tools
from deskhand.tools.interface import Proposal, ToolRun

Decide = Callable[[Proposal], Awaitable[str | None]]
"""None lets the call run; a sentence refuses it."""


class Desk:
    """One desktop and its tools; calls happen one after the other, since there is one hand."""

    def __init__(self, size: Size, opener: Callable[[], Awaitable[Desktop]]) -> None:
        self.size = size
        self._opener = opener
        self._desktop: Desktop | None = None
        self._tools: Tools | None = None
        self._lock = asyncio.Lock()

    async def call(self, use: ToolUse, decide: Decide) -> ToolRun | str:
        """Run one call after asking; the sentence when it was refused. Raises `DesktopError`, `SandboxError`."""
        async with self._lock:
            tools = await self._ready()
        try:
            proposal = await tools.describe(use)
            refusal = await decide(proposal)  # may take minutes: nothing is held meanwhile
            if refusal is not None:
                return refusal
            async with self._lock:
                return await tools.run(use, proposal)
        except DesktopGone:
            async with self._lock:
                await self._drop()
            raise

    @property
    def desktop(self) -> Desktop | None:
        """The desktop, once a call has needed it."""
        return self._desktop

    async def close(self) -> None:
        async with self._lock:
            await self._drop()

    async def _ready(self) -> Tools:
        if self._tools is None:
            self._desktop = await self._opener()
            self._tools = Tools(self._desktop)
        return self._tools

    async def _drop(self) -> None:
        desktop, self._desktop, self._tools = self._desktop, None, None
        if desktop is not None:
            await desktop.close()
