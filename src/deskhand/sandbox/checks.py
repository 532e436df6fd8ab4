"""What this machine can do for the walls: small probes that `deskhand doctor` prints.

The one that counts is `walls`: it really builds a sandbox and runs a program in it. The others say why it could not,
or what will be weaker than it might be.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from deskhand.sandbox import cgroups, diagnose, image, namespaces, session
from deskhand.sandbox.interface import SandboxError, Spec

State: TypeAlias = Literal[
    "ok",
    "limited",  # sandboxes start, something is weaker
    "missing",  # no sandbox starts
]

_DISK_NEEDED = 300 << 20


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    state: State
    detail: str
    """What was found, in words."""
    fix: str = ""
    """What to do about it; empty where nothing need be done."""
    command: tuple[str, ...] = ()
    """The same as a command, to be run as root; empty where there is no single one."""

    @property
    def ok(self) -> bool:
        return self.state != "missing"


def run_checks() -> list[Check]:
    """All checks, about 0.2 s. Works whether or not an event loop is running."""
    checks = [_user_namespaces(), _apparmor(), _python(), _kernel(), _usr(), *_servers(), _disk()]
    with ThreadPoolExecutor(1) as thread:
        walls, held = thread.submit(lambda: asyncio.run(_walls())).result()
    return [walls, *checks, *_limits(held)]


async def _walls() -> tuple[Check, dict[str, str]]:
    try:
        sandbox = await namespaces.start(Spec(), argv=["/bin/true"])
        try:
            ended = await sandbox.wait()
        finally:
            await sandbox.destroy()
    except SandboxError as error:
        return Check("walls", "missing", str(error), "See the lines below."), {}
    if ended.code != 0:
        return Check("walls", "missing", f"a program inside ended with {ended.code}: {ended.output[-300:]}"), {}
    who = "root: 65,536 ids of its own" if sandbox.mode == "range" else "a plain user: the caller's id"
    return Check("walls", "ok", f"a sandbox was built and a program ran in it ({who})"), sandbox.limits


def _from(name: str, problem: diagnose.Diagnosis | None, fine: str) -> Check:
    if problem is None:
        return Check(name, "ok", fine)
    return Check(name, "missing", problem.reason, problem.fix, problem.command)


def _user_namespaces() -> Check:
    return _from("user namespaces", diagnose.user_namespaces(), "allowed")


def _apparmor() -> Check:
    return _from("AppArmor", diagnose.apparmor(), "does not restrict user namespaces of this user")


def _python() -> Check:
    try:
        return Check("system Python", "ok", image.system_python())
    except SandboxError as error:
        return Check("system Python", "missing", str(error))


def _kernel() -> Check:
    release = os.uname().release
    version = session.kernel_version()
    if version < (5, 12):
        return Check("kernel", "missing", f"Linux {release}", "Use Linux 5.12 or later.")
    if version < (5, 19) and os.geteuid() == 0:
        return Check(
            "kernel", "ok", f"Linux {release}: files of the image show nobody as their owner (5.19 shows root)"
        )
    return Check("kernel", "ok", f"Linux {release}")


def _usr() -> Check:
    apart = [name for name in ("bin", "lib") if not Path("/", name).is_symlink()]
    if apart:
        return Check("merged /usr", "missing", f"/{apart[0]} lies apart from /usr", "sudo apt-get install usrmerge")
    return Check("merged /usr", "ok", "the image is this machine's own /usr")


def _servers() -> list[Check]:
    checks: list[Check] = []
    for display, (program, _package, purpose) in diagnose.SERVERS.items():
        missing = diagnose.missing_server(display)
        if missing is None:
            checks.append(Check(program, "ok", f"/usr/bin/{program}"))
        else:
            state: State = "missing" if display == "xvnc" else "limited"
            checks.append(Check(program, state, f"not installed ({purpose})", missing.fix, missing.command))
    return checks


def _disk() -> Check:
    folder = image.cache_folder()
    existing = next(each for each in (folder, *folder.parents) if each.exists())
    free = shutil.disk_usage(existing).free
    detail = f"{free >> 20} MiB free for the image in {folder}"
    if free < _DISK_NEEDED and not folder.exists():
        return Check(
            "disk", "missing", detail, f"Free {_DISK_NEEDED >> 20} MiB, or set XDG_CACHE_HOME to another disk."
        )
    return Check("disk", "ok", detail)


def _limits(held: dict[str, str]) -> list[Check]:
    """Which limits of a sandbox hold, from a sandbox that was really started."""
    checks: list[Check] = []
    for limit, by in held.items():
        if by.startswith("not held"):
            fix = "Run deskhand as root, or from a delegated cgroup: systemd-run --user --scope -p Delegate=yes …"
            checks.append(Check(f"limit on {limit.replace('_', ' ')}", "limited", by, fix))
        else:
            checks.append(Check(f"limit on {limit.replace('_', ' ')}", "ok", f"held by {by}"))
    if held and "cpus" not in held:
        version, parents = cgroups.find_parents()
        reachable = "cpu" in parents and os.access(parents["cpu"], os.W_OK)
        detail = f"cgroup v{version}" if reachable else "no cgroup controller 'cpu' that this user may use"
        checks.append(Check("limit on cpus", "ok" if reachable else "limited", detail))
    return checks
