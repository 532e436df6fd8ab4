"""A window of settings looked through as a whole: every page is turned to, every place noted with where it stands, and
the one that the wish's words mean is gone back to, set, and seen to be so.

To look for a label page by page finds what is called as it was said. Of four wishes on programs never met three were
not: “the clock in the top bar” is a heading, 「タイトルバーのボタンを左側に」 a page, a section and one of two
buttons. Which place is meant shows only when all have been seen.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

import numpy as np

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.skills.commands.form import put
from deskhand.models.local.skills.commands.kinship import kinship
from deskhand.models.local.skills.commands.meant_place import Seen, meant_of, surely, with_glosses
from deskhand.models.local.skills.commands.pages import IDLE, MOST, SMALLEST, heads_of
from deskhand.models.local.skills.commands.popup import opened
from deskhand.models.local.skills.commands.setting_place import NOT, Setting, said_by, value_for
from deskhand.models.local.skills.commands.sliding import slid
from deskhand.models.local.skills.commands.spots import Spot, spots
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import similarity
from deskhand.vision.picture import Picture
from deskhand.vision.scene import TextLine

SCROLLS = 3
"""Times that a page is scrolled on."""
FOOT = 60
"""Pixels above the foot of a page down to which its words reach where it may go on below."""
NOTCHES = 8
LINE = 50
"""Pixels that a place for one line is high at most."""
SAME = 0.85


class Survey:
    def __init__(self, hand: Hand, area: Rect, wish: Setting, at_once: Callable[[], Awaitable[str]]) -> None:
        """``at_once``: sets what is called as it was said, where that shows; its label."""
        self.hand, self.area, self.wish, self.at_once = hand, area, wish, at_once
        self.said = with_glosses(hand.said or hand.wish, hand.wish)
        self.seen: list[Seen] = []
        self.here: tuple[str, ...] = ()
        self.heads: dict[tuple[str, ...], TextLine] = {}
        """Where each page is turned to: a pointer may cover its name later."""
        self.turned: set[tuple[str, ...]] = set()
        self.below = 0
        """Times that the page in front was scrolled on."""
        self.done = ""

    async def carried_out(self) -> str:
        """The label of the place that was set; "" where no page has one that is clearly meant.

        Raises:
            Stuck: it is there, and did not take what was wished.
        """
        await self._look()
        if self.done:
            return self.done
        found = meant_of(self.seen, self.wish, self.said)
        return "" if found is None else await self._set(found)

    async def _look(self) -> None:
        """All pages, until one place is surely meant."""
        if await self._gather(()):
            return
        tabs, listed = await heads_of(self.hand, self.area)
        self.heads = {(line.text,): line for line in (*tabs, *listed)}
        for heads in (listed, tabs):
            idle = 0
            for head in self._likely_first(heads):
                turned = await self._turn((head,))
                if await self._gather((head.text,)):
                    return
                idle = 0 if turned else idle + 1
                if idle >= IDLE:
                    break
                if heads is tabs or not turned:
                    continue
                for inner in self._likely_first(await self._inner(listed)):
                    await self._turn((head, inner))
                    if await self._gather((head.text, inner.text)):
                        return

    def _likely_first(self, heads: list[TextLine]) -> list[TextLine]:
        words = f"{self.wish.name} {self.wish.value}".strip()
        return sorted(heads[:MOST], key=lambda line: -kinship(words, line.text))

    async def _inner(self, listed: list[TextLine]) -> list[TextLine]:
        """The tabs of a page that a list at the side leads to."""
        right = max(line.box.right for line in listed) + 8
        pane = Rect.from_corners(right, self.area.y, max(right + 1, self.area.right), self.area.bottom)
        tabs, _ = await heads_of(self.hand, pane)
        return tabs

    async def _turn(self, heads: tuple[TextLine, ...]) -> bool:
        """To another page: whether one came."""
        line = heads[-1]
        before = (await self.hand.view()).pixels
        say = self.hand.say(f"Looking under {line.text}.", f"「{line.text}」を見ます。")
        await self.hand.click(line.box.center, say)
        await self.hand.took_effect()
        self.here, self.below = tuple(head.text for head in heads), 0
        self.turned.add(self.here)
        self.heads[self.here] = line
        return opened(before, (await self.hand.view()).pixels, None, line.box.grow(12), SMALLEST) is not None

    async def _gather(self, path: tuple[str, ...]) -> bool:
        """Note the places that show, further down as well; whether it is done, or known where it is."""
        for scrolled in range(SCROLLS + 1):
            if done := await self.at_once():
                self.done = done
                return True
            new = [one for one in await self._shown(path, scrolled) if not self._known(one)]
            self.seen += new
            if not new or scrolled == SCROLLS or not await self._further(new):
                break
        return surely(self.seen, self.wish, self.said)

    async def _shown(self, path: tuple[str, ...], scrolled: int) -> list[Seen]:
        scene, view = await self.hand.scene(), await self.hand.view()
        return [Seen(path, scrolled, spot) for spot in spots(scene, view.pixels, self.area) if spot.label]

    def _known(self, one: Seen) -> bool:
        """Whether it was seen before: the first page once more, by its name; or what stayed after scrolling."""
        for at, other in enumerate(self.seen):
            same = similarity(one.spot.label, other.spot.label) >= SAME and one.spot.section == other.spot.section
            if same and one.spot.slot.kind == other.spot.slot.kind and other.path in ((), one.path):
                if other.path == () != one.path and abs(other.spot.slot.box.y - one.spot.slot.box.y) <= 4:
                    self.seen[at] = replace(other, path=one.path)
                    return True
                if other.path == one.path:
                    return True
        return False

    async def _further(self, shown: list[Seen]) -> bool:
        """Scroll on where the page seems to go on below its foot: whether it did."""
        lowest = max((one.spot.slot.box.bottom for one in shown if one.spot.slot.box.height < LINE), default=0)
        if lowest < self.area.bottom - FOOT:
            return False
        before = (await self.hand.view()).pixels
        await self._scroll(shown[0].spot, "down")
        moved = opened(before, (await self.hand.view()).pixels, None, None, SMALLEST) is not None
        self.below += moved
        return moved

    async def _scroll(self, at: Spot, direction: str) -> None:
        """With the pointer on words: over a number or a list the wheel would change it."""
        scene = await self.hand.scene()
        words = [line for line in scene.texts if line.text == at.label and same_row(line.box, at.slot.box)]
        point = words[0].box.center if words else Point(self.area.right - 12, self.area.center.y)
        say = self.hand.say("Scrolling on.", "先へスクロールします。")
        await self.hand.scroll(point, direction, NOTCHES, say)

    # --- there and done ---

    async def _set(self, one: Seen) -> str:
        hand = self.hand
        spot = await self._gone_to(one)
        if spot is None:
            return ""
        wish = self._for(spot)
        value = value_for(spot.slot, wish)
        await hand.step_aside()  # a button looks otherwise under the pointer
        before = (await hand.view()).pixels
        if moved := await slid(hand, self.area, spot.slot, value):
            return self._where(one)
        if moved is False or not await put(hand, spot.slot, value):
            raise self._untaken(spot)
        await hand.took_effect()
        await hand.step_aside()
        if not await self._stands(one, value, before, spot):
            await hand.wait(1)
            if not await self._stands(one, value, before, spot):
                raise self._untaken(spot)
        return self._where(one)

    def _where(self, one: Seen) -> str:
        parts = (*one.path, one.spot.section, one.spot.label)
        return " › ".join(dict.fromkeys(part for part in parts if part))

    def _for(self, spot: Spot) -> Setting:
        """What was read as a value, as on or off where the place is a box to tick."""
        if spot.slot.kind != "check" or not self.wish.value:
            return self.wish
        return Setting(self.wish.name, not NOT.search(self.wish.value), "")

    async def _gone_to(self, one: Seen) -> Spot | None:
        """The place as it shows now."""
        if self.here == one.path:
            return await self._found_again(one)
        if not one.path:  # the page that showed at first is one that was not turned to
            for head in [line for path, line in self.heads.items() if path not in self.turned][:MOST]:
                await self._back_to(head)
                if (spot := await self._found_again(one)) is not None:
                    return spot
            return None
        for depth in range(1, len(one.path) + 1):
            if (line := self.heads.get(one.path[:depth])) is None:
                return None
            await self._back_to(line)
        self.here = one.path
        return await self._found_again(one)

    async def _back_to(self, head: TextLine) -> None:
        say = self.hand.say(f"Going back to {head.text}.", f"「{head.text}」に戻ります。")
        await self.hand.click(head.box.center, say)
        await self.hand.took_effect()

    async def _found_again(self, one: Seen) -> Spot | None:
        if (spot := await self._again(one)) is not None or one.scrolled == 0 == self.below:
            return spot
        for way, times in (("down", one.scrolled), ("up", self.below)):
            for _ in range(times):
                await self._scroll(one.spot, way)
                if (spot := await self._again(one)) is not None:
                    return spot
        return None

    async def _again(self, one: Seen) -> Spot | None:
        scene, view = await self.hand.scene(), await self.hand.view()
        same = [
            spot
            for spot in spots(scene, view.pixels, self.area)
            if spot.slot.kind == one.spot.slot.kind
            and similarity(spot.label, one.spot.label) >= SAME
            and (not one.spot.section or similarity(spot.section, one.spot.section) >= SAME)
        ]
        return min(same, key=lambda spot: abs(spot.slot.box.y - one.spot.slot.box.y), default=None)

    async def _stands(self, one: Seen, value: str, before: Picture, was: Spot) -> bool:
        """Whether it shows what was wished; a button that is one of several looks otherwise than before, or than those
        beside it. A mark that cannot be made out any more has at least changed."""
        spot = await self._again(one)
        if spot is None:
            changed = _differs(before, (await self.hand.view()).pixels, was.slot.widget.box)
            return was.slot.kind in ("check", "radio") and changed
        slot = spot.slot
        if slot.kind == "radio" and slot.widget.kind != "radio":
            now, box = (await self.hand.view()).pixels, slot.box
            beside = [Rect(box.x + way * box.width, box.y, box.width, box.height) for way in (1, -1)]
            same = _ground(now, box) == _ground(before, box)
            return not same or all(_ground(now, other) != _ground(now, box) for other in beside)
        if slot.kind in ("check", "radio"):
            return slot.widget.checked in (None, value == "on")
        return said_by(value, slot.value)

    def _untaken(self, spot: Spot) -> Stuck:
        return Stuck(
            self.hand.say(
                f"I found “{spot.label}”, but it did not take what I set.",
                f"「{spot.label}」は見つかりましたが、設定が反映されませんでした。",
            )
        )


def _ground(pixels: Picture, box: Rect) -> tuple[int, ...]:
    """The colour of most of it, coarsely."""
    part = pixels[max(0, box.y + 3) : box.bottom - 3, max(0, box.x + 3) : box.right - 3].reshape(-1, 3)
    return tuple(int(value) // 6 for value in np.median(part, axis=0)) if len(part) else ()


def _differs(before: Picture, now: Picture, box: Rect) -> bool:
    """Whether a mark looks otherwise than before."""
    one, other = (part[box.y : box.bottom, box.x : box.right].astype(np.int16) for part in (before, now))
    return bool(one.shape == other.shape and one.size and (np.abs(one - other).max(axis=2) > 40).mean() > 0.05)
