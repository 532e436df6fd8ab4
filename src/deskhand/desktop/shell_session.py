"""One bash process with its pipes, and the way a command is handed to it and comes back."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import re
import secrets
import signal
import struct
import subprocess
import termios
from collections.abc import Mapping
from pathlib import Path

from deskhand.desktop.expendable import expendable
from deskhand.desktop.interface import DesktopError
from deskhand.desktop.shell_jobs import Identity, descendants, ignores_interrupt, of_command, send
from deskhand.desktop.shell_output import Clip

_CHUNK = 1 << 16
_LOWEST_HANDLE = 40
"""Our handles get numbers that no command uses by itself, and that a small ``ulimit -n`` still allows."""
COMMAND_CHARACTERS = 26_000
EARLIER_CHARACTERS = 3_000
"""Of what background jobs print between two commands; both and what we say come to no more than 30,000."""
_ROUND = 0.7
"""Seconds between one signal to a command over its limit and the next, stronger one."""
_ROUNDS = 8
_PATIENCE = 4
"""Rounds in which processes that ignore SIGINT are taken for background jobs."""
_ESCALATION = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)

_SETUP = "set +o history +o histexpand; unset HISTFILE MAILCHECK MAIL TMOUT PROMPT_COMMAND; shopt -u checkwinsize\n"


class Session:
    """One bash process with its pipes."""

    def __init__(self, directory: str, environment: Mapping[str, str]) -> None:
        self.ended = asyncio.Event()
        self.exit_code: int | None = None
        self.dismissed = False
        """Whether it was we who ended it."""
        self.status: int | None = None
        """The exit status of the last command; None while it runs, and for ever when the session ended in it."""
        self._reported = asyncio.Event()
        self._clip = Clip(EARLIER_CHARACTERS)
        self._token = ""
        self._before: frozenset[Identity] = frozenset()
        self._report = b""
        # The command goes over in memory: a shell must work on a full disk, if only to empty it.
        self._command = _high(os.memfd_create("command"))
        self._output, output_end = _pipe()
        self._control, control_end = _pipe()
        self._ends = (output_end, control_end)
        try:
            self._bash = subprocess.Popen(
                expendable("bash", "--noprofile", "--norc", "--noediting", "-i"),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # prompts, and what an interactive shell says to nobody
                pass_fds=(*self._ends, self._command),
                start_new_session=True,  # no terminal to ask for a password at
                cwd=directory,
                env=environment,
            )
        except OSError as error:
            for end in (self._output, self._control, self._command):
                os.close(end)
            raise DesktopError(f"no shell can be started: {error.strerror}") from None
        finally:
            for end in self._ends:
                os.close(end)
        loop = asyncio.get_running_loop()
        loop.add_reader(self._output, self._read_output)
        loop.add_reader(self._control, self._read_control)
        self._watch = loop.create_task(self._wait_for_end())
        self._write(_SETUP)

    def start(self, command: str, last_status: int) -> None:
        """Hand the command over; `finished` tells when it is done."""
        self.status = None
        self._reported.clear()
        self._before = frozenset(process.identity for process in descendants(self._bash.pid))
        self._token = secrets.token_hex(8)
        # $? is what the command before left, as in any shell, although our second line came in between.
        text = f"(exit {last_status});{command}" if last_status else command
        os.ftruncate(self._command, 0)
        os.pwrite(self._command, text.encode(errors="replace"), 0)
        output, control = self._ends
        closed = f"{output}>&- {control}>&- {self._command}>&-"
        self._write(
            f'builtin eval "$(</dev/fd/{self._command})" </dev/null >&{output} 2>&{output} {closed}\n'
            f"builtin printf '%s %s\\n' {self._token} $? >&{control}; set +eu\n"
        )

    async def finished(self, timeout: float) -> bool:
        """Wait until the command is done or the session has ended; False when ``timeout`` seconds pass first."""
        done = [asyncio.ensure_future(event.wait()) for event in (self._reported, self.ended)]
        try:
            await asyncio.wait(done, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for waiter in done:
                waiter.cancel()
        if self.ended.is_set():
            self._read_control()  # a last word may still be in the pipe
        return self._reported.is_set() or self.ended.is_set()

    async def interrupt(self) -> None:
        """End the running command, gently first; the session itself when nothing else helps."""
        stages: dict[Identity, int] = {}
        for number in range(_ROUNDS):
            # Bash first: for a SIGINT it drops the rest of the command, if its child then ends by one as well.
            self._send(signal.SIGINT)
            for process in of_command(self._bash.pid, self._before):
                # What ignores SIGINT was started with & and stays, unless bash turns out to be waiting for it.
                if number < _PATIENCE and ignores_interrupt(process.pid):
                    continue
                stage = stages.get(process.identity, 0)
                send(process.pid, _ESCALATION[min(stage, len(_ESCALATION) - 1)])
                stages[process.identity] = stage + 1
            if await self.finished(_ROUND):
                return
        self.end()
        await self.finished(_ROUND * 4)

    def take(self, limit: int) -> str:
        """What has been printed since the last time; what comes now is kept up to ``limit`` characters.

        What is in the pipe at this moment is part of it, and no more is waited for: a background job may print for
        ever.
        """
        waiting = _waiting(self._output)
        while waiting > 0 and (size := self._receive(min(waiting, _CHUNK))):
            waiting -= size
        clip, self._clip = self._clip, Clip(limit)
        # Bash tells us about the terminal that it has not got.
        return re.sub(rf"bash: \[{self._bash.pid}: \d+ \(\d+\)\] tcsetattr: [^\n]*\n", "", clip.text())

    def directory(self) -> str:
        with contextlib.suppress(OSError):
            return str(Path(f"/proc/{self._bash.pid}/cwd").readlink())
        return ""

    def end(self) -> None:
        """The command that runs, and bash; not the background jobs."""
        command = [one for one in of_command(self._bash.pid, self._before) if not ignores_interrupt(one.pid)]
        self.dismissed = True
        self._send(signal.SIGKILL)  # bash first, or it goes on to the command's next part
        for process in command:
            send(process.pid, signal.SIGKILL)

    def close(self) -> None:
        """Give everything back; the session ends if it has not."""
        self._send(signal.SIGKILL)
        self._watch.cancel()
        loop = asyncio.get_running_loop()
        for end in (self._output, self._control):
            loop.remove_reader(end)
            os.close(end)
        assert self._bash.stdin is not None
        with contextlib.suppress(OSError):
            self._bash.stdin.close()
        os.close(self._command)
        self._reap(block=True)
        self.ended.set()

    def _send(self, number: signal.Signals) -> None:
        if not self.ended.is_set():  # afterwards the number may be another process's
            send(self._bash.pid, number)

    def _write(self, lines: str) -> None:
        assert self._bash.stdin is not None
        with contextlib.suppress(OSError):  # a session that has ended is found out by its end
            self._bash.stdin.write(lines.encode())
            self._bash.stdin.flush()

    def _read_output(self) -> None:
        self._receive(_CHUNK)

    def _receive(self, most: int) -> int:
        data = _read(self._output, most)
        if data == b"":
            asyncio.get_running_loop().remove_reader(self._output)
        self._clip.feed(data or b"")
        return len(data or b"")

    def _read_control(self) -> None:
        data = _read(self._control, _CHUNK)
        if data == b"":
            asyncio.get_running_loop().remove_reader(self._control)
        *lines, self._report = (self._report + (data or b"")).split(b"\n")
        self._report = self._report[-100:]
        for line in lines:
            token, _, status = line.partition(b" ")
            if token.decode(errors="replace") == self._token and status.isdigit():
                self.status = int(status)
                self._reported.set()

    async def _wait_for_end(self) -> None:
        """The end of bash itself: its pipes may be held open by what it started."""
        try:
            handle = os.pidfd_open(self._bash.pid)
        except OSError:  # a kernel or a filter without it
            while not self._reap():  # noqa: ASYNC110 - nothing would set an event
                await asyncio.sleep(0.05)
        else:
            over, loop = asyncio.Event(), asyncio.get_running_loop()
            loop.add_reader(handle, over.set)
            try:
                await over.wait()
            finally:
                loop.remove_reader(handle)
                os.close(handle)
            self._reap()
        self.ended.set()

    def _reap(self, *, block: bool = False) -> bool:
        """Take bash's exit status if it has ended. Whoever reaps everything (a PID 1) may have been faster."""
        if self._bash.returncode is not None:
            return True
        try:
            pid, status = os.waitpid(self._bash.pid, 0 if block else os.WNOHANG)
        except ChildProcessError:
            self._bash.returncode = 0
            return True
        if pid == 0:
            return False
        self.exit_code = self._bash.returncode = os.waitstatus_to_exitcode(status)
        return True


def _pipe() -> tuple[int, int]:
    """A pipe: our end, which does not block, and bash's end, with a high number."""
    ours, theirs = os.pipe()
    os.set_blocking(ours, False)
    return ours, _high(theirs)


def _high(handle: int) -> int:
    """The same thing under a number out of the way."""
    try:
        return fcntl.fcntl(handle, fcntl.F_DUPFD_CLOEXEC, _LOWEST_HANDLE)
    finally:
        os.close(handle)


def _read(end: int, most: int) -> bytes | None:
    """What is there; None when there is nothing yet, nothing at all (``b""``) at the end."""
    try:
        return os.read(end, most)
    except BlockingIOError:
        return None


def _waiting(end: int) -> int:
    """Bytes in a pipe."""
    (count,) = struct.unpack("i", fcntl.ioctl(end, termios.FIONREAD, b"\0" * 4))
    return int(count)
