"""The limits of a virtual machine lie inside it, and it tells when they are met."""

from __future__ import annotations

import asyncio

import pytest
from tests.vm.conftest import LIMITS, OpenMachine, told

from deskhand.sandbox.pressure import Pressure, news

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


async def test_a_full_disk_and_a_memory_that_ran_out_are_told(opened: OpenMachine) -> None:
    desktop = await opened()
    calm = desktop.sandbox.pressure()
    assert calm.killed == 0 and not calm.disk_full
    assert calm.memory is not None and calm.memory_limit is not None and calm.memory < calm.memory_limit
    assert calm.disk_limit == LIMITS.disk
    await told(desktop, "head -c 1G /dev/zero > ~/big")
    full = desktop.sandbox.pressure()
    assert full.disk_full and "disk (512 MiB) is full" in " ".join(news(calm, full))
    await told(desktop, "rm ~/big")
    hog = "x = []\nwhile True: x.append(b'x' * (50 << 20))"
    await told(desktop, f'python3 -c "{hog}" 2>&1', timeout=240)
    hungry = desktop.sandbox.pressure()
    assert hungry.killed >= 1 and "memory" in " ".join(news(full, hungry))
    assert await told(desktop, "echo it lives") == "it lives"


async def test_what_does_not_answer_is_not_waited_for(opened: OpenMachine) -> None:
    """The last answer counts when the machine stands still."""
    desktop = await opened()
    known = desktop.sandbox.pressure()
    taking = asyncio.ensure_future(desktop.snapshot(programs="keep"))
    await asyncio.sleep(0.2)
    assert isinstance(desktop.sandbox.pressure(), Pressure) and known.disk_limit
    await taking
