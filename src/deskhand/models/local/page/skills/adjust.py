# ruff: noqa: E501 - a pattern is read more easily in one line
"""Values set by buttons beside them: plus and minus, arrows, more and less; switches that are on or off; ratings."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import distance, same_row
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.words import bare, number
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

_MORE = ("+", "▲", "▴", "⌃", "∧", "up", "increase", "increment", "more", "add", "plus", ">", "›", "→", "add one")
_LESS = (
    "-",
    "−",
    "–",
    "—",
    "_",
    "▼",
    "▾",
    "⌄",
    "∨",
    "down",
    "decrease",
    "decrement",
    "less",
    "fewer",
    "minus",
    "<",
    "‹",
    "←",
    "remove",
    "remove one",
)
_ROUNDS = 40
_WITH = r"(?:(?:by|with|using|use) (?:the )?(?:buttons?|arrows?|plus and minus(?: buttons| signs)?|\"?[+-]\"? (?:and|or|/) \"?[+-–−]\"?(?: buttons| signs)?|\"?[+-]\"? buttons?)(?: to)?,? ?)"
COUNTER = (
    rf"{_WITH}(?:set|change|adjust|bring|make|get|increase|decrease|raise|lower|turn)(?: it)? (?:the )?(?P<label>[\w ]*?)(?: is| be)? ?(?:to|at|until it (?:shows|is|reads|says)|equal to|show|be|reach) (?P<value>-?\d+)",
    rf"(?:set|change|adjust|bring|increase|decrease|raise|lower|turn) (?:the )?(?P<label>[\w ]+?) (?:to|until it (?:shows|is|reads|says)) (?P<value>-?\d+)(?:%| ?degrees| ?°C?)? {_WITH}",
    r"(?:click|press|tap|use|keep clicking|keep pressing|push)(?: on)? (?P<button>.+?)(?: button)? (?:until|till|so that) (?:the )?(?P<label>[\w ]+?) (?:is|shows|reads|reaches|says|equals|becomes|displays|gets to)(?: to)? (?P<value>-?\d+)",
    r"(?:increase|raise|decrease|lower|reduce) (?:the )?(?P<label>[\w ]+?) by (?P<by>\d+)",
    r"add (?P<by>\w+) (?:more )?(?P<label>[\w ]+?) with the (?:plus|\+)(?: button)?",
)
ON = (
    r"(?:make sure|see to it|ensure|check)(?: that)?(?: the)? (?P<what>.+?) (?:is|are)(?: turned| switched)? (?P<way>on|off|enabled|disabled)",
    r"(?:turn|switch|toggle|set|flip)(?: the)? (?P<way>on|off)(?: the)? (?P<what>.+?)",
    r"(?:turn|switch|toggle|set|flip)(?: the)? (?P<what>.+?)(?: switch| toggle| setting)?(?: to)? (?P<way>on|off)",
    r"(?P<way>enable|disable|activate|deactivate)(?: the)? (?P<what>.+?)(?: switch| toggle| setting| option)?",
)
RATE = (
    r"(?:i (?:want|would like) to )?give (?:it|this|that) (?P<count>\w+) stars?",
    r"(?:give|rate|award|leave|choose|select|set|click|pick|assign|vote)\b(?:[^\"]|\"[^\"]*\")*?\b(?P<count>\d|one|two|three|four|five|six|seven|eight|nine|ten)(?: ?(?:/|out of) ?(?P<of>\w+))?[ -]stars?\b.*",
    r"(?:rate|give)\b[^\"]*?\b(?P<count>\d|one|two|three|four|five|six|seven|eight|nine|ten)(?: ?(?:/|out of) ?(?P<of>\w+))(?: stars?)?",
    r"(?:set|make)\b[^\"]*\brating\b[^\"]*?\b(?P<count>\d|one|two|three|four|five)\b.*",
)


async def counter(pane: Pane, match: re.Match[str]) -> None:
    """``Use the + and - buttons to set the guests to 5``: counted on, and read off until it is so."""
    told = match.groupdict()
    label = re.sub(r"^(?:number|count|amount|value) of (?:the )?", "", (told.get("label") or "").strip(), flags=re.I)
    if told.get("value"):
        await to_value(pane, label, int(told["value"]), told.get("button") or "")
        return
    shown = _value(await pane.sheet(), label)
    if shown is None:
        raise Stuck(f"I see no number for “{label}”.")
    by = number(told.get("by") or "") or 1
    await to_value(pane, label, shown[1] + (by if match[0].lower().startswith(("increase", "raise", "add")) else -by))


async def to_value(pane: Pane, label: str, wanted: int, button: str = "") -> None:
    """By the buttons beside the number, read off after every few."""
    said = button
    steps: dict[bool, Rect] = {}  # found once: under the pointer a sign is not read, and the next row's is no help
    for _ in range(_ROUNDS):
        shown = _value(await pane.sheet(), label)
        if shown is None:
            raise Stuck(f"I see no number for “{label}”.")
        line, value = shown
        if value == wanted:
            return
        step = steps.get(wanted > value) or await _step(pane, line.box, more=wanted > value, said=said)
        if step is None:
            raise Stuck(f"I see nothing to make “{label}” {'more' if wanted > value else 'less'} with.")
        steps[wanted > value] = step
        times = min(abs(wanted - value), 20)
        for _ in range(times if times < 6 else 2):
            await pane.click(step, f"{'More' if wanted > value else 'Less'}.")
        if times >= 6 and (after := _value(await pane.sheet(), label)) is not None:
            pace = abs(after[1] - value) / 2
            for _ in range(int(abs(wanted - after[1]) / pace) if pace else 0):
                await pane.click(step, f"{'More' if wanted > value else 'Less'}.")
    raise Stuck(f"“{label}” does not come to {wanted}.")


def _value(sheet: Sheet, label: str) -> tuple[TextLine, int] | None:
    """The number of that label: in its line, in its row, or under it; else the only one that changes by buttons."""
    numbers = [(line, int(found[1].replace(",", ""))) for line in sheet.lines
               if (found := re.search(r"(?<![\w.])(-?\d[\d,]*)(?!\w*[a-z])", line.text.replace("−", "-")))]  # fmt: skip
    words = [
        word
        for word in re.findall(r"\w+", label.lower())
        if word not in ("the", "it", "value", "number", "counter", "display", "count", "of", "amount", "quantity")
    ]
    for line in sheet.lines if words else ():
        if not all(word.rstrip("s") in line.text.lower() for word in words):
            continue
        same = [pair for pair in numbers if pair[0] is line]
        if same:
            return same[0]
        near = [pair for pair in numbers if same_row(pair[0].box, line.box) and pair[0].box.x > line.box.x]
        near = near or [pair for pair in numbers if 0 < pair[0].box.y - line.box.y < 4 * sheet.unit]
        if near:
            return min(near, key=lambda pair: distance(pair[0].box, line.box))
    alone = [pair for pair in numbers if re.fullmatch(r"\W*-?\d[\d,]*\W*\w{0,3}", pair[0].text.strip())]
    pool = alone or numbers
    return pool[0] if pool and (not words or len(pool) == 1 or not _named_each(sheet, pool)) else None


def _named_each(sheet: Sheet, numbers: list[tuple[TextLine, int]]) -> bool:
    """Whether every number has a name in its row: then one that is called otherwise is none of them."""
    names = [line for line in sheet.lines if re.search(r"[^\W\d]{2}", line.text)]
    return all(any(same_row(name.box, line.box) and name.box.x < line.box.x for name in names) for line, _ in numbers)


async def step_beside(pane: Pane, value: Rect) -> bool:
    """Whether a number has something for more and something for less beside it."""
    sheet = await pane.sheet()
    near = [await _step(pane, value, more=more, said="") for more in (True, False)]
    return all(box is not None and distance(box, value) < 5 * sheet.unit for box in near)


async def _step(pane: Pane, value: Rect, *, more: bool, said: str) -> Rect | None:
    """The button for more or for less that is nearest to the value."""
    sheet = await pane.sheet()
    if said and len(quotes := re.findall(r"\"([^\"]+)\"", said) or [said]) == 1:
        button = await pane.button(re.sub(r"^the\s+", "", quotes[0].strip()))
        if button is not None:
            return button if isinstance(button, Rect) else button.box
    signs = _MORE if more else _LESS
    places = [(thing.box, thing.text) for thing in sheet.of("button", "card", "shape", "field")]
    places += [(line.box, line.text) for line in sheet.lines]
    places += [(mark.box, mark.mark) for mark in sheet.marks if mark.mark]
    fitting = [box for box, text in places if text.strip().lower() in signs]
    fitting = fitting or [
        box for box, text in places if re.fullmatch(r"\w ?\+" if more else r"\w ?[-−–]", text.strip())
    ]
    if fitting:
        return min(fitting, key=lambda box: (distance(box, value) // 6, box.area))
    faces = [thing.box for thing in sheet.of("button", "shape", "card") if same_row(thing.box, value)]
    side = [box for box in faces if (box.x > value.right if more else box.right < value.x)]
    return min(side, key=lambda box: distance(box, value), default=None)


async def switch(pane: Pane, match: re.Match[str]) -> None:
    """``Turn on Wi-Fi``: a pill with a knob, a box to tick, or a button that says on or off."""
    on = match["way"].lower() in ("on", "enable", "activate", "enabled")
    names = re.split(r",\s*(?:and\s+)?|\s+and\s+", match["what"].strip(" ."))
    for said in names:
        name = re.sub(
            r"\s+(?:switch|toggle|setting|option)$", "", bare(re.sub(r"^the\s+", "", said.strip())), flags=re.I
        )
        await flip(pane, name, on)


async def flip(pane: Pane, name: str, on: bool) -> None:
    for attempt in range(2):
        sheet = await pane.sheet()
        found = await pane.texts(name, 0.84)
        if not found:
            raise Stuck(f"I see no switch “{name}”.")
        line = found[0].box
        ticks = [t for t in sheet.of("checkbox", "radio") if same_row(t.box, line)]
        pills = _pills(sheet, line)
        if pills:
            box, state = pills[0]
        elif ticks:
            thing = min(ticks, key=lambda t: distance(t.box, line))
            box, state = thing.box, bool(thing.checked)
        else:
            words = [t for t in sheet.of("button") if same_row(t.box, line) and t.text.strip().lower() in ("on", "off")]
            if not words:
                if attempt == 0:
                    await pane.click(line, f"Switch “{name}”.")
                return
            box, state = words[0].box, words[0].text.strip().lower() == "on"
            if len(words) > 1:  # one button for each
                wanted = next(t for t in words if (t.text.strip().lower() == "on") == on)
                await pane.click(wanted, f"Switch “{name}” {'on' if on else 'off'}.")
                return
        if state == on:
            return
        await pane.click(box, f"Switch “{name}” {'on' if on else 'off'}.")
        await pane.hand.took_effect()


def _pills(sheet: Sheet, line: Rect) -> list[tuple[Rect, bool]]:
    """Switches in the row: twice as wide as high, with a knob at one end; on where it sits right."""
    found: list[tuple[Rect, bool]] = []
    for region in sheet.regions:
        box = region.box
        if not (1.3 < box.width / max(1, box.height) < 3 and 0.6 * sheet.unit < box.height < 2.6 * sheet.unit):
            continue
        if not same_row(box, line) or min(region.colour) > 240:
            continue
        knob = next((r.box for r in sheet.regions if r.box != box and box.grow(3).contains(r.box.center)
                     and 0.5 * box.height < r.box.height <= box.height + 4 and r.box.width < 0.75 * box.width), None)  # fmt: skip
        if knob is not None:
            found.append((box, knob.center.x > box.center.x))
    return sorted(found, key=lambda pair: distance(pair[0], line))


async def rate(pane: Pane, match: re.Match[str]) -> None:
    """``Give this film 4 stars``: the fourth in a row of signs that are alike."""
    count = number(match["count"])
    stars = _stars(await pane.sheet(), match[0])
    if count is None or not stars or count > len(stars):
        raise Stuck(f"I see no row of {count} stars.")
    await pane.click(stars[count - 1], f"Give {count} stars.")


def _stars(sheet: Sheet, wish: str = "") -> list[Rect]:
    """The row of stars that is meant: the one that belongs to what the wish names, where there are several."""
    read: list[list[Rect]] = []
    for line in sheet.lines:
        signs = [i for i, c in enumerate(line.text) if c in "★☆✩✭⭐*✰✪"]
        if len(signs) > 2:
            read.append([line.part(i, i + 1) for i in signs])
    rows = read or _drawn_stars(sheet)
    named = [line.box for line in sheet.lines if len(line.text) > 2 and line.text.strip().lower() in wish.lower()]
    if len(rows) > 1 and named:
        name = max(named, key=lambda box: box.width)
        level = [row for row in rows if same_row(row[0], name)]
        below = sorted((row for row in rows if row[0].y >= name.bottom - 4), key=lambda row: row[0].y)
        rows = level or below[:1] or rows
    return max(rows, key=len) if rows and max(map(len, rows)) > 2 else []


def _drawn_stars(sheet: Sheet) -> list[list[Rect]]:
    rows: list[list[Rect]] = []
    texts = [line.box for line in sheet.lines if re.search(r"\w{2}", line.text)]
    boxes = [mark.box for mark in sheet.marks] + [r.box for r in sheet.regions if r.shape == "other"]
    for box in sorted(boxes, key=lambda box: box.x):
        if any(text.contains(box.center) for text in texts) or not 0.7 < box.width / max(1, box.height) < 1.4:
            continue
        row = next((row for row in rows if same_row(row[0], box)), None)
        if row is None:
            rows.append([box])
        elif box.x >= row[-1].right - 2:
            row.append(box)
    return [row for row in rows if len(row) > 2]
