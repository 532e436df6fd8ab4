"""A day put where a form asks for one: typed as the field writes days, or clicked in the month that opens from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from deskhand.models.local import layout
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.answering import agree
from deskhand.models.local.skills.commands.days import written_like
from deskhand.models.local.skills.commands.fit import says_verb
from deskhand.models.local.skills.commands.month_grid import day_clicked, month_in, turned_to
from deskhand.models.local.skills.commands.popup import opened
from deskhand.models.local.skills.commands.slots import Slot
from deskhand.models.local.skills.commands.stage import Stage, stage
from deskhand.models.local.skills.commands.terms import alike, terms
from deskhand.models.local.skills.commands.values import day_of, is_number
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.scene import Scene

SMALLEST = 60
"""Pixels each way of a month, at least."""
LARGE = 0.25
"""Of the window that its own month takes at least: a small one beside a list chooses what the list shows."""
_DATES = "date day due when start begin from deadline"
_ENDS = "end until finish"


def place_for_day(free: Sequence[Slot]) -> Slot | None:
    """The place for a day that nobody named: what is called so, else what shows one."""
    typed = [slot for slot in free if slot.kind in ("text", "choice") and not is_number(slot.value)]
    shows = [slot for slot in typed if shows_day(slot)]
    for among in (shows, typed):
        for one in terms(_DATES):
            for slot in among:
                if any(alike(one, other) >= 0.9 for other in terms(f"{slot.label} {slot.column}")):
                    return slot
    return shows[0] if shows else None


def day_buttons(scene: Scene, area: Rect) -> list[Slot]:
    """Buttons that say a day, in reading order: a month opens from each."""
    found: list[Slot] = []
    for line in layout.in_reading_order(
        [line for line in scene.texts if area.contains(line.box.center)], lambda line: line.box
    ):
        box = layout.around(scene, line.box)
        if box is None or not written_like(date(2000, 1, 2), line.text):
            continue
        before = [one for one in scene.texts if layout.same_row(one.box, line.box) and one.box.right <= box.box.x]
        label = max(before, key=lambda one: one.box.right, default=None)
        found.append(Slot("" if label is None else label.text, "choice", box.box, line.text, box))
    return found


def shows_day(slot: Slot) -> bool:
    return bool(slot.value) and day_of(slot.value) is not None


def end_of(free: Sequence[Slot], start: Slot) -> Slot | None:
    """Where the end of the same thing is told, as a day of its own: it would else last till then."""
    ends = [
        slot
        for slot in free
        if slot.box != start.box
        and shows_day(slot)
        and any(alike(one, other) >= 0.9 for one in terms(slot.label) for other in terms(_ENDS))
    ]
    return ends[0] if len(ends) == 1 else None


async def put_day(hand: Hand, area: Rect, slot: Slot, day: date, *, unfold: bool = True) -> bool:
    """Whether it stands there now, or was clicked; False where it has to be typed like any other value. ``unfold``: in
    what opens, the day may have a button of its own."""
    if day_of(slot.value) == day:
        return True
    if slot.kind == "text" and written_like(day, slot.value):
        return False
    before, where, title = (await hand.view()).pixels, slot.box, (await hand.view()).focus
    label = slot.label.rstrip(" :：") or hand.say("the date", "日付")
    at = Point(where.right - min(16, where.width // 4), where.center.y) if slot.kind == "choice" else where.center
    await hand.click(at, hand.say(f"Opening “{label}”.", f"「{label}」を開きます。"))
    if not await hand.took_effect():
        await hand.wait(1)  # what unfolds does so slowly
    shown = opened(before, (await hand.view()).pixels, None, None, SMALLEST)
    if shown is None or month_in(await hand.scene(), shown.grow(6)) is None:
        within = None if shown is None else shown.grow(8).intersect(area.grow(4))
        buttons = [] if within is None or not unfold else day_buttons(await hand.scene(), within)
        if buttons:
            return await put_day(hand, area, buttons[0], day, unfold=False)
        if shown is not None and shown.intersect(area) != shown:
            await hand.key("Escape", hand.say("Closing the list.", "一覧を閉じます。"))
            await hand.took_effect()
        return False
    inside = shown.intersect(area.grow(8)) == shown
    if not await day_clicked(hand, shown.grow(6), day, date.today()):
        return False
    await hand.took_effect()
    front = await hand.front()
    if title and (await hand.view()).focus not in (None, title) and front is not None:  # a window of its own
        await agree(hand, front.body, "")
        await hand.took_effect()
    elif not inside and month_in(await hand.scene(), shown.grow(6)) is not None:
        await hand.key("Escape", hand.say("Closing the month.", "カレンダーを閉じます。"))
        await hand.took_effect()
    return True


async def day_chosen(hand: Hand, words: str, values: Sequence[str]) -> tuple[date, Stage] | None:
    """Choose the day in the month that the window itself is, before something is added there: many programs add to the
    day that is chosen. The day and the screen before it was clicked."""
    days = [day for value in values if (day := day_of(value)) is not None]
    front = await hand.front()
    if front is None or len(days) != 1 or not says_verb("add", [words]):
        return None
    month = month_in(await hand.scene(), front.box)
    if month is None or month.box.area < LARGE * front.box.area:
        return None
    if await turned_to(hand, front.box, days[0], date.today()) is None:
        return None
    await hand.step_aside()
    before = await stage(hand)
    return (days[0], before) if await day_clicked(hand, front.box, days[0], date.today()) else None
