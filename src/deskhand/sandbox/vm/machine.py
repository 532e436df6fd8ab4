"""What the virtual machine is made of: kernel, first file system, disks. All read-only, made once, kept in the cache.

    vm-root  the kernel and the desktop's programs (see `rootfs`), as a disk; 1.2 GB, minutes
    vm-boot  the first file system, the guest as a second disk, and the keeper; seconds, follows our own modules

Both are layers of an image like those of the namespace provider, because that is where QEMU finds them: at /vm.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from deskhand.sandbox import image, namespaces, rootfs
from deskhand.sandbox.filter import compile_filter
from deskhand.sandbox.interface import CannotConfine, SandboxError
from deskhand.sandbox.rootfs import Say
from deskhand.sandbox.vm import initrd, kernel

FOLDER = "vm"
_VERSION = "1"  # raise it when what is made here changes
_SANDBOX = Path(__file__).parent.parent
_ASKED_OF = (
    *("/etc/apt", "/etc/apt/sources.list.d", "/etc/apt/preferences.d", "/var/lib/apt/lists"),
    *(rootfs.__file__, str(rootfs.LIST)),
)
"""What decides about the packages: when none of it has changed, apt would answer as before."""
_OUTSIDE = ("syscalls.py", "vm/mux.py", "vm/qmp.py", "vm/keeper.py")
"""What of our own runs around QEMU."""


def prepare(say: Say = lambda _: None) -> image.Image:
    """The layers that a machine runs on, made where they are missing; with the walls' own image around them."""
    walls = image.prepare()
    cache = image.cache_folder()
    guest, packages = walls.layers[0], walls.layers[1]
    package, programs = _wanted(cache)
    root = image.layer_of(cache, "vm-root", _key(package, programs), lambda made: _make_root(made, package, say))

    def make(made: Path) -> None:
        _make_boot(made, kernel.Kernel(root.path / FOLDER / "kernel"), [guest.path, packages.path])

    own = [(_SANDBOX / name).read_bytes() for name in {*initrd.INSIDE, *_OUTSIDE, "vm/initrd.py"}]
    own += [compile_filter(namespaces.architecture())]
    boot_key = _key(
        package, guest.path.name, packages.path.name, *sorted(hashlib.sha256(each).hexdigest() for each in own)
    )
    boot = image.layer_of(cache, "vm-boot", boot_key, make)
    return image.Image((boot, root, *walls.layers), walls.python)


def must_be_made() -> None:
    """`CannotConfine` where a start would first have to make the root file system: minutes that nobody asked for."""
    root = image.cache_folder() / f"vm-root-{_key(*_wanted(image.cache_folder()))}"
    if not root.is_dir() and rootfs.made() is None:
        raise CannotConfine("No virtual machine has been made here yet: deskhand image build --provider vm")


def key(ready: image.Image) -> str:
    """Of the machine as it is made now, without what it is started with."""
    return _key(*(layer.path.name for layer in ready.layers[:2]))


def _wanted(cache: Path) -> tuple[str, str]:
    """The kernel's package, and the key of the root file system. Asking apt takes 0.9 s, so the answer is kept."""
    remembered = cache / "vm-wanted.json"
    digest = hashlib.sha256(_VERSION.encode())
    for name in _ASKED_OF:
        for path in (Path(name), *(Path(name).iterdir() if Path(name).is_dir() else ())):
            with contextlib.suppress(OSError):
                digest.update(f"{path} {path.stat().st_mtime_ns}\n".encode())
    stamp = digest.hexdigest()
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        known = json.loads(remembered.read_text())
        if known["stamp"] == stamp:
            return str(known["kernel"]), str(known["rootfs"])
    found = kernel.package(), rootfs.key()
    with contextlib.suppress(OSError):
        remembered.write_text(json.dumps({"stamp": stamp, "kernel": found[0], "rootfs": found[1]}))
    return found


def disks(ready: image.Image) -> list[Path]:
    """The files that a machine stands on as long as it is kept."""
    boot, root = (layer.path / FOLDER for layer in ready.layers[:2])
    return [boot / "kernel.image", boot / "initrd", boot / "guest.erofs", root / "root.erofs"]


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join((_VERSION, *parts)).encode()).hexdigest()[:16]


def _make_root(made: Path, package: str, say: Say) -> None:
    folder = made / FOLDER
    folder.mkdir()
    kernel.unpack(package, folder / "kernel", say)
    programs = rootfs.folder(say)
    say("Making the virtual machine's disk.")
    _disk(programs, folder / "root.erofs")


def _make_boot(made: Path, unpacked: kernel.Kernel, guest: list[Path]) -> None:
    folder = made / FOLDER
    folder.mkdir()
    shutil.copyfile(unpacked.image, folder / "kernel.image")
    filter_ = compile_filter(namespaces.architecture())
    (folder / "initrd").write_bytes(initrd.build(unpacked.modules(), filter_))
    for name in _OUTSIDE:
        target = folder / "lib/deskhand/sandbox" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_SANDBOX / name, target)
    with tempfile.TemporaryDirectory(dir=made.parent, prefix=".guest-") as merged:
        for layer in guest:
            shutil.copytree(layer, merged, copy_function=os.link, dirs_exist_ok=True)
        Path(merged).chmod(0o755)
        _disk(Path(merged), folder / "guest.erofs")
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _disk(source: Path, target: Path) -> None:
    """A folder as a read-only file system, all of it root's."""
    maker = shutil.which("mkfs.erofs")
    if maker is None:
        raise CannotConfine("The virtual machine's disks are made by mkfs.erofs: sudo apt-get install erofs-utils")
    # Python takes its compiled modules for stale when times are not those of their sources.
    words = [maker, "--quiet", "--all-root", "--preserve-mtime", "-x-1", str(target), str(source)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SandboxError(f"The virtual machine's disk cannot be made: {done.stderr.strip()[-300:]}")
    target.chmod(0o644)
