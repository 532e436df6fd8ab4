"""Where a dialog asks by which operation a picture gets its size: what is on it grows or shrinks along with it.

“Shrink it to 60 by 40” cut the picture off at that size, for “Resize” was chosen already, and was called done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.terms import SAME_IDEA, alike, terms
from deskhand.screen.geometry import Rect

_CANVAS = re.compile(r"canvas|キャンバス|crop|切り抜", re.IGNORECASE)
_PAIRS = (("resize", "scale"), ("サイズ変更", "拡大縮小"))
"""The frame alone, and what is on it."""


async def scale_rather(hand: Hand, area: Rect, words: str) -> None:
    """Choose the operation that scales, where both are offered and nobody spoke of the canvas."""
    lines = [line for line in (await hand.scene()).texts if area.contains(line.box.center)]
    label = scaling(words, [line.text.strip() for line in lines])
    if label:
        box = next(line.box for line in lines if line.text.strip() == label)
        await hand.click(box.center, hand.say(f"Choosing {label}.", f"「{label}」を選びます。"))


def scaling(words: str, labels: Sequence[str]) -> str:
    """The one of a dialog's labels that scales; "" where nothing else is offered beside it, or no scaling is meant."""
    sizes = any(alike(term, other) >= SAME_IDEA for term in terms(words) for other in terms("resize"))
    if not sizes or _CANVAS.search(words):
        return ""
    named = {label.lower(): label for label in labels}
    return next((named[content] for frame, content in _PAIRS if frame in named and content in named), "")
