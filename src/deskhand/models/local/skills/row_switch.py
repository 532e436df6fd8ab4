"""The box to tick in the row of a thing: “switch off the automatic start of Tea Clock” is the box before Tea Clock.

Lists of what is shown, started or loaded have such a box in each row and no words beside it, the thing's name stands in
another column. Both of two such wishes were looked for in menus and preferences and given up.
"""

from __future__ import annotations

import re

from deskhand.models.local import layout
from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.rows_shown import parted
from deskhand.models.local.skills.commands.slots import marks_in, slots
from deskhand.models.local.skills.commands.terms import alike, terms
from deskhand.models.local.steps import CloseWindow
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene, TextLine, Widget

SHORTEST = 3
"""Letters of a row's name that are looked for in the wish."""
SAID = 0.85
"""How well a word of a box's label must be said by the wish."""
FOOT = 72
"""Pixels at the foot of a window in which its buttons stand."""
MOVED = 8
"""Pixels that a box may have moved by the click."""


async def row_switched(hand: Hand, name: str, *, on: bool) -> str:
    """The name of the row whose box is as wanted now; "" where the window has no row with a box that is named: by the
    setting's name, by what was said for it, or anywhere in the wish.

    Raises:
        Stuck: the box took no mark.
    """
    said = ""
    found = None
    for said in (name, hand.said, hand.wish):
        if found := await _meant(hand, said):
            break
    if found is None:
        return ""
    row, mark = found
    if mark.checked is on:
        await confirmed(hand)
        return row.text
    state = hand.say("on" if on else "off", "オン" if on else "オフ")
    await hand.click(
        mark.box.center, hand.say(f"Switching “{row.text}” {state}.", f"「{row.text}」を{state}にします。")
    )
    await hand.took_effect()
    await hand.step_aside()
    after = await _meant(hand, said)
    if after is None or after[1].checked is not on or abs(after[1].box.y - mark.box.y) > MOVED:
        raise Stuck(
            hand.say(f"I could not switch “{row.text}” {state}.", f"「{row.text}」を{state}にできませんでした。")
        )
    await confirmed(hand)
    return row.text


async def _meant(hand: Hand, said: str) -> tuple[TextLine, Widget] | None:
    front = await hand.front()
    if front is None:
        return None
    return row_with_box(await hand.scene(), (await hand.view()).pixels, front.body, said)


def row_with_box(scene: Scene, pixels: Picture, body: Rect, said: str) -> tuple[TextLine, Widget] | None:
    """The one row that the words name and that has one box of its own, beside others that have one, too."""
    lines = parted([line for line in scene.texts if body.contains(line.box.center)])
    marks = [mark for mark in marks_in(scene, pixels) if body.contains(mark.box.center)]
    column = [mark for mark in marks if sum(abs(other.box.x - mark.box.x) <= MOVED for other in marks) > 1]
    found: list[tuple[TextLine, Widget]] = []
    for mark in column:
        right = [line for line in lines if layout.same_row(line.box, mark.box) and line.box.x >= mark.box.right - 2]
        own = [one for one in column if layout.same_row(one.box, mark.box)]
        name = min(right, key=lambda line: line.box.x, default=None)
        if name is not None and len(own) == 1 and _said(name.text, said):
            found.append((name, mark))
    whole = [one for one in found if not any(one[0].text in other.text != one[0].text for other, _ in found)]
    return whole[0] if len(whole) == 1 else None


def _said(name: str, said: str) -> bool:
    """Whether the wish has the row's name as it stands there, from one end of its words to the other."""
    bare = name.strip(" .…")
    if len(bare) < SHORTEST:
        return False
    edge = r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])"
    return re.search(f"{edge[0]}{re.escape(bare)}{edge[1]}", said, re.IGNORECASE) is not None


async def box_said(hand: Hand, *, on: bool) -> str:
    """The label of a box in sight whose every word the wish says somewhere, in any window: “the list should not be
    shown when the program starts” means “Show at application startup”, whatever the reader took for its name. It stands
    as wanted now; "" where no box is said so, or several are."""
    scene, pixels = await hand.scene(), (await hand.view()).pixels
    areas = [window.body for window in await hand.windows()]
    boxes = [slot for area in areas for slot in slots(scene, pixels, area) if slot.kind == "check"]
    found = {slot.widget.box: slot for slot in boxes if says_all(slot.label, hand.wish)}
    if len(found) != 1:
        return ""
    slot = next(iter(found.values()))
    if slot.widget.checked is not on:
        state = hand.say("on" if on else "off", "オン" if on else "オフ")
        say = hand.say(f"Switching “{slot.label}” {state}.", f"「{slot.label}」を{state}にします。")
        if not (await hand.click(slot.widget.box.center, say)).changed:
            return ""
    return slot.label


def says_all(label: str, wish: str) -> bool:
    """Whether a wish says every telling word of a label, two at least."""
    told, wanted = [term for term in terms(label) if term.weight >= 1], terms(wish)
    return len(told) > 1 and all(any(alike(one, other) >= SAID for other in wanted) for one in told)


async def confirmed(hand: Hand) -> None:
    """A window that asks whether to keep what was set: its button is pressed where nothing else is to be done there."""
    front = await hand.front()
    if front is None or not isinstance(hand.next_step, CloseWindow | None):
        return
    scene = await hand.scene()
    if not buttons(scene, "Cancel", front.body, 0.8):
        return
    found = _agreeing(scene, front.body)
    if found is None:  # two letters beside a picture are read only when they are looked at closely
        foot = Rect(front.body.x, front.body.bottom - FOOT, front.body.width, FOOT)
        found = _agreeing(await hand.closer(foot, 2), front.body)
    if found is not None:
        await hand.click(found.box.center, hand.say(f"Choosing {found.text}.", f"「{found.text}」を選びます。"))
        await hand.took_effect()
        if found.text != "Apply" and await _still_asks(hand, front.box):  # buttons may be swapped by what was set
            await hand.key("Return", hand.say("Once more by the keyboard.", "キーでもう一度押します。"))
            await hand.took_effect()


async def _still_asks(hand: Hand, box: Rect) -> bool:
    front = await hand.front()
    return front is not None and front.box == box and bool(buttons(await hand.scene(), "Cancel", front.body, 0.8))


def _agreeing(scene: Scene, body: Rect) -> TextLine | None:
    for name in ("OK", "Apply"):
        if found := [one for one in buttons(scene, name, body, 0.9) if one.whole]:
            return found[0].line
    return None
