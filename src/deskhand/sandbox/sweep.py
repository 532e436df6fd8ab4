"""Removes what dead launchers left: at every start, so that a crash costs nothing until the next one.

Only what is surely ours is touched: folders in our own private sessions folder whose lock nobody holds, the process
named there if it is still the same one (id and time of birth), and cgroups that carry the session's name.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

from deskhand.sandbox import cgroups, lend, session


def sweep(folder: Path) -> list[str]:
    """Clear all dead sessions in ``folder`` (see `session.exclusively`); the ids of those cleared."""
    cleared: list[str] = []
    for each in sorted(folder.iterdir()):
        if each.is_dir() and _is_dead(each):
            clear(each)
            cleared.append(each.name)
    return cleared


def _is_dead(each: Path) -> bool:
    try:
        lock = os.open(each / "alive", os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return True  # made and locked within one hold of the folder's lock: without the file, its maker died at it
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(lock)
    return True


def clear(each: Path) -> None:
    """End and remove what remains of one session whose launcher is dead."""
    state = session.read(each, "launcher.json")
    init, born = state.get("init"), state.get("born")
    if isinstance(init, int) and isinstance(born, str):
        _end(init, born)
    _end_container(state)
    for group in state.get("cgroups", []):
        if isinstance(group, str) and Path(group).name == f"{cgroups.PREFIX}{each.name}":
            cgroups.remove(group)
    loan = state.get("loan")
    if isinstance(loan, dict):
        with contextlib.suppress(OSError):  # the folder may be gone; what is there is its owner's again
            lend.give_back({"path": loan["path"], "owner": tuple(loan["owner"]), "borrower": loan["borrower"]})
    with contextlib.suppress(FileNotFoundError):
        for file in each.iterdir():
            if file.is_dir() and not file.is_symlink():
                shutil.rmtree(file)
            else:
                file.unlink(missing_ok=True)
        each.rmdir()


def _end_container(state: dict[str, Any]) -> None:
    """One whose engine was to end it and did not get to it."""
    words, environment = state.get("container"), state.get("environment")
    if isinstance(words, list) and isinstance(environment, dict):
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(words, env=environment, capture_output=True, check=False, timeout=20)


def _end(process: int, born: str) -> None:
    with contextlib.suppress(OSError):
        handle = os.pidfd_open(process)
        try:
            stat = Path(f"/proc/{process}/stat").read_text()
            if stat.rpartition(")")[2].split()[19] == born:
                signal.pidfd_send_signal(handle, signal.SIGKILL)
                select.select([handle], [], [], 2.0)
        finally:
            os.close(handle)
