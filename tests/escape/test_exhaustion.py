"""Rows 47 to 49: a sandbox that takes all it can get. It may suffer; the host and its neighbours must not, nothing
must be left of it, and what happened to it must be known.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from tests.escape.providers import Provider

from deskhand.sandbox import cgroups, image, namespaces, session
from deskhand.sandbox.held import Ended, HeldSandbox
from deskhand.sandbox.interface import Limits, Spec
from deskhand.sandbox.pressure import News

MIB = 1 << 20
TIGHT = Limits(memory=256 * MIB, processes=100, cpus=0.5, disk=64 * MIB, open_files=256)

FORK_BOMB = """
import os, time
end = time.time() + 0.7
while time.time() < end:
    try:
        os.fork()
    except OSError:
        time.sleep(0.01)
"""
THREADS = """
import threading, time
count = 0
try:
    while count < 5000:
        threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
        count += 1
except RuntimeError:
    print("threads", count, flush=True)
import os
os._exit(0)
"""
MEMORY = """
import os
child = os.fork()
if child == 0:
    held = []
    try:
        while True:
            held.append(bytearray(4 << 20))
    except MemoryError:
        os._exit(3)
print("hog", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
MANY_HOGS = """
import os, time
children = []
for _ in range(8):
    child = os.fork()
    if child == 0:
        held = bytearray(60 << 20)
        held[::4096] = b"x" * len(held[::4096])
        time.sleep(1)
        os._exit(0)
    children.append(child)
codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
print("killed", codes.count(-9), flush=True)
"""
DISK = """
import os
written = 0
for folder in ("/tmp", "/dev/shm", "/home/user", "/run/user/1000", "/var/tmp"):
    try:
        with open(folder + "/fill", "wb") as file:
            while True:
                written += os.write(file.fileno(), bytes(1 << 20))
    except OSError as error:
        print(error.errno, end=" ")
print("written", written >> 20, flush=True)
time = __import__("time"); time.sleep(WAIT)
"""
INODES = """
import os
count = 0
try:
    while count < 500_000:
        os.close(os.open(f"/tmp/{count}", os.O_CREAT | os.O_WRONLY))
        count += 1
except OSError as error:
    print("files", count, error.errno, flush=True)
"""
DESCRIPTORS = """
import os, socket
count = 0
try:
    while True:
        os.dup(0)
        count += 1
except OSError as error:
    print("open", count, error.errno, flush=True)
"""
OUTPUT = """
import os
line = b"x" * 65535 + b"\\n"
for _ in range(16 * 1024):
    os.write(1, line)
os.write(1, b"the end\\n")
"""
BUSY = """
import os, time
for _ in range(7):
    if os.fork() == 0:
        while True:
            pass
began = os.times()
time.sleep(0)
end = time.time() + 1.5
while time.time() < end:
    pass
print("mine", time.process_time(), flush=True)
os._exit(0)
"""
STAYS = """
import os, time
for _ in range(5):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(1000)
        os._exit(0)
os.system("(setsid nohup sleep 1000 > /dev/null 2>&1 &)")
"""


def _words(program: str) -> list[str]:
    return [image.system_python(), "-I", "-S", "-c", program]


def _count(ended: Ended, name: str) -> int:
    words = ended.output.split()
    assert name in words, ended
    return int(float(words[words.index(name) + 1]))


@pytest.fixture(params=["own", pytest.param("single", marks=pytest.mark.slow)])
def provider(request: pytest.FixtureRequest) -> Provider:
    found: Provider = request.getfixturevalue("own_user" if request.param == "own" else "plain_user")
    return found


@pytest_asyncio.fixture
async def nothing_left() -> AsyncIterator[None]:
    """The host afterwards as before: its memory, its sessions, its groups, and a neighbour that answers all along."""
    free = _available()
    neighbour = await namespaces.start(Spec(), argv=["/bin/sleep", "1000"])
    yield
    assert Path(f"/proc/{neighbour.init}").exists()
    assert neighbour.pressure().killed == neighbour.pressure().refused == 0
    await neighbour.destroy()
    # Another test run beside this one may have sandboxes of its own, but then it holds their locks.
    with session.exclusively() as folder:
        dead = [each for each in folder.iterdir() if each.is_dir() and not _locked(each / "alive")]
    assert not dead, f"left behind: {dead}"
    assert _available() > free - 512 * MIB


def _locked(path: Path) -> bool:
    try:
        with path.open() as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return not path.parent.exists()
    except OSError:
        return True
    return False


def _available() -> int:
    line = next(line for line in Path("/proc/meminfo").read_text().splitlines() if line.startswith("MemAvailable"))
    return int(line.split()[1]) * 1024


async def test_fork_bomb(provider: Provider, nothing_left: None) -> None:
    began = time.monotonic()
    ended = await provider.run(_words(FORK_BOMB), TIGHT)
    assert time.monotonic() - began < 30
    assert ended.code in (0, 137)


async def test_threads(provider: Provider, nothing_left: None) -> None:
    assert _count(await provider.run(_words(THREADS), TIGHT), "threads") < TIGHT.processes


async def test_memory(provider: Provider, nothing_left: None) -> None:
    assert _count(await provider.run(_words(MEMORY), TIGHT), "hog") in (-9, 3)


async def test_memory_of_many(provider: Provider, nothing_left: None) -> None:
    """Eight processes of 60 MiB each are under the limit of 256 one by one, and over it together."""
    ended = await provider.run(_words(MANY_HOGS), TIGHT)
    assert _count(ended, "killed") >= 2


async def test_disk(provider: Provider, nothing_left: None) -> None:
    ended = await provider.run(_words(DISK.replace("WAIT", "0")), TIGHT)
    assert ended.output.startswith("28 28 28 28 28 "), ended  # ENOSPC in every place there is
    assert _count(ended, "written") <= 64


async def test_files(provider: Provider, nothing_left: None) -> None:
    assert _count(await provider.run(_words(INODES), TIGHT), "files") <= 16384


async def test_open_files(provider: Provider, nothing_left: None) -> None:
    assert _count(await provider.run(_words(DESCRIPTORS), TIGHT), "open") < TIGHT.open_files


@pytest.mark.slow
async def test_output(own_user: Provider, nothing_left: None) -> None:
    """A gigabyte of output: the end of it is kept, and nothing of the rest."""
    ended = await own_user.run(_words(OUTPUT), TIGHT)
    assert ended.output.endswith("the end\n")
    assert len(ended.output) <= 64 * 1024


async def test_daemons_end_with_it(provider: Provider, nothing_left: None) -> None:
    before = _sleepers()
    await provider.run(_words(STAYS), TIGHT)
    assert _sleepers() <= before


def _sleepers() -> set[str]:
    found = set()
    for path in Path("/proc").iterdir():
        try:
            if path.name.isdigit() and path.stat().st_uid >= 0x7000_0000:
                words = (path / "cmdline").read_bytes()
                if words.startswith(b"sleep\x001000") or b"setsid()" in words:
                    found.add(path.name)
        except OSError:
            pass
    return found


@pytest.mark.slow
async def test_busy_loops_leave_time_to_others(own_user: Provider, nothing_left: None) -> None:
    if "cpu" not in cgroups.find_parents()[1] or os.geteuid() != 0:
        pytest.skip("no cpu cgroup is within reach")
    sandbox = await namespaces.start(Spec(limits=TIGHT), argv=_words(BUSY))
    ended = await sandbox.wait()
    assert ended.pressure.throttled > 0
    assert float(ended.output.split()[1]) < 0.6  # eight loops share half a core


# The run says what happened.


async def _started(program: str, limits: Limits = TIGHT) -> HeldSandbox:
    return await namespaces.start(Spec(limits=limits), argv=_words(program))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root is sure of cgroups")
async def test_who_ran_out_of_memory_is_known() -> None:
    if "memory" not in cgroups.find_parents()[1]:
        pytest.skip("no memory cgroup is within reach")
    sandbox = await _started(MEMORY)
    ended = await sandbox.wait()
    assert ended.pressure.killed >= 1
    assert "memory (256 MiB) ran out" in ended.why
    assert sandbox.pressure() == ended.pressure


@pytest.mark.skipif(os.geteuid() != 0, reason="only root is sure of cgroups")
async def test_that_processes_were_refused_is_known() -> None:
    if "pids" not in cgroups.find_parents()[1]:
        pytest.skip("no pids cgroup is within reach")
    ended = await (await _started(THREADS, Limits(processes=20))).wait()
    assert "limit of 20 on processes was reached" in ended.why


async def test_a_full_disk_is_known_while_it_lives() -> None:
    sandbox = await _started(DISK.replace("WAIT", "1000"))
    try:
        for _ in range(500):
            if sandbox.pressure().disk_full:
                break
            await asyncio.sleep(0.02)
        assert sandbox.pressure().disk_limit == TIGHT.disk
        news = News(sandbox.pressure)
        assert news() == ["The desktop's disk (64 MiB) is full: programs cannot save outside the shared folder."]
        assert news() == []  # said once
    finally:
        await sandbox.destroy()


async def test_nothing_is_said_where_nothing_happened() -> None:
    sandbox = await _started("print('well')")
    assert (await sandbox.wait()).why == ""
