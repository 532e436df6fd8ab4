"""QEMU's command line: a machine with two read-only disks, a wire, randomness, the shared folder, and nothing else.

No network card, no screen, no keyboard, no USB, no sound: each would be a thousand lines of C that the machine can
speak to. QEMU may start no program and gain no privilege (``-sandbox``), on top of the walls that it stands behind.
"""

from __future__ import annotations

import base64
import json
import math
import os
import re
import subprocess
from pathlib import Path
from typing import Literal, TypeAlias

from deskhand.sandbox import namespaces
from deskhand.sandbox.interface import CannotConfine, Limits, Spec

Accelerator: TypeAlias = Literal[
    "kvm",  # the processor's own virtualization
    "tcg",  # QEMU translates each instruction: five to ten times slower, works everywhere
]

PROGRAM = "/usr/bin/qemu-system-x86_64"
_PLACE = "/vm"
_TRANSLATED = 256
"""Megabytes for translated code; QEMU would take a gigabyte."""
_QEMU = (512 + _TRANSLATED) << 20
"""Bytes of memory that QEMU may use besides the machine's."""
_SHARED = "/home/user/Shared"


def outer(limits: Limits) -> Limits:
    """Of the walls around a machine that has these."""
    return Limits(
        memory=limits.memory + _QEMU,
        processes=256,
        cpus=limits.cpus,
        disk=64 << 20,
        open_files=8192,
    )


def cores(limits: Limits) -> int:
    usable = len(os.sched_getaffinity(0))
    return max(1, min(usable, 8 if limits.cpus is None else math.ceil(limits.cpus)))


def version() -> str:
    """Of QEMU, as "7.2"."""
    if not Path(PROGRAM).exists():
        raise CannotConfine("QEMU, which runs the virtual machine, is missing: sudo apt-get install qemu-system-x86")
    said = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"version (\d+\.\d+)", said)
    if found is None:
        raise CannotConfine(f"{PROGRAM} does not tell its version: {said[:200]!r}")
    return found[1]


def line(spec: Spec, accelerator: Accelerator, python: str, *, empty: bool = False) -> list[str]:
    """The words, but for what the keeper adds: its ends of the wires, and the memory to start from.

    An ``empty`` machine starts no desktop, and waits to be told of another program.

    They hold for a kept memory too, under a newer QEMU as well: that knows the machines of older ones by name.
    """
    size = spec.limits.memory >> 20
    fast = accelerator == "kvm"
    return [
        PROGRAM,
        *("-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-msg", "timestamp=off"),
        *("-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny"),
        *("-machine", f"pc-q35-{version()},usb=off,vmport=off,hpet=off,dump-guest-core=off,mem-merge=off"),
        *("-accel", "kvm" if fast else f"tcg,thread=multi,tb-size={_TRANSLATED}"),
        *("-cpu", "host" if fast else "max,la57=off"),
        *("-smp", str(cores(spec.limits)), "-m", f"{size}M"),
        *("-rtc", "base=utc"),
        *("-kernel", f"{_PLACE}/kernel.image", "-initrd", f"{_PLACE}/initrd"),
        *("-append", _boot_words(spec, python, fast, empty)),
        *("-chardev", "stdio,id=words,signal=off", "-serial", "chardev:words"),
        *_disk("root"),
        *_disk("guest"),
        *("-device", "virtio-serial-pci,max_ports=2"),
        *("-device", "virtserialport,chardev=wire,name=deskhand"),
        *("-mon", "chardev=line,mode=control"),
        *("-object", "rng-random,id=noise,filename=/dev/urandom", "-device", "virtio-rng-pci,rng=noise"),
        *("-fsdev", f"local,id=share,path={_SHARED},security_model=none"),
        *("-device", "virtio-9p-pci,fsdev=share,mount_tag=share"),
    ]


def probe(word: str) -> list[str]:
    """A machine with KVM that boots as far as its first program, which answers to ``word``."""
    return [
        PROGRAM,
        *("-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-m", "256M", "-cpu", "host"),
        *("-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny"),
        *("-machine", f"pc-q35-{version()},usb=off,vmport=off,hpet=off", "-accel", "kvm"),
        *("-kernel", f"{_PLACE}/kernel.image", "-initrd", f"{_PLACE}/initrd"),
        *("-append", f"quiet panic=-1 console=ttyS0 {word}"),
        *("-chardev", "stdio,id=words,signal=off", "-serial", "chardev:words"),
    ]


def _disk(name: str) -> list[str]:
    drive = f"driver=file,filename={_PLACE}/{name}.erofs,node-name={name},read-only=on,locking=off,cache.direct=off"
    return ["-blockdev", drive, "-device", f"virtio-blk-pci,drive={name}"]


def _boot_words(spec: Spec, python: str, fast: bool, empty: bool) -> str:
    limits = spec.limits
    settings = {
        "argv": [] if empty else namespaces.guest(spec, python),
        "environment": namespaces.environment(spec),
        "open_files": limits.open_files,
        "processes": limits.processes,
    }
    told = base64.b64encode(json.dumps(settings, separators=(",", ":")).encode()).decode()
    # What a processor leaks to its neighbours, an emulated one does not; guarding against it costs a third there.
    words = ["quiet", "panic=-1", "console=ttyS0", "ipv6.disable=1", *([] if fast else ["mitigations=off"])]
    return " ".join([*words, f"disk={limits.disk}", f"deskhand={told}"])
