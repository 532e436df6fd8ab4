"""Dates and times: calendars that open under a field, and fields with a part for hours and one for minutes."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page import choosing
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Thing
from deskhand.models.local.page.skills import clock
from deskhand.models.local.page.words import MONTHS, Day, day_of
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import similarity
from deskhand.vision.scene import TextLine

_MOST_MONTHS = 40


async def pick(pane: Pane, match: re.Match[str]) -> None:
    """``Select 12/08/2016 as the date and hit submit``."""
    day = day_of(match["date"])
    fields = await pane.things("field")
    if day is not None and len(parts := await pane.things("select")) > 1:
        await choosing.choose_date(pane, parts, day)
        await pane.submit()
        return
    if day is None or not fields:
        raise Stuck(f"I see no field for the date {match['date']}.")
    if re.search(r"m+.?d+.?y+|d+.?m+.?y+", fields[0].text):
        await type_into(pane, fields[0], day)
    else:
        await pick_in(pane, fields[0], day)
    await pane.submit()


async def type_into(pane: Pane, field: Thing, day: Day) -> None:
    """A browser's own field for a date: its parts are typed in the order that it shows."""
    month_first = field.text.lower().find("m") < field.text.lower().find("d")
    parts = f"{day.month:02d}{day.day:02d}" if month_first else f"{day.day:02d}{day.month:02d}"
    await pane.click(Point(field.box.x + int(0.4 * field.box.height), field.box.center.y), "Click the first part.")
    await pane.hand.type(f"{parts}{day.year}", f"Type {day.day}.{day.month}.{day.year}.")


async def pick_in(pane: Pane, field: Thing | Rect, day: Day) -> None:
    """Open the field's calendar, turn to the month, click the day."""
    await pane.click(field, "Open the calendar.")
    for _ in range(_MOST_MONTHS):
        head = await _head(pane)
        if head is None:
            raise Stuck("No calendar opened under the date's field.")
        line, year, month = head
        ahead = (day.year - year) * 12 + day.month - month
        if ahead == 0:
            break
        await _turn(pane, line, forward=ahead > 0, times=min(abs(ahead), 6))
    else:
        raise Stuck(f"The calendar does not reach {day.month}/{day.year}.")
    cell = await _cell(pane, head[0], day.day)
    if cell is None:
        raise Stuck(f"I do not see day {day.day} in the calendar.")
    await pane.click(cell, f"Click {day.day}.")


async def _head(pane: Pane) -> tuple[TextLine, int, int] | None:
    """The line with month and year, and what it says."""
    for line in await pane.lines():
        found = re.search(r"([A-Za-z]{3,9})\.?\s*(\d{4})", line.text)
        if not found:
            continue
        word = found[1].lower()
        best = max(MONTHS, key=lambda month: similarity(month, word))
        if similarity(best, word) > 0.8 or any(month.startswith(word) for month in MONTHS):
            index = next((i for i, m in enumerate(MONTHS) if m.startswith(word)), MONTHS.index(best))
            return line, int(found[2]), index + 1
    return None


async def _turn(pane: Pane, head: TextLine, *, forward: bool, times: int) -> None:
    """The arrows stand at both ends of the head's bar."""
    sheet = await pane.sheet()
    y = head.box.center.y
    row = [thing.box for thing in sheet.things if abs(thing.box.center.y - y) < sheet.unit]
    row += [mark.box for mark in sheet.marks if abs(mark.box.center.y - y) < sheet.unit]
    small = [box for box in row if box.width < 3 * sheet.unit and box.height < 2.5 * sheet.unit]
    side = [box for box in small if (box.x > head.box.right if forward else box.right < head.box.x)]
    if side:
        box = max(side, key=lambda box: box.area)
        point = box.center
    else:
        span = await _span(pane, head)
        point = Point(span.right - int(0.9 * sheet.unit) if forward else span.x + int(0.9 * sheet.unit), y)
    for _ in range(times):
        await pane.click(point, "Next month." if forward else "Month before.")


async def _span(pane: Pane, head: TextLine) -> Rect:
    """The width of the calendar: that of its row of days' names."""
    lines = [
        line for line in await pane.lines() if head.box.bottom < line.box.y < head.box.bottom + 5 * head.box.height
    ]
    left = min([line.box.x for line in lines], default=head.box.x)
    right = max([line.box.right for line in lines], default=head.box.right)
    return Rect(left, head.box.y, right - left, head.box.height)


async def _cell(pane: Pane, head: TextLine, day: int) -> Rect | None:
    """The square with that number, below the head; seen by its number or by its place among the others."""
    sheet = await pane.sheet()
    cells: list[tuple[int, Rect]] = []
    for line in sheet.lines:
        if line.box.y <= head.box.bottom:
            continue
        for word in line.words:
            if re.fullmatch(r"\d{1,2}", word.text) and 1 <= int(word.text) <= 31:
                cells.append((int(word.text), word.box))
    exact = [box for number, box in cells if number == day]
    if exact:
        return exact[0]
    return _by_place(cells, day)


def _by_place(cells: list[tuple[int, Rect]], day: int) -> Rect | None:
    """One that was not read: a week above, below, or a day beside one that was."""
    known = dict(cells)
    for step in (7, -7):
        if day - step in known and day - 2 * step in known:
            a, b = known[day - 2 * step], known[day - step]
            return Rect(2 * b.x - a.x, 2 * b.y - a.y, b.width, b.height)
    for step in (1, -1):
        if day - step in known and day - 2 * step in known and known[day - step].y == known[day - 2 * step].y:
            a, b = known[day - 2 * step], known[day - step]
            return Rect(2 * b.x - a.x, b.y, b.width, b.height)
    return None


async def time(pane: Pane, match: re.Match[str]) -> None:
    """``Enter 8:45 PM as the time and press submit``: turned by arrows, or the parts typed one after the other."""
    if await clock.turn(pane, [part for part in (match["hour"], match["minute"], match["half"]) if part]):
        return
    fields = await pane.things("field", "button")
    hour, minute, half = int(match["hour"]), int(match["minute"]), (match["half"] or "").upper()
    shown = [field for field in fields if field.kind == "field"] or list(fields)
    if not shown:
        raise Stuck("I see no field for the time.")
    box = shown[0].box
    await pane.click(Point(box.x + int(0.7 * box.height), box.center.y), "Click the hours.")
    await pane.hand.type(f"{hour:02d}{minute:02d}{half[:2]}", f"Type {hour}:{minute:02d} {half}.")
    await pane.submit()
