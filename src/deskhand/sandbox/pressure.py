"""How hard a sandbox presses against its limits, and what that did: the answer to "why has my program gone?".

A program that the kernel ended for its memory leaves no message inside; the window is just not there any more. The
kernel's counters know. They are read from outside (0.3 ms), so that nothing inside can make them up.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from deskhand.sandbox import cgroups

_FULL = 0.98
"""Share of a disk from which on it is called full: programs fail before the last byte is gone."""


@dataclass(frozen=True, slots=True)
class Pressure:
    """What is used, of how much. None: nobody counts it here."""

    memory: int | None = None
    """Bytes, those of files in the sandbox included."""
    memory_limit: int | None = None
    killed: int = 0
    """How many programs the kernel ended because the memory ran out."""
    processes: int | None = None
    processes_limit: int | None = None
    refused: int = 0
    """How often a new process or thread was refused."""
    throttled: float = 0.0
    """Seconds for which programs had to wait because their share of the processor was used up."""
    disk: int | None = None
    """Bytes of the files that were written (outside the shared folder)."""
    disk_limit: int | None = None
    files: int | None = None
    files_limit: int | None = None

    @property
    def disk_full(self) -> bool:
        return bool(
            (self.disk is not None and self.disk_limit and self.disk >= _FULL * self.disk_limit)
            or (self.files is not None and self.files_limit and self.files >= _FULL * self.files_limit)
        )


def read(state: Mapping[str, object], init: int) -> Pressure:
    """Of the running sandbox whose PID 1 is ``init``; ``state`` is what its launcher tells (`plan.State`)."""
    groups = state.get("cgroups")
    counted = cgroups.counts([group for group in groups if isinstance(group, str)] if isinstance(groups, list) else [])
    killed = state.get("killed")
    if isinstance(killed, int):
        counted["killed"] = counted.get("killed", 0) + killed
    disks = state.get("disks")
    try:
        # A mount point inside cannot be moved or replaced by anybody inside, so this is the sandbox's own file system.
        names = [each for each in disks if isinstance(each, str)] if isinstance(disks, list) else ["tmp"]
        disk = max((os.statvfs(f"/proc/{init}/root/{name}") for name in names), key=_fullness)
    except OSError:
        return of(counted)
    size = disk.f_frsize
    return of(
        counted
        | {"disk": (disk.f_blocks - disk.f_bfree) * size, "disk_limit": disk.f_blocks * size}
        | {"files": disk.f_files - disk.f_ffree, "files_limit": disk.f_files}
    )


def _fullness(disk: os.statvfs_result) -> float:
    return 1 - disk.f_bfree / disk.f_blocks if disk.f_blocks else 0.0


def of(counted: Mapping[str, object]) -> Pressure:
    """From counters by name; what is no number is left out."""
    numbers = {name: value for name, value in counted.items() if isinstance(value, int)}
    return Pressure(
        memory=numbers.get("memory"),
        memory_limit=numbers.get("memory_limit"),
        killed=numbers.get("killed", 0),
        processes=numbers.get("processes"),
        processes_limit=numbers.get("processes_limit"),
        refused=numbers.get("refused", 0),
        throttled=numbers.get("throttled", 0) / 1000,
        disk=numbers.get("disk"),
        disk_limit=numbers.get("disk_limit"),
        files=numbers.get("files"),
        files_limit=numbers.get("files_limit"),
    )


def news(before: Pressure, now: Pressure) -> list[str]:
    """What happened between the two, as sentences for a person and for a model."""
    said: list[str] = []
    if now.killed > before.killed:
        count = now.killed - before.killed
        programs = "a program" if count == 1 else f"{count} programs"
        said.append(f"The desktop's memory{_of(now.memory_limit)} ran out, and the kernel ended {programs} in it.")
    if now.refused > before.refused:
        limit = f" of {now.processes_limit}" if now.processes_limit else ""
        said.append(f"The desktop's limit{limit} on processes was reached, and new ones were refused.")
    if now.disk_full and not before.disk_full:
        bytes_full = now.disk is not None and now.disk_limit and now.disk >= _FULL * now.disk_limit
        what = f"disk{_of(now.disk_limit)}" if bytes_full else f"disk has {now.files_limit} files, and so"
        said.append(f"The desktop's {what} is full: programs cannot save outside the shared folder.")
    return said


class News:
    """What has happened since it was last asked: for whoever accompanies a desktop, such as an agent after each action.

    ``now`` gives the pressure of the desktop as it is: another sandbox may have taken its place.
    """

    def __init__(self, now: Callable[[], Pressure]) -> None:
        self._now = now
        self._told = Pressure()

    def __call__(self) -> list[str]:
        """Sentences; empty when nothing happened. Takes 0.3 ms."""
        before, self._told = self._told, self._now()
        if self._told.killed < before.killed or self._told.refused < before.refused:
            before = Pressure()  # a new sandbox, which counts from 0
        return news(before, self._told)


def _of(limit: int | None) -> str:
    return f" ({limit >> 20} MiB)" if limit is not None and limit < 1 << 50 else ""
