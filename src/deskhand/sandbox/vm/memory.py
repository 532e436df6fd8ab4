"""Machines kept as files: what is in their memory, and with it all that runs in them.

A boot takes ten seconds and more under translation; going on from a file takes about one. So the first machine of a
kind is kept as soon as its desktop has come to rest ("ready"), and all later ones go on from there: a start and a
reset are the same thing. A snapshot is the same once more, with whatever programs are open at that moment.

A kept machine goes on only on the disks it had, under the command line it had. Both are kept with it; the disks as
hard links, which take no room.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from deskhand.sandbox import description, image, store
from deskhand.sandbox.interface import SandboxError, Spec
from deskhand.sandbox.vm import machine
from deskhand.sandbox.vm.orders import order

_LONGEST = 120.0  # seconds; 300 MB take 0.3
_ABOUT = "about.json"
PLACE = f"/{machine.FOLDER}/memory"
"""Where the keeper finds it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a machine goes on with."""

    spec: Spec
    """With which it was made: its size, limits, language."""
    command: list[str]
    python: str

    @classmethod
    def read(cls, folder: Path) -> Kept:
        try:
            known = json.loads((folder / _ABOUT).read_text())
            return cls(description.from_data(known["spec"]), [str(each) for each in known["command"]], known["python"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SandboxError(f"What was kept of the virtual machine in {folder} is not whole: {error}.") from None

    def write(self, folder: Path) -> None:
        known: dict[str, Any] = {"command": self.command, "python": self.python}
        known["spec"] = description.to_data(replace(self.spec, share=None, ports=None, base=""))
        (folder / _ABOUT).write_text(json.dumps(known))


# --- ready ------------------------------------------------------------------------------------------------------------


def ready(layers: image.Image, command: list[str]) -> image.Layer:
    """Where the ready machine of that kind lies, or would."""
    key = hashlib.sha256("\0".join((machine.key(layers), *command)).encode()).hexdigest()[:16]
    return image.Layer(image.cache_folder() / f"vm-ready-{key}")


async def keep_ready(folder: Path, layer: image.Layer) -> None:
    """Keep a machine that has just come up, as that one."""
    building = Path(tempfile.mkdtemp(prefix=".vm-ready-", dir=layer.path.parent))
    try:
        place = building / machine.FOLDER
        place.mkdir(mode=0o755)
        await _write(folder, place / "memory", 0o644)
        key = layer.path.name.removeprefix("vm-ready-")
        await asyncio.to_thread(
            image.layer_of, layer.path.parent, "vm-ready", key, lambda made: _move(place, made / machine.FOLDER)
        )
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _move(source: Path, target: Path) -> None:
    source.rename(target)


def forget_ready(layer: image.Layer) -> None:
    """It is of no use."""
    shutil.rmtree(layer.path, ignore_errors=True)


# --- snapshots --------------------------------------------------------------------------------------------------------


async def take(
    folder: Path, name: str, programs: store.Programs, kept: Kept, disks: list[Path]
) -> tuple[store.Snapshot, int]:
    """A snapshot of the machine of that session, and a descriptor that holds it. Its programs go on."""
    draft = await asyncio.to_thread(store.draft)
    try:
        place = await asyncio.to_thread(_place, draft, disks)
        kept.write(place)
        await _write(folder, place / "memory", 0o600)
        _give(place / "memory", 1000)
        size = (place / "memory").stat().st_blocks * 512
        made = await asyncio.to_thread(draft.commit, name, programs, 1, size, "machine")
    except BaseException:
        draft.drop()
        raise
    return made, draft.held


def _place(draft: store.Draft, disks: list[Path]) -> Path:
    layer = store.folder() / "layers" / draft.id
    for folder, owner in ((layer, 0), (layer / machine.FOLDER, 0), (layer / "home", 0), (layer / "home/user", 1000)):
        folder.mkdir(mode=0o755)
        _give(folder, owner)
    for path in disks:
        os.link(path, layer / machine.FOLDER / path.name)
    return layer / machine.FOLDER


def _give(path: Path, inside: int) -> None:
    if os.geteuid() == 0:
        os.chown(path, store.first_id() + inside, store.first_id() + inside)


async def _write(folder: Path, target: Path, mode: int) -> None:
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, mode)
    try:
        await order(folder, {"do": "keep"}, given=descriptor, patience=_LONGEST)
        if os.fstat(descriptor).st_size < 1 << 20:
            raise SandboxError("The virtual machine was not kept: QEMU wrote nothing.")
    except BaseException:
        with contextlib.suppress(OSError):
            target.unlink()
        raise
    finally:
        os.close(descriptor)
