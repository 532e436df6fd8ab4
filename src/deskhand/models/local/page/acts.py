# ruff: noqa: E501 - a pattern is read more easily in one line
"""The simple acts on a page: click a named thing, fill a field, tick boxes, choose from a list."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import in_reading_order
from deskhand.models.local.page import choosing, codes, gist, naming, predicates, referents, ticking
from deskhand.models.local.page.aims import entries
from deskhand.models.local.page.aims.hear import aim_of
from deskhand.models.local.page.crossings import crossing
from deskhand.models.local.page.linked import nth_link
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Thing
from deskhand.models.local.page.words import bare, ordinal, quoted
from deskhand.screen.geometry import Point, Rect


async def click(pane: Pane, what: str) -> None:
    """``the "Yes" button``, ``button ONE``, ``the 2nd checkbox``, ``the link "sed"``, ``it``."""
    if referents.is_it(what) and pane.last is not None:
        await pane.click(pane.last, f"Click {what}.")
        return
    if pane.kept is not None and re.search(
        r"\bor\b|\b(?:right|correct) (?:answer|number|button|one)|"
        r"^(?:on )?(?:the |that )?(?:button (?:with|of) )?(?:the |that )?(?:result|answer|solution|number|sum|total|count|amount)(?: button)?$|^(?:on )?(?:the )?name of (?:that|this|the) \w+$|^(?:on )?(?:that|this) \w+$",
        what,
    ):
        await pane.press(pane.take_kept() or "")
        return
    if (linked := nth_link(await pane.sheet(), what)) is not None:
        pane.last = linked
        await pane.click(linked, f"Click {what}.")
        return
    if referents.tells_place(what) and (box := await referents.find(pane, what)) is not None:
        pane.last = box
        await pane.click(box, f"Click {what}.")
        return
    names, nth = quoted(what), ordinal(re.sub(r"\"[^\"]*\"", "", what))
    kinds = naming.kinds_of(what)
    if nth is not None and not names and not kinds and (box := await referents.find(pane, what)) is not None:
        pane.last = box
        await pane.click(box, f"Click {what}.")
        return
    if nth is not None and not names:
        things = in_reading_order(await pane.things(*(kinds or ("button",))), lambda thing: thing.box)
        await pane.click(naming.nth_of(things, nth, what), f"Click the {what}.")
        return
    name = names[0] if names else naming.plain_name(what)
    if kinds and kinds[0] in ("checkbox", "radio"):
        await ticking.tick(pane, f'"{name}"')
    elif kinds and kinds[0] == "field":
        field = await pane.field_named(name) or (await pane.things("field", "area") or (None,))[0]
        if field is None:
            raise Stuck(f"I see no field “{name}”.")
        await pane.click(field, f"Click into {what}.")
    elif not names and (box := await referents.find(pane, what)) is not None:
        pane.last = box
        await pane.click(box, f"Click {what}.")
    else:
        await pane.press(name)


async def enter(pane: Pane, text: str, into: str) -> None:
    """``"Deneen"`` ``into the text field``; ``the number "39"`` ``into the 2nd textbox``."""
    names = quoted(text)
    if not into and (labelled := _LABELLED.fullmatch(text.strip(" ."))) is not None:
        text, into = labelled["value"], labelled["label"]
        names = quoted(text)
    value = names[0] if names else bare(re.sub(r"^(?:the )?(?:number|text|word|value|name)\s+", "", text))
    if pane.kept is None and not names and " " in value and not codes.SHOWN.fullmatch(value):
        await _find_out(pane, value)
        value = pane.take_kept() or value
    elif pane.kept is not None and not names and naming.REFERS.fullmatch(value):
        value, pane.kept = pane.kept, None
    elif pane.kept is None and not names and (told := codes.SHOWN.fullmatch(value)) is not None:
        value = await codes.shown(pane, told["what"]) or value
    into = _CALLED.sub("", into)
    if _CELL.search(into) and (cell := crossing(await pane.sheet(), into)) is not None:
        await _into_cell(pane, cell, value)
        return
    if _EACH.search(into) and len(fields := await _each(pane, into)) > 1:
        for each in fields:
            await pane.fill(each, value, clear=bool(each.text))
        return
    fields = sorted(await pane.things("field", "area"), key=lambda thing: bool(thing.text))
    nth, label = ordinal(re.sub(r"\"[^\"]*\"", "", into)), quoted(into)
    field: Thing | None = None
    if nth is not None:
        field = naming.nth_of(await pane.things("field", "area"), nth, into)
    elif label:
        field = await pane.field_named(label[0])
    elif (plain := naming.plain_name(into)) and not re.fullmatch(
        r"(?:text ?)?(?:field|box|input|area)|input", plain, re.I
    ):
        field = await pane.field_named(re.sub(r"\s+(?:field|box|text ?box)$", "", plain))
    if field is None and fields:
        field = fields[0]
    if field is None:
        await _type_anywhere(pane, value, into)
        return
    await pane.fill(field, value, clear=bool(field.text) and field.kind == "field" and field.text == value)


async def _into_cell(pane: Pane, cell: Rect, value: str) -> None:
    """Over what stands in it: a cell opens by a click, or by two."""
    await pane.click(cell, "Click into the cell.")
    if not await pane.hand.took_effect():
        await pane.click(cell, "Open the cell.", count=2)
    await pane.key("ctrl+a")
    await pane.hand.type(value, f"Type “{value}”.")


_CELL = re.compile(r"\bcell\b|\brow\b.+\bcolumn\b|\bcolumn\b.+\brow\b", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:the|your|a) (?P<label>(?!number\b|text\b|word\b|value\b|name\b)[a-z][a-z -]+?) (?P<value>\"[^\"]+\"|[A-Z0-9@][^\",]*)"
)
"""“The discount code SAVE10”: what it is, and what it is called."""
_CALLED = re.compile(
    r"^(?:the )?(?:text |input )?(?:field|box|input|textbox|text area)(?: (?:called|named|labell?ed|for|of|marked))?(?: the)? (?=\"|[A-Z])"
)
_EACH = re.compile(r"\b(?:both|all|each|every|the two|two|three)\b", re.IGNORECASE)


async def _each(pane: Pane, into: str) -> list[Thing]:
    """All fields that are meant by "both password fields": those whose labels have the word, if any has."""
    sheet = await pane.sheet()
    fields = [thing for thing in sheet.of("field", "area") if thing.box.width > 2 * sheet.unit]
    said = re.findall(r"[a-z]{3,}", into.lower())
    words = [word for word in said if word not in ("both", "all", "each", "every", "the", "two", "three", "field", "fields", "box", "boxes", "input", "inputs", "text", "empty")]  # fmt: skip
    named = [field for field in fields if any(word.rstrip("s") in sheet.label(field.box).lower() for word in words)]
    return named if len(named) > 1 else fields


async def _find_out(pane: Pane, told: str) -> None:
    """What is to be written may have to be read or reckoned first: "the largest number on the page"."""
    from deskhand.models.local.page.doings import doing

    asked = doing(f"find {told}")
    if asked is not None:
        try:
            await asked[0](pane, asked[1])
        except Stuck:
            pane.kept = None


async def _type_anywhere(pane: Pane, value: str, into: str) -> None:
    """Where nothing looks like a field, a dark or large face may take what is typed: a terminal, an editor."""
    sheet = await pane.sheet()
    faces = [thing for thing in sheet.of("card", "area", "shape") if thing.box.area > 30 * sheet.unit**2]
    if not faces:
        raise Stuck(f"I see no field to write into for “{into}”.")
    box = max(faces, key=lambda thing: thing.box.area).box
    last = max((line.box for line in sheet.in_box(box)), key=lambda line: line.bottom, default=None)
    at = (
        Point(box.center.x, box.center.y) if last is None else Point(min(box.right - 8, last.right + 30), last.center.y)
    )
    await pane.click(at, "Click into it.")
    if commanded := re.search(r"\b(?:terminal|console|shell|command[- ]line|prompt)\b", into, re.IGNORECASE):
        value = re.sub(r"^[I1|](?=s\b)", "l", value)  # no command is called "Is"
    await pane.hand.type(value, f"Type “{value}”.")
    if commanded:
        await pane.key("Return")


async def clear(pane: Pane, what: str) -> None:
    """Take ticks away, or empty a field."""
    boxes = await pane.things("checkbox")
    if boxes and naming.kinds_of(what)[:1] != ("field",):
        await ticking.tick(pane, what, on=False)
        return
    field = await pane.field_named(re.sub(r"\s+(?:field|box|text ?box)$", "", naming.plain_name(what))) or next(
        iter(await pane.things("field", "area")), None
    )
    if field is None:
        raise Stuck(f"I see nothing to clear for “{what}”.")
    await pane.click(field, "Click into the field.")
    await pane.key("ctrl+a")
    await pane.key("Delete")


async def select(pane: Pane, what: str) -> None:
    """Boxes to tick if there are any of these names, options of a list, or just things to click."""
    if _LIMITED.search(what) and await entries.act(pane, aim_of(f"select {what}")):
        return
    names = naming.listed(what)
    boxes = await pane.things("checkbox", "radio")
    if predicates.predicate(what) is not None and re.search(r"\b(?:all|every|each)\b", what):
        await ticking.tick(pane, what)
        return
    if boxes and any(naming.best(boxes, name) for name in names):
        await ticking.tick(pane, what)
        return
    if not quoted(what) and (len(names) == 1) and (box := await referents.find(pane, what)) is not None:
        pane.last = box
        await pane.click(box, f"Choose {what}.")
        return
    for name in names:
        likely = None if quoted(what) else await gist.guess(pane, name)
        if await pane.button(name) is not None:
            await pane.press(name)
        elif (told := _OF_KIND.fullmatch(name)) is not None and await _labels(pane, told["label"]):
            await choosing.choose(pane, told["value"], told["label"])
        elif likely is not None and likely.score >= 1:
            await pane.click(likely.box, f"Choose “{likely.text}”.")
        else:
            await choosing.choose(pane, name)


_LIMITED = re.compile(
    r"\b(?:cheapest|dearest|shortest|longest|earliest|latest|fastest|slowest|best)\b.+\b(?:before|after|until|from|by) \d{1,2}:\d{2}"
)
"""The best of those only that a limit lets in."""
_OF_KIND = re.compile(r"(?:the )?(?P<label>[a-z]+) (?P<value>\"[^\"]+\"|\S+(?: \S+)?)")
"""“The size M”."""


async def _labels(pane: Pane, label: str) -> bool:
    """Whether the page asks for that by name."""
    return await pane.field_named(label) is not None or bool(await pane.texts(label, 0.9))
