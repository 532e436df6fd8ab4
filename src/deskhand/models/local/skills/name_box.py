"""Going to a cell of a sheet of which too few letters of columns can be read to tell its place.

Every spreadsheet has a box that names the chosen cell, at the left above its columns: it shows whether the way led
there. Typing a name into it is no way: in some the keyboard stays in the box afterwards.
"""

from __future__ import annotations

from deskhand.models.local.cells import NAME, nearest_cell
from deskhand.models.local.hand import Hand
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene, TextLine

_LEFT, _ABOVE = 1 / 3, 1 / 2
"""Where it stands at most: the share of the window's width, and of its height."""


def name_box(scene: Scene, window: Rect) -> TextLine | None:
    """The only cell's name that stands by itself at the left in the upper part of ``window``."""
    found = [
        line
        for line in scene.texts
        if window.contains(line.box.center)
        and NAME.fullmatch(line.text.strip())
        and line.box.x - window.x <= _LEFT * window.width
        and line.box.y - window.y <= _ABOVE * window.height
    ]
    return found[0] if len(found) == 1 else None


async def go_to_cell(hand: Hand, cell: str) -> bool:
    """Choose a cell by a click into its row and arrows from there; False where the box does not show its name then."""
    front = await hand.front()
    if front is None:
        return False
    scene = await hand.scene()
    if name_box(scene, front.body) is None or (near := nearest_cell(scene, cell, front.body)) is None:
        return False
    start, place = near
    saying = hand.say(f"Going to {cell} from {start}.", f"{start} から {cell} に移ります。")
    await hand.click(place, saying)
    across = ord(cell[0]) - ord(start[0])
    for _ in range(abs(across)):
        await hand.key("Right" if across > 0 else "Left", saying)
    after = name_box(await hand.scene(), front.body)
    return after is not None and after.text.strip() == cell
