"""What a run left in the shared folder, copied to where the run is kept.

The folder was writable from inside the walls, so nothing in it is to be trusted: a symbolic link there can point to
any file of the host, a FIFO would block whoever opens it, a sparse file can claim terabytes. So every step down goes
through a descriptor of the folder above (``O_NOFOLLOW``), only plain files are opened, and bytes are counted as they
are copied.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

MAX_BYTES = 1 << 30
"""Of all copied files together."""
MAX_FILES = 10_000
"""Copied ones; the folder itself may hold any number."""
MAX_DEPTH = 32
_CHUNK = 1 << 20

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC

Stamp: TypeAlias = tuple[int, int, int]
"""Inode, size, and time of the last change of a file's contents or metadata (``ctime``, which nobody can set back)."""


@dataclass(frozen=True, slots=True)
class Copied:
    names: tuple[str, ...]
    """Relative, sorted."""
    skipped: tuple[str, ...]
    """Why some were left out, as sentences."""


def contents(folder: Path) -> dict[str, Stamp]:
    """Every plain file under ``folder``, by its relative name."""
    found: dict[str, Stamp] = {}
    try:
        top = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return found
    try:
        for name, status, _, _ in walk(top, "", []):
            found[name] = _stamp(status)
    finally:
        os.close(top)
    return found


def copy_changes(source: Path, before: Mapping[str, Stamp], target: Path, most: int = MAX_BYTES) -> Copied:
    """Copy what is new or changed since ``before`` from ``source`` into ``target``."""
    names: list[str] = []
    skipped: list[str] = []
    left = most
    try:
        top = os.open(source, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        return Copied((), (f"The shared folder {source} cannot be read: {error.strerror}.",))
    try:
        for name, status, parent, leaf in walk(top, "", skipped):
            if before.get(name) == _stamp(status):
                continue
            if len(names) == MAX_FILES:
                skipped.append(f"Only the first {MAX_FILES} files are kept.")
                break
            if status.st_size > left:
                skipped.append(f"{name} is not kept: the files are more than {most >> 20} MiB together.")
                continue
            try:
                left -= _copy(parent, leaf, target / name, left)
                names.append(name)
            except (OSError, ValueError) as error:
                skipped.append(f"{name} is not kept: {getattr(error, 'strerror', None) or error}.")
    finally:
        os.close(top)
    return Copied(tuple(sorted(names)), tuple(skipped))


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_ino, status.st_size, status.st_ctime_ns


def walk(
    folder: int, prefix: str, skipped: list[str], depth: int = 0
) -> Iterator[tuple[str, os.stat_result, int, str]]:
    """Plain files: relative name, status, a descriptor of the folder it is in, and its name there."""
    try:
        leaves = sorted(os.listdir(folder))
    except OSError as error:
        skipped.append(f"{prefix} is not kept: {error.strerror}.")
        return
    for leaf in leaves:
        name = f"{prefix}{leaf}"
        try:
            status = os.stat(leaf, dir_fd=folder, follow_symlinks=False)
        except OSError:
            continue  # gone meanwhile
        if stat.S_ISREG(status.st_mode):
            yield name, status, folder, leaf
        elif not stat.S_ISDIR(status.st_mode):
            skipped.append(f"{name} is not kept: it is no plain file.")
        elif depth == MAX_DEPTH:
            skipped.append(f"{name}/ is not kept: folders are nested more than {MAX_DEPTH} deep.")
        else:
            try:
                below = os.open(leaf, _FOLDER, dir_fd=folder)
            except OSError as error:
                skipped.append(f"{name}/ is not kept: {error.strerror}.")
                continue
            try:
                yield from walk(below, f"{name}/", skipped, depth + 1)
            finally:
                os.close(below)


def _copy(parent: int, leaf: str, target: Path, most: int) -> int:
    """Copy one plain file, at most ``most`` bytes; returns how many."""
    source = os.open(leaf, _FILE, dir_fd=parent)
    try:
        if not stat.S_ISREG(os.fstat(source).st_mode):
            raise ValueError("it is no plain file")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)  # what a run left before it was resumed
        total = 0
        try:
            with target.open("xb") as out:
                while chunk := os.read(source, _CHUNK):
                    total += len(chunk)
                    if total > most:
                        raise ValueError("it grew past what may be kept")
                    out.write(chunk)
        except ValueError:
            target.unlink()
            raise
        return total
    finally:
        os.close(source)
