"""Starts a desktop in a virtual machine, behind the walls of a namespace sandbox; takes snapshots of it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
from dataclasses import dataclass, replace
from pathlib import Path

from deskhand.desktop.interface import DesktopError
from deskhand.desktop.remote import RemoteDesktop
from deskhand.sandbox import description, held, image, namespaces, session, store
from deskhand.sandbox.held import HeldSandbox, Stay
from deskhand.sandbox.interface import SandboxError, Spec
from deskhand.sandbox.vm import accelerator, command, machine, memory
from deskhand.sandbox.vm.machine_sandbox import MachineSandbox
from deskhand.sandbox.vm.orders import order

_SOCKETS = ("guest.sock", "view.sock", "vm.sock")
_KEEPER = f"/{machine.FOLDER}/lib/deskhand/sandbox/vm/keeper.py"
_BOOT_LIMIT = 240.0
"""Seconds; a boot takes ten under translation on an idle machine, and a loaded one is not a broken one."""
_GO_ON_LIMIT = 60.0
_REST_LIMIT = 90.0


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A machine to be started."""

    spec: Spec
    layers: image.Image
    kept: memory.Kept
    disks: list[Path]
    argv: list[str]
    """The program in place of the desktop; empty: the desktop."""


async def start(spec: Spec, stay: Stay, *, argv: list[str] | None = None) -> HeldSandbox:
    """From nothing to a machine whose desktop is up: from its memory where one was kept, else by booting it.

    With ``argv`` that program runs inside in place of the desktop; when it ends, the machine does.
    """
    held.refuse_impossible(spec.limits)
    command.version()
    await asyncio.to_thread(machine.must_be_made)
    layers = await asyncio.to_thread(machine.prepare)
    await asyncio.to_thread(store.collect)
    if spec.base:
        return await _start_from(spec, stay, layers)
    chosen = await accelerator.choose(layers)
    kept = memory.Kept(spec, command.line(spec, chosen, layers.python, empty=argv is not None), layers.python)
    wanted = _Wanted(spec, layers, kept, machine.disks(layers), argv or [])
    ready = memory.ready(layers, kept.command)
    if ready.path.is_dir():
        ready.lock.touch()
        with contextlib.suppress(SandboxError):
            return await _go_on(replace(wanted, layers=replace(layers, layers=(ready, *layers.layers))), stay, None)
        memory.forget_ready(ready)  # it does not go on, for whatever reason: a boot always does
    return await _boot(wanted, stay, ready)


async def take(folder: Path, name: str, programs: store.Programs) -> tuple[store.Snapshot, int]:
    """A snapshot of the machine with this session folder, with all that runs in it; and a descriptor that holds it."""
    known = session.read(folder, "session.json")
    about = known["machine"]
    kept = memory.Kept(description.from_data(known["spec"]), about["command"], about["python"])
    return await memory.take(folder, name, programs, kept, [Path(each) for each in about["disks"]])


def is_machine(folder: Path) -> bool:
    """Whether the sandbox with this session folder is a virtual machine."""
    return "machine" in session.read(folder, "session.json")


async def _start_from(spec: Spec, stay: Stay, layers: image.Image) -> HeldSandbox:
    base = store.find(spec.base)
    if base.kind != "machine":
        raise SandboxError(f"The snapshot {base} holds files only: a virtual machine begins with one of its own kind.")
    lock = store.hold(base)
    try:
        place = base.layer / machine.FOLDER
        kept = memory.Kept.read(place)
        # It is the same machine, of the same size; what lies outside of it may be another.
        spec = replace(kept.spec, share=spec.share, ports=spec.ports, base=base.id, provider="vm")
        disks = [place / each.name for each in machine.disks(layers)]
        return await _go_on(_Wanted(spec, layers, kept, disks, []), stay, base)
    finally:
        os.close(lock)  # the launcher holds it now


async def _go_on(wanted: _Wanted, stay: Stay, base: store.Snapshot | None) -> HeldSandbox:
    sandbox = await _launch(wanted, stay, base, memory.PLACE)
    try:
        await order(sandbox.folder, {"do": "up"}, patience=_GO_ON_LIMIT)
    except BaseException:
        await _drop(sandbox)
        raise
    return sandbox


async def _boot(wanted: _Wanted, stay: Stay, ready: image.Layer) -> HeldSandbox:
    sandbox = await _launch(wanted, stay, None, "")
    try:
        await order(sandbox.folder, {"do": "up"}, patience=_BOOT_LIMIT)
        if not wanted.argv:
            await _come_to_rest(sandbox)
        with contextlib.suppress(SandboxError, OSError):  # it runs; the next one will boot again
            await memory.keep_ready(sandbox.folder, ready)
        await order(sandbox.folder, {"do": "arm"}, patience=_GO_ON_LIMIT)
    except BaseException as error:
        words = await _drop(sandbox)
        if isinstance(error, SandboxError) and words:
            raise SandboxError(f"{error} Its last words: {words}") from None
        raise
    return sandbox


# Until the processors were idle for most of a second.
_REST = """for i in $(seq 60); do
  read -r _ a b c d e _ < /proc/stat; sleep 1; read -r _ A B C D E _ < /proc/stat
  [ $((100 * (D - d) / (A + B + C + D + E - a - b - c - d - e))) -gt 85 ] && break
done"""


async def _come_to_rest(sandbox: HeldSandbox) -> None:
    """Until panel and icons are painted, and all that a desktop does when it comes up is done.

    What is kept sooner goes on with it in every copy: a panel that was still starting took no click for six seconds.
    """
    desktop = await RemoteDesktop.connect(sandbox.guest_socket, timeout=_GO_ON_LIMIT)
    try:
        with contextlib.suppress(DesktopError):
            await desktop.shell(_REST, timeout=_REST_LIMIT)
            await desktop.screenshot()
    finally:
        await desktop.close()


async def _launch(wanted: _Wanted, stay: Stay, base: store.Snapshot | None, kept_at: str) -> HeldSandbox:
    spec, layers = wanted.spec, wanted.layers
    inner = replace(spec, limits=command.outer(spec.limits))
    told = {
        "command": wanted.kept.command,
        "memory": kept_at,
        "ports": None if spec.ports is None else list(spec.ports),
        "share": spec.share is not None,
        "argv": wanted.argv,
    }
    # PID 1 is a shell that waits, and takes up orphans.
    program = ["/bin/sh", "-c", '"$@"; exit $?', "init", layers.python, "-I", "-S", _KEEPER, json.dumps(told)]
    devices = accelerator.devices(wanted.kept.command)
    group = accelerator.group() if devices else 0
    sandbox = await held.hold(
        spec,
        stay,
        lambda _made: namespaces.launcher(layers),
        lambda made: namespaces.plan(
            inner, base, made, layers, program, stay, sockets=_SOCKETS, devices=devices, group=group
        ),
        base="" if base is None else base.id,
    )
    about = {
        "command": wanted.kept.command,
        "python": wanted.kept.python,
        "disks": [str(each) for each in wanted.disks],
    }
    session.describe(sandbox.folder, machine=about)
    return MachineSandbox.of(sandbox)


async def _drop(sandbox: HeldSandbox) -> str:
    await sandbox.destroy()
    if sandbox.doors is not None:
        sandbox.doors.close()
    return (await sandbox.wait()).output.strip()[-1000:]
