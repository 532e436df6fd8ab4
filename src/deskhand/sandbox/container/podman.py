"""A container in Podman's words: the command line that makes it and stays for as long as it lives."""

from __future__ import annotations

from deskhand.sandbox.container.engine import Engine
from deskhand.sandbox.container.wanted import HOSTNAME, MASKED, SYSCTLS, USER, MemoryFolder, Wanted


def run(engine: Engine, wanted: Wanted, first_id: int) -> list[str]:
    """With ``first_id`` the container has the 65,536 ids from there on, when root starts it."""
    limits = wanted.limits
    words = [*engine.words, "run", "--rm", "--pull=never", "--name", wanted.name, "--hostname", HOSTNAME]
    words += [word for name, value in wanted.labels.items() for word in ("--label", f"{name}={value}")]
    words += ["--log-driver", "none", "--no-healthcheck"]
    words += ["--network", "none", "--cap-drop", "ALL", "--read-only", "--read-only-tmpfs=false"]
    words += ["--security-opt", "no-new-privileges", "--security-opt", f"seccomp={wanted.rules}"]
    words += ["--security-opt", f"mask={':'.join(MASKED)}", "--ipc", "private", "--cgroupns", "private"]
    words += ["--user", f"{USER}:{USER}", "--workdir", "/", "--oom-score-adj", "500", "--image-volume=ignore"]
    words += ["--memory", str(limits.memory), "--memory-swap", str(limits.memory)]
    words += ["--pids-limit", str(limits.processes), "--shm-size", str(wanted.shared_memory)]
    words += [] if limits.cpus is None else ["--cpus", f"{limits.cpus:.2f}"]
    words += [word for name, most in wanted.ulimits.items() for word in ("--ulimit", f"{name}={most}:{most}")]
    words += [word for name, value in SYSCTLS.items() for word in ("--sysctl", f"{name}={value}")]
    words += [word for folder in wanted.memory_folders for word in _memory(folder)]
    words += [word for volume in wanted.volumes for word in ("--volume", volume)]
    words += [word for name, value in wanted.environment.items() for word in ("--env", f"{name}={value}")]
    if engine.rootless:
        words += ["--userns", f"keep-id:uid={USER},gid={USER}"]
    else:
        words += ["--uidmap", f"0:{first_id}:65536", "--gidmap", f"0:{first_id}:65536"]
    return [*words, wanted.image, *wanted.argv]


def _memory(folder: MemoryFolder) -> list[str]:
    if folder.its_users:  # the owner comes from the image
        options = f"tmpfs-size={folder.size},tmpfs-mode={folder.mode},exec,U=true"
        return ["--mount", f"type=tmpfs,destination={folder.path},{options}"]
    access = "rw,exec" if folder.writable else "ro,notmpcopyup"
    return ["--tmpfs", f"{folder.path}:{access},nosuid,nodev,size={folder.size},mode={folder.mode}"]
