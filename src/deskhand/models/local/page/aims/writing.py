"""Words put into the field that they are for, after whoever they are for has been chosen."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.aims.controls import controls_of, fitting
from deskhand.models.local.page.aims.entries import new_controls
from deskhand.models.local.page.aims.hear import Aim, bare
from deskhand.models.local.page.aims.items import items_of
from deskhand.models.local.page.aims.likeness import spoken_of
from deskhand.models.local.page.aims.pick import pick
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.screen.geometry import Point

_CODE = re.compile(r"\b(?:code|PIN|passcode|OTP)\b|コード|暗証|認証番号", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![\d.,])(\d{3}[ -]?\d{3}|\d{4,8})(?![\d.,])")


def fields(sheet: Sheet) -> list[Thing]:
    """What can be written into, the empty ones first."""
    texts = [
        thing for thing in sheet.of("field", "area") if len(thing.text) < 60 and thing.box.height > 1.2 * sheet.unit
    ]
    bars = [
        thing for thing in sheet.of("shape", "knob", "card")
        if not thing.text and thing.box.width > 12 * sheet.unit and 1.8 * sheet.unit < thing.box.height < 4 * sheet.unit
        and min(thing.colour) > 205
    ]  # fmt: skip
    return sorted([*texts, *bars], key=lambda thing: bool(thing.text))


def field_for(sheet: Sheet, said: str) -> Thing | None:
    """The field whose label or hint the wish speaks of; the only one that is empty, or the lowest of these."""
    known = fields(sheet)
    scored = [(max(spoken_of(sheet.label(each.box), said), spoken_of(each.text, said)), each) for each in known]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best is not None and best[0] >= 0.5:
        return best[1]
    hints = [
        each
        for each in known
        if each.kind != "field" or not each.text or each.text.rstrip().endswith(("…", "...", "?", "？"))
    ]
    return max(hints or known, key=lambda each: each.box.y, default=None)


async def write(pane: Pane, aim: Aim) -> bool:
    """``write "A bit loud" and post it``; ``佐藤さんに「10分遅れます」と送って``."""
    if not aim.quotes or not {"write", "send", "reply", "add", "search", "rename", "edit", "set"} & set(aim.acts):
        return False
    sheet = await pane.sheet()
    said = bare(aim.text)
    items = items_of(sheet)
    whom = pick(sheet, items, Aim(said, aim.about, aim.acts, (), aim.most))
    field = field_for(sheet, said)
    labelled = field is not None and spoken_of(sheet.label(field.box) or field.text, said) >= 0.5
    if whom and not labelled and len(whom) < len(items):
        pane.last = whom[0].box
        line = max(whom[0].lines, key=lambda line: (spoken_of(line.text, said), line is whom[0].name))
        await pane.click(line.box, f"Choose “{line.text}”.")
        await pane.hand.took_effect()
        after = await pane.sheet()
        field = field_for(after, said)
        opened = fitting(new_controls(sheet, after), [act for act in aim.acts if act != "send"], "")
        if field is None and opened:
            await pane.click(opened[0][1].box, f"Click “{opened[0][1].label}”.")
            await pane.hand.took_effect()
            field = field_for(await pane.sheet(), said)
    if field is None:
        found = fitting(controls_of(sheet), aim.acts, "")
        if not found:
            return False
        await pane.click(found[0][1].box, f"Click “{found[0][1].label}”.")
        await pane.hand.took_effect()
        field = field_for(await pane.sheet(), said)
    if field is None:
        raise Stuck("I see no field to write into.")
    await pane.fill(field, aim.quotes[-1], clear=bool({"rename", "edit", "set"} & set(aim.acts)))
    if sends := [act for act in aim.acts if act in ("send", "search", "reply", "add", "save")]:
        found = [
            pair
            for pair in fitting(controls_of(await pane.sheet()), sends, "")
            if pair[1].face or pair[1].box.y >= field.box.y - 4
        ]
        if found:
            await pane.click(found[0][1].box, f"Click “{found[0][1].label}”.")
        elif "send" in aim.acts or "search" in aim.acts:
            await pane.key("Return")
    return True


async def enter_code(pane: Pane, aim: Aim) -> bool:
    """``Sign me in with the code that has just come in``: a number that the page shows, into its fields."""
    if not _CODE.search(aim.said):
        return False
    sheet = await pane.sheet()
    told = [
        (bool(_CODE.search(line.text)), found[1])
        for line in sheet.lines
        for found in _DIGITS.finditer(line.text)
    ]  # fmt: skip
    if not told:
        return False
    code = re.sub(r"\D", "", max(told, key=lambda pair: pair[0])[1])
    small = [
        t
        for t in sheet.things
        if not t.text and 1.2 * sheet.unit < t.box.height < 5 * sheet.unit and min(t.colour) > 225
    ]
    rows = [t for t in small if abs(t.box.y - small[0].box.y) < 5] if small else []
    at = rows[0] if len(rows) > 2 else field_for(sheet, aim.said) or (small[0] if small else None)
    if at is None:
        return False
    await pane.fill(at, code)
    found = fitting(controls_of(await pane.sheet()), ("login", "confirm", "send"), aim.said)
    faces = [pair for pair in found if pair[1].face]
    if faces:
        await pane.click(faces[0][1].box, f"Click “{faces[0][1].label}”.")
    return True


_REPLACES = re.compile(
    r"\b(?:replace|swap|exchange|change|substitute|rename)\b|置き換え|差し替え|変更|変え", re.IGNORECASE
)


async def replace(pane: Pane, aim: Aim) -> bool:
    """``Replace the keyword "draft" with "repair"``: its own cross takes the old one away, the new one is typed."""
    if len(aim.quotes) != 2 or not _REPLACES.search(aim.text):
        return False
    old, new = aim.quotes
    sheet = await pane.sheet()
    for line in sheet.lines:
        at = line.text.lower().find(old.lower())
        if at < 0:
            continue
        after = line.text[at + len(old) :].lstrip()
        cross = next((i for i in range(at + len(old), len(line.text)) if line.text[i] in "×✕✖xX"), None)
        marks = [
            m.box
            for m in sheet.marks
            if 0 <= m.box.x - line.box.x < line.box.width + 2 * sheet.unit
            and abs(m.box.center.y - line.box.center.y) < sheet.unit
        ]
        if cross is None and not marks:
            continue
        name = line.part(at, at + len(old))
        right = [box for box in marks if box.x >= name.right - 2]
        box = (
            line.part(cross, cross + 1)
            if cross is not None and after[:1] in "×✕✖xX"
            else min(right, key=lambda b: b.x, default=None)
        )
        if box is None:
            continue
        frames = [t.box for t in sheet.things if t.box.contains(line.box.center) and t.box.width > 2 * line.box.width]
        await pane.click(box, f"Take “{old}” away.")
        await pane.hand.took_effect()
        frame = min(frames, key=lambda each: each.area, default=None)
        if frame is None:
            return False
        await pane.click(Point(frame.right - int(sheet.unit), frame.center.y), "Click into the field.")
        await pane.hand.type(new, f"Type “{new}”.")
        await pane.key("Return")
        return True
    return False
