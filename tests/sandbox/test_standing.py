"""A desktop outlives the process that drives it, is listed, attached to, and ended; what crashed is cleared up."""

from __future__ import annotations

import asyncio
import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from tests.sandbox.conftest import is_running, leftovers

from deskhand.sandbox import cgroups, namespaces, session, standing
from deskhand.sandbox.attach import NothingKept
from deskhand.sandbox.interface import SandboxError, Spec
from deskhand.sandbox.open import attach_desktop, open_desktop

HOST = """
import asyncio, os, sys
from deskhand.sandbox.open import open_desktop
from deskhand.screen.geometry import Size

async def main():
    desktop = await open_desktop(keep_as=sys.argv[1], size=Size(800, 600))
    await desktop.shell("echo mine > ~/file; sleep 1000 > /dev/null 2>&1 &")
    print(desktop.sandbox.id, flush=True)
    os.kill(os.getpid(), 9)

asyncio.run(main())
"""


async def test_a_desktop_of_a_dead_process_is_found_driven_on_and_stopped(tmp_path: Path) -> None:
    label = f"run-{secrets.token_hex(4)}"
    name = str(tmp_path / label)
    host = await asyncio.create_subprocess_exec(sys.executable, "-c", HOST, name, stdout=subprocess.PIPE)
    identifier = (await host.communicate())[0].decode().strip()
    try:
        await _live_on(identifier, name, label)
    finally:
        for each in await standing.every():
            if each.name == name:
                await standing.stop(each)


async def _live_on(identifier: str, name: str, label: str) -> None:
    found = await standing.find(label)
    assert (found.id, found.name, found.size, found.driven) == (identifier, name, "800x600", False)
    assert found.waits is not None and 500 < found.waits <= 600

    desktop = await attach_desktop(name)
    assert (await desktop.shell("cat ~/file; pgrep -c sleep")).output == "mine\n1\n"
    assert (await standing.find(identifier)).driven
    with pytest.raises(SandboxError, match="in use"):
        await attach_desktop(name)
    await desktop.reset()  # of the same kind, under the same name
    assert desktop.size == await _size(desktop.sandbox.folder)
    assert (await standing.find(label)).id == desktop.sandbox.id != identifier
    assert "No such file" in (await desktop.shell("cat ~/file")).output
    init = desktop.sandbox.init
    await desktop.leave()
    await desktop.close()  # nothing more
    left = await standing.find(label)
    assert not left.driven and is_running(init)
    await standing.stop(left)
    assert not is_running(init)
    assert leftovers(left.id) == leftovers(identifier) == []
    with pytest.raises(SandboxError, match="There is no desktop 'run-"):
        await standing.find(label)
    with pytest.raises(NothingKept):
        await attach_desktop(name)


async def _size(folder: Path) -> object:
    from deskhand.sandbox import description

    return description.from_data(session.read(folder, "session.json")["spec"]).size


async def test_stopping_takes_a_desktop_from_whoever_drives_it() -> None:
    desktop = await open_desktop(display="xvfb")
    try:
        await standing.stop(await standing.find(desktop.sandbox.id))
        assert leftovers(desktop.sandbox.id) == []
    finally:
        await desktop.close()


async def test_what_crashes_left_is_cleared_up_and_nothing_else() -> None:
    living = await namespaces.start(Spec(), argv=["/bin/sleep", "1000"], lifetime="kept", keep_as="living")
    dead = await namespaces.start(Spec(), argv=["/bin/sleep", "1000"], lifetime="kept", keep_as="dead")
    try:
        os.kill(session.read(dead.folder, "launcher.json")["launcher"], 9)
        await asyncio.to_thread(dead._launcher.wait)
        removed = await asyncio.to_thread(standing.clear_up)
        assert f"desktop {dead.id}" in removed and f"desktop {living.id}" not in removed
        assert leftovers(dead.id) == [] and is_running(living.init)
        assert [each.id for each in await standing.every() if each.name == "living"] == [living.id]
    finally:
        await living.destroy()
        await dead.destroy()


def test_a_group_without_a_session_goes_when_nothing_runs_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("deskhand-old", "deskhand-young", "other"):
        (tmp_path / name).mkdir()
    for name in ("deskhand-old", "other"):
        os.utime(tmp_path / name, (1, 1))
    monkeypatch.setattr(cgroups, "find_parents", lambda: (2, {"memory": str(tmp_path), "pids": str(tmp_path)}))
    assert cgroups.remove_empty() == ["deskhand-old"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["deskhand-young", "other"]
