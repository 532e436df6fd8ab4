"""A root file system of its own: a small Debian with the desktop's programs, for containers and virtual machines.

The namespace provider shows the machine's own /usr inside and needs none of this. An engine or a virtual machine needs
files of its own, and no image can be pulled where there is no registry: so it is made from the packages that this
machine's own apt is set up for, in one to three minutes, without their manuals and translations. 1.1 GB, of which
Chromium is 0.35.

It is kept in the cache as one tar (whole, or not there at all) and, for whoever needs a folder, unpacked beside it.
Both are named for a hash of what went into them.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import deskhand
from deskhand.sandbox import image
from deskhand.sandbox.interface import CannotConfine, SandboxError

Say: TypeAlias = Callable[[str], None]
"""Hears of progress, a sentence at a time."""

_VERSION = "1"  # raise it when what is done to the packages changes
LIST = Path(deskhand.__file__).parent / "cli/packages.txt"
_ALSO = ("python3", "ca-certificates", "curl", "procps", "less", "file", "unzip")
"""What a desktop on the host's own /usr takes for granted."""
_NOT_NEEDED = (
    "/usr/share/doc/*",
    "/usr/share/man/*",
    "/usr/share/info/*",
    "/usr/share/locale/*",
    "/usr/share/help/*",
    "/usr/share/gnome/help/*",
    "/usr/share/lintian/*",
    "/usr/share/bug/*",
)
_NEEDED_AGAIN = ("/usr/share/doc/*/copyright", "/usr/share/locale/locale.alias")

# Run with the folder as $1 when all packages are in it. No key, no name of a server, no log stays; nothing that could
# raise privileges either, though nothing inside could use it.
_FINISH = (
    'rm -rf "$1"/etc/apt/sources.list "$1"/etc/apt/sources.list.d/* "$1"/etc/apt/apt.conf.d/99mmdebstrap',
    'rm -rf "$1"/var/log/* "$1"/var/cache/debconf/*-old "$1"/var/lib/dpkg/*-old "$1"/etc/ssh',
    'chroot "$1" useradd --uid 1000 --user-group --create-home --shell /bin/bash user',
    'mkdir -p "$1"/home/user/Desktop "$1"/home/user/Documents "$1"/home/user/Downloads "$1"/home/user/Shared',
    'chown -R 1000:1000 "$1"/home/user',
    'find "$1" -xdev -perm /6000 -type f -exec chmod a-s {} +',
    # A tar keeps whole seconds, and fontconfig would take its caches for stale: each program scanned all fonts anew.
    'find "$1"/usr/share/fonts -type d -exec touch -d @1000000000 {} + && chroot "$1" fc-cache -sf',
    'printf "127.0.0.1 localhost desktop\\n::1 localhost desktop\\n" > "$1"/etc/hosts',
    'printf "desktop\\n" > "$1"/etc/hostname',
    'printf "# There is no network here.\\n" > "$1"/etc/resolv.conf',
    'printf "%s\\n" MACHINE > "$1"/etc/machine-id',
    'ln -sf /etc/machine-id "$1"/var/lib/dbus/machine-id',
)
_MACHINE = hashlib.sha256(b"deskhand desktop").hexdigest()[:32]  # the same everywhere: it identifies nobody


@dataclass(frozen=True, slots=True)
class Source:
    """One line of where packages come from."""

    suite: str
    line: str


def key(sources: list[Source] | None = None) -> str:
    """Of the root file system that would be made now."""
    release = (sources or _sources())[0].suite
    digest = hashlib.sha256(f"{_VERSION} {release} {os.uname().machine} ".encode())
    for words in (packages(), _NOT_NEEDED, _NEEDED_AGAIN, _FINISH):
        digest.update("\0".join(words).encode())
    return digest.hexdigest()[:16]


def packages() -> list[str]:
    """The desktop's programs, from the one list of system packages, and what they stand on."""
    rows = [line.split("|") for line in LIST.read_text("utf-8").splitlines() if line.strip() and line[0] != "#"]
    return [*_ALSO, *(row[0].strip() for row in rows if row[1].strip() in ("needed", "wanted"))]


def made() -> Path | None:
    """The tar that was made last and still fits what would be made now; None when there is none."""
    with contextlib.suppress(SandboxError):
        path = _path(key())
        return path if path.exists() else None
    return None


def tar(say: Say = lambda _: None) -> Path:
    """The root file system as a tar, made where it is missing: minutes, once.

    `CannotConfine` says what this machine lacks for it, `SandboxError` what went wrong.
    """
    sources = _sources()
    path = _path(key(sources))
    if path.exists():
        return path
    with _alone(path.with_suffix(".lock"), say):
        if not path.exists():
            _make(path, sources, say)
    return path


def folder(say: Say = lambda _: None) -> Path:
    """The same, unpacked: with its true owners when root asks, else all of it the caller's. Not to be written to."""
    packed = tar(say)
    path = packed.with_suffix("")
    if path.is_dir():
        return path
    with _alone(packed.with_suffix(".lock"), say):
        if not path.is_dir():
            say("Unpacking the root file system.")
            building = Path(tempfile.mkdtemp(prefix=".rootfs-", dir=path.parent))
            try:
                root = building / "root"
                root.mkdir(mode=0o755)
                owners = ["--same-owner", "--numeric-owner"] if os.geteuid() == 0 else ["--no-same-owner"]
                words = ["tar", "-x", "-p", *owners, "--exclude=./dev/*", "-C", str(root), "-f", str(packed)]
                done = subprocess.run(words, capture_output=True, text=True, check=False)
                if done.returncode:
                    raise SandboxError(f"The root file system cannot be unpacked: {done.stderr.strip()[-300:]}")
                root.rename(path)
            finally:
                shutil.rmtree(building, ignore_errors=True)
    return path


def every() -> list[Path]:
    """The tars that are kept."""
    return sorted(image.cache_folder().glob("rootfs-*.tar"))


def remove(path: Path) -> None:
    """One of those, with its folder."""
    with _alone(path.with_suffix(".lock"), lambda _: None):
        path.unlink(missing_ok=True)
        if path.with_suffix("").is_dir():
            shutil.rmtree(path.with_suffix(""))
        path.with_suffix(".lock").unlink(missing_ok=True)


def _path(name: str) -> Path:
    return image.cache_folder() / f"rootfs-{name}.tar"


@contextlib.contextmanager
def _alone(path: Path, say: Say) -> Iterator[None]:
    """With nobody else making or removing the same."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Another process is at it: waiting for that one.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _sources() -> list[Source]:
    """Where this machine's apt has Debian's packages from, the release itself first."""
    if shutil.which("apt-get") is None:
        raise CannotConfine(
            "The image is made from Debian's packages, and there is no apt on this machine: build it on a Debian "
            "system, and take it over with the engine's own `save` and `load`."
        )
    fields = "$(ORIGIN)|$(CODENAME)|$(RELEASE)|$(COMPONENT)|$(REPO_URI)"
    words = ["apt-get", "indextargets", "--format", fields, "Created-By: Packages"]
    listed = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    keyring = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
    signed = f"[signed-by={keyring}] " if keyring.exists() else ""
    found: dict[str, Source] = {}
    for row in listed.splitlines():
        origin, codename, release, component, address = row.split("|")
        if origin == "Debian" and component == "main" and "backports" not in release:
            name = release or codename
            found[name] = Source(name, f"deb {signed}{address} {name} main")
    plain = [each for name, each in found.items() if "-" not in name]
    if len(plain) != 1:
        what = "several. Leave one in /etc/apt." if plain else "none: run `sudo apt-get update` on a Debian system."
        raise CannotConfine(f"The image is made from one release of Debian, and this machine's apt knows {what}")
    release = plain[0].suite
    return [*plain, *(each for name, each in sorted(found.items()) if name.startswith(f"{release}-"))]


def _make(path: Path, sources: list[Source], say: Say) -> None:
    if shutil.which("mmdebstrap") is None:
        raise CannotConfine("mmdebstrap, which makes the image, is not installed: sudo apt-get install mmdebstrap")
    free = shutil.disk_usage(path.parent).free
    if free < 4 << 30:
        raise SandboxError(f"Making the image takes 4 GiB in {path.parent}, and {free >> 20} MiB are free.")
    release = sources[0].suite
    say(f"Making a root file system from {len(packages())} packages of Debian {release}, and what they need.")
    with tempfile.TemporaryDirectory(prefix=".rootfs-", dir=path.parent) as building:
        target, listed = Path(building) / "root.tar", Path(building) / "sources.list"
        listed.write_text("".join(f"{each.line}\n" for each in sources))
        words = ["mmdebstrap", "--variant=minbase", f"--include={','.join(packages())}"]
        words += [f"--dpkgopt=path-exclude={each}" for each in _NOT_NEEDED]
        words += [f"--dpkgopt=path-include={each}" for each in _NEEDED_AGAIN]
        words += [f"--customize-hook={each.replace('MACHINE', _MACHINE)}" for each in _FINISH]
        _run([*words, release, str(target), str(listed)], building, say)
        target.rename(path)
    say(f"The root file system is made: {path.stat().st_size >> 20} MiB.")


def _run(words: list[str], scratch: str, say: Say) -> None:
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "TMPDIR": scratch, "LC_ALL": "C.UTF-8"}
    for name in ("http_proxy", "https_proxy", "no_proxy", "HOME"):
        if name in os.environ:
            environment[name] = os.environ[name]
    last: list[str] = []
    process = subprocess.Popen(
        words, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    try:
        for line in process.stderr:
            last = [*last[-20:], line.rstrip()]
            if line.startswith("I: "):
                say(f"  {line[3:].strip()}")
        code = process.wait()
    except BaseException:
        process.send_signal(signal.SIGTERM)  # it clears up what it has mounted
        process.wait()
        raise
    if code:
        why = "\n".join(line for line in last if not line.startswith("I: "))[-1200:]
        raise SandboxError(f"mmdebstrap failed ({code}):\n{why}\nThe command was: {shlex.join(words[:2])} …")


if __name__ == "__main__":
    print(folder(lambda text: print(text, file=sys.stderr)))
