"""A run says what the limits of its desktop did."""

from __future__ import annotations

import asyncio
from pathlib import Path

from deskhand.agent.events import Acted, Event, Noted
from deskhand.agent.journal import Journal, Reader
from deskhand.agent.limit_notes import LimitNotes
from deskhand.sandbox import namespaces
from deskhand.sandbox.interface import Limits, Spec

FILL = "head -c 200M /dev/zero > /tmp/fill 2> /dev/null; sleep 100"
FULL = "The desktop's disk (48 MiB) is full: programs cannot save outside the shared folder."


def acted(step: int) -> Acted:
    return Acted(step, f"call{step}", {}, "done", False, 0.1)


async def test_a_full_disk_is_noted_once_behind_the_action_that_filled_it(tmp_path: Path) -> None:
    heard: list[Event] = []

    async def listen(event: Event) -> None:
        heard.append(event)

    journal = Journal.create(tmp_path / "run")
    sandbox = await namespaces.start(Spec(limits=Limits(disk=48 << 20)), argv=["/bin/sh", "-c", FILL])
    try:
        notes = LimitNotes(journal, listen, sandbox.pressure)
        for _ in range(500):
            if sandbox.pressure().disk_full:
                break
            await asyncio.sleep(0.02)
        for step in (1, 2):
            answer = notes.heard(acted(step))
            if answer is not None:
                await answer
    finally:
        await sandbox.destroy()
        journal.close()
    assert heard == [acted(1), Noted(FULL, 1), acted(2)]
    assert [entry.event for entry in Reader(tmp_path / "run").read()] == [Noted(FULL, 1)]
