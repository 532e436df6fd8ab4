"""Whose window this is: programs put a file's name, their own, or their maker's into the title."""

from __future__ import annotations

import re

from deskhand.models.local.concepts import PROGRAMS
from deskhand.models.local.hand import Hand
from deskhand.models.local.labels import program_names, spoken
from deskhand.models.local.windows import same_title

_MAKERS = re.compile(r"^(?:gnome|mate|xfce4?|kde|lxde|lxqt|libreoffice)[\s_-]+|[\s_-]+(?:gtk|qt)\d?$")
"""What a program's name has before or behind what its window is called."""
DESKTOPS = ("pcmanfm", "desktop")
"""Titles of the bare desktop's own window, which is no window of the file manager that draws it."""


def meant(hand: Hand, name: str) -> str:
    """The program's own name, where the instruction gave one and the steps have its kind."""
    named = hand.memory.named.get(name.lower())
    return name if named is None else named.name


async def in_front(hand: Hand, name: str) -> bool:
    """Whether the window in front belongs to the program."""
    if name.lower() in hand.memory.adopted and hand.memory.current == name.lower():
        return bool(await hand.windows())
    view = await hand.view()
    titles = [view.focus] if view.focus else []
    if not titles:
        front = await hand.front()
        titles = [front.title] if front is not None else []
    return any(belongs(hand, title, name) for title in titles)


def belongs(hand: Hand, title: str, name: str) -> bool:
    """Whether a window title is one of the program's: it carries a name of it, or is the one we saw it open with."""
    lowered = title.lower()
    if lowered in DESKTOPS:
        return False
    known = hand.memory.titles.get(name.lower())
    if known and same_title(title, known) > 0.9:
        return True
    return any(fits(title, other) for other in program_names(meant(hand, name)))


def fits(title: str, name: str) -> bool:
    """Whether a title carries a program's name, or what is left of it without the maker's: ``mate-terminal`` shows as
    "Terminal"."""
    bare = _MAKERS.sub("", name.lower()).strip(" -_")
    if 2 <= len(name) <= 3 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title):
        return True  # "DB" is a word of "DB Browser", and no part of another
    return any(len(part) > 3 and part in title.lower() for part in (name.lower(), bare, bare.replace("-", " ")))


def called(hand: Hand, name: str) -> str:
    """The program in a sentence: "the calculator", 電卓."""
    if name.lower() in hand.memory.named:
        return meant(hand, name)
    shown = spoken(name, hand.language)
    if hand.language == "en" and name.lower() in PROGRAMS:
        return f"the {name.lower()}"
    return shown
