"""The shared folder: the one thing of the host that can be written inside.

The user inside must be able to write it, and what it writes must belong, outside, to whom the folder belongs. As a
plain user that is so by itself (the one id inside is the caller's). As root an idmapped mount does it, where the
file system can (ext4, xfs, btrfs, tmpfs …); see `launcher` for where it cannot.
"""

from __future__ import annotations

import os
from pathlib import Path

from deskhand.sandbox.interface import SandboxError
from deskhand.sandbox.plan import SharePlan


def plan(folder: Path) -> SharePlan:
    """The folder as the launcher needs it. `SandboxError` says why it cannot be shared."""
    path = _usable(folder)
    status = Path(path).stat()
    return {"path": path, "owner": (status.st_uid, status.st_gid)}


def _usable(folder: Path) -> str:
    try:
        path = folder.expanduser().resolve(strict=True)
    except OSError as error:
        raise SandboxError(f"The folder to share does not exist: {folder} ({error.strerror}). Make it first.") from None
    if not path.is_dir():
        raise SandboxError(f"Only a folder can be shared, and {path} is none.")
    if path == Path("/"):
        raise SandboxError("The whole file system cannot be shared: choose a folder of its own for the desktop.")
    if not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        raise SandboxError(f"The folder to share cannot be written by this user: {path}. Choose one that can.")
    return str(path)
