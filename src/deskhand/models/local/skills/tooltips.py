"""Buttons that are only a picture: what they are for is told when the pointer rests on them."""

from __future__ import annotations

from deskhand.models.local import layout
from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene

MOST = 18
"""Buttons that are asked for their names at most; each takes a second."""
SMALLEST, LARGEST = 9, 52
"""Pixels that such a button measures each way."""
TOP = 130
"""Toolbars stand within this many pixels of a window's upper edge."""


async def by_tooltip(hand: Hand, name: str, area: Rect, near: Rect | None = None) -> Rect | None:
    """The picture in ``area`` whose tooltip has the name; those nearest to ``near`` are asked first."""
    pictures = pictures_in(await hand.scene(), area)
    if near is not None:
        pictures.sort(key=lambda box: layout.distance(box, near))
    popup = hand.popup
    for box in pictures[:MOST]:
        before = await hand.hover(box.center, hand.say("Looking what this button is for.", "ボタンの説明を見ます。"))
        view = await hand.wait(1)
        shown = [rect for rect in (*view.changes, *before.changes) if rect.width >= 20 and rect.height >= 10]
        scene = await hand.scene()
        for rect in shown:
            if not box.grow(6).contains(rect.center) and matches(scene, name, rect.grow(4), 0.86):
                hand.popup = popup
                return box
    hand.popup = popup
    return None


def pictures_in(scene: Scene, area: Rect) -> list[Rect]:
    """Small things without a text, in reading order."""
    found: list[Rect] = []
    for widget in scene.widgets:
        box = widget.box
        if not (area.contains(box.center) and SMALLEST <= box.width <= LARGEST and SMALLEST <= box.height <= LARGEST):
            continue
        if widget.kind not in ("icon", "box") or any(
            len(line.text) > 1 and box.grow(2).contains(line.box.center)
            for line in scene.texts  # one letter may be a drawing
        ):
            continue
        if not any(other.contains(box.center) or box.contains(other.center) for other in found):
            found.append(box)
    return layout.in_reading_order(found, lambda box: box)


def toolbar_of(front: Rect) -> Rect:
    """Where a window's toolbars stand."""
    return Rect(front.x, front.y, front.width, min(front.height, TOP))
