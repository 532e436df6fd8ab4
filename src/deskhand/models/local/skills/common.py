"""What several skills look for: something that opened, a question in a dialog, what the screen says at all."""

from __future__ import annotations

import re

from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import PANEL, Hand, Refused
from deskhand.models.local.labels import other_names
from deskhand.models.local.layout import inside
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import similarity

_ANSWERS = ("OK", "Cancel", "Yes", "No", "Don't Save", "Continue", "Retry")
_WAYS_OUT = ("OK", "Close", "Got it", "Skip", "Not now")
"""What a message that only has something to say is answered with."""
_TELLS = re.compile(r"\b(?:message|welcome|tip|notice|warning|first (?:run|start))\b|ようこそ|お知らせ|警告", re.I)
"""What a message is called that comes before its program's own window."""
MOST_NOTICES = 4
"""Messages that are closed one after the other, at most."""
ASKED = 2
"""Boxes to tick in what is more than a message with its “do not show again”."""
WORDY = 24
"""Letters of a line at least for it to be part of a sentence."""
SMALLEST = 30
"""An opened menu or dialog measures at least this many pixels each way; less is a highlight."""


async def appeared(hand: Hand) -> bool:
    """Whether something opened over the rest by the latest action; `hand.popup` then says where."""
    clicked = hand.clicked
    await hand.took_effect()
    view = await hand.view()
    panel = Rect(0, view.size.height - PANEL - 6, view.size.width, PANEL + 6)
    areas = [
        area for area in view.changes if area.width >= SMALLEST and area.height >= SMALLEST and not inside(area, panel)
    ]
    if not areas:
        return False
    # A menu opens at the pointer; elsewhere a window may have lost its colour at the same time.
    at_pointer = [area for area in areas if clicked is not None and area.grow(12).contains(clicked)]
    hand.popup = (at_pointer or areas)[0]
    return True


async def titled(hand: Hand, *names: str) -> bool:
    """Whether the window in front has one of these titles, in any of their languages."""
    view, front = await hand.view(), await hand.front()
    titles = [title for title in (view.focus, front.title if front is not None else None) if title]
    wanted = [other for name in names for other in (name, *other_names(name))]
    return any(similarity(title, name) > 0.9 for title in titles for name in wanted)


async def dialog_in_front(hand: Hand) -> bool:
    """Whether the window in front is a small one that wants an answer."""
    front, scene = await hand.front(), await hand.scene()
    if front is None or front.box.area > scene.size.pixels // 2:
        return False
    return any(buttons(scene, answer, front.box, 0.9) for answer in _ANSWERS)


async def notice_in_front(hand: Hand) -> bool:
    """Whether a small window over another one only has something to say: a welcome, a tip, a warning."""
    front, windows = await hand.front(), await hand.windows()
    # How far down a window goes is hard to tell where the message covers its middle: by its title bar then.
    alone = (
        front is not None
        and len(windows) == 1
        and (_TELLS.search(front.title) is not None or await _only_says(hand, front))
    )
    if front is None or not (
        alone or any(other.box.area > front.box.area or other.bar.width > 2 * front.bar.width for other in windows)
    ):
        return False
    scene = await hand.scene()
    ways_out = any(buttons(scene, name, front.box, 0.9) for name in _WAYS_OUT)
    questions = any(buttons(scene, name, front.box, 0.9) for name in ("Cancel", "Save", "Yes", "Apply", "Next"))
    return ways_out and not questions


async def _only_says(hand: Hand, front: Window) -> bool:
    """Whether a small window is nothing but sentences and one button: what a program begins with at its first start."""
    scene = await hand.scene()
    inside = [line for line in scene.texts if front.body.contains(line.box.center)]
    ways_on = [line for line in inside if any(similarity(line.text.strip(), name) > 0.9 for name in _WAYS_OUT)]
    said = [line for line in inside if line not in ways_on and len(line.text) > WORDY]
    foot = front.body.bottom - front.body.height // 3
    others = [line for line in inside if line not in ways_on and line.box.y > foot and len(line.text) <= WORDY]
    small = front.box.area < scene.size.pixels // 4
    return small and len(ways_on) == 1 and ways_on[0].box.y > foot and len(said) >= 2 and len(others) <= 1


async def dismissed(hand: Hand) -> bool:
    """Away with messages that stand in front of what is to be read; whether there were any."""
    gone = False
    for _ in range(MOST_NOTICES):
        if not await notice_in_front(hand):
            break
        say = hand.say("Closing a message that is in the way.", "邪魔なメッセージを閉じます。")
        agrees = await _only_agreed_to(hand)
        if agrees is None:
            await hand.key("Escape", say)
        if agrees is not None or not await hand.took_effect():  # some toolkits' messages go only by their button
            front, scene = await hand.front(), await hand.scene()
            found = [place for name in _WAYS_OUT for place in buttons(scene, name, front.box if front else None, 0.9)]
            if not found:
                break
            try:
                await hand.click(agrees or found[0].box.center, say)
            except Refused:  # then it stays, and what can be done beside it is done
                break
            await hand.took_effect()
        gone = True
    return gone


async def _only_agreed_to(hand: Hand) -> Point | None:
    """The one button of what has boxes to tick or fields as well: a program that asks at its start what it shall show
    ended at Escape."""
    front, scene = await hand.front(), await hand.scene()
    if front is None:
        return None
    others = any(buttons(scene, name, front.body, 0.9) for name in _WAYS_OUT[1:])
    found = [place for place in buttons(scene, "OK", front.body, 0.9) if place.whole]
    boxes = [one for one in scene.widgets if one.kind == "checkbox" and front.body.contains(one.box.center)]
    return found[0].box.center if len(found) == 1 and len(boxes) >= ASKED and not others else None


async def lines_in(hand: Hand, region: Rect | None) -> list[str]:
    """The lines of text in a part of the screen, in reading order."""
    scene = await hand.scene()
    return [line.text for line in scene.texts if region is None or region.contains(line.box.center)]


async def visible_summary(hand: Hand) -> str:
    """A sentence about what is on the screen, for the person who has to decide what to do."""
    front: Window | None = await hand.front()
    title = (await hand.view()).focus or (front.title if front is not None else "")
    lines = await lines_in(hand, front.body if front is not None else None)
    words = " / ".join(lines[:6])
    if len(words) > 160:
        words = words[:159] + "…"
    if title:
        return hand.say(
            f"In front is “{title}”, showing: {words}.",
            f"前面のウィンドウは「{title}」で、表示は次のとおりです: {words}。",
        )
    return hand.say(f"The screen shows: {words}.", f"画面の表示: {words}。")


async def could_not(hand: Hand, english: str, japanese: str) -> str:
    """ "I could not …", and what is to be seen instead."""
    seen = await visible_summary(hand)
    return hand.say(f"I could not {english}. {seen}", f"{japanese}できませんでした。{seen}")
