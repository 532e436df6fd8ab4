"""Whether the processor's own virtualization can be used: known by booting with it, and remembered.

/dev/kvm proves nothing. There are hosts where it opens, makes machines and processors, runs the firmware, and then
any usual kernel stands still for ever (hosts that are themselves guests, with a KVM made for kernels that know of it).
So the machine's own kernel is booted with it once, behind the same walls, up to the first program. What came of it is
kept in the cache for this kernel, this QEMU and this device.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from deskhand.sandbox import held, image, namespaces
from deskhand.sandbox.held import Stay
from deskhand.sandbox.interface import SandboxError, Spec
from deskhand.sandbox.vm import command
from deskhand.sandbox.vm.initrd import PROBE, PROBE_ANSWER

DEVICE = Path("/dev/kvm")
_LIMIT = 8.0
"""Seconds; with KVM the first program runs after one."""


@dataclass(frozen=True, slots=True)
class Found:
    name: command.Accelerator
    why: str
    """Why it is not KVM; empty when it is."""


async def choose(layers: image.Image) -> command.Accelerator:
    return (await find(layers)).name


async def find(layers: image.Image, device: Path = DEVICE) -> Found:
    """What machines run with here; the first time may take `_LIMIT` seconds."""
    if not device.exists():
        return Found("tcg", f"there is no {device}")
    remembered, key = image.cache_folder() / "vm-kvm.json", _key(layers, device)
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        known = json.loads(remembered.read_text())
        if known["key"] == key:
            return Found("tcg" if known["why"] else "kvm", str(known["why"]))
    why = await _try(layers, device)
    with contextlib.suppress(OSError):
        remembered.write_text(json.dumps({"key": key, "why": why}))
    return Found("tcg" if why else "kvm", why)


def group(device: Path = DEVICE) -> int:
    """The group of the host that may use it; 0: none may, or only root's."""
    status = device.stat()
    return status.st_gid if status.st_mode & 0o060 == 0o060 else 0


def devices(words: list[str]) -> list[str]:
    """What a machine with that command line needs of /dev."""
    return [str(DEVICE)] if "kvm" in words else []


async def _try(layers: image.Image, device: Path) -> str:
    """Boot with KVM; why that does not work, empty when it does."""
    spec = Spec(limits=command.outer(Spec().limits))
    program = command.probe(PROBE)
    stay = Stay()
    try:
        sandbox = await held.hold(
            spec,
            stay,
            lambda _made: namespaces.launcher(layers),
            lambda made: namespaces.plan(
                spec, None, made, layers, program, stay, devices=[str(device)], group=group(device)
            ),
        )
    except SandboxError as error:
        return str(error)
    try:
        output = (await asyncio.wait_for(sandbox.wait(), _LIMIT)).output
    except TimeoutError:
        return f"{device} is there, but a machine that uses it does not start within {_LIMIT:.0f} s"
    finally:
        await sandbox.destroy()
    if PROBE_ANSWER in output:
        return ""
    said = output.strip().splitlines()
    return f"{device} cannot be used: {said[-1][:200] if said else 'QEMU ended without a word'}"


def _key(layers: image.Image, device: Path) -> str:
    status = device.stat()
    parts = (
        *(os.uname().release, command.version(), layers.layers[1].path.name, str(os.geteuid())),
        *(str(device), str(status.st_mode), str(status.st_uid), str(status.st_gid)),
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
