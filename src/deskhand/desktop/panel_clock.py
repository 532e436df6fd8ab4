"""The panel's clock: what it draws at the turn of a minute is the effect of no action.

It ticks far too seldom to be known by its habits (`restless`). So it is known by its place and its time: only around
the turn of a minute, only there. What a program draws at that place at any other time counts like anything else.
"""

from __future__ import annotations

from deskhand.desktop.configuration import PANEL_HEIGHT
from deskhand.screen.geometry import Rect, Size

WIDTH = 64
"""Pixels at the panel's right end in which the clock stands: five figures in its font, with what is left free."""
LATE = 1.5
"""Seconds after the turn of a minute within which the clock has been drawn anew, on a busy machine too."""


def ticking(screen: Size, began: float, ended: float) -> list[Rect]:
    """The clock's place, if it may tick between two moments (`time.time`, seconds); else nothing."""
    if (began - LATE) // 60 == ended // 60:
        return []
    return [Rect(screen.width - WIDTH, screen.height - PANEL_HEIGHT, WIDTH, PANEL_HEIGHT)]
