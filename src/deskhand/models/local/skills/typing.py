"""Typing text, and looking whether it arrived."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from deskhand.models.local.cells import NAME
from deskhand.models.local.ground import ENOUGH, locate
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.arrived import shorten, shown
from deskhand.models.local.skills.commands.placing import keep_if_done, put_into_form
from deskhand.models.local.skills.commands.values import is_number
from deskhand.models.local.skills.commands.writing import written_in_the_only_place
from deskhand.models.local.skills.common import visible_summary
from deskhand.models.local.skills.made_up import select_made_up_title
from deskhand.models.local.skills.name_box import go_to_cell
from deskhand.models.local.skills.pointing import find_one, focus_field, shown_cell
from deskhand.models.local.skills.text_pane import MENU_BAR, click_into_text
from deskhand.models.local.steps import TypeText
from deskhand.models.local.view import View
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture

SELECTED = 8
"""A change of at least so many pixels each way is a selection; a blinking caret is thinner."""
ONE_LINE = 60
"""A selection in one line is at most so many pixels high; more is something that opened meanwhile."""
FILLED = 0.55
"""Of what a selection takes that changes its colour: a button for what is selected comes alive in its strokes only."""


async def type_text(hand: Hand, step: TypeText) -> str:
    text = hand.memory.fill(step.text)
    if step.into is not None:
        found = locate(await hand.scene(), step.into, await hand.here())
        named = step.into.kind == "field" and step.into.name and not NAME.fullmatch(step.into.name)
        if named and not (found and found[0].score >= ENOUGH) and await put_into_form(hand, step.into.name, text):
            await keep_if_done(hand)
            return hand.say(f"I set “{step.into.name}” to {text}.", f"「{step.into.name}」を {text} にしました。")
        unseen = named and not (found and found[0].score >= ENOUGH)
        if unseen and not step.replace and await written_in_the_only_place(hand, text):
            return hand.say(f"I wrote “{shorten(text)}”.", f"「{shorten(text)}」と書きました。")
        cell = NAME.fullmatch(step.into.name) and not (found and found[0].score >= ENOUGH)
        if cell and await shown_cell(hand, step.into) is None and await go_to_cell(hand, step.into.name):
            return await _into_cell(hand, text, step.into.name)
        field = await find_one(hand, step.into)
        await focus_field(hand, field, step.into.name)
        if NAME.fullmatch(step.into.name) and field.label == step.into.name:
            return await _into_cell(hand, text, step.into.name)
        if NAME.fullmatch(step.into.name) and not step.replace and not step.own_line:
            step = replace(step, replace=True)  # no cell of a sheet, but a field of that name: it is set to the value
    if step.into is None and step.replace and await put_into_form(hand, "", text):
        return hand.say(f"I put {text} where such a value stood.", f"同じ形の値があった欄に {text} を入れました。")
    if step.replace:
        await hand.key(
            "ctrl+a",
            hand.say("Selecting what the field holds, to replace it.", "入っている文字を選択して置き換えます。"),
        )
    if step.own_line:
        await _own_line(hand)
    elif step.enter and step.into is None:
        await select_made_up_title(hand)
    await enter_text(hand, text, into=step.into is not None)
    seen = await shown(hand, text)
    if step.into is not None and step.replace:
        if is_number(text) and not step.enter:  # a number is taken when its field is left
            await hand.key("Tab", hand.say("Leaving the field.", "欄を離れます。"))
        await keep_if_done(hand)
    if step.enter:
        await hand.key("Return", hand.say("Pressing Return.", "Return キーを押します。"))
    if not seen:  # a field for a password, letters beyond the reader's; or it went elsewhere
        return hand.say(
            f"I typed “{shorten(text)}”; the screen changed, but I cannot read the text there.",
            f"「{shorten(text)}」と入力しました。画面は変わりましたが、その文字は確認できません。",
        )
    return hand.say(f"I typed “{shorten(text)}”.", f"「{shorten(text)}」と入力しました。")


async def _into_cell(hand: Hand, text: str, cell: str) -> str:
    """Typing replaces what the cell holds; Return keeps it, where a click elsewhere would become part of a formula."""
    await hand.type(text, hand.say(f"Typing “{shorten(text)}”.", f"「{shorten(text)}」と入力します。"))
    view = await hand.key("Return", hand.say("Pressing Return.", "Return キーを押します。"))
    if not view.changed and not await shown(hand, text):
        await _no_arrival(hand, text)
    return hand.say(f"I typed “{shorten(text)}” into {cell}.", f"{cell} に「{shorten(text)}」と入力しました。")


async def enter_text(hand: Hand, text: str, *, into: bool = False) -> None:
    """Type into what has the focus; once more after a click into the window when nothing arrived."""
    if not text:
        return
    say = hand.say(f"Typing “{shorten(text)}”.", f"「{shorten(text)}」と入力します。")
    await hand.type(text, say)
    if not text.strip() or await hand.took_effect():
        return
    front = await hand.front()
    if front is not None and not into:
        await click_into_text(hand, front)
        if await shown(hand, text):
            return
        if hand.went:  # what was pressed before went nowhere either
            await hand.key(hand.went, hand.say("Going there once more.", "もう一度そこへ移ります。"))
        await hand.type(text, say)
        if await hand.took_effect():
            return
    await _no_arrival(hand, text)


async def _no_arrival(hand: Hand, text: str) -> None:
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I typed “{shorten(text)}”, but it did not appear anywhere on the screen. {seen}",
            f"「{shorten(text)}」と入力しましたが、画面に現れませんでした。{seen}",
        )
    )


async def _own_line(hand: Hand) -> None:
    """To the end of the text, and onto a new line unless the caret stands on an empty one."""
    say = hand.say("Going to the end of the text.", "文末に移ります。")
    hand.went = "ctrl+End"
    await hand.key("ctrl+End", say)
    front = await hand.front()
    scene, view = await hand.scene(), await hand.view()
    body = front.body if front is not None else Rect(0, 0, view.size.width, view.size.height)
    lines = [line for line in scene.texts if body.contains(line.box.center) and line.box.y > body.y + MENU_BAR]
    if not lines or _caret_below(view.pixels, body, max(line.box.bottom for line in lines)):
        return
    selected = await hand.key(
        "shift+Home", hand.say("Looking whether this line is empty.", "この行が空かどうかを見ます。")
    )
    if not any(_is_selection(selected, area) for area in selected.changes):
        return
    await hand.key("End", say)
    await hand.key("Return", hand.say("Beginning a new line.", "改行します。"))


def _is_selection(view: View, area: Rect) -> bool:
    """Whether what changed there is broader than a caret, by its pixels: the area of a change has a little room."""
    if view.before is None or area.height > ONE_LINE:
        return False
    part = np.s_[area.y : area.bottom, area.x : area.right]
    off = np.abs(view.before.pixels[part].astype(np.int16) - view.pixels[part].astype(np.int16)).max(axis=2) > 20
    across, down = np.flatnonzero(off.any(axis=0)), np.flatnonzero(off.any(axis=1))
    if min(len(across), len(down)) < SELECTED:
        return False
    return bool(off[down[0] : down[-1] + 1, across[0] : across[-1] + 1].mean() >= FILLED)


def _caret_below(pixels: Picture, body: Rect, bottom: int) -> bool:
    """Whether a caret stands at the left edge of a line below the last text: a thin stroke, alone in its row."""
    area = pixels[bottom + 1 : min(bottom + 60, body.bottom), body.x + 1 : body.x + 60].astype(np.int16)
    if area.shape[0] < 10:
        return False
    ground = np.median(area, axis=(0, 1))
    ink = np.abs(area - ground).max(axis=2) > 60
    columns = ink.sum(axis=0)
    strokes = np.flatnonzero((columns >= 10) & (columns <= 40))
    return 1 <= len(strokes) <= 3 and int(ink.sum()) <= 3 * 40
