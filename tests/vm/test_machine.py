"""A desktop in a virtual machine: the same desktop, a kernel of its own, and nothing of the host within reach."""

from __future__ import annotations

import asyncio
import contextlib
import os
import platform
import time
from pathlib import Path

import pytest
from tests.sandbox.conftest import is_running, leftovers
from tests.vm.conftest import OpenMachine, has_window, machines, told

from deskhand.desktop.actions import Click, Type
from deskhand.desktop.interface import DesktopError
from deskhand.sandbox import image, session
from deskhand.sandbox.open import attach_desktop
from deskhand.screen.geometry import Point

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


async def test_it_is_a_desktop(opened: OpenMachine) -> None:
    desktop = await opened()
    with contextlib.suppress(DesktopError):  # on a loaded computer its window comes later than it is waited for
        await desktop.launch("mousepad")
    assert await has_window(desktop, "Mousepad")
    await desktop.act(Type("ünïcödé 日本語 ok"))
    window = next(each for each in await desktop.windows() if "Mousepad" in each.title)
    assert window.title.startswith("*"), "what was typed did not arrive"
    picture = await desktop.screenshot()
    assert (picture.size.width, picture.size.height) == (1280, 800)


async def test_its_kernel_is_another_one_and_its_programs_have_no_rights(opened: OpenMachine) -> None:
    desktop = await opened()
    devices = "sed -n 's/^ *\\([a-z0-9]*\\):.*/\\1/p' /proc/net/dev"
    rights = "grep -E 'CapEff|CapBnd|NoNew|Seccomp:' /proc/self/status"
    said = await told(desktop, f"uname -r; id -u; {devices}; {rights}")
    release, user, *rest = said.split("\n")
    assert release != platform.release()
    assert (user, rest[0]) == ("1000", "lo"), "there is no network card"
    assert [line.split()[1].strip("0") for line in rest[1:]] == ["", "", "1", "2"]
    assert abs(float(await told(desktop, "date +%s.%N")) - time.time()) < 5
    # Nobody else's processes, nor the disks, nor the wire.
    assert set((await told(desktop, "ps -eo user= | sort -u")).split()) == {"user"}
    assert await told(desktop, "cat /dev/vda /dev/vport* /dev/mem 2>/dev/null | head -c 10 | wc -c") == "0"


async def test_qemu_itself_stands_behind_the_walls(opened: OpenMachine) -> None:
    desktop = await opened()
    [process] = machines(desktop.sandbox.folder)
    status = dict(line.split(":\t", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
    assert status["CapEff"] == status["CapBnd"] == "0" * 16
    assert (status["NoNewPrivs"], status["Seccomp"]) == ("1", "2")
    if os.geteuid() == 0:
        assert int(status["Uid"].split()[0]) >= 0x7000_0000
    for kind in ("net", "mnt", "pid", "user", "ipc", "uts"):
        assert Path(f"/proc/{process}/ns/{kind}").readlink() != Path(f"/proc/self/ns/{kind}").readlink()
    assert Path(f"/proc/{process}/net/dev").read_text().count(":") == 1, "it has a loopback and no other device"
    described = {str(each.readlink()) for each in Path(f"/proc/{process}/fd").iterdir() if each.exists()}
    assert not any(str(session.sessions_folder()) in each or str(image.cache_folder()) in each for each in described)


async def test_it_can_be_looked_at(opened: OpenMachine) -> None:
    """Several at once, as pages and people do; one that does not read holds nobody up."""
    desktop = await opened()
    viewers = [await asyncio.open_unix_connection(str(desktop.sandbox.view_socket)) for _ in range(3)]
    for reader, _writer in viewers:
        assert await asyncio.wait_for(reader.readexactly(12), 20) == b"RFB 003.008\n"
    assert (await desktop.pointer()).x >= 0
    for _reader, writer in viewers:
        writer.close()


async def test_chromium_keeps_its_own_sandbox(opened: OpenMachine) -> None:
    desktop = await opened()
    page = "<title>A page</title><p>hello"
    await desktop.write_file("/home/user/page.html", page.encode())
    await desktop.shell("chromium ~/page.html >/dev/null 2>&1 &")
    assert await has_window(desktop, "A page")
    script = r"""
    for each in $(pgrep -f -- --type=renderer); do
      tr '\0' '\n' < /proc/$each/cmdline | grep -- --no-sandbox
      grep -h Seccomp: /proc/$each/status; readlink /proc/$each/ns/user /proc/$each/ns/pid
    done; readlink /proc/self/ns/user /proc/self/ns/pid"""
    *renderer, own_users, own_processes = (await told(desktop, script)).split("\n")
    assert renderer and "--no-sandbox" not in renderer
    assert own_users not in renderer and own_processes not in renderer, "its pages stand in namespaces of their own"


async def test_it_outlives_its_host_and_ends_with_the_next(opened: OpenMachine) -> None:
    desktop = await opened(keep_as="kept-machine")
    await told(desktop, "echo here > ~/note")
    folder = desktop.sandbox.folder
    await desktop.leave()
    [process] = machines(folder)
    again = await attach_desktop("kept-machine")
    try:
        assert await told(again, "cat ~/note") == "here"
    finally:
        await again.close()
    assert not is_running(process) and not leftovers(folder.name)


async def test_nothing_of_it_is_left_when_its_launcher_is_killed(opened: OpenMachine) -> None:
    desktop = await opened()
    folder = desktop.sandbox.folder
    [process] = machines(folder)
    os.kill(session.read(folder, "launcher.json")["launcher"], 9)
    await desktop.close()
    assert not is_running(process) and not leftovers(folder.name)


async def test_a_panel_that_has_just_gone_on_takes_a_click(opened: OpenMachine) -> None:
    """It is kept when the desktop has come to rest: sooner, the panel was deaf in every copy."""
    first = await opened()
    await first.close()
    desktop = await opened()
    await desktop.act(Click(Point(60, 780)))
    for _ in range(60):
        if (await desktop.shell("pgrep -x jgmenu")).exit_code == 0:
            return
        await asyncio.sleep(0.5)
    raise AssertionError("the menu does not open")
