"""A window as large as the screen, out of the way, or as it was: by its title bar, and the menu that this brings up."""

from __future__ import annotations

from typing import Literal

from deskhand.models.local.concepts import PROGRAM_OF
from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.skills.belonging import called, in_front
from deskhand.models.local.skills.common import appeared, could_not
from deskhand.models.local.skills.programs import open_program, switch_to_open
from deskhand.models.local.steps import ArrangeWindow
from deskhand.models.local.windows import Window, same_title

FULL = 0.96
"""Share of the screen's width, and nearly of its height, from which a window counts as maximised."""
ROOMY = 0.7
"""Of the screen that a window takes which gains nothing by being larger."""
_ENTRIES = {
    "minimize": ("Iconify", "Minimize", "Minimise", "最小化"),
    "maximize": ("Maximize", "Maximise", "最大化"),
    "restore": ("Restore", "Unmaximize", "元に戻す", "元のサイズに戻す"),
}


async def arrange(hand: Hand, step: ArrangeWindow) -> str:
    words = called(hand, step.name) if step.name else hand.say("the window", "ウィンドウ")
    if step.how in ("maximize", "left", "right") and step.name.lower() in PROGRAM_OF:
        await open_program(hand, step.name)  # it may not be open yet
    elif step.name and not await in_front(hand, step.name) and not await switch_to_open(hand, step.name):
        raise Stuck(await could_not(hand, f"find a window of {words}", f"{words}のウィンドウを見つけることが"))
    window = await hand.front()
    if window is None:
        raise Stuck(await could_not(hand, f"{step.how} {words}", f"{words}の大きさを変更"))
    match step.how:
        case "left" | "right":
            return await _half(hand, step.how, words)
        case "minimize":
            return await _minimize(hand, window, words)
        case "maximize" if await fills(hand, window):
            return hand.say(f"{_big(words)} already fills the screen.", f"{words}はすでに最大化されています。")
        case "restore" if not await fills(hand, window):
            return hand.say(f"{_big(words)} has its usual size.", f"{words}は元の大きさです。")
        case _:
            return await _toggle(hand, window, step, words)


async def made_large(hand: Hand) -> bool:
    """Whether the window in front has more room now: what was cut off at its foot shows then."""
    front = await hand.front()
    if front is None or front.box.area > ROOMY * (await hand.view()).size.pixels:
        return False
    try:
        await arrange(hand, ArrangeWindow("maximize"))
    except Refused:
        raise
    except Stuck:
        return False
    return True


async def fills(hand: Hand, window: Window) -> bool:
    size = (await hand.view()).size
    return window.box.width >= FULL * size.width and window.box.y <= 12


async def _toggle(hand: Hand, window: Window, step: ArrangeWindow, words: str) -> str:
    wanted = step.how == "maximize"

    async def done() -> bool:
        front = await hand.front()
        return front is not None and await fills(hand, front) is wanted

    say = (
        hand.say(
            f"Double-clicking the title bar to maximise {words}.",
            f"タイトルバーをダブルクリックして{words}を最大化します。",
        )
        if wanted
        else hand.say(
            f"Double-clicking the title bar to restore {words}.",
            f"タイトルバーをダブルクリックして{words}を元に戻します。",
        )
    )
    await hand.click(window.bar.center, say, count=2)
    if not await hand.until(done, tries=3):
        front = await hand.front()
        if front is None or not await _by_menu(hand, front, step.how) or not await hand.until(done, tries=3):
            raise Stuck(await could_not(hand, f"{step.how} {words}", f"{words}の大きさを変更"))
    if wanted:
        return hand.say(f"I maximised {words}.", f"{words}を最大化しました。")
    return hand.say(f"I restored {words}.", f"{words}を元の大きさに戻しました。")


async def _half(hand: Hand, side: Literal["left", "right"], words: str) -> str:
    """By the key that desktops have for it."""

    async def done() -> bool:
        front, width = await hand.front(), (await hand.view()).size.width
        if front is None or not 0.4 * width <= front.box.width <= 0.6 * width:
            return False
        return front.box.x < 0.06 * width if side == "left" else front.box.right > 0.94 * width

    say = hand.say(
        f"Moving {words} to the {side} half.", f"{words}を画面の{ {'left': '左', 'right': '右'}[side] }半分に置きます。"
    )
    await hand.key(f"super+{side.capitalize()}", say)
    if not await hand.until(done, tries=3):
        raise Stuck(await could_not(hand, f"put {words} on the {side} half", f"{words}を半分に配置"))
    return hand.say(
        f"I put {words} on the {side} half.", f"{words}を{ {'left': '左', 'right': '右'}[side] }半分に置きました。"
    )


async def _minimize(hand: Hand, window: Window, words: str) -> str:
    async def gone() -> bool:
        return not any(
            same_title(other.title, window.title) > 0.9 and other.bar.intersect(window.bar)
            for other in await hand.windows()
        )

    if not await _by_menu(hand, window, "minimize") or not await hand.until(gone, tries=3):
        raise Stuck(await could_not(hand, f"minimize {words}", f"{words}を最小化"))
    return hand.say(f"I minimised {words}.", f"{words}を最小化しました。")


async def _by_menu(hand: Hand, window: Window, how: str) -> bool:
    """The menu that a right click on the title bar brings up."""
    say = hand.say("Opening the window's menu.", "ウィンドウのメニューを開きます。")
    await hand.click(window.bar.center, say, button="right")
    if not await appeared(hand):
        return False
    scene = await hand.scene()
    area = None if hand.popup is None else hand.popup.grow(6)
    for name in _ENTRIES[how]:
        places = [match for match in matches(scene, name, area, 0.88) if len(match.line.text) <= len(match.text) + 8]
        if places:
            await hand.click(places[0].box.center, hand.say(f"Choosing {name}.", f"「{name}」を選びます。"))
            await hand.took_effect()
            return True
    await hand.key("Escape", hand.say("Closing the menu.", "メニューを閉じます。"))
    return False


def _big(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
