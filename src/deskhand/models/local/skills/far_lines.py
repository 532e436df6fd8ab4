"""A line of a document that does not fit on the screen: found by its words, read where the caret is, changed there."""

from __future__ import annotations

from deskhand.models.local.effects import Reading
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.finding import find_text
from deskhand.models.local.skills.line_keys import cased, press, write
from deskhand.models.local.skills.line_parts import part_of, which_part
from deskhand.models.local.skills.typing import SELECTED
from deskhand.models.local.steps import EditLine
from deskhand.vision.folding import fold


async def edit_far_line(hand: Hand, step: EditLine, text: str) -> None:
    words = step.line if isinstance(step.line, str) else ""
    if step.line == -1:
        await press(hand, "ctrl+End")
        line = await line_here(hand)
        if not line:
            await press(hand, "Up")
            line = await line_here(hand)
    elif words:
        await find_text(hand, words)
        await hand.key("Escape", hand.say("Going back to the text.", "本文に戻ります。"))
        line = await line_here(hand)
    else:
        raise Stuck(
            hand.say(
                "Not all of the document fits on the screen, so I cannot tell which line that is. I changed nothing.",
                "文書の全体が画面に収まらず、どの行か分からないので、何も変えていません。",
            )
        )
    if fold(words).shapes.lower() not in fold(line).shapes.lower():
        raise Stuck(
            hand.say(
                f"I searched for “{words}”, but the caret did not come to a line that holds it. I changed nothing.",
                f"「{words}」を検索しましたが、その行に移れませんでした。何も変えていません。",
            )
        )
    match step.how:
        case "within":
            part = part_of(line, step.old)
            if part is None:
                raise which_part(hand, line)
            await hand.key(" ".join(["End", *["Left"] * (len(line) - part[1])]), _selecting(hand, step.old))
            await hand.key(" ".join(["shift+Left"] * (part[1] - part[0])), _selecting(hand, step.old))
            await (write(hand, text) if text else press(hand, "Delete"))
        case "replace" | "upper" | "lower":
            await write(hand, text if step.how == "replace" else cased(line, step.how))
        case "delete":
            await press(hand, "Delete", "Delete")
        case "append":
            await press(hand, "End")
            await write(hand, text)
        case "prepend":
            await press(hand, "Home")
            await write(hand, text)
        case "after":
            await press(hand, "End", "Return")
            await write(hand, text)
        case "before":
            await press(hand, "Home")
            await write(hand, text)
            await press(hand, "Return")
        case "duplicate":
            await press(hand, "ctrl+c", "End", "Return", "ctrl+v")
        case "up" | "down" | "first" | "last":
            raise Stuck(
                hand.say(
                    "The document does not fit on the screen; I do not move lines in it. I changed nothing.",
                    "文書が画面に収まらないため、行は移動しませんでした。何も変えていません。",
                )
            )
    if text and step.how != "delete":
        now = await line_here(hand)
        await press(hand, "End")
        if fold(text.splitlines()[-1]).shapes not in fold(now).shapes and step.how != "before":
            raise Stuck(
                hand.say(
                    f"I changed the line, but it reads “{now}” now.",
                    f"行を変更しましたが、「{now}」となっています。",
                )
            )


async def line_here(hand: Hand) -> str:
    """The line with the caret, which is selected afterwards; "" where it is empty."""
    say = hand.say("Looking what this line says.", "この行の内容を確認します。")
    await hand.key("End", say)
    marked = await hand.key("shift+Home", say)
    areas = [area for area in marked.changes if area.width >= SELECTED and area.height >= SELECTED]
    if not areas or marked.before is None:
        return ""
    area = max(areas, key=lambda one: one.area)
    readings: list[str] = []
    for size in (2, 3, 4):
        scene = await Reading(marked.before.picture, area.grow(4).clip(marked.size) or area, size)
        rows = sorted(scene.texts, key=lambda one: one.box.x)
        readings.append(" ".join(one.text for one in rows).strip())
        if readings.count(readings[-1]) >= 2:
            break
    return readings[-1]


def _selecting(hand: Hand, part: str) -> str:
    return hand.say(f"Selecting “{part}”.", f"「{part}」を選択します。")
