"""A small mail program: find a sender's mail, then star, delete, answer or forward it."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import similarity

_SCROLLS = 20


async def free(pane: Pane, match: re.Match[str]) -> None:
    """However it is put: ``Get rid of Kipp's email``, ``Forward Cherish a copy of Jessalyn's e-mail``."""
    text = match.string
    name = _sender(text)
    if name is None:
        raise Stuck(f"I do not see whose mail is meant by “{text}”.")
    lowered = text.lower()
    if said := re.search(r"\"([^\"]+)\"?", text):
        await _open(pane, name)
        await _foot(pane, 0, "Reply")
        await _write(pane, said[1].strip())
    elif re.search(r"\bforward|\bsend\b|\bpass\b|\bshare\b|\bcopy of", lowered):
        goal = _receiver(text, name)
        if goal is None:
            raise Stuck(f"I do not see to whom {name}'s mail should go.")
        await _pass_on(pane, name, goal)
    elif re.search(r"\bdelete|\bget rid|\btrash|\bremove|\berase|\bdiscard|\bthrow", lowered):
        icons = await _icons(pane, name)
        await pane.click(icons[-1], f"Delete {name}'s mail.")
    else:
        icons = await _icons(pane, name)
        await pane.click(icons[0], f"Mark {name}'s mail.")


async def answer(pane: Pane, text: str) -> None:
    """Write back to the mail that is open."""
    await _foot(pane, 0, "Reply")
    await _write(pane, text)


_NAME = r"[A-Z][\w-]+(?:'[A-Z]\w+)?"


def _sender(text: str) -> str | None:
    for pattern in (
        rf"(?P<name>{_NAME})'s\s+(?:[a-z]+\s+)?(?:e-?mail|mail|message)",
        rf"(?:e-?mail|mail|message)s?\s+(?:\w+\s+)?(?:by|from|of|that)\s+(?P<name>{_NAME})",
        rf"(?:from|by)\s+(?P<name>{_NAME})",
        rf"(?:reply|respond|answer)\s+(?:back\s+)?to\s+(?P<name>{_NAME})",
        rf"\b(?P<name>{_NAME})'s\b",
    ):
        if found := re.search(pattern, text):
            return str(found["name"])
    return None


def _receiver(text: str, sender: str) -> str | None:
    names = [name for name in re.findall(rf"(?<!^)(?<![.?!]\s)\b({_NAME})", text) if not name.startswith(sender)]
    after = re.search(rf"\bto\s+({_NAME})", text)
    if after and after[1] != sender:
        return after[1]
    return names[0] if names else None


async def star(pane: Pane, match: re.Match[str]) -> None:
    icons = await _icons(pane, match["name"])
    await pane.click(icons[0], f"Mark {match['name']}'s mail as important.")


async def delete(pane: Pane, match: re.Match[str]) -> None:
    icons = await _icons(pane, match["name"])
    await pane.click(icons[-1], f"Delete {match['name']}'s mail.")


async def reply(pane: Pane, match: re.Match[str]) -> None:
    await _open(pane, match["name"])
    await _foot(pane, 0, "Reply")
    text = match["text"].strip().rstrip(".").strip('"').strip()
    if not re.search(r"\w[^\"]*\"", match["text"][1:]):  # its end hangs out of the box, under the mail program
        text = await _copied(pane) or text
    await _write(pane, text)


async def _copied(pane: Pane) -> str:
    """What cannot be read where it stands can be copied to where it can: into the mail, which is then emptied."""
    box = pane.told_in
    await pane.hand.click(Point(box.x + 40, box.y + 30), "Select what the page asks for.", count=3)
    await pane.key("ctrl+c")
    await pane.click(Point(pane.body.center.x, pane.body.center.y), "Click into the mail.")
    await pane.key("ctrl+v")
    sheet = await pane.sheet()
    high, far = sheet.body.y + 4 * sheet.unit, sheet.body.x + 0.8 * sheet.body.width
    lines = [line.text for line in sheet.lines if line.box.y > high and line.box.x < far and len(line.text) > 1]
    told = re.search(r"\"(.+)", " ".join(lines).replace("“", '"').replace("”", '"'))
    await pane.key("ctrl+a")
    await pane.key("BackSpace")
    return re.sub(r"\"[\s.]*$", "", told[1]).strip() if told else ""


async def forward(pane: Pane, match: re.Match[str]) -> None:
    await _pass_on(pane, match["name"], match["to"].strip())


async def _pass_on(pane: Pane, name: str, to: str) -> None:
    await _open(pane, name)
    await _foot(pane, 1, "Forward")
    field = await _to(pane)
    await pane.click(field, "Click into the line of the receiver.")
    await pane.hand.type(to, f"Type {to}.")
    await _send(pane)


async def _row(pane: Pane, name: str) -> Rect:
    """The line with the sender's name, scrolled to."""

    def look(sheet: Sheet) -> Rect | None:
        for line in sheet.lines:
            if _is_by(line.text.strip(), name) and line.box.bottom + 2.4 * sheet.unit < sheet.body.bottom:
                return line.box
        return None

    found = await pane.scroll_to(look, most=_SCROLLS)
    if found is None:  # the last one has no room below it
        found = next((line.box for line in await pane.lines() if _is_by(line.text.strip(), name)), None)
    if not isinstance(found, Rect):
        raise Stuck(f"I find no mail by {name}.")
    return found


def _is_by(text: str, name: str) -> bool:
    """The sender alone, or before the subject in one line."""
    return similarity(text, name) > 0.86 or re.match(rf"{re.escape(name)}\b", text) is not None


async def _icons(pane: Pane, name: str) -> list[Rect]:
    """The star and the bin at the right of a mail's row."""
    row = await _row(pane, name)
    sheet = await pane.sheet()
    limit = sheet.body.x + 0.9 * sheet.body.width
    boxes = [
        mark.box
        for mark in sheet.marks
        if abs(mark.box.center.y - row.center.y) < 1.2 * sheet.unit
        and row.right < mark.box.x
        and mark.box.right < limit
    ]
    if not boxes:
        boxes = [Rect(sheet.body.x + 312, row.y, 30, 30), Rect(sheet.body.x + 356, row.y, 30, 30)]
    return sorted(boxes, key=lambda box: box.x)


async def _open(pane: Pane, name: str) -> None:
    row = await _row(pane, name)
    await pane.click(Point(row.x + 20, row.center.y), f"Open {name}'s mail.")
    await pane.hand.took_effect()


async def _foot(pane: Pane, index: int, name: str) -> None:
    """Reply and Forward stand side by side, with a picture and a word each."""
    for _ in range(5):
        found = await pane.texts(name, 0.85)
        if found:
            await pane.click(found[-1].box, f"Click “{name}”.")
            await pane.hand.took_effect()
            return
        if not await pane.scroll("down", 4):
            break
    sheet = await pane.sheet()
    marks = sorted(
        (
            mark.box
            for mark in sheet.marks
            if mark.box.y > sheet.body.center.y and mark.box.right < sheet.body.right - 50
        ),
        key=lambda box: box.x,
    )
    if len(marks) <= index:
        raise Stuck(f"I see nothing to {name.lower()} with.")
    await pane.click(marks[index], f"Click “{name}”.")
    await pane.hand.took_effect()


async def _write(pane: Pane, text: str) -> None:
    sheet = await pane.sheet()
    framed = [
        thing.box for thing in sheet.of("field", "card", "area")
        if len(thing.text) < 3 and thing.box.height > 2.2 * sheet.unit and thing.box.width < 0.97 * sheet.body.width
    ]  # fmt: skip
    await pane.click(max(framed, key=lambda box: box.area, default=sheet.body).center, "Click into the mail.")
    await pane.hand.type(text, f"Type “{text[:40]}”.")
    await _send(pane)


async def _to(pane: Pane) -> Point:
    found = [line for line in await pane.lines() if re.match(r"to\b", line.text.strip(), re.I)]
    if not found:
        raise Stuck("I see no line for the receiver.")
    box = min(found, key=lambda line: line.box.y).box
    return Point(box.right + 60, box.center.y)


async def _send(pane: Pane) -> None:
    """The paper plane at the top right, or a word."""
    named = await pane.texts("Send", 0.9)
    if named:
        await pane.click(named[0].box, "Send it.")
        return
    sheet = await pane.sheet()
    high = sheet.body.y + 3 * sheet.unit
    marks = [mark.box for mark in sheet.marks if mark.box.center.y < high]
    marks += [
        r.box for r in sheet.regions if r.box.center.y < high and r.box.width < 3 * sheet.unit and max(r.colour) < 190
    ]
    right = [box for box in marks if box.x > sheet.body.center.x]
    if not right:
        raise Stuck("I see nothing to send it with.")
    await pane.click(max(right, key=lambda box: (box.area > 200, box.x)), "Send it.")
