"""A new, empty document; copying and pasting; finding and replacing."""

from __future__ import annotations

from deskhand.models.local.ground import ENOUGH, locate
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.pointing import find_one, focus_field
from deskhand.models.local.steps import Copy, NewDocument, Paste, Target
from deskhand.vision.match import find

_EMPTY_TITLES = ("untitled", "new document", "無題", "新規", "document1")


async def new_document(hand: Hand, step: NewDocument) -> str:
    """Ctrl+N, unless the program has just opened with an untitled, empty one."""
    del step
    front = await hand.front()
    title = ((await hand.view()).focus or (front.title if front is not None else "")).lower()
    if any(word in title for word in _EMPTY_TITLES) and not title.startswith("*"):
        scene = await hand.scene()
        body = front.body if front is not None else None
        lines = [
            line
            for line in scene.texts
            if body is not None and body.contains(line.box.center) and line.box.y > body.y + 40
        ]
        if not [line for line in lines if not find(scene, "Warning", at_least=0.9, within=line.box.grow(4))]:
            return ""
    await hand.key("ctrl+n", hand.say("Making a new, empty document.", "新しい文書を作ります。"))
    return ""


async def copy(hand: Hand, step: Copy) -> str:
    if step.what is not None and await _selected_by_search(hand, step.what):
        pass
    elif step.what is not None and (step.what.name or step.what.point is not None):
        place = await find_one(hand, step.what)
        if step.what.kind == "field":
            await focus_field(hand, place, step.what.name)
            await hand.key("ctrl+a", hand.say("Selecting its text.", "文字を選択します。"))
        else:
            await _select(hand, place.box.x, place.box.right, place.box.center.y, place.label)
    else:
        await hand.key("ctrl+a", hand.say("Selecting everything.", "すべて選択します。"))
    await hand.key("ctrl+c", hand.say("Copying it.", "コピーします。"))
    return ""


async def _selected_by_search(hand: Hand, what: Target) -> bool:
    """What was searched for is selected, and what is to be copied is another word for it that shows nowhere."""
    if not hand.memory.sought or not what.name or what.kind not in (None, "text"):
        return False
    found = locate(await hand.scene(), what, await hand.here())
    return not found or found[0].score < ENOUGH


async def _select(hand: Hand, left: int, right: int, y: int, label: str) -> None:
    from deskhand.screen.geometry import Point

    say = hand.say(f"Selecting “{label}”.", f"「{label}」を選択します。")
    await hand.drag(Point(max(0, left - 1), y), Point(right + 1, y), say)


async def paste(hand: Hand, step: Paste) -> str:
    if step.into is not None:
        await focus_field(hand, await find_one(hand, step.into), step.into.name)
    view = await hand.key("ctrl+v", hand.say("Pasting.", "貼り付けます。"))
    if not view.changed:
        return hand.say(
            "I pasted, but nothing on the screen changed.", "貼り付けましたが、画面に変化はありませんでした。"
        )
    return ""
