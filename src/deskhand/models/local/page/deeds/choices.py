"""One of several chosen, boxes ticked: by the label, by where a row and a column meet, by colour, from a list."""

from __future__ import annotations

import re
from collections.abc import Callable

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import distance, same_row
from deskhand.models.local.page import choosing, referents
from deskhand.models.local.page.aims import calendar, entries
from deskhand.models.local.page.aims.calendar import days_in
from deskhand.models.local.page.aims.hear import aim_of
from deskhand.models.local.page.aims.items import items_of
from deskhand.models.local.page.aims.pick import pick
from deskhand.models.local.page.crossings import crossing
from deskhand.models.local.page.deeds.english import in_english
from deskhand.models.local.page.deeds.finding import Place, located, places
from deskhand.models.local.page.deeds.form import Deed
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.models.local.page.ticking import tick_rows
from deskhand.screen.geometry import Rect


async def tick(pane: Pane, deed: Deed) -> None:
    """The box of that label, looked at again once it was clicked."""
    on = deed.kind == "tick"
    if (fits := limit_in(deed.of)) is not None:
        await _tick_those(pane, fits, on=on)
        return
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


_LIMIT = re.compile(
    r"(?P<n>\d[\d,]*(?:\.\d+)?)\s*[^\d\s、。]{0,3}?(?:(?P<most>以下|まで)|(?P<under>未満|より(?:も)?(?:安|低|小さ|少な|軽|短))|(?P<least>以上)|(?P<over>より(?:も)?(?:高|大き|多|重|長)|を超え))"
)


def limit_in(words: str) -> Callable[[float], bool] | None:
    """「500円以下」 as a test of a number; None where no limit is told."""
    found = _LIMIT.search(words)
    if found is None:
        return None
    n = float(found["n"].replace(",", ""))
    if found["most"] or found["under"]:
        return lambda value: value < n or (bool(found["most"]) and value == n)
    return lambda value: value > n or (bool(found["least"]) and value == n)


async def _tick_those(pane: Pane, fits: Callable[[float], bool], *, on: bool) -> None:
    """Every box in whose row stands a number that fits."""
    done = False
    for box in (await pane.sheet()).of("checkbox"):
        row = " ".join(line.text for line in (await pane.sheet()).lines if same_row(line.box, box.box)) or box.text
        numbers = [float(text.replace(",", "")) for text in re.findall(r"\d[\d,]*(?:\.\d+)?", row)]
        if numbers and fits(numbers[-1]):
            done = True
            if bool(box.checked) != on:
                await pane.click(box, f"{'Tick' if on else 'Untick'} “{box.text}”.")
    if not done:
        raise Stuck("I see nothing to tick that fits.")


def _box_of(sheet: Sheet, place: Place) -> Thing | None:
    """The box to tick that a label is for: its own, else the nearest in its row."""
    boxes = sheet.of("checkbox", "radio")
    own = [box for box in boxes if box.box == place.box or (box.line is not None and box.line.box.intersect(place.box))]
    level = [box for box in boxes if same_row(box.box, place.box)]
    return min(own or level, key=lambda box: distance(box.box, place.box), default=None)


async def choose(pane: Pane, deed: Deed) -> None:
    """「色」は「赤」: of that question, list or row, where it is told."""
    if (fits := limit_in(deed.of)) is not None and (await pane.things("checkbox")):
        await _tick_those(pane, fits, on=True)
        return
    if (whose := _ALL_OF.search(deed.of)) is not None and await tick_rows(pane, whose["who"].strip("「」 ")):
        return
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
    boxes = [place for place in shown if place.thing is not None and place.thing.kind in ("checkbox", "radio")]
    shown = boxes or shown  # and not the question above them, in which the word stands too
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
    if near and (
        entry := pick(sheet, items_of(sheet), aim_of(near))
    ):  # 佐藤さんからのメール: the entry is told, not named
        box = entries.box_of(sheet, entry[0])
        if box is None or not box.checked:
            await pane.click(box or entry[0].name.box, f"Choose “{entry[0].name.text}”.")
            await pane.hand.took_effect()
        return
    found = await located(pane, deed.value, near)
    if not found:
        raise Stuck(
            pane.hand.say(f"I see no “{deed.value}” to choose.", f"「{deed.value}」という選択肢が見つかりません。")
        )
    await pane.click(found[0].box, f"Choose “{found[0].text}”.")
    await pane.hand.took_effect()


_ALL_OF = re.compile(
    r"(?P<who>[^、。のは]+?)(?:さん|様|さま|くん|君|氏)?(?:から|宛て?|あて|に関する|についてのもの|について)?の[^、。のをは]{1,8}(?:を|は)、?(?:すべて|全て|全部|みんな|ぜんぶ)"
)
"""「佐藤さんからのメールをすべて」."""


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
