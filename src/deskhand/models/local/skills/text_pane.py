"""Giving a window's text the keyboard by a click: into the text itself, for its middle may be a bar between two panes.

An editor with a preview beside its text had nobody's keys: both clicks and letters went to what divides the two.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Point
from deskhand.vision.scene import TextLine

MENU_BAR = 36
"""Pixels below the title bar that belong to a menu bar."""
FOOT = 30
"""Pixels at the foot of a window in which its status stands."""
BESIDE = 12
"""Pixels behind a line in which its text goes on."""
_NUMBERED = re.compile(r"\d{1,4}(?!\S*[.,:/])")


async def click_into_text(hand: Hand, front: Window) -> None:
    clicking = hand.say(
        "The text did not appear; clicking into the window first.",
        "文字が現れないので、先にウィンドウの中をクリックします。",
    )
    await hand.click(text_place(front, (await hand.scene()).texts), clicking)


def text_place(front: Window, texts: tuple[TextLine, ...]) -> Point:
    """Behind the last line of an editor that counts its lines at the left; else the middle, or what is left of it where
    lines stand to both sides and none in it."""
    body = front.body
    lines = [
        line
        for line in texts
        if body.contains(line.box.center) and line.box.y > body.y + MENU_BAR and line.box.bottom < body.bottom - FOOT
    ]
    counted = [line for line in lines if _NUMBERED.match(line.text)]
    edges = [line for line in counted if abs(line.box.x - min(one.box.x for one in counted)) <= 2 * BESIDE]
    numbers = [int(found[0]) for line in edges if (found := _NUMBERED.match(line.text))]
    if len(numbers) >= 2 and numbers == sorted(set(numbers)):
        last = max(edges, key=lambda line: line.box.y)
        row = [line for line in lines if abs(line.box.center.y - last.box.center.y) <= last.box.height // 2]
        near = [line for line in row if line.box.right < body.center.x] or [last]
        return Point(max(line.box.right for line in near) + BESIDE, last.box.center.y)
    middle = body.center
    sides = [line.box for line in lines if not line.box.x <= middle.x <= line.box.right]
    left = [box for box in sides if box.right < middle.x]
    apart = len(sides) == len(lines) and left and any(box.x > middle.x for box in sides)
    return (
        Point(max(box.right for box in left) + BESIDE, max(left, key=lambda box: box.y).center.y) if apart else middle
    )
