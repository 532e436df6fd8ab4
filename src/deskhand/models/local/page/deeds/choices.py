"""One of several chosen, boxes ticked: by the label, by where a row and a column meet, by colour, from a list."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import distance, same_row
from deskhand.models.local.page import choosing, referents
from deskhand.models.local.page.aims import calendar
from deskhand.models.local.page.aims.calendar import days_in
from deskhand.models.local.page.aims.hear import aim_of
from deskhand.models.local.page.crossings import crossing
from deskhand.models.local.page.deeds.english import in_english
from deskhand.models.local.page.deeds.finding import Place, located, places
from deskhand.models.local.page.deeds.form import Deed
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.screen.geometry import Rect


async def tick(pane: Pane, deed: Deed) -> None:
    """The box of that label, looked at again once it was clicked."""
    on = deed.kind == "tick"
    for place in await located(pane, deed.name, deed.near):
        box = _box_of(await pane.sheet(), place)
        if box is None:
            continue
        if bool(box.checked) != on:
            await pane.click(box, f"{'Tick' if on else 'Untick'} “{deed.name}”.")
            await pane.hand.took_effect()
            now = _box_of(await pane.sheet(), place)
            if now is not None and bool(now.checked) != on and place.thing is None:
                await pane.click(place.box, f"Click the label “{place.text}”.")
        return
    named = await located(pane, deed.name, deed.near, scroll=False)
    if not named:
        raise Stuck(f"I see no box to tick for {deed.name}.")
    await pane.click(named[0].box, f"Choose “{named[0].text}”.")
    await pane.hand.took_effect()


def _box_of(sheet: Sheet, place: Place) -> Thing | None:
    """The box to tick that a label is for: its own, else the nearest in its row."""
    boxes = sheet.of("checkbox", "radio")
    own = [box for box in boxes if box.box == place.box or (box.line is not None and box.line.box.intersect(place.box))]
    level = [box for box in boxes if same_row(box.box, place.box)]
    return min(own or level, key=lambda box: distance(box.box, place.box), default=None)


async def choose(pane: Pane, deed: Deed) -> None:
    """「色」は「赤」: of that question, list or row, where it is told."""
    sheet = await pane.sheet()
    if deed.name and (cell := meet(sheet, deed.name, deed.value)) is not None:
        await pane.click(cell, f"Choose {deed.value} for {deed.name}.")
        await pane.hand.took_effect()
        return
    if deed.name and any(thing.text and places(sheet, deed.name) for thing in sheet.of("select")):
        await choosing.choose(pane, f'"{deed.value}"', deed.name)
        return
    near = deed.near or deed.name
    found = places(sheet, deed.value, near)
    shown = [place for place in found if place.thing is None or place.thing.kind != "select"]
    if not shown and deed.name and (opener := places(sheet, deed.name)) and not sheet.of("select"):
        await pane.click(opener[0].box, f"Open “{deed.name}”.")
        await pane.hand.took_effect()
        shown = await located(pane, deed.value, near)
    if shown:
        box = (
            _box_of(sheet, shown[0]) if shown[0].thing is None or shown[0].thing.kind in ("checkbox", "radio") else None
        )
        if box is None or not box.checked:
            await pane.click(box or shown[0].box, f"Choose “{shown[0].text}”.")
            await pane.hand.took_effect()
        pane.last = shown[0].box
        return
    if days_in(deed.value) and await calendar.choose(pane, aim_of(f"{deed.value}を選ぶ")):
        return
    if (english := in_english(f"{deed.near}の{deed.value}" if deed.near else deed.value)) is not None:
        box_ = await referents.find(pane, f"the {english}") or await referents.find(pane, f"the {english} one")
    else:
        box_ = await referents.find(pane, deed.value) if deed.value.isascii() else None
    if box_ is not None:
        await pane.click(box_, f"Choose {deed.value}.")
        await pane.hand.took_effect()
        return
    if sheet.of("select"):
        await choosing.choose(pane, f'"{deed.value}"', deed.name)
        return
    found = await located(pane, deed.value, near)
    if not found:
        raise Stuck(
            pane.hand.say(f"I see no “{deed.value}” to choose.", f"「{deed.value}」という選択肢が見つかりません。")
        )
    await pane.click(found[0].box, f"Choose “{found[0].text}”.")
    await pane.hand.took_effect()


def meet(sheet: Sheet, one: str, other: str) -> Rect | None:
    """Where the row of one name and the column of the other meet."""
    for a in _short(one):
        for b in _short(other):
            found = crossing(sheet, f'row "{a}" column "{b}"') or crossing(sheet, f'row "{b}" column "{a}"')
            if found is not None:
                return found
    return None


def _short(name: str) -> list[str]:
    """「月曜日」 is 「月」 in a timetable, 「10時」 10:00."""
    bare = re.sub(r"(?<=[月火水木金土日])曜日?$|さん$", "", name)
    hour = re.sub(r"^(\d{1,2})時$", r"\1:00", name)
    return list(dict.fromkeys((name, bare, hour)))
