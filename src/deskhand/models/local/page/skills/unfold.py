# ruff: noqa: E501 - a pattern is read more easily in one line
"""What is folded away or in the way: sections and trees opened until a thing is found, dialogs closed."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.skills.browsing import is_blue, link_named
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

_MOST = 14
"""Heads that are opened before giving up: every one is a turn."""
_WORDS = 6
"""A head is short; running text is no head."""
_SIGNS = "▸▹►▶▼▾▿◂+−-–›>»✚⊞⊟•·"
DISMISS = (
    r"^<click> the button\b[^\"]*\b(?:labell?ed|named|called|marked|with) (?:an? )?\"[x×✕]\"",
    r"^(?:close|dismiss|shut|get rid of|cancel) <the>(?:\w+ )?(?:dialog(?:ue)?|pop-?up|message|notice|banner|alert|modal|overlay)(?: box| window)?(?: by .+)?[.!]?$",
    r"(?:<click>) <the>(?:\"?[x×✕]\"?|cross|close (?:button|icon|sign))(?: button| icon| sign)? (?:of|on|in|at|to close) ",
)
CLOSE = (
    r"(?:close|dismiss|shut|get rid of|cancel|remove|hide) (?:the |this |that |any |all )?(?:[\w-]+ )?(?:dialog(?:ue)?(?: box)?|pop-?ups?|message|notice|notification|banner|alert|modal|overlay|window|advert(?:isement)?|ad|cookie banner)s?(?: (?:called |named |titled )?(?P<name>\"[^\"]+\"|(?-i:[A-Z])[\w ]*?))?(?: (?:by|with|using) .+| first)?",
)
_CLOSERS = ("×", "x", "X", "✕", "✖", "☒", "⨯")


async def link(pane: Pane, match: re.Match[str]) -> None:
    """``Open the sections until you find the link "sed", and click it``."""
    name = match["name"].strip()
    opened: set[str] = set()
    for _ in range(_MOST):
        found = await _there(pane, name)
        if found is not None:
            await pane.click(found, f"Click “{name}”.")
            if re.search(r"\b(?:submit)\b", match.string, re.IGNORECASE):
                await pane.submit()
            return
        head = next((line for line in heads(await pane.sheet()) if _key(line) not in opened), None)
        if head is None:
            if not await pane.scroll("down", 3):
                break
            continue
        opened.add(_key(head))
        await pane.click(head.box, f"Open “{head.text.strip(_SIGNS + ' ')}”.")
        await pane.hand.took_effect()
    raise Stuck(f"I opened {len(opened)} parts of the page and do not find “{name}” in any.")


async def _there(pane: Pane, name: str) -> Rect | None:
    box = await link_named(pane, name)
    if box is not None:
        return box
    whole = [match for match in await pane.texts(name, 0.88) if match.whole]
    return whole[0].box if whole else None


def heads(sheet: Sheet) -> list[TextLine]:
    """The lines that may open something, top to bottom: those with a sign before them, where there are such; else
    those that have a bar of their own; else all short ones that are neither links nor send a form off."""
    names = ("submit", "cancel", "ok")
    short = [
        line
        for line in sorted(sheet.lines, key=lambda line: (line.box.y, line.box.x))
        if len(line.text.split()) <= _WORDS
        and line.text.strip().lower() not in names
        and re.search(r"\w", line.text)
        and not line.text.rstrip().endswith((".", ","))
        and not is_blue(sheet, line.box)
    ]
    signed = [line for line in short if _signed(sheet, line)]
    barred = [line for line in short if any(bar.contains(line.box.center) for bar in _bars(sheet))]
    return signed or barred or short


def _signed(sheet: Sheet, line: TextLine) -> bool:
    if line.text.strip()[0] in _SIGNS:
        return True
    return any(
        0 <= line.box.x - mark.box.right < 1.2 * sheet.unit and same_row(mark.box, line.box) for mark in sheet.marks
    )


def _bars(sheet: Sheet) -> list[Rect]:
    return [
        thing.box for thing in sheet.of("button", "field")
        if thing.box.width > 0.4 * sheet.body.width and thing.box.height < 3.2 * sheet.unit
    ]  # fmt: skip


def _key(line: TextLine) -> str:
    return re.sub(r"\W", "", line.text).lower()


async def dismiss(pane: Pane, match: re.Match[str]) -> None:
    """``Close the dialog``: by its cross at the top right, or by a button that says so."""
    sheet = await pane.sheet()
    crosses = [line.box for line in sheet.lines if line.text.strip() in _CLOSERS]
    crosses += [mark.box for mark in sheet.marks if mark.mark in _CLOSERS]
    if not crosses:
        crosses = [thing.box for thing in sheet.of("button", "shape") if thing.text.strip() in _CLOSERS]
    if not crosses:
        frames = [r.box for r in sheet.regions if r.box.width > 6 * sheet.unit and r.box.height > 3 * sheet.unit]
        crosses = [
            mark.box
            for mark in sheet.marks
            if any(
                0 <= frame.right - mark.box.center.x < 2.2 * sheet.unit
                and 0 <= mark.box.center.y - frame.y < 2.2 * sheet.unit
                for frame in frames
            )
        ]
    name = (match.groupdict().get("name") or "").strip('" ')
    titles = [found.box for found in await pane.texts(name, 0.86)] if name else []
    own = [box for box in crosses if any(same_row(box, title) and box.x > title.x for title in titles)]
    crosses = own or crosses
    if crosses:
        await pane.click(min(crosses, key=lambda box: (box.y, -box.x)), "Click the cross.")
        return
    for name in ("Close", "OK", "Dismiss", "Got it", "No thanks", "Cancel", "Accept", "Later"):
        if await pane.button(name) is not None:
            await pane.press(name)
            return
    raise Stuck("I see nothing to close it with.")
