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


class Foreground:
    """Asks one desktop, and remembers what does not change: of a process that was seen only its end is news."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._known: dict[int, Process] = {}

    async def running(self, program: str) -> tuple[str, ...]:
        """The command lines of what reads the keys in the terminals of ``program``; none where that is a waiting shell.

        Several where several windows of that terminal have something running: which window is whose cannot be seen.
        """
        try:
            await self._look()
            found = [line for reader in readers(self._known, program) if (line := await self._command(reader))]
            return tuple(dict.fromkeys(found))
        except DesktopGone:
            raise
        except DesktopError:
            return ()

    async def _look(self) -> None:
        there: set[int] = set()
        for info in await self._desktop.list_files("/proc"):
            name = info.path.rsplit("/", 1)[-1]
            if name.isdigit() and len(there) < MOST:
                there.add(int(name))
        self._known = {number: process for number, process in self._known.items() if number in there}
        for number in there - self._known.keys():
            await self._read(number)
        leaders = [p for p in self._known.values() if p.terminal and p.number == p.session]
        for leader in leaders:  # who reads in a terminal changes with every command
            await self._read(leader.number)
        for leader in leaders:
            reader = self._known.get(leader.number, leader).reader
            own = [p for p in self._known.values() if p.terminal == leader.terminal]
            if reader > 0 and not any(p.group == reader for p in own):
                for process in own:  # one was seen before it had a group of its own
                    await self._read(process.number)

    async def _read(self, number: int) -> None:
        try:
            stat = (await self._desktop.read_file(f"/proc/{number}/stat")).decode("utf-8", "replace")
        except DesktopGone:
            raise
        except DesktopError:
            self._known.pop(number, None)  # it has ended meanwhile
            return
        if (process := parsed(stat)) is not None:
            self._known[number] = process

    async def _command(self, number: int) -> str:
        try:
            words = (await self._desktop.read_file(f"/proc/{number}/cmdline")).decode("utf-8", "replace").split("\0")
        except DesktopGone:
            raise
        except DesktopError:
            return ""
        return shlex.join(word for word in words if word)[:400]


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
