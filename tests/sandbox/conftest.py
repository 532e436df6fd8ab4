"""Sandboxes that run one command: the walls without the desktop, 60 ms each."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from deskhand.sandbox import namespaces, session
from deskhand.sandbox.interface import Spec
from deskhand.sandbox.namespaces import Ended

Inside = Callable[..., Awaitable[Ended]]

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gets ids of its own (mode `range`)")


async def run_inside(command: str, spec: Spec | None = None) -> Ended:
    """Run a shell command in a fresh sandbox, and make sure that it ran there at all.

    A launcher that fails makes every "this must be refused" look green: so each run first proves that it lives.
    """
    alive = 'echo "alive as $(id -u) on $(hostname)"\n'
    sandbox = await namespaces.start(spec or Spec(), argv=["/bin/bash", "-c", alive + command])
    try:
        ended = await sandbox.wait()
    finally:
        await sandbox.destroy()
    first, _, rest = ended.output.partition("\n")
    assert first == "alive as 1000 on desktop", ended
    return Ended(ended.code, rest)


@pytest.fixture
def inside() -> Inside:
    return run_inside


def leftovers(identifier: str) -> list[str]:
    """What the host still has of a sandbox: its folder, its groups, its mounts."""
    found = [str(path) for path in session.sessions_folder().glob(identifier)]
    found += [str(path) for path in Path("/sys/fs/cgroup").rglob(f"deskhand-{identifier}")]
    found += [line for line in Path("/proc/self/mountinfo").read_text().splitlines() if identifier in line]
    return found


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"
