"""Pages with more behind them: tabs, menus that open into others, results on several pages, cards that turn over."""

from __future__ import annotations

import re

import numpy as np

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.models.local.page.words import ordinal
from deskhand.screen.geometry import Rect
from deskhand.vision.match import similarity
from deskhand.vision.scene import TextLine

_PAGES = 24


async def through_tabs(pane: Pane, match: re.Match[str]) -> None:
    """``Switch between the tabs to find and click on the link "enim"``."""
    name = match["name"].strip()
    tabs = await tab_heads(pane)
    for index in range(-1, len(tabs)):
        if index >= 0:
            await pane.click(tabs[index], f"Open tab {index + 1}.")
        link = await link_named(pane, name)
        if link is not None:
            await pane.click(link, f"Click the link “{name}”.")
            return
    raise Stuck(f"I find no link “{name}” under any tab.")


async def tab_heads(pane: Pane) -> list[Thing]:
    """The buttons of the topmost row."""
    buttons = await pane.things("button")
    if not buttons:
        return []
    top = min(thing.box.y for thing in buttons)
    return sorted((t for t in buttons if t.box.y - top < t.box.height), key=lambda thing: thing.box.x)


async def link_named(pane: Pane, name: str) -> Rect | None:
    """A word or line of that text in a link's blue; with ``,`` and ``.`` at its end as written."""
    wanted = name.strip(" .,;").lower()
    sheet = await pane.sheet()
    found: list[tuple[float, Rect]] = []
    for line in sheet.lines:
        if similarity(line.text.strip(" .,;").lower(), wanted) > 0.92 and is_blue(sheet, line.box):
            found.append((1.0, line.box))
        for word in line.words:
            score = similarity(word.text.strip(" .,;:").lower(), wanted)
            if score > 0.86 and is_blue(sheet, word.box):
                found.append((score - (0 if word.text.strip(" ") == name else 0.01), word.box))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def is_blue(sheet: Sheet, box: Rect) -> bool:
    """Whether the ink is blue, as that of links is."""
    part = sheet.picture[box.y : box.bottom, box.x : box.right].reshape(-1, 3).astype(int)
    if not len(part):
        return False
    paper = np.median(part, axis=0)
    ink = np.abs(part - paper).max(axis=1) > 60
    blue = ink & (part[:, 2] > 110) & (part[:, 2] - part[:, 0] > 70) & (part[:, 2] - part[:, 1] > 40)
    return bool(blue.sum() > 0.5 * max(1, ink.sum()))


async def link(pane: Pane, match: re.Match[str]) -> None:
    """``Click on the link "sed"``."""
    name = match["name"].strip()
    for _ in range(6):
        box = await link_named(pane, name)
        if box is not None:
            await pane.click(box, f"Click the link “{name}”.")
            return
        if not await pane.scroll("down", 4):
            break
    await pane.press(name)


async def nth_result(pane: Pane, match: re.Match[str]) -> None:
    """``Use the textbox to enter "Kanesha" and press "Search", then find and click the 8th search result``."""
    nth = ordinal(match["nth"])
    fields = await pane.things("field")
    if nth is None or not fields:
        raise Stuck("I see no field to search with.")
    await pane.fill(fields[0], match["query"])
    await pane.press("Search")
    await pane.hand.took_effect()
    passed = 0
    for page in range(_PAGES):
        heads = await _results(pane)
        if nth - passed <= len(heads):
            await pane.click(heads[nth - passed - 1].box, f"Click result {nth}.")
            return
        passed += len(heads)
        if not await _next_page(pane, page + 2):
            break
    raise Stuck(f"There are only {passed} results.")


async def _results(pane: Pane) -> list[TextLine]:
    """The titles of the results: lines in a link's blue that are not the numbers of pages."""
    sheet = await pane.sheet()
    return [
        line
        for line in sheet.lines
        if is_blue(sheet, line.box)
        and not re.fullmatch(r"[\d\s<>«»‹›.…-]+", line.text.strip())
        and not _in_button(sheet, line)
    ]


def _in_button(sheet: Sheet, line: TextLine) -> bool:
    return any(thing.box.contains(line.box.center) for thing in sheet.of("button", "field"))


async def _next_page(pane: Pane, number: int) -> bool:
    """By its number, or by the sign for forward."""
    for _ in range(2):
        sheet = await pane.sheet()
        foot = sorted(sheet.lines, key=lambda line: -line.box.y)[:12]
        for line in foot:
            for word in line.words:
                if word.text.strip() == str(number) and is_blue(sheet, word.box):
                    await pane.click(word.box, f"Go to page {number}.")
                    return True
        for line in foot:
            for word in line.words:
                if word.text.strip() in (">", "›", "»", "Next", "＞"):
                    await pane.click(word.box, "Go to the next page.")
                    return True
        if not await pane.scroll("down", 10):
            break
    return await _forward(pane)


async def contact(pane: Pane, match: re.Match[str]) -> None:
    """``Find Roxana in the contact book and click on their phone number``."""
    what = match["what"].strip(" .").lower()
    for _ in range(_PAGES):
        if await pane.texts(match["name"], 0.9):
            break
        if not await _forward(pane):
            raise Stuck(f"I do not find {match['name']}.")
    sheet = await pane.sheet()
    for line in sheet.lines:
        label, colon, _ = line.text.partition(":")
        if colon and similarity(label.strip().lower(), what.split()[0]) > 0.75:
            words = [word for word in line.words if is_blue(sheet, word.box)]
            box = words[0].box if words else Rect(line.box.center.x, line.box.y, line.box.width // 2, line.box.height)
            await pane.click(box, f"Click the {what}.")
            return
    raise Stuck(f"I see no {what}.")


async def _forward(pane: Pane) -> bool:
    sheet = await pane.sheet()
    for line in sorted(sheet.lines, key=lambda line: -line.box.y):
        for word in reversed(line.words):
            if word.text.strip() in (">", "›", "»", "＞"):
                await pane.click(word.box, "Turn the page.")
                return True
    blue = [
        region.box
        for region in sheet.regions
        if region.box.y > pane.body.center.y and region.colour[2] > 150 > region.colour[0]
    ]
    if blue:
        low = max(box.bottom for box in blue) - 1.5 * sheet.unit
        await pane.click(max((box for box in blue if box.bottom > low), key=lambda box: box.x), "Turn the page.")
        return True
    return False


async def movies(pane: Pane, match: re.Match[str]) -> None:
    """``Search for drama movies directed by Sanchez from year 2001``: into fields found by their labels."""
    for label, value in (("Year", match["year"]), ("Director", match["director"]), ("Genre", match["genre"])):
        field = await pane.field_named(label)
        if field is None:
            raise Stuck(f"I see no field “{label}”.")
        await pane.fill(field, value.strip())
    await pane.submit()


async def greatest(pane: Pane, match: re.Match[str]) -> None:
    """``Find and pick the card with the greatest number``: each is turned over to be read."""
    sheet = await pane.sheet()
    cards = [
        region.box
        for region in sorted(sheet.regions, key=lambda region: region.box.x)
        if region.box.height > 3.5 * sheet.unit and region.box.width > 2.5 * sheet.unit
    ]
    apart: list[Rect] = []
    for box in cards:
        if not any(abs(box.center.x - other.center.x) < box.width // 2 for other in apart):
            apart.append(box)
    seen: list[tuple[int, Rect]] = []
    for box in apart:
        await pane.click(box, "Turn the card over.")
        scene = await pane.closer(box, 2)
        digits = [int(n) for line in scene.texts for n in re.findall(r"\d+", line.text)]
        seen.append((max(digits, default=-1), box))
    if not seen:
        raise Stuck("I see no cards.")
    best = max(seen, key=lambda pair: pair[0])
    if best is not seen[-1]:
        await pane.click(best[1], f"Pick the card with {best[0]}.")
    await pane.submit()
