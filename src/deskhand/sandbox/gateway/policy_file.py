"""A policy as a file that people write, and to which the answer "always" adds a line.

allow = ["example.com", "*.example.org:443"]
deny = ["ads.example.com"]
unknown = "ask"                      # or "refuse", which is what it is without this line

[addresses]                          # dangerous: names that lead to this computer or its network
"dev.test" = "127.0.0.1:8000"

[caps]
connections = 256
megabytes = 16384
idle_seconds = 600
"""

from __future__ import annotations

import os
import re
import tempfile
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from deskhand.sandbox.gateway.policy import Caps, NetworkPolicy, Pin, PolicyError, Rule

_KEYS = {"allow", "deny", "unknown", "addresses", "caps"}
_CAPS = {"connections": (1, 4096), "megabytes": (1, 1 << 24), "idle_seconds": (1, 86_400)}
_ARRAY = re.compile(r"^[ \t]*allow[ \t]*=[ \t]*\[", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def load(path: Path) -> NetworkPolicy:
    """`PolicyError` says what is wrong in the file."""
    try:
        return parse(path.read_text("utf-8"), path)
    except OSError as error:
        raise PolicyError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise PolicyError(f"{path}: it is not UTF-8") from None
    except (PolicyError, tomllib.TOMLDecodeError) as error:
        raise PolicyError(f"{path}: {error}") from None


def parse(text: str, path: Path | None = None) -> NetworkPolicy:
    data = tomllib.loads(text)
    if strange := sorted(data.keys() - _KEYS):
        raise PolicyError(f"it has {strange[0]!r}, which means nothing here; it may have {', '.join(sorted(_KEYS))}")
    unknown = data.get("unknown", "refuse")
    if unknown not in ("refuse", "ask"):
        raise PolicyError('unknown must be "refuse" or "ask"')
    return NetworkPolicy(
        allow=tuple(Rule.parse(rule) for rule in _texts(data, "allow")),
        deny=tuple(Rule.parse(rule) for rule in _texts(data, "deny")),
        unknown=unknown,
        pins=tuple(Pin.parse(f"{name}={address}") for name, address in _addresses(data)),
        caps=_caps(data.get("caps", {})),
        file=path,
    )


def _texts(data: dict[str, Any], key: str) -> list[str]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise PolicyError(f'{key} must be a list of texts, as in {key} = ["example.com"]')
    return value


def _addresses(data: dict[str, Any]) -> list[tuple[str, str]]:
    value = data.get("addresses", {})
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise PolicyError('addresses must be a table, as in "dev.test" = "127.0.0.1:8000"')
    return list(value.items())


def _caps(value: object) -> Caps:
    if not isinstance(value, dict) or value.keys() - _CAPS.keys():
        raise PolicyError(f"caps may have {', '.join(_CAPS)}, and nothing else")
    for name, (low, high) in _CAPS.items():
        if name in value and (type(value[name]) is not int or not low <= value[name] <= high):
            raise PolicyError(f"{name} must be a whole number from {low} to {high}")
    usual = Caps()
    return Caps(
        connections=value.get("connections", usual.connections),
        bytes=value["megabytes"] << 20 if "megabytes" in value else usual.bytes,
        idle=float(value.get("idle_seconds", usual.idle)),
    )


def add(path: Path, rule: Rule) -> None:
    """Put the rule into the file's ``allow``, and leave everything else in it, comments too, as it is."""
    text = path.read_text("utf-8")
    before = parse(text)
    if any(str(rule) == str(each) for each in before.allow):
        return
    changed = _with(text, f'"{rule}"')
    after = parse(changed)
    if set(after.allow) != {*before.allow, rule} or replace(after, allow=()) != replace(before, allow=()):
        raise PolicyError(f"{path} is written in a way that nothing can be added to; add {rule} to allow by hand")
    _replace(path, changed)


def _with(text: str, entry: str) -> str:
    array = _ARRAY.search(text)
    if array is None:
        table = _TABLE.search(text)
        at = table.start() if table is not None else len(text)
        gap = "" if text[:at].endswith("\n") or not text[:at] else "\n"
        return f"{text[:at]}{gap}allow = [{entry}]\n{text[at:]}"
    end = _closing(text, array.end())
    inside = text[array.end() : end]
    kept = inside.rstrip()
    if "\n" not in inside:
        comma = "" if not kept.strip() else " " if kept.endswith(",") else ", "
        return f"{text[: array.end()]}{kept}{comma}{entry}{text[end:]}"
    # One entry a line: ours goes first, where no comment of the last line is in the way.
    indent = re.match(r"[^\n]*\n([ \t]*)", inside)
    space = indent[1] if indent is not None else "    "
    return f"{text[: array.end()]}\n{space}{entry},{inside}{text[end:]}"


def _closing(text: str, at: int) -> int:
    """Where the array that is open at ``at`` ends: past texts and comments."""
    for match in re.finditer(r"\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'|#[^\n]*|\]", text[at:]):
        if match[0] == "]":
            return at + match.start()
    return at


def _replace(path: Path, text: str) -> None:
    """Whole or not at all, with the mode it had; a link stays one."""
    target = path.resolve()
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            os.fchmod(file.fileno(), target.stat().st_mode & 0o777)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
