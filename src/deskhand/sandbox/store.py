"""Snapshots on disk: what desktops had written, each as one folder that new desktops stand on, read-only.

They lie in the cache folder of the user, where no other user may enter:

    snapshots/ID.json      its name, and when and of what it was made
    snapshots/ID.lock      locked (shared) by everyone who needs it: desktops that stand on it, programs that hold it
    snapshots/layers/ID/   the files, under ids that no account and no running desktop has

Nothing here ever walks through those files, but for removing them. A snapshot without a name lives as long as somebody
holds its lock; one with a name, until it is removed; and where desktops still stand on it, until the last one ends.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import secrets
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from deskhand.sandbox.image import cache_folder
from deskhand.sandbox.interface import SandboxError
from deskhand.sandbox.session import spare_ids

Programs: TypeAlias = Literal[
    "end",  # all programs are ended first: what is on disk is whole; they do not run afterwards
    "keep",  # they go on meanwhile: a file that is being written at that moment may be half in the snapshot
]
Kind: TypeAlias = Literal[
    "files",  # what the desktop had written
    "machine",  # a virtual machine as it stood, with all that ran in it: for virtual machines only
]
_LONGEST_NAME = 64


class NoSuchSnapshot(SandboxError):
    """No snapshot of that name; the text says which there are."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a desktop had written when it was taken."""

    id: str
    name: str
    """Empty: it goes when nobody needs it any more."""
    made: float
    """Seconds since 1970."""
    files: int
    bytes: int
    """On disk; what it shares with the snapshot that its desktop began with is counted in both."""
    programs: Programs
    """Whether programs were ended before it was taken."""
    kind: Kind = "files"

    def __str__(self) -> str:
        return self.name or self.id

    @property
    def layer(self) -> Path:
        return folder() / "layers" / self.id

    @property
    def lock(self) -> Path:
        return folder() / f"{self.id}.lock"


def folder() -> Path:
    return cache_folder() / "snapshots"


def first_id() -> int:
    """Which id on disk is the id 0 inside: a range of its own, which no running desktop has."""
    return spare_ids() if os.geteuid() == 0 else 0


def every() -> list[Snapshot]:
    """Those with names, by name."""
    return sorted((each for each in _all() if each.name), key=lambda each: each.name)


def kept() -> set[str]:
    """Ids of all that takes room, found or forgotten."""
    layers = folder() / "layers"
    return {each.name for each in layers.iterdir()} if layers.is_dir() else set()


def find(name: str) -> Snapshot:
    """By its name, or the id of one that somebody holds. `NoSuchSnapshot` says which there are."""
    known = _all()
    for each in known:
        if name and name in (each.name, each.id):
            return each
    names = ", ".join(sorted(each.name for each in known if each.name))
    raise NoSuchSnapshot(f"There is no snapshot {name!r}; " + (f"there are: {names}." if names else "there is none."))


def hold(snapshot: Snapshot) -> int:
    """A descriptor: until it is closed, the snapshot stays."""
    descriptor = -1
    try:
        descriptor = os.open(snapshot.lock, os.O_RDONLY | os.O_CLOEXEC)
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        if snapshot.layer.is_dir():
            return descriptor
    except FileNotFoundError:
        pass
    if descriptor >= 0:
        os.close(descriptor)
    raise NoSuchSnapshot(f"The snapshot {snapshot} has been removed.")


def check_name(name: str) -> None:
    if not name or len(name) > _LONGEST_NAME or name[0] in ".-" or not all(_usable(letter) for letter in name):
        raise SandboxError(
            f"A snapshot cannot be called {name!r}: use up to {_LONGEST_NAME} letters, digits, '.', '_' and '-', and "
            "begin with a letter or digit."
        )


def _usable(letter: str) -> bool:
    return letter.isalnum() or letter in "._-"


@dataclass(frozen=True, slots=True)
class Draft:
    """A snapshot in the making: a place for the layer, and its lock, held."""

    id: str
    held: int

    def commit(self, name: str, programs: Programs, files: int, size: int, kind: Kind = "files") -> Snapshot:
        """From now on it can be found. What had that name goes."""
        made = Snapshot(self.id, name, time.time(), files, size, programs, kind)
        with _exclusively() as store:
            replaced = [each for each in _all() if name and each.name == name]
            _write(store, made)
            for each in replaced:
                _remove(store, each)
        return made

    def drop(self) -> None:
        os.close(self.held)
        collect()


def draft() -> Draft:
    """`SandboxError` when nothing can be kept on this machine."""
    try:
        with _exclusively() as store:
            identifier = secrets.token_hex(8)
            held = os.open(store / f"{identifier}.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
            fcntl.flock(held, fcntl.LOCK_SH)
            return Draft(identifier, held)
    except OSError as error:
        raise SandboxError(f"No snapshot can be kept in {folder()}: {error.strerror}.") from None


def remove(name: str) -> bool:
    """Remove a snapshot; whether its space is free already. It is not while desktops stand on it: then it follows."""
    with _exclusively() as store:
        gone = find(name)
        return _remove(store, gone)


def collect() -> None:
    """Remove what nobody needs: snapshots without a name whose holders have ended, and halves of such."""
    if not os.access(folder(), os.W_OK | os.X_OK):
        return  # nothing was ever kept; or, where ids are mapped strangely, it is not for us to see
    with contextlib.suppress(OSError), _exclusively() as store:  # clearing up is never a reason not to start
        named = {each.id for each in _all() if each.name}
        found = {path.stem for path in store.glob("*.lock")} | {path.name for path in (store / "layers").iterdir()}
        for identifier in found - named:
            with contextlib.suppress(OSError):  # a copier whose client went away may still be writing there
                _erase_if_free(store, identifier)


def _remove(store: Path, gone: Snapshot) -> bool:
    if _erase_if_free(store, gone.id):
        return True
    _write(store, Snapshot(**{**asdict(gone), "name": ""}))
    return False


def _erase_if_free(store: Path, identifier: str) -> bool:
    try:
        descriptor = os.open(store / f"{identifier}.lock", os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        _erase(store, identifier)
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _erase(store, identifier)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True


def _erase(store: Path, identifier: str) -> None:
    (store / f"{identifier}.json").unlink(missing_ok=True)
    layer = store / "layers" / identifier
    if layer.is_dir():
        shutil.rmtree(layer, onerror=_make_way)  # goes by descriptors and follows no link
    (store / f"{identifier}.lock").unlink(missing_ok=True)


def _make_way(attempt: Callable[..., Any], path: str, reason: Any) -> None:
    """A plain user cannot look into its own folders when their modes say so."""
    error = reason[1]
    if not isinstance(error, PermissionError) or os.geteuid() == 0:
        raise error
    for each in (Path(path).parent, Path(path)):
        with contextlib.suppress(OSError):
            if stat.S_ISDIR(each.lstat().st_mode):
                each.chmod(0o700)
    if Path(path).is_dir() and not Path(path).is_symlink():
        shutil.rmtree(path)
    else:
        Path(path).unlink(missing_ok=True)


@contextlib.contextmanager
def _exclusively() -> Iterator[Path]:
    """The store, made where it is missing, with nobody else changing what it lists."""
    store = folder()
    layers = store / "layers"
    if not layers.is_dir():
        store.mkdir(parents=True, exist_ok=True, mode=0o700)
        layers.mkdir(exist_ok=True, mode=0o700)
        if os.geteuid() == 0:
            os.chown(layers, first_id(), first_id())
    with (store / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield store


def _all() -> list[Snapshot]:
    found = []
    for path in folder().glob("*.json"):
        with contextlib.suppress(OSError, ValueError, TypeError):
            found.append(Snapshot(**json.loads(path.read_text())))
    return found


def _write(store: Path, snapshot: Snapshot) -> None:
    path = store / f"{snapshot.id}.json"
    new = path.with_suffix(".new")
    new.write_text(json.dumps(asdict(snapshot), ensure_ascii=False))
    new.rename(path)
