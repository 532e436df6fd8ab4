# ruff: noqa: E501 - a pattern is read more easily in one line
"""Acts on one entry of a list: its own button, link or small sign, found in its row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.counted import at
from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import distance, same_row
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.skills import reckoning
from deskhand.models.local.page.words import bare, number, ordinal, quoted
from deskhand.screen.geometry import Rect

_ACTS: dict[str, tuple[str, ...]] = {
    "delete": ("Delete", "Remove", "×", "x", "X", "✕", "✖", "🗑", "Trash", "-"),
    "remove": ("Remove", "Delete", "×", "x", "X", "✕", "✖", "🗑", "-"),
    "edit": ("Edit", "✎", "✏", "Change", "Rename"),
    "add": ("Add", "Add to cart", "Add to basket", "+", "Buy"),
    "buy": ("Buy", "Buy now", "Add", "Order", "Add to cart"),
    "order": ("Order", "Buy", "Add"),
    "book": ("Book", "Reserve", "Select", "Choose"),
    "reserve": ("Reserve", "Book", "Select"),
    "follow": ("Follow", "+"),
    "unfollow": ("Unfollow", "Following"),
    "like": ("Like", "♥", "♡", "👍"),
    "share": ("Share",),
    "star": ("☆", "★", "Star"),
    "favorite": ("☆", "★", "♥", "♡", "Favorite"),
    "favourite": ("☆", "★", "♥", "♡", "Favourite"),
    "call": ("Call", "☎", "📞"),
    "download": ("Download", "↓", "⬇"),
    "play": ("Play", "▶", "►"),
    "reply": ("Reply", "↩"),
    "reply to": ("Reply", "↩"),
    "accept": ("Accept", "Confirm", "✓"),
    "decline": ("Decline", "Reject", "×"),
    "reject": ("Reject", "Decline", "×"),
    "approve": ("Approve", "Accept", "✓"),
    "block": ("Block",),
    "mute": ("Mute",),
    "view": ("View", "Details", "Show", "Open"),
    "archive": ("Archive",),
    "complete": ("Complete", "Done", "✓"),
    "invite": ("Invite",),
    "rename": ("Rename", "Edit"),
    "vote for": ("Vote",),
    "watch": ("Watch", "Play"),
    "join": ("Join",),
    "install": ("Install", "Get"),
    "apply": ("Apply",),
}
_VERBS = "|".join(sorted(_ACTS, key=len, reverse=True))
_ENTRY = r"(?:entry|item|row|line|task|product|post|contact|user|person|result|song|film|movie|book|article|note|message|e-?mail|comment|file|friend|card|one|offer|order|event|todo|record|playlist|photo|tag|chip|label|keyword|filter|ingredient|attachment|recipient|track|video|episode|report|document|device|account|member|guest|note|picture|image|folder|mail|game|recipe|city|country|town)"
_SIGNS = {
    "heart": "like", "thumb": "like", "star": "star", "bin": "delete", "trash": "delete", "trash can": "delete", "cross": "delete",
    "pencil": "edit", "pen": "edit", "play": "play", "plus": "add", "bell": "follow",
}  # fmt: skip
SIGN = (
    rf"(?:click|press|tap|push|hit)(?: on)? the (?P<sign>{'|'.join(_SIGNS)})(?: (?:sign|icon|button|symbol|mark))? (?:of|for|next to|beside|at|by|behind|before|after|in front of|on|in|under)(?: the)?(?: (?:{_ENTRY}|row of|line of)(?: (?:by|of|from|called|named|for))?)? (?P<what>\"[^\"]+\"|.+?)",
)
MARKED = (
    rf"mark(?: the)?(?: {_ENTRY}(?: (?:from|by|of|called|named))?)? (?P<what>\"[^\"]+\"|(?-i:[A-Z])[\w ]*?) as (?P<state>\w+)",
)
EVERY = (
    rf"(?P<act>{_VERBS}) (?:all|every|each)(?: of)?(?: the)?(?: my)? {_ENTRY}s? (?:by|from|of|called|named|with|about) (?P<what>\"[^\"]+\"|(?-i:[A-Z])[\w.' -]*?)",
)
_MOST = 20
"""Entries of one name."""
OFF = (
    r"(?:take|cross|strike|get) (?:the )?(?P<what>\"[^\"]+\"|.+?) (?:off|out of)(?: (?:the|your|my) (?:\w+ )*(?:list|basket|cart|table|order|bag|page|menu|plan))?",
)
OWN = (
    r"(?P<press>click|press|hit|push|tap)(?: on)? its (?P<name>\"[^\"]+\"|[A-Z]\w*(?: \w+)*?)(?: button| link| sign)?",
)
ROW = (
    rf"(?P<act>{_VERBS}) (?P<what>it|that one|this one)",
    rf"(?P<act>{_VERBS}) (?P<count>(?:an?|one)(?= .+ and )|two|three|four|five|\d+)(?: of)?(?: the)? (?P<what>.+?)(?: (?:to|from|in|into|on) (?:the |your |my )?(?:\w+ )?(?:list|basket|cart|table|order|bag|library|favou?rites|page|shop|inbox))?",
    rf"(?P<act>{_VERBS})(?: the)? (?P<what>(?:<ordinal> )?{_ENTRY}(?: (?:called|named|titled|of|by|from|with(?: the (?:name|title|text|subject))?))? ?(?:\"[^\"]+\"|.+?)?)(?: (?:to|from|in|into|on|of) (?:the |your |my )?(?:\w+ )?(?:list|basket|cart|table|order|bag|library|favou?rites|page|shop|inbox))?",
    rf"(?P<act>{_VERBS})(?: the)? (?P<what>\"[^\"]+\"|@\w+|@?(?-i:[A-Z])[\w@.'-]*(?: (?:(?-i:[A-Z])|\d|of\b|the\b|and\b)[\w.'-]*)*(?:'s {_ENTRY})?)(?: (?:to|from|in|into|on|of) (?:the |your |my )?(?:\w+ )?(?:list|basket|cart|table|order|bag|library|favou?rites|page|shop|inbox))?",
    rf"(?P<act>{_VERBS}) the \w+ (?:that is |which is |with the )?(?:the )?(?P<what>(?:cheapest|most expensive|oldest|newest|latest|highest|lowest|heaviest|lightest|largest|smallest|longest|shortest|fastest|nearest|closest|best)\b.*)",
    rf"(?P<act>{_VERBS})(?: the)? (?P<what>(?:cheapest|most expensive|oldest|newest|latest|highest|lowest|heaviest|lightest|largest|smallest|longest|shortest|fastest|nearest|closest|best|top)(?:[- ]\w+)?(?: [\w ]+?)?)(?: (?:to|from|in|into|on) (?:the |your |my )?(?:\w+ )?(?:list|basket|cart|table|order|bag|page|shop))?",
)


async def act(pane: Pane, match: re.Match[str]) -> None:
    """``Delete the third entry of the list``; ``add two of the Green Tea to the basket``."""
    told = match.groupdict()
    verb = told["act"].lower()
    if (
        told.get("count")
        and (more := re.split(r"(?:,| and)+ (?=(?:an?|one|two|three|four|five|six|\d+) )", told["what"]))[1:]
    ):
        for count, what in [(told["count"], more[0]), *(each.split(" ", 1) for each in more[1:])]:
            await _several(pane, verb, what, 1 if count in ("a", "an") else number(count) or 1)
        return
    if len(names := quoted(told["what"])) > 1:  # the tags "A" and "B": each in its turn
        for name in names:
            row = await _entry(pane, f'"{name}"')
            if row is None:
                raise Stuck(f"I see no entry “{name}” on the page.")
            await pane.click(await _own(pane, row, _ACTS[verb]) or row, f"{verb.capitalize()} “{name}”.")
            await pane.hand.took_effect()
        return
    times = number(told.get("count") or "") or 1
    if await _by_options(pane, verb, told["what"]):
        return
    for _ in range(6):
        row = await _entry(pane, told["what"])
        if row is None and told.get("count") and " for " in told["what"]:  # two tickets for adults
            row = await _entry(pane, told["what"].rpartition(" for ")[2])
        if row is not None:
            box = await _own(pane, row, _ACTS[verb])
            for _ in range(times):
                await pane.click(box or row, f"{verb.capitalize()} {told['what']}.")
            pane.last = row
            await pane.hand.took_effect()
            return
        if not await pane.scroll("down", 3):
            break
    raise Stuck(f"I see no entry “{told['what']}” on the page.")


async def take_off(pane: Pane, match: re.Match[str]) -> None:
    """``Take rice off the shopping list``: by what its row has for deleting."""
    row = await _entry(pane, match["what"])
    box = None if row is None else await _own(pane, row, _ACTS["delete"])
    if row is None or box is None:
        raise Stuck(f"I see nothing to take “{match['what']}” off with.")
    await pane.click(box, f"Take {match['what']} off.")
    pane.last = row
    await pane.hand.took_effect()


async def press_own(pane: Pane, match: re.Match[str]) -> None:
    """``Press its Join button``: that of the entry that was spoken of before."""
    name = bare(match["name"])
    box = None if pane.last is None else await _own(pane, pane.last, (name,))
    if box is None:
        raise Stuck(f"I do not see whose “{name}” is meant.")
    await pane.click(box, f"Click its “{name}”.")
    await pane.hand.took_effect()


async def _by_options(pane: Pane, verb: str, what: str) -> bool:
    """``Order a small pizza with onions and olives``: each box on the page that is named is ticked, and the order sent."""
    if verb not in ("order", "buy", "book", "reserve", "add", "apply"):
        return False
    told = _spaced(what)
    boxes = [
        box for box in await pane.things("checkbox", "radio")
        if re.search(r"\w", box.text) and _spaced(box.text) in told
    ]  # fmt: skip
    faces = {thing.text.strip().lower() for thing in await pane.things("button")}
    send = next((name for name in _ACTS[verb] if name.lower() in faces), None)
    if len(boxes) < 2 or send is None:
        return False
    for box in boxes:
        if not box.checked:
            await pane.click(box, f"Choose “{box.text}”.")
    await pane.press(send)
    return True


def _spaced(text: str) -> str:
    return " ".join(["", *re.findall(r"\w+", text.lower()), ""])


async def every(pane: Pane, match: re.Match[str]) -> None:
    """``Star all mails from David``: each entry with that name, found anew after each since entries may go or move."""
    verb, name = match["act"].lower(), bare(match["what"])
    done: list[int] = []
    shown = acted = 0
    for _ in range(_MOST):
        found = sorted((match.box for match in await pane.texts(name, 0.9)), key=lambda box: box.y)
        done = done if len(found) >= shown else []  # what was acted on has gone
        shown = len(found)
        row = next((box for box in found if all(abs(box.y - y) > box.height // 2 for y in done)), None)
        if row is None:
            break
        own = await _own(pane, row, _ACTS[verb])
        if own is None:
            raise Stuck(f"I see nothing to {verb} “{name}” with.")
        await pane.click(own, f"{verb.capitalize()} {name}.")
        await pane.hand.took_effect()
        done.append(row.y)
        acted += 1
    if not acted:
        raise Stuck(f"I see no entry “{name}” on the page.")


async def own_sign(pane: Pane, row: Rect, names: Sequence[str]) -> Rect | None:
    """What in the row is written or drawn as one of ``names``; nothing else that stands there."""
    sheet = await pane.sheet()
    drawn = [(thing.box, thing.text.strip()) for thing in sheet.of("button", "shape")]
    drawn += [(word.box, word.text) for line in sheet.lines for word in line.words]
    drawn += [(line.box, line.text.strip()) for line in sheet.lines] + [(mark.box, mark.mark) for mark in sheet.marks]
    level = [(box, text) for box, text in drawn if text in names and same_row(box, row) and box.x >= row.right - 2]
    return min((box for box, _ in level), key=lambda box: box.x, default=None)


async def sign(pane: Pane, match: re.Match[str]) -> None:
    """``Press the heart of the post by Anna``: the small sign in that entry, whatever it was read as."""
    verb = _SIGNS[match["sign"].lower()]
    row = await _entry(pane, match["what"])
    box = None if row is None else await _own(pane, row, _ACTS[verb])
    if row is None or box is None:
        raise Stuck(f"I see no {match['sign']} at “{match['what']}”.")
    await pane.click(box, f"Press the {match['sign']} of {match['what']}.")
    pane.last = row


async def mark(pane: Pane, match: re.Match[str]) -> None:
    """``Mark the mail from Ida as read``: by what its entry has for that, else a click on it and on what says so."""
    state, row = match["state"], await _entry(pane, match["what"])
    if row is None:
        raise Stuck(f"I see no entry “{match['what']}” on the page.")
    names = (f"Mark as {state}", f"Mark {state}", state, "✓", "✔", "√")
    box = await _own(pane, row, names)
    await pane.click(box or row, f"Mark {match['what']} as {state}.")
    pane.last = row
    if box is None and await pane.hand.took_effect() and await pane.button(names[0]) is not None:
        await pane.press(names[0])


async def _several(pane: Pane, verb: str, what: str, times: int) -> None:
    """``two notebooks`` of ``two notebooks and one pen``."""
    row = await _entry(pane, what) or await _entry(pane, re.sub(r"e?s$", "", what))
    if row is None:
        raise Stuck(f"I see no entry “{what}” on the page.")
    box = await _own(pane, row, _ACTS[verb]) or row
    for _ in range(times):
        await pane.click(box, f"{verb.capitalize()} {what}.")
    pane.last = row


async def _entry(pane: Pane, words: str) -> Rect | None:
    """The text of the entry that is meant: its name, its number, or what is special about it."""
    words = words.strip(" .")
    if words in ("it", "that one", "this one"):
        return pane.last
    sheet = await pane.sheet()
    nth = ordinal(re.sub(r"\"[^\"]*\"", "", words))
    if nth is not None and not re.search(r"\"", words):
        rows = [row for row in reckoning.rows_of(sheet.lines) if len(row.name.text) > 1]
        alike = [row for row in rows if await _own(pane, row.name.box, ()) is not None] or rows
        counted = at(alike, nth)
        return None if counted is None else counted.name.box
    if way := re.match(
        r"(?:the )?(cheapest|most expensive|oldest|newest|latest|highest|lowest|heaviest|lightest|largest|smallest|longest|shortest|fastest|nearest|closest)\b",
        words,
        re.I,
    ):
        rows = _held_to(reckoning.rows_of(sheet.lines), words[way.end() :])
        row = reckoning.best_row(rows, way[1].lower(), "")
        return None if row is None else row.name.box
    name = bare(
        re.sub(
            rf"^(?:the )?(?:{_ENTRY}) (?:(?:called|named|titled|of|by|from|with(?: the (?:name|title|text|subject))?) )?",
            "",
            words,
            flags=re.I,
        )
    )
    name = re.sub(rf"'s(?: {_ENTRY})?$", "", name)
    found = await pane.texts(name, 0.86)
    return found[0].box if found else None


_HELD_TO = re.compile(
    r"\b(?:with|of|in|from|for|that has)\s+(?:the\s+)?(?P<what>\"[^\"]+\"|\d[\w.]*|(?-i:[A-Z])\w+)", re.I
)


def _held_to(rows: list[reckoning.Row], rest: str) -> list[reckoning.Row]:
    """Of the rows those that have what the wish says besides: “the cheapest phone with 256 GB”."""
    for what in [bare(match["what"]).lower() for match in _HELD_TO.finditer(rest)]:
        held = [row for row in rows if any(what in re.findall(r"[\w.]+", cell.text.lower()) for cell in row.cells)]
        rows = held or rows
    return rows


async def _own(pane: Pane, row: Rect, names: Sequence[str]) -> Rect | None:
    """What in the row (or close under it) carries one of the names; with no names, whatever can be clicked there."""
    sheet = await pane.sheet()
    places = [(t.box, t.text.strip()) for t in sheet.of("button", "shape", "checkbox")]
    places += [(word.box, word.text) for line in sheet.lines for word in line.words]
    places += [(line.box, line.text.strip()) for line in sheet.lines]
    places += [(mark.box, mark.mark) for mark in sheet.marks]
    level = [(box, text) for box, text in places if same_row(box, row) and box.x >= row.right - 2]
    before = [(box, text) for box, text in places if same_row(box, row) and box.right <= row.x + 2]
    chip = _chip(sheet, row)
    if chip is not None:  # what stands in the next one is not its own
        level = [(box, text) for box, text in level if chip.contains(box.center)]
    for name in names:
        fitting = [box for box, text in level if text.lower() == name.lower()]
        if fitting:
            return min(fitting, key=lambda box: box.x)
        fitting = [box for box, text in before if text.lower() == name.lower()]
        if fitting:
            return max(fitting, key=lambda box: box.x)
    if chip is not None and "×" in names:
        return Rect(chip.right - int(0.9 * sheet.unit), chip.center.y - 2, 4, 4)
    if names:
        under = [
            box
            for box, text in places
            for name in names
            if text.lower() == name.lower() and 0 < box.y - row.y < 6 * sheet.unit
        ]
        if under:
            return min(under, key=lambda box: (box.y, distance(box, row)))
    buttons = [t.box for t in sheet.of("button", "shape", "checkbox", "knob") if same_row(t.box, row)]
    signs = [mark.box for mark in sheet.marks if same_row(mark.box, row)]
    for faces in (buttons, signs):
        rest = sorted((box for box in faces if box.x > row.right), key=lambda box: box.x)
        if rest:
            last = not names or len(rest) == 1 or names[0] in ("Delete", "Remove")
            return rest[-1] if last else rest[0]
        left = [box for box in faces if box.right < row.x + 2]
        if left and names:  # what stands before the name: the outermost is what the entry is for
            return min(left, key=lambda box: box.x)
    return None


def _chip(sheet: Sheet, row: Rect) -> Rect | None:
    """The small face that holds a name and has room for a sign at its end."""
    faces = [
        region.box for region in sheet.regions
        if region.box.grow(2).contains(row.center) and row.width <= region.box.width < row.width + 4 * sheet.unit
        and region.box.height < 3 * sheet.unit and region.box.right - row.right > 0.7 * sheet.unit
        and row.x - region.box.x < region.box.right - row.right and min(region.colour) < 252
    ]  # fmt: skip
    return min(faces, key=lambda box: box.area, default=None)
