"""Writing back a file that a program has imported: saving asks there for a file of the program's own kind.

A rotated PNG was to be written over, and the question for a name came back, while the menu had “Overwrite ticket.png”.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.answering import agree
from deskhand.models.local.skills.commands.atlas import Entry
from deskhand.models.local.skills.commands.fit import ENOUGH
from deskhand.models.local.skills.commands.looking import known_of
from deskhand.models.local.skills.commands.menus import Menus
from deskhand.models.local.skills.commands.roots import bar_roots
from deskhand.models.local.skills.common import dialog_in_front

_FILE_MENU = re.compile(r"_?[fe]ile\b|ファイル", re.IGNORECASE)
"""The stroke below a mnemonic makes "Eile" of it."""
_OVER = re.compile(
    r"^(?:overwrite|export to|save over|write over)\s+(?P<name>\S.*)|^(?P<ja>\S.*)を?(?:に)?上書き", re.I
)
_EXPORTS = re.compile(r"\b(?:export|overwrite|save)\w*|エクスポート|書き出|上書き|保存", re.IGNORECASE)
QUESTIONS = 2
"""Pages of options that are agreed to as they stand."""


async def overwritten(hand: Hand) -> bool:
    """By the command that names the file in front, or the one of the wish; whether there was one."""
    roots = [root for root in await bar_roots(hand) if _FILE_MENU.match(root.name)]
    if not roots:
        return False
    front = await hand.front()
    titles = f"{(await hand.view()).focus or ''} {'' if front is None else front.title} {hand.wish}"
    menus = Menus(hand, await known_of(hand), "overwrite", roots, lambda words, entry: says_over(entry, titles))
    found = [one for one in await menus.best() if one.score >= ENOUGH]
    if not found or not await menus.choose(found[0].entry):
        if menus.open:
            await menus.leave()
        return False
    await hand.took_effect()
    for _ in range(QUESTIONS):
        if not await dialog_in_front(hand) or (area := await hand.front()) is None:
            break
        await agree(hand, area.body, "export")
        await hand.took_effect()
    return True


async def over_itself(hand: Hand, words: str, name: str) -> bool:
    """Whether it was written over the file that the window shows, where it is to be exported under that very name: the
    way through the dialog for another name asks twice before it does so."""
    front = await hand.front()
    title = f"{(await hand.view()).focus or ''} {'' if front is None else front.title}".lower()
    file = name.rpartition("/")[2]
    stem = file.rpartition(".")[0] or file
    return _EXPORTS.search(words) is not None and stem.lower() in title and await overwritten(hand)


def says_over(entry: Entry, told: str) -> float:
    """Whether an entry writes over a file that was told of, by its name or, as titles have it, without its ending."""
    found = _OVER.match(entry.label.strip())
    if found is None:
        return 0.0
    name = (found["name"] or found["ja"]).strip(" 「」\"'").rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    return 1.0 if len(stem) >= 2 and stem.lower() in told.lower() else 0.0
