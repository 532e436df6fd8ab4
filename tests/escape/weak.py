"""The control: a sandbox that is none, in which the attempts that can succeed must.

An attempt that finds nothing anywhere proves nothing. So each is also made here: as the root of a host that is itself
a namespace of the test's own. Writes go to an overlay in memory, the network has no address but its own loopback, and
the only other process to be seen or killed is a stand-in (`neighbour`). Nothing of the real machine can be changed.
"""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from pathlib import Path

from deskhand.sandbox.namespaces import Ended

HERE = Path(__file__).parent
AVAILABLE = all(shutil.which(program) for program in ("unshare", "mount", "pivot_root"))

_BUILD = """
set -e
mount --make-rprivate /
mount -t tmpfs tmpfs /mnt
mkdir /mnt/upper /mnt/work /mnt/root
mount -t tmpfs tmpfs /mnt/root
cd /mnt/root
mkdir -p usr opt/deskhand dev sys proc tmp root/.ssh home mnt run/systemd var/lib var/tmp
mount -t overlay -o lowerdir=/usr,upperdir=/mnt/upper,workdir=/mnt/work,userxattr overlay usr
cp -a /bin /sbin /lib* .
cp -a --no-preserve=ownership /etc . 2> /dev/null || true
mount --rbind /dev dev
mount --rbind /sys sys
mount -t proc proc proc
mount -t tmpfs tmpfs tmp
echo key > root/.ssh/id_rsa
pivot_root . .
umount -l .
cd /
"$1" -c 'import fcntl, socket, struct
fcntl.ioctl(socket.socket(), 0x8914, struct.pack("16sH22x", b"lo", 0x49))'
mkfifo /tmp/ready
sleep 1000 | API_KEY="$3" "$1" -I -S -c "$2" "$3" "$4" > /tmp/ready &
read line < /tmp/ready
shift 4
exec 9< /etc/hostname
exec "$@"
"""


async def run(argv: list[str], python: str, secret: str, places: str) -> Ended:
    namespaces = ["--user", "--map-root-user", "--mount", "--net", "--pid", "--ipc", "--uts", "--cgroup"]
    neighbour = (HERE / "neighbour.py").read_text()
    process = await asyncio.create_subprocess_exec(
        *("unshare", *namespaces, "--fork", "--kill-child"),
        *("/bin/bash", "-c", _BUILD, "weak", python, neighbour, secret, places, *argv),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        cwd="/",
    )
    try:
        output, _ = await asyncio.wait_for(process.communicate(), 40)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
    return Ended(process.returncode or 0, output.decode(errors="replace"))
