"""A container in Docker's words: the message to its engine that makes one.

Not the command line, because that cannot say which parts of /proc to hide: of 134 attempts, `docker run` with all its
options let two more learn about the machine.
"""

from __future__ import annotations

from typing import Any

from deskhand.sandbox.container.wanted import (
    HOSTNAME,
    MASKED,
    READ_ONLY,
    SYSCTLS,
    USER,
    MemoryFolder,
    Wanted,
)


def body(wanted: Wanted) -> dict[str, Any]:
    """For ``POST /containers/create``."""
    limits = wanted.limits
    host: dict[str, Any] = {
        "AutoRemove": True,
        "NetworkMode": "none",
        "CapDrop": ["ALL"],
        "SecurityOpt": ["no-new-privileges", f"seccomp={wanted.rules.read_text()}"],
        "MaskedPaths": list(MASKED),
        "ReadonlyPaths": list(READ_ONLY),
        "ReadonlyRootfs": True,
        "Tmpfs": {folder.path: _options(folder) for folder in wanted.memory_folders},
        "Binds": wanted.volumes,
        "ShmSize": wanted.shared_memory,
        "IpcMode": "private",
        "CgroupnsMode": "private",
        "Memory": limits.memory,
        "MemorySwap": limits.memory,
        "PidsLimit": limits.processes,
        "Ulimits": [{"Name": name, "Soft": most, "Hard": most} for name, most in wanted.ulimits.items()],
        "OomScoreAdj": 500,
        "Sysctls": SYSCTLS,
        "LogConfig": {"Type": "none"},
    }
    if limits.cpus is not None:
        host["NanoCpus"] = int(limits.cpus * 1e9)
    return {
        "Image": wanted.image,
        "Entrypoint": wanted.argv[:1],
        "Cmd": wanted.argv[1:],
        "Hostname": HOSTNAME,
        "User": f"{USER}:{USER}",
        "WorkingDir": "/",
        "Env": [f"{name}={value}" for name, value in wanted.environment.items()],
        "Labels": wanted.labels,
        "AttachStdout": True,
        "AttachStderr": True,
        "HostConfig": host,
    }


def _options(folder: MemoryFolder) -> str:
    owner = f",uid={USER},gid={USER}" if folder.its_users else ""
    access = "rw,exec" if folder.writable else "ro,noexec"
    return f"{access},nosuid,nodev,size={folder.size},mode={folder.mode}{owner}"
