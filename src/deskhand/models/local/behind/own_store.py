"""The file in which a program keeps its own entries, where no window and no wish names one.

An address book, a calendar or a list of tasks has no file that a person opens: it lies under the program's name among
the hidden folders of the home folder. Only text and small data bases are looked into, and only those of the program
that the wish names.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import replace

from deskhand.models.local.behind.asking import Asked
from deskhand.models.local.behind.file import File, there
from deskhand.models.local.behind.folder import names_of_folders
from deskhand.models.local.behind.saying import words_of
from deskhand.models.local.behind.whole import has
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.paths import HOME

SMALL = "300k"
MOST = 60
"""Files of a program that are searched at most."""
LEAST = 3
"""Letters of a folder's name that is a program's."""
_OF_ALL = frozenset(["config", "local", "share", "cache", "fonts", "icons", "themes", "mime", "state", "applications"])
_SHARED = ("ics", "vcf", "mbox")
"""Endings of entries that several programs keep in one place."""
_NO_ENTRIES = re.compile(
    r"cache|/(?:logs?|plugins?|themes?|icons?|crash)/|\.(?:log|lock|png|svg|css|js|qml|so|pyc|ini~)$", re.I
)


async def own_files(hand: Hand, wanted: Asked) -> list[File]:
    """Of the program's own files those that have the most of the question's words, none of which is told apart from the
    others; empty where it has none."""
    words = _searched(wanted)
    if hand.dialect.bash is None or not words:
        return []
    say = hand.say("Looking where the program keeps its entries.", "プログラムの保存先を調べます。")
    places = " ".join(shlex.quote(f"{HOME}/{place}") for place in ("", ".config", ".local/share"))
    view = await hand.shell(f"find {places} -mindepth 1 -maxdepth 1 -type d 2>/dev/null", say)
    folders = folders_of(hand.wish, [line.strip() for line in view.text.splitlines() if f"{HOME}/." in line])
    if said := names_of_folders(hand.wish):  # a collection of notes or recipes that the wish names
        folders += dict.fromkeys(one.path for one in await there(hand, tuple(said)))
    ways = [f"find {shlex.join(folders)} -maxdepth 4 -type f -size -{SMALL}"] if folders else []
    shared = " -o ".join(f"-ipath {shlex.quote(f'{HOME}/.*.{ending}')}" for ending in _SHARED)
    ways.append(f"find {HOME} -maxdepth 6 -type f -size -{SMALL} \\( {shared} \\)")
    view = await hand.shell(f"{{ {'; '.join(ways)}; }} | head -n 400", say)
    found = [line.strip() for line in view.text.splitlines() if line.startswith(f"{HOME}/")]
    found = [path for path in dict.fromkeys(found) if _NO_ENTRIES.search(path[len(HOME) :]) is None][:MOST]
    if not found:
        return []
    each = " ".join(f"-e {shlex.quote(word)}" for word in words)
    view = await hand.shell(f"grep -o -i -a -H {each} {shlex.join(found)} | sort -u | head -n 300", say)
    return best_of([line for line in view.text.splitlines() if line.startswith(HOME)])


def folders_of(wish: str, folders: Sequence[str]) -> list[str]:
    """The hidden folders that are called like a program which the wish speaks of."""
    said = _letters(wish)
    found: list[str] = []
    for path in folders:
        name = _letters(path.rpartition("/")[2])
        if len(name) >= LEAST and name not in _OF_ALL and name in said and "/." in path:
            found.append(path)
    return found


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _searched(wanted: Asked) -> list[str]:
    """The question's words by their stems, so that an ending does not hide one."""
    stems = [term.stem for words in wanted.words for term in words]
    return [stem for stem in dict.fromkeys(stems) if len(stem) > (2 if stem.isascii() else 1)][:8]


def within(wanted: Asked, file: File, rows: Sequence[str]) -> Asked:
    """The question without the words that are the file's own name or its title: all of it is about them."""
    title = words_of(f"{file.name} {rows[0] if rows else ''}")
    rest = tuple(words for words in wanted.words if not any(has(words, other) for other in title))
    return replace(wanted, words=rest) if rest else wanted


def best_of(hits: Sequence[str]) -> list[File]:
    """The files by how many different words were found in them; only the best."""
    held: dict[str, set[str]] = {}
    for hit in hits:
        path, _, word = hit.rpartition(":")
        if path:
            held.setdefault(path, set()).add(word.lower())
    most = max((len(words) for words in held.values()), default=0)
    best = [path for path, words in held.items() if len(words) == most]
    best = [
        path for path in best if not any(path == f"{other}{mark}" for other in best for mark in ("~", ".bak", "-wal"))
    ]
    return [File(path) for path in best]
