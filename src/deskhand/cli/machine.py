"""What this machine can do for a desktop: programs, fonts, keys. `sandbox` checks walls, screen and interpreter.

The programs inside the walls are those of the host's own /usr, so they are looked for there, and nowhere else: a
program in /usr/local, /snap or a home directory does not exist inside.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal, TypeAlias

State: TypeAlias = Literal[
    "ok",
    "absent",  # not there, and not needed
    "limited",  # deskhand works, something does not
    "missing",  # no desktop starts
]

_INSIDE = "/usr/bin:/bin:/usr/sbin:/sbin:/usr/games"
_CHECKED_BY_SANDBOX = ("", "Xvnc", "Xvfb")
_LANGUAGES = {"Latin": "en", "CJK": "ja", "emoji": "und-zsye"}
_KEYS = {"ANTHROPIC_API_KEY": "claude-… models", "OPENAI_API_KEY": "openai:… models"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    group: str
    name: str
    state: State
    found: str
    """What there is, in words."""
    fix: str = ""
    """What to do about it, in words; empty where nothing need be done."""
    command: tuple[str, ...] = ()
    """The same as a command, run as root by ``--fix``; empty where there is none."""
    package: str = ""
    """The system package that would bring it."""


@dataclass(frozen=True, slots=True)
class Package:
    name: str
    needed: bool
    shows: str
    """A program's name, ``font:SCRIPT``, or nothing."""
    purpose: str


def packages() -> list[Package]:
    """The one list of system packages, which `scripts/setup.sh` installs from as well; without what only tests need."""
    text = files("deskhand.cli").joinpath("packages.txt").read_text("utf-8")
    rows = [line.split("|") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    cells = [[cell.strip() for cell in row] for row in rows]
    return [Package(name, kind == "needed", shows, why) for name, kind, shows, why in cells if kind != "dev"]


def look() -> list[Finding]:
    """Every finding about this machine, in the order people would ask for them."""
    return [*_programs(), *_fonts(), *_keys()]


def _programs() -> list[Finding]:
    findings = []
    for package in packages():
        if package.shows in _CHECKED_BY_SANDBOX or package.shows.startswith("font:"):
            continue
        path = shutil.which(package.shows, path=_INSIDE)
        if path is not None and not _is_snap(path):
            findings.append(Finding("programs", package.purpose, "ok", path))
            continue
        state: State = "missing" if package.needed else "limited"
        found, fix = f"{package.shows} is not there", f"sudo apt-get install {package.name}"
        command, name = _install(package), package.name
        if package.name == "chromium" and (path is not None or _ubuntu()):
            found = "only as a snap, which cannot run inside the walls"
            fix, command, name = "None yet: tasks in a web browser need an image with its own browser.", (), ""
        findings.append(Finding("programs", package.purpose, state, found, fix, command, name))
    return findings


def _install(package: Package) -> tuple[str, ...]:
    return ("apt-get", "install", "-y", "--no-install-recommends", package.name)


def _is_snap(path: str) -> bool:
    real = Path(path).resolve()
    if real.is_relative_to("/snap") or real.name == "snap":
        return True
    with real.open("rb") as file:
        head = file.read(4096)
    return head.startswith(b"#!") and b"/snap/bin" in head


def _ubuntu() -> bool:
    try:
        return "\nID=ubuntu" in "\n" + Path("/etc/os-release").read_text()
    except OSError:
        return False


def _fonts() -> list[Finding]:
    findings = []
    for package in packages():
        script = package.shows.removeprefix("font:")
        if script == package.shows:
            continue
        family = _font_for(_LANGUAGES[script])
        if family:
            findings.append(Finding("fonts", script, "ok", family))
            continue
        state: State = "missing" if package.needed else "limited"
        found, fix = "letters would show as boxes", f"sudo apt-get install {package.name}"
        findings.append(Finding("fonts", script, state, found, fix, _install(package), package.name))
    return findings


def _font_for(language: str) -> str:
    """A family in /usr/share/fonts that has the letters; fonts elsewhere do not exist inside the walls."""
    try:
        listed = subprocess.run(
            ["fc-list", f":lang={language}", "file", "family"], capture_output=True, text=True, check=False, timeout=60
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
    families = sorted(
        line.partition(":")[2].strip().partition(",")[0]
        for line in listed.splitlines()
        if line.startswith("/usr/share/fonts")
    )
    good = [family for family in families if "Noto" in family or "DejaVu" in family]
    return min(good or families, key=len, default="")


def _keys() -> list[Finding]:
    """Present or not; the key itself is never read further than that."""
    return [
        Finding("keys", name, "ok", f"set: for {use}")
        if os.environ.get(name)
        else Finding("keys", name, "absent", f"not set (only {use} need it)")
        for name, use in _KEYS.items()
    ]
