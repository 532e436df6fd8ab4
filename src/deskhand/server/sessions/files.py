"""Files of a session's shared folder, in and out, without ever leaving it.

The folder is written from inside the walls: any name in it may be a link to a file of this computer, or become one
between a look and the opening. So the kernel is told not to leave the folder and to follow no link at all
(``openat2`` with ``RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS``), names that a person gives are taken apart first, and
what is no plain file is not opened.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import secrets
import stat
import struct
from collections.abc import AsyncIterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import anyio.to_thread

from deskhand.agent.shared_folder import walk
from deskhand.server.errors import ApiError, invalid

MAX_UPLOAD = 1 << 30
MOST_FILES = 10_000
MAX_DEPTH = 16
_CHUNK = 1 << 20
_OPENAT2 = 437
_BENEATH, _NO_SYMLINKS, _NO_MAGICLINKS = 0x08, 0x04, 0x02
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True, slots=True)
class Listed:
    name: str
    bytes: int
    changed: float


class SharedFiles:
    """``folder`` is the session's shared folder; it need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def listed(self) -> list[Listed]:
        if not self._folder.is_dir():
            return []
        found: list[Listed] = []
        with self._top() as top:
            for name, status, _, _ in walk(top, "", []):
                found.append(Listed(name, status.st_size, status.st_mtime))
                if len(found) == MOST_FILES:
                    break
        return found

    def open(self, name: str) -> tuple[BinaryIO, int]:
        """To be read, and its size. 404 when there is no such plain file."""
        parts = _parts(name)
        with self._top() as top:
            try:
                descriptor = _beneath(top, "/".join(parts), os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
            except OSError as error:
                raise _missing(name, error) from None
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            os.close(descriptor)
            raise ApiError(404, f"{name[:120]} is no plain file.")
        return open(descriptor, "rb"), status.st_size

    async def write(self, name: str, body: AsyncIterable[bytes], most: int = MAX_UPLOAD) -> bool:
        """Whole or not at all; whether it is new. 413 when it is too large."""
        parts = _parts(name)
        with self._top(make=True) as top, _folder_of(top, parts[:-1]) as parent:
            return await _write(parent, parts[-1], body, most)

    def delete(self, name: str) -> None:
        parts = _parts(name)
        with self._top() as top:
            try:
                parent = _beneath(top, "/".join(parts[:-1]) or ".", _FOLDER)
            except OSError as error:
                raise _missing(name, error) from None
            try:
                if not stat.S_ISREG(os.stat(parts[-1], dir_fd=parent, follow_symlinks=False).st_mode):
                    raise ApiError(409, f"{name[:120]} is no plain file.")
                os.unlink(parts[-1], dir_fd=parent)
            except OSError as error:
                raise _missing(name, error) from None
            finally:
                os.close(parent)

    @contextlib.contextmanager
    def _top(self, *, make: bool = False) -> Iterator[int]:
        if make:
            self._folder.mkdir(parents=True, exist_ok=True)
        try:
            top = os.open(self._folder, _FOLDER)
        except OSError as error:
            raise ApiError(404, f"The session has no shared folder ({error.strerror}).") from None
        try:
            yield top
        finally:
            os.close(top)


@contextlib.contextmanager
def _folder_of(top: int, parts: list[str]) -> Iterator[int]:
    """A descriptor of the folder, made where it is missing, one step at a time."""
    current = os.dup(top)
    try:
        for part in parts:
            try:
                with contextlib.suppress(FileExistsError):
                    os.mkdir(part, 0o755, dir_fd=current)
                    _give_away(os.open(part, _FOLDER | os.O_NOFOLLOW, dir_fd=current), current, close=True)
                below = _beneath(current, part, _FOLDER)
            except OSError as error:
                raise ApiError(409, f"{part[:80]} is no folder that can be written to ({error.strerror}).") from None
            os.close(current)
            current = below
        yield current
    finally:
        os.close(current)


async def _write(parent: int, leaf: str, body: AsyncIterable[bytes], most: int) -> bool:
    partial = f".{secrets.token_hex(8)}.upload"
    descriptor = os.open(
        partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644, dir_fd=parent
    )
    try:
        try:
            size = 0
            async for chunk in body:
                size += len(chunk)
                if size > most:
                    raise ApiError(413, f"The file is larger than {most >> 20} MB, the largest that is taken.")
                await anyio.to_thread.run_sync(_write_all, descriptor, chunk)
            _give_away(descriptor, parent)
        finally:
            os.close(descriptor)
        there = _is_there(parent, leaf)
        os.rename(partial, leaf, src_dir_fd=parent, dst_dir_fd=parent)  # takes the place of a link, and follows none
        return not there
    except OSError as error:
        raise ApiError(507 if error.errno == errno.ENOSPC else 409, f"It cannot be kept: {error.strerror}.") from None
    finally:
        with contextlib.suppress(OSError):
            os.unlink(partial, dir_fd=parent)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _give_away(descriptor: int, folder: int, *, close: bool = False) -> None:
    """To whom the folder belongs: as root we would leave files that the user inside cannot change."""
    try:
        owner = os.fstat(folder)
        if os.geteuid() == 0 and (owner.st_uid, owner.st_gid) != (0, 0):
            os.fchown(descriptor, owner.st_uid, owner.st_gid)
    finally:
        if close:
            os.close(descriptor)


def _is_there(parent: int, leaf: str) -> bool:
    try:
        os.stat(leaf, dir_fd=parent, follow_symlinks=False)
    except OSError:
        return False
    return True


def _parts(name: str) -> list[str]:
    """The steps of a name; 400 when it is none that could lie in the folder."""
    parts = name.split("/")
    if not name or any(part in ("", ".", "..") or "\0" in part or "\\" in part for part in parts):
        raise invalid(f"{name[:120]!r} is no name of a file in the folder: give names with single slashes between")
    if len(parts) > MAX_DEPTH or any(len(part.encode(errors="replace")) > 255 for part in parts):
        raise invalid("the name is too long, or in too many folders")
    try:
        name.encode()
    except UnicodeEncodeError:
        raise invalid("the name is no text that could be written down") from None
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in name):
        raise invalid("the name holds control characters")
    return parts


def _beneath(folder: int, path: str, flags: int) -> int:
    """``openat2``: the kernel itself keeps within the folder, whatever is exchanged meanwhile."""
    how = struct.pack("=QQQ", flags, 0, _BENEATH | _NO_SYMLINKS | _NO_MAGICLINKS)
    found: int = _libc.syscall(_OPENAT2, folder, os.fsencode(path), how, ctypes.c_size_t(len(how)))
    if found < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), path)
    return found


def _missing(name: str, error: OSError) -> ApiError:
    if error.errno in (errno.ELOOP, errno.EXDEV):
        return ApiError(403, f"{name[:120]} is a link, or leads out of the folder; links are not followed.")
    return ApiError(404, f"There is no file {name[:120]!r} ({error.strerror}).")
