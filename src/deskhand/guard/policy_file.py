"""The person's own policy: where it is kept, how it is read, and how a word said for good gets into it.

One file, ``policy.toml`` in deskhand's configuration folder, whose rules come before those of a preset. What a person
answers with *always* is written there, in front of the rules that are there, and every comment stays.
"""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from deskhand.folders import config_folder
from deskhand.guard.policy import PRESETS, Policy
from deskhand.guard.rules import PolicyError, Rule

_HEAD = """\
# What may happen without asking, what is asked about, and what is refused; the first rule that fits decides.
# Below these rules come those of the preset that the run was started with. `deskhand policy show` explains them all.
"""


def own_file() -> Path:
    """Where the person's own rules are kept."""
    return config_folder() / "policy.toml"


def wanted(text: str = "", *, attended: bool = True) -> Policy:
    """What ``--policy`` names: a preset, or a file. PolicyError says what is wrong with it.

    Without a name it is ``careful`` where somebody can be asked, else ``unattended``. The person's own rules come
    before those of a preset, but for ``read-only``: nothing makes that looser. A file stands for itself.
    """
    name = text or ("careful" if attended else "unattended")
    if name not in PRESETS:
        return load(Path(name).expanduser())
    preset = Policy.preset(name)
    if name == "read-only":
        return preset
    path = own_file()
    if not path.exists():
        return replace(preset, file=path)
    own = load(path)
    return replace(preset, rules=(*own.rules, *preset.rules), file=path)


def load(path: Path) -> Policy:
    """The policy that stands in a file."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise PolicyError(f"there is no policy {path}: name a file, or one of {', '.join(PRESETS)}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyError(f"the policy {path} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(f"the policy {path} is no TOML: {error}") from None
    return replace(Policy.of(data, str(path)), file=path)


def remember(path: Path, rules: Sequence[Rule]) -> None:
    """Write rules in front of those in the file, all or nothing. OSError or PolicyError where that cannot be done."""
    text = path.read_text("utf-8") if path.exists() else _HEAD
    new = "\n".join(rule.to_toml() for rule in rules if rule.to_toml() not in text)
    if not new:
        return
    lines = text.splitlines(keepends=True)
    at = next((n for n, line in enumerate(lines) if line.strip() == "[[rule]]"), len(lines))
    while 0 < at < len(lines) and lines[at - 1].lstrip().startswith("#"):
        at -= 1  # the comment above a rule belongs to it
    before, after = "".join(lines[:at]), "".join(lines[at:])
    gap = "" if before.endswith("\n\n") or not before else "\n" if before.endswith("\n") else "\n\n"
    changed = f"{before}{gap}{new}\n{after}" if after else f"{before}{gap}{new}"
    Policy.of(tomllib.loads(changed), str(path))  # what would be written can be read again
    _write(path, changed)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            Path(name).chmod(path.stat().st_mode & 0o777)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
