"""Session folders: one per sandbox, with its sockets and what must be known to end it.

They lie at a neutral path (root: /run/deskhand; others: $XDG_RUNTIME_DIR/deskhand or /tmp/deskhand-UID) and can be
entered by their owner only. The lock file of a folder is locked as long as its launcher lives, whichever way it dies:
a folder whose lock is free belongs to nobody and may be cleared.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deskhand.sandbox.interface import CannotConfine


@dataclass(frozen=True, slots=True)
class Session:
    folder: Path
    lock: int
    """The locked lock file; the launcher inherits it."""
    slot: int
    """Which range of ids on the host is the sandbox's own."""

    @property
    def id(self) -> str:
        return self.folder.name


# Above what other software hands out (subordinate ids, systemd-nspawn up to 0x6FFFFFFF), below the last signed id.
_FIRST_ID = 0x7000_0000
_IDS = 65536
_SLOTS = 4094


def kernel_version() -> tuple[int, int]:
    major, minor = os.uname().release.split("-")[0].split(".")[:2]
    return int(major), int(minor)


def first_id(slot: int) -> int:
    return _FIRST_ID + slot * _IDS


def spare_ids() -> int:
    """The first of 65,536 ids that no session ever gets: what snapshots hold belongs to them on disk."""
    return first_id(_SLOTS)


def sessions_folder() -> Path:
    """Where this user's sessions lie; made if missing, refused if another user could have prepared it."""
    uid = os.geteuid()
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if uid == 0:
        folder = Path("/run/deskhand")
    elif runtime and os.access(runtime, os.W_OK) and Path(runtime).stat().st_uid == uid:
        folder = Path(runtime) / "deskhand"
    else:
        folder = Path(f"/tmp/deskhand-{uid}")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise CannotConfine(f"The folder for sessions cannot be made: {folder}: {error.strerror}.") from None
    status = folder.lstat()
    if status.st_uid != uid or status.st_mode & 0o077 or folder.is_symlink():
        raise CannotConfine(
            f"{folder} is not a private folder of this user (owner {status.st_uid}, mode {status.st_mode & 0o777:o}): "
            f"remove it, then try again."
        )
    return folder


@contextlib.contextmanager
def exclusively() -> Iterator[Path]:
    """The sessions folder, with nobody else making or clearing sessions meanwhile."""
    folder = sessions_folder()
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


def create(folder: Path, description: dict[str, Any]) -> Session:
    """A new session in ``folder``. Call within `exclusively`."""
    taken = {_slot(each) for each in folder.iterdir() if each.is_dir()}
    free = secrets.randbelow(_SLOTS)
    while free in taken:
        free = (free + 1) % _SLOTS
    session = folder / secrets.token_hex(6)
    session.mkdir(mode=0o700)
    (session / "session.json").write_text(json.dumps(description | {"slot": free}))
    lock = os.open(session / "alive", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    return Session(session, lock, free)


def find(name: str) -> Path | None:
    """The session that was kept under this name (see `namespaces.start`), or has this id."""
    for each in sessions_folder().iterdir():
        if name and each.is_dir() and name in (each.name, read(each, "session.json").get("keep_as")):
            return each
    return None


def read(session: Path, name: str) -> dict[str, Any]:
    """One of the session's JSON files; empty when it is missing or was cut off by a crash."""
    try:
        data = json.loads((session / name).read_text())
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def describe(session: Path, **fields: Any) -> None:
    """Change what is known about a session, for all who list sessions."""
    new = session / "session.json.new"
    new.write_text(json.dumps(read(session, "session.json") | fields))
    new.rename(session / "session.json")


def _slot(session: Path) -> int:
    slot = read(session, "session.json").get("slot")
    return slot if isinstance(slot, int) else -1
