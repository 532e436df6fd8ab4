"""The last way, in any program: to look behind whatever may lead there, the likeliest first, until it shows.

Skills know where programs usually keep a thing; of 36 tasks on programs never met, 23 ended with a question because it
stood elsewhere: on a tile, in a list at the window's foot, behind a button that nobody would call a menu. So everything
that can be pressed is weighed by what it says, what opens is looked at in the same way, and where it leads nowhere one
goes back. Nothing is pressed on a hunch that loses, sends or leaves something (`goal.harms`).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.skills.arrived import shown
from deskhand.models.local.skills.commands.answering import agree, no_button
from deskhand.models.local.skills.commands.controls import Control, controls, popped_up
from deskhand.models.local.skills.commands.fit import SURE, fit
from deskhand.models.local.skills.commands.form import put
from deskhand.models.local.skills.commands.goal import RELATED, Goal, goal_of, harms
from deskhand.models.local.skills.commands.popup import opened
from deskhand.models.local.skills.commands.preferences import leave, set_in
from deskhand.models.local.skills.commands.setting_place import place_for, value_for
from deskhand.models.local.skills.commands.stage import Stage, dialog_since, led_elsewhere, stage
from deskhand.models.local.skills.commands.stepping import number_shown, says_way
from deskhand.models.local.skills.commands.terms import verb
from deskhand.models.local.skills.commands.ticks import says_state
from deskhand.models.local.skills.common import dialog_in_front
from deskhand.models.local.skills.sizing import made_large
from deskhand.models.local.steps import Step
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture

PRESSES = 9
"""Things that are looked into at most."""
DEEP = 3
"""One behind the other at most."""
SAYS = 0.72
"""What something must say of a value to be chosen for it."""
STEPS = 12
"""Presses of “next” at most."""
SMALL = 30
"""Pixels each way of what opens, at least."""
SIGN = 8
"""Pixels each way of the smallest change that shows an outcome."""

Path = tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """What shows: the window itself, or what opened over it."""

    area: Rect
    kind: str
    found: tuple[Control, ...]


async def last_way(hand: Hand, step: Step, again: Callable[[], Awaitable[str]]) -> str:
    """By looking behind what shows; else in a larger window, where menus and buttons show that had no room: ``again``
    in the usual ways, and by looking once more."""
    if found := await sought(hand, step):
        return found
    if await goal_of(hand, step) is None or not await made_large(hand):
        return ""
    try:
        return await again()
    except Refused:
        raise
    except Stuck:
        return await sought(hand, step)


async def sought(hand: Hand, step: Step) -> str:
    """The sentence for what was found and chosen; "" where nothing that leads there was found."""
    goal = await goal_of(hand, step)
    front = await hand.front()
    if goal is None or front is None or not (goal.words or goal.value):
        return ""
    if harms(goal.words, "") and not goal.value:
        return ""
    await hand.step_aside()  # what the pointer stands on looks otherwise
    return await Search(hand, goal, await stage(hand), front.box).look()


class Search:
    def __init__(self, hand: Hand, goal: Goal, before: Stage, window: Rect) -> None:
        self.hand, self.goal, self.before, self.window = hand, goal, before, window
        self.tried: set[tuple[str, ...]] = set()
        self.ahead: list[tuple[float, Path]] = []

    async def look(self) -> str:
        """Best first; what opens adds what it holds."""
        if done := await self._chosen(await self._here(()), ()):
            return done
        for _ in range(PRESSES):
            self.ahead.sort(key=lambda one: -one[0])
            if not self.ahead:
                break
            _, path = self.ahead.pop(0)
            place = await self._at(path)
            if place is not None and (done := await self._chosen(place, path)):
                return done
            await self._back()
        return ""

    async def _here(self, path: Path) -> Place:
        scene, view = await self.hand.scene(), await self.hand.view()
        front = await self.hand.front()
        area = self.window if front is None else front.box
        return self._noted(Place(area, "window", tuple(controls(scene, view.pixels, area))), path)

    def _noted(self, place: Place, path: Path) -> Place:
        """Remember what may lead further from here."""
        if len(path) < DEEP:
            for control in place.found:
                key = (*(one.label for one in path), control.label)
                likely = self.goal.leads(control)
                opens = control.kind in ("list", "menu", "tab") or (control.kind == "button" and not path)
                if key not in self.tried and opens and likely >= RELATED:
                    self.tried.add(key)
                    self.ahead.append((likely * 0.95 ** len(path), (*path, control)))
        return place

    async def _at(self, path: Path) -> Place | None:
        """Press one thing after the other; what shows then."""
        place: Place | None = None
        for number in range(len(path)):
            place = await self._pressed(path[: number + 1], place)
            if place is None:
                return None
        return place

    async def _pressed(self, path: Path, inside: Place | None) -> Place | None:
        hand, control = self.hand, path[-1]
        now = await stage(hand)
        if inside is not None:
            again = [one for one in inside.found if one.label == control.label]
            if not again:
                return None
            control = again[0]
        say = hand.say(f"Looking behind “{control.label}”.", f"「{control.label}」の中を見ます。")
        await hand.click(control.box.center, say)
        if not await hand.took_effect():
            return None
        if (dialog := await dialog_since(hand, now)) is not None:
            scene, view = await hand.scene(), await hand.view()
            return self._noted(Place(dialog, "dialog", tuple(controls(scene, view.pixels, dialog))), path)
        area = opened(now.pixels, (await hand.view()).pixels, control.box, control.box)
        if area is None or area.width < SMALL or area.height < SMALL:
            return None
        if inside is not None and inside.kind == "popup" and inside.area.intersect(area):
            area = area.union(inside.area)  # one pane that slid in where the other stood
        scene, view = await hand.scene(), await hand.view()
        hand.popup = area
        if control.kind == "tab":
            return await self._here(path)
        return self._noted(Place(area, "popup", tuple(popped_up(scene, view.pixels, area))), path)

    async def _chosen(self, place: Place, path: Path) -> str:
        """What is wanted, where it shows here: chosen, agreed to, and seen to be so; "" where it does not show."""
        hand, goal = self.hand, self.goal
        if place.kind == "dialog" and (label := await self._set_there(place)):
            return self._told(path, label)
        if place.kind == "window" and (goal.value or goal.switch) and (label := await self._put_there(place)):
            return self._told(path, label)
        if goal.switch and place.kind != "popup":
            return ""
        if goal.number is not None and (told := await self._stepped(place, path)):
            return told
        least = SAYS
        fits = [(goal.says(one, path), one) for one in place.found if one not in path]
        score, best = max(fits, key=lambda pair: pair[0], default=(0.0, None))
        if best is None or score < least or (not goal.value and harms(best.label, goal.words)):
            return ""
        if best.kind == "list" and not path:
            return ""  # it stands there already, or what it opens is still to be looked at
        shown = (await hand.view()).pixels
        say = hand.say(f"Choosing {best.label}.", f"「{best.label}」を選びます。")
        await hand.click(best.box.center, say)
        await hand.took_effect()
        if await dialog_since(hand, self.before) is not None and await dialog_in_front(hand):
            front = await hand.front()
            if front is not None:
                await agree(hand, front.body, goal.words)
                await hand.took_effect()
        if place.kind == "popup":
            await self._put_away(place.area, shown)
        elif goal.value:
            await self._begin(best)
        if not await self._shows(path):
            raise Stuck(
                hand.say(
                    f"I chose “{best.label}”, but nothing shows that it took effect.",
                    f"「{best.label}」を選びましたが、画面には変化が現れませんでした。",
                )
            )
        if goal.switch and not says_state((best.label,), goal.on) and not await self._switched(path, best):
            raise Stuck(
                hand.say(
                    f"I chose “{best.label}”, but nothing shows whether it is {'on' if goal.on else 'off'} now.",
                    f"「{best.label}」を選びましたが、{'オン' if goal.on else 'オフ'}になったか確かめられません。",
                )
            )
        return self._told(path, best.label)

    async def _switched(self, path: Path, chosen: Control) -> bool:
        """Whether the mark in the row of what was chosen stands as wanted; to have gone somewhere is no switch."""
        if await led_elsewhere(self.hand, self.before):
            return False
        again = await self._at(path) if path else await self._here(())
        if again is None:
            return False
        marks = [one for one in (await self.hand.scene()).widgets if one.checked is not None]
        own = [one for one in again.found if one.label == chosen.label]
        level = [one for one in marks if own and same_row(one.box, own[0].box)]
        if path:
            await self._back()
        return any(one.checked is self.goal.on for one in level)

    async def _stepped(self, place: Place, path: Path) -> str:
        """On or back by what says “next” and “previous”, until the window tells the number that is wanted."""
        hand, goal = self.hand, self.goal
        now: Place | None = place
        for pressed in range(STEPS):
            number = await number_shown(hand, goal.words)
            if number is None or number == goal.number:
                return self._told(path, f"{goal.number}") if number is not None and pressed else ""
            way = hand.say("next", "次") if number < (goal.number or 0) else hand.say("previous", "前の")
            ways = [one for one in now.found if says_way(way, one.label)] if now is not None else []
            if not ways:
                return ""
            shown = (await hand.view()).pixels
            await hand.click(
                ways[0].box.center, hand.say(f"Choosing {ways[0].label}.", f"「{ways[0].label}」を選びます。")
            )
            await hand.took_effect()
            if await number_shown(hand, goal.words) == number:
                return ""
            if path and now is not None:
                closed = opened(shown, (await hand.view()).pixels, now.area, None, SMALL) is not None
                now = await self._at(path) if closed else now
        return ""

    async def _set_there(self, place: Place) -> str:
        try:
            label = await set_in(self.hand, place.area, self.goal.setting)
        except Refused:
            raise
        except Stuck:
            return ""
        if label:
            await leave(self.hand, place.area)
        return label

    async def _put_there(self, place: Place) -> str:
        """Into its field, its list or its box, where the window itself has one for it."""
        slot = await place_for(self.hand, place.area, self.goal.setting)
        if slot is None or slot.grey or not await put(self.hand, slot, value_for(slot, self.goal.setting)):
            return ""
        await self.hand.step_aside()
        seen = not self.goal.value or await shown(self.hand, self.goal.value)
        return (slot.label or slot.column) if seen else ""

    async def _begin(self, chosen: Control) -> None:
        """Press what begins it, where that is a button of its own beside the choice."""
        scene, view, front = await self.hand.scene(), await self.hand.view(), await self.hand.front()
        if front is None or verb(self.goal.words) is None:
            return
        fits = [(fit(self.goal.words, one.label), one) for one in controls(scene, view.pixels, front.box)]
        score, best = max(fits, key=lambda pair: pair[0], default=(0.0, chosen))
        if score >= SURE and best.label != chosen.label:
            say = self.hand.say(f"Choosing {best.label}.", f"「{best.label}」を選びます。")
            await self.hand.click(best.box.center, say)
            await self.hand.took_effect()

    async def _put_away(self, area: Rect, shown: Picture) -> None:
        """Close a pane that stays open after its choice."""
        if opened(shown, (await self.hand.view()).pixels, area, None, SMALL) is None:
            await self.hand.key("Escape", self.hand.say("Closing the list.", "一覧を閉じます。"))
            await self.hand.took_effect()

    async def _shows(self, path: Path) -> bool:
        """Whether the window looks otherwise than before all of this; else whether what was chosen is marked there."""
        hand = self.hand
        await hand.step_aside()
        view = await hand.view()
        if opened(self.before.pixels, view.pixels, None, None, SIGN) is not None or view.focus != self.before.title:
            return True
        again = await self._at(path) if path else None
        if again is None:
            return False
        scene = await hand.scene()
        marked = [one for one in scene.widgets if one.checked and again.area.contains(one.box.center)]
        best = max(again.found, key=lambda one: self.goal.says(one, path), default=None)
        await self._back()
        return best is not None and any(abs(one.box.center.y - best.box.center.y) <= best.box.height for one in marked)

    async def _back(self) -> None:
        """To the window as it was: by Cancel, else by Escape."""
        hand = self.hand
        for _ in range(DEEP):
            front, view = await hand.front(), await hand.view()
            other = await dialog_since(hand, self.before)
            if other is None and opened(self.before.pixels, view.pixels, None, None, SMALL) is None:
                return
            say = hand.say("Not here; going back.", "ここにはないので戻ります。")
            cancel = None if other is None or front is None else no_button(await hand.scene(), front.body, "Cancel")
            await (hand.key("Escape", say) if cancel is None else hand.click(cancel.box.center, say))
            if not await hand.took_effect():
                return

    def _told(self, path: Path, label: str) -> str:
        said = " > ".join([*(one.label for one in path), label])
        return self.hand.say(f"I chose “{said}”.", f"「{said}」を選びました。")
