"""Which processes a shell's running command consists of, told from its background jobs by what /proc shows.

A shell without a terminal has one process group for everything, so a signal to the group would end the editor that was
started an hour ago together with the command that hangs now.
"""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Identity: TypeAlias = tuple[int, int]
"""Process id and start time: the id alone is used again."""


@dataclass(frozen=True, slots=True)
class Process:
    identity: Identity
    parent: int

    @property
    def pid(self) -> int:
        return self.identity[0]


def processes() -> dict[int, Process]:
    """Every process that can be seen, zombies left out."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and (process := _read(int(entry.name))) is not None:
            found[process.pid] = process
    return found


def descendants(shell: int) -> list[Process]:
    """What was started by the shell and has not left it by a second fork."""
    everything = processes()
    return [process for process in everything.values() if _is_below(process, shell, everything, frozenset())]


def of_command(shell: int, before: frozenset[Identity]) -> list[Process]:
    """The descendants that the running command brought, those of older background jobs (``before``) left out."""
    everything = processes()
    return [process for process in everything.values() if _is_below(process, shell, everything, before)]


def marked(variable: str, value: str) -> list[int]:
    """Process ids of all that were started with this environment variable, whoever their parent is by now."""
    wanted = f"{variable}={value}".encode()
    found = []
    for pid in processes():
        try:
            if wanted in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0"):
                found.append(pid)
        except OSError:  # gone, or not ours
            continue
    return found


def ignores_interrupt(pid: int) -> bool:
    """Whether SIGINT does nothing to it, which is how a shell without job control starts what stands before ``&``."""
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("SigIgn:"):
                return bool(int(line.split()[1], 16) & (1 << (signal.SIGINT - 1)))
    except (OSError, ValueError, IndexError):
        pass
    return False


def send(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except (ProcessLookupError, PermissionError):
        pass  # gone already, or someone else's by now


def _is_below(process: Process, shell: int, everything: dict[int, Process], without: frozenset[Identity]) -> bool:
    for _ in range(256):  # parents change while we look: never go round for ever
        if process.identity in without:
            return False
        if process.parent == shell:
            return True
        above = everything.get(process.parent)
        if above is None:
            return False
        process = above
    return False


def _read(pid: int) -> Process | None:
    try:
        # The name in brackets may hold anything, brackets too.
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
        if fields[0] in (b"Z", b"X"):
            return None
        return Process((pid, int(fields[19])), int(fields[1]))
    except (OSError, ValueError, IndexError):
        return None
