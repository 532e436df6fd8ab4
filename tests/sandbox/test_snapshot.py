"""Snapshots hold what was written, exactly; desktops go back to them, fork from them, and leave nothing behind."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from tests.sandbox.conftest import leftovers, run_inside

from deskhand.desktop.interface import DesktopError
from deskhand.sandbox import namespaces, session, store
from deskhand.sandbox.gateway.decisions import Decision
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.interface import Limits, SandboxError, Spec
from deskhand.sandbox.open import SandboxedDesktop, open_desktop
from deskhand.sandbox.store import NoSuchSnapshot, Snapshot
from deskhand.sandbox.take import take


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of the test's own; the image stays where it is."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setattr(store, "cache_folder", lambda: folder)
    return folder


@pytest_asyncio.fixture
async def desktop() -> AsyncIterator[SandboxedDesktop]:
    opened = await open_desktop(spare=True)
    try:
        yield opened
    finally:
        await opened.close()


def room() -> int:
    """Bytes that all snapshots take on disk."""
    files = [path.lstat() for path in store.folder().rglob("*") if not path.is_dir()]
    return sum({status.st_ino: status.st_blocks * 512 for status in files}.values())


async def written(script: str, base: str = "", name: str = "", limits: Limits | None = None) -> Snapshot:
    """A snapshot of what a shell script has written."""
    # Closed output is how it says that it has finished, for want of a desktop.
    argv = ["/bin/bash", "-c", f"cd; {script}\ntouch /run/user/1000/done; exec sleep 1000"]
    sandbox = await namespaces.start(Spec(base=base, limits=limits or Limits()), argv=argv)
    try:
        mark = Path(f"/proc/{sandbox.init}/root/run/user/1000/done")
        while not mark.exists():  # noqa: ASYNC110 (another program makes it)
            await asyncio.sleep(0.01)
        taken, held = await take(sandbox.folder, name, "end")
        os.close(held)
        return taken
    finally:
        await sandbox.destroy()


async def test_all_kinds_of_files_are_as_they_were() -> None:
    look = """
        cd; find . -type d -printf '%P %m %n %T@\\n' -o -printf '%P %y %m %s %l %n %T@\\n' | sort
        cat deep/er/file; python3 -c 'import os; print(os.getxattr("deep/er/file", "user.note"))'
        [ a -ef b ] && echo the same file; du -k huge | cut -f1; stat -c %U:%G . /home deep/er/file
    """
    make = """
        mkdir -p deep/er; echo content > deep/er/file; chmod 0640 deep/er/file; chmod 0700 deep
        touch -d 2001-02-03 deep
        python3 -c 'import os; os.setxattr("deep/er/file", "user.note", b"kept")'
        echo a > a; ln a b; ln -s nowhere/at/all link; mkfifo pipe; truncate -s 200G huge; printf 1234 >> huge
        cp /bin/true tool; : > "line
break"; mkdir -m 0000 closed; mkdir -m 1777 sticky
    """
    await written(f"{make}\n({look}) > /var/tmp/before 2>&1", name="kinds")
    ended = await run_inside(f"({look}) > /tmp/after 2>&1; diff /var/tmp/before /tmp/after", _from("kinds"))
    assert ended.output == ""
    assert (await run_inside("wc -l < /var/tmp/before", _from("kinds"))).output == "27\n"


def _from(base: str) -> Spec:
    return Spec(base=base)


async def test_what_was_deleted_stays_deleted_over_several_snapshots() -> None:
    await written("mkdir -p d/e; echo 1 | tee d/e/f g > h; rm -r Documents; echo x > /var/tmp/v", name="one")
    await written("rm -r d g /var/tmp/v; mkdir d; echo 2 > d/n; rmdir Downloads; echo 2 > Documents", "one", "two")
    await written("rm -r d Documents; echo 3 > d; mkdir g; echo 3 > g/in; mv h i", "two", "three")
    listing = "cd; find . /var/tmp -mindepth 1 -not -path './Desktop*' | sort; head -n 1 d i g/in 2>/dev/null | xargs"
    ended = await run_inside(listing, _from("three"))
    assert ended.output.split("\n")[:-1] == ["./d", "./g", "./g/in", "./i", "==> d <== 3 ==> i <== 1 ==> g/in <== 3"]
    assert "c?????" not in (await run_inside("cd; ls -laR . /var/tmp 2>&1", _from("two"))).output


async def test_a_snapshot_on_another_shares_its_files_and_either_may_go_first() -> None:
    await written("head -c 20M /dev/urandom > big", name="one")
    alone = room()
    await written("echo little > more", "one", "two")
    assert room() < alone + (2 << 20)
    store.remove("one")
    assert room() > 20 << 20
    assert (await run_inside("cd; stat -c %s big; cat more", _from("two"))).output.split() == ["20971520", "little"]
    store.remove("two")
    assert room() == 0 and store.kept() == set()


async def test_what_a_hostile_desktop_left_is_a_snapshot_that_harms_nobody(tmp_path: Path) -> None:
    """Links and names that would lead a careless copier, or the next start, out of the walls."""
    (tmp_path / "mine").write_text("untouched")
    script = f"""
        rm -rf Desktop; ln -s / root; ln -s {tmp_path} out; ln -s /etc/passwd passwd; mkdir -p 'a/..b/ c'
        python3 - << 'END'
import os, socket
s = socket.socket(socket.AF_UNIX); s.bind("sock")
for depth in range(150): os.mkdir("d"); os.chdir("d")
END
        rmdir Documents; ln -s {tmp_path} Documents; rmdir Shared 2>/dev/null; ln -s / Shared; mv Downloads '\n'
    """
    taken = await written(script, name="traps")
    owners = {path.lstat().st_uid for path in taken.layer.rglob("*")}
    assert all(store.first_id() <= owner < store.first_id() + 65536 for owner in owners) or os.geteuid() != 0
    assert not (taken.layer / "home/user/sock").exists()
    ended = await run_inside("cat ~/out/mine ~/root/etc/hostname; readlink ~/passwd", _from("traps"))
    assert "untouched" not in ended.output and "desktop\n/etc/passwd" in ended.output
    look = "grep -E 'snapshots|layers/|cache' /proc/self/mountinfo; touch /usr/x /etc/x /x 2>/dev/null; echo $?"
    assert (await run_inside(look, _from("traps"))).output == "1\n"
    with pytest.raises(SandboxError):  # a link where the shared folder belongs
        await run_inside("true", Spec(base="traps", share=tmp_path))
    store.remove("traps")
    assert (tmp_path / "mine").read_text() == "untouched"


async def test_a_desktop_that_cannot_be_kept_says_why_and_leaves_nothing() -> None:
    bottomless = 'python3 -c \'import os\nfor _ in range(300): os.mkdir("d"); os.chdir("d")\''
    with pytest.raises(SandboxError, match="nested more than 256 deep"):
        await written(bottomless)
    store.collect()
    assert store.kept() == set()
    with pytest.raises(NoSuchSnapshot, match="there is none"):
        await namespaces.start(Spec(base="nothing"))
    with pytest.raises(SandboxError, match="cannot be called"):
        store.check_name("../x")


async def test_a_reset_brings_the_desktop_back(desktop: SandboxedDesktop) -> None:
    look = "find ~ -not -path '*/.*' | sort; cat ~/.config/user-dirs.dirs"  # programs make hidden files when they like
    began = await desktop.shell(look)
    first = desktop.sandbox
    await desktop.shell("echo changed > ~/file; rm -r ~/Documents ~/.config; echo x > /tmp/x; sleep 1000 &")
    await desktop.launch("xterm")
    seconds = await _timed_reset(desktop)
    print(f"first reset {1000 * seconds:.0f} ms")
    assert (await desktop.shell(look)).output == began.output
    assert (await desktop.shell("ls /tmp/x; pgrep sleep; pgrep xterm")).output.count("\n") == 1
    assert await desktop.windows() == []
    assert desktop.sandbox is not first
    await first.wait()
    assert leftovers(first.id) == []


async def _timed_reset(desktop: SandboxedDesktop) -> float:
    began = time.monotonic()
    await desktop.reset()
    return time.monotonic() - began


async def test_snapshot_reset_and_fork(desktop: SandboxedDesktop) -> None:
    waiting = asyncio.create_task(desktop.shell("echo base > ~/file; rm -r ~/Documents; sleep 100"))
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(asyncio.shield(waiting), 0.2)
    began = time.monotonic()
    kept = await desktop.snapshot()
    print(f"snapshot {1000 * (time.monotonic() - began):.0f} ms, {kept.files} files")
    with contextlib.suppress(DesktopError):
        await waiting
    assert (await desktop.shell("cat ~/file; ls -d ~/Documents; pgrep sleep")).output.startswith("base\nls: ")

    await desktop.shell("echo later > ~/file")
    began = time.monotonic()
    forks = await desktop.fork(2)
    print(f"fork(2) {1000 * (time.monotonic() - began):.0f} ms")
    try:
        for number, fork in enumerate(forks):
            assert (await fork.shell(f"cat ~/file; echo {number} >> ~/file")).output == "later\n"
        assert [(await fork.shell("tail -n 1 ~/file")).output for fork in forks] == ["0\n", "1\n"]
        assert (await desktop.shell("cat ~/file")).output == "later\n"
        await forks[0].reset()
        assert (await forks[0].shell("cat ~/file")).output == "later\n"
    finally:
        await asyncio.gather(*(fork.close() for fork in forks))
    await desktop.reset()
    assert (await desktop.shell("cat ~/file")).output == "base\n"
    assert (await desktop.screenshot()).png
    await desktop.close()
    assert store.kept() == set()  # nameless snapshots go with the last desktop that could need them


async def test_a_reset_keeps_the_network_and_what_was_said_about_it() -> None:
    heard: list[Decision] = []
    policy = NetworkPolicy.of("allowed.example")
    desktop = await open_desktop(network=policy, on_decision=heard.append, display="xvfb")
    try:
        before = desktop.gateway
        assert before is not None
        before.set_policy(NetworkPolicy.of("allowed.example", "later.example"))
        await desktop.reset()
        assert desktop.gateway is not None and desktop.gateway is not before
        look = "for name in allowed later other; do getent ahostsv4 $name.example | wc -l; done; cat /etc/resolv.conf"
        told = (await desktop.shell(look)).output.split("\n")
        assert [int(each) > 0 for each in told[:3]] == [True, True, False]
        assert "nameserver" in told[3]
        assert any(each.name == "other.example" and not each.allowed for each in heard)
    finally:
        await desktop.close()


async def test_programs_may_go_on_and_may_save_before_they_end(desktop: SandboxedDesktop) -> None:
    script = "trap 'echo saved > ~/saved; exit' TERM; while :; do sleep 0.1; done"
    await desktop.write_file("/home/user/program", script.encode())
    await desktop.shell("setsid bash ~/program > /dev/null 2>&1 < /dev/null &")
    running = await desktop.snapshot("running", programs="keep")
    assert running.programs == "keep"
    assert (await desktop.shell("pgrep -f program | wc -l; ls ~/saved")).output.split("\n")[0] == "1"
    await desktop.snapshot("ended")
    assert (await desktop.shell("pgrep -f program; cat ~/saved")).output == "saved\n"
    await desktop.reset(running)
    assert "No such file" in (await desktop.shell("cat ~/saved")).output
    await desktop.reset("")
    assert (await desktop.shell("ls ~/program ~/saved 2>/dev/null")).output == ""


HOST = """
import asyncio, os, sys
from pathlib import Path
from deskhand.sandbox import store
store.cache_folder = lambda: Path(sys.argv[1])
from deskhand.sandbox.open import open_desktop

async def main():
    desktop = await open_desktop()
    await desktop.shell("echo kept > ~/file")
    await desktop.snapshot("survivor")
    await desktop.shell("echo lost > ~/file")
    await desktop.snapshot()
    print(desktop.sandbox.id, flush=True)
    os.kill(os.getpid(), 9)

asyncio.run(main())
"""


async def test_a_named_snapshot_survives_its_host_and_a_nameless_one_does_not(cache: Path) -> None:
    host = await asyncio.create_subprocess_exec(sys.executable, "-c", HOST, str(cache), stdout=subprocess.PIPE)
    identifier = (await host.communicate())[0].decode().strip()
    while (session.sessions_folder() / identifier).exists():  # noqa: ASYNC110 (its launcher clears up)
        await asyncio.sleep(0.02)
    assert len(store.kept()) == 2
    assert (await run_inside("cat ~/file", _from("survivor"))).output == "kept\n"
    assert [each.name for each in store.every()] == ["survivor"]
    while len(store.kept()) > 1:
        await asyncio.sleep(0.02)  # its launcher lets go when it is gone itself
        store.collect()


async def test_a_name_can_be_given_anew_and_a_snapshot_in_use_goes_later(cache: Path) -> None:
    first = await written("echo 1 > file", name="base")
    sandbox = await namespaces.start(_from("base"), argv=["/bin/sleep", "1000"])
    try:
        second = await written("echo 2 > file", name="base")
        assert store.find("base") == second
        assert store.kept() == {first.id, second.id}
        assert not store.remove(first.id)
        assert Path(f"/proc/{sandbox.init}/root/home/user/file").read_text() == "1\n"
        with pytest.raises(NoSuchSnapshot):
            store.find("")
    finally:
        await sandbox.destroy()
    store.collect()
    assert store.kept() == {second.id}
    assert json.loads((cache / f"snapshots/{second.id}.json").read_text())["name"] == "base"
