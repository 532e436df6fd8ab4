"""A command on a page that is named by its number, in a program that has one page before one: it is gone to first.

“Delete page 2” was looked for as a thing that shows “page 2”, which no program writes on its pages: where nothing of
that name can be selected, the page is turned to, and the program's own command for *a page* is used.
"""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.skills.commands.command import use_command
from deskhand.models.local.skills.leafing import page_counted, pages_counted
from deskhand.models.local.skills.paged import page_shown, pages_told
from deskhand.models.local.steps import Step, UseCommand
from deskhand.models.local.understand.page_rule import LAST, page_said

_ONLY = re.compile(
    r"(?:the\s+)?(?:page\s+(?:number\s+|no\.?\s*)?\d+|\w+\s+page)|(?:\d+\s*(?:ページ|頁|枚)目?|\w{1,4}の?(?:ページ|頁))(?:の?ページ)?",
    re.IGNORECASE,
)


async def of_its_page(hand: Hand, step: Step) -> str:
    """The sentence for the command, done to the page that was gone to; "" where the step names no page, or the window
    does not show for certain that it is there."""
    if not isinstance(step, UseCommand) or step.on is None or not _ONLY.fullmatch(step.on.name.strip()):
        return ""
    page = page_said(f"{step.on.name} ")
    if not page:
        return ""
    try:
        await use_command(hand, UseCommand(hand.say("go to page", "移動 ページ"), (("", page),)))
        if not await _shown(hand, page):
            return ""
        words = hand.say(f"{step.words} page", f"ページ {step.words}")
        return await use_command(hand, replace(step, words=words, on=None))
    except Refused:
        raise
    except Stuck:
        return ""


async def _shown(hand: Hand, page: str) -> bool:
    front = await hand.front()
    if front is None:
        return False
    scene, pixels = await hand.scene(), (await hand.view()).pixels
    shown = page_shown(scene, pixels, front.box) or str(await page_counted(hand) or "")
    if page == LAST:
        page = pages_told(scene, pixels, front.box) or await pages_counted(hand)
    return bool(shown) and shown == page
