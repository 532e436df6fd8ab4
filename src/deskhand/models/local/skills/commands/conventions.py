"""Keys that nearly every program knows for a command: tried last, and believed only when something changes."""

from __future__ import annotations

from deskhand.models.local.skills.commands.fit import fit

_KEYS = (
    ("find search", "ctrl+f"), ("undo", "ctrl+z"), ("redo", "ctrl+shift+z"), ("select all", "ctrl+a"),
    ("zoom in enlarge", "ctrl+plus"), ("zoom out shrink", "ctrl+minus"), ("full screen", "F11"), ("rename", "F2"),
    ("new document file window", "ctrl+n"), ("new tab", "ctrl+t"), ("new folder", "ctrl+shift+n"),
    ("go to line page", "ctrl+l"), ("bookmark page", "ctrl+d"), ("print", "ctrl+p"), ("reload refresh", "F5"),
    ("show properties", "alt+Return"), ("preferences settings", "ctrl+comma"), ("show help", "F1"),
    ("delete remove item entry file", "Delete"), ("normal size zoom", "ctrl+0"), ("replace text", "ctrl+h"),
    ("next page", "Page_Down"), ("previous page", "Page_Up"), ("close tab document", "ctrl+w"),
)  # fmt: skip
ALIKE = 0.5
"""How well such words must say the wish; they hold other names of the same, of which only one is said."""


def usual_keys(words: str, *, selected: bool) -> str | None:
    """The keys for a command; what deletes is pressed only where something was selected for it."""
    fits = [(fit(words, told), keys) for told, keys in _KEYS]
    score, keys = max(fits)
    if score < ALIKE or (keys == "Delete" and not selected):
        return None
    return keys
