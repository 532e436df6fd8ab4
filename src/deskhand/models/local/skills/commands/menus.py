"""Looking a command up in the menus: the likely ones first, each opened once, and chosen from where it shows."""

from __future__ import annotations

from dataclasses import dataclass

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.atlas import Atlas, Entry
from deskhand.models.local.skills.commands.bar import bar_words
from deskhand.models.local.skills.commands.fit import ENOUGH, MARGIN, SURE, fit
from deskhand.models.local.skills.commands.popup import Shown, entries, line_at, opened
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Word

HELD = ("help", "ヘルプ")
"""Menus that hold no command one would look for by what it does."""
SUBMENUS = 6
"""Menus inside menus that are opened at most for one wish."""


@dataclass(frozen=True, slots=True)
class Candidate:
    score: float
    entry: Entry


class Menus:
    """The menus of the window in front, for one wish."""

    def __init__(self, hand: Hand, atlas: Atlas, words: str) -> None:
        self.hand, self.atlas, self.words = hand, atlas, words
        self.open: tuple[str, ...] = ()
        """The menu that shows now."""
        self.shown: tuple[Shown, ...] = ()
        self.base: Picture | None = None
        """The picture without any menu."""

    async def best(self) -> list[Candidate]:
        """The entries that fit, best first; stops looking once one is beyond doubt."""
        bar = await bar_words(self.hand)
        if not bar:
            return []
        bar.sort(key=lambda word: -fit(self.words, word.text))
        for word in bar:
            if word.text.split("(")[0].lower() in HELD and not fit(self.words, word.text):
                continue
            if (word.text,) not in self.atlas.menus:
                await self._look_into(word)
            if self._settled():
                break
        if not self._known() or self._known()[0].score < ENOUGH:
            await self._deeper()
        return self._known()

    def _known(self) -> list[Candidate]:
        found = [
            Candidate(fit(self.words, entry.label, entry.path), entry)
            for menu in self.atlas.menus.values()
            for entry in menu
        ]
        return sorted((one for one in found if one.score > 0.3), key=lambda one: -one.score)

    def _settled(self) -> bool:
        known = self._known()
        return bool(known) and known[0].score >= SURE and (len(known) == 1 or known[0].score - known[1].score > MARGIN)

    async def _look_into(self, word: Word) -> bool:
        """Open a menu of the bar and note what it holds."""
        hand = self.hand
        say = hand.say(
            f"Looking for “{self.words}” in the menu {word.text}.",
            f"「{self.words}」をメニュー「{word.text}」で探します。",
        )
        if self.base is None:
            self.base = (await hand.view()).pixels
        if self.open:
            await hand.hover(word.box.center, say)  # the bar goes along with the pointer while a menu is open
            if not await self._read(word, (word.text,)):
                await self.leave()
                await hand.click(word.box.center, say)
                await self._read(word, (word.text,))
        else:
            await hand.click(word.box.center, say)
            await self._read(word, (word.text,))
        if self.open != (word.text,):
            self.atlas.menus[(word.text,)] = ()
            return False
        return True

    async def _read(self, word: Word, path: tuple[str, ...]) -> bool:
        hand = self.hand
        await hand.took_effect()
        view = await hand.view()
        area = None if self.base is None else opened(self.base, view.pixels, word.box)
        if area is None:
            return False
        area = Rect.from_corners(
            area.x, max(area.y, word.box.bottom), area.right, max(area.bottom, word.box.bottom + 1)
        )
        found = entries(await hand.scene(), view.pixels, area, path)
        if not found or (self.shown and [one.entry.label for one in found] == [one.entry.label for one in self.shown]):
            return False
        hand.popup = area
        self.open, self.shown = path, found
        self.atlas.menus[path] = tuple(one.entry for one in found)
        return True

    async def _deeper(self) -> None:
        """Menus inside menus, those first whose names have to do with the wish."""
        behind = [entry for menu in self.atlas.menus.values() for entry in menu if entry.opens and not entry.grey]
        behind.sort(key=lambda entry: -fit(self.words, entry.label, entry.path))
        for entry in behind[:SUBMENUS]:
            if (*entry.path, entry.label) not in self.atlas.menus:
                await self._into(entry)
            if self._settled():
                return

    async def _into(self, entry: Entry) -> bool:
        """Open the menu behind an entry."""
        hand = self.hand
        path = (*entry.path, entry.label)
        if not await self.go_to(entry.path):
            self.atlas.menus[path] = ()
            return False
        line = line_at(self.shown, entry)
        if line is None:
            self.atlas.menus[path] = ()
            return False
        before = (await hand.view()).pixels
        await hand.click(line.box.center, hand.say(f"Looking under {entry.label}.", f"「{entry.label}」の中を見ます。"))
        await hand.took_effect()
        view = await hand.view()
        area = opened(before, view.pixels, None)
        found = () if area is None else entries(await hand.scene(), view.pixels, area, path)
        labels = {one.entry.label for one in self.shown}
        found = tuple(one for one in found if one.entry.label not in labels)
        self.atlas.menus[path] = tuple(one.entry for one in found)
        if found:
            hand.popup = area
            self.open, self.shown = path, found
        return bool(found)

    async def go_to(self, path: tuple[str, ...]) -> bool:
        """Have the menu at ``path`` open."""
        if self.open == path:
            return True
        if self.open:
            await self.leave()
        word = next((word for word in await bar_words(self.hand) if word.text == path[0]), None)
        if word is None or not await self._look_into(word):
            return False
        for depth in range(1, len(path)):
            inner = next((one.entry for one in self.shown if one.entry.label == path[depth]), None)
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
        await hand.click(line.box.center, hand.say(f"Choosing {entry.label}.", f"「{entry.label}」を選びます。"))
        self.open, self.shown = (), ()
        return True

    async def leave(self) -> None:
        """Close whatever menu is open."""
        hand = self.hand
        for _ in range(max(1, len(self.open))):
            await hand.key("Escape", hand.say("Closing the menu.", "メニューを閉じます。"))
        self.open, self.shown = (), ()
