"""A program that was brought to the front, made ready for work: its title bar in sight, its greeting behind it.

Two of ten programs never met open larger than the screen, with bar and menus above its edge, and one asks a question of
its own before it shows the file that it was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.belonging import DESKTOPS
from deskhand.models.local.skills.commands.answering import agree, no_button
from deskhand.models.local.skills.commands.bar import bar_words
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.commands.slots import slots
from deskhand.models.local.skills.common import dialog_in_front
from deskhand.models.local.steps import (
    ChooseMenu,
    EditLine,
    Pick,
    Read,
    ReplaceText,
    SetSetting,
    Step,
    TypeText,
    UseCommand,
)
from deskhand.models.local.windows import Window, same_title
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene

ALIKE = 0.6
"""How like the title of the window with the focus a line in sight is at least, to be its title."""
COVERED = 0.3
"""Of the screen's upper edge that a window with its bar beyond it covers at least."""
OTHER = 14
"""Steps of 255 by which a colour is another than the desktop's."""
_GREETS = re.compile(
    r"(?:let['’]?s (?:go|start|begin)|get started|start using .{2,20}|skip(?: (?:the )?(?:tour|intro\w*|setup))?"
    r"|始めましょう|使い始める|スキップ)\s*[!！]?",
    re.IGNORECASE,
)
"""What only the button of a greeting says."""
_READS = re.compile(r"\b(?:import|open|load|convert)\w*\b|読み込|取り込|インポート|開く", re.IGNORECASE)
"""What a dialog is called that asks how a file is to be read."""
_FIRST_TIME = re.compile(r"\b(?:welcome|first (?:run|start|time))\b|ようこそ|初回", re.IGNORECASE)
"""What a dialog is called that a program begins its first start with: what it suggests is agreed to."""
_LOSES = re.compile(
    r"\b(?:delete|overwrite|replace|erase|discard|password)\b|削除|上書き|置き換え|破棄|パスワード", re.IGNORECASE
)
_ENDS, _WAYS_ON = ("Quit", "Exit", "Abort"), ("OK", "Continue", "Proceed")
_DECLINES = ("Cancel", "No", "Not now", "Skip", "Ignore", "Close")
"""Buttons that leave everything as it is, in this order."""
_LEAVES = re.compile(
    r"^(?:keep|don['’]t|do not|not now|maybe later|later|never|skip|ignore)\b"
    r"|^(?:そのまま|後で|あとで|今はしない|変更しない)",
    re.IGNORECASE,
)
LONGEST = 30
"""Characters of a button."""
QUESTIONS = 4
"""Questions of a program's own, one after the other."""
SAID = 0.8
"""How well a line of such a dialog says what is to be done, for the wish to be about it."""


async def made_ready(hand: Hand) -> None:
    await _whole_in_sight(hand)
    await _past_the_greeting(hand)
    if not isinstance(hand.next_step, Read):  # it may be the question that is to be read
        await past_its_questions(hand, hand.next_step)


async def _whole_in_sight(hand: Hand) -> None:
    """Fit a window to the screen whose title bar is beyond its edge; as it was, if that was not the reason."""
    if not await _bar_is_beyond(hand):
        return
    say = hand.say("Fitting the window to the screen.", "ウィンドウを画面に収めます。")
    await hand.key("super+Up", say)
    await hand.took_effect()
    if await _bar_is_beyond(hand):
        await hand.key("super+Up", hand.say("Leaving it as it was.", "元に戻します。"))


async def _bar_is_beyond(hand: Hand) -> bool:
    view = await hand.view()
    if not edge_is_covered(view.pixels):
        return False
    if view.focus is None:
        view = await hand.step_aside()  # the first picture came without a word
    focus = (view.focus or "").strip()
    if not focus or focus.lower() in DESKTOPS:
        return False
    panel = (await hand.here()).panel
    above = [line for line in (await hand.scene()).texts if panel is None or not panel.contains(line.box.center)]
    return not any(same_title(line.text, focus) >= ALIKE for line in above)


def edge_is_covered(pixels: Picture) -> bool:
    """Whether something stands over much of the screen's upper edge, by the colour at its right one."""
    side = pixels[: pixels.shape[0] // 2, -2].astype(np.int16)
    ground = np.median(side, axis=0)
    return bool((np.abs(pixels[1].astype(np.int16) - ground).max(axis=1) > OTHER).mean() >= COVERED)


async def past_its_questions(hand: Hand, step: Step | None) -> bool:
    """Whether there were any, and they are gone."""
    passed = 0
    while passed < QUESTIONS and await past_its_question(hand, step):
        passed += 1
    return passed > 0


async def past_its_question(hand: Hand, step: Step | None) -> bool:
    """Past what a program asks of its own before it can be worked with, where the wish is not about that: how a file is
    to be read is agreed to; whether it shall be the default editor, who its author is, is declined."""
    front, windows = await hand.front(), await hand.windows()
    title = (await hand.view()).focus or ("" if front is None else front.title)
    reads = _READS.search(title) is not None and not await _has_menus(hand)
    behind = front is not None and any(one.box.area > front.box.area for one in windows)
    works = isinstance(step, ChooseMenu | ReplaceText | EditLine | SetSetting | UseCommand | Read | Pick) or (
        isinstance(step, TypeText) and step.into is not None
    )
    greets = len(windows) == 1 and _FIRST_TIME.search(title) is not None
    if front is None or not works or not (reads or behind or greets):
        return False
    scene, view = await hand.scene(), await hand.view()
    declines = [
        line
        for line in scene.texts
        if front.body.contains(line.box.center) and len(line.text) <= LONGEST and _LEAVES.search(line.text)
    ]
    decline = no_button(scene, front.body, *_DECLINES) or next(iter(declines), None)
    lines = [line.text for line in scene.texts if front.body.contains(line.box.center)]
    about = any(fit(said, line) >= SAID for said in _said(step) for line in lines)
    if about or not (decline is not None or await dialog_in_front(hand)):
        return False

    async def gone() -> bool:
        return ((await hand.view()).focus or title) != title

    if reads or greets:
        asked = slots(scene, view.pixels, front.body)
        unsaid = greets and not all(slot.value for slot in asked if slot.kind == "text")
        if not asked or unsaid or any(_LOSES.search(line) for line in lines):
            return False
        await agree(hand, front.body, "")
    elif (way := _way_on(scene, front)) is not None and not any(_LOSES.search(line) for line in lines):
        await hand.click(
            way.center, hand.say("Agreeing, for the other way ends the program.", "終了しないよう「OK」を選びます。")
        )
    else:
        say = hand.say("Declining what the program asks first.", "プログラムの最初の質問を断ります。")
        await hand.key("Escape", say)
        await hand.took_effect()
        if not await gone() and decline is not None:
            await hand.click(decline.box.center, say)
    done = await hand.until(gone, tries=5)
    await hand.wait(2 if reads or greets else 1)  # the file is read only now
    return done


def _way_on(scene: Scene, front: Window) -> Rect | None:
    """The button that goes on, where the only other one ends the program: Escape would end it as well."""
    ends = [one for name in _ENDS for one in buttons(scene, name, front.body, 0.9) if one.whole]
    on = [  # its picture may be read as a letter before the word
        one
        for name in _WAYS_ON
        for one in buttons(scene, name, front.body, 0.9)
        if one.whole or len(one.line.text) <= len(name) + 2
    ]
    return on[0].box if ends and on and no_button(scene, front.body, *_DECLINES) is None else None


async def _has_menus(hand: Hand) -> bool:
    """Whether the window in front has a bar of its own: a program may be called “Open …”, as such a dialog is."""
    front, (window, words) = await hand.front(), await bar_words(hand)
    return bool(words) and window == front


def _said(step: Step | None) -> Iterator[str]:
    """What the step after it names."""
    match step:
        case UseCommand():
            yield step.words
            yield from (name for name, _ in step.fields if name)
        case TypeText() if step.into is not None:
            yield step.into.name
        case ChooseMenu():
            yield from step.path
        case SetSetting():
            yield step.name
        case _:
            return


async def _past_the_greeting(hand: Hand) -> None:
    front = await hand.front()
    if front is None:
        return
    scene = await hand.scene()
    said = [
        line for line in scene.texts if front.body.contains(line.box.center) and _GREETS.fullmatch(line.text.strip())
    ]
    if len(said) != 1:
        return
    await hand.click(said[0].box.center, hand.say("Going past the greeting.", "最初の画面を進めます。"))

    async def gone() -> bool:
        now = await hand.front()
        return now is not None and now.title != front.title

    await hand.until(gone, tries=8)
