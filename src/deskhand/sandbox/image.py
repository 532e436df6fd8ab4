"""The default image: this machine's own /usr, read-only, over folders made here in a second.

A desktop image of its own takes three minutes and 1.7 GB to build. The host has the same programs already, so only
the rest is made: an `/etc` with what programs need and nothing of the host's accounts, keys and services, and
`/opt/deskhand` with the guest. Three layers, because they change at different times:

    base      /etc, /var and the empty folders; follows the host's packages
    packages  third-party Python packages of the guest; follows the running environment
    guest     our own modules; follows their contents

Each layer is a folder in a cache, named for a hash of what it was made from, made beside it and renamed into place:
two makers at once are no danger, and half a layer is never seen.
"""

from __future__ import annotations

import compileall
import contextlib
import fcntl
import hashlib
import importlib.metadata
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import deskhand
from deskhand.sandbox import skeleton
from deskhand.sandbox.interface import CannotConfine

PAYLOAD = "opt/deskhand"
_KEPT_UNUSED = 24 * 3600.0  # seconds
_OWN = ("__init__.py", "errors.py", "py.typed", "screen", "desktop")
_DISTRIBUTIONS = ("xcffib", "cffi", "pycparser", "msgpack", "isal", "dbus-fast", "numpy")
# Tests, headers and sources make up a third of the packages and none of what the guest imports.
_LEFT_OUT = shutil.ignore_patterns("tests", "*.pyi", "*.pxd", "*.pyx", "*.h", "*.c", "*.a", "f2py")


@dataclass(frozen=True, slots=True)
class Layer:
    path: Path

    @property
    def lock(self) -> Path:
        """Locked (shared) by everyone who stands on the layer: it may be removed only when nobody does."""
        return self.path.with_suffix(".lock")


@dataclass(frozen=True, slots=True)
class Image:
    layers: tuple[Layer, ...]
    """The topmost first."""
    python: str
    """The interpreter that runs the guest inside."""


def cache_folder() -> Path:
    if os.geteuid() == 0:
        return Path("/var/cache/deskhand")
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "deskhand"


def system_python() -> str:
    """The host's interpreter of the running version: /usr is all the sandbox has, and compiled packages must fit it."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    path = f"/usr/bin/python{version}"
    if os.access(path, os.X_OK):
        return path
    try:
        found = Path("/usr/bin/python3").resolve(strict=True).name
    except OSError:
        raise CannotConfine(
            "There is no /usr/bin/python3, and the desktop's inside needs it: sudo apt-get install python3"
        ) from None
    raise CannotConfine(
        f"deskhand runs under Python {version}, but the system has only {found}, and there is no other inside the "
        f"sandbox. Make the environment from that: /usr/bin/python3 -m venv .venv"
    )


def prepare() -> Image:
    """The image, made where it is missing or out of date. A look at a fresh one takes about 5 ms."""
    python = system_python()
    if not all(Path("/", name).is_symlink() for name in ("bin", "lib")):
        raise CannotConfine(
            "This machine keeps /bin and /lib apart from /usr, of which the image is made. "
            "Merge them: sudo apt-get install usrmerge"
        )
    cache = cache_folder()
    try:
        cache.mkdir(parents=True, exist_ok=True, mode=0o755)
        layers = (*payload(), layer_of(cache, "base", skeleton.key(), skeleton.make))
    except OSError as error:
        raise CannotConfine(
            f"The image cannot be made in {cache}: {error}. Give that folder back to the user who runs deskhand, make "
            "room there, or set XDG_CACHE_HOME to another folder."
        ) from None
    return Image(layers, python)


def payload() -> tuple[Layer, Layer]:
    """What every image holds beside its programs: the guest, and the packages it imports, both below `PAYLOAD`."""
    cache = cache_folder()
    cache.mkdir(parents=True, exist_ok=True, mode=0o755)
    guest = layer_of(cache, "guest", _guest_key(), _make_guest)
    return guest, layer_of(cache, "packages", _packages_key(), _make_packages)


def layer_of(cache: Path, kind: str, key: str, make: Callable[[Path], None]) -> Layer:
    layer = Layer(cache / f"{kind}-{key}")
    layer.lock.touch()
    if layer.path.is_dir():
        return layer
    building = Path(tempfile.mkdtemp(prefix=f".{kind}-", dir=cache))
    with (building / ".building").open("w") as mark:
        fcntl.flock(mark, fcntl.LOCK_EX)
        try:
            made = building / "layer"
            made.mkdir()
            make(made)
            made.chmod(0o755)
            with contextlib.suppress(OSError):  # another maker was faster: its layer is as good as ours
                made.rename(layer.path)
        finally:
            shutil.rmtree(building, ignore_errors=True)
    _remove_old(cache, kind)
    return layer


def _remove_old(cache: Path, kind: str) -> None:
    """Layers that nobody stands on and nobody wanted for a day, and what makers left that died at work."""
    for path in cache.glob(f"{kind}-*.lock"):
        with contextlib.suppress(OSError), path.open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if time.time() - path.stat().st_mtime > _KEPT_UNUSED:
                shutil.rmtree(path.with_suffix(""), ignore_errors=True)
                path.unlink()
    for path in cache.glob(f".{kind}-*"):
        with contextlib.suppress(OSError), (path / ".building").open() as mark:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(path, ignore_errors=True)


# --- the guest: our own modules ---------------------------------------------------------------------------------


def _own_files() -> Iterator[tuple[str, Path]]:
    """Name within the package, and file, of every module the guest may import."""
    package = Path(deskhand.__file__).parent
    for name in _OWN:
        start = package / name
        files = [start] if start.is_file() else sorted(start.rglob("*"))
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts and not file.name.startswith("."):
                yield str(file.relative_to(package)), file


def _guest_key() -> str:
    digest = hashlib.sha256(system_python().encode())
    for name, file in _own_files():
        digest.update(f"{name}\0".encode())
        digest.update(hashlib.sha256(_content(name, file)).digest())
    return digest.hexdigest()[:16]


def _content(name: str, file: Path) -> bytes:
    """The public face of the package imports every room; inside, where most rooms are missing, it is left empty."""
    return b"" if name == "__init__.py" else file.read_bytes()


def _make_guest(root: Path) -> None:
    for name, file in _own_files():
        target = root / PAYLOAD / "deskhand" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_content(name, file))
    _finish(root)


# --- the packages it needs --------------------------------------------------------------------------------------


def _packages_key() -> str:
    digest = hashlib.sha256(f"1 {system_python()}".encode())
    for distribution in _distributions():
        digest.update(f"{distribution.name} {distribution.version} ".encode())
    return digest.hexdigest()[:16]


def _distributions() -> Iterator[importlib.metadata.Distribution]:
    for name in _DISTRIBUTIONS:
        try:
            yield importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            raise CannotConfine(f"The Python package {name} is missing: pip install {name}") from None


def _make_packages(root: Path) -> None:
    payload = root / PAYLOAD
    payload.mkdir(parents=True)
    for distribution in _distributions():
        for top in sorted({file.parts[0] for file in distribution.files or () if file.parts[0] not in ("..", "")}):
            source = Path(str(distribution.locate_file(top)))
            if top.endswith(".dist-info") or not source.exists() or top == "__pycache__":
                continue
            if source.is_dir():
                shutil.copytree(source, payload / top, ignore=_LEFT_OUT, dirs_exist_ok=True)
            else:
                shutil.copy2(source, payload / top)
    _finish(root)


def _finish(root: Path) -> None:
    """Compile (importing takes half the time then), and let everyone read: inside, the owner is another."""
    compileall.compile_dir(root / PAYLOAD, quiet=2, stripdir=root, prependdir="/")
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
