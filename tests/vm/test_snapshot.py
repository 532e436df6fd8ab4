"""Snapshots of a virtual machine: everything as it was, the programs that were open included."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from tests.vm.conftest import LIMITS, OpenMachine, told

from deskhand.sandbox import image, store
from deskhand.sandbox.interface import SandboxError
from deskhand.sandbox.open import open_desktop
from deskhand.sandbox.vm import memory

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

_COUNT = "nohup sh -c 'i=0; while :; do i=$((i+1)); echo $i > /tmp/count; sleep 0.2; done' >/dev/null 2>&1 &"


async def test_reset_brings_back_files_and_programs(opened: OpenMachine) -> None:
    desktop = await opened()
    await told(desktop, f"echo before > ~/note; {_COUNT}")
    await asyncio.sleep(1)
    await desktop.snapshot(programs="keep")
    assert await told(desktop, "cat ~/note") == "before", "it goes on, and so does the stream to it"
    await told(desktop, "echo after > ~/note; pkill -f tmp/count; echo 0 > /tmp/count")
    await desktop.reset()
    assert await told(desktop, "cat ~/note") == "before"
    first = int(await told(desktop, "cat /tmp/count"))
    await asyncio.sleep(2)
    assert int(await told(desktop, "cat /tmp/count")) > first > 0, "the program counts on"
    assert abs(float(await told(desktop, "date +%s.%N")) - time.time()) < 5, "the clock is not that of the snapshot"


async def test_copies_draw_different_numbers(opened: OpenMachine) -> None:
    desktop = await opened()
    await told(desktop, "echo one > ~/note")
    copies = await desktop.fork(2)
    try:
        assert [await told(each, "cat ~/note") for each in copies] == ["one", "one"]
        drawn = {await told(each, "head -c 16 /dev/urandom | od -An -tx1") for each in (desktop, *copies)}
        assert len(drawn) == 3
        await told(copies[0], "echo two > ~/note")
        assert await told(copies[1], "cat ~/note") == "one"
    finally:
        await asyncio.gather(*(each.close() for each in copies))


async def test_a_named_one_stays_and_is_of_its_own_kind(opened: OpenMachine) -> None:
    name = "machine-of-a-test"
    desktop = await opened()
    await told(desktop, "echo kept > ~/note")
    made = await desktop.snapshot(name, programs="end")
    try:
        assert made.kind == "machine" and made in store.every()
        await desktop.close()
        other = await opened(base=name)
        assert await told(other, "cat ~/note") == "kept"
        with pytest.raises(SandboxError, match="virtual machine"):
            await open_desktop(base=name)
    finally:
        store.remove(name)


async def test_what_cannot_go_on_is_booted(opened: OpenMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kept memory that is damaged costs a boot, never a desktop."""
    desktop = await opened()
    await desktop.close()
    found = memory.ready
    seen: list[image.Layer] = []

    def ready(*arguments: Any) -> image.Layer:
        layer = found(*arguments)
        if not seen:
            seen.append(layer)
            kept = layer.path / "vm/memory"
            kept.write_bytes(kept.read_bytes()[: 40 << 20])
        return layer

    monkeypatch.setattr(memory, "ready", ready)
    again = await opened()
    assert await told(again, "echo $((6 * 7))") == "42"
    assert seen and seen[0].path.is_dir(), "and the next one goes on from memory again"
    assert LIMITS.memory  # the same kind of machine throughout
