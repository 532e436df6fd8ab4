"""Which piece of music is meant, by what its own tags say: a player shows titles, and no file's name."""

from __future__ import annotations

import re
import shlex

from deskhand.models.local.behind.file import File, given_to_programs, named, there
from deskhand.models.local.behind.held.parts import same
from deskhand.models.local.behind.tags import SOUNDS
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.paths import folder_path

MOST = 40
"""Pieces that are looked into at most."""


async def piece(hand: Hand, name: str) -> File | None:
    """The one piece of that title or file name, of those that programs were started with, else of the usual folders."""
    files = [one for one in await there(hand, named(hand.wish)) if one.ending in SOUNDS] if named(hand.wish) else []
    if len({one.path for one in files}) == 1:
        return files[0]
    given = [one.path for one in await given_to_programs(hand)]
    sounds = [path for path in given if File(path).ending in SOUNDS]
    folders = [path for path in given if "." not in path.rpartition("/")[2]]
    for places in (sounds, folders, [folder_path("shared").rstrip("/"), "/home/user/Music"]):
        found = await _titled(hand, places, name) if places else []
        if found:
            return File(found[0]) if len(found) == 1 else None
    return None


async def _titled(hand: Hand, places: list[str], name: str) -> list[str]:
    kinds = " -o ".join(f"-iname '*.{ending}'" for ending in SOUNDS)
    look = (
        f"find {shlex.join(places[:MOST])} -maxdepth 3 -type f \\( {kinds} \\) 2>/dev/null | head -n {MOST} | sort | "
        'while read -r f; do echo "FILE $f"; '
        'ffprobe -v error -show_entries format_tags=title:stream_tags=title -of default=nw=1 "$f"; done'
    )
    view = await hand.reads(look, hand.say("Looking at the titles.", "曲名を調べます。"))
    found: dict[str, None] = {}
    path = ""
    for line in view.text.splitlines():
        if line.startswith("FILE "):
            path = line[5:].strip()
            if same(path.rpartition("/")[2].rpartition(".")[0], name):
                found[path] = None
        elif (told := re.match(r"TAG:title=(.*)$", line, re.IGNORECASE)) and same(told[1], name):
            found[path] = None
    return list(found)
