"""Walking menus: the bar, the menu that opens, the menu inside it."""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import appeared, lines_in, visible_summary
from deskhand.models.local.skills.wording import setting_line
from deskhand.models.local.steps import ChooseMenu
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Rect
from deskhand.vision.match import Match
from deskhand.vision.scene import Scene

BAR_REACH = 64
"""A menu bar stands within this many pixels below the title bar."""
COMMON = ("File", "Edit", "View", "Search", "Document", "Tools", "Options", "Help")
MOST_LIKELY = ("View", "Options", "Settings", "Document", "Format", "Edit", "Tools", "Preferences", "Text", "Search")
"""Where settings are kept; Help has none, and File hardly any."""


async def choose_menu(hand: Hand, step: ChooseMenu) -> str:
    await choose_path(hand, step.path, strict=True)
    path = " > ".join(step.path)
    return hand.say(f"I chose {path}.", f"メニューの {path} を選びました。")


async def choose_path(hand: Hand, path: Sequence[str], *, strict: bool) -> bool:
    """Open the menus along ``path`` and click its last entry. Not found: Stuck when ``strict``, else False."""
    first = await _in_bar(hand, path[0])
    if first is None:
        if len(path) == 1 and await _in_any_menu(hand, path[0]):
            return True
        if await _in_main_menu(hand, path):
            return True
        return await _failed(hand, path[0], path, strict)
    await hand.click(
        first.box.center, hand.say(f"Opening the menu {first.text}.", f"メニュー「{first.text}」を開きます。")
    )
    if not await appeared(hand):
        await hand.key(
            "Escape", hand.say("The menu did not open; trying again.", "メニューが開かないので、やり直します。")
        )
        await hand.click(
            first.box.center, hand.say(f"Opening the menu {first.text}.", f"メニュー「{first.text}」を開きます。")
        )
        if not await appeared(hand) and len(path) > 1:
            return await _failed(hand, path[0], path, strict)
    shown = hand.popup
    for position, name in enumerate(path[1:], 1):
        entry = await _entry(hand, name, shown)
        if entry is None and shown is not None:  # still being drawn when it was looked at, or misread
            await hand.look()
            entry = await _entry(hand, name, None, under=shown)
        if entry is None:
            await hand.key("Escape", hand.say("Closing the menu.", "メニューを閉じます。"))
            return await _failed(hand, name, path, strict)
        say = hand.say(f"Choosing {entry.text}.", f"「{entry.text}」を選びます。")
        view = await hand.click(entry.box.center, say)
        if position < len(path) - 1:
            if await appeared(hand) and hand.popup is not None:
                shown = hand.popup
        elif not view.changed:
            await hand.key("Return", say)
    await appeared(hand)
    return True


async def in_bar(hand: Hand, name: str) -> bool:
    """Whether the window in front has a menu of that name in its bar."""
    found = await _in_bar(hand, name)
    return found is not None and found.score >= 0.88


async def _in_bar(hand: Hand, name: str) -> Match | None:
    """The entry of the menu bar in the window in front."""
    front = await hand.front()
    scene = await hand.scene()
    bar = None if front is None else Rect(front.box.x, front.bar.bottom - 2, front.box.width, BAR_REACH)
    places = matches(scene, name, bar, 0.84)
    if not places and name.startswith("F"):  # with the stroke of a mnemonic below it
        places = [match for match in matches(scene, f"E{name[1:]}", bar, 0.95) if match.whole]
    if not places and front is None:
        places = [match for match in matches(scene, name, None, 0.9) if match.box.y < scene.size.height // 2]
    return min(places, key=lambda match: (match.box.y // 20, -match.score), default=None)


async def _entry(hand: Hand, name: str, within: Rect | None, *, under: Rect | None = None) -> Match | None:
    """``under``: magnified, anywhere at or below the left edge of what changed at first, where the menu must be."""
    scene = await hand.scene()
    area = None if within is None else within.grow(6)
    if under is not None:
        area = Rect.from_corners(under.x - 20, under.y - 6, min(under.right, under.x + 700), scene.size.height)
        scene = await hand.closer(area, 2)
    places = matches(scene, name, area, 0.8)
    # "Save" must not take "Save As…": the whole entry counts, its shortcut beside it aside.
    whole = [match for match in places if match.whole or match.line.box.x >= match.box.x - 4]
    return next(iter(whole or places), None)


async def _in_any_menu(hand: Hand, name: str) -> bool:
    """An entry whose menu was not said: look into each."""
    for menu in dict.fromkeys((*COMMON, *MOST_LIKELY)):
        place = await _in_bar(hand, menu)
        if place is None or place.score < 0.88:
            continue
        await hand.click(
            place.box.center,
            hand.say(
                f"Looking for “{name}” in the menu {place.text}.", f"「{name}」をメニュー「{place.text}」で探します。"
            ),
        )
        if not await appeared(hand):
            continue
        entry = await _entry(hand, name, hand.popup)
        if entry is not None and entry.score >= 0.88:
            await hand.click(entry.box.center, hand.say(f"Choosing {entry.text}.", f"「{entry.text}」を選びます。"))
            await appeared(hand)
            return True
        line = setting_line(await hand.scene(), name, hand.popup)
        if line is not None:  # the same in other words
            await hand.click(line.box.center, hand.say(f"Choosing {line.text}.", f"「{line.text}」を選びます。"))
            await appeared(hand)
            return True
        await hand.key("Escape", hand.say("Not here; closing the menu.", "ここにはないので、メニューを閉じます。"))
    return False


async def _in_main_menu(hand: Hand, path: Sequence[str]) -> bool:
    """A program without a menu bar has all in one menu behind a button with three bars or dots, or behind F10."""
    front = await hand.front()
    for way in ("button", "F10"):
        say = hand.say("Opening the main menu.", "メインメニューを開きます。")
        if way == "button":
            button = _main_button(await hand.scene(), front)
            if button is None:
                continue
            await hand.click(button.center, say)
        else:
            await hand.key("F10", say)
        if not await appeared(hand) or hand.popup is None:
            continue
        for name in reversed(path):
            entry = await _entry(hand, name, hand.popup)
            if entry is None or entry.score < 0.86:
                continue
            after = path[list(path).index(name) + 1 :]
            await hand.click(entry.box.center, hand.say(f"Choosing {entry.text}.", f"「{entry.text}」を選びます。"))
            await appeared(hand)
            for deeper in after:
                entry = await _entry(hand, deeper, hand.popup)
                if entry is None:
                    break
                say = hand.say(f"Choosing {entry.text}.", f"「{entry.text}」を選びます。")
                await hand.click(entry.box.center, say)
                await appeared(hand)
            else:
                return True
        await hand.key("Escape", hand.say("Not here; closing the menu.", "ここにはないので、メニューを閉じます。"))
    return False


def _main_button(scene: Scene, front: Window | None) -> Rect | None:
    """The button of the main menu: nearly always in the title bar, or right under it at an end."""
    if front is None:
        return None
    top = Rect(front.box.x, front.bar.y, front.box.width, front.bar.height + BAR_REACH)
    found = [
        widget.box
        for widget in scene.widgets
        if widget.mark in ("☰", "≡", "⋮", "⋯") and top.contains(widget.box.center)
    ]
    return max(found, key=lambda box: box.x, default=None)


async def _failed(hand: Hand, name: str, path: Sequence[str], strict: bool) -> bool:
    if not strict:
        return False
    seen = await visible_summary(hand)
    entries = ", ".join((await lines_in(hand, hand.popup))[:12]) if hand.popup is not None else ""
    shown = hand.say(f"The menu shows: {entries}. ", f"メニューの内容: {entries}。") if entries else ""
    raise Stuck(
        hand.say(
            f"I did not find “{name}” of the menu path {' > '.join(path)}. {shown}{seen}",
            f"メニュー {' > '.join(path)} の「{name}」が見つかりません。{shown}{seen}",
        )
    )
