"""Carrying out aims, one after the other: each by the first way that the page has for it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from deskhand.models.local.hand import Refused, Stuck
from deskhand.models.local.page import clauses
from deskhand.models.local.page.aims import (
    bars,
    calendar,
    cells,
    colouring,
    entries,
    facets,
    forms,
    moving,
    order,
    reach,
    steppers,
    switches,
    writing,
)
from deskhand.models.local.page.aims.acts import acts_in
from deskhand.models.local.page.aims.controls import controls_of, fitting, outside
from deskhand.models.local.page.aims.hear import Aim, bare, count_in, hear
from deskhand.models.local.page.aims.items import items_of
from deskhand.models.local.page.aims.likeness import has, is_japanese, short_for, spoken_of, words
from deskhand.models.local.page.aims.pick import pick
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.phrases import plain
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.skills import adjust
from deskhand.screen.geometry import Point
from deskhand.vision.scene import TextLine

_ASKED = re.compile(
    r"^(?:which|what|who|where|when|how)\b|[?？]\s*$|(?:何|いくつ|いくら|どれ|どの|誰|いつ|どこ)", re.IGNORECASE
)
_IT = re.compile(r"\b(?:it|that|this|them|the (?:answer|result|number|name))\b|それ|その|これ", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:of us|people|persons?|guests?|adults|portions|servings|nights|copies|tickets)\b|人|名|枚|泊|部",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^(?:choose|select|pick|選択|選んで)\b.*(?:…|\.\.\.|▾|▼|v)?$|[▾▼⌄]$", re.IGNORECASE)
Way: TypeAlias = Callable[[Pane, Aim], Awaitable[bool]]
SENDS = ("save", "confirm", "send", "search", "login", "book")
"""Acts that end a form: they may follow another in one breath."""

FORM_ENDS = (*SENDS, "add", "subscribe", "buy", "set")


async def press(pane: Pane, aim: Aim) -> bool:
    """What bears the name of the act, or the words of the aim, outside the entries of a list."""
    sheet = await pane.sheet()
    controls = controls_of(sheet)
    found = fitting(outside(controls, items_of(sheet), sheet), aim.acts, aim.text) or fitting(
        controls, aim.acts, aim.text
    )
    if not found or _unmet(aim, found[0][1].label) > 2:
        return False
    await pane.click(found[0][1].box, f"Click “{found[0][1].label}”.")
    await entries.confirm(pane, sheet, aim)
    return True


def _unmet(aim: Aim, label: str) -> int:
    """Words of the aim that neither the act nor the control's label accounts for."""
    return sum(not acts_in(word) and not has(label, word) for word in words(bare(aim.text)))


async def find_out(pane: Pane, aim: Aim) -> bool:
    """A question: its answer is kept, and is what "it" means."""
    if not _ASKED.search(aim.text):
        return False
    sheet = await pane.sheet()
    if (label := bars.extreme(sheet, aim)) is not None:
        pane.kept, pane.last = label.text.strip(), label.box
        return True
    picked = pick(sheet, items_of(sheet), aim)
    if len(picked) != 1:
        return False
    pane.kept, pane.last = picked[0].name.text.strip(" :"), picked[0].box
    return True


async def take(pane: Pane, aim: Aim) -> bool:
    """``Choose it``: what was found out before, from the list that asks for it."""
    if pane.kept is None or not _IT.search(aim.text) or not {"tick", "set", "write"} & set(aim.acts):
        return False
    before = await pane.sheet()
    openers = [thing.box for thing in before.of("select")]
    openers += [each.box for each in controls_of(before) if _OPENS.search(each.label)]
    if not openers:
        return False
    await pane.click(openers[0], "Open the list.")
    await pane.hand.took_effect()
    for _ in range(8):
        old = {(line.text, line.box.y // 8) for line in before.lines}
        for line in await pane.lines():
            if (line.text, line.box.y // 8) not in old and (
                short_for(pane.kept, line.text) or line.text.strip() == pane.kept
            ):
                await pane.click(line.box, f"Choose “{line.text}”.")
                pane.kept = None
                return True
        over = Point(openers[0].x + openers[0].width // 3, openers[0].y - 40)
        if not (
            await pane.scroll("down", 1, over) or await pane.scroll("down", 1, Point(over.x, openers[0].bottom + 40))
        ):
            break
    await pane.key("Escape")
    return False


async def by_clause(pane: Pane, aim: Aim) -> bool:
    """The ways that are known by the form of a sentence."""
    if is_japanese(aim.text):
        return False
    await clauses.carry_out(pane, plain(aim.text))
    return True


WAYS: tuple[Way, ...] = (
    switches.turn, colouring.recolour, writing.replace, writing.enter_code, cells.correct, steppers.step, facets.narrow,
    order.put, moving.carry, writing.write, find_out, entries.act, reach.reach, press,
)  # fmt: skip


async def pursue(pane: Pane, text: str) -> None:
    """Do what ``text`` wishes. `Stuck` says which part of it was not understood or not found."""
    aims = hear(text)
    if not aims:
        raise Stuck(f"I do not understand what is wished: “{text}”.")
    told = await forms.fill(pane, text)
    if told:
        aims = [
            replace(aim, acts=ends) for aim in aims if (ends := tuple(act for act in aim.acts if act in FORM_ENDS))
        ][-1:]
        if aims:
            await press(pane, replace(aims[0], text="", quotes=()))
        return
    first = (await pane.hand.view()).forget()
    await _told(pane, aims[0].about)
    for aim in aims:
        await one(pane, aim)
    last = await pane.hand.view()
    if not replace(last, before=first).changes:
        raise Stuck("I tried what seemed to be meant, but nothing on the page changed.")


async def _told(pane: Pane, about: str) -> None:
    """“There will be seven of us”: the page's only counter is for that."""
    count = count_in(about)
    if count is None or not _PEOPLE.search(about):
        return
    sheet = await pane.sheet()
    numbers = [line for line in sheet.lines if re.fullmatch(r"\d{1,3}", line.text.strip())]
    for line in numbers:
        if await adjust.step_beside(pane, line.box) and line.text.strip() != str(count):
            await adjust.to_value(pane, await _name_of(sheet, line), count)
            return


async def _name_of(sheet: Sheet, line: TextLine) -> str:
    over = sheet.above(line.box)
    return sheet.label(line.box) or ("" if over is None else over.text)


async def _bring(pane: Pane, aim: Aim) -> None:
    """Scroll to what is named by a number, or in quotation marks, and does not show."""
    keys = [word for word in words(aim.text) if re.fullmatch(r"#?\d{4,}", word)] if "open" in aim.acts else []
    if aim.quotes and not {"write", "send", "reply", "search", "add", "rename", "edit", "set"} & set(aim.acts):
        keys += aim.quotes
    for key in keys:
        for _ in range(14):
            if any(has(line.text, key) or spoken_of(key, line.text) >= 0.99 for line in await pane.lines()):
                return
            if not await pane.scroll("down", 3):
                break
        while await pane.scroll("up", 10):
            pass


async def one(pane: Pane, aim: Aim) -> None:
    """One aim, by the first way that the page has for it."""
    await _bring(pane, aim)
    if await calendar.choose(pane, aim):
        ends = tuple(act for act in aim.acts if act in SENDS)
        if ends:
            await press(pane, replace(aim, acts=ends, text="", quotes=()))
        return
    stuck: Stuck | None = None
    for way in _ways(pane, aim):
        try:
            if await way(pane, aim):
                break
        except (Refused, reach.Lost):
            raise
        except Stuck as why:
            stuck = stuck or why
    else:
        raise stuck or Stuck(f"I do not know how to do this part of what is wished here: “{aim.text}”.")
    if way not in (press, by_clause, writing.write, writing.enter_code) and len(ends := _ends(aim, way)) > 0:
        await press(pane, replace(aim, acts=ends, text="", quotes=()))


def _ways(pane: Pane, aim: Aim) -> Sequence[Way]:
    """A lone word of ending goes to the button; single words of pointing and the like are known by their sentences."""
    if aim.acts and set(aim.acts) <= set(SENDS) and len(words(bare(aim.text))) <= 2 and not aim.quotes:
        return (press, by_clause)
    if "rate" in aim.acts or (pane.kept is not None and _IT.search(aim.text)):
        return (take, by_clause, *WAYS)
    return (*WAYS, by_clause)


def _ends(aim: Aim, way: Way) -> tuple[str, ...]:
    """Acts of ending that the aim names besides what it is about."""
    rest = aim.acts[1:] if way is entries.act else aim.acts
    return tuple(act for act in rest if act in ("save", "confirm", "send", "search"))
