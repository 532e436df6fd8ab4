"""Commands in sight: buttons and tabs with words on them, pictures whose meaning is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.models.local import layout
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.bar import bar_words
from deskhand.models.local.skills.commands.fit import fit, says_verb
from deskhand.models.local.skills.commands.terms import verb
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.scene import Scene

LONGEST = 34
"""Characters on a button; more is a text."""
PICTURED = 0.85
"""What a picture's meaning counts against a word."""


LONE = 0.75
"""What a “+” says of adding whatever the window keeps: it has no word for that."""
MARKS = {"+": "add new", "＋": "add new", "−": "remove", "-": "remove", "🔍": "find"}
"""What a button with such a mark is for."""


@dataclass(frozen=True, slots=True)
class Sight:
    score: float
    label: str
    point: Point


async def in_sight(hand: Hand, words: str) -> list[Sight]:
    """What in the window in front says it, best first."""
    scene, front = await hand.scene(), await hand.front()
    area = front.box if front is not None else Rect(0, 0, scene.size.width, scene.size.height)
    _, bar = await bar_words(hand)
    found: list[Sight] = []
    for line in scene.texts:
        if len(line.text) > LONGEST or not area.contains(line.box.center):
            continue
        if any(word.box.intersect(line.box) for word in bar):
            continue  # a menu's name opens a menu, and does nothing
        if front is not None and front.bar.contains(line.box.center) and front.bar.height < 34:
            continue
        mark = MARKS.get(line.text.strip())
        if mark is not None and says_verb(words, [mark]) and not is_step(scene, line.box):
            found.append(Sight(_marked(words, mark), mark, line.box.center))
        score = 0.0 if under_way(words, line.text) else fit(words, line.text)
        if score > 0.3:
            box = layout.around(scene, line.box)
            button = box is not None and box.box.height <= 60 and box.role not in ("row", "field", "area", "header")
            if (button and says_verb(words, [line.text])) or any(
                w.role in ("button", "link") and w.box.contains(line.box.center) for w in scene.widgets
            ):
                found.append(Sight(score, line.text, line.box.center))
    for widget in scene.widgets:
        told = MARKS.get(widget.mark, widget.idea)
        if front is not None and front.bar.contains(widget.box.center) and front.bar.height < 34:
            continue  # the “−” there makes the window small
        stands = told and area.contains(widget.box.center) and not is_step(scene, widget.box)
        if stands and says_verb(words, [told]):
            found.append(Sight(_marked(words, told), told, widget.box.center))
    return sorted((one for one in found if one.score > 0.3), key=lambda one: -one.score)


def _marked(words: str, told: str) -> float:
    """What a picture counts; a sign for adding or taking away speaks of nothing else that is to be added."""
    alone = told in MARKS.values() and verb(words) is not None
    return PICTURED * max(fit(words, told), LONE if alone else 0.0)


def under_way(words: str, label: str) -> bool:
    """Whether a label tells of a deed that is being done, in words of its own: "Terminating task" explains a colour."""
    found = _DOING.match(label.strip())
    return found is not None and found[1].lower() not in words.lower()


_DOING = re.compile(r"([A-Z][a-z]{2,}ing)\s+[a-z]")


def is_step(scene: Scene, box: Rect) -> bool:
    """One of the two signs at the end of a number's field, which make it more or less. (Below a list they add and take
    away.)"""
    row = [line for line in scene.texts if layout.same_row(line.box, box)]
    if not any(line.text.strip() in _STEPS and box.grow(2).contains(line.box.center) for line in row):
        return False
    boxes = [w.box for w in scene.widgets if w.kind == "box" and w.box.height <= 50 and layout.same_row(w.box, box)]
    own = min((one for one in boxes if one.contains(box.center)), key=lambda one: one.area, default=box)
    fields = [
        one
        for one in boxes
        if one.contains(box.center)
        or (abs(one.y - own.y) <= 3 and abs(one.height - own.height) <= 3 and 0 <= own.x - one.right <= 2 * own.width)
    ]
    numbers = [
        line
        for line in row
        if any(character.isdigit() for character in line.text) and 0 <= box.x - line.box.right <= STEPS_OFF
    ]
    return any(one.contains(line.box.center) for one in fields for line in numbers)


STEPS_OFF = 120
"""Pixels from a number to the signs that change it, at most: a day stands further from the “+” of its bar."""
_STEPS = ("+", "-", "−", "–", "—", "＋")
