"""The file tree inside, built in the sandbox's own mount namespace.

One size-limited tmpfs holds everything the sandbox may write (the overlay's upper folder, /tmp, /run, /dev/shm), so
one number limits its disk. It is mounted from short relative paths: the kernel shows the options of an overlay to
everyone inside (`/proc/self/mountinfo`), and a path like ``lowerdir=/home/alice/.cache/…`` would tell whose machine
this is. The source folder of the share is the one host path that cannot be hidden there.
"""

# The launcher runs this, and does without `pathlib`: 4 ms at every start.
# ruff: noqa: PTH101, PTH102, PTH103, PTH110, PTH112, PTH119, PTH211

from __future__ import annotations

import contextlib
import os
import stat

from deskhand.sandbox import netns
from deskhand.sandbox import syscalls as sys_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from deskhand.sandbox.plan import Plan

USER_ID = 1000
HOME = "home/user"

_DEVICES = ("null", "zero", "full", "random", "urandom", "tty")
_SCRATCH = "/tmp"  # exists everywhere and may be entered by everyone; covered in our own mount namespace only

# What the kernel tells about the host, or lets one change, through /proc.
PROC_READ_ONLY = ("sys", "sysrq-trigger", "irq", "bus", "fs", "mtrr")
PROC_HIDDEN_FILES = (
    "buddyinfo",
    "cmdline",
    "config.gz",
    "diskstats",
    "interrupts",
    "iomem",
    "ioports",
    "kallsyms",
    "kcore",
    "key-users",
    "keys",
    "kmsg",
    "latency_stats",
    "locks",
    "modules",
    "mdstat",
    "pagetypeinfo",
    "partitions",
    "sched_debug",
    "slabinfo",
    "softirqs",
    "timer_list",
    "vmallocinfo",
    "zoneinfo",
)
PROC_HIDDEN_FOLDERS = ("acpi", "asound", "driver", "scsi", "pressure", "tty")

READ_ONLY = sys_.ATTR_RDONLY | sys_.ATTR_NOSUID | sys_.ATTR_NODEV
SHARE = sys_.ATTR_NOSUID | sys_.ATTR_NODEV


def open_read_only(path: str, user_namespace: int | None, *, strictly: bool = False) -> int:
    """A detached read-only copy of the tree at ``path``, ids mapped by ``user_namespace`` where the file system can.

    Where it cannot, the owner shows as nobody inside, which is harmless: all that an image holds is readable by all.
    What a user wrote is not: ``strictly`` makes it an error.
    """
    if user_namespace is not None:
        tree = sys_.open_tree(path, recursive=True)
        try:
            sys_.set_mount_attributes(tree, READ_ONLY | sys_.ATTR_IDMAP, user_namespace=user_namespace, recursive=True)
            return tree
        except OSError:
            os.close(tree)
            if strictly:
                raise
    tree = sys_.open_tree(path, recursive=True)
    sys_.set_mount_attributes(tree, READ_ONLY, recursive=True)
    return tree


def build(plan: Plan, layers: list[int], usr: int, share: int | None) -> list[int]:
    """Build the tree from descriptors of detached mounts, and make it the root. Takes the descriptors over.

    Gives descriptors of the folder that everything written goes to, and of the layers below it: nothing inside can
    reach them by a path.
    """
    limits = plan["limits"]
    inodes = max(16384, limits["disk"] // 8192)
    options = f"mode=755,size={limits['disk']},nr_inodes={inodes}"
    sys_.mount("none", "/", "", sys_.MS_REC | sys_.MS_PRIVATE)
    sys_.mount("tmpfs", _SCRATCH, "tmpfs", sys_.MS_NOSUID | sys_.MS_NODEV, options)
    os.chdir(_SCRATCH)
    fresh = plan["snapshot"] is None
    parts = _overlay(layers, fresh=fresh, shared=share is not None, network=plan["network"] is not None)
    if plan["mode"] == "single":
        # The image's files belong to the caller then, who is the user inside.
        for name in ("etc", "opt"):
            sys_.mount(f"root/{name}", f"root/{name}", "", sys_.MS_BIND)
            flags = sys_.MS_BIND | sys_.MS_REMOUNT | sys_.MS_RDONLY | sys_.MS_NOSUID | sys_.MS_NODEV
            sys_.mount("none", f"root/{name}", "", flags)
    sys_.attach_tree(usr, "root/usr")
    os.close(usr)
    if os.path.isdir("root/usr/local"):
        flags = sys_.MS_RDONLY | sys_.MS_NOSUID | sys_.MS_NODEV
        sys_.mount("tmpfs", "root/usr/local", "tmpfs", flags, "size=0,mode=755")
    _bind_scratch("tmp", "root/tmp", 0o1777)
    os.mkdir("tmp/.X11-unix")
    os.chmod("tmp/.X11-unix", 0o1777)
    os.mkdir("tmp/.ICE-unix")
    os.chmod("tmp/.ICE-unix", 0o1777)
    _bind_scratch("run", "root/run", 0o755)
    os.makedirs("run/user", 0o755)
    _own_folder(f"run/user/{USER_ID}", 0o700)
    _devices(plan["devices"])
    _proc()
    os.chdir("root")
    sys_.pivot_root(".", ".")
    sys_.unmount(".")
    os.chdir("/")
    if share is not None:
        _attach_share(share)
    return parts


def _overlay(layers: list[int], *, fresh: bool, shared: bool, network: bool) -> list[int]:
    for folder in ("upper", "work", "root"):
        os.mkdir(folder)
    os.chmod("upper", 0o755)
    if fresh:
        os.makedirs("upper/home")
        _own_folder(f"upper/{HOME}", 0o755)
        for folder in ("Desktop", "Documents", "Downloads", *(["Shared"] if shared else [])):
            _own_folder(f"upper/{HOME}/{folder}", 0o755)
    if network:  # programs look names up at the gateway
        os.mkdir("upper/etc", 0o755)
        with open("upper/etc/resolv.conf", "w") as file:
            file.write(netns.RESOLVER)
    for index, tree in enumerate(layers):
        os.mkdir(f"layer{index}")
        sys_.attach_tree(tree, f"layer{index}")
        os.close(tree)
    lower = ":".join(f"layer{index}" for index in range(len(layers)))
    options = f"lowerdir={lower},upperdir=upper,workdir=work,userxattr"
    sys_.mount("overlay", "root", "overlay", sys_.MS_NOSUID | sys_.MS_NODEV, options)
    names = ["upper", *(f"layer{index}" for index in range(len(layers)))]
    return [os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC) for name in names]


def _attach_share(share: int) -> None:
    """Mount the shared folder at ~/Shared, where a desktop of a snapshot may have left anything.

    Links are not followed, and the host's own tree is out of sight already: a link called "home" leads nowhere new.
    """
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
    folder = os.open("/", flags)
    for name in (*HOME.split("/"), "Shared"):
        try:
            inner = os.open(name, flags, dir_fd=folder)
        except FileNotFoundError:
            os.mkdir(name, 0o755, dir_fd=folder)
            inner = os.open(name, flags, dir_fd=folder)
            os.fchown(inner, USER_ID, USER_ID)
        os.close(folder)
        folder = inner
    sys_.attach_tree(share, folder)
    os.close(folder)
    os.close(share)


def _own_folder(path: str, mode: int) -> None:
    os.mkdir(path)
    os.chmod(path, mode)
    os.chown(path, USER_ID, USER_ID)


def _bind_scratch(name: str, target: str, mode: int, flags: int = 0) -> None:
    """Show a folder of the scratch file system at ``target``: outside the overlay, inside the same disk limit."""
    os.mkdir(name)
    os.chmod(name, mode)
    sys_.mount(name, target, "", sys_.MS_BIND)
    if flags:
        sys_.mount("none", target, "", sys_.MS_BIND | sys_.MS_REMOUNT | sys_.MS_NOSUID | sys_.MS_NODEV | flags)


def _devices(more: list[str]) -> None:
    sys_.mount("tmpfs", "root/dev", "tmpfs", sys_.MS_NOSUID | sys_.MS_NOEXEC, "mode=755,size=64k")
    for path in (*(f"/dev/{name}" for name in _DEVICES), *more):
        target = f"root/dev/{os.path.basename(path)}"
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o666))
        sys_.mount(path, target, "", sys_.MS_BIND)
    os.mkdir("root/dev/pts")
    options = "newinstance,ptmxmode=0666,mode=620"
    sys_.mount("devpts", "root/dev/pts", "devpts", sys_.MS_NOSUID | sys_.MS_NOEXEC, options)
    os.symlink("pts/ptmx", "root/dev/ptmx")
    os.mkdir("root/dev/shm")
    _bind_scratch("shm", "root/dev/shm", 0o1777, sys_.MS_NOEXEC)
    links = {"fd": "/proc/self/fd", "stdin": "fd/0", "stdout": "fd/1", "stderr": "fd/2"}
    for name, target in links.items():
        os.symlink(target, f"root/dev/{name}")


def _proc() -> None:
    strict = sys_.MS_NOSUID | sys_.MS_NODEV | sys_.MS_NOEXEC
    sys_.mount("proc", "root/proc", "proc", strict)
    hide_in_proc("root/proc")


def hide_in_proc(proc: str) -> None:
    """Leave of a /proc what tells a program about itself, and nothing that is the machine's."""
    strict = sys_.MS_NOSUID | sys_.MS_NODEV | sys_.MS_NOEXEC
    for name in PROC_READ_ONLY:
        path = f"{proc}/{name}"
        if os.path.exists(path):
            sys_.mount(path, path, "", sys_.MS_BIND | sys_.MS_REC)
            sys_.mount("none", path, "", sys_.MS_BIND | sys_.MS_REMOUNT | sys_.MS_RDONLY | strict)
    for name in PROC_HIDDEN_FILES:
        path = f"{proc}/{name}"
        with contextlib.suppress(FileNotFoundError):
            if stat.S_ISREG(os.lstat(path).st_mode):
                sys_.mount("/dev/null", path, "", sys_.MS_BIND)
    for name in PROC_HIDDEN_FOLDERS:
        path = f"{proc}/{name}"
        if os.path.isdir(path):
            sys_.mount("tmpfs", path, "tmpfs", sys_.MS_RDONLY | strict, "size=0")
