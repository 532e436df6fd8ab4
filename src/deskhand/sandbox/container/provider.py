"""Starts a sandbox in a container of Docker or Podman."""

from __future__ import annotations

from deskhand.sandbox.held import HeldSandbox, Stay
from deskhand.sandbox.interface import SandboxError, Spec


async def start(spec: Spec, stay: Stay, *, argv: list[str] | None = None) -> HeldSandbox:
    raise SandboxError(f"Containers of {spec.provider} are not available in this version.")
