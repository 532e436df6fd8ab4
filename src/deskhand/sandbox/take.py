"""Taking a snapshot of a running sandbox, from whatever process of the same user."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
from pathlib import Path

from deskhand.desktop.interface import Desktop, DesktopError
from deskhand.sandbox import session, store
from deskhand.sandbox.interface import SandboxError
from deskhand.sandbox.line import order
from deskhand.sandbox.store import Programs, Snapshot
from deskhand.sandbox.vm import provider

_LONGEST = 300.0  # seconds; 200 MB take 0.2
_FAREWELL = 2.0
"""Seconds that programs get to end by themselves: Chromium with a dozen pages writes its profile in about one."""

# To every program but the desktop itself and those that run this: it is asked to end, and may still save.
_END_ALL = """
up=" "; p=$BASHPID
while [ "$p" -gt 1 ]; do up="$up$p "; while read -r key value; do [ "$key" = PPid: ] && p=$value; done < /proc/$p/status
done
asked=""
for each in /proc/[0-9]*; do
  pid=${each#/proc/}; read -r name < "$each/comm" || continue
  case $name in Xvnc|Xvfb|dbus-daemon|openbox|tint2|at-spi*) continue;; esac
  case $up in *" $pid "*) continue;; esac
  [ "$pid" != 1 ] && kill -TERM "$pid" && asked="$asked $pid"
done
for i in $(seq %d); do kill -0 $asked || break; sleep 0.05; done
"""


async def end_programs(desktop: Desktop) -> None:
    """Ask all programs to end, and give them a moment for it. What does not listen is ended with the sandbox."""
    script = "(" + _END_ALL % int(_FAREWELL / 0.05) + ") >/dev/null 2>&1"
    with contextlib.suppress(DesktopError, TimeoutError):
        async with asyncio.timeout(_FAREWELL + 3):
            await desktop.restart_shell()  # it runs one command at a time, and the one under way ends as all do
            await desktop.shell(script, timeout=_FAREWELL + 2)


def refuse_impossible(folder: Path) -> None:
    """`SandboxError` when the desktop with this session folder can never be kept. To ask before anything is ended."""
    kind = session.read(folder, "session.json").get("spec", {}).get("provider", "")
    if kind in ("docker", "podman"):
        raise SandboxError(
            f"A desktop in a container of {kind} cannot be kept as a snapshot, nor forked: what it writes lies in the "
            "container's memory. Save what is to stay in its ~/Shared, or start it without --sandbox or with "
            "--sandbox vm."
        )


async def take(folder: Path, name: str, programs: Programs) -> tuple[Snapshot, int]:
    """A snapshot of the sandbox with this session folder, and a descriptor that holds it.

    With programs ``end`` the sandbox ends, and the snapshot is made when nothing inside runs any more. A name that
    is taken already means the new one from then on.
    """
    if name:
        store.check_name(name)
    refuse_impossible(folder)
    if provider.is_machine(folder):
        return await provider.take(folder, name, programs)
    draft = await asyncio.to_thread(store.draft)
    try:
        wanted = {
            "do": "copy",
            "layers": str(store.folder() / "layers"),
            "target": draft.id,
            "parent": session.read(folder, "session.json").get("base", ""),
            "first_id": store.first_id(),
            "lasting": bool(name),
            "ending": programs == "end",
        }
        answer = await order(folder, wanted, patience=_LONGEST)
        if answer.get("event") != "copied":
            raise SandboxError(_why(int(answer.get("errno", 0)), str(answer.get("error", ""))))
        made = await asyncio.to_thread(draft.commit, name, programs, answer["files"], answer["bytes"])
    except BaseException:
        draft.drop()
        raise
    return made, draft.held


async def of(folder: Path, name: str, programs: Programs) -> Snapshot:
    """A snapshot with a name, by a process that does not drive the desktop."""
    made, held = await take(folder, name, programs)
    os.close(held)
    return made


def _why(number: int, text: str) -> str:
    where = store.folder()
    match number:
        case errno.ENOSPC | errno.EDQUOT:
            return f"There is no room for the snapshot in {where}: make some (`deskhand snapshots` lists what is kept)."
        case errno.EINVAL | errno.EOPNOTSUPP | errno.EPERM if os.geteuid() == 0:
            return (
                f"No snapshot can be kept in {where} ({text}): its file system cannot show files under other ids. "
                "Have that folder on ext4, XFS or Btrfs, with Linux 5.19 or later."
            )
        case _:
            return f"The snapshot could not be made: {text}"
