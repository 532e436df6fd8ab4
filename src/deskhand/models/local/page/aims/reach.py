# ruff: noqa: E501 - a condition is read more easily in one line
"""The way to a thing that does not show yet: through what bears one of its words, or opens, until the rest shows.

"Take me to the kids' shoes" names a menu and an entry in it; "the flat's lease from 2022" a folder, one that is not
named, a year and a file. A click that uncovers words of the wish is on the way; one that uncovers none is taken back.
"""

from __future__ import annotations

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.aims.acts import acts_in
from deskhand.models.local.page.aims.controls import Control, controls_of
from deskhand.models.local.page.aims.entries import new_controls
from deskhand.models.local.page.aims.hear import Aim
from deskhand.models.local.page.aims.likeness import has, short_for, words
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.vision.match import similarity

_STEPS = 8
_OPENERS = ("▸", "▶", "►", "›", "▾", "▼", "⋮", "☰", "≡", "…")


class Lost(Stuck):
    """Half the way was gone: what else could be tried would begin somewhere else."""


async def reach(pane: Pane, aim: Aim) -> bool:
    """Click through to what the aim names. Whether all its words were met on the way."""
    left = [word for word in words(aim.text) if not (set(acts_in(word)) and word not in aim.quotes)]
    left = left or list(words(aim.text))
    if not left:
        return False
    twice = "double-click" in " ".join(line.text for line in (await pane.sheet()).lines).lower()
    clicked: list[str] = []
    pool = _short(controls_of(await pane.sheet()))
    uncovered: list[Control] = []
    for _ in range(_STEPS):
        best = _best(pool, uncovered, left, clicked)
        if best is None:
            break
        before = await pane.sheet()
        met = _met(best.label, left)
        clicked.append(best.label)
        await pane.hand.hover(best.box.center, f"Point at “{best.label}”.")
        fresh = new_controls(before, await pane.sheet()) if await pane.hand.took_effect() else []
        rest = [word for word in left if word not in met]
        if rest and any(_met(control.label, rest) for control in fresh):
            left, pool = rest, _short(fresh)
            continue
        await pane.click(best.box, f"Click “{best.label}”.", count=2 if twice and "." in best.label else 1)
        changed = await pane.hand.took_effect()
        left = rest
        if not left:
            return True
        if changed:
            uncovered = _short(await _uncovered(pane, before)) + uncovered
            pool = uncovered or _short(controls_of(await pane.sheet()))
    if clicked:
        raise Lost(f"I opened “{clicked[0]}”, and then found nothing more of “{aim.text}”.")
    return False


async def _uncovered(pane: Pane, before: Sheet) -> list[Control]:
    """What stands there now and stood nowhere before: what only moved, or is read otherwise under the pointer, is old."""
    old = [control.label for control in controls_of(before)]
    fresh = new_controls(before, await pane.sheet())
    return [one for one in fresh if not any(similarity(one.label, label) > 0.72 for label in old)]


def _short(controls: list[Control]) -> list[Control]:
    """Without what is a sentence."""
    return [one for one in controls if 0 < len(words(one.label)) < 5 and len(one.label) < 28]


def _best(pool: list[Control], uncovered: list[Control], left: list[str], clicked: list[str]) -> Control | None:
    """What has most of the words that are left; else the next thing that was uncovered and opens."""
    fitting = [(len(_met(c.label, left)) / (1 + 0.1 * len(words(c.label))), c) for c in pool if c.label not in clicked]
    top = max(fitting, key=lambda pair: (pair[0], pair[1].face), default=None)
    if top is not None and top[0] > 0:
        return top[1]
    opening = [c for c in pool if c.label not in clicked and c.label.strip().startswith(_OPENERS)]
    further = opening or [c for c in uncovered if c.label not in clicked and c.label.strip()]
    return further[0] if further and clicked else None


def _met(label: str, left: list[str]) -> list[str]:
    return [word for word in left if has(label, word) or short_for(label, word)]
