"""What a program asks after the keys that save: how many colours, which quality, whether to keep its format.

A picture was told as saved while the window that asked for its colours stood over the screen: keys after which another
window has the focus have saved nothing yet. What it suggests is agreed to, for that is what saving as it is means.
"""

from __future__ import annotations

import re

from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import PANEL, Hand
from deskhand.models.local.skills.commands.answering import yes_button
from deskhand.models.local.skills.commands.popup import opened
from deskhand.models.local.skills.saved import MARKED
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture

QUESTIONS = 3
"""Windows of this kind, one after the other."""
_ASKS = re.compile(
    r"^(?:save|export|keep|file (?:format|type)|\w{2,5} (?:options|settings|export)|保存|書き出し|エクスポート)\b"
    r"|\b(?:options|quality|compression|encoding|format)\b|オプション|品質|形式",
    re.IGNORECASE,
)
"""What such a window is called."""
_KEEPS = re.compile(
    r"^(?:keep(?: current)? format|use \w{2,5}(?: format)?!?|.{0,12}形式を(?:保持|維持|使用).{0,8})$", re.I
)
"""A button that keeps the file as what it is, where another program's format is offered instead."""


async def asks_first(hand: Hand, before: str) -> bool:
    """Whether another window than ``before`` has the focus now, and is called what asks how to save."""
    title = (await hand.view()).focus
    if not before or title is None or _bare(title) == _bare(before):
        return False
    return _ASKS.search(title) is not None and _ASKS.search(before) is None


async def settled(hand: Hand, before: str, pixels: Picture) -> bool:
    """Agree to what it suggests, and to what may come after it; whether the window from before has the focus again.
    ``pixels``: the screen as it was then."""
    for _ in range(QUESTIONS):
        if not await asks_first(hand, before):
            return True
        front, view = await hand.front(), await hand.view()
        own = front is not None and view.focus is not None and front.title[:4] == view.focus[:4]
        screen = Rect(0, 0, view.size.width, view.size.height - PANEL)
        area = front.box if own and front is not None else opened(pixels, view.pixels, None) or screen
        title = view.focus
        scene = await hand.scene()
        keeps = [line for line in scene.texts if area.contains(line.box.center) and _KEEPS.match(line.text.strip())]
        button = keeps[0] if keeps else yes_button(scene, area, "save", title or "")
        if button is None and (found := buttons(scene, "OK", area, 0.9) or buttons(scene, "Save", area, 0.9)):
            button = found[0].line
        if button is not None:
            say = hand.say(f"Agreeing to what it suggests: {button.text}.", f"提案どおり「{button.text}」を選びます。")
            await hand.click(button.box.center, say)
        else:
            await hand.key("Return", hand.say("Agreeing to what it suggests.", "提案どおりに進めます。"))

        async def gone(title: str | None = title) -> bool:
            return (await hand.view()).focus != title

        await hand.until(gone, tries=4)
    return not await asks_first(hand, before)


def _bare(title: str) -> str:
    return MARKED.sub("", title).strip()
