"""The heads of audit trails, kept outside the runs' folders: without them, a trail could be cut at its end unseen.

One small file per trail under ``$XDG_STATE_HOME/deskhand/audit``, named for run and trail, with a line of 75 bytes for
each record: so also a trail that was written anew from some record on, with every hash right, shows where.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from deskhand.folders import state_folder

_LINE = re.compile(rb"(\d{1,9}) ([0-9a-f]{64})")
_ODD = re.compile(r"[^A-Za-z0-9_-]")


def folder() -> Path:
    return state_folder() / "audit"


class Anchor:
    """Appends the heads of one trail. What cannot be written there is not: a run must not fail for a full home."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def open(cls, run: str, trail: str) -> Anchor | None:
        path = folder() / _name(run, trail)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return cls(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600))
        except OSError:
            return None

    def note(self, seq: int, value: str) -> None:
        try:
            os.write(self._descriptor, f"{seq} {value}\n".encode())
        except OSError:
            pass

    def close(self) -> None:
        os.close(self._descriptor)


def heads(run: str, trail: str) -> Mapping[int, str] | None:
    """What was noted of this trail: sequence number → hash; None when nothing was on this machine."""
    try:
        data = (folder() / _name(run, trail)).read_bytes()
    except OSError:
        return None
    return {int(number): value.decode() for number, value in _LINE.findall(data)}


def others(run: str, trail: str) -> tuple[str, ...]:
    """The names of other trails that were kept here under the same run's name."""
    start = f"{_ODD.sub('_', run)[:100]}."
    try:
        names = [path.name for path in folder().iterdir()]
    except OSError:
        return ()
    return tuple(sorted(name for name in names if name.startswith(start) and name != _name(run, trail)))


def _name(run: str, trail: str) -> str:
    return f"{_ODD.sub('_', run)[:100]}.{_ODD.sub('_', trail)[:64]}"
