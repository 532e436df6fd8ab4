"""An entry by the words that tell it from others: "Show line numbers" and "Display Line Number" are one setting."""

from __future__ import annotations

from deskhand.models.local.ground import matches
from deskhand.models.local.labels import other_names
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene, TextLine

_IDLE = ("show", "display", "enable", "use", "the", "view", "turn", "on", "highlight", "of", "in", "mode")
"""Words that a name may carry or not."""


def setting_line(scene: Scene, name: str, area: Rect | None) -> TextLine | None:
    """The line that names the setting: all its telling words, and the fewest others."""
    best: tuple[int, TextLine] | None = None
    for other in (name, *other_names(name)):
        wanted = telling_words(other)
        for line in scene.texts:
            if area is not None and not area.grow(4).contains(line.box.center):
                continue
            held = telling_words(line.text)
            if wanted and wanted <= held and (best is None or len(held - wanted) < best[0]):
                best = (len(held - wanted), line)
    if best is not None and best[0] <= 4:
        return best[1]
    found = matches(scene, name, area, 0.88)
    return found[0].line if found else None


def telling_words(text: str) -> frozenset[str]:
    """The words that tell one setting from another, without endings: "Show line numbers" is ``line number``."""
    joined = text.lower().replace("word wrap", "wrap").replace("wordwrap", "wrap").replace("statusbar", "status bar")
    joined = joined.replace("toolbar", "tool bar").replace("fullscreen", "full screen")
    words = "".join(c if c.isalnum() else " " for c in joined).split()
    return frozenset(_stem(word) for word in words if word not in _IDLE)


def _stem(word: str) -> str:
    for ending in ("ping", "ing", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
