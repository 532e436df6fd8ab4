"""The images that containers run from: made here, from Debian's packages and our own guest, never pulled.

Two images, because they change at different times: the root file system, which takes minutes and a gigabyte, and on it
the guest, 60 MB in a second, made anew whenever the guest's code has changed. Both are named for a hash of what went
into them, so that a desktop never starts from an image of another version.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from deskhand.sandbox import image, rootfs
from deskhand.sandbox.container.engine import Engine
from deskhand.sandbox.interface import CannotConfine, SandboxError
from deskhand.sandbox.rootfs import Say

NAME = "localhost/deskhand"
BASE = "localhost/deskhand-base"
INIT = f"/{image.PAYLOAD}/init.py"
_INIT = Path(__file__).with_name("init.py")
_SEEN: set[tuple[tuple[str, ...], str, str]] = set()
_VERSION = "2"  # raise it when the Containerfiles change

_BASE_FILE = """\
FROM scratch
ADD rootfs.tar /
LABEL deskhand.image=base
"""
_GUEST_FILE = """\
FROM {base}
ADD guest.tar /
LABEL deskhand.image=desktop
USER 1000:1000
WORKDIR /home/user
CMD ["/bin/bash"]
"""


@dataclass(frozen=True, slots=True)
class Made:
    """An image of ours that an engine has."""

    name: str
    """With its tag."""
    id: str
    size: str
    made: str


def build(engine: Engine, say: Say, tag: str = "") -> str:
    """Everything that is missing; the image's name. With ``tag`` it gets that name too."""
    packed = rootfs.tar(say)
    base = f"{BASE}:{rootfs.key()}"
    if not has(engine, base):
        _check_python(packed)
        say(f"Giving the root file system to {engine.name}.")
        with tempfile.TemporaryDirectory(prefix=".context-", dir=packed.parent) as context:
            os.link(packed, Path(context) / "rootfs.tar")
            _build(engine, base, context, _BASE_FILE)
    name = _with_guest(engine, base, say)
    if tag:
        engine.run("tag", name, tag)
    return name


def ready(engine: Engine) -> str:
    """The image to start from. The guest is brought up to date; the root file system must have been built."""
    base = f"{BASE}:{rootfs.key()}"
    name = _name(base)
    known = (engine.words, engine.socket, name)
    if known not in _SEEN:  # asking takes as much of the processor as starting
        if not has(engine, name):
            must_be_built(engine)
            _with_guest(engine, base, lambda _: None)
        _SEEN.add(known)
    return name


def forget() -> None:
    """Ask the engines again: an image may have been removed."""
    _SEEN.clear()


def must_be_built(engine: Engine) -> None:
    """`CannotConfine` says what to do when the engine has no root file system of this version."""
    if not has(engine, f"{BASE}:{rootfs.key()}"):
        raise CannotConfine(
            f"{engine.name} has no image of the desktop yet, or one of another version. Make it, which takes some "
            f"minutes: deskhand image build --provider {engine.name}"
        )


def has(engine: Engine, name: str) -> bool:
    try:
        return bool(engine.run("image", "inspect", "--format", "{{.Id}}", name).strip())
    except SandboxError:
        return False


def every(engine: Engine) -> list[Made]:
    fields = "{{.Repository}}:{{.Tag}}|{{.ID}}|{{.Size}}|{{.CreatedSince}}"
    lines = engine.run("images", "--filter", "label=deskhand.image", "--format", fields).splitlines()
    return [Made(*line.split("|")) for line in lines if line.count("|") == 3]


def names() -> tuple[str, str]:
    """What the images of this version are called: the desktop's, and the one it stands on."""
    base = f"{BASE}:{rootfs.key()}"
    return _name(base), base


def remove(engine: Engine, names: list[str]) -> None:
    engine.run("rmi", *names)


def _with_guest(engine: Engine, base: str, say: Say) -> str:
    name = _name(base)
    if not has(engine, name):
        say(f"Giving the guest to {engine.name}.")
        before = [each.name for each in every(engine) if each.name.startswith(f"{NAME}:")]
        with tempfile.TemporaryDirectory(prefix=".context-", dir=image.cache_folder()) as context:
            _pack(Path(context) / "guest.tar")
            _build(engine, name, context, _GUEST_FILE.format(base=base))
        for each in before:  # of former versions; one that a container stands on stays
            try:
                remove(engine, [each])
            except SandboxError:
                continue
    return name


def _name(base: str) -> str:
    digest = hashlib.sha256(f"{_VERSION} {base}".encode())
    for layer in image.payload():
        digest.update(layer.path.name.encode())
    digest.update(_INIT.read_bytes())
    return f"{NAME}:{digest.hexdigest()[:16]}"


def _pack(target: Path) -> None:
    """The guest, as root's: nobody inside may change it."""

    def owned(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        return entry

    with tarfile.open(target, "w") as tar:
        for layer in image.payload():
            tar.add(layer.path / image.PAYLOAD, image.PAYLOAD, filter=owned)
        tar.add(_INIT, INIT.lstrip("/"), filter=owned)
        runtime = tarfile.TarInfo("run/user/1000")
        runtime.type, runtime.mode, runtime.uid, runtime.gid = tarfile.DIRTYPE, 0o700, 1000, 1000
        tar.addfile(runtime)


def _build(engine: Engine, name: str, context: str, containerfile: str) -> None:
    file = Path(context) / "Containerfile"
    file.write_text(containerfile)
    # Docker's builder of old is in every version, and nothing here needs the new one, which is a plug-in.
    told = Engine(engine.name, engine.words, engine.environment | {"DOCKER_BUILDKIT": "0"})
    extra = () if engine.name == "docker" else ("--pull=never", "--network=none")
    told.run("build", *extra, "--quiet", "--tag", name, "--file", str(file), context, patience=1800)


def _check_python(packed: Path) -> None:
    """The guest's compiled packages are those of the running interpreter: the image must have the same."""
    wanted = f".{image.system_python()}"
    done = subprocess.run(["tar", "-t", "-f", str(packed), wanted], capture_output=True, check=False)
    if done.returncode:
        raise CannotConfine(
            f"deskhand runs under {Path(wanted).name}, and the Debian of the image has another Python. Make the "
            "environment from this machine's own: /usr/bin/python3 -m venv .venv"
        )
