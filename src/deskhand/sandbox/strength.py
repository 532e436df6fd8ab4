"""Which walls can be had on this machine, the strongest first; for `deskhand doctor`.

Strength is what stands between a program inside that is out to harm you and the rest of the machine:

* A virtual machine has a kernel of its own: a hole in the calls that programs make ends in that kernel, and behind it
  stands QEMU within the walls of the namespace provider. Without KVM it is slow, not weaker in kind.
* Namespaces and containers share this machine's kernel, and are of one strength: the same table of system calls, no
  capability, no network. Measured by attempts they are alike; what a container is known to show more is little (see
  docs/security.md). Docker's comes last: its programs are an ordinary user of this machine, and not ids of nobody's.
* Started by a plain user, namespaces lead to that user's own files where a hole leads out; by root, to nobody's.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from deskhand.sandbox.checks import Check
from deskhand.sandbox.interface import ProviderName, SandboxError


@dataclass(frozen=True, slots=True)
class Walls:
    """One provider on this machine."""

    name: ProviderName
    ready: bool
    """A desktop would start with it now."""
    found: str
    fix: str = ""
    """What to do to have it."""


_WHOSE = {
    "docker": "the same kernel; programs are an ordinary user of this machine",
    "podman": "the same kernel; ids that are nobody's on this machine",
}


def look(namespaces: Check) -> list[Walls]:
    """All providers, the strongest first. ``namespaces``: what came of building such walls."""
    own = "ids that are nobody's on this machine" if os.geteuid() == 0 else "the caller's own id"
    found = f"the same kernel; {own}" if namespaces.ok else namespaces.detail
    return [
        _machine(),
        Walls("namespaces", namespaces.ok, found, "" if namespaces.ok else namespaces.fix),
        _engine("podman"),
        _engine("docker"),
    ]


def strongest(walls: list[Walls]) -> Walls | None:
    return next((each for each in walls if each.ready), None)


def _machine() -> Walls:
    from deskhand.sandbox.vm import checks

    check = checks.check()
    return Walls("vm", check.state == "ok", check.detail, check.fix)


def _engine(name: ProviderName) -> Walls:
    from deskhand.sandbox.container import engine, images

    assert name in ("docker", "podman")
    try:
        found = engine.find(name)
        images.must_be_built(found)
    except SandboxError as error:
        reason, _, fix = str(error).partition(". ")
        return Walls(name, False, reason, fix)
    whose = "the same kernel; the caller's own id" if found.rootless else _WHOSE[name]
    return Walls(name, True, whose)
