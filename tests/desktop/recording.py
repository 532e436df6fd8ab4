"""Start the recorder behind the walls and read what it received."""

from __future__ import annotations

import asyncio
import itertools
import json
from pathlib import Path
from typing import Any

from deskhand.desktop.interface import DesktopError
from deskhand.desktop.remote import RemoteDesktop

_SCRIPT = Path(__file__).with_name("recorder.py")
_numbers = itertools.count()


class Recorder:
    def __init__(self, desktop: RemoteDesktop, file: str) -> None:
        self._desktop = desktop
        self._file = file
        self._skip = 0

    @classmethod
    async def start(cls, desktop: RemoteDesktop, box: str = "", kind: str = "bare", delay: float = 0.0) -> Recorder:
        """A window over the whole screen, or over ``box`` ("X Y WIDTH HEIGHT")."""
        await desktop.write_file("/tmp/recorder.py", _SCRIPT.read_bytes())
        file = f"/tmp/events-{next(_numbers)}"
        box = box or f"0 0 {desktop.size.width} {desktop.size.height}"
        command = f"PYTHONPATH=/opt/deskhand setsid python3 /tmp/recorder.py {file} {box} {kind} {delay}"
        await desktop.shell(f"{command} >/tmp/recorder.log 2>&1 & echo $! >> /tmp/recorders", timeout=10)
        recorder = cls(desktop, file)
        for _ in range(200):
            if await recorder.all():
                recorder._skip = len(await recorder.all())
                return recorder
            await asyncio.sleep(0.02)
        raise AssertionError((await desktop.shell("cat /tmp/recorder.log", timeout=10)).output)

    async def all(self) -> list[dict[str, Any]]:
        try:
            data = await self._desktop.read_file(self._file)
        except DesktopError:
            return []
        lines = data.decode().splitlines()
        return [json.loads(line) for line in lines]

    async def new(self, kind: str | None = None) -> list[dict[str, Any]]:
        """What came since the last call."""
        events = await self.all()
        fresh, self._skip = events[self._skip :], len(events)
        return [event for event in fresh if kind in (None, event["event"])]

    async def stop(self) -> None:
        await self._desktop.shell("kill $(cat /tmp/recorders); rm /tmp/recorders", timeout=10)


def text_of(events: list[dict[str, Any]]) -> str:
    """What a program would read out of key events."""
    typed = []
    for event in events:
        if not event["down"] or 0xFFE1 <= event["keysym"] <= 0xFFEE:
            continue
        symbol = event["keysym"]
        special = {0xFF0D: "\n", 0xFF09: "\t"}
        typed.append(special.get(symbol) or chr(symbol & 0xFFFFFF if symbol & 0x1000000 else symbol))
    return "".join(typed)
