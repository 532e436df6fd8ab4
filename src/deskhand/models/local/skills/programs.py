"""Bringing a program to the front: the window that it has, or a new one."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.labels import program_names
from deskhand.models.local.layout import inside
from deskhand.models.local.skills.belonging import belongs, called, fits, in_front, meant
from deskhand.models.local.skills.common import visible_summary
from deskhand.models.local.skills.ready import made_ready
from deskhand.models.local.skills.starting import by_shell, from_desktop, from_menu
from deskhand.models.local.windows import same_title
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

MENU_BUTTON = 130
"""The panel's own menu stands left of this."""
CLOCK = 80
"""The clock stands in so many pixels at the panel's right end."""
ALIKE = 0.6
"""How like a window's title its button in the panel is at least: it may be cut off there."""
DOCUMENT = re.compile(r"\w\.[A-Za-z]\w{0,4}\b|untitled|new document|無題|名称未設定", re.IGNORECASE)
"""What a title says that carries only a document's name."""


async def open_program(hand: Hand, name: str, *, again: bool = False) -> str:
    """Bring a window of the program to the front, starting it if need be (or in any case with ``again``)."""
    words = called(hand, name)
    kind = name.lower()
    named = hand.memory.named.get(kind)
    unknown = named is not None and not named.starts and (await hand.view()).focus is None
    if unknown and not await in_front(hand, name):
        await hand.step_aside()  # the first picture came without a word of the focus; some have no title bar in sight
    if not again and (
        await in_front(hand, name)
        or await switch_to_open(hand, name)
        or await _must_be_it(hand, name)
        or await _by_elimination(hand, name)
    ):
        hand.memory.current = kind
        await made_ready(hand)
        return ""
    hand.memory.in_front = (await hand.view()).focus or ""
    for way in (from_desktop, from_menu, by_shell):
        if await way(hand, meant(hand, name), words):
            front = await hand.front()
            view = await hand.view()
            title = view.focus or (front.title if front is not None else "")
            if title:
                hand.memory.titles[kind] = title
            if not any(fits(title, other) for other in program_names(meant(hand, name))):
                hand.memory.adopted.add(kind)
            hand.memory.current = kind
            await made_ready(hand)
            return hand.say(f"I opened {words}.", f"{words}を開きました。")
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I could not open {words}: I found neither an icon nor a menu entry that opens it. {seen}",
            f"{words}を開けませんでした。アイコンもメニュー項目も見つかりません。{seen}",
        )
    )


async def _must_be_it(hand: Hand, name: str) -> bool:
    """The instruction speaks of a program as if it were open, and there is one window: many carry only a file's name.
    Nothing says so where another program that the instruction names is in that window."""
    named = hand.memory.named.get(name.lower())
    if named is None or named.starts or hand.memory.current not in ("", name.lower()):
        return False
    if not await hand.windows():
        await hand.look()
    found = await hand.windows()  # a part of a tool bar may be taken for one
    windows = [one for one in found if not any(one is not other and inside(one.box, other.box) for other in found)]
    listed = await _listed(hand)
    if len(listed) == 1 and len(windows) != 1:  # what a window holds was taken for one
        windows = [one for one in windows if same_title(listed[0].text, one.title) >= ALIKE][:1]
    others = [other for kind, other in hand.memory.named.items() if kind != name.lower()]
    if len(windows) != 1 or any(fits(windows[0].title, other.name) for other in others):
        return False
    hand.memory.adopted.add(name.lower())
    return True


async def _listed(hand: Hand) -> list[TextLine]:
    """The windows that the panel lists."""
    panel = (await hand.here()).panel or Rect(0, 0, 0, 0)
    return [
        line
        for line in (await hand.scene()).texts
        if panel.contains(line.box.center) and MENU_BUTTON <= line.box.x < panel.right - CLOCK
    ]


async def _by_elimination(hand: Hand, name: str) -> bool:
    """Several windows are open, and only one of them carries no more than a document's name: where the instruction
    speaks of the program as open, that window is its own."""
    named = hand.memory.named.get(name.lower())
    panel = (await hand.here()).panel
    if named is None or named.starts or panel is None:
        return False
    others = [other.name for kind, other in hand.memory.named.items() if kind != name.lower()]
    entries = [
        line
        for line in (await hand.scene()).texts
        if panel.contains(line.box.center)
        and line.box.x >= MENU_BUTTON
        and DOCUMENT.search(line.text)
        and not any(fits(line.text, other) for other in others)
    ]
    if len(entries) != 1:
        return False
    shown = entries[0]
    focus = (await hand.view()).focus or ""
    if same_title(shown.text, focus) < 0.9:
        say = hand.say(f"Bringing {shown.text} to the front.", f"{shown.text} を前面に出します。")
        await hand.click(shown.box.center, say)
        await hand.took_effect()
    title = (await hand.view()).focus
    if not title or same_title(shown.text, title) < 0.9:
        return False
    hand.memory.titles[name.lower()] = title
    hand.memory.adopted.add(name.lower())
    return True


async def switch_to_open(hand: Hand, name: str) -> bool:
    """To a window of the program that is already open: by its button in the panel, or its title bar."""
    view = await hand.view()
    panel = (await hand.here()).panel or Rect(0, 0, 0, 0)
    scene = await hand.scene()
    words = called(hand, name)
    say = hand.say(f"Bringing {words} to the front.", f"{words}を前面に出します。")
    for window in await hand.windows():
        if belongs(hand, window.title, name):
            await hand.click(window.bar.center, say)
            if await in_front(hand, name) or view.focus is None:
                return True
    for line in scene.texts:
        if panel.contains(line.box.center) and line.box.width > 24 and belongs(hand, line.text, name):
            if line.box.x < MENU_BUTTON and line.text.lower() in ("applications", "menu"):
                continue
            before = len(await hand.windows())
            await hand.click(line.box.center, say)
            if not await hand.windows():
                await hand.look()
            if not await hand.windows() or len(await hand.windows()) < before:
                await hand.click(line.box.center, say)  # it was in front, and the panel put it away
            if await in_front(hand, name) or (await hand.view()).focus is None:
                return True
    return False
