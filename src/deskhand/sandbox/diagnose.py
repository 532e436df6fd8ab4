"""From a failed system call to a sentence: what this machine refuses, and what to do about it.

The kernel answers EPERM to a dozen different prohibitions. Which one it was can be read from the step that failed
and from a few files under /proc; without that, people are left with "Operation not permitted" (the most common
question about every namespace sandbox on Ubuntu 24.04, which confines what plain users do in user namespaces).
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deskhand.sandbox.interface import CannotConfine, SandboxError


@dataclass(frozen=True, slots=True)
class Diagnosis:
    reason: str
    fix: str
    command: tuple[str, ...] = ()
    """The fix as a command, to be run as root; empty where there is no single one."""

    def error(self) -> CannotConfine:
        return CannotConfine(f"{self.reason} {self.fix}")


def _set_kernel_parameter(name: str, value: int) -> tuple[str, ...]:
    """Now, and after the next boot."""
    keep = f"echo {name}={value} > /etc/sysctl.d/60-deskhand-{name.replace('.', '-')}.conf"
    return ("sh", "-c", f"sysctl -w {name}={value} && {keep}")


def _spoken(command: tuple[str, ...]) -> str:
    return f"sudo sh -c '{command[-1]}'"


def parameter(path: str) -> int | None:
    """A number under /proc/sys; None where this kernel has no such parameter."""
    try:
        return int(Path("/proc/sys", path).read_text())
    except (OSError, ValueError):
        return None


def user_namespaces() -> Diagnosis | None:
    """What forbids this user to make user namespaces, as far as the kernel's parameters tell."""
    if parameter("user/max_user_namespaces") == 0:
        command = _set_kernel_parameter("user.max_user_namespaces", 15000)
        return Diagnosis(
            "User namespaces are switched off on this machine.", f"Allow them: {_spoken(command)}", command
        )
    if os.geteuid() != 0 and parameter("kernel/unprivileged_userns_clone") == 0:
        command = _set_kernel_parameter("kernel.unprivileged_userns_clone", 1)
        reason = "This machine lets only root make user namespaces."
        return Diagnosis(reason, f"Allow them to all: {_spoken(command)}; or run deskhand as root.", command)
    return None


def apparmor() -> Diagnosis | None:
    """Ubuntu 23.10 and later: a plain user's namespace comes without the rights to build anything in it."""
    if os.geteuid() == 0 or parameter("kernel/apparmor_restrict_unprivileged_userns") != 1:
        return None
    command = _set_kernel_parameter("kernel.apparmor_restrict_unprivileged_userns", 0)
    reason = "AppArmor restricts user namespaces of plain users on this machine (the default since Ubuntu 23.10)."
    return Diagnosis(reason, f"Lift the restriction: {_spoken(command)}; or run deskhand as root.", command)


SERVERS = {
    "xvnc": ("Xvnc", "tigervnc-standalone-server", "the screen, and the live view of it"),
    "xvfb": ("Xvfb", "xvfb", "a screen without a view"),
}


def missing_server(display: str) -> Diagnosis | None:
    """The X server must be in the host's /usr: nothing else of the host exists inside."""
    program, package, purpose = SERVERS[display]
    if os.access(f"/usr/bin/{program}", os.X_OK):
        return None
    command = ("apt-get", "install", "-y", package)
    reason = f"{program} ({purpose}) is not installed in /usr/bin."
    return Diagnosis(reason, f"Install it: sudo {' '.join(command)}", command)


def container() -> str | None:
    """Which kind of container we are in ourselves, if any."""
    if Path("/run/.containerenv").exists():
        return "Podman"
    if Path("/.dockerenv").exists():
        return "Docker"
    return None


_CONTAINER_FIX = (
    "Start the container with --security-opt seccomp=unconfined --security-opt apparmor=unconfined "
    "--security-opt systempaths=unconfined, or run deskhand on the machine itself."
)


def explain(step: str, number: int, text: str) -> Diagnosis:
    """Why ``step`` of the launcher failed with ``number``, and the remedy."""
    where = f"{step}: {text}"
    denied = number in (errno.EPERM, errno.EACCES)
    if step in ("making the namespaces", "mapping the ids") and (denied or number in (errno.ENOSPC, errno.EUSERS)):
        known = user_namespaces() or apparmor()
        if known is not None:
            return known
        if number == errno.ENOSPC:
            fix = "Close other sandboxes and browsers, or raise /proc/sys/user/max_*_namespaces."
            return Diagnosis("The limit on namespaces is reached.", fix)
    if number == errno.EINVAL and step == "making the namespaces":
        return Diagnosis(f"This kernel lacks a kind of namespace ({where}).", "Use Linux 5.12 or later.")
    if denied and (known := apparmor()) is not None:
        return known
    if denied and (kind := container()) is not None:
        return Diagnosis(
            f"This runs inside a {kind} container, which forbids building walls ({where}).", _CONTAINER_FIX
        )
    if "mount overlay" in text and number == errno.ENODEV:
        command = ("modprobe", "overlay")
        return Diagnosis("This kernel has no overlay file system loaded.", "Load it: sudo modprobe overlay", command)
    if number == errno.ENOSYS or ("mount overlay" in text and number in (errno.EPERM, errno.EINVAL)):
        reason = f"This kernel ({os.uname().release}) cannot build the file tree ({where})."
        return Diagnosis(reason, "Use Linux 5.12 or later.")
    if "mount proc" in text:
        reason = "Parts of /proc are hidden from this process, and the kernel then gives no sandbox a /proc of its own."
        return Diagnosis(reason, "Run deskhand outside of the container or service that hides them.")
    if step == "mounting the snapshot":
        reason = f"The snapshot cannot be mounted ({text})."
        return Diagnosis(reason, "Keep the cache folder on ext4, XFS or Btrfs, and use Linux 5.19 or later.")
    if step.startswith("sharing"):
        return Diagnosis(f"The shared folder cannot be mounted ({text}).", "Choose a folder on another file system.")
    return Diagnosis(f"The walls cannot be built on this machine ({where}).", "`deskhand doctor` shows what it lacks.")


def unsupported_machine(machine: str) -> CannotConfine:
    return CannotConfine(f"The system-call filter knows x86_64 and aarch64, and this machine is {machine}.")


def failure(message: dict[str, Any], folder: Path) -> SandboxError:
    """The error that the launcher's ``failed`` message, or its silence, stands for."""
    if not message:
        try:
            log = (folder / "launcher.log").read_text(errors="replace").strip().splitlines()
        except OSError:
            log = []
        return SandboxError(f"The sandbox's launcher died while starting. {log[-1] if log else ''}".strip())
    step, number = str(message.get("step", "starting")), int(message.get("errno", 0))
    text = str(message.get("error", ""))
    if step.startswith("starting "):
        return SandboxError(
            f"The program could not be started inside the sandbox: {step.removeprefix('starting ')}: {text}."
        )
    return explain(step, number, text).error()
