# ruff: noqa: E501 - a pattern is read more easily in one line
"""The simple acts on a page: click a named thing, fill a field, tick boxes, choose from a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.ground import same_numbers
from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import in_reading_order
from deskhand.models.local.page import gist, predicates, referents
from deskhand.models.local.page.pane import GOOD, Pane
from deskhand.models.local.page.sheet import Kind, Thing
from deskhand.models.local.page.words import MONTHS, Day, bare, day_of, ordinal, quoted
from deskhand.screen.geometry import Point
from deskhand.vision.match import similarity

_REFERS = re.compile(
    r"(?:it|that|this|them|(?:the|your|its|his|her|their|that|this) (?:\w+ )?(?:total|sum|result|answer|name|value|number|"
    r"amount|average|price|score|word|date|time|solution|difference|product|city|email|address|phone|\w+))",
    re.IGNORECASE,
)
LOOSE = 0.7
"""Of the boxes that are left, the one that looks most like the name is taken: short labels are misread."""
KINDS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (r"check ?box(?:es)?", ("checkbox",)),
    (r"radio(?: button)?s?", ("radio",)),
    (r"text ?(?:box|field|input|area)|input(?: field| box)?|field|box", ("field", "area")),
    (r"drop ?down|list|menu", ("select",)),
    (r"button", ("button", "card", "shape")),
)


async def click(pane: Pane, what: str) -> None:
    """``the "Yes" button``, ``button ONE``, ``the 2nd checkbox``, ``the link "sed"``, ``it``."""
    if referents.is_it(what) and pane.last is not None:
        await pane.click(pane.last, f"Click {what}.")
        return
    if pane.kept is not None and re.search(
        r"\bor\b|\b(?:right|correct) (?:answer|number|button|one)|^(?:the )?(?:result|answer|solution)$", what
    ):
        await pane.press(pane.take_kept() or "")
        return
    if referents.tells_place(what) and (box := await referents.find(pane, what)) is not None:
        pane.last = box
        await pane.click(box, f"Click {what}.")
        return
    names, nth = quoted(what), ordinal(re.sub(r"\"[^\"]*\"", "", what))
    kinds = kinds_of(what)
    if nth is not None and not names and not kinds and (box := await referents.find(pane, what)) is not None:
        pane.last = box
        await pane.click(box, f"Click {what}.")
        return
    if nth is not None and not names:
        things = in_reading_order(await pane.things(*(kinds or ("button",))), lambda thing: thing.box)
        await pane.click(_nth(things, nth, what), f"Click the {what}.")
        return
    name = names[0] if names else _plain(what)
    if kinds and kinds[0] in ("checkbox", "radio"):
        await tick(pane, f'"{name}"')
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
    value = names[0] if names else bare(re.sub(r"^(?:the )?(?:number|text|word|value|name)\s+", "", text))
    if pane.kept is None and not names and " " in value:
        await _find_out(pane, value)
        value = pane.take_kept() or value
    elif pane.kept is not None and not names and _REFERS.fullmatch(value):
        value, pane.kept = pane.kept, None
    fields = sorted(await pane.things("field", "area"), key=lambda thing: bool(thing.text))
    nth, label = ordinal(re.sub(r"\"[^\"]*\"", "", into)), quoted(into)
    field: Thing | None = None
    if nth is not None:
        field = _nth(await pane.things("field", "area"), nth, into)
    elif label:
        field = await pane.field_named(label[0])
    elif (plain := _plain(into)) and not re.fullmatch(r"(?:text ?)?(?:field|box|input|area)|input", plain, re.I):
        field = await pane.field_named(re.sub(r"\s+(?:field|box|text ?box)$", "", plain))
    if field is None and fields:
        field = fields[0]
    if field is None:
        await _type_anywhere(pane, value, into)
        return
    await pane.fill(field, value, clear=bool(field.text) and field.kind == "field" and field.text == value)


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


async def tick(pane: Pane, what: str, *, on: bool = True) -> None:
    """Boxes by their labels (``A, B and C``), or one by its number."""
    nth = ordinal(re.sub(r"\"[^\"]*\"", "", what))
    kinds: tuple[Kind, ...] = tuple(k for k in kinds_of(what) if k in ("checkbox", "radio")) or ("checkbox", "radio")
    if nth is not None and not quoted(what):
        await pane.click(_nth(await pane.things(*kinds), nth, what), f"Tick the {what}.")
        return
    fits = None if quoted(what) and not re.search(r"\bwith\b|\bin\b", what) else predicates.predicate(what)
    if fits is not None and re.search(
        r"\b(?:all|every|each|numbers?|words?|ones|those|boxes|items?|names?|prices?)\b", what
    ):
        await _tick_those(pane, fits, kinds, on=on)
        return
    left = listed(what)
    for _ in range(12):
        sheet = await pane.sheet()
        clicked = False
        for name in list(left):
            box = best(sheet.of(*kinds), name)
            if box is None:
                continue
            left.remove(name)
            if bool(box.checked) != on:
                await pane.click(box, f"Tick “{name}”.")
                clicked = True
        if not left:
            return
        if not clicked and not await pane.scroll("down", 3):
            break
    for name in left:
        boxes = [box for box in (await pane.sheet()).of(*kinds) if bool(box.checked) != on]
        close = max(boxes, key=lambda box: similarity(box.text.lower(), name.lower()), default=None)
        if close is None or similarity(close.text.lower(), name.lower()) < LOOSE:
            raise Stuck(f"I see no box to tick for {name}.")
        await pane.click(close, f"Tick “{close.text}”.")


async def _tick_those(pane: Pane, fits: predicates.Fits, kinds: tuple[Kind, ...], *, on: bool) -> None:
    """All whose text the description fits, page by page."""
    done: set[str] = set()
    for _ in range(12):
        sheet = await pane.sheet()
        boxes = sheet.of(*kinds) or sheet.of("button", "card")
        for box in boxes:
            if box.text not in done and fits(box.text):
                done.add(box.text)
                if box.checked is None or box.checked != on:
                    await pane.click(box, f"Tick “{box.text}”.")
        if not await pane.scroll("down", 3):
            break
    if not done:
        raise Stuck("I see nothing to tick that fits.")


async def clear(pane: Pane, what: str) -> None:
    """Take ticks away, or empty a field."""
    boxes = await pane.things("checkbox")
    if boxes and kinds_of(what)[:1] != ("field",):
        await tick(pane, what, on=False)
        return
    field = await pane.field_named(re.sub(r"\s+(?:field|box|text ?box)$", "", _plain(what))) or next(
        iter(await pane.things("field", "area")), None
    )
    if field is None:
        raise Stuck(f"I see nothing to clear for “{what}”.")
    await pane.click(field, "Click into the field.")
    await pane.key("ctrl+a")
    await pane.key("Delete")


async def choose(pane: Pane, option: str, label: str = "") -> None:
    """From a drop-down or a list that shows its options only when opened; ``label``: which, where there are several."""
    name = (quoted(option) or [bare(option)])[0]
    if pane.kept is not None and _REFERS.fullmatch(name):
        name, pane.kept = pane.kept, None
    if not quoted(option) and re.match(r"the ", option) and (box := await referents.find(pane, option)) is not None:
        pane.last = box
        await pane.click(box, f"Choose {option}.")
        return
    if (day := day_of(name)) is not None and len(parts := await pane.things("select")) > 1:
        await choose_date(pane, parts, day)
        return
    shown = await pane.texts(name, 0.9)
    opener = await _opener(pane, label)
    opened = False
    if opener is not None and not (shown and shown[0].whole and not opener.box.contains(shown[0].box.center)):
        await pane.click(opener, "Open the list.")
        await pane.hand.took_effect()
        opened = True
    at = opener.box.center if opener is not None else pane.body.center
    if opened and opener is not None:
        at = Point(
            opener.box.x + opener.box.width // 3, min(pane.body.bottom - 20, opener.box.bottom + opener.box.height)
        )
    typed = False
    for _ in range(8):
        found = [
            match
            for match in await pane.texts(name, 0.86)
            if same_numbers(match.line.text if re.search(r"\d", name) else match.text, name)
        ]
        found = [match for match in found if not (opened and opener and opener.box.contains(match.box.center))] or found
        if found:
            await pane.click(found[0].box, f"Choose “{name}”.")
            return
        if opened and not typed and not re.search(r"\d", name):  # a browser's own list goes to what is typed
            typed = True
            await pane.hand.type(name, f"Type “{name}” to choose it.")
            await pane.hand.took_effect()
            below = [match for match in await pane.texts(name, 0.86) if opener and match.box.y >= opener.box.bottom - 4]
            below = [match for match in below if match.whole and same_numbers(match.text, name)]
            if below:
                await pane.click(below[0].box, f"Choose “{name}”.")
                return
            if opener is not None and (await pane.hand.view()).changed:
                await pane.key("Return")
                held = [line.text for line in await pane.lines() if opener.box.contains(line.box.center)]
                if similarity(" ".join(held)[: len(name)], name) >= GOOD:
                    return
                await pane.click(opener, "Open the list again.")
        if not await pane.scroll("down", 1, at):
            break
    if opened and opener is not None and not typed:
        await pane.hand.type(name, f"Type “{name}” to choose it.")
        await pane.key("Return")
        now = " ".join(line.text for line in await pane.lines() if opener.box.contains(line.box.center))
        if same_numbers(now, name) and similarity(now, name) >= 0.7:
            return
    raise Stuck(f"I see no “{name}” to choose.")


async def _opener(pane: Pane, label: str) -> Thing | None:
    """What opens the list: the one of that label, else the first."""
    label = re.sub(
        r"^(?:the\s+)?(?:drop-?down|list|menu|select(?:or)?|combo ?box)\s+(?:of |for )?(?=\S)", "", label, flags=re.I
    )
    named = re.sub(r"\s*(?:drop-?down|list|menu|box|select(?:or)?|field|combo)\b.*$", "", _plain(label), flags=re.I)
    if named and (field := await pane.field_named(named)) is not None and field.kind in ("select", "field", "button"):
        return field
    return (await pane.things("select") or await pane.things("field") or (None,))[0]


async def choose_date(pane: Pane, parts: Sequence[Thing], day: Day) -> None:
    """Day, month and year each in a list of its own: told by what it holds at first, or by its label."""
    sheet = await pane.sheet()
    for part in parts:
        held, label = part.text.strip().lower(), sheet.label(part.box).lower()
        month = MONTHS[day.month - 1].capitalize()
        if re.fullmatch(r"\d{4}", held) or "year" in held or label == "year":
            told = str(day.year)
        elif any(held.startswith(name[:3]) for name in MONTHS) or "month" in held or label == "month":
            told = month if len(held) > 3 else month[:3]
        else:
            told = str(day.day)
        await pane.click(part, f"Open the list for {told}.")
        await pane.hand.type(told, f"Type {told} to choose it.")
        await pane.key("Return")


async def select(pane: Pane, what: str) -> None:
    """Boxes to tick if there are any of these names, options of a list, or just things to click."""
    names = listed(what)
    boxes = await pane.things("checkbox", "radio")
    if predicates.predicate(what) is not None and re.search(r"\b(?:all|every|each)\b", what):
        await tick(pane, what)
        return
    if boxes and any(best(boxes, name) for name in names):
        await tick(pane, what)
        return
    if not quoted(what) and (len(names) == 1) and (box := await referents.find(pane, what)) is not None:
        pane.last = box
        await pane.click(box, f"Choose {what}.")
        return
    for name in names:
        likely = None if quoted(what) else await gist.guess(pane, name)
        if await pane.button(name) is not None:
            await pane.press(name)
        elif likely is not None and likely.score >= 1:
            await pane.click(likely.box, f"Choose “{likely.text}”.")
        else:
            await choose(pane, name)


def kinds_of(what: str) -> tuple[Kind, ...]:
    lowered = re.sub(r"\"[^\"]*\"", "", what.lower())
    for pattern, kinds in KINDS:
        if re.search(rf"\b(?:{pattern})\b", lowered):
            return kinds
    return ()


def listed(what: str) -> list[str]:
    """The names in ``A, B and C``, or all that are quoted."""
    names = quoted(what)
    if names:
        return names
    return [bare(part) for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", what) if bare(part)]


def best(things: Sequence[Thing], name: str) -> Thing | None:
    found = max(things, key=lambda thing: similarity(thing.text, name), default=None)
    return found if found is not None and similarity(found.text, name) >= GOOD else None


def _plain(what: str) -> str:
    """The name in ``the cancel button``, ``button ONE``, ``on the link sed``."""
    text = re.sub(r"\"", "", what).strip(" .")
    text = re.sub(r"^(?:on\s+)?(?:the\s+|a\s+|an\s+)?", "", text, flags=re.I)
    text = re.sub(
        r"^(?:button|link|tab|checkbox|item|option|icon|radio button)\s+(?:labell?ed\s+|named\s+|called\s+)?",
        "",
        text,
        flags=re.I,
    )
    return re.sub(r"\s+(?:button|link|tab|icon|option|item|checkbox)s?$", "", text, flags=re.I).strip()


def _nth(things: Sequence[Thing], nth: int, what: str) -> Thing:
    index = nth - 1 if nth > 0 else len(things) + nth
    if not 0 <= index < len(things):
        raise Stuck(f"I see {len(things)} of what should be the {what}.")
    return things[index]
