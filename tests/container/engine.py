"""An engine of the tests' own: Docker's daemon or Podman's store in a temporary folder, and nothing of it left.

Docker's daemon gets a network namespace of its own, so that it touches no interface and no packet filter of the
machine, and is ended by its process id. Podman has no daemon; what it needs is where it keeps things.

The machines that run tests are often containers themselves: root without the right to raise limits (hence limits that
are given outright), and control groups of both versions at once, which Podman's usual runtime refuses.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

import pytest

Kind: TypeAlias = Literal["docker", "podman"]
_UP = 60.0
_DOWN = 30.0


def why_not(kind: Kind) -> str:
    """Why there can be none here; empty when there can."""
    programs = ("dockerd", "containerd", "runc", "docker", "unshare") if kind == "docker" else ("podman", "runc")
    missing = [each for each in programs if shutil.which(each, path=_PATH) is None]
    if os.geteuid() != 0:
        return "an engine of the tests' own needs root"
    return f"not installed: {', '.join(missing)}" if missing else ""


_PATH = "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@contextlib.contextmanager
def engine(kind: Kind) -> Iterator[dict[str, str]]:
    """The environment in which the engine's own command finds it."""
    if reason := why_not(kind):
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix=f"engine-{kind}-", dir="/var/tmp"))
    try:
        with _docker(folder) if kind == "docker" else _podman(folder) as environment:
            yield environment
    finally:
        _unmount(folder)
        shutil.rmtree(folder, ignore_errors=True)
        _remove_groups(folder.name)


@contextlib.contextmanager
def _docker(folder: Path) -> Iterator[dict[str, str]]:
    address = f"unix://{folder}/docker.sock"
    words = ["unshare", "--net", "dockerd", "--host", address, "--data-root", f"{folder}/data"]
    words += ["--exec-root", f"{folder}/exec", "--pidfile", f"{folder}/pid", "--bridge", "none", "--iptables=false"]
    words += ["--ip6tables=false", "--default-ulimit", "nofile=8192:8192", "--default-ulimit", "nproc=8192:8192"]
    words += ["--cgroup-parent", f"/{folder.name}", "--exec-opt", "native.cgroupdriver=cgroupfs"]
    with (folder / "log").open("wb") as log:
        daemon = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=_environment())
    environment = {"DOCKER_HOST": address}
    try:
        until = time.monotonic() + _UP
        while subprocess.run(["docker", "version"], env=_environment(environment), capture_output=True).returncode:
            assert daemon.poll() is None and time.monotonic() < until, (folder / "log").read_text()[-2000:]
            time.sleep(0.2)
        yield environment
    finally:
        daemon.send_signal(signal.SIGTERM)
        try:
            daemon.wait(_DOWN)
        except subprocess.TimeoutExpired:
            daemon.kill()
            daemon.wait()


@contextlib.contextmanager
def _podman(folder: Path) -> Iterator[dict[str, str]]:
    storage, settings = folder / "storage.conf", folder / "containers.conf"
    storage.write_text(
        f'[storage]\ndriver = "overlay"\ngraphroot = "{folder}/data"\nrunroot = "{folder}/run"\n'
        f'[storage.options.overlay]\nmountopt = "nodev"\n'
    )
    settings.write_text(
        f'[engine]\nruntime = "runc"\ncgroup_manager = "cgroupfs"\nevents_logger = "none"\ntmp_dir = "{folder}/tmp"\n'
        f'[containers]\ndefault_ulimits = ["nofile=8192:8192", "nproc=8192:8192"]\n'
    )
    environment = {"CONTAINERS_STORAGE_CONF": str(storage), "CONTAINERS_CONF": str(settings)}
    try:
        yield environment
    finally:
        words = ["podman", "rm", "--all", "--force", "--time", "0"]
        subprocess.run(words, env=_environment(environment), capture_output=True, check=False)


def _environment(more: dict[str, str] | None = None) -> dict[str, str]:
    return {"PATH": _PATH, "HOME": "/root", **(more or {})}


def _unmount(folder: Path) -> None:
    for _ in range(3):
        points = [line.split()[4] for line in Path("/proc/self/mountinfo").read_text().splitlines()]
        ours = [each for each in points if each.startswith(f"{folder}/")]
        if not ours:
            return
        for each in sorted(ours, reverse=True):
            subprocess.run(["umount", "--lazy", each], capture_output=True, check=False)


def _remove_groups(name: str) -> None:
    for top in Path("/sys/fs/cgroup").rglob(name):
        for each in sorted(top.rglob("*"), reverse=True):
            if each.is_dir():
                with contextlib.suppress(OSError):
                    each.rmdir()
        with contextlib.suppress(OSError):
            top.rmdir()
