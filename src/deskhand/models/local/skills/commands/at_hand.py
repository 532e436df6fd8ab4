"""What stands in the window already: a notice in the way, a field to search in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from deskhand.models.local import layout
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.arrived import shorten
from deskhand.models.local.skills.commands import values
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.commands.form import Field, put
from deskhand.models.local.skills.commands.popup import opened
from deskhand.models.local.skills.commands.slots import Slot, slots
from deskhand.models.local.skills.commands.terms import Term, alike, terms, verb
from deskhand.models.local.skills.common import notice_in_front
from deskhand.models.local.skills.leafing import leafed_to, page_counted, pages_counted
from deskhand.models.local.skills.paged import page_place, page_shown, pages_told
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene

OWN = 0.7
"""What the words in an empty field must say of a name."""
_TO_PAGE = re.compile(r"go to (?:the )?page|移動 ?ページ目?", re.IGNORECASE)
_SEARCHED = ("🔍", "search", "find")
SAYS = 0.9
"""The same of the button behind a field."""
BESIDE = 34
"""Pixels that a magnifying glass stands left of its field at most."""


async def clear_the_way(hand: Hand) -> None:
    """Close a welcome, a tip or a warning that stands over the window and asks for nothing."""
    front = await hand.front()
    if front is None or not await notice_in_front(hand):
        return
    scene, view = await hand.scene(), await hand.view()
    asked = slots(scene, view.pixels, front.body)
    if len(asked) <= 1 and all(slot.kind == "check" for slot in asked):  # "show tips at startup"
        await hand.key("Escape", hand.say("Closing the notice that is in the way.", "手前のお知らせを閉じます。"))
        await hand.took_effect()


async def searched(hand: Hand, words: str, fields: Sequence[Field]) -> str:
    """Search by the field that the window has for it; "" where it has none, or something else is asked for."""
    doing = verb(words)
    if doing is None or len(fields) != 1 or not any(alike(doing, one) >= 0.9 for one in terms("search")):
        return ""
    front = await hand.front()
    if front is None:
        return ""
    scene, view = await hand.scene(), await hand.view()
    found = [
        slot
        for slot in slots(scene, view.pixels, front.box)
        if (slot.kind == "text" and _searches(scene, slot)) or (slot.kind == "choice" and _started(scene, slot))
    ]
    if len(found) != 1:
        return ""
    value = fields[0][1]
    await put(hand, replace(found[0], kind="text"), value, key="Return")
    await hand.took_effect()
    return hand.say(f"I searched for “{shorten(value)}”.", f"「{shorten(value)}」を検索しました。")


async def turned(hand: Hand, words: str, fields: Sequence[Field]) -> str:
    """Go to a page by the field that shows which one it is; "" where the window has none."""
    if len(fields) != 1 or not values.is_number(fields[0][1]):
        return ""
    front = await hand.front()
    if front is None or _TO_PAGE.fullmatch(words) is None:
        return ""
    page = fields[0][1]
    if page.startswith("-"):  # the last one: by its number, where the window tells how many there are
        page = pages_told(await hand.scene(), (await hand.view()).pixels, front.box) or await pages_counted(hand)
        if not page:
            return await _at_the_end(hand)
    found = page_place(await hand.scene(), (await hand.view()).pixels, front.box)
    if found is None:
        there = await page_counted(hand) is not None and await leafed_to(hand, int(page))
        return _at_page(hand, page) if there else ""
    say = hand.say(f"Going to page {page}.", f"{page}ページ目に移動します。")
    await hand.click(found.center, say, count=2)  # marks the number that stands there, in old programs too
    await hand.type(page, say)
    await hand.key("Return", say)
    await hand.took_effect()
    if page_shown(await hand.scene(), (await hand.view()).pixels, front.box) not in ("", page):
        return ""  # it did not take the number
    return _at_page(hand, page)


async def _at_the_end(hand: Hand) -> str:
    """To the last page by the keys for the end of a document; "" where nothing changes by them."""
    for keys in ("ctrl+End", "End"):
        await hand.key(keys, hand.say("Going to the last page.", "最後のページに移動します。"))
        if await hand.took_effect():
            return hand.say("I went to the last page.", "最後のページに移動しました。")
    return ""


def _at_page(hand: Hand, page: str) -> str:
    return hand.say(f"I went to page {page}.", f"{page}ページ目に移動しました。")


async def entered(hand: Hand, words: str, fields: Sequence[Field]) -> str:
    """Add or save something by the empty field that the window has for its name, with Return or with the button beside
    it; "" where there is no such field."""
    doing, front = verb(words), await hand.front()
    keeps = terms("add save")
    if doing is None or front is None or len(fields) != 1 or not any(alike(doing, one) >= 0.9 for one in keeps):
        return ""
    name, value = fields[0]
    if "/" in value:
        return ""  # a file's place is asked for by a dialog; a box that counts pages was given one
    scene, view = await hand.scene(), await hand.view()
    found = slots(scene, view.pixels, front.box)
    bare = [slot for slot in found if slot.kind in ("text", "choice") and not slot.value]
    empty = bare if name else []
    waiting = [slot for slot in empty if fit(name, slot.label) >= OWN]
    if not waiting:  # a line for new entries needs no label: the button behind it says what it does
        waiting = [slot for slot in bare if _does(scene, slot.box, doing)]
    if not waiting:  # what stood in it goes away while it has the caret
        grounds = [_ground(view.pixels, slot.box) for slot in found if slot.value and slot.label]
        waiting = [
            slot
            for slot in empty
            if not slot.label and _beside(scene, slot.box) and _ground(view.pixels, slot.box) in grounds
        ]
    if len(waiting) != 1:
        return ""
    place = waiting[0].box
    await put(hand, replace(waiting[0], kind="text"), value, key="Tab")
    before = (await hand.view()).pixels
    beside = _beside(await hand.scene(), place)
    if beside:
        button = min(beside, key=lambda box: box.x)
        await hand.click(button.center, hand.say("Pressing the button beside it.", "横のボタンを押します。"))
    else:
        await hand.key("Return", hand.say("Pressing Return.", "Return キーを押します。"))
    await hand.took_effect()
    if opened(before, (await hand.view()).pixels, None, None, 6) is None:
        return ""
    return hand.say(f"I entered “{shorten(value)}”.", f"「{shorten(value)}」を登録しました。")


def _beside(scene: Scene, place: Rect) -> list[Rect]:
    """The buttons right behind a field."""
    return [
        widget.box
        for widget in scene.widgets
        if layout.same_row(widget.box, place) and 0 <= widget.box.x - place.right <= BESIDE and widget.box.width <= 60
    ]


def _does(scene: Scene, place: Rect, doing: Term) -> bool:
    """Whether the button right behind a field says the deed, and nothing else."""
    said = [
        terms(line.text) for button in _beside(scene, place) for line in scene.texts if button.contains(line.box.center)
    ]
    return any(len(one) == 1 and alike(doing, one[0]) >= SAYS for one in said)


def _ground(pixels: Picture, box: Rect) -> tuple[int, ...]:
    """The colour of most of what is inside, coarsely."""
    part = pixels[box.y + 4 : box.bottom - 4, box.x + 4 : box.right - 4].reshape(-1, 3)
    return tuple(int(value) // 16 for value in np.median(part, axis=0)) if len(part) else ()


def _started(scene: Scene, slot: Slot) -> bool:
    """Whether the button behind the field starts a search."""
    return any(
        layout.same_row(line.box, slot.box)
        and 0 <= line.box.x - slot.box.right <= BESIDE
        and fit("search", line.text) >= SAYS
        for line in scene.texts
    )


def _searches(scene: Scene, slot: Slot) -> bool:
    said = terms(f"{slot.label} {slot.value if slot.grey else ''}")
    if any(alike(term, one) >= 0.9 for term in said for one in terms("search query keyword")):
        return True
    near = slot.box.grow(2)
    return any(
        (widget.mark in _SEARCHED or widget.idea in _SEARCHED)
        and layout.same_row(widget.box, slot.box)
        and (near.contains(widget.box.center) or 0 <= slot.box.x - widget.box.right <= BESIDE)
        for widget in scene.widgets
    )
