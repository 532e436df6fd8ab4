"""Two files that a program compares: their own texts instead of what two narrow panes show of them."""

from __future__ import annotations

import re

from deskhand.models.local.behind.file import File, named, said_in, there
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.paths import HOME
from deskhand.models.local.steps import Differ

_COMPARES = re.compile(r"diff|meld|kompare|merge|compare|vimdiff|fldiff|tkdiff", re.I)


async def both(hand: Hand, step: Differ) -> tuple[list[str], list[str]] | None:
    """The lines of the one on the left and of the one on the right; None where it is not known which they are."""
    if hand.dialect.bash is None:
        return None
    files = await _files(hand, step)
    if files is None:
        return None
    texts = [[line.strip() for line in (await said_in(hand, file)).splitlines() if line.strip()] for file in files]
    return (texts[0], texts[1]) if texts[0] and texts[1] else None


async def _files(hand: Hand, step: Differ) -> tuple[File, File] | None:
    """In the order in which the program was given them; the wish may name them the other way round."""
    say = hand.say("Looking which files are compared.", "比べているファイルを調べます。")
    view = await hand.shell(f"ps -eo args | grep -F {HOME}/ | grep -v grep", say)
    pairs: dict[tuple[str, str], None] = {}
    for line in view.text.splitlines():
        words = line.split()
        paths = [word.strip("\"',;") for word in words if word.startswith(f"{HOME}/")]
        programs = [word.rpartition("/")[2] for word in words if HOME not in word]
        if len(paths) == 2 and any(_COMPARES.search(one) or one.lower() in hand.wish.lower() for one in programs):
            pairs[paths[0], paths[1]] = None
    if len(pairs) == 1:
        one, other = next(iter(pairs))
        told = {path.rpartition("/")[2].lower() for path in (one, other)}
        if all(name.lower() in told for name in step.files):
            return File(one), File(other)
        return None
    names = tuple(dict.fromkeys(named(hand.wish)))
    if len(names) != 2:
        return None
    found = [await there(hand, (name,)) for name in names]
    if any(len({file.path for file in one}) != 1 for one in found):
        return None
    return found[0][0], found[1][0]
