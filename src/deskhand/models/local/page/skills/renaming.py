# ruff: noqa: E501 - a pattern is read more easily in one line
"""A thing on the page given another name: by what its row has for that, by a double click, or by its menu."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Thing
from deskhand.models.local.page.skills.rows import own_sign
from deskhand.models.local.page.words import bare
from deskhand.screen.geometry import Rect

_THING = r"(?:file|folder|item|entry|list|note|tab|album|playlist|document|project|photo|picture|card|board|column|task|group|page|sheet|layer|contact|row|chat|channel)"
_NAME = r"\"[^\"]+\"|[\w.-]+(?: [\w.-]+){0,3}?"
RENAME = (
    rf"(?:rename|retitle)(?: the)?(?: {_THING}(?: (?:called|named))?)? (?P<old>{_NAME}) (?:to|as|into) (?P<new>{_NAME})",
    rf"(?:change|set) the (?:name|title) of (?:the )?(?:{_THING} )?(?P<old>{_NAME}) (?:to|into) (?P<new>{_NAME})",
    rf"give (?:the )?{_THING} (?P<old>{_NAME}) the (?:new )?name (?P<new>{_NAME})",
)
_SIGNS = ("Rename", "Edit", "✎", "✏", "Change", "名前を変更", "名前の変更", "編集", "変更", "改名")


async def rename(pane: Pane, match: re.Match[str]) -> None:
    """``Rename the folder Trips to Work``."""
    await give(pane, bare(match["old"]), bare(match["new"]))


async def give(pane: Pane, old: str, new: str) -> None:
    """The entry ``old`` is called ``new`` from now on."""
    found = await pane.texts(old, 0.88)
    if not found:
        raise Stuck(pane.hand.say(f"I see no “{old}” on the page.", f"ページに「{old}」が見つかりません。"))
    box = found[0].box
    before = await _fields(pane)
    for way in ("sign", "double", "menu", "key"):
        if not await _open(pane, way, box):
            continue
        field = next((each for each in await _fields(pane) if not _stood(each, before)), None)
        held = field is None and way in ("double", "sign", "key") and await pane.hand.took_effect()
        if field is not None or held:
            await _write(pane, field, new)
            return
    field = next(iter(before), None)
    if field is None:
        raise Stuck(pane.hand.say(f"I find no way to rename “{old}”.", f"「{old}」の名前を変える方法がわかりません。"))
    await pane.click(box, f"Choose “{old}”.")
    await _write(pane, field, new)


async def _open(pane: Pane, way: str, box: Rect) -> bool:
    """Try one way of getting a name into hand; whether there was anything to try, and it showed."""
    match way:
        case "sign":
            sign = await own_sign(pane, box, _SIGNS)
            if sign is None:
                return False
            await pane.click(sign, "Click what changes its name.")
        case "double":
            await pane.click(box, "Double-click the name.", count=2)
        case "menu":
            await pane.hand.click(box.center, "Open its menu.", button="right")
            if not await pane.hand.took_effect():
                return False
            name = next(iter([each for each in _SIGNS if await _shows(pane, each)]), None)
            if name is None:
                await pane.key("Escape")
                return False
            await pane.press(name)
        case _:
            await pane.click(box, "Choose it.")
            await pane.key("F2")
    return await pane.hand.took_effect()


async def _shows(pane: Pane, name: str) -> bool:
    return bool(len(name) > 1 and await pane.texts(name, 0.9))


async def _fields(pane: Pane) -> list[Thing]:
    sheet = await pane.sheet()
    return [thing for thing in await pane.things("field", "area") if thing.box.width > 2 * sheet.unit]


def _stood(field: Thing, before: list[Thing]) -> bool:
    return any(field.box.grow(4).contains(other.box.center) for other in before)


async def _write(pane: Pane, field: Thing | None, new: str) -> None:
    if field is not None:
        await pane.click(field, "Click into the name.", count=1)
    await pane.key("ctrl+a")
    await pane.hand.type(new, f"Type “{new}”.")
    faces = {thing.text.strip().lower() for thing in await pane.things("button")}
    if not faces & {"save", "ok", "rename", "done", "apply", "保存", "完了", "変更", "決定"}:
        await pane.key("Return")
