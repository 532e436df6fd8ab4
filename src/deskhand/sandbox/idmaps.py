"""User namespaces for mapping ids: of the sandbox itself, and of a mount.

An idmapped mount shows a folder with other owners than it has on disk. For the image it makes the host's root the
sandbox's root; for the shared folder it makes the folder's owner the sandbox's user, so that what is written inside
belongs outside to the one the folder belongs to, without a process inside ever having that id.
"""

from __future__ import annotations

import os

from deskhand.sandbox import syscalls as sys_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from deskhand.sandbox.plan import IdMap


def write_maps(process: int, uid_map: list[IdMap], gid_map: list[IdMap], *, privileged: bool) -> None:
    """Give the user namespace of ``process`` its ids."""
    if not privileged:
        _write(f"/proc/{process}/setgroups", "deny")  # the kernel's condition for a group map without privilege
    _write(f"/proc/{process}/gid_map", _lines(gid_map))
    _write(f"/proc/{process}/uid_map", _lines(uid_map))


def open_user_namespace(process: int) -> int:
    return os.open(f"/proc/{process}/ns/user", os.O_RDONLY | os.O_CLOEXEC)


def user_namespace(uid_map: IdMap, gid_map: IdMap) -> int:
    return user_namespace_of([uid_map], [gid_map])


def user_namespace_of(uid_map: list[IdMap], gid_map: list[IdMap]) -> int:
    """A descriptor of a user namespace that exists only for its id maps. Needs root."""
    reading, writing = os.pipe()
    process = sys_.clone(sys_.CLONE_NEWUSER)
    if process == 0:
        os.close(writing)
        os.read(reading, 1)
        os._exit(0)
    try:
        write_maps(process, uid_map, gid_map, privileged=True)
        return open_user_namespace(process)
    finally:
        os.close(reading)
        os.close(writing)
        os.waitpid(process, 0)


def with_own_id(first: int, inside: int, outside: int) -> list[IdMap]:
    """The 65,536 ids from ``first`` on, but for ``inside``, which is ``outside``."""
    return [
        {"inside": 0, "outside": first, "count": inside},
        {"inside": inside, "outside": outside, "count": 1},
        {"inside": inside + 1, "outside": first + inside + 1, "count": 65535 - inside},
    ]


def starting_at(first: int, maps: list[IdMap]) -> list[IdMap]:
    """For a mount: what is ``first`` + N on disk shows as what N inside is."""
    return [{"inside": first + each["inside"], "outside": each["outside"], "count": each["count"]} for each in maps]


def _lines(maps: list[IdMap]) -> str:
    return "".join(f"{entry['inside']} {entry['outside']} {entry['count']}\n" for entry in maps)


def _write(path: str, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY)  # the kernel takes the whole map in one write
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)
