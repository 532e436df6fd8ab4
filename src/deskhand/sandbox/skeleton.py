"""The base layer: the folders around /usr, with an /etc that knows of one user and of no host.

From the host's /etc come only the folders and files that programs on a desktop read (fonts, certificates, links of
alternatives, defaults of the programs), only what every user of the host may read, and no start-up scripts of shells:
administrators keep keys there.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from pathlib import Path

_VERSION = "2"  # raise it when what `make` writes changes

_LINKS = ("bin", "sbin", "lib", "lib32", "lib64", "libx32")
_FOLDERS = ("boot", "dev", "etc", "home", "media", "mnt", "opt", "proc", "root", "run", "srv", "sys", "tmp", "usr")
_VAR = ("cache", "lib", "log", "spool", "local", "lib/dbus", "lib/xkb")

_FROM_HOST = (
    "alternatives",
    "ca-certificates.conf",
    "chromium",
    "chromium.d",
    "dbus-1/session.conf",
    "dbus-1/session.d",
    "dconf/profile",
    "debian_version",
    "default/locale",
    "dictionaries-common",
    "firefox",
    "fonts",
    "ghostscript",
    "glvnd",
    "gtk-2.0",
    "gtk-3.0",
    "gtk-4.0",
    "ImageMagick-6",
    "ImageMagick-7",
    "inputrc",
    "java-17-openjdk",
    "ld.so.cache",
    "ld.so.conf",
    "ld.so.conf.d",
    "libreoffice",
    "locale.alias",
    "localtime",
    "login.defs",
    "lsb-release",
    "magic",
    "magic.mime",
    "mailcap",
    "mime.types",
    "networks",
    "os-release",
    "papersize",
    "perl",
    "protocols",
    "python3",
    "python3.10",
    "python3.11",
    "python3.12",
    "python3.13",
    "rpc",
    "services",
    "shells",
    "ssl/certs",
    "ssl/openssl.cnf",
    "terminfo",
    "tigervnc",
    "timezone",
    "vim",
    "wgetrc",
    "X11",
    "xattr.conf",
    "xdg",
    "xml",
    "xpdf",
)
_NOT_FROM_HOST = ("autostart", "systemd", "apikeys", "xinit", "Xsession.d", "Xreset.d", "app-defaults.d")

_FILES = {
    "etc/passwd": (
        "root:x:0:0:root:/root:/usr/sbin/nologin\n"
        "user:x:1000:1000:user:/home/user:/bin/bash\n"
        "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n"
    ),
    "etc/group": "root:x:0:\ntty:x:5:\nuser:x:1000:\nnogroup:x:65534:\n",
    "etc/hostname": "desktop\n",
    "etc/hosts": "127.0.0.1 localhost desktop\n::1 localhost desktop\n",
    "etc/host.conf": "multi on\n",
    "etc/resolv.conf": "# There is no network here.\n",
    "etc/nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\nservices: files\nprotocols: files\n",
    "etc/profile": "PS1='\\w\\$ '\n[ -n \"$BASH_VERSION\" ] && [ -r /etc/bash.bashrc ] && . /etc/bash.bashrc\n",
    "etc/bash.bashrc": "[ -z \"$PS1\" ] && return\nPS1='\\w\\$ '\nshopt -s checkwinsize\n",
    "etc/fstab": "",
    "etc/environment": "",
    # However the browser is started, its pages describe themselves: the guard must know where it is.
    "etc/chromium.d/deskhand": 'export CHROMIUM_FLAGS="$CHROMIUM_FLAGS --force-renderer-accessibility"\n',
}


def _sources() -> list[str]:
    return [name for name in _FROM_HOST if os.path.lexists(f"/etc/{name}")]


def key() -> str:
    """A hash that changes when packages of the host were installed, removed or configured: 80 calls of stat."""
    digest = hashlib.sha256(_VERSION.encode())
    paths = [f"/etc/{name}" for name in _sources()] + [f"/{name}" for name in _LINKS]
    for path in [*paths, "/var/cache/fontconfig", "/var/lib/dpkg/status"]:
        try:
            status = os.lstat(path)
        except OSError:
            continue
        digest.update(f"{path} {status.st_mtime_ns} {status.st_size}\n".encode())
    return digest.hexdigest()[:16]


def make(root: Path) -> None:
    for name in _FOLDERS:
        (root / name).mkdir(mode=0o755)
    for name in _VAR:
        (root / "var" / name).mkdir(parents=True)
    (root / "var/tmp").mkdir()
    (root / "var/run").symlink_to("/run")
    (root / "var/lock").symlink_to("/run")
    for name in _LINKS:
        if Path("/", name).is_symlink():
            (root / name).symlink_to(Path("/", name).readlink())
    for name in _sources():
        _copy(Path("/etc") / name, root / "etc" / name)
    for name, text in _FILES.items():
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.write_text(text)
    machine = hashlib.sha256(b"deskhand desktop").hexdigest()[:32]  # the same everywhere: it identifies nobody
    (root / "etc/machine-id").write_text(f"{machine}\n")
    (root / "var/lib/dbus/machine-id").symlink_to("/etc/machine-id")
    (root / "etc/mtab").symlink_to("../proc/self/mounts")
    if Path("/var/cache/fontconfig").is_dir():
        _copy(Path("/var/cache/fontconfig"), root / "var/cache/fontconfig")  # scanning the fonts anew takes seconds
    for path in root.rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    (root / "var/tmp").chmod(0o1777)
    (root / "tmp").chmod(0o1777)


def _copy(source: Path, target: Path) -> None:
    """What every user of the host may read; links stay links, so those to elsewhere in /etc lead nowhere."""
    if source.name in _NOT_FROM_HOST:
        return
    status = source.lstat()
    target.parent.mkdir(parents=True, exist_ok=True)
    if stat.S_ISLNK(status.st_mode):
        target.symlink_to(source.readlink())
    elif stat.S_ISDIR(status.st_mode) and status.st_mode & 0o005 == 0o005:
        target.mkdir(exist_ok=True)
        for child in sorted(source.iterdir()):
            _copy(child, target / child.name)
    elif stat.S_ISREG(status.st_mode) and status.st_mode & 0o004:
        shutil.copy2(source, target, follow_symlinks=False)
