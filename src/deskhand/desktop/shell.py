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
import os
import secrets
import signal
from collections.abc import Mapping
from pathlib import Path

from deskhand.desktop.interface import DesktopError, ShellResult
from deskhand.desktop.shell_jobs import marked, send
from deskhand.desktop.shell_session import COMMAND_CHARACTERS, EARLIER_CHARACTERS, Session

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

_MARK = "SHELL_SESSION_ID"
"""What was started from the shell is known by it when the desktop closes, however often it has forked."""


class Shell:
    """Started by the first command. Commands wait for each other; everything else may happen at any time."""

    def __init__(self, *, home: str | None = None, environment: Mapping[str, str] | None = None) -> None:
        self._home = self._directory = home or str(Path.home())
        self._mark = secrets.token_hex(8)
        self._environment = {**(os.environ if environment is None else environment), **ENVIRONMENT, _MARK: self._mark}
        self._turn = asyncio.Lock()
        self._session: Session | None = None
        self._status = 0

    async def run(self, command: str, timeout: float) -> ShellResult:
        """The command's output and exit status; after ``timeout`` seconds it is interrupted, and the session stays."""
        if "\0" in command:
            raise DesktopError("a command cannot hold a NUL character")
        async with self._turn:
            lost = self._session is not None and self._session.ended.is_set()
            session = self._running()
            earlier = session.take(COMMAND_CHARACTERS)
            session.start(command, self._status)
            try:
                timed_out = not await session.finished(timeout)
                if timed_out:
                    await session.interrupt()
            except asyncio.CancelledError:
                await session.interrupt()
                raise
            notes = ["the old shell had ended since the last command; this is a new session"] if lost else []
            output = session.take(EARLIER_CHARACTERS)
            self._status = session.status or 0
            exit_code = session.status
            if exit_code is None:
                exit_code = session.exit_code
                notes.append(_ending(session, timed_out))
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

    def kill(self) -> None:
        """End the command that runs and the session with it, at once and whatever they think of it; not the background
        jobs. A new session starts in the same folder."""
        if self._session is not None and self._turn.locked():
            self._session.end()

    async def close(self) -> None:
        """End the session with everything that was ever started in it, background jobs of earlier sessions too."""
        if self._session is not None:
            self._session.end()
        async with self._turn:
            self._forget(self._session)
            for pid in marked(_MARK, self._mark):
                send(pid, signal.SIGKILL)

    def _running(self) -> Session:
        if self._session is not None and self._session.ended.is_set():
            self._forget(self._session)
        if self._session is None:
            folder = self._directory if Path(self._directory).is_dir() else str(Path.home())
            self._session = Session(folder, self._environment)
        return self._session

    def _forget(self, session: Session | None) -> None:
        if session is not None:
            session.close()
            if self._session is session:
                self._session = None


def _ending(session: Session, timed_out: bool) -> str:
    fresh = "a new session starts in the same folder; variables, functions and options of the old one are gone"
    code = session.exit_code
    if timed_out:
        return f"nothing else ended the command, so the shell was ended with it; {fresh}"
    if session.dismissed:
        return "the shell was restarted while this command ran"
    if code is not None and code < 0:
        return f"the shell was ended by signal {-code}; {fresh}"
    return f"the shell ended{'' if code is None else f' with exit status {code}'}; {fresh}"


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
