"""Files inside the walls, read and written whole.

A write is a new file beside the old one that takes its place by a rename, so that a program or a power cut in between
sees the old bytes or the new ones and never half of them. Standard library only: this runs in the guest.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from deskhand.desktop.interface import DesktopError, FileInfo

MAX_BYTES = 32 << 20
"""The largest file that is carried through the walls in one piece."""
MAX_ENTRIES = 5000
"""The most entries one listing holds."""
MAX_DEPTH = 8


def read_file(path: str) -> bytes:
    """The whole file. Pipes, devices and sockets are refused: to read them is to wait for them."""
    place, path = _place(path), _short(path)
    try:
        # Without O_NONBLOCK the mere opening of a pipe waits for its writer.
        with open(os.open(place, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            _must_be_regular(os.fstat(file.fileno()), path)
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _sentence(error, path, "read") from None
    if len(data) > MAX_BYTES:
        raise DesktopError(
            f"{path} is larger than {MAX_BYTES >> 20} MiB, the most that is read whole; "
            "look at parts of it in the shell (head, tail, grep)"
        )
    return data


def write_file(path: str, data: bytes, *, create_new: bool = False) -> None:
    """Atomically make ``path`` hold ``data``, with the folders above it; an old file's mode and owner stay.

    Through a symbolic link the file it points to is written, and the link stays a link.
    """
    if len(data) > MAX_BYTES:
        raise DesktopError(f"{len(data):,} bytes are more than the {MAX_BYTES >> 20} MiB that are written in one piece")
    place, path = _place(path), _short(path)
    try:
        place = Path(os.path.realpath(place))
        old = _status(place)
        if old is not None:
            if create_new:
                raise DesktopError(f"{path} exists already")
            _must_be_regular(old, path)
            if not os.access(place, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        place.parent.mkdir(parents=True, exist_ok=True)
        _replace(place, data, old, create_new)
    except OSError as error:
        raise _sentence(error, path, "written") from None


def list_files(path: str, depth: int = 1) -> list[FileInfo]:
    """What is in a folder, hidden entries left out, ``depth`` levels deep and sorted by name; at most `MAX_ENTRIES`.

    Depth 0 is the path itself, whether file or folder. Links to folders are named and not followed.
    """
    place, path = _place(path), _short(path)
    try:
        status = place.stat()
        if depth <= 0:
            return [_info(place, status)]
        if not stat.S_ISDIR(status.st_mode):
            raise DesktopError(f"{path} is not a folder")
        found: list[FileInfo] = []
        for entry in _walk(place, min(depth, MAX_DEPTH)):
            found.append(entry)
            if len(found) == MAX_ENTRIES:
                break
        return found
    except OSError as error:
        raise _sentence(error, path, "listed") from None


def _walk(folder: Path, depth: int) -> Iterator[FileInfo]:
    with os.scandir(folder) as entries:
        names = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    for entry in names:
        try:
            status = entry.stat()
        except OSError:  # a dangling link, or gone since
            try:
                status = entry.stat(follow_symlinks=False)
            except OSError:
                continue
        yield _info(Path(entry.path), status)
        if depth > 1 and entry.is_dir(follow_symlinks=False):
            with contextlib.suppress(OSError):  # a folder that may not be read is still named
                yield from _walk(Path(entry.path), depth - 1)


def _info(place: Path, status: os.stat_result) -> FileInfo:
    is_file, is_folder = stat.S_ISREG(status.st_mode), stat.S_ISDIR(status.st_mode)
    # A name need not be text; what goes over the wire must be.
    name = os.fsencode(place).decode(errors="replace")
    return FileInfo(
        name, "file" if is_file else "directory" if is_folder else "other", status.st_size if is_file else 0
    )


def _place(path: str) -> Path:
    """The path with ``~`` expanded; relative ones start at the home folder, as the shell does."""
    if not path or "\0" in path:
        raise DesktopError("a path must be at least one character and hold no NUL character")
    try:
        expanded = Path(path).expanduser()
        return expanded if expanded.is_absolute() else Path.home() / expanded
    except (RuntimeError, UnicodeError):
        raise DesktopError(f"{_short(path)!r} names the home folder of someone who does not exist here") from None


def _short(path: str) -> str:
    """As it goes into a sentence."""
    return path if len(path) <= 300 else f"{path[:140]}…{path[-140:]}"


def _status(place: Path) -> os.stat_result | None:
    try:
        return place.stat()
    except FileNotFoundError:
        return None


def _replace(place: Path, data: bytes, old: os.stat_result | None, create_new: bool) -> None:
    beside = place.with_name(f".{place.name[:100]}.{secrets.token_hex(6)}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            if old is not None:
                with contextlib.suppress(PermissionError):
                    os.fchown(descriptor, old.st_uid, old.st_gid)
                os.fchmod(descriptor, stat.S_IMODE(old.st_mode))  # after chown, which clears set-id bits
            file.flush()
            os.fsync(descriptor)
        if create_new:
            _move_to_new(beside, place)
        else:
            beside.rename(place)
        _sync_folder(place.parent)
    finally:
        beside.unlink(missing_ok=True)


def _move_to_new(beside: Path, place: Path) -> None:
    """A link fails where something exists; a rename would replace it."""
    try:
        place.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        os.close(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666))
        beside.rename(place)


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # not every file system can
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _must_be_regular(status: os.stat_result, path: str) -> None:
    mode = status.st_mode
    if stat.S_ISREG(mode):
        return
    kind = (
        "a folder"
        if stat.S_ISDIR(mode)
        else "a pipe"
        if stat.S_ISFIFO(mode)
        else "a socket"
        if stat.S_ISSOCK(mode)
        else "a device"
    )
    raise DesktopError(f"{path} is {kind}, not a file")


def _sentence(error: OSError, path: str, done: str) -> DesktopError:
    match error.errno:
        case errno.ENOENT:
            return DesktopError(f"{path} does not exist")
        case errno.EACCES | errno.EPERM:
            return DesktopError(f"{path} may not be {done}: permission denied")
        case errno.EISDIR:
            return DesktopError(f"{path} is a folder, not a file")
        case errno.ENOTDIR:
            return DesktopError(f"{path} cannot be {done}: a part of the path is a file, not a folder")
        case errno.EEXIST:
            return DesktopError(f"{path} exists already")
        case errno.ENOSPC | errno.EDQUOT:
            return DesktopError(f"{path} cannot be written: the disk is full")
        case errno.EROFS:
            return DesktopError(f"{path} cannot be written: it is on a read-only file system")
        case errno.ENXIO:
            return DesktopError(f"{path} is a pipe, a socket or a device, not a file")
        case errno.ELOOP:
            return DesktopError(f"{path} cannot be {done}: its symbolic links go round in a circle")
        case _:
            return DesktopError(f"{path} cannot be {done}: {error.strerror or error}")
