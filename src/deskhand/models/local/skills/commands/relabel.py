"""Another name for what shows by its name: a node of a drawing, a row of a tree, written over where it stands.

A mind map has no command to rename its main idea, and a row's menu calls it “Properties”: F2 or a double click opens
the name in nearly every program.
"""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local.hand import Hand
from deskhand.models.local.layout import same_row
from deskhand.models.local.skills.arrived import shorten, shown
from deskhand.models.local.skills.commands.form import Field
from deskhand.models.local.skills.commands.stage import stage
from deskhand.models.local.skills.commands.terms import alike, terms
from deskhand.models.local.skills.file_dialog import is_dialog
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.folding import fold
from deskhand.vision.scene import Scene, TextLine

GAP = 2.0
"""Heights of a letter by which the pieces of one name stand apart, at most: letters on a colour are read one by one."""
SAME = 0.9
NEAR = 40
"""Pixels around the name within which it must change when it is opened."""


def renames(words: str) -> bool:
    """Whether a name is to be changed."""
    asked = terms(words)
    if any(alike(term, one) >= 1 for term in asked for one in terms("rename retitle 名前を変 リネーム 改名")):
        return True
    changes = any(alike(term, one) >= SAME for term in asked for one in terms("change edit"))
    return changes and any(alike(term, one) >= SAME for term in asked for one in terms("title 名前"))


def named_in(words: str) -> str:
    """What is to be called otherwise: "main idea" of "rename main idea"."""
    left = [
        term
        for term in terms(words)
        if not any(alike(term, one) >= SAME for one in terms("rename change edit set name title 名前"))
    ]
    return " ".join(term.stem for term in left)


def written_as(scene: Scene, body: Rect, words: str) -> Rect | None:
    """Where a name stands by itself, all its pieces together; None where it stands nowhere, or twice."""
    wanted = terms(words)
    lines = [line for line in scene.texts if body.contains(line.box.center)]
    found: list[Rect] = []
    for first in lines:
        run = [first]
        while (behind := _behind(run[-1], lines)) is not None:
            run.append(behind)
            told = "".join(line.text for line in run)
            if _letters(told) == _letters(words) or [one.stem for one in terms(told)] == [one.stem for one in wanted]:
                break
        told = " ".join(line.text for line in run)
        if _letters(told) == _letters(words) or (wanted and [t.stem for t in terms(told)] == [t.stem for t in wanted]):
            box = run[0].box
            for line in run[1:]:
                box = box.union(line.box)
            found.append(box)
    return found[0] if len(found) == 1 else None


def _behind(line: TextLine, lines: Sequence[TextLine]) -> TextLine | None:
    near = [
        other
        for other in lines
        if other is not line
        and same_row(other.box, line.box)
        and 0 <= other.box.x - line.box.right + 3 <= GAP * max(line.box.height, other.box.height) + 3
    ]
    return min(near, key=lambda other: other.box.x, default=None)


def _letters(text: str) -> str:
    return fold(text.replace(" ", "")).letters


async def relabelled(hand: Hand, fields: Sequence[Field], at: Point) -> str:
    """The sentence for a name that was written over where it stands; "" where it does not open there."""
    if len(fields) != 1:
        return ""
    value = fields[0][1]
    before = await stage(hand)
    for way in ("F2", "double"):
        opening = hand.say("Opening the name for writing.", "名前を編集できるようにします。")
        if way == "F2":
            await hand.key("F2", opening)
        else:
            await hand.click(at, opening, count=2)
        if not await hand.took_effect():
            continue
        view = await hand.view()
        if view.focus is not None and before.title and view.focus != before.title:
            return ""  # a window of its own asks for it
        if await is_dialog(hand) or not any(area.grow(NEAR).contains(at) for area in view.changes):
            continue
        if any(area.height > 6 * NEAR and area.width > 6 * NEAR for area in view.changes):
            continue  # a page opened
        say = hand.say(f"Typing “{shorten(value)}”.", f"「{shorten(value)}」と入力します。")
        await hand.key("ctrl+a", say)
        await hand.type(value, say)
        await hand.step_aside()  # the pointer stands on what is to be read
        if await shown(hand, value):
            await hand.key("Return", hand.say("Pressing Return.", "Return キーを押します。"))
            await hand.took_effect()
            if await shown(hand, value):
                return hand.say(f"I named it “{shorten(value)}”.", f"名前を「{shorten(value)}」に変えました。")
        await hand.key("Escape", hand.say("It did not take that; leaving it.", "受け付けられないので戻します。"))
        await hand.took_effect()
    return ""
