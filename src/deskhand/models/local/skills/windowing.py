"""Closing windows and bringing others to the front."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.concepts import PROGRAM_OF
from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.belonging import belongs, called, in_front
from deskhand.models.local.skills.common import dialog_in_front, visible_summary
from deskhand.models.local.skills.programs import MENU_BUTTON, open_program, switch_to_open
from deskhand.models.local.steps import ClickOn, CloseAll, CloseWindow, IfShown, PressKeys, SwitchTo
from deskhand.models.local.windows import Window, same_title
from deskhand.vision.folding import fold
from deskhand.vision.match import find

_DISCARD = re.compile(r"without sav|don'?t save|do not save|not sav\w+|discard|保存せず|保存しな|破棄", re.IGNORECASE)
_KEEP = re.compile(r"\b(save|keep|yes|ok|please)\b|保存|はい|お願い", re.IGNORECASE)
_UNSAVED = (
    "save the changes",
    "save changes",
    "Close without Saving",
    "Don't Save",
    "unsaved changes",
    "変更を保存",
    "保存せずに閉じる",
    "保存しない",
)


_ABOUT_SAVING = re.compile(
    r"\bsave\b.*(?:\?|before (?:clos|quit|exit))|\bunsaved\b|has been (?:modified|changed)|\bnot (?:been )?saved\b"
    r"|保存(?:しますか|されていません|していません)|変更されています",
    re.IGNORECASE,
)
MOST_WINDOWS = 20
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}|\d{4}[-/]\d|AM|PM")


async def close_window(hand: Hand, step: CloseWindow) -> str:
    name = step.name
    words = called(hand, name) if name else hand.say("the window", "ウィンドウ")
    if name and not await in_front(hand, name) and not await switch_to_open(hand, name):
        seen = await visible_summary(hand)
        raise Stuck(
            hand.say(
                f"I see no window of {words} to close. {seen}", f"閉じるべき{words}のウィンドウが見当たりません。{seen}"
            )
        )
    window = await hand.front()
    focus = (await hand.view()).focus
    if window is not None:
        await hand.click(window.close_button, hand.say(f"Closing {words}.", f"{words}を閉じます。"))
    else:
        await hand.key("alt+F4", hand.say(f"Closing {words}.", f"{words}を閉じます。"))
    if await _asked_to_save(hand):
        if step.keep is None and isinstance(hand.next_step, IfShown | ClickOn | PressKeys):
            return ""  # the instruction itself goes on with the dialog
        return await _about_changes(hand, words, step.keep)
    if not await _gone(hand, window, focus):
        await hand.key(
            "alt+F4",
            hand.say(f"{words} is still there; pressing Alt+F4.", f"{words}がまだあるので、Alt+F4 を押します。"),
        )
        if await _asked_to_save(hand):
            return await _about_changes(hand, words, step.keep)
        if not await _gone(hand, window, focus):
            seen = await visible_summary(hand)
            raise Stuck(hand.say(f"I could not close {words}. {seen}", f"{words}を閉じられませんでした。{seen}"))
    if name and window is not None and only_a_part(window.title, name, [one.title for one in await hand.windows()]):
        return await close_window(hand, step)
    return hand.say(f"I closed {words}.", f"{words}を閉じました。")


def only_a_part(closed: str, name: str, left: Sequence[str]) -> bool:
    """Whether a further window of a program was closed and the one that is called as the program itself is still there:
    “Server List — Konversation” stood in front of “Konversation”, which was told to be closed and kept running."""
    own = fold(name).letters.lower()
    return fold(closed).letters.lower() != own and any(fold(title).letters.lower() == own for title in left)


async def close_all(hand: Hand, step: CloseAll) -> str:
    """One window after the other, the one in front first; those out of sight by their buttons in the panel."""
    closed: list[str] = []
    for _ in range(MOST_WINDOWS):
        if not await hand.windows():
            await hand.look()  # the last one may be on its way out, or a hidden one has to be brought up
        if not await hand.windows() and not await _bring_up(hand):
            break
        front = await hand.front()
        title = (await hand.view()).focus or (front.title if front is not None else "")
        if step.besides and (not title or _spared(hand, title, step)):
            if not await _another(hand, step):
                break
            continue
        await close_window(hand, CloseWindow("", step.keep))
        closed.append(title or hand.say("a window", "ウィンドウ"))
    if not closed:
        return hand.say("No window was open.", "開いているウィンドウはありませんでした。")
    names = ", ".join(f"“{title}”" if hand.language == "en" else f"「{title}」" for title in closed)
    if step.besides:
        return hand.say(f"I closed {names} and left the rest.", f"{names}を閉じ、ほかは残しました。")
    if await hand.windows():
        seen = await visible_summary(hand)
        raise Stuck(
            hand.say(
                f"I closed {names}, but there still is a window. {seen}",
                f"{names}を閉じましたが、まだウィンドウが残っています。{seen}",
            )
        )
    return hand.say(f"I closed all windows: {names}.", f"すべてのウィンドウ({names})を閉じました。")


def _spared(hand: Hand, title: str, step: CloseAll) -> bool:
    return any(belongs(hand, title, name) or name.lower() in title.lower() for name in step.besides)


async def _another(hand: Hand, step: CloseAll) -> bool:
    """A window that is to go to the front: by its title bar, or its button in the panel."""
    for window in await hand.windows():
        if window.title and not _spared(hand, window.title, step):
            await hand.click(
                window.bar.center, hand.say(f"Bringing up {window.title}.", f"{window.title} を表示します。")
            )
            return True
    scene, panel = await hand.scene(), (await hand.here()).panel
    for line in scene.texts if panel is not None else ():
        if panel is None or not panel.contains(line.box.center) or line.box.x < MENU_BUTTON or _CLOCK.search(line.text):
            continue
        if not _spared(hand, line.text, step):
            await hand.click(line.box.center, hand.say(f"Bringing up {line.text}.", f"{line.text} を表示します。"))
            await hand.took_effect()
            focus = (await hand.view()).focus
            return focus is not None and not _spared(hand, focus, step)
    return False


async def _bring_up(hand: Hand) -> bool:
    """A window that is out of sight, by its button in the panel."""
    scene, panel = await hand.scene(), (await hand.here()).panel
    for line in scene.texts if panel is not None else ():
        if panel is None or not panel.contains(line.box.center) or line.box.x < MENU_BUTTON or _CLOCK.search(line.text):
            continue
        await hand.click(line.box.center, hand.say(f"Bringing up {line.text}.", f"{line.text} を表示します。"))
        await hand.took_effect()
        if await hand.windows():
            return True
    return False


async def switch_to(hand: Hand, step: SwitchTo) -> str:
    if await in_front(hand, step.name) or await switch_to_open(hand, step.name):
        return ""
    if step.name.lower() in PROGRAM_OF:
        return await open_program(hand, step.name)  # it is not open yet
    words = called(hand, step.name)
    for _ in range(6):
        say = hand.say(f"Looking for {words} with Alt+Tab.", f"Alt+Tab で{words}を探します。")
        if not (await hand.key("alt+Tab", say)).changed:
            break
        if await in_front(hand, step.name):
            return ""
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(f"I found no open window of {words}. {seen}", f"{words}の開いているウィンドウが見つかりません。{seen}")
    )


async def _gone(hand: Hand, window: Window | None, focus: str | None) -> bool:
    async def away() -> bool:
        view = await hand.view()
        if window is None:
            return view.changed and (focus is None or view.focus != focus)
        titles = [other for other in await hand.windows() if same_title(other.title, window.title) > 0.9]
        return not any(other.bar.intersect(window.bar) for other in titles)

    return await hand.until(away, tries=3)


async def _asked_to_save(hand: Hand) -> bool:
    scene = await hand.scene()
    if any(find(scene, words, at_least=0.85) for words in _UNSAVED):
        return True
    front = await hand.front()  # said in words of its own: a small window that speaks of saving, with a way back
    if front is None or not await dialog_in_front(hand):
        return False
    inside = " ".join(line.text for line in scene.texts if front.body.contains(line.box.center))
    return bool(_ABOUT_SAVING.search(inside) and buttons(scene, "Cancel", front.body, 0.9))


async def _about_changes(hand: Hand, words: str, keep: bool | None) -> str:
    """The program asks what to do with unsaved changes."""
    if keep is None:
        answer = await hand.ask(
            hand.say(
                f"{words[0].upper()}{words[1:]} has unsaved changes. Shall I save them, or close without saving?",
                f"{words}に保存していない変更があります。保存しますか、それとも保存せずに閉じますか?",
            )
        )
        if _DISCARD.search(answer) is None and _KEEP.search(answer) is None:
            raise Stuck(
                hand.say(
                    "I did not understand whether to save, so I left the question open on the screen.",
                    "保存するかどうか分からなかったので、画面の質問はそのままにしました。",
                )
            )
        keep = _DISCARD.search(answer) is None
    scene = await hand.scene()
    discard = not keep
    label = "Don't Save" if discard else "Save"
    front = await hand.front()
    area = front.box if front is not None else None
    yes_or_no = buttons(scene, "No" if discard else "Yes", area, 0.93) if buttons(scene, "Yes", area, 0.93) else []
    found = yes_or_no or buttons(scene, label, area) or buttons(scene, label)
    if not found:
        seen = await visible_summary(hand)
        raise Stuck(
            hand.say(
                f"A dialog asks about unsaved changes, and I see no button for it. {seen}",
                f"変更の保存を尋ねるダイアログが出ましたが、ボタンが見つかりません。{seen}",
            )
        )
    done = (
        hand.say("Closing without saving.", "保存せずに閉じます。")
        if discard
        else hand.say("Saving the changes.", "変更を保存します。")
    )
    await hand.click(found[0].box.center, done)
    return hand.say(
        f"I closed {words}{' without saving' if discard else ' and saved the changes'}.",
        f"{words}を{'保存せずに' if discard else '保存して'}閉じました。",
    )
