"""The command as people start it, a process of its own; and in this process, where only its words count."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

from deskhand.cli import main

DESKHAND = (sys.executable, "-m", "deskhand")
ENVIRONMENT = {**os.environ, "COLUMNS": "100", "TERM": "dumb"}


def deskhand(
    *arguments: str,
    folder: Path | None = None,
    stdin: str = "",
    timeout: float = 60,
    env: Mapping[str, str] = ENVIRONMENT,
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*DESKHAND, *arguments], cwd=folder, input="", capture_output=True, text=True, timeout=timeout, env=dict(env)
    )


def here(
    *arguments: str, folder: Path | None = None, env: Mapping[str, str] = ENVIRONMENT
) -> subprocess.CompletedProcess[str]:
    """The same without an interpreter's start, which is most of what a refusal or a list costs."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(folder or Path.cwd()),
        patch.dict(os.environ, env, clear=True),
        patch("sys.stdin", io.StringIO()),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        status = main(arguments)
    return subprocess.CompletedProcess(arguments, status, out.getvalue(), err.getvalue())


def script(folder: Path, *turns: list[Any]) -> str:
    """A model that plays these turns, as a value of --model."""
    path = folder / f"script-{time.monotonic_ns()}.json"
    path.write_text(json.dumps(turns))
    return f"scripted:{path}"


def computer(action: str, **arguments: Any) -> dict[str, Any]:
    return {"call": "computer", "input": {"action": action, **arguments}}


def bash(command: str) -> dict[str, Any]:
    return {"call": "bash", "input": {"command": command}}


class Running:
    """A command under way with --json: wait for an event, send a signal, read the rest."""

    def __init__(self, *arguments: str, folder: Path) -> None:
        self.process = subprocess.Popen(
            [*DESKHAND, *arguments], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, start_new_session=True,
        )  # fmt: skip
        self.events: list[dict[str, Any]] = []

    def until(self, kind: str, **fields: Any) -> dict[str, Any]:
        """The next event of this kind with these fields."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            event: dict[str, Any] = json.loads(line)
            self.events.append(event)
            if event["event"] == kind and all(event.get(name) == value for name, value in fields.items()):
                return event
        raise AssertionError(f"no {kind} came: {self.events[-3:]} {self.process.stderr and self.process.stderr.read()}")

    def interrupt(self) -> None:
        self.process.send_signal(signal.SIGINT)

    def finish(self, timeout: float = 30) -> tuple[int, str]:
        """Exit status and standard error; the rest of the events are in ``events``."""
        out, err = self.process.communicate(timeout=timeout)
        self.events.extend(json.loads(line) for line in out.splitlines())
        return self.process.returncode, err

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()
