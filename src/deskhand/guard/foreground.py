"""Which program has a terminal: the shell at its prompt, or one that the shell has started and that reads the keys now.

What is typed into a terminal was always read as a command, so an ``n`` to ‘overwrite?’ was asked about, a password at a
prompt was not, and ``:w`` in vim was a program nobody knew. The kernel knows who reads: 3 ms for three dozen processes.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass

from deskhand.desktop.interface import Desktop, DesktopError, DesktopGone

MOST = 400
"""Processes that are looked at; a desktop has a few dozen."""
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Process:
    """What ``/proc/PID/stat`` says of one."""

    number: int
    name: str
    parent: int
    group: int
    session: int
    terminal: int
    """The device; 0 for none."""
    reader: int
    """The process group that gets what is typed into this terminal."""


async def running(desktop: Desktop, program: str) -> tuple[str, ...]:
    """The command lines of what reads the keys in the terminals of ``program``; none where that is a waiting shell.

    Several where several windows of that terminal have something running: which window is whose cannot be seen.
    """
    try:
        known = await _processes(desktop)
        found: list[str] = []
        for reader in readers(known, program):
            line = await _command(desktop, reader)
            if line:
                found.append(line)
        return tuple(dict.fromkeys(found))
    except DesktopGone:
        raise
    except DesktopError:
        return ()


def readers(known: Mapping[int, Process], program: str) -> list[int]:
    """The processes that have the keyboard in a terminal of ``program``, without shells that wait at their prompt."""
    found: list[int] = []
    for process in known.values():
        if not process.terminal or process.number != process.session or not _started_by(process, program, known):
            continue
        if process.reader in (process.group, -1) and not _is_program(process, known):
            continue
        group = [p for p in known.values() if p.terminal == process.terminal and p.group == process.reader]
        # Of a pipeline the last one reads the keys (`git log` starts `less`), and the youngest is the last.
        found += [max(group, key=lambda p: p.number).number] if group else []
    return found


def _is_program(process: Process, known: Mapping[int, Process]) -> bool:
    """Whether the terminal was started with a program in the shell's place (``xterm -e vim``)."""
    return process.name.lstrip("-") not in SHELLS


SHELLS = frozenset({"sh", "bash", "dash", "zsh", "ksh", "ash", "fish", "rbash", "tcsh", "csh", "mksh", "nu", "pwsh"})


def _started_by(process: Process, program: str, known: Mapping[int, Process]) -> bool:
    wanted = program.lower()
    for _ in range(_DEEPEST):
        parent = known.get(process.parent)
        if parent is None:
            return False
        name = parent.name.lower().rstrip("-")  # the kernel keeps 15 letters: gnome-terminal-
        if name and (name in wanted or wanted in name or name.replace("-server", "") in wanted):
            return True
        process = parent
    return False


async def _processes(desktop: Desktop) -> dict[int, Process]:
    found: dict[int, Process] = {}
    for info in (await desktop.list_files("/proc"))[: 3 * MOST]:
        name = info.path.rsplit("/", 1)[-1]
        if not name.isdigit() or len(found) >= MOST:
            continue
        try:
            process = parsed((await desktop.read_file(f"/proc/{name}/stat")).decode("utf-8", "replace"))
        except DesktopGone:
            raise
        except DesktopError:
            continue  # it has ended meanwhile
        if process is not None:
            found[process.number] = process
    return found


def parsed(stat: str) -> Process | None:
    """A line of ``/proc/PID/stat``; the name in it may hold spaces and brackets. None where it is none."""
    number, _, rest = stat.partition(" (")
    name, bracket, values = rest.rpartition(") ")
    fields = values.split()
    if not bracket or len(fields) < 6:
        return None
    try:
        return Process(int(number), name, *(int(field) for field in fields[1:6]))
    except ValueError:
        return None


async def _command(desktop: Desktop, number: int) -> str:
    try:
        words = (await desktop.read_file(f"/proc/{number}/cmdline")).decode("utf-8", "replace").split("\0")
    except DesktopGone:
        raise
    except DesktopError:
        return ""
    return shlex.join(word for word in words if word)[:400]
