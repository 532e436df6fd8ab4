"""Commands that are only a picture in a tool bar: what they are for shows when the pointer rests on them."""

from __future__ import annotations

from deskhand.models.local import layout
from deskhand.models.local.effects import Call
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.atlas import Atlas
from deskhand.models.local.skills.commands.fit import SURE, fit
from deskhand.models.local.skills.commands.popup import opened
from deskhand.models.local.skills.commands.visible import Sight, is_step
from deskhand.models.local.skills.tooltips import pictures_in
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene

MOST = 14
"""Pictures that are asked for their names at most for one wish; each takes a second."""
SILENT = 4
"""Pictures without an explanation, after which the others are not asked."""


async def by_pictures(hand: Hand, atlas: Atlas, words: str, area: Rect) -> list[Sight]:
    """The pictures in ``area`` whose explanations fit, best first."""
    found: list[Sight] = []
    asked = 0
    for box in _bars_first(await hand.scene(), area):
        told = atlas.pictures.get((box.center.x, box.center.y))
        if told is None:
            if asked >= MOST:
                continue
            asked += 1
            told = await _explained(hand, box)
            atlas.pictures[box.center.x, box.center.y] = told
            if asked == SILENT and not any(atlas.pictures.values()):
                return []  # a program without explanations
        score = fit(words, told)
        if score > 0.3:
            found.append(Sight(score, told, box.center))
        if score >= SURE:
            break
    return sorted(found, key=lambda one: -one.score)


def _bars_first(scene: Scene, area: Rect) -> list[Rect]:
    """The pictures of the longest rows first: those are tool bars; not those that make a number more or less."""
    boxes = [box for box in pictures_in(scene, area) if not is_step(scene, box)]
    rows = [[other for other in boxes if layout.same_row(box, other)] for box in boxes]
    return [box for _, _, box in sorted(zip((-len(row) for row in rows), range(len(boxes)), boxes, strict=True))]


async def _explained(hand: Hand, box: Rect) -> str:
    """The words of its tooltip, "" where none comes."""
    say = hand.say("Looking what this button is for.", "ボタンの説明を見ます。")
    before = (await hand.view()).pixels
    fields = {"coordinate": [box.center.x, box.center.y]}
    await hand.act(say, Call("mouse_move", fields), Call("wait", {"duration": 1}))
    view = await hand.view()
    shown = opened(before, view.pixels, box.grow(30))
    if shown is None or shown.height > 120:
        return ""
    scene = await hand.scene()
    lines = [
        line for line in scene.texts if shown.grow(4).contains(line.box.center) and not box.contains(line.box.center)
    ]
    return lines[0].text if lines else ""
