"""A program that was brought to the front, made ready for work: its title bar in sight, its greeting behind it.

Two of ten programs never met open larger than the screen, with bar and menus above its edge, and one asks a question of
its own before it shows the file that it was given.
"""

from __future__ import annotations

import re

import numpy as np

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.belonging import DESKTOPS
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


async def made_ready(hand: Hand) -> None:
    await _whole_in_sight(hand)
    await _past_the_greeting(hand)


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
