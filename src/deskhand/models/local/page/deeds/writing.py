# ruff: noqa: E501 - a condition is read more easily in one line
"""Values written: into the field of a label, by the keys of a pad on the page, or found out on the page first."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.aims.likeness import has, spoken_of, words
from deskhand.models.local.page.columns import parted
from deskhand.models.local.page.crossings import crossing
from deskhand.models.local.page.deeds import choices
from deskhand.models.local.page.deeds.english import in_english
from deskhand.models.local.page.deeds.finding import places
from deskhand.models.local.page.deeds.form import Deed
from deskhand.models.local.page.doings import doing
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.models.local.page.skills.sequences import press_each
from deskhand.vision.scene import TextLine

_VALUE = re.compile(r"-?[\d][\d,.:]*")


async def enter(pane: Pane, deed: Deed) -> None:
    """By keys on the page where there are any for it; else into the field of that label."""
    value = deed.value
    if not deed.literal and deed.value:
        value = await find_out(pane, deed.value)
    sheet = await pane.sheet()
    if (not deed.name and has_keys(sheet, value)) or (
        has_keys(sheet, value) and _field(sheet, deed.name, sure=True) is None
    ):
        await press_each(pane, value)
        return
    if deed.near in ("両方", "二つ", "2つ", "すべて", "全部"):
        for each in _fields(sheet):
            if spoken_of(deed.name, sheet.label(each.box)) >= 0.7 or not deed.name:
                await pane.fill(each, value, clear=True)
        return
    if deed.name and _field(sheet, deed.name, sure=True) is None and places(sheet, value):
        await choices.choose(pane, replace(deed, kind="choose"))  # 「満足度は「普通」と入力」 where options stand
        return
    field = _field(sheet, deed.name)
    if field is None:
        raise Stuck(pane.hand.say(f"I see no field for “{deed.name}”.", f"「{deed.name}」の入力欄が見つかりません。"))
    await pane.fill(field, value, clear=True)
    pane.kept = None


def has_keys(sheet: Sheet, value: str) -> bool:
    """Whether every sign of it has a key on the page, of a pad with ten or more."""
    faces = {thing.text.strip() for thing in sheet.of("button", "card", "shape") if len(thing.text.strip()) == 1}
    return len(faces) >= 9 and bool(value) and all(sign in faces for sign in re.sub(r"[\s-]", "", value))


def _fields(sheet: Sheet) -> list[Thing]:
    return [
        thing for thing in sheet.of("field", "area")
        if thing.box.width > 1.5 * sheet.unit and not _in_table(sheet, thing)
    ]  # fmt: skip


def _field(sheet: Sheet, name: str, *, sure: bool = False) -> Thing | None:
    """The field whose label is ``name``, or says most of it; else the first that is empty."""
    fields = _fields(sheet)
    if name:
        rated = [
            (
                max(
                    spoken_of(sheet.label(each.box), name),
                    spoken_of(name, sheet.label(each.box)),
                    spoken_of(each.text, name),
                ),
                each,
            )
            for each in fields
        ]
        best = max(rated, key=lambda pair: pair[0], default=None)
        if best is not None and best[0] >= 0.7:
            return best[1]
    if sure:
        return None
    return next((each for each in fields if not each.text), next(iter(fields), None))


def _in_table(sheet: Sheet, thing: Thing) -> bool:
    """Whether an empty frame is the cell of a table: faces like it touch it on two sides."""
    beside = [
        other for other in sheet.things
        if other.box != thing.box and abs(other.box.height - thing.box.height) < 3 and abs(other.box.y - thing.box.y) < 3
        and 0 <= max(other.box.x - thing.box.right, thing.box.x - other.box.right) <= 4
    ]  # fmt: skip
    return bool(beside)


async def find_out(pane: Pane, asked: str) -> str:
    """「佐藤さんの国語の点数」: where the row of one word and the column of another meet; else the value beside the word."""
    sheet = await pane.sheet()
    if (sum_ := re.match(r"([\d.]+(?:\s*[-+*/×÷−＋－xX]\s*[\d.]+)+)", asked)) is not None:
        called = doing(f"What is {sum_[1].replace('＋', '+').replace('－', '-')}")
    elif re.search(r"合計|足した|総額", asked):
        called = doing("add up all the prices")
    elif (counted := re.fullmatch(r"(.+)の(?:数|個数)", asked)) is not None and (what := in_english(counted[1])):
        called = doing(f"count the {what}s")
    else:
        called = None
    if called is not None:
        await called[0](pane, called[1])
        return pane.kept or ""
    cells = [cell for cell in parted(sheet.lines) if cell.text.strip()]
    told = [part for part in re.split(r"の|さん|くん|ちゃん", asked) if part]
    for one in told:
        for other in told:
            if one != other and (box := crossing(sheet, f'row "{one}" column "{other}"')) is not None:
                read = [cell.text.strip() for cell in cells if box.contains(cell.box.center)]
                if read:
                    pane.kept = read[0]
                    return read[0]
    value = _beside(sheet, cells, asked)
    if value is None:
        raise Stuck(pane.hand.say(f"I see no “{asked}” on the page.", f"ページに「{asked}」が見つかりません。"))
    pane.kept = value
    return value


def _beside(sheet: Sheet, cells: list[TextLine], asked: str) -> str | None:
    """What stands in the row of the words that are asked for, or right under them."""
    keys = words(asked)
    rated = [(sum(has(cell.text, word) for word in keys), cell) for cell in cells]
    best = max(rated, key=lambda pair: pair[0], default=None)
    if best is None or best[0] == 0:
        return None
    label = best[1]
    inside = re.search(r"[:：は]\s*(\S.*)$", label.text)
    if inside is not None:
        return inside[1].strip()
    level = [cell for cell in cells if cell is not label and same_row(cell.box, label.box) and cell.box.x > label.box.x]
    under = [
        cell for cell in cells if 0 < cell.box.y - label.box.y < 4 * sheet.unit and cell.box.x < label.box.right + 40
    ]
    nearest = [*sorted(level, key=lambda cell: cell.box.x), *sorted(under, key=lambda cell: cell.box.y)]
    return nearest[0].text.strip() if nearest else None
