"""A program that was brought to the front, made ready for work: its title bar in sight, its greeting behind it.

Two of ten programs never met open larger than the screen, with bar and menus above its edge, and one asks a question of
its own before it shows the file that it was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.belonging import DESKTOPS
from deskhand.models.local.skills.commands.answering import agree
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.commands.slots import slots
from deskhand.models.local.skills.common import dialog_in_front
from deskhand.models.local.steps import ChooseOption, ClickOn, SetChecked, SetSetting, Step, UseCommand
from deskhand.models.local.windows import same_title
from deskhand.vision.picture import Picture

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
_LOSES = re.compile(
    r"\b(?:delete|overwrite|replace|erase|discard|password)\b|削除|上書き|置き換え|破棄|パスワード", re.IGNORECASE
)
SAID = 0.8
"""How well a line of such a dialog says what is to be done, for the wish to be about it."""


async def made_ready(hand: Hand) -> None:
    await _whole_in_sight(hand)
    await _past_the_greeting(hand)
    await past_its_options(hand, hand.next_step)


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


async def past_its_options(hand: Hand, step: Step | None) -> bool:
    """Agree to what a program asks before it shows the file that it was given, where the wish is not about that: in
    which letters it is written, how its columns are parted."""
    front = await hand.front()
    title = (await hand.view()).focus or ("" if front is None else front.title)
    if front is None or not _READS.search(title) or not await dialog_in_front(hand):
        return False
    scene, view = await hand.scene(), await hand.view()
    lines = [line.text for line in scene.texts if front.body.contains(line.box.center)]
    said = " ".join(_said(step))
    if not slots(scene, view.pixels, front.body) or any(
        _LOSES.search(line) or fit(said, line) >= SAID for line in lines
    ):
        return False
    await agree(hand, front.body, "")

    async def gone() -> bool:
        return ((await hand.view()).focus or title) != title

    done = await hand.until(gone, tries=5)
    await hand.wait(2)  # the file is read only now
    return done


def _said(step: Step | None) -> Iterator[str]:
    """What the step after it names."""
    match step:
        case UseCommand():
            yield step.words
        case ClickOn() | SetChecked() | ChooseOption():
            yield step.target.name if not isinstance(step, ChooseOption) else step.option
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
