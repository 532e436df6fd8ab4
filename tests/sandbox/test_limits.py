"""Limits that hold: a program inside that wants everything gets its share and no more."""

from __future__ import annotations

import pytest
from tests.sandbox.conftest import Inside, needs_root

from deskhand.sandbox import cgroups, namespaces
from deskhand.sandbox.interface import Limits, SandboxError, Spec

FORKS = """
import os, time
count = 0
try:
    while count < 200:
        if os.fork() == 0:
            time.sleep(30)
            os._exit(0)
        count += 1
except BlockingIOError:
    pass
print(count)
"""


async def test_processes(inside: Inside) -> None:
    ended = await inside(f"python3 -c '{FORKS}'", Spec(limits=Limits(processes=60)))
    assert 40 <= int(ended.output) < 60


async def test_memory(inside: Inside) -> None:
    spec = Spec(limits=Limits(memory=300 << 20))
    ended = await inside("python3 -c 'b = [bytearray(10 << 20) for _ in range(60)]'; echo ended with $?", spec)
    assert "ended with 137" in ended.output or "MemoryError" in ended.output


@needs_root
async def test_memory_in_files_counts(inside: Inside) -> None:
    if "memory" not in cgroups.find_parents()[1]:
        pytest.skip("no memory cgroup is within reach")
    spec = Spec(limits=Limits(memory=200 << 20, disk=1 << 30))
    ended = await inside("head -c 500M /dev/zero > /tmp/fill & wait $!; echo ended with $?", spec)
    # Killed either alone, or, as the files stay and go on counting, together with the shell that is PID 1.
    assert "ended with 137" in ended.output or ended.code == 137


async def test_open_files(inside: Inside) -> None:
    probe = 'import os\ntry:\n  while True: last = os.open("/", 0)\nexcept OSError as error: print(last, error.errno)'
    ended = await inside(f"python3 -c '{probe}'", Spec(limits=Limits(open_files=256)))
    assert ended.output == "255 24\n"


@needs_root
async def test_processor_time(inside: Inside) -> None:
    if "cpu" not in cgroups.find_parents()[1]:
        pytest.skip("no cpu cgroup is within reach")
    probe = "import time\nend = time.time() + 1\nwhile time.time() < end: pass\nprint(time.process_time())"
    ended = await inside(f"python3 -c '{probe}'", Spec(limits=Limits(cpus=0.25)))
    assert float(ended.output) < 0.45  # of one second: the quota is 0.25, the rest is the granularity of the kernel


@pytest.mark.parametrize("limits", [Limits(memory=1), Limits(processes=0), Limits(disk=-1), Limits(cpus=0.0)])
async def test_limits_nothing_could_live_under_are_refused(limits: Limits) -> None:
    with pytest.raises(SandboxError, match="must be at least"):
        await namespaces.start(Spec(limits=limits), argv=["/bin/true"])


async def test_what_holds_is_said() -> None:
    sandbox = await namespaces.start(Spec(limits=Limits(cpus=1.0)), argv=["/bin/true"])
    await sandbox.destroy()
    assert set(sandbox.limits) == {"memory", "processes", "cpus", "disk", "open_files"}
    for held in sandbox.limits.values():
        assert held.startswith(("cgroup v", "tmpfs", "rlimit", "not held"))


def test_the_own_group_is_found_in_both_versions() -> None:
    first = "4:memory:/agents/a\n3:cpu,cpuacct:/\n2:pids:/\n1:name=systemd:/user\n0::/docker/x/user"
    mounts = (
        "30 25 0:26 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n"
        "31 25 0:27 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct\n"
        "32 25 0:28 /docker/x /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n"
        "33 25 0:29 / /tmp rw - tmpfs tmpfs rw\n"
    )
    assert cgroups.own_groups(first, mounts) == {
        "memory": "/sys/fs/cgroup/memory/agents/a",
        "cpu": "/sys/fs/cgroup/cpu,cpuacct",
        "cpuacct": "/sys/fs/cgroup/cpu,cpuacct",
        "": "/sys/fs/cgroup/unified/user",
    }
    session = "/user.slice/user-1000.slice/user@1000.service/app.slice/term.scope"
    unified = "30 25 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw,nsdelegate\n"
    assert cgroups.own_groups(f"0::{session}", unified) == {"": f"/sys/fs/cgroup{session}"}


def test_only_groups_of_ours_are_removed() -> None:
    with pytest.raises(ValueError, match="not a group of deskhand"):
        cgroups.remove("/sys/fs/cgroup/memory/system.slice")
