"""The system calls that build walls, as plain functions that raise OSError.

Python has no mount, pivot_root or capset. The C library does, so `ctypes` is enough: no helper program, nothing
set-uid, nothing to install. Only the launcher uses this, in a process that does nothing else; like all that the
launcher imports, it does without `typing`, `dataclasses` and their like, which would double the launcher's start.
"""

from __future__ import annotations

import ctypes
import os
import struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# PyDLL keeps the interpreter's lock while it calls: a clone() must return twice into the same interpreter state.
_libc: Final = ctypes.PyDLL(None, use_errno=True)

CLONE_NEWNS: Final = 0x0002_0000
CLONE_NEWCGROUP: Final = 0x0200_0000
CLONE_NEWUTS: Final = 0x0400_0000
CLONE_NEWIPC: Final = 0x0800_0000
CLONE_NEWUSER: Final = 0x1000_0000
CLONE_NEWPID: Final = 0x2000_0000
CLONE_NEWNET: Final = 0x4000_0000

MS_RDONLY: Final = 1
MS_NOSUID: Final = 2
MS_NODEV: Final = 4
MS_NOEXEC: Final = 8
MS_REMOUNT: Final = 32
MS_BIND: Final = 4096
MS_REC: Final = 16384
MS_PRIVATE: Final = 1 << 18
MNT_DETACH: Final = 2

ATTR_RDONLY: Final = 0x01
ATTR_NOSUID: Final = 0x02
ATTR_NODEV: Final = 0x04
ATTR_NOEXEC: Final = 0x08
ATTR_IDMAP: Final = 0x0010_0000

AT_FDCWD: Final = -100
AT_EMPTY_PATH: Final = 0x1000
AT_RECURSIVE: Final = 0x8000
OPEN_TREE_CLONE: Final = 1
OPEN_TREE_CLOEXEC: Final = 0x80000
MOVE_MOUNT_F_EMPTY_PATH: Final = 4
MOVE_MOUNT_T_EMPTY_PATH: Final = 0x40

PR_SET_PDEATHSIG: Final = 1
PR_SET_DUMPABLE: Final = 4
PR_SET_SECCOMP: Final = 22
PR_CAPBSET_DROP: Final = 24
PR_SET_NO_NEW_PRIVS: Final = 38
PR_CAP_AMBIENT: Final = 47
PR_CAP_AMBIENT_CLEAR_ALL: Final = 4
SECCOMP_MODE_FILTER: Final = 2

# The same on x86_64 and aarch64: both take every call added since 2019 from one list.
_NR_OPEN_TREE: Final = 428
_NR_MOVE_MOUNT: Final = 429
_NR_MOUNT_SETATTR: Final = 442
_NR_CLONE: Final = {"x86_64": 56, "aarch64": 220}


def _check(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def _syscall(number: int, *arguments: object, what: str) -> int:
    return _check(_libc.syscall(ctypes.c_long(number), *arguments), what)


def clone(flags: int) -> int:
    """Fork into new namespaces: 0 in the child, which is PID 1 there when ``flags`` say so. Single-threaded only."""
    number = _NR_CLONE[os.uname().machine]
    zero = ctypes.c_long(0)
    return _syscall(number, ctypes.c_ulong(flags | 17), zero, zero, zero, zero, what="clone")  # 17: SIGCHLD


def unshare(flags: int) -> None:
    _check(_libc.unshare(ctypes.c_int(flags)), "unshare")


def join_namespace(descriptor: int) -> None:
    _check(_libc.setns(ctypes.c_int(descriptor), ctypes.c_int(0)), "setns")


def sync_file_system(descriptor: int) -> None:
    """Until all that was written to this file system is on the disk."""
    _check(_libc.syncfs(ctypes.c_int(descriptor)), "syncfs")


def mount(source: str, target: str, kind: str, flags: int = 0, options: str = "") -> None:
    result = _libc.mount(
        os.fsencode(source),
        os.fsencode(target),
        kind.encode(),
        ctypes.c_ulong(flags),
        os.fsencode(options) or None,
    )
    _check(result, f"mount {kind or 'bind'} on {target}")


def unmount(target: str) -> None:
    _check(_libc.umount2(os.fsencode(target), MNT_DETACH), f"unmount {target}")


def unmount_now(target: str) -> None:
    """Not while anybody has a file of it open."""
    _check(_libc.umount2(os.fsencode(target), 0), f"unmount {target}")


def restart() -> None:
    """The machine, at once. For PID 1 of a virtual one: whoever runs that ends it instead."""
    _libc.reboot(ctypes.c_int(0x01234567))  # RB_AUTOBOOT


def pivot_root(new_root: str, put_old: str) -> None:
    _check(_libc.pivot_root(os.fsencode(new_root), os.fsencode(put_old)), "pivot_root")


def open_tree(path: str, *, recursive: bool = False) -> int:
    """A detached copy of the mount at ``path``, as a descriptor."""
    flags = OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | (AT_RECURSIVE if recursive else 0)
    return _syscall(_NR_OPEN_TREE, AT_FDCWD, os.fsencode(path), ctypes.c_uint(flags), what=f"open_tree {path}")


def attach_tree(tree: int, target: str | int) -> None:
    """Mount what `open_tree` gave at ``target``: a path, or a descriptor of a folder."""
    flags = MOVE_MOUNT_F_EMPTY_PATH | (MOVE_MOUNT_T_EMPTY_PATH if isinstance(target, int) else 0)
    folder, path = (target, b"") if isinstance(target, int) else (AT_FDCWD, os.fsencode(target))
    _syscall(_NR_MOVE_MOUNT, tree, b"", folder, path, ctypes.c_uint(flags), what=f"move_mount {target}")


def set_mount_attributes(tree: int, attributes: int, *, user_namespace: int = 0, recursive: bool = False) -> None:
    """Add ``attributes`` (ATTR_…) to a mount given by descriptor."""
    flags = AT_EMPTY_PATH | (AT_RECURSIVE if recursive else 0)
    block = ctypes.create_string_buffer(struct.pack("QQQQ", attributes, 0, 0, user_namespace), 32)
    _syscall(_NR_MOUNT_SETATTR, tree, b"", ctypes.c_uint(flags), block, ctypes.c_size_t(32), what="mount_setattr")


def set_hostname(name: str) -> None:
    raw = name.encode()
    _check(_libc.sethostname(raw, ctypes.c_size_t(len(raw))), "sethostname")


def _prctl(option: int, first: int, second: int = 0) -> int:
    zero = ctypes.c_ulong(0)
    return int(_libc.prctl(ctypes.c_int(option), ctypes.c_ulong(first), ctypes.c_ulong(second), zero, zero))


def die_with_parent() -> None:
    """SIGKILL when the parent ends. Forgotten by the kernel at every change of user id: call again after one."""
    _check(_prctl(PR_SET_PDEATHSIG, 9), "PR_SET_PDEATHSIG")


def drop_bounding_set() -> None:
    """No program started from here on can gain a capability from its file."""
    capability = 0
    while _prctl(PR_CAPBSET_DROP, capability) == 0:
        capability += 1


def drop_capabilities() -> None:
    _check(_prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL), "PR_CAP_AMBIENT")
    header = ctypes.create_string_buffer(struct.pack("Ii", 0x20080522, 0), 8)  # _LINUX_CAPABILITY_VERSION_3
    _check(_libc.capset(header, ctypes.create_string_buffer(24)), "capset")


def no_new_privileges() -> None:
    _check(_prctl(PR_SET_NO_NEW_PRIVS, 1), "PR_SET_NO_NEW_PRIVS")


def install_filter(program: bytes) -> None:
    """Put this process and all it starts under a seccomp filter: ``program`` is an array of sock_filter."""
    code = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(code))
    block = ctypes.create_string_buffer(header, 16)
    _check(_prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(block)), "PR_SET_SECCOMP")
