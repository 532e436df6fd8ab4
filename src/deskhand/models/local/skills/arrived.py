"""Whether typed text arrived, and how it is spoken of."""

from __future__ import annotations

from deskhand.models.local.hand import Hand
from deskhand.vision.match import find

TAIL = 24
"""Characters at the end of the last line that are looked for: a long line wraps, and its beginning may scroll away."""


async def shown(hand: Hand, text: str) -> bool:
    """Whether the end of the text (or, where it wraps, some other part) can be read on the screen."""
    lines = text.strip().splitlines()
    if not lines:
        return True
    parts = (lines[-1][-TAIL:], lines[-1][-TAIL // 2 :], lines[-1][:TAIL], lines[0][:TAIL])
    scene = await hand.scene()
    if any(find(scene, part, at_least=0.8) for part in parts if part.strip()):
        return True
    scene = await hand.read_afresh()
    return any(find(scene, part, at_least=0.8) for part in parts if part.strip())


def shorten(text: str, limit: int = 60) -> str:
    """One line for a sentence."""
    flat = text.replace("\n", "⏎").replace("\t", "⇥")
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
