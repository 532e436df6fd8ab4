"""A value that a window works out only when told which: its kind is chosen from a list, a button pressed, what comes
read. “The MD5 of this file” stands nowhere in a window that waits with “CRC-8 ▾” and “Calc”.
"""

from __future__ import annotations

from deskhand.models.local import layout
from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.slots import Slot, slots
from deskhand.models.local.skills.commands.terms import alike, terms
from deskhand.models.local.skills.common import appeared
from deskhand.screen.geometry import Point
from deskhand.vision.match import similarity
from deskhand.vision.scene import Scene, TextLine

LISTS = 3
"""Lists that are opened at most."""
LONGEST = 24
"""Characters of a kind's name."""
CHOSEN = 0.93
"""How like the kind's name a list reads that has it chosen."""
MOST = 3
"""Lines that come at most, for them to be the value."""
_WORKS = terms("calculate compute calc run start generate convert go hash")


async def worked_out(hand: Hand, name: str) -> str:
    """The value of the kind ``name``; "" where no list in the window has it, or nothing came of it."""
    if len(name) > LONGEST or not await _kind_chosen(hand, name):
        return ""
    front = await hand.front()
    if front is None:
        return ""
    stood = {line.text for line in (await hand.scene()).texts}
    button = await _button(hand)
    if button is not None:
        await hand.click(button.box.center, hand.say(f"Choosing {button.text}.", f"「{button.text}」を選びます。"))
        await hand.took_effect()
        await hand.wait(1)
    came = [
        line.text
        for line in (await hand.read_afresh()).texts
        if line.text not in stood and front.body.contains(line.box.center) and any(map(str.isalnum, line.text))
    ]
    return "\n".join(came) if 0 < len(came) <= MOST else ""


async def _kind_chosen(hand: Hand, name: str) -> bool:
    front = await hand.front()
    if front is None:
        return False
    scene, view = await hand.scene(), await hand.view()
    lists = [slot for slot in slots(scene, view.pixels, front.body) if slot.kind == "choice"]
    if any(similarity(slot.value, name) >= CHOSEN for slot in lists):
        return True
    for slot in lists[:LISTS]:
        if await _taken_from(hand, slot, name):
            return True
    return False


async def _taken_from(hand: Hand, slot: Slot, name: str) -> bool:
    say = hand.say(f"Looking for {name} in the list “{slot.label}”.", f"リスト「{slot.label}」で {name} を探します。")
    await hand.click(Point(slot.box.right - min(14, slot.box.width // 4), slot.box.center.y), say)
    if not await appeared(hand) or hand.popup is None:
        return False
    found = matches(await hand.scene(), name, hand.popup.grow(6), CHOSEN)
    if not found or not found[0].whole:
        await hand.key("Escape", hand.say("Closing the list.", "リストを閉じます。"))
        return False
    await hand.click(found[0].box.center, hand.say(f"Choosing {name}.", f"{name} を選びます。"))
    await hand.took_effect()
    return True


async def _button(hand: Hand) -> TextLine | None:
    """The button that has it worked out."""
    scene, front = await hand.scene(), await hand.front()
    told = [
        line
        for line in scene.texts
        if front is not None and front.body.contains(line.box.center) and _on_a_button(scene, line)
    ]
    works = [line for line in told if any(alike(one, other) >= 0.8 for one in terms(line.text) for other in _WORKS)]
    return min(works, key=lambda line: len(line.text), default=None)


def _on_a_button(scene: Scene, line: TextLine) -> bool:
    box = layout.around(scene, line.box)
    return len(line.text) <= LONGEST and box is not None and box.box.height <= 60 and box.role not in ("row", "field")
