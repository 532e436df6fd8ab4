"""Whether virtual machines run here, and how fast: a line of `deskhand doctor`."""

from __future__ import annotations

import asyncio
import shutil
from concurrent.futures import ThreadPoolExecutor

from deskhand.sandbox.checks import Check
from deskhand.sandbox.interface import SandboxError
from deskhand.sandbox.vm import accelerator, command, machine

_NAME = "virtual machine"
_PACKAGES = {
    command.PROGRAM: "qemu-system-x86",
    "mkfs.erofs": "erofs-utils",
    "busybox": "busybox-static",
    "mmdebstrap": "mmdebstrap",
}


def check() -> Check:
    """``limited`` where machines are slow or not made yet, or not possible: desktops start without them.

    Where machines are made already, it boots one with KVM if that was not tried before (8 s at most).
    """
    lacking = [package for program, package in _PACKAGES.items() if shutil.which(program) is None]
    if lacking:
        words = ("apt-get", "install", "-y", *lacking)
        return Check(_NAME, "limited", f"not installed: {', '.join(lacking)}", f"sudo {' '.join(words)}", words)
    try:
        command.version()
        machine.must_be_made()
        layers = machine.prepare()
        with ThreadPoolExecutor(1) as thread:
            found = thread.submit(lambda: asyncio.run(accelerator.find(layers))).result()
    except SandboxError as error:
        reason, _, fix = str(error).partition(": ")
        return Check(_NAME, "limited", reason, fix)
    if found.name == "kvm":
        return Check(_NAME, "ok", "vm/kvm: a kernel of its own, at nearly full speed")
    return Check(_NAME, "ok", f"vm/tcg: a kernel of its own, five to ten times slower ({found.why})")
