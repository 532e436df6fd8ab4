"""A container as we want it, whichever engine makes it: `docker` and `podman` say it in their engine's words.

Of the engine's choices none is left to it: no network, no capability, no way to gain one, our list of system calls, a
root that cannot be written, files in memory of a fixed size, an ordinary user, and nothing of what the engine or the
kernel tell about the machine.
"""

from __future__ import annotations

import os
import resource
from dataclasses import dataclass
from pathlib import Path

from deskhand.sandbox import mounts
from deskhand.sandbox.interface import Limits

HOSTNAME = "desktop"
USER = 1000
CALL_FOLDER = "/opt/deskhand/call"
"""Where the folder shows inside that holds the socket for the hand-over, for as long as that takes."""
LABEL = "deskhand.session"
"""Of every container of ours: the id of its session."""
OWNER = "deskhand.owner"
"""Of every container of ours: the user of this machine whose session it is. An engine may serve several."""
SYSCTLS = {"net.ipv4.ip_unprivileged_port_start": "0"}
MASKED = (
    *(f"/proc/{name}" for name in (*mounts.PROC_HIDDEN_FILES, *mounts.PROC_HIDDEN_FOLDERS)),
    "/sys/fs",  # all that is left of /sys where the engine puts its control groups in there
)
READ_ONLY = tuple(f"/proc/{name}" for name in mounts.PROC_READ_ONLY)

# What may be written, with its share of the limit on the disk in sixteenths: one size cannot hold for several folders.
SCRATCH = {"/home/user": 8, "/tmp": 5, "/run/user/1000": 1, "/var/tmp": 1, "/dev/shm": 1}
_MODES = {"/home/user": "755", "/tmp": "1777", "/run/user/1000": "700", "/var/tmp": "1777"}
_ITS_USERS = ("/home/user", "/run/user/1000")
_EMPTY = ("/run", "/sys")
_SMALL = 64 << 10


@dataclass(frozen=True, slots=True)
class MemoryFolder:
    """A folder whose files lie in memory."""

    path: str
    size: int
    mode: str
    its_users: bool = False
    """It belongs to the user inside."""
    writable: bool = True


@dataclass(frozen=True, slots=True)
class Wanted:
    session: str
    image: str
    argv: list[str]
    environment: dict[str, str]
    limits: Limits
    host: Path
    """The folder with what `CALL_FOLDER` shows, and the files that stand in for the engine's own."""
    rules: Path
    """The profile of system calls, as JSON."""
    share: str | None
    """The shared folder on the host."""
    files: tuple[str, ...]
    """Names in ``host`` of files that appear in /etc."""

    @property
    def name(self) -> str:
        return f"deskhand-{self.session}"

    @property
    def labels(self) -> dict[str, str]:
        return {LABEL: self.session, OWNER: str(os.geteuid())}

    @property
    def volumes(self) -> list[str]:
        """Of the host, as SOURCE:TARGET:ro or rw. Podman and Docker read these alike."""
        shown = [f"{self.host / 'call'}:{CALL_FOLDER}:ro"]
        shown += [f"{self.host / name}:/etc/{name}:ro" for name in self.files]
        return shown if self.share is None else [*shown, f"{self.share}:/home/user/Shared:rw"]

    @property
    def memory_folders(self) -> list[MemoryFolder]:
        sizes = {path: self.limits.disk * part // 16 for path, part in SCRATCH.items()}
        empty = [MemoryFolder(path, _SMALL, "755", writable=False) for path in _EMPTY]
        return empty + [MemoryFolder(path, sizes[path], mode, path in _ITS_USERS) for path, mode in _MODES.items()]

    @property
    def shared_memory(self) -> int:
        return self.limits.disk * SCRATCH["/dev/shm"] // 16

    @property
    def ulimits(self) -> dict[str, int]:
        # Engines raise `nproc` by themselves, which not every root may. It counts all processes of a user, with Docker
        # those of other desktops too: the cgroup is what limits. A core file of size 1: at 0 the machine's own handler
        # of core files would still run.
        hard = resource.getrlimit(resource.RLIMIT_NPROC)[1]
        most = max(8192, 2 * self.limits.processes) if hard == resource.RLIM_INFINITY else min(8192, hard)
        return {"nofile": self.limits.open_files, "core": 1, "nproc": most}
