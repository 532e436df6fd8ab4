"""Looking a command up in menus: the likely ones first, each opened once, and chosen from where it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np

from deskhand.models.local.hand import Hand
from deskhand.models.local.layout import inside
from deskhand.models.local.skills.commands.atlas import Atlas, Entry, bare
from deskhand.models.local.skills.commands.fit import ENOUGH, MARGIN, SURE, fit, fit_below, leads, of_the_view
from deskhand.models.local.skills.commands.kinship import kinship
from deskhand.models.local.skills.commands.popup import Shown, entries, hung_from, line_at, opened
from deskhand.models.local.skills.commands.roots import Root
from deskhand.models.local.skills.commands.terms import does, terms
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.change import NOISE
from deskhand.vision.folding import fold
from deskhand.vision.picture import Picture

HELD = ("help", "ヘルプ")
"""Menus that hold no command one would look for by what it does."""
_RECENT = re.compile(r"\brecent|最近", re.IGNORECASE)
"""Menus that hold files, or other things of before."""
SUBMENUS = 6
"""Menus inside menus that are opened at most for one wish."""
UNNAMED = 3
"""Of them such whose names say nothing of it; those that name some deed ("Convert") come first."""
GREY = 0.5
"""A grey entry cannot be chosen now; another that says less may do."""

SHOWN = 0.8
"""What counts an entry that turns the view, where the thing itself is meant."""

BEYOND = 0.93
"""What an entry must say for the other menus to stay closed: "New" says "add" well enough, but "Add" may be behind."""
STILL = 0.1
"""Of a menu's area that may change while it stays open: another line is marked."""

BESIDE = 14
"""Pixels between a line and the menu behind it, at most."""
MARKED = 14
"""Pixels above and below the words of a line that are marked with it, at most."""

STRAY = 6
"""Pixels by which the words of a menu may stand beyond the area that it was seen to take."""

Path = tuple[str, ...]
Fits: TypeAlias = Callable[[str, Entry], float]
"""How well an entry says a wish."""


def says(words: str, entry: Entry) -> float:
    return fit(words, entry.label, entry.path)


def says_below(words: str, entry: Entry) -> float:
    return fit_below(words, entry.label, entry.path)


@dataclass(frozen=True, slots=True)
class Candidate:
    score: float
    entry: Entry


class Menus:
    """Some menus of the window in front, for one wish."""

    def __init__(self, hand: Hand, atlas: Atlas, words: str, roots: Sequence[Root], fits: Fits = says) -> None:
        self.hand, self.atlas, self.words, self.fits = hand, atlas, words, fits
        self.roots = {root.name: root for root in roots}
        self.open: Path = ()
        """The menu that shows now."""
        self.shown: tuple[Shown, ...] = ()
        self.area: Rect | None = None
        """Where the first of the menus that show now is: those inside it close with it."""
        self.follows = False
        """The bar goes along with the pointer: seen once."""
        self.base: Picture | None = None
        """The picture without any menu."""

    async def best(self) -> list[Candidate]:
        """The entries that fit, best first; stops looking once one is beyond doubt."""
        for root in sorted(self.roots.values(), key=lambda root: -fit(self.words, root.name)):
            if root.name.split("(")[0].lower() in HELD and not fit(self.words, root.name):
                continue
            if (root.name,) not in self.atlas.menus:
                await self._look_into(root)
            await self._behind(root)
            if self._settled():
                break
        known = self._known()
        if not known or known[0].score < SURE:
            own = [one for one in known if not of_the_view(self.words, one.entry.path)]
            await self._deeper(ENOUGH if own and own[0].score >= ENOUGH else 0.0)
        return self._known()

    async def _behind(self, root: Root) -> None:
        """The menu inside this one that says the wish by its name: the ten others need not be opened first."""
        if of_the_view(self.words, (root.name,)):
            return
        told = [(self.fits(self.words, one), one) for one in self.atlas.menus.get((root.name,), ()) if one.opens]
        score, best = max(told, key=lambda pair: pair[0], default=(0.0, None))
        if best is not None and score >= ENOUGH and (*best.path, best.label) not in self.atlas.menus:
            await self._into(best)

    async def all(self) -> list[Entry]:
        """Every entry of the menus themselves, all of them opened."""
        for root in self.roots.values():
            if root.name.split("(")[0].lower() not in HELD and (root.name,) not in self.atlas.menus:
                await self._look_into(root)
        return [entry for path, menu in self.atlas.menus.items() if path[0] in self.roots for entry in menu]

    def _known(self) -> list[Candidate]:
        found = [
            Candidate(self._score(entry), entry)
            for path, menu in self.atlas.menus.items()
            if path[0] in self.roots
            for entry in menu
            if not entry.opens
        ]
        return sorted((one for one in found if one.score > 0.3), key=lambda one: -one.score)

    def _score(self, entry: Entry) -> float:
        score = self.fits(self.words, entry) * (GREY if entry.grey else 1.0)
        return score * SHOWN if of_the_view(self.words, entry.path) else score

    def _settled(self) -> bool:
        known = self._known()
        return (
            bool(known) and known[0].score >= BEYOND and (len(known) == 1 or known[0].score - known[1].score > MARGIN)
        )

    async def _look_into(self, root: Root) -> bool:
        """Open a menu and note what it holds."""
        hand, path = self.hand, (root.name,)
        say = hand.say(
            f"Looking for “{self.words}” in the menu {root.name}.",
            f"「{self.words}」をメニュー「{root.name}」で探します。",
        )
        if self.base is None:
            self.base = (await hand.view()).pixels
        center = root.box.center
        if self.open and root.how == "bar":
            await hand.hover(center, say)  # the bar goes along with the pointer while a menu is open
            if await self._read(root.box, path):
                self.follows = True
            elif self.follows:
                self.atlas.menus[path] = ()  # it goes along, so this menu is empty
                return False
        if self.open != path:
            if self.open:
                await self.leave()
            await hand.click(center, say, button="right" if root.how == "context" else "left")
            if not await self._read(root.box, path) and root.how == "bar":
                await hand.wait(1)  # a busy program shows its menu late
                await self._read(root.box, path)
        if self.open != path:
            self.atlas.menus[path] = ()
            return False
        return True

    async def _read(self, at: Rect, path: Path) -> bool:
        hand = self.hand
        await hand.took_effect()
        view = await hand.view()
        area = None if self.base is None else opened(self.base, view.pixels, at)
        if area is None:
            return False
        if area.y < at.bottom < area.bottom and self.roots[path[0]].how == "bar":
            area = Rect.from_corners(area.x, at.bottom, area.right, area.bottom)
        return await self._note(hung_from(await hand.scene(), area, at), path)

    async def _note(self, area: Rect, path: Path) -> bool:
        hand = self.hand
        hangs = self.roots[path[0]].how == "bar"
        found = entries(await hand.scene(), (await hand.view()).pixels, area, path, hangs=hangs)
        if not found or [one.entry.label for one in found] == [one.entry.label for one in self.shown]:
            return False
        hand.popup = area
        self.open, self.shown, self.area = path, found, area
        self.atlas.menus[path] = tuple(one.entry for one in found)
        return True

    async def _deeper(self, least: float) -> None:
        """Menus inside menus, those first whose names have to do with the wish; only those where ``least`` is met."""
        behind = [
            (fit(self.words, entry.label, entry.path), entry)
            for path, menu in self.atlas.menus.items()
            for entry in menu
            if path[0] in self.roots and entry.opens and not entry.grey
        ]
        behind.sort(
            key=lambda pair: (
                of_the_view(self.words, pair[1].path),
                not leads(self.words, pair[1].label),
                -pair[0],
                not any(does(term) for term in terms(pair[1].label)),
                -kinship(self.words, pair[1].label),
            )
        )
        behind = [pair for pair in behind if not _RECENT.search(pair[1].label)]
        for index, (score, entry) in enumerate(behind[:SUBMENUS]):
            if (*entry.path, entry.label) not in self.atlas.menus and (score > 0 or (not least and index < UNNAMED)):
                await self._into(entry)
            if self._settled():
                return

    async def _into(self, entry: Entry) -> bool:
        """Open the menu behind an entry: by resting on it, else by a click. (The arrow key goes to another menu of the
        bar where the entry is not marked.)"""
        hand, path = self.hand, (*entry.path, entry.label)
        self.atlas.menus[path] = ()
        if not await self.go_to(entry.path):
            return False
        line = line_at(self.shown, entry)
        if line is None:
            return False
        labels = {one.entry.label for one in self.shown}
        parent = hand.popup or self.area
        before = (await hand.view()).pixels
        say = hand.say(f"Looking under {entry.label}.", f"「{entry.label}」の中を見ます。")
        for way in ("hover", "wait", "click"):
            if way == "hover":
                await hand.hover(line.box.center, say)
            elif way == "wait":
                await hand.wait(1)  # the line is marked at once, its menu comes later
            else:
                await hand.click(line.box.center, say)  # some take no notice of a pointer that only rests there
            await hand.took_effect()
            view = await hand.view()
            sliding = self.roots[path[0]].how == "button"
            row = line.box if parent is None else Rect(parent.x, line.box.y, parent.width, line.box.height)
            area = opened(before, view.pixels, None if sliding else row, None if sliding else parent)
            if area is None or _in_row(area, line.box):
                continue  # the line was marked
            if not sliding and not area.grow(BESIDE).intersect(row):
                continue  # something else on the screen moves
            if sliding and parent is not None and inside(area, parent.grow(BESIDE)):
                area = area.union(parent)  # lines that stand where others stood make a part of it only
            found = tuple(
                one for one in entries(await hand.scene(), view.pixels, area, path) if one.entry.label not in labels
            )
            if found:
                hand.popup = area
                self.open, self.shown = path, found
                self.atlas.menus[path] = tuple(one.entry for one in found)
                return True
        return False

    async def go_to(self, path: Path) -> bool:
        """Have the menu at ``path`` open."""
        if self.open == path:
            return True
        root = self.roots.get(path[0])
        along = root is not None and root.how == "bar" and self.follows and len(self.open) == 1
        if self.open and not along:
            await self.leave()
        if root is None or not await self._look_into(root):
            return False
        for name in path[1:]:
            inner = next((one.entry for one in self.shown if one.entry.label == name), None)
            if inner is None or not await self._into(inner):
                return False
        return self.open == path

    async def choose(self, entry: Entry) -> bool:
        """Click an entry, its menu opened if need be."""
        hand = self.hand
        if not await self.go_to(entry.path):
            return False
        line = line_at(self.shown, entry)
        if line is None:
            await self.leave()
            return False
        point = Point(line.box.x + min(line.box.width, 60) // 2, line.box.center.y)
        await hand.click(point, hand.say(f"Choosing {entry.label}.", f"「{entry.label}」を選びます。"))
        self.open, self.shown, self.area = (), (), None
        return True

    async def leave(self) -> None:
        """Close whatever menu is open, and nothing behind it: a window may close at an Escape too many."""
        hand = self.hand
        for _ in range(max(1, len(self.open))):
            shown, area = (await hand.view()).pixels, self.area
            await hand.key("Escape", hand.say("Closing the menu.", "メニューを閉じます。"))
            if area is None or not _still(shown, (await hand.view()).pixels, area):
                break
            if len(self.open) > 1 and not await self._shows(area):
                break  # one that had slid in took along what it stood for, dark on dark
        self.open, self.shown, self.area = (), (), None

    async def _shows(self, area: Rect) -> bool:
        """Whether words of the first of the open menus can still be read where it stood."""
        near = area.grow(STRAY)
        lines = [line for line in (await self.hand.scene()).texts if near.contains(line.box.center)]
        read = {fold(bare(line.text)).letters for line in lines}
        labels = {fold(entry.label).letters for entry in self.atlas.menus.get(self.open[:1], ())}
        return len(labels & read) >= min(2, len(labels))


def _in_row(area: Rect, line: Rect) -> bool:
    """Whether what changed is no more than the line itself."""
    return area.y >= line.y - MARKED and area.bottom <= line.bottom + MARKED


def _still(before: Picture, after: Picture, area: Rect) -> bool:
    """Whether most of an area looks as before: its menu is open yet."""
    if before.shape != after.shape:
        return False
    part = np.s_[area.y : area.bottom, area.x : area.right]
    return bool((cv2.absdiff(before[part], after[part]).max(axis=2) > NOISE).mean() < STILL)
