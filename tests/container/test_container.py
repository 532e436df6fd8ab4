"""A desktop in a container: everything that the other rooms rely on, with real engines."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from tests.container.engine import Kind
from tests.gateway.conftest import World, servers, world  # noqa: F401 (fixtures)

from deskhand.sandbox import providers, session, standing
from deskhand.sandbox.container import engine as engines
from deskhand.sandbox.gateway.gateway import Gateway
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.held import Ended, Stay
from deskhand.sandbox.interface import Limits, SandboxError, Spec
from deskhand.sandbox.open import SandboxedDesktop, attach_desktop, open_desktop

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

HOST = """
import asyncio, sys
from deskhand.sandbox.open import open_desktop
async def main():
    desktop = await open_desktop(sandbox=sys.argv[1], keep_as=sys.argv[2])
    print(desktop.sandbox.folder, flush=True)
    await asyncio.sleep(1000)
asyncio.run(main())
"""


@pytest_asyncio.fixture(scope="module")
async def desk(container_engine: Kind, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[SandboxedDesktop]:
    """One for all tests that leave it as it was. Its shared folder belongs to whoever runs the tests."""
    share = tmp_path_factory.mktemp("shared")
    (share / "note.txt").write_text("from outside\n")
    desktop = await open_desktop(sandbox=container_engine, share=share)
    try:
        yield desktop
    finally:
        await desktop.close()
    assert (share / "note.txt").stat().st_uid == os.geteuid(), "what was shared is its owner's again"
    assert desktop.sandbox.id not in _containers(container_engine)


def _containers(kind: Kind) -> str:
    return engines.find(kind).run("ps", "--all", "--format", "{{.Names}}")


async def _tell(desktop: SandboxedDesktop, command: str, timeout: float = 20) -> str:
    return (await desktop.shell(command, timeout=timeout)).output


def _other_host(kind: Kind, name: str) -> subprocess.Popen[str]:
    """A process that opens a desktop, says where, and waits to be killed."""
    return subprocess.Popen([sys.executable, "-c", HOST, kind, name], stdout=subprocess.PIPE, text=True)


async def _run(kind: Kind, command: str, **limits: Any) -> Ended:
    spec = Spec(limits=Limits(**limits), provider=kind)
    sandbox = await providers.start(spec, Stay(), argv=["/bin/bash", "-c", f"echo alive\n{command}"])
    try:
        ended = await sandbox.wait()
    finally:
        await sandbox.destroy()
    assert ended.output.startswith("alive\n"), ended
    return ended


async def test_it_is_a_whole_desktop(desk: SandboxedDesktop) -> None:
    frame = await desk.screenshot()
    assert (frame.size.width, frame.size.height) == (1280, 800)
    await desk.launch("galculator")
    for _ in range(50):
        if any("galculator" in window.title.lower() for window in await desk.windows()):
            break
        await asyncio.sleep(0.1)
    else:
        raise AssertionError(await desk.windows())
    assert any(each.name == "7" for each in await desk.elements()), "the accessibility tree works"
    reader, writer = await asyncio.open_unix_connection(str(desk.sandbox.view_socket))
    assert (await reader.readexactly(4)) == b"RFB ", "and so does the view"
    writer.close()
    await _tell(desk, "pkill galculator")


async def test_the_shared_folder_is_shared(desk: SandboxedDesktop) -> None:
    assert await _tell(desk, "cat ~/Shared/note.txt; echo 42 > ~/Shared/answer.txt; id -un") == "from outside\nuser\n"
    assert desk.spec.share is not None
    assert (desk.spec.share / "answer.txt").read_text() == "42\n"


async def test_its_pressure_and_limits_are_known(desk: SandboxedDesktop) -> None:
    now = desk.sandbox.pressure()
    assert now.memory is not None and 20 << 20 < now.memory < 1 << 30
    assert now.memory_limit == desk.spec.limits.memory and now.processes_limit == desk.spec.limits.processes
    assert desk.sandbox.limits["memory"].startswith("cgroup")
    await _tell(desk, "head -c 2G /dev/zero > ~/fill 2>/dev/null; true")
    assert desk.sandbox.pressure().disk_full
    await _tell(desk, "rm ~/fill")


async def test_chromium_keeps_its_own_sandbox(desk: SandboxedDesktop) -> None:
    page = "<title>walled page</title><p>hello"
    await _tell(desk, f"echo '{page}' > /tmp/page.html; (chromium /tmp/page.html >/tmp/chromium.log 2>&1 &)")
    for _ in range(150):
        if any("walled page" in window.title for window in await desk.windows()):
            break
        await asyncio.sleep(0.2)
    else:
        raise AssertionError(await _tell(desk, "cat /tmp/chromium.log"))
    look = """for each in $(pgrep -f -- --type=renderer); do
        grep Seccomp_filters /proc/$each/status; readlink /proc/$each/ns/user; done; readlink /proc/self/ns/user"""
    lines = (await _tell(desk, look)).splitlines()
    filters = [int(line.split()[1]) for line in lines if line.startswith("Seccomp")]
    users = [line for line in lines if line.startswith("user:")]
    assert filters and min(filters) >= 2, "each renderer has a filter of Chromium's own on top of ours"
    assert users[-1] not in users[:-1], "and a user namespace of its own"
    await _tell(desk, "pkill -f chromium/chromium")


async def test_a_snapshot_is_refused_before_anything_ends(desk: SandboxedDesktop) -> None:
    await _tell(desk, "(xterm >/dev/null 2>&1 &)")
    for wish in (desk.snapshot(), desk.fork(1)):
        with pytest.raises(SandboxError, match="cannot be kept as a snapshot, nor forked"):
            await wish
    assert "xterm" in await _tell(desk, "pgrep -l xterm")
    await _tell(desk, "pkill xterm")


async def test_a_reset_brings_another_container(container_engine: Kind) -> None:
    desktop = await open_desktop(sandbox=container_engine)
    try:
        before = desktop.sandbox.id
        await _tell(desktop, "touch ~/old")
        await desktop.reset()
        assert desktop.sandbox.id != before
        assert "old" not in await _tell(desktop, "ls ~")
    finally:
        await desktop.close()
    assert before not in _containers(container_engine) and desktop.sandbox.id not in _containers(container_engine)


async def test_what_is_named_can_be_reached_and_nothing_else(
    container_engine: Kind,
    world: World,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = Gateway.__init__

    def init(self: Gateway, *arguments: Any, **wishes: Any) -> None:
        usual(self, *arguments, **wishes, resolve=world.resolve, connect=world.connect)

    monkeypatch.setattr(Gateway, "__init__", init)
    desktop = await open_desktop(sandbox=container_engine, network=NetworkPolicy.of("allowed.test"))
    fetch = 'python3 -c "import sys, urllib.request as u; print(u.urlopen(sys.argv[1], timeout=10).read().decode())"'
    try:
        assert "hello host=allowed.test" in await _tell(desktop, f"{fetch} http://allowed.test/")
        page = await _tell(desktop, "chromium --headless --disable-gpu --dump-dom http://allowed.test/ 2>/dev/null", 60)
        assert "hello host=allowed.test" in page
        before = len(world.called)
        for url in ("http://evil.test/", "http://93.184.216.35/", "http://169.254.169.254/", "http://172.17.0.1/"):
            result = await desktop.shell(f"{fetch} {url} 2>&1", timeout=30)
            assert result.exit_code != 0 and "hello" not in result.output, url
        connect = "import socket; socket.create_connection(('{}', {}), 5)"
        for address, port in (("8.8.8.8", 53), ("127.0.0.1", world.servers["http"])):
            wrong = f'python3 -c "{connect.format(address, port)}.recv(9) or 1/0" 2>&1'
            assert (await desktop.shell(wrong, timeout=30)).exit_code != 0, (address, port)
        assert len(world.called) == before, "nothing of that was even dialled"
        assert "127.0.0.53" in await _tell(desktop, "cat /etc/resolv.conf")
    finally:
        await desktop.close()


async def test_without_a_policy_there_is_only_a_loopback(desk: SandboxedDesktop) -> None:
    assert (await _tell(desk, "cat /proc/net/dev | tail -n +3 | cut -d: -f1")).split() == ["lo"]
    assert (await desk.shell("getent hosts example.com", timeout=30)).exit_code != 0


@pytest.mark.parametrize(
    ("limits", "script", "met"),
    [
        (
            {"memory": 300 << 20},
            "python3 -c 'b = [bytearray(10 << 20) for _ in range(60)]'; echo ended $?",
            "ended 137",
        ),
        ({"memory": 200 << 20}, "head -c 500M /dev/zero > /tmp/fill; echo ended $?", "ended 1"),
        (
            {"processes": 60},
            "for i in $(seq 200); do sleep 30 & done 2>&1 | grep -o 'unavailable' | head -1",
            "unavail",
        ),
        ({"disk": 64 << 20}, "head -c 100M /dev/zero > ~/fill; stat -c %s ~/fill", "335"),
        (
            {"open_files": 256},
            "python3 -c 'l = [open(\"/etc/hosts\") for _ in range(300)]' 2>&1",
            "Too many open files",
        ),
    ],
    ids=["memory", "memory in files", "processes", "disk", "open files"],
)
async def test_limits_hold(container_engine: Kind, limits: dict[str, int], script: str, met: str) -> None:
    ended = await _run(container_engine, script, **limits)
    assert met in ended.output or ended.code == 137, ended


async def test_processor_time_is_held(container_engine: Kind) -> None:
    probe = "import time\nend = time.time() + 1\nwhile time.time() < end: pass\nprint(time.process_time())"
    ended = await _run(container_engine, f"python3 -c '{probe}'", cpus=0.25)
    assert float(ended.output.split()[1]) < 0.5


async def test_endless_output_is_drained_and_daemons_end_with_the_rest(container_engine: Kind) -> None:
    script = "setsid sleep 1000 & head -c 200M /dev/zero | tr '\\0' x; echo; echo last"
    sandbox = await providers.start(Spec(provider=container_engine), Stay(), argv=["/bin/bash", "-c", script])
    ended = await sandbox.wait()
    await sandbox.destroy()
    assert ended.output.endswith("last\n") and len(ended.output) < 1 << 17


async def test_a_killed_host_takes_its_container_along(container_engine: Kind) -> None:
    host = _other_host(container_engine, "")
    assert host.stdout is not None
    folder = Path(await asyncio.to_thread(host.stdout.readline)).name.strip()
    host.kill()
    host.wait()
    for _ in range(100):
        if folder not in _containers(container_engine) and not (session.sessions_folder() / folder).exists():
            break
        await asyncio.sleep(0.1)
    else:
        raise AssertionError((_containers(container_engine), folder))


async def test_a_kept_desktop_is_found_driven_on_and_stopped(container_engine: Kind) -> None:
    name = f"kept-{container_engine}-{os.getpid()}"
    host = _other_host(container_engine, name)
    assert host.stdout is not None
    folder = Path(await asyncio.to_thread(host.stdout.readline)).name.strip()
    host.kill()
    host.wait()
    desktop = await attach_desktop(name)
    try:
        assert desktop.spec.provider == container_engine
        assert await _tell(desktop, "echo here") == "here\n"
    finally:
        await desktop.leave()
    await standing.stop(await standing.find(name))
    assert folder not in _containers(container_engine)


async def test_an_orphan_is_found_by_its_label(container_engine: Kind) -> None:
    """One whose keeper died, and whose engine did not get to ending it."""
    engine = engines.find(container_engine)
    image = engine.run("images", "--filter", "label=deskhand.image=desktop", "--format", "{{.Repository}}:{{.Tag}}")
    words = ["run", "--detach", "--network", "none", "--name", "deskhand-0123456789ab", "--ulimit", "nproc=4096:4096"]
    words += ["--ulimit", "nofile=4096:4096", "--label", "deskhand.session=0123456789ab"]
    words += ["--label", f"deskhand.owner={os.geteuid()}", image.split()[0]]
    engine.run(*words, "sleep", "1000")
    assert "container deskhand-0123456789ab" in standing.clear_up()
    assert "deskhand-0123456789ab" not in _containers(container_engine)
