"""Entries of a menu that are on or off: what was wanted, and whether it is so after the click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from deskhand.models.local.skills.commands.atlas import Entry
from deskhand.models.local.skills.commands.popup import line_at
from deskhand.models.local.skills.commands.stage import dialog_since, stage
from deskhand.models.local.skills.commands.terms import alike, terms

if TYPE_CHECKING:
    from deskhand.models.local.skills.commands.menus import Menus


def wanted(words: str) -> bool | None:
    """On ("show line numbers"), off ("hide the tool bar"), or neither."""
    on, off = terms("show enable"), terms("hide disable")
    for term in terms(words):
        if any(alike(term, other) >= 0.9 for other in off):
            return False
        if any(alike(term, other) >= 0.9 for other in on):
            return True
    return None


def says_state(chosen: Sequence[str], on: bool) -> bool:
    """Whether what was chosen says by itself that it is so then: “Hide Toolbar” where it is to be off."""
    return any(wanted(label) is on and len(terms(label)) > 1 for label in chosen[-1:])


def already(entry: Entry, want: bool) -> bool:
    """The menu says that it is so before anything is clicked."""
    said = wanted(entry.label)
    if entry.ticked is None and said is not None and said is not want:
        return True  # "Hide Sidebar" shows only while there is one
    return entry.ticked is not None and entry.ticked is want and said is not False


async def switch(menus: Menus, entry: Entry, want: bool) -> bool:
    """Have an entry that is on or off be as wanted; False where it could not be chosen."""
    if already(entry, want):
        await menus.leave()
        return True
    before = await stage(menus.hand)
    if not await menus.choose(entry):
        return False
    if (entry.ticked is not None or not want) and await dialog_since(menus.hand, before) is None:
        now = await is_so(menus, entry)
        if now is not None and now is not want and wanted(entry.label) is not False:
            await menus.choose(entry)  # it was so before
    return True


async def is_so(menus: Menus, entry: Entry) -> bool | None:
    """Open its menu once more and look at the tick; None where it carries none either way."""
    if not await menus.go_to(entry.path):
        return None
    line = line_at(menus.shown, entry)
    now = None if line is None else line.entry.ticked
    await menus.leave()
    return now
