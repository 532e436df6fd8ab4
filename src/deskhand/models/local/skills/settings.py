"""A setting of a program, by its name: a check item of some menu, or a box in the dialog of preferences.

The same switch is "Line Numbers" under View here, "Display line numbers" under a tab of Preferences there. So every
menu of the bar is looked through, then the preferences, tab by tab.
"""

from __future__ import annotations

from deskhand.models.local import layout
from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.command import use_command
from deskhand.models.local.skills.common import appeared, visible_summary
from deskhand.models.local.skills.menus import choose_path, menu_names
from deskhand.models.local.skills.wording import setting_line
from deskhand.models.local.steps import SetSetting, UseCommand
from deskhand.screen.geometry import Rect
from deskhand.vision.match import Match
from deskhand.vision.scene import Scene, TextLine

_KEEPS = ("edit", "tools", "options", "settings", "view")
"""Menus that have an entry for the preferences."""
_DIALOGS = ("Preferences", "Settings", "Options", "Configure")


async def set_setting(hand: Hand, step: SetSetting) -> str:
    if step.value:
        value = hand.memory.fill(step.value)
        return await use_command(hand, UseCommand(f"{step.name} {value}", ((step.name, value),)))
    state = hand.say("on" if step.on else "off", "オン" if step.on else "オフ")
    bar = await menu_names(hand)
    for menu in bar:
        say = hand.say(
            f"Looking for “{step.name}” in the menu {menu.text}.",
            f"メニュー「{menu.text}」で「{step.name}」を探します。",
        )
        await hand.click(menu.box.center, say)
        if not await appeared(hand) or hand.popup is None:
            continue
        scene = await hand.scene()
        if (found := setting_line(scene, step.name, hand.popup)) is not None:
            return await _choose(hand, step, found, state)
        await hand.key("Escape", hand.say("Not here; closing the menu.", "ここにはないので、メニューを閉じます。"))
    shown = {menu.text.strip().lower(): menu.text for menu in bar}
    names = [shown[name] for name in _KEEPS if name in shown] if bar else ["Edit"]
    for menu_name in names:
        for dialog in _DIALOGS if bar else _DIALOGS[:2]:  # without a bar it is the one main menu each time
            if await choose_path(hand, (menu_name, dialog), strict=False):
                return await _in_dialog(hand, step, state)
    raise await _nowhere(hand, step)


async def _choose(hand: Hand, step: SetSetting, line: TextLine, state: str) -> str:
    """A check item of the open menu: clicked unless it is marked as wanted already."""
    mark = layout.mark_of(await hand.scene(), line.box, "checkbox")
    ticked = True if line.text.startswith(("✓", "✔", "☑")) else mark.checked if mark is not None else None
    label = line.text.lstrip("✓✔☑ ")
    if ticked is step.on:
        await hand.key("Escape", hand.say("It is so already; closing the menu.", "すでにそうなっているので閉じます。"))
        return hand.say(f"“{label}” already was {state}.", f"「{label}」はすでに{state}でした。")
    await hand.click(line.box.center, hand.say(f"Choosing {label}.", f"「{label}」を選びます。"))
    return hand.say(f"I switched “{label}” {state}.", f"「{label}」を{state}にしました。")


async def _in_dialog(hand: Hand, step: SetSetting, state: str) -> str:
    await hand.until(lambda: _settled(hand), tries=3)
    front = await hand.front()
    area = front.body if front is not None else None
    tried: set[str] = set()
    for _ in range(10):
        scene = await hand.scene()
        line = setting_line(scene, step.name, area)
        mark = None if line is None else layout.mark_of(scene, line.box, "checkbox")
        if line is not None and mark is not None:
            if mark.checked is not step.on:
                await hand.click(
                    mark.box.center,
                    hand.say(f"Switching “{line.text}” {state}.", f"「{line.text}」を{state}にします。"),
                )
            await _leave(hand, area)
            return hand.say(f"I switched “{line.text}” {state}.", f"「{line.text}」を{state}にしました。")
        tab = next((one for one in _tabs(scene, area) if one.text not in tried), None)
        if tab is None:
            break
        tried.add(tab.text)
        await hand.click(tab.box.center, hand.say(f"Looking under {tab.text}.", f"「{tab.text}」を見ます。"))
    await hand.key("Escape", hand.say("Not here; closing the dialog.", "ここにはないので閉じます。"))
    raise await _nowhere(hand, step)


async def _settled(hand: Hand) -> bool:
    return not (await hand.view()).moving


async def _leave(hand: Hand, area: Rect | None) -> None:
    """By the button that keeps what was set."""
    scene = await hand.scene()
    for name in ("OK", "Save", "Apply", "Close"):
        found: list[Match] = [match for match in buttons(scene, name, area, 0.9) if match.whole]
        if found:
            await hand.click(found[0].box.center, hand.say(f"Choosing {name}.", f"「{name}」を選びます。"))
            if name != "Apply":
                return
    await hand.key("Escape", hand.say("Closing the dialog.", "ダイアログを閉じます。"))


def _tabs(scene: Scene, area: Rect | None) -> list[TextLine]:
    """Short words in a row at the top of a dialog: its tabs. Words in a column may be settings, set by a click."""
    if area is None:
        return []
    short = [line for line in scene.texts if area.contains(line.box.center) and len(line.text) <= 24]
    top = Rect(area.x, area.y, area.width, min(80, area.height))
    tabs = [line for line in short if top.contains(line.box.center)]
    first = min((line.box.center.y for line in tabs), default=0)
    in_row = [line for line in tabs if abs(line.box.center.y - first) <= 10]
    return in_row if len(in_row) >= 2 else []


async def _nowhere(hand: Hand, step: SetSetting) -> Stuck:
    seen = await visible_summary(hand)
    return Stuck(
        hand.say(
            f"I found no setting “{step.name}” in the menus or the preferences. {seen}",
            f"メニューにも設定にも「{step.name}」が見つかりません。{seen}",
        )
    )
