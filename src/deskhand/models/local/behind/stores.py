"""Where a program keeps what no file of the person's holds: notes, appointments and people in folders of its own."""

from __future__ import annotations

import re
import shlex

from deskhand.models.local.behind.file import File
from deskhand.models.local.behind.held.parts import bare
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.paths import HOME

MOST = 12
"""Files that are looked into at most."""
_WORDS = re.compile(r"(?<![A-Za-z0-9./])[A-Za-z][A-Za-z0-9.+-]{2,30}(?![A-Za-z0-9/])", re.ASCII)
_PAGES = ("txt", "md", "org", "rst", "note", "html")
_SHARED = ("evolution", "calendars", "contacts")
"""Folders of what several programs show."""
_NOT = re.compile(r"(?:cache|trash|backup|recently-used|~$|\.bak$|\.log$|/Trash/|\.lock$)", re.IGNORECASE)


async def page_of(hand: Hand, name: str) -> File | None:
    """The one file of a person's that is called by a note's or a page's name: note books keep each in its own."""
    if hand.dialect.bash is None or not name.strip() or "/" in name:
        return None
    called = re.sub(r"([*?\[\]\\])", r"\\\1", name.strip())
    ways = " -o ".join(
        f"-name {shlex.quote(f'{one}.{end}')}" for one in (called, called.replace(" ", "_")) for end in _PAGES
    )
    say = hand.say(f"Looking where “{name}” is kept.", f"「{name}」の保存場所を調べます。")
    view = await hand.reads(f"find {HOME} -maxdepth 5 -not -path '*/.*' -type f \\( {ways} \\) | head -n {MOST}", say)
    found = {line.strip() for line in view.text.splitlines() if line.startswith(f"{HOME}/")}
    return File(found.pop()) if len(found) == 1 else None


async def stored(hand: Hand, name: str) -> File | None:
    """The one text file among the own files of the wish's program that has a name in it."""
    wanted = bare(name)
    programs = list(dict.fromkeys(word.lower().strip(".") for word in _WORDS.findall(hand.wish)))[:8]
    if hand.dialect.bash is None or not wanted or not programs:
        return None
    say = hand.say(f"Looking where the program keeps “{name}”.", f"プログラムが「{name}」を保存した場所を調べます。")
    looked = f"grep -rlIiF -- {shlex.quote(wanted)} {_places(programs)} 2>/dev/null | head -n {MOST}"
    view = await hand.reads(looked, say)
    found = [line.strip() for line in view.text.splitlines() if line.strip().startswith(f"{HOME}/")]
    found = [path for path in found if not _NOT.search(path)]
    if len(found) > 1:  # the note of that name, not one that speaks of it
        title = rf'(<title>|^(SUMMARY|FN)[^:]*:|(name|title|text)="|^name *= *){re.escape(wanted)}(</title>|"|\s*$)'
        look = f"grep -liE -- {shlex.quote(title)} {shlex.join(found)} 2>/dev/null"
        titled = (await hand.reads(look, say)).text
        found = [path for path in found if path in titled.splitlines()]
    return File(found[0]) if len(found) == 1 else None


def _places(programs: list[str]) -> str:
    folders = (f"{HOME}/.local/share", f"{HOME}/.config")
    of_programs = [f"{folder}/{name}" for folder in folders for name in (*programs, *_SHARED)]
    return " ".join(map(shlex.quote, (*of_programs, *(f"{HOME}/.{name}" for name in programs))))
