"""The machine's kernel: Debian's own, from its package, with the few modules that the machine needs.

Unpacked, never installed: what this machine boots is not touched. The package is fetched by this machine's own apt
(70 MB, once); as it comes from the same archive as the desktop's programs, it gets its fixes from there too.
"""

from __future__ import annotations

import lzma
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deskhand.sandbox.interface import CannotConfine, SandboxError
from deskhand.sandbox.rootfs import Say

MODULES = (
    "crc32c_generic",  # erofs asks for it by another name
    "virtio_pci",
    "virtio_blk",
    "virtio_console",
    "virtio-rng",
    "erofs",
    "overlay",
    "9pnet_virtio",
    "9p",
)
_PACKAGES = {"x86_64": "linux-image-amd64", "aarch64": "linux-image-arm64"}


@dataclass(frozen=True, slots=True)
class Kernel:
    """One that was unpacked."""

    folder: Path

    @property
    def image(self) -> Path:
        return next((self.folder / "boot").glob("vmlinuz-*"))

    def modules(self) -> list[tuple[str, bytes]]:
        """Name and contents of those that the machine loads, each after those that it needs."""
        root = next((self.folder / "lib/modules").iterdir())
        files = {_plain(path.name.partition(".ko")[0]): path for path in root.rglob("*.ko*")}
        built_in = {_plain(Path(line).stem) for line in (root / "modules.builtin").read_text().splitlines()}
        found: dict[str, bytes] = {}

        def add(name: str) -> None:
            name = _plain(name)
            if name in found or name in built_in:
                return
            if name not in files:
                raise SandboxError(f"The kernel in {self.folder} lacks the module {name}.")
            data = _read(files[name])
            for needed in _needs(data):
                add(needed)
            found[name] = data

        for name in MODULES:
            add(name)
        return list(found.items())


def package() -> str:
    """Which version of the package apt would fetch now."""
    name = _PACKAGES.get(os.uname().machine)
    if name is None or shutil.which("apt-cache") is None:
        raise CannotConfine("The virtual machine's kernel comes from Debian's packages, and there is no apt here.")
    words = ["apt-cache", "depends", "--no-recommends", "--no-suggests", name]
    listed = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    for line in listed.splitlines():
        kind, _, needed = line.strip().partition(": ")
        if kind == "Depends" and needed.startswith("linux-image-"):
            return needed
    raise CannotConfine(f"This machine's apt does not know {name}: sudo apt-get update")


def unpack(name: str, target: Path, say: Say) -> Kernel:
    """Fetch the package and unpack it into ``target``."""
    say(f"Fetching the virtual machine's kernel: {name}.")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".kernel-") as scratch:
        Path(scratch).chmod(0o755)
        words = ["apt-get", "download", "-o", "APT::Sandbox::User=root", name]
        done = subprocess.run(words, cwd=scratch, capture_output=True, text=True, check=False)
        fetched = next(Path(scratch).glob("*.deb"), None)
        if done.returncode or fetched is None:
            raise SandboxError(f"The kernel cannot be fetched: {done.stderr.strip()[-300:]}")
        words = ["dpkg-deb", "-x", str(fetched), str(target)]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SandboxError(f"The kernel's package cannot be unpacked: {done.stderr.strip()[-300:]}")
    return Kernel(target)


def _plain(name: str) -> str:
    return name.replace("-", "_")


def _read(path: Path) -> bytes:
    data = path.read_bytes()
    return lzma.decompress(data) if path.suffix == ".xz" else data


def _needs(module: bytes) -> Iterator[str]:
    found = re.search(rb"\0depends=([^\0]*)\0", module)
    if found is not None:
        yield from (name for name in found[1].decode().split(",") if name)
