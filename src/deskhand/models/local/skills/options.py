"""Check boxes, radio buttons, drop-downs and lists."""

from __future__ import annotations

from dataclasses import replace

from deskhand.models.local import layout
from deskhand.models.local.ground import ENOUGH, locate, matches
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import appeared, lines_in, visible_summary
from deskhand.models.local.skills.pointing import find_one
from deskhand.models.local.steps import ChooseOption, SetChecked, Target
from deskhand.screen.geometry import Rect
from deskhand.vision.match import similarity
from deskhand.vision.scene import Scene, TextLine

BESIDE = 90
"""Pixels between a label and what its drop-down shows, at most."""


async def set_checked(hand: Hand, step: SetChecked) -> str:
    target = step.target if step.target.kind is not None else replace(step.target, kind="checkbox")
    place = await find_one(hand, target)
    label = target.name or place.label
    state = hand.say("on" if step.checked else "off", "オン" if step.checked else "オフ")
    known = place.widget.checked if place.widget is not None else None
    if known is step.checked:
        return hand.say(f"“{label}” already was {state}.", f"「{label}」はすでに{state}でした。")
    view = await hand.click(place.point, hand.say(f"Switching “{label}” {state}.", f"「{label}」を{state}にします。"))
    after = await _state(hand, target)
    if after is not None and after is not step.checked:
        await hand.click(
            place.point,
            hand.say(f"It is not {state} yet; clicking once more.", f"まだ{state}でないので、もう一度クリックします。"),
        )
        after = await _state(hand, target)
        if after is not step.checked:
            raise Stuck(hand.say(f"I could not switch “{label}” {state}.", f"「{label}」を{state}にできませんでした。"))
    if after is None and not view.changed:
        return hand.say(
            f"I clicked “{label}”, but cannot tell whether it is {state}.",
            f"「{label}」をクリックしましたが、{state}になったか確認できません。",
        )
    return hand.say(f"I switched “{label}” {state}.", f"「{label}」を{state}にしました。")


async def _state(hand: Hand, target: Target) -> bool | None:
    found = locate(await hand.scene(), target, await hand.here())
    return found[0].widget.checked if found and found[0].widget is not None else None


async def choose_option(hand: Hand, step: ChooseOption) -> str:
    said = hand.say(f"I chose “{step.option}”.", f"「{step.option}」を選びました。")
    if step.of is None:
        return said if await _pick_shown(hand, step.option) else await _nowhere(hand, step.option)
    # A radio button or a list shows all its options; a drop-down shows them once it is open.
    of = replace(step.of, kind=step.of.kind if step.of.kind in ("option", "radio", "menu") else "option")
    here = await hand.here()
    near = Target(step.option, "radio", near=step.of.name) if step.of.name else Target(step.option, "radio")
    marks = [
        place
        for place in locate(await hand.scene(), near, here)
        if place.widget is not None and place.widget.kind == "radio"
    ]
    if marks and marks[0].score >= ENOUGH:
        await hand.click(marks[0].point, hand.say(f"Choosing “{step.option}”.", f"「{step.option}」を選びます。"))
        return said
    place = await find_one(hand, of)
    point = place.widget.box.center if place.widget is not None else place.point
    if place.widget is None and (shown := _value_beside(await hand.scene(), place.box)) is not None:
        if similarity(shown.text, step.option) > 0.95:
            return said  # it stands there already
        point = shown.box.center  # its frame was not made out, but what it shows was
    await hand.click(
        point,
        hand.say(
            f"Opening the list “{step.of.name or place.label}”.",
            f"「{step.of.name or place.label}」のリストを開きます。",
        ),
    )
    if await appeared(hand):
        if await _pick_shown(hand, step.option):
            return said
        await hand.type(
            step.option,
            hand.say(
                f"It does not show; typing “{step.option}” to find it.",
                f"見えないので「{step.option}」と入力して探します。",
            ),
        )
        value = _value_beside(await hand.scene(), place.box)
        if value is not None and similarity(value.text, step.option) > 0.95:
            return said  # the label's click gave it the focus, and it took the typed name without opening
        if await _pick_shown(hand, step.option):
            return said
        await hand.key("Escape", hand.say("Closing the list.", "リストを閉じます。"))
    return await _nowhere(hand, step.option)


def _value_beside(scene: Scene, label: Rect) -> TextLine | None:
    """The text that a drop-down shows, right of its label; it may have been read in one line with it."""
    row: list[TextLine] = []
    for line in scene.texts:
        if not layout.same_row(label, line.box) or line.box.right <= label.right + 8:
            continue
        if line.box.x < label.right - 4:
            start = next((i for i, (left, _) in enumerate(line.spans) if left >= label.right - 2), len(line.text))
            rest = line.text[start:].strip()
            if not rest:
                continue
            line = TextLine(rest, line.part(start, len(line.text)), line.confidence)
        if line.box.x - label.right <= BESIDE:
            row.append(line)
    return min(row, key=lambda line: line.box.x, default=None)


async def _pick_shown(hand: Hand, option: str) -> bool:
    scene = await hand.scene()
    area = None if hand.popup is None else hand.popup.grow(4)
    places = matches(scene, option, area, 0.85)
    if not places and area is not None:
        places = matches(await hand.closer(area, 2), option, area, 0.85) or matches(scene, option, None, 0.9)
    if not places:
        return False
    label = places[0].box
    mark = layout.mark_of(scene, label, "radio")
    point = mark.box.center if mark is not None else label.center
    await hand.click(point, hand.say(f"Choosing “{option}”.", f"「{option}」を選びます。"))
    await appeared(hand)
    return True


async def _nowhere(hand: Hand, option: str) -> str:
    shown = ", ".join((await lines_in(hand, hand.popup))[:10]) if hand.popup is not None else ""
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I found no option “{option}”. {f'The list shows: {shown}. ' if shown else ''}{seen}",
            f"選択肢「{option}」が見つかりません。{f'リストの内容: {shown}。' if shown else ''}{seen}",
        )
    )
