"""Many names by one rule, in a program made for it: its window is a form of tabs or lists of rules, and a button.

Four such programs had the rule on a tab or behind a list, two wanted a preview first, and none had it in a menu, where
commands are looked for: of eight wishes none was carried out.
"""

from __future__ import annotations

import re

from deskhand.models.local import layout
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.commands.form import put
from deskhand.models.local.skills.commands.slots import Slot, slots
from deskhand.models.local.skills.common import appeared, dialog_in_front, visible_summary
from deskhand.models.local.steps import RenameAll
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold
from deskhand.vision.scene import TextLine

_HEADS = {
    "replace": ("replace", "search replace", "find replace"),
    "remove": ("remove", "delete", "replace"),
    "prefix": ("prefix", "add", "insert", "filename"),
    "suffix": ("suffix", "add", "insert", "append", "filename"),
    "lower": ("change case", "lowercase", "uppercase lowercase", "case"),
    "upper": ("change case", "uppercase", "uppercase lowercase", "case"),
}
"""What the place for a rule is called, on a tab or in a list of rules."""
_NEW = re.compile(r"\b(?:with|by|to|new|replacement)\b|置換後|新", re.IGNORECASE)
_OLD = re.compile(r"search|find|replace|\bold\b|\bfrom\b|what|検索|置換", re.IGNORECASE)
_OUT = re.compile(r"remove|delete|cut|characters|削除", re.IGNORECASE)
_BEFORE = re.compile(r"prefix|insert|\badd\b|text|before|begin|front|接頭|挿入|先頭", re.IGNORECASE)
_BEHIND = re.compile(r"suffix|append|insert|\badd\b|text|after|end|接尾|挿入|末尾", re.IGNORECASE)
_CASES = {
    "lower": re.compile(r"^(?:all |to )?lower ?case|^小文字", re.IGNORECASE),
    "upper": re.compile(r"^(?:all |to )?upper ?case|^(?:all )?capitals|^大文字", re.IGNORECASE),
}
_CASE_LIST = re.compile(r"lower|upper|case|大文字|小文字", re.IGNORECASE)
_PREVIEW = re.compile(r"^(?:preview|simulate|test)\b|^プレビュー", re.IGNORECASE)
_GO = (
    re.compile(r"^(?:rename(?: all| files?| now)?|名前を変更|リネーム)!?$", re.IGNORECASE),
    re.compile(r"^(?:finish|apply|execute|perform|start|run|go|done|ok|適用|実行|完了)!?$", re.IGNORECASE),
)
LONGEST = 30
"""Characters in the name of a tab."""
HEAD = 0.75
"""What it must say of a rule."""


async def rename_all(hand: Hand, step: RenameAll) -> str:
    area = await _window(hand)
    if not await _set_rule(hand, step, area):
        seen = await visible_summary(hand)
        raise Stuck(
            hand.say(
                f"I found no place for this rule in the window: {_told(hand, step)}. {seen}",
                f"この規則（{_told(hand, step)}）を入れる場所が見つかりません。{seen}",
            )
        )
    before = len(await _names(hand, step.old)) if step.old else 0
    await _press(hand, area, (_PREVIEW,), optional=True)
    if not await _press(hand, area, _GO, optional=False):
        seen = await visible_summary(hand)
        raise Stuck(
            hand.say(f"I see no button that renames them. {seen}", f"名前を変更するボタンが見当たりません。{seen}")
        )
    if await dialog_in_front(hand) and (await _window(hand)).area < area.area:
        await _press(
            hand, await _window(hand), (re.compile(r"^(?:yes|ok|rename|continue|はい)$", re.I),), optional=True
        )
    if step.new and not await _shows(hand, step.new) and before:
        seen = await visible_summary(hand)
        raise Stuck(hand.say(f"The new names do not show. {seen}", f"新しい名前が画面に見当たりません。{seen}"))
    return hand.say(
        f"I renamed the files: {_told(hand, step)}.", f"ファイルの名前を変更しました: {_told(hand, step)}。"
    )


def _told(hand: Hand, step: RenameAll) -> str:
    match step.how:
        case "replace":
            return hand.say(f"“{step.old}” becomes “{step.new}”", f"「{step.old}」を「{step.new}」に")
        case "remove":
            return hand.say(f"without “{step.old}”", f"「{step.old}」を取り除く")
        case "prefix":
            return hand.say(f"“{step.new}” in front", f"先頭に「{step.new}」")
        case "suffix":
            return hand.say(f"“{step.new}” at the end", f"末尾に「{step.new}」")
        case "lower":
            return hand.say("lower case", "小文字")
        case "upper":
            return hand.say("upper case", "大文字")


async def _window(hand: Hand) -> Rect:
    front, view = await hand.front(), await hand.view()
    return front.body if front is not None else Rect(0, 0, view.size.width, view.size.height)


async def _names(hand: Hand, part: str) -> list[TextLine]:
    return [line for line in (await hand.scene()).texts if part in line.text]


async def _set_rule(hand: Hand, step: RenameAll, area: Rect) -> bool:
    """On what shows, on a tab that says the rule, or behind a list of rules."""
    if await _here(hand, step, area):
        return True
    heads = _HEADS[step.how]
    tabs = [
        (max(fit(head, line.text) for head in heads), line)
        for line in (await hand.scene()).texts
        if area.contains(line.box.center) and len(line.text) <= LONGEST
    ]
    for score, line in sorted(tabs, key=lambda one: -one[0])[:3]:
        if score < HEAD:
            break
        say = hand.say(f"Looking under {line.text}.", f"「{line.text}」を見ます。")
        if (await hand.click(line.box.center, say)).changed and await _here(hand, step, area, line.box):
            return True
    for slot in await _slots(hand, area):
        if slot.kind == "choice" and slot.value and await _chosen(hand, slot, heads) and await _here(hand, step, area):
            return True
    return False


async def _slots(hand: Hand, area: Rect) -> list[Slot]:
    scene, view = await hand.scene(), await hand.view()
    return [slot for slot in slots(scene, view.pixels, area) if slot.kind != "area"]


async def _chosen(hand: Hand, slot: Slot, heads: tuple[str, ...]) -> bool:
    """Take from a list the entry that says the rule; whether there is one."""
    await hand.click(
        slot.box.center, hand.say(f"Opening the list {slot.value}.", f"リスト「{slot.value}」を開きます。")
    )
    if not await appeared(hand) or hand.popup is None:
        return False
    inside = [line for line in (await hand.scene()).texts if hand.popup.contains(line.box.center)]
    best = max(inside, key=lambda line: max(fit(head, line.text) for head in heads), default=None)
    if best is None or max(fit(head, best.text) for head in heads) < HEAD:
        await hand.key("Escape", hand.say("Not here; closing the list.", "ここにはないので閉じます。"))
        return False
    await hand.click(best.box.center, hand.say(f"Choosing {best.text}.", f"「{best.text}」を選びます。"))
    await hand.took_effect()
    return True


async def _here(hand: Hand, step: RenameAll, area: Rect, tab: Rect | None = None) -> bool:
    """Set the rule where the window has a place for it now. ``tab``: what was clicked for it."""
    found = await _slots(hand, area)
    if step.how in _CASES:
        return await _case(hand, step.how, found)
    texts = [
        slot
        for slot in found
        if slot.kind in ("text", "choice")
        and slot.box.width > 40
        and not slot.grey
        and not (tab is not None and layout.same_row(slot.box, tab))
    ]
    texts.sort(key=lambda slot: bool(slot.value))
    match step.how:
        case "replace":
            new = next((slot for slot in texts if _NEW.search(slot.label)), None)
            old = next((slot for slot in texts if slot is not new and _OLD.search(slot.label)), None)
            if new is None or old is None:
                return False
            await _enter(hand, old, step.old)
            await _enter(hand, new, step.new)
            return await _shows(hand, step.new)
        case "remove":
            label, value = _OUT, step.old
        case "prefix":
            label, value = _BEFORE, step.new
        case _:
            label, value = _BEHIND, step.new
    for place in [slot for slot in texts if label.search(slot.label)][:1]:
        behind = [one for one in texts if layout.same_row(one.box, place.box) and one.box.x >= place.box.right - 4]
        # a list of kinds of values may stand before the value itself, and open over it: the next click closes it
        for one in (place, *behind[:1], *behind[:1]):
            await _enter(hand, one, value)
            if await _shows(hand, value):
                return True
    return False


async def _shows(hand: Hand, value: str) -> bool:
    """Whether it was read anywhere, as a part of a name too."""
    await hand.step_aside()
    wanted = fold(value).letters.lower()
    return any(wanted in fold(line.text).letters.lower() for line in (await hand.scene()).texts)


async def _enter(hand: Hand, slot: Slot, value: str) -> None:
    await put(hand, Slot(slot.label, "text", slot.box, "", slot.widget), value)


async def _case(hand: Hand, how: str, found: list[Slot]) -> bool:
    wanted = _CASES[how]
    for slot in found:
        if slot.kind in ("radio", "check") and wanted.search(slot.label.strip()):
            await put(hand, slot, "on")
            return True
    scene = await hand.scene()
    plain = [line for line in scene.texts if wanted.search(line.text.strip()) and len(line.text) <= LONGEST]
    for line in plain:  # a ring that was not made out
        if not any(slot.box.contains(line.box.center) for slot in found) and layout.around(scene, line.box) is None:
            await hand.click(line.box.center, hand.say(f"Choosing {line.text}.", f"「{line.text}」を選びます。"))
            return True
    for slot in found:
        if slot.kind != "choice" or not _CASE_LIST.search(slot.value):
            continue
        if wanted.search(slot.value.strip()) and "/" not in slot.value:
            return True
        if "/" not in slot.value and await _chosen(hand, slot, ("lowercase" if how == "lower" else "uppercase",)):
            return True
    return False


async def _press(hand: Hand, area: Rect, names: tuple[re.Pattern[str], ...], *, optional: bool) -> bool:
    """The lowest button in the window that says so; whether something came of it."""
    scene = await hand.scene()
    for name in names:
        found = [line for line in scene.texts if area.contains(line.box.center) and name.match(line.text.strip(" _…."))]
        for line in sorted(found, key=lambda one: -one.box.y):
            say = hand.say(f"Pressing {line.text}.", f"「{line.text}」を押します。")
            changed = (await hand.click(line.box.center, say)).changed
            if changed or optional:
                await hand.took_effect()
                return changed
    return False
