"""Evidence from the real desktop, gathered before each act, within 50 ms when nothing is suspicious."""

from __future__ import annotations

import time

from deskhand.desktop.interface import Desktop, DesktopError, DesktopGone
from deskhand.guard.evidence import Evidence
from deskhand.guard.interface import Place
from deskhand.tools.interface import Proposal


class Gatherer:
    """Asks one desktop. ``reach``: the domains and addresses that its gateway lets through."""

    def __init__(self, desktop: Desktop, *, reach: tuple[str, ...] = ()) -> None:
        self._desktop = desktop
        self._reach = reach

    async def gather(self, proposal: Proposal) -> Evidence:
        """What is known about the act. What cannot be found out is left empty; raises only `DesktopGone`."""
        began = time.monotonic()
        try:
            windows = tuple(await self._desktop.windows())
        except DesktopGone:
            raise
        except DesktopError:
            windows = ()
        front = next((window for window in windows if window.focused), None)
        place = Place() if front is None else Place(front.program, front.title)
        return Evidence(place, front, windows=windows, reach=self._reach, seconds=time.monotonic() - began)
