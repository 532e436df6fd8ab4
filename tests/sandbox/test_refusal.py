"""Where walls cannot be built nothing starts, and the reason comes with its remedy."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.sandbox.conftest import needs_root

from deskhand.sandbox import diagnose, namespaces
from deskhand.sandbox.checks import run_checks
from deskhand.sandbox.interface import CannotConfine, Spec

PARAMETERS = {
    "user/max_user_namespaces": 100,
    "kernel/unprivileged_userns_clone": None,
    "kernel/apparmor_restrict_unprivileged_userns": None,
}


@pytest.mark.parametrize(
    ("step", "number", "changed", "uid", "said"),
    [
        (
            "making the namespaces",
            errno.ENOSPC,
            {"user/max_user_namespaces": 0},
            1000,
            "sysctl -w user.max_user_namespaces=15000",
        ),
        (
            "making the namespaces",
            errno.EPERM,
            {"kernel/unprivileged_userns_clone": 0},
            1000,
            "unprivileged_userns_clone=1",
        ),
        (
            "mapping the ids",
            errno.EPERM,
            {"kernel/apparmor_restrict_unprivileged_userns": 1},
            1000,
            "AppArmor restricts user namespaces of plain users",
        ),
        (
            "making the cgroup namespace",
            errno.EPERM,
            {"kernel/apparmor_restrict_unprivileged_userns": 1},
            1000,
            "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
        ),
        ("making the namespaces", errno.ENOSPC, {}, 0, "limit on namespaces is reached"),
        ("making the namespaces", errno.EINVAL, {}, 0, "Linux 5.12 or later"),
    ],
)
def test_the_reason_is_named(
    step: str, number: int, changed: dict[str, int], uid: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = PARAMETERS | changed
    monkeypatch.setattr(diagnose, "parameter", lambda path: values[path])
    monkeypatch.setattr(os, "geteuid", lambda: uid)
    sentence = str(diagnose.explain(step, number, os.strerror(number)).error())
    assert said in sentence


def test_in_a_container_it_says_how_to_start_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnose, "parameter", lambda path: PARAMETERS[path])
    monkeypatch.setattr(diagnose, "container", lambda: "Docker")
    sentence = str(diagnose.explain("making the namespaces", errno.EPERM, "Operation not permitted").error())
    assert "inside a Docker container" in sentence
    assert "--security-opt seccomp=unconfined" in sentence


async def test_a_missing_x_server_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = {"xvnc": ("Xnowhere", "tigervnc-standalone-server", "the screen")}
    monkeypatch.setattr(diagnose, "SERVERS", absent)
    with pytest.raises(CannotConfine, match=r"Xnowhere .* sudo apt-get install -y tigervnc-standalone-server"):
        await namespaces.start(Spec())


# Starts a sandbox in a process that the kernel lets make no namespaces (RLIMIT-like: its own user namespace's ceiling
# is 0), as on a machine where they are switched off.
FORBIDDEN = """
import asyncio, os, sys
from pathlib import Path
from deskhand.sandbox import namespaces
from deskhand.sandbox.interface import CannotConfine, Spec

Path("/proc/sys/user/max_user_namespaces").write_text("0")
try:
    asyncio.run(namespaces.start(Spec(), argv=["/bin/true"]))
except CannotConfine as error:
    print(error)
"""


@needs_root
def test_a_machine_without_user_namespaces_is_refused() -> None:
    command = ["unshare", "--user", "--map-root-user", "--mount", sys.executable, "-c", FORBIDDEN]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert "User namespaces are switched off on this machine. Allow them: sudo sh -c" in done.stdout, done.stderr
    assert "Traceback" not in done.stderr


def test_the_checks_tell_a_healthy_machine() -> None:
    checks = {check.name: check for check in run_checks()}
    assert all(check.ok for check in checks.values()), checks
    assert {"walls", "user namespaces", "AppArmor", "system Python", "Xvnc", "disk", "limit on memory"} <= set(checks)
    for check in checks.values():
        assert check.detail
        assert check.state == "ok" or check.fix or "cpu" in check.detail, check
    assert Path("/run").exists()
