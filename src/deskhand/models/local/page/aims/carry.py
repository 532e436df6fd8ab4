"""Carrying out aims, one after the other: each by the first way that the page has for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from deskhand.models.local.hand import Refused, Stuck
from deskhand.models.local.page import clauses
from deskhand.models.local.page.aims import calendar, cells, entries, moving, switches, writing
from deskhand.models.local.page.aims.controls import controls_of, fitting, outside
from deskhand.models.local.page.aims.hear import Aim, bare, hear
from deskhand.models.local.page.aims.items import items_of
from deskhand.models.local.page.aims.likeness import is_japanese, words
from deskhand.models.local.page.aims.pick import pick
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.phrases import plain

Way: TypeAlias = Callable[[Pane, Aim], Awaitable[bool]]
SENDS = ("save", "confirm", "send", "search", "login", "book")
"""Acts that end a form: they may follow another in one breath."""


async def press(pane: Pane, aim: Aim) -> bool:
    """What bears the name of the act, or the words of the aim, outside the entries of a list."""
    sheet = await pane.sheet()
    controls = controls_of(sheet)
    found = fitting(outside(controls, items_of(sheet), sheet), aim.acts, aim.text) or fitting(
        controls, aim.acts, aim.text
    )
    if not found:
        return False
    await pane.click(found[0][1].box, f"Click “{found[0][1].label}”.")
    await entries.confirm(pane, sheet, aim)
    return True


async def find_out(pane: Pane, aim: Aim) -> bool:
    """A question: its answer is kept, and is what "it" means."""
    if aim.acts and not aim.text.rstrip().endswith(("?", "？")):
        return False
    sheet = await pane.sheet()
    picked = pick(sheet, items_of(sheet), aim)
    if len(picked) != 1:
        return False
    pane.kept, pane.last = picked[0].name.text.strip(" :"), picked[0].box
    return True


async def by_clause(pane: Pane, aim: Aim) -> bool:
    """The ways that are known by the form of a sentence."""
    if is_japanese(aim.text):
        return False
    await clauses.carry_out(pane, plain(aim.text))
    return True


WAYS: tuple[Way, ...] = (
    switches.turn, writing.enter_code, cells.correct, moving.carry, writing.write, find_out, entries.act, press,
)  # fmt: skip


async def pursue(pane: Pane, text: str) -> None:
    """Do what ``text`` wishes. `Stuck` says which part of it was not understood or not found."""
    aims = hear(text)
    if not aims:
        raise Stuck(f"I do not understand what is wished: “{text}”.")
    for aim in aims:
        await _one(pane, aim)


async def _one(pane: Pane, aim: Aim) -> None:
    if await calendar.choose(pane, aim):
        ends = tuple(act for act in aim.acts if act in SENDS)
        if ends:
            await press(pane, replace(aim, acts=ends))
        return
    stuck: Stuck | None = None
    for way in _ways(aim):
        try:
            if await way(pane, aim):
                break
        except Refused:
            raise
        except Stuck as why:
            stuck = stuck or why
    else:
        raise stuck or Stuck(f"I do not know how to do this part of what is wished here: “{aim.text}”.")
    if way in (switches.turn, moving.carry, entries.act) and len(ends := _ends(aim)) > 0:
        await press(pane, replace(aim, acts=ends, text="", quotes=()))


def _ways(aim: Aim) -> Sequence[Way]:
    """A lone word of ending goes to the button; single words of pointing and the like are known by their sentences."""
    if aim.acts and set(aim.acts) <= set(SENDS) and len(words(bare(aim.text))) <= 2 and not aim.quotes:
        return (press, by_clause)
    if "rate" in aim.acts:
        return (by_clause, *WAYS)
    return (*WAYS, by_clause)


def _ends(aim: Aim) -> tuple[str, ...]:
    """Acts of ending that the aim names besides what it is about."""
    return tuple(act for act in aim.acts[1:] if act in ("save", "confirm", "send", "search"))
