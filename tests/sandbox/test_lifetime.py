"""Sandboxes end: when told, when their host dies, when their launcher dies; and nothing of them stays."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from tests.sandbox.conftest import is_running, leftovers

from deskhand.sandbox import namespaces, session
from deskhand.sandbox.attach import NothingKept, attach
from deskhand.sandbox.interface import SandboxError, Spec

STUBBORN = ["/bin/bash", "-c", "trap '' TERM INT HUP; setsid nohup sleep 1000 & setsid sleep 1000 & sleep 1000"]


async def _gone(process: int) -> bool:
    for _ in range(250):
        if not is_running(process):
            return True
        await asyncio.sleep(0.02)
    return False


async def test_destroy_leaves_nothing_and_may_be_called_twice() -> None:
    sandbox = await namespaces.start(Spec(), argv=STUBBORN)
    inside = await _descendants(sandbox.init)
    assert len(inside) == 3
    assert sandbox.guest_socket.is_socket()
    assert sandbox.view_socket.is_socket()
    assert sandbox.folder.stat().st_mode & 0o777 == 0o700
    began = time.monotonic()
    await sandbox.destroy()
    print(f"destroyed in {1000 * (time.monotonic() - began):.0f} ms")
    await sandbox.destroy()
    assert not any(is_running(process) for process in [sandbox.init, *inside])
    assert leftovers(sandbox.id) == []
    assert (await sandbox.wait()).code == 137


async def _descendants(process: int) -> list[int]:
    """The stubborn program's children, once all are there."""
    children: list[str] = []
    for _ in range(500):
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        if len(children) >= 3:
            break
        await asyncio.sleep(0.01)
    return [int(each) for each in children]


async def test_start_time_of_the_walls() -> None:
    times = []
    for _ in range(5):
        began = time.monotonic()
        sandbox = await namespaces.start(Spec(), argv=["/bin/sleep", "100"])
        times.append(time.monotonic() - began)
        await sandbox.destroy()
    print("walls built in", ", ".join(f"{1000 * each:.0f}" for each in times), "ms")


async def test_two_at_once_do_not_see_each_other() -> None:
    script = "echo mine > /tmp/mine; echo mine > ~/mine; touch /dev/shm/mine; exec sleep 1000"
    first = await namespaces.start(Spec(), argv=["/bin/bash", "-c", script])
    look = "sleep 0.2; ls /tmp ~ /dev/shm | grep mine; "
    look += "ps -e | grep -c sleep; awk 'NR > 1 {print $8}' /proc/net/unix | sort; ipcs -m | grep -c 0x"
    second = await namespaces.start(Spec(), argv=["/bin/bash", "-c", look])
    try:
        ended = await second.wait()
        assert ended.output.split() == ["0", "guest.sock", "view.sock", "0"]
        if os.geteuid() == 0:
            owners = [Path(f"/proc/{first.init}").stat().st_uid]
            assert owners[0] >= 0x7000_0000
    finally:
        await first.destroy()
        await second.destroy()


# A host of its own: starts a sandbox, tells what it needs to be found by, and waits to be killed.
HOST = """
import asyncio, json, sys
from deskhand.sandbox import namespaces, session
from deskhand.sandbox.interface import Spec

async def main():
    sandbox = await namespaces.start(
        Spec(), argv=json.loads(sys.argv[1]), lifetime=sys.argv[2], keep_as=sys.argv[3], patience=float(sys.argv[4])
    )
    state = session.read(sandbox.folder, "launcher.json")
    print(json.dumps(dict(state, id=sandbox.id)), flush=True)
    await asyncio.sleep(1000)

asyncio.run(main())
"""


async def _start_host(
    lifetime: str = "host", keep_as: str = "", patience: float = 600
) -> tuple[asyncio.subprocess.Process, dict[str, Any]]:
    host = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOST, json.dumps(STUBBORN), lifetime, keep_as, str(patience), stdout=subprocess.PIPE
    )
    assert host.stdout is not None
    state = json.loads(await host.stdout.readline())
    return host, state


async def test_a_killed_host_takes_its_sandbox_along() -> None:
    host, state = await _start_host()
    inside = await _descendants(state["init"])
    host.kill()
    await host.wait()
    assert await _gone(state["launcher"])
    assert not any(is_running(process) for process in [state["init"], *inside])
    assert leftovers(state["id"]) == []


async def test_a_killed_launcher_takes_everything_inside_along_and_the_next_start_clears_up() -> None:
    host, state = await _start_host()
    inside = await _descendants(state["init"])
    try:
        os.kill(state["launcher"], signal.SIGKILL)
        assert await _gone(state["init"])  # its death is tied to the launcher's, through every change of user id
        assert not any(is_running(process) for process in inside)
        assert leftovers(state["id"])
    finally:
        host.kill()
        await host.wait()
    following = await namespaces.start(Spec(), argv=["/bin/true"])
    await following.destroy()
    assert leftovers(state["id"]) == []


async def test_a_sandbox_whose_launcher_was_killed_can_be_destroyed() -> None:
    sandbox = await namespaces.start(Spec(), argv=STUBBORN)
    os.kill(session.read(sandbox.folder, "launcher.json")["launcher"], signal.SIGKILL)
    await sandbox.destroy()
    assert not is_running(sandbox.init)
    assert leftovers(sandbox.id) == []


async def test_a_kept_sandbox_outlives_its_host() -> None:
    host, state = await _start_host("kept")
    try:
        host.kill()
        await host.wait()
        following = await namespaces.start(Spec(), argv=["/bin/true"])  # its sweep must not take it for an orphan
        await following.destroy()
        assert is_running(state["init"])
        assert (session.sessions_folder() / state["id"] / "guest.sock").is_socket()
    finally:
        os.kill(state["launcher"], signal.SIGTERM)
    assert await _gone(state["launcher"])
    assert not is_running(state["init"])
    assert leftovers(state["id"]) == []


async def test_another_host_takes_over_a_kept_sandbox(tmp_path: Path) -> None:
    host, state = await _start_host("kept", str(tmp_path))
    with pytest.raises(SandboxError, match="in use"):
        await attach(str(tmp_path))
    host.kill()
    await host.wait()
    taken = await attach(str(tmp_path))
    try:
        assert taken.init == state["init"] and is_running(taken.init)
        with pytest.raises(SandboxError, match="in use"):
            await attach(str(tmp_path))
    finally:
        await taken.destroy()
    assert await _gone(state["launcher"])
    assert not is_running(state["init"])
    assert leftovers(state["id"]) == []
    with pytest.raises(NothingKept):
        await attach(str(tmp_path))


async def test_a_kept_sandbox_does_not_wait_for_ever(tmp_path: Path) -> None:
    host, state = await _start_host("kept", str(tmp_path), 0.3)
    host.kill()
    await host.wait()
    assert await _gone(state["launcher"])
    assert not is_running(state["init"])
    assert leftovers(state["id"]) == []


async def test_the_program_inside_ends_by_itself() -> None:
    sandbox = await namespaces.start(Spec(), argv=["/bin/sh", "-c", "echo out; echo err >&2; sleep 1000 & exit 3"])
    ended = await sandbox.wait()
    assert (ended.code, ended.output) == (3, "out\nerr\n")
    assert leftovers(sandbox.id) == []


async def test_endless_output_is_drained_and_only_its_end_kept() -> None:
    sandbox = await namespaces.start(Spec(), argv=["/bin/sh", "-c", "head -c 50M /dev/zero | tr '\\0' x; echo the end"])
    ended = await sandbox.wait()
    assert ended.output.endswith("xthe end\n")
    assert len(ended.output) <= 64 * 1024


async def test_an_interrupted_start_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "sessions_folder", lambda: tmp_path)
    for delay in (0.0, 0.002, 0.004, 0.006, 0.008, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05):
        starting = asyncio.create_task(namespaces.start(Spec(), argv=STUBBORN))
        await asyncio.sleep(delay)
        starting.cancel()
        try:
            sandbox = await starting
        except asyncio.CancelledError:
            continue
        await sandbox.destroy()
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]
