"""Makes a layer of what a desktop has written: the copy that a snapshot keeps.

What the guest wrote was made by nobody we trust, so no process of the host walks through it: this runs in a process
that has joined the sandbox's own user and mount namespaces, has rights over the sandbox's ids alone, cannot see the
host's files, and goes from descriptor to descriptor by single names without following a link.

A layer is complete in itself. One that is made on top of another starts as that one's copy, in which files are hard
links: layers never change, so 200 MB that stayed the same cost nothing, and either may be removed before the other.

Kept are folders, files (holes stay holes), links, FIFOs, owners, modes, times, ``user.`` attributes, and how an overlay
says "deleted here" (a device 0:0) and "nothing of below shows here" (``user.overlay.opaque``). The first only where the
image has something to hide: in a folder that is nowhere else an overlay shows such a device to everyone. Left out are
sockets, which are dead without their program, and set-id bits, which mean nothing inside.
"""

# ruff: noqa: PTH208 (by descriptors; `pathlib` cannot)

from __future__ import annotations

import contextlib
import errno
import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_DEPTH: Final = 256  # two descriptors a level; the deepest folders that real programs make have about 50
_OPAQUE: Final = "user.overlay.opaque"
_MOUNTED: Final = ("dev", "etc", "opt", "proc", "run", "sys", "tmp", "usr")
"""Covered in every sandbox: nothing under these names at the top can be anything but an attempt on the next one."""
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW


class CannotKeep(Exception):
    """Why no layer can be made of this; a sentence."""


class Layer:
    """A layer in the making, in the folder ``target``."""

    def __init__(self, target: int, image: list[int]) -> None:
        self._target = target
        self._image = image
        self._links: dict[tuple[int, int], str] = {}
        self._most: tuple[float, float] = (float("inf"), float("inf"))
        self.files = 0
        self.bytes = 0
        """On disk, files that are links into another layer included."""

    def apply(self, source: int, *, link: bool, disk: int) -> None:
        """Lay the tree at ``source`` over what is there, files as links where ``link`` says so.

        ``disk`` is how much the one who made the tree could write: more than that comes of a game with running
        programs that move things about while we look.
        """
        self._links.clear()
        if not link:
            self._most = self.bytes + disk + (64 << 20), self.files + disk // 4096 + 65536
        self._folder(source, self._target, self._image, "", link, depth=0)

    def _folder(self, source: int, target: int, below: list[int], path: str, link: bool, depth: int) -> None:
        """``below``: the same folder in the image, whatever it holds."""
        if depth > _DEPTH:
            raise CannotKeep(f"Folders are nested more than {_DEPTH} deep: {path[:80]}….")
        for name in os.listdir(source):
            if depth == 0 and name in _MOUNTED:
                continue
            try:
                status = os.stat(name, dir_fd=source, follow_symlinks=False)
                self._entry(source, target, below, name, f"{path}{name}", status, link, depth)
            except OSError as error:
                # Programs may be running: what vanished or became another kind of thing meanwhile is not there.
                if error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
                    raise
        _describe(source, target)

    def _entry(
        self,
        source: int,
        target: int,
        below: list[int],
        name: str,
        path: str,
        status: os.stat_result,
        link: bool,
        depth: int,
    ) -> None:
        self.files += 1
        self.bytes += 512 * status.st_blocks
        if self.bytes > self._most[0] or self.files > self._most[1]:
            raise CannotKeep("Its programs write faster than it can be copied: end them first.")
        before = _look(target, name)
        if stat.S_ISDIR(status.st_mode):
            self._subfolder(source, target, below, name, path, before, link, depth)
            return
        if before is not None:
            _remove(target, name, before)
        if stat.S_ISREG(status.st_mode):
            self._file(source, target, name, path, link)
            return
        if stat.S_ISLNK(status.st_mode):
            os.symlink(os.readlink(name, dir_fd=source), name, dir_fd=target)
        elif stat.S_ISFIFO(status.st_mode):
            os.mkfifo(name, 0o600, dir_fd=target)
            os.chmod(name, stat.S_IMODE(status.st_mode), dir_fd=target)
        else:
            if any(_look(folder, name) is not None for folder in below):
                os.mknod(name, stat.S_IFCHR, 0, dir_fd=target)
            return
        os.chown(name, status.st_uid, status.st_gid, dir_fd=target, follow_symlinks=False)
        os.utime(name, ns=(status.st_atime_ns, status.st_mtime_ns), dir_fd=target, follow_symlinks=False)

    def _subfolder(
        self,
        source: int,
        target: int,
        below: list[int],
        name: str,
        path: str,
        before: os.stat_result | None,
        link: bool,
        depth: int,
    ) -> None:
        inner = os.open(name, _FOLDER, dir_fd=source)
        try:
            opaque = _is_opaque(inner)
            if before is not None and (opaque or not stat.S_ISDIR(before.st_mode)):
                _remove(target, name, before)
                opaque, before = True, None  # what was hidden below must not show again
            if before is None:
                os.mkdir(name, 0o700, dir_fd=target)
            outer = os.open(name, _FOLDER, dir_fd=target)
            deeper: list[int] = []
            try:
                if opaque:
                    os.setxattr(outer, _OPAQUE, b"y")
                if not _is_opaque(outer):
                    deeper = _same_folder(below, name)
                self._folder(inner, outer, deeper, f"{path}/", link, depth + 1)
            finally:
                for folder in (outer, *deeper):
                    os.close(folder)
        finally:
            os.close(inner)

    def _file(self, source: int, target: int, name: str, path: str, link: bool) -> None:
        if link:
            with contextlib.suppress(OSError):  # a file has at most 65,000 names on ext4
                os.link(name, name, src_dir_fd=source, dst_dir_fd=target, follow_symlinks=False)
                return
        reading = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=source)
        try:
            status = os.fstat(reading)
            if not stat.S_ISREG(status.st_mode):
                return
            key = (status.st_dev, status.st_ino)
            if status.st_nlink > 1 and key in self._links:
                os.link(self._links[key], name, src_dir_fd=self._target, dst_dir_fd=target, follow_symlinks=False)
                return
            writing = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=target)
            try:
                _copy_data(reading, writing, status.st_size)
                _describe(reading, writing)
            finally:
                os.close(writing)
            if status.st_nlink > 1 and len(os.fsencode(path)) < 4000:
                self._links[key] = path
        finally:
            os.close(reading)


def _look(folder: int, name: str) -> os.stat_result | None:
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return None


def _same_folder(folders: list[int], name: str) -> list[int]:
    """``name`` in each of the folders that has a folder there, the topmost first; a file there hides those below it."""
    found: list[int] = []
    for folder in folders:
        try:
            found.append(os.open(name, _FOLDER, dir_fd=folder))
        except FileNotFoundError:
            continue
        except OSError:
            break
    return found


def _is_opaque(folder: int) -> bool:
    try:
        return os.getxattr(folder, _OPAQUE) == b"y"
    except OSError:
        return False


def _describe(source: int, target: int) -> None:
    """Owner, mode, attributes and times, from one descriptor to the other."""
    status = os.fstat(source)
    for name in os.listxattr(source):
        if name.startswith("user.") and not name.startswith("user.overlay."):
            with contextlib.suppress(OSError):
                os.setxattr(target, name, os.getxattr(source, name))
    os.chown(target, status.st_uid, status.st_gid)
    os.chmod(target, stat.S_IMODE(status.st_mode) & (0o1777 if stat.S_ISREG(status.st_mode) else 0o7777))
    os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))


def _copy_data(reading: int, writing: int, size: int) -> None:
    """The file's data, without its holes: a file of 10 TB that holds 4 KB stays one."""
    place = 0
    while place < size:
        try:
            start = os.lseek(reading, place, os.SEEK_DATA)
        except OSError as error:
            if error.errno == errno.ENXIO:
                break
            raise
        place = min(os.lseek(reading, start, os.SEEK_HOLE), size)
        os.lseek(writing, start, os.SEEK_SET)
        while start < place:
            sent = os.sendfile(writing, reading, start, min(place - start, 1 << 30))
            if sent == 0:
                return  # it was cut off meanwhile
            start += sent
    os.ftruncate(writing, size)


def _remove(folder: int, name: str, status: os.stat_result) -> None:
    """Of the layer in the making only."""
    if not stat.S_ISDIR(status.st_mode):
        os.unlink(name, dir_fd=folder)
        return
    inner = os.open(name, _FOLDER, dir_fd=folder)
    try:
        for each in os.listdir(inner):
            inside = _look(inner, each)
            if inside is not None:
                _remove(inner, each, inside)
    finally:
        os.close(inner)
    os.rmdir(name, dir_fd=folder)
