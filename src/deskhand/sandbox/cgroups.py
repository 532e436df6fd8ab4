"""Limits on memory, processes and processor time by cgroups, version 1 or 2, wherever this machine lets us.

The group is made below the caller's own: that is where delegation gives a plain user rights, and where the limits a
container was itself given still hold. Where no group can be made, the reason is reported, never passed over.
"""

# The launcher runs this, and does without `pathlib`: 4 ms at every start.
# ruff: noqa: PTH103, PTH106, PTH110, PTH118, PTH119, PTH120

from __future__ import annotations

import contextlib
import os
import signal
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from deskhand.sandbox.plan import LimitPlan

PREFIX = "deskhand-"
_PERIOD = 100_000  # microseconds
_IN_THE_MAKING = 60.0  # seconds; from a group's making to its first process it takes 0.02

# limit -> controller
_CONTROLLERS = {"memory": "memory", "processes": "pids", "cpus": "cpu"}


def settings(limits: LimitPlan, version: int) -> dict[str, list[tuple[str, str, bool]]]:
    """Per limit: (file, value, whether it must succeed), for the limits that are wanted."""
    memory, processes = str(limits["memory"]), str(limits["processes"])
    wanted: dict[str, list[tuple[str, str, bool]]] = {}
    if version == 2:
        # No swap: it would only make the end slower.
        wanted["memory"] = [("memory.max", memory, True), ("memory.swap.max", "0", False)]
        wanted["processes"] = [("pids.max", processes, True)]
    else:
        wanted["memory"] = [
            ("memory.limit_in_bytes", memory, True),
            ("memory.memsw.limit_in_bytes", memory, False),
        ]
        wanted["processes"] = [("pids.max", processes, True)]
    if limits["cpus"] is not None:
        quota = int(limits["cpus"] * _PERIOD)
        if version == 2:
            wanted["cpus"] = [("cpu.max", f"{quota} {_PERIOD}", True)]
        else:
            wanted["cpus"] = [
                ("cpu.cfs_period_us", str(_PERIOD), True),
                ("cpu.cfs_quota_us", str(quota), True),
            ]
    return wanted


def own_groups(memberships: str, mountinfo: str) -> dict[str, str]:
    """Controller to the folder of the caller's own group; "" is the unified (version 2) tree.

    ``memberships`` is /proc/self/cgroup, ``mountinfo`` /proc/self/mountinfo.
    """
    mounted: dict[str, tuple[str, str]] = {}
    for line in mountinfo.splitlines():
        left, _, right = line.partition(" - ")
        fields, (kind, _source, options) = left.split(), right.split(maxsplit=2)
        if kind == "cgroup2":
            mounted.setdefault("", (fields[4], fields[3]))
        elif kind == "cgroup":
            for option in options.split(","):
                mounted.setdefault(option, (fields[4], fields[3]))
    groups: dict[str, str] = {}
    for line in memberships.splitlines():
        _number, controllers, path = line.split(":", 2)
        for controller in controllers.split(","):
            if controller in mounted:
                folder, root = mounted[controller]
                below = os.path.relpath(path, root) if path.startswith(root) else path.lstrip("/")
                groups[controller] = os.path.normpath(os.path.join(folder, below))
    return groups


def find_parents() -> tuple[int, dict[str, str]]:
    """The version in use, and per controller the folder in which a group of ours would be made."""
    with open("/proc/self/cgroup") as file:
        memberships = file.read()
    with open("/proc/self/mountinfo") as file:
        own = own_groups(memberships, file.read())
    unified = own.get("")
    if unified is not None and "memory" not in own and "pids" not in own:
        parent = _unified_parent(unified)
        return 2, dict.fromkeys(_CONTROLLERS.values(), parent) if parent else {}
    return 1, {controller: own[controller] for controller in _CONTROLLERS.values() if controller in own}


def _unified_parent(own: str) -> str | None:
    """The nearest group at or above ``own`` that can hand controllers to a child.

    A group with processes in it cannot (the kernel's "no internal processes" rule), so the caller's own seldom can;
    in a delegated session the slice above it can.
    """
    group = own
    while os.path.exists(f"{group}/cgroup.controllers"):
        if os.access(group, os.W_OK) and os.access(f"{group}/cgroup.procs", os.W_OK):
            for controller in _CONTROLLERS.values():
                with contextlib.suppress(OSError):
                    _write(f"{group}/cgroup.subtree_control", f"+{controller}")
            with open(f"{group}/cgroup.subtree_control") as file:
                enabled = file.read().split()
            if "memory" in enabled or "pids" in enabled:
                return group
        group = os.path.dirname(group)
    return None


class Groups:
    """The groups of one sandbox."""

    def __init__(self, identifier: str, limits: LimitPlan) -> None:
        self._limits = limits
        self.version, parents = find_parents()
        self._parents = parents
        self._folders = {controller: f"{parent}/{PREFIX}{identifier}" for controller, parent in parents.items()}
        self.held: dict[str, str] = {}
        """Per limit: what enforces it, or why nothing does."""

    @property
    def folders(self) -> list[str]:
        return list(dict.fromkeys(self._folders.values()))

    def create(self) -> None:
        for limit, files in settings(self._limits, self.version).items():
            folder = self._folders.get(_CONTROLLERS[limit])
            if folder is None:
                self.held[limit] = f"not held: no cgroup controller '{_CONTROLLERS[limit]}' is within reach"
                continue
            try:
                os.makedirs(folder, exist_ok=True)
                for name, value, needed in files:
                    try:
                        _write(f"{folder}/{name}", value)
                    except OSError:
                        if needed:
                            raise
                self.held[limit] = f"cgroup v{self.version}"
            except OSError as error:
                self.held[limit] = f"not held: {error.strerror} at {folder}"

    def join(self, process: int) -> None:
        for limit, held in self.held.items():
            folder = self._folders.get(_CONTROLLERS[limit])
            if folder is not None and held.startswith("cgroup"):
                try:
                    _write(f"{folder}/cgroup.procs", str(process))
                except OSError as error:
                    self.held[limit] = f"not held: {error.strerror} at {folder}/cgroup.procs"

    def remove(self) -> None:
        for folder in self.folders:
            remove(folder)


# What is told of a group, and where: (name, file, the word before the number or "", per how much).
_COUNTS = (
    ("memory", "memory.current", "", 1),
    ("memory", "memory.usage_in_bytes", "", 1),
    ("memory_limit", "memory.max", "", 1),
    ("memory_limit", "memory.limit_in_bytes", "", 1),
    ("killed", "memory.events", "oom_kill", 1),
    ("killed", "memory.oom_control", "oom_kill", 1),
    ("processes", "pids.current", "", 1),
    ("processes_limit", "pids.max", "", 1),
    ("refused", "pids.events", "max", 1),
    ("throttled", "cpu.stat", "throttled_usec", 1000),
    ("throttled", "cpu.stat", "throttled_time", 1000_000),
)


def counts(folders: list[str]) -> dict[str, int]:
    """What the groups have used, and how often they had to be held back; ``throttled`` in milliseconds.

    What no group counts is missing.
    """
    found: dict[str, int] = {}
    for folder in folders:
        for name, file, word, divisor in _COUNTS:
            try:
                with open(f"{folder}/{file}") as lines:
                    for line in lines:
                        fields = line.split()
                        if fields[-1].isdigit() and (fields[0] == word if word else len(fields) == 1):
                            found[name] = int(fields[-1]) // divisor
            except OSError:
                pass  # the other version's name, another controller's group, or gone
    return found


def remove(folder: str) -> None:
    """Remove a group of ours, ending what is still in it; waits up to a second for the kernel to let go."""
    if not os.path.basename(folder).startswith(PREFIX):
        raise ValueError(f"{folder} is not a group of deskhand")
    for attempt in range(100):
        try:
            os.rmdir(folder)
            return
        except FileNotFoundError:
            return
        except OSError:
            with contextlib.suppress(OSError), open(f"{folder}/cgroup.procs") as file:
                for line in file:
                    with contextlib.suppress(OSError):
                        os.kill(int(line), signal.SIGKILL)
            time.sleep(0.001 if attempt < 50 else 0.02)


def remove_empty() -> list[str]:
    """Remove groups of ours in which nothing runs, and which are too old to be somebody's in the making."""
    removed = []
    for parent in sorted(set(find_parents()[1].values())):
        with os.scandir(parent) as entries:
            old = [each.name for each in entries if each.name.startswith(PREFIX) and _age(each) > _IN_THE_MAKING]
        for name in old:
            with contextlib.suppress(OSError):  # in use: the kernel refuses
                os.rmdir(os.path.join(parent, name))
                removed.append(name)
    return removed


def _age(entry: os.DirEntry[str]) -> float:
    try:
        return time.time() - entry.stat().st_mtime
    except OSError:
        return 0.0


def _write(path: str, value: str) -> None:
    descriptor = os.open(path, os.O_WRONLY)  # never O_CREAT: outside a cgroup tree this must fail
    try:
        os.write(descriptor, value.encode())
    finally:
        os.close(descriptor)
