"""Boxes ticked and unticked: by their labels, by their number in a row, or all that a description fits."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page import naming, predicates
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Kind
from deskhand.models.local.page.words import bare, ordinal, quoted
from deskhand.vision.match import similarity


async def tick(pane: Pane, what: str, *, on: bool = True) -> None:
    """Boxes by their labels (``A, B and C``), or one by its number."""
    if (whose := ALL_OF.fullmatch(what.strip(" ."))) is not None and await tick_rows(pane, bare(whose["who"]), on=on):
        return
    nth = ordinal(re.sub(r"\"[^\"]*\"", "", what))
    kinds: tuple[Kind, ...] = tuple(k for k in naming.kinds_of(what) if k in ("checkbox", "radio")) or (
        "checkbox",
        "radio",
    )
    if nth is not None and not quoted(what):
        await pane.click(naming.nth_of(await pane.things(*kinds), nth, what), f"Tick the {what}.")
        return
    fits = None if quoted(what) and not re.search(r"\bwith\b|\bin\b", what) else predicates.predicate(what)
    if fits is not None and re.search(
        r"\b(?:all|every|each|numbers?|words?|ones|those|boxes|items?|names?|prices?)\b", what
    ):
        await _tick_those(pane, fits, kinds, on=on)
        return
    left = naming.listed(what)
    for _ in range(12):
        sheet = await pane.sheet()
        clicked = False
        for name in list(left):
            box = naming.best(sheet.of(*kinds), name)
            if box is None:
                continue
            left.remove(name)
            if bool(box.checked) != on:
                await pane.click(box, f"Tick “{name}”.")
                clicked = True
        if not left:
            return
        if not clicked and not await pane.scroll("down", 3):
            break
    for name in left:
        boxes = [box for box in (await pane.sheet()).of(*kinds) if bool(box.checked) != on]
        close = max(boxes, key=lambda box: similarity(box.text.lower(), name.lower()), default=None)
        if close is None or similarity(close.text.lower(), name.lower()) < naming.LOOSE:
            raise Stuck(f"I see no box to tick for {name}.")
        await pane.click(close, f"Tick “{close.text}”.")


ALL_OF = re.compile(
    r"(?:all|each|every)(?: of)?(?: the| my| your)? [\w-]+ "
    r"(?:(?:that (?:are|come) )?(?:from|by|of|for|to|about)|called|named) "
    r"(?P<who>\"[^\"]+\"|[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*)"
)
"""“All mails from Anna”: as many as there are."""


async def tick_rows(pane: Pane, who: str, *, on: bool = True) -> bool:
    """The box of every row in which that stands, page by page; whether there was any."""
    done: set[str] = set()
    for _ in range(12):
        sheet = await pane.sheet()
        for box in sheet.of("checkbox"):
            row = " ".join(line.text for line in sheet.lines if same_row(line.box, box.box)) or box.text
            if row in done or _spaced(who) not in _spaced(row):
                continue
            done.add(row)
            if bool(box.checked) != on:
                await pane.click(box, f"Tick the entry of “{who}”.")
        if not await pane.scroll("down", 3):
            break
    return bool(done)


def _spaced(text: str) -> str:
    """Whole words where it has letters that words are parted by; else as it is."""
    return " ".join(["", *re.findall(r"\w+", text.lower()), ""]) if text.isascii() else text


async def _tick_those(pane: Pane, fits: predicates.Fits, kinds: tuple[Kind, ...], *, on: bool) -> None:
    """All whose text the description fits, page by page."""
    done: set[str] = set()
    for _ in range(12):
        sheet = await pane.sheet()
        boxes = sheet.of(*kinds) or sheet.of("button", "card")
        for box in boxes:
            if box.text not in done and fits(box.text):
                done.add(box.text)
                if box.checked is None or box.checked != on:
                    await pane.click(box, f"Tick “{box.text}”.")
        if not await pane.scroll("down", 3):
            break
    if not done:
        raise Stuck("I see nothing to tick that fits.")
