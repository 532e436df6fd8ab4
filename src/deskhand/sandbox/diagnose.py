"""From a failed system call to a sentence: what this machine refuses, and what to do about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from deskhand.sandbox.interface import CannotConfine, SandboxError


def unsupported_machine(machine: str) -> CannotConfine:
    return CannotConfine(f"The system-call filter knows x86_64 and aarch64, and this machine is {machine}.")


def failure(message: dict[str, Any], folder: Path) -> SandboxError:
    """What the launcher's ``failed`` message (or its silence) means."""
    step, error = message.get("step", "starting"), message.get("error", "")
    if not message:
        with_log = (folder / "launcher.log").read_text(errors="replace").strip() if folder.exists() else ""
        return SandboxError(f"The sandbox's launcher died while starting. {with_log}".strip())
    return CannotConfine(f"The walls cannot be built here: {step}: {error}.")
