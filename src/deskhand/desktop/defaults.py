"""Which program opens a file of a kind when it is double-clicked: the desktop's own, whatever else is installed.

Without a word on it the last installed program wins, and a double click on a folder opened a tag editor for music.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

_KINDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "pcmanfm": ("pcmanfm.desktop", ("inode/directory",)),
    "mousepad": (
        "org.xfce.mousepad.desktop",
        ("text/plain", "text/csv", "text/markdown", "text/x-log", "application/json", "application/xml"),
    ),
    "chromium": (
        "chromium.desktop",
        ("text/html", "x-scheme-handler/http", "x-scheme-handler/https"),
    ),
}
"""By executable: its entry, and the kinds of files that are its own."""


def mimeapps(there: Collection[str]) -> str:
    """``mimeapps.list`` for the executables that are ``there``."""
    lines = [f"{kind}={entry}" for program, (entry, kinds) in _KINDS.items() if program in there for kind in kinds]
    return "\n".join(("[Default Applications]", *lines, ""))
