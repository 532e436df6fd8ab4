"""The first file system of the machine: a shell, the kernel's modules in their order, and the steward.

Our own, because a distribution's takes seconds to look for disks and keyboards that this machine does not have.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from deskhand.sandbox.interface import CannotConfine

_SANDBOX = Path(__file__).parent.parent
PROBE, PROBE_ANSWER = "deskhand-probe", "this machine has booted"
INSIDE = ("mounts.py", "netns.py", "syscalls.py", "vm/mux.py", "vm/steward.py")
"""What of our own runs as root in the machine."""

_INIT = """#!/busybox sh
PATH=/
busybox mkdir -p /proc /sys /dev /lower /payload /scratch /root
busybox mount -t proc -o nosuid,nodev,noexec none /proc
busybox mount -t sysfs -o nosuid,nodev,noexec none /sys
case " $(busybox cat /proc/cmdline) " in *" PROBE "*) echo ANSWER; busybox reboot -f;; esac
busybox mount -t devtmpfs -o nosuid,noexec,mode=755 none /dev
while read module; do busybox insmod /modules/$module.ko || echo "no module $module"; done < /modules/order
read words < /proc/cmdline
for word in $words; do case $word in disk=*) disk=${word#*=};; esac; done
busybox mount -t erofs -o ro,nodev /dev/vda /lower && busybox mount -t erofs -o ro,nodev /dev/vdb /payload &&
busybox mount -t tmpfs -o nosuid,nodev,mode=755,size=$disk none /scratch || echo "a file system is missing"
cd /scratch
busybox mkdir -p upper work run tmp shm
busybox chmod 1777 tmp shm
busybox mount -t overlay -o nosuid,nodev,lowerdir=/payload:/lower,upperdir=upper,workdir=work none /root
cd /
for name in run tmp; do busybox mount -o bind /scratch/$name /root/$name; done
for name in proc sys; do busybox mount -o move /$name /root/$name; done
busybox mkdir -m 700 -p /root/steward
busybox cp -r /steward /root
busybox mkdir /root/steward/dev
busybox mount -o move /dev /root/steward/dev
busybox mount -t tmpfs -o nosuid,noexec,mode=755,size=64k none /root/dev
cd /root/dev
for device in null:3 zero:5 full:7 random:8 urandom:9; do busybox mknod -m 666 ${device%:*} c 1 ${device#*:}; done
busybox mknod -m 666 tty c 5 0
busybox mknod -m 600 console c 5 1
busybox mkdir pts shm
busybox mount -t devpts -o nosuid,noexec,ptmxmode=0666,mode=620,gid=5 none pts
busybox mount -o bind /scratch/shm shm
busybox ln -sf /proc/self/fd fd
busybox ln -sf fd/0 stdin
busybox ln -sf fd/1 stdout
busybox ln -sf fd/2 stderr
busybox ln -s pts/ptmx ptmx
cd /
exec busybox switch_root -c /dev/console /root /usr/bin/python3 -I -S /steward/deskhand/sandbox/vm/steward.py
"""


def build(modules: list[tuple[str, bytes]], filter_: bytes) -> bytes:
    """The archive, as the kernel takes it. ``filter_`` is the system-call filter of the programs inside."""
    archive = _Archive()
    archive.folder("modules")
    for name, data in modules:
        archive.file(f"modules/{name}.ko", data)
    archive.file("modules/order", "".join(f"{name}\n" for name, _ in modules).encode())
    archive.file("busybox", _busybox().read_bytes(), 0o755)
    archive.file("init", _INIT.replace("PROBE", PROBE).replace("ANSWER", PROBE_ANSWER).encode(), 0o755)
    for folder in ("", "/deskhand", "/deskhand/sandbox", "/deskhand/sandbox/vm"):
        archive.folder(f"steward{folder}")
    for name in INSIDE:
        archive.file(f"steward/deskhand/sandbox/{name}", (_SANDBOX / name).read_bytes())
    archive.file("steward/filter", filter_)
    return archive.whole()


def _busybox() -> Path:
    """A shell that needs no library."""
    for name in ("busybox", "busybox.static", "/bin/busybox"):
        found = shutil.which(name)
        if found is not None and b"/ld-linux" not in Path(found).read_bytes():
            return Path(found)
    raise CannotConfine("The virtual machine needs a busybox of one piece: sudo apt-get install busybox-static")


class _Archive:
    """In cpio's "newc" format."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._count = 0

    def folder(self, name: str) -> None:
        self._add(name, b"", 0o040755)

    def file(self, name: str, data: bytes, mode: int = 0o644) -> None:
        self._add(name, data, 0o100000 | mode)

    def whole(self) -> bytes:
        self._add("TRAILER!!!", b"", 0)
        return b"".join(self._parts)

    def _add(self, name: str, data: bytes, mode: int) -> None:
        self._count += 1
        raw = name.encode() + b"\0"
        fields = (self._count, mode, 0, 0, 1, 0, len(data), 0, 0, 0, 0, len(raw), 0)
        head = b"070701" + b"".join(b"%08X" % each for each in fields) + raw
        self._parts += [head, bytes(-len(head) % 4), data, bytes(-len(data) % 4)]
