# ruff: noqa: E501 - a condition is read more easily in one line
"""What is probably meant where no pattern fits: the thing on the page whose words the wish uses.

"Show only the fruits", "Log out of the account", "Choose seat C2": each names something that stands on the page in
other words than any pattern has. Of 42 small pages written at one go, 2 could be done by patterns alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.models.local.page.idle import IDLE
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.models.local.page.skills import alike
from deskhand.models.local.page.words import quoted
from deskhand.screen.geometry import Rect
from deskhand.vision.match import similarity

_OWN = """
check choose either find hit locate look mark open option pick press push select shown tab tap tick upon using word
"""
_IDLE = IDLE | frozenset(_OWN.split())
_ALIKE = (("logout", "log out", "sign out", "signout"), ("login", "log in", "sign in"), ("remove", "delete"), ("photo", "picture", "image"),
          ("settings", "preferences", "options"), ("cart", "basket", "bag"), ("movie", "film"), ("begin", "start"), ("finish", "done", "end"))  # fmt: skip
_OPENERS = ("☰", "≡", "⋮", "⋯", "…", "...", "•••", "▾", "▼", "More")


@dataclass(frozen=True, slots=True)
class Guess:
    score: float
    text: str
    box: Rect


async def guess(pane: Pane, part: str) -> Guess | None:
    """The thing that ``part`` of a wish most likely means, if any is likely enough."""
    return best(await pane.sheet(), part)


def best(sheet: Sheet, part: str) -> Guess | None:
    words, names = _words(part), [name.lower() for name in quoted(part)]
    told = f" {' '.join(re.findall(r'[a-z0-9]+', part.lower()))} "
    found: list[Guess] = []
    for text, box, bonus in _places(sheet):
        score = _score(text, words, names, told, bonus)
        if score > 0:
            found.append(Guess(score + bonus, text, box))
    top = max(found, key=lambda each: each.score, default=None)
    return top if top is not None and top.score >= 0.75 else None


def _places(sheet: Sheet) -> list[tuple[str, Rect, float]]:
    """All that has words: what can be worked first."""
    things: list[Thing] = [t for t in sheet.things if t.text]
    found = [(t.text, t.box, 0.12) for t in things if t.kind in ("button", "checkbox", "radio")]
    found += [(t.text, t.box, 0.05) for t in things if t.kind == "shape"]
    found += [(line.text, line.box, 0.0) for line in sheet.lines]
    found += [(word.text, word.box, -0.4) for line in sheet.lines if len(line.words) > 1 for word in line.words]
    return found


def _words(text: str) -> list[str]:
    """The words that say something, those with a digit or a capital first; "17th" is 17."""
    bare = re.sub(r"(\d+)(?:st|nd|rd|th)\b", r"\1", text)
    return [word for word in re.findall(r"[\w@#$%+'-]+", bare) if word.lower() not in _IDLE]


def _score(text: str, words: list[str], names: list[str], told: str, bonus: float) -> float:
    """How much of ``text`` the wish has, and how telling that is: between 0 and 2."""
    lowered = text.strip(" :.,!?").lower()
    if not lowered:
        return 0.0
    if any(similarity(lowered, name) > 0.9 for name in names):
        return 2.0
    for group in _ALIKE:
        if lowered in group and any(f" {name} " in told for name in group):
            return 1.3
    if (
        bonus >= 0.1
        and f" {' '.join(re.findall(r'[a-z0-9]+', lowered))} " in told
        and len(lowered) > 1
        and lowered.isascii()
    ):
        return 1.6 if lowered not in _IDLE else 1.05
    own = [word for word in re.findall(r"[\w@#$%+'-]+", lowered) if word not in _IDLE or len(lowered.split()) == 1]
    if not own:
        return 0.0
    weight = got = 0.0
    for word in own:
        weight += 1
        hit = next((other for other in words if _same(word, other)), None)
        if hit is not None:
            got += 1.4 if re.search(r"\d", hit) or hit[:1].isupper() else 1.0
    if f" {' '.join(re.findall(r'[a-z0-9]+', lowered))} " in told and len(lowered) > 2 and lowered not in _IDLE:
        got += 0.4
    covered = got / weight
    return covered if covered >= 0.6 else 0.0


def _same(one: str, other: str) -> bool:
    a, b = one.lower().removesuffix("'s"), other.lower().removesuffix("'s")
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or re.search(r"\d", a + b):
        return False
    return a.rstrip("s") == b.rstrip("s") or similarity(a, b) > 0.9 or alike.same(a, b)


async def carry_out(pane: Pane, part: str) -> bool:
    """Click what is probably meant; where nothing is, look behind what opens a menu. Whether there was anything."""
    found = await guess(pane, part)
    if found is None:
        found = await _behind(pane, part)
    if found is None or _unaccounted(part, found.text):
        return False
    pane.last = found.box
    await pane.click(found.box, f"Click “{found.text}”, which is probably meant.")
    return await pane.hand.took_effect()  # a guess that shows nothing is not told as done


_VALUES = re.compile(r"\"[^\"]+\"|\S+@\S+\w|\b\d[\d.:/-]*(?!\w)|(?<=[a-z,] )[A-Z]\w+")
"""What a wish says besides plain words: names, numbers, addresses."""


def _unaccounted(part: str, text: str) -> bool:
    """Whether the wish says which day, whose or how many, of which what was found says nothing: “Book the room for
    18 July” is not done by “Book”."""
    told = re.sub(r"[^a-z0-9]", "", text.lower())
    values = [re.sub(r"[^a-z0-9]", "", value.lower()) for value in _VALUES.findall(part)]
    return bool(values) and not any(value and (value in told or told in value) for value in values)


async def _behind(pane: Pane, part: str) -> Guess | None:
    sheet = await pane.sheet()
    openers = [line.box for line in sheet.lines if line.text.strip().endswith(_OPENERS)]
    openers += [mark.box for mark in sheet.marks if mark.mark in _OPENERS]
    for box in openers[:3]:
        await pane.click(box, "Open what may hold it.")
        if await pane.hand.took_effect() and (found := await guess(pane, part)) is not None:
            return found
    return None
