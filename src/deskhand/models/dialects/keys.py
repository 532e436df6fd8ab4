"""Key names of other vendors as those of the computer tool (xdotool's)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_NAMES: Mapping[str, str] = {
    "ctrl": "ctrl", "control": "ctrl", "shift": "shift", "alt": "alt", "option": "alt",
    "cmd": "super", "command": "super", "meta": "super", "super": "super", "win": "super", "windows": "super",
    "enter": "Return", "return": "Return", "esc": "Escape", "escape": "Escape", "tab": "Tab",
    "space": "space", "spacebar": "space", "backspace": "BackSpace", "del": "Delete", "delete": "Delete",
    "insert": "Insert", "home": "Home", "end": "End",
    "pageup": "Page_Up", "page_up": "Page_Up", "pgup": "Page_Up",
    "pagedown": "Page_Down", "page_down": "Page_Down", "pgdn": "Page_Down", "pgdown": "Page_Down",
    "arrowleft": "Left", "arrowright": "Right", "arrowup": "Up", "arrowdown": "Down",
    "left": "Left", "right": "Right", "up": "Up", "down": "Down",
    "capslock": "Caps_Lock", "numlock": "Num_Lock", "printscreen": "Print", "prtsc": "Print",
    "+": "plus", "-": "minus", "=": "equal", ",": "comma", ".": "period", "/": "slash", "\\": "backslash",
    ";": "semicolon", "'": "apostrophe", "`": "grave", "[": "bracketleft", "]": "bracketright",
}  # fmt: skip
_FUNCTION = re.compile(r"f([1-9]|1\d|2[0-4])$", re.IGNORECASE)

MODIFIERS = frozenset({"ctrl", "shift", "alt", "super"})


def key(name: str) -> str:
    """One key."""
    known = _NAMES.get(name.strip().lower())
    if known is not None:
        return known
    if _FUNCTION.match(name.strip()):
        return name.strip().upper()
    return name.strip() or "space"


def chord(names: Sequence[str]) -> str:
    """Keys pressed together: ``["CTRL", "C"]`` is ``ctrl+c``."""
    keys = [key(name) for name in names]
    # A capital letter beside ctrl means the key, not shift: vendors write CTRL+C for what everybody calls ctrl+c.
    held = any(each in MODIFIERS for each in keys)
    return "+".join(each.lower() if held and len(each) == 1 else each for each in keys)


def modifiers(names: Sequence[str] | None) -> dict[str, str]:
    """The ``text`` argument of a click that holds these keys; empty when there are none."""
    held = [each for each in map(key, names or ()) if each in MODIFIERS]
    return {"text": "+".join(held)} if held else {}
