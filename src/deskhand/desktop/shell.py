"""One lasting bash, without a terminal, for commands that come one at a time.

How the end of a command is known: bash reads two lines of ours for each command, on a standard input that the command
never sees. The first evaluates the command out of a file, with /dev/null as input and our pipe as output; the second
reports the exit status on a pipe of its own, which is closed while the command runs. So nothing that a command prints
can look like its end, an open quote ends with its file, and a background job that keeps the output open keeps nobody
waiting.

Bash runs as an interactive shell (without a prompt or history), for one reason: a SIGINT then throws away the running
command and keeps the session, and errors that would end a script do not end it. ``exit``, ``exec`` and a failure under
``set -e`` do end it, as at a terminal; the next session starts in the same folder, and the result says so. ``set -e``
and ``set -u`` last for the command that sets them, because in a lasting shell they are a trap for the next one.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import re
import secrets
import shlex
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
from collections.abc import Mapping
from pathlib import Path

from deskhand.desktop.interface import DesktopError, ShellResult
from deskhand.desktop.shell_jobs import Identity, descendants, ignores_interrupt, in_session, of_command, send
from deskhand.desktop.shell_output import Clip

_CHUNK = 1 << 16
_LOWEST_PIPE = 200
"""Our pipes get numbers that no command uses by itself."""
_COMMAND_CHARACTERS = 26_000
_EARLIER_CHARACTERS = 3_000
"""Of what background jobs print between two commands; both and what we say come to no more than 30,000."""
_ROUND = 0.7
"""Seconds between one signal to a command over its limit and the next, stronger one."""
_ROUNDS = 8
_PATIENCE = 4
"""Rounds in which processes that ignore SIGINT are taken for background jobs."""
_ESCALATION = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)

ENVIRONMENT: Mapping[str, str] = {
    "TERM": "dumb",  # no colours, no full-screen programs
    "PAGER": "cat",
    "GIT_PAGER": "cat",
    "MANPAGER": "cat",
    "SYSTEMD_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "DEBIAN_FRONTEND": "noninteractive",
    "PS1": "",
    "PS2": "",
}
"""Programs that would ask or page at a terminal do neither here."""

_SETUP = "set +o history +o histexpand; unset HISTFILE MAILCHECK MAIL TMOUT PROMPT_COMMAND; shopt -u checkwinsize\n"


class Shell:
    """Started by the first command. Commands wait for each other; everything else may happen at any time."""

    def __init__(self, *, home: str | None = None, environment: Mapping[str, str] | None = None) -> None:
        self._home = self._directory = home or str(Path.home())
        self._environment = {**os.environ, **ENVIRONMENT, **(environment or {})}
        self._turn = asyncio.Lock()
        self._session: _Session | None = None
        self._status = 0

    async def run(self, command: str, timeout: float) -> ShellResult:
        """The command's output and exit status; after ``timeout`` seconds it is interrupted, and the session stays."""
        if "\0" in command:
            raise DesktopError("a command cannot hold a NUL character")
        async with self._turn:
            lost = self._session is not None and self._session.ended.is_set()
            session = self._running()
            earlier = session.take(_COMMAND_CHARACTERS)
            session.start(command, self._status)
            try:
                timed_out = not await session.finished(timeout)
                if timed_out:
                    await session.interrupt()
            except asyncio.CancelledError:
                await session.interrupt()
                raise
            notes = ["the old shell had ended since the last command; this is a new session"] if lost else []
            output = session.take(_EARLIER_CHARACTERS)
            self._status = session.status or 0
            exit_code = session.status
            if exit_code is None:
                exit_code = session.exit_code
                notes.append(_ending(exit_code, timed_out))
                self._forget(session)
            else:
                self._directory = session.directory() or self._directory
            text = _joined(earlier, output, notes)
            known = exit_code is not None and exit_code >= 0 and not timed_out
            return ShellResult(text, exit_code if known else None, timed_out, self._directory)

    async def restart(self) -> None:
        """End the session and the command it is running; background jobs go on. The new one starts at home."""
        if self._session is not None:
            self._session.end()
        async with self._turn:
            self._forget(self._session)
            self._status, self._directory = 0, self._home
            self._running()

    async def close(self) -> None:
        """End the session with everything that was started in it."""
        if self._session is not None:
            self._session.end_everything()
        async with self._turn:
            self._forget(self._session)

    def _running(self) -> _Session:
        if self._session is not None and self._session.ended.is_set():
            self._forget(self._session)
        if self._session is None:
            folder = self._directory if Path(self._directory).is_dir() else str(Path.home())
            self._session = _Session(folder, self._environment)
        return self._session

    def _forget(self, session: _Session | None) -> None:
        if session is not None:
            session.close()
            if self._session is session:
                self._session = None


class _Session:
    """One bash process with its pipes."""

    def __init__(self, directory: str, environment: Mapping[str, str]) -> None:
        self.ended = asyncio.Event()
        self.exit_code: int | None = None
        self.status: int | None = None
        """The exit status of the last command; None while it runs, and for ever when the session ended in it."""
        self._reported = asyncio.Event()
        self._clip = Clip(_EARLIER_CHARACTERS)
        self._token = ""
        self._before: frozenset[Identity] = frozenset()
        self._report = b""
        self._folder = tempfile.mkdtemp(prefix="shell-")
        self._output, output_end = _pipe()
        self._control, control_end = _pipe()
        self._ends = (output_end, control_end)
        try:
            self._bash = subprocess.Popen(
                ["bash", "--noprofile", "--norc", "--noediting", "-i"],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # prompts, and what an interactive shell says to nobody
                pass_fds=self._ends,
                start_new_session=True,  # no terminal to ask for a password at
                cwd=directory,
                env=environment,
            )
        except OSError as error:
            for end in (self._output, self._control):
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
        file = Path(self._folder) / "command"
        file.write_bytes(text.encode(errors="replace"))
        output, control = self._ends
        self._write(
            f'builtin eval "$(<{shlex.quote(str(file))})" </dev/null >&{output} 2>&{output} {output}>&- {control}>&-\n'
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

    def end_command(self) -> None:
        for process in of_command(self._bash.pid, self._before):
            if not ignores_interrupt(process.pid):
                send(process.pid, signal.SIGKILL)

    def end(self) -> None:
        """The command that runs, and bash; not the background jobs."""
        self.end_command()
        self._send(signal.SIGKILL)

    def end_everything(self) -> None:
        everything = [*descendants(self._bash.pid), *in_session(self._bash.pid)]
        self._send(signal.SIGKILL)
        for process in everything:
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
        shutil.rmtree(self._folder, ignore_errors=True)
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
    try:
        high = fcntl.fcntl(theirs, fcntl.F_DUPFD_CLOEXEC, _LOWEST_PIPE)
    finally:
        os.close(theirs)
    os.set_blocking(ours, False)
    return ours, high


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


def _ending(exit_code: int | None, timed_out: bool) -> str:
    fresh = "a new session starts in the same folder; variables, functions and options of the old one are gone"
    if timed_out:
        return f"nothing else ended the command, so the shell was ended with it; {fresh}"
    if exit_code is not None and exit_code < 0:
        return f"the shell was ended by {signal.Signals(-exit_code).name}; {fresh}"
    return f"the shell ended{'' if exit_code is None else f' with exit status {exit_code}'}; {fresh}"


def _joined(earlier: str, output: str, notes: list[str]) -> str:
    parts = []
    if earlier:
        parts.append(f"[printed by background jobs since the last command:]\n{_line(earlier)}[this command:]\n")
    parts.append(output)
    if notes:
        parts = ["".join(parts)]
        parts = [_line(parts[0]) if parts[0] else "", f"[{'. '.join(notes)}.]\n"]
    return "".join(parts)


def _line(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"
