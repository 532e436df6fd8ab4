# ruff: noqa: E501 - a pattern is read more easily in one line
"""Text on a page: selected, counted, copied from one field to another, typed again."""

from __future__ import annotations

import re

from deskhand.models.local.counted import at
from deskhand.models.local.hand import Stuck
from deskhand.models.local.page import glyphs, referents
from deskhand.models.local.page.pane import Pane, joined
from deskhand.models.local.page.sheet import Thing
from deskhand.models.local.page.skills.tables import value_of
from deskhand.models.local.page.words import bare, colour_name, number, ordinal, quoted
from deskhand.screen.geometry import Point, Rect, bounding
from deskhand.vision.scene import TextLine


async def highlight(pane: Pane, match: re.Match[str]) -> None:
    """``Highlight the text in the 3rd paragraph and click submit``: three clicks take a paragraph."""
    blocks = await paragraphs(pane)
    nth = ordinal(match["which"] or "") or number(match["which"] or "") or 1
    if (lines := at(blocks, nth)) is None:
        raise Stuck("I do not see that paragraph.")
    first, last = lines[0].box, lines[-1].box
    await pane.drag(
        Point(first.x - 1, first.center.y), Point(last.right + 8, last.center.y), "Select the paragraph with the mouse."
    )
    await pane.submit()


async def paragraphs(pane: Pane) -> list[list[TextLine]]:
    """Lines of running text, taken together where they stand close below one another."""
    sheet = await pane.sheet()
    buttons = [thing.box for thing in sheet.of("button", "field", "select")]
    lines = [line for line in sheet.lines if not any(box.contains(line.box.center) for box in buttons)]
    blocks: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: (line.box.y, line.box.x)):
        if blocks and line.box.y - blocks[-1][-1].box.bottom < 0.8 * sheet.unit:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


async def nth_word(pane: Pane, match: re.Match[str]) -> None:
    """``Find the 7th word in the paragraph, type that into the textbox and press "Submit"``."""
    nth = ordinal(match["nth"])
    words = [word for block in await paragraphs(pane) for line in block for word in line.text.split()]
    word = None if nth is None else at(words, nth)
    if word is None:
        raise Stuck(f"I count {len(words)} words only.")
    fields = await pane.things("field")
    if not fields:
        raise Stuck("I see no field to type the word into.")
    await pane.fill(fields[0], word.strip(".,;:!?\"'"))
    if re.search(r"\b(?:press|hit) (?:the )?enter\b", match.string, re.IGNORECASE):
        await pane.key("Return")
    else:
        await pane.submit()


async def copy(pane: Pane, match: re.Match[str]) -> None:
    """``Copy the text from the 3rd text area below and paste it into the text input, then press Submit``."""
    nth = ordinal(match["which"] or "") or 1
    areas = await text_areas(pane)
    if (source := at(areas, nth)) is None:
        raise Stuck("I do not see that text area.")
    await pane.click(Point(source.x + 40, source.y + min(30, source.height // 2)), "Click into the text area.")
    await pane.key("ctrl+a")
    await pane.key("ctrl+c")
    empty = await _empty_field(pane)
    await pane.click(empty, "Click into the field.")
    await pane.key("ctrl+v")
    await pane.submit()


async def text_areas(pane: Pane) -> list[Rect]:
    """Fields with text in them, top to bottom: where letters crowd the face, by their text and what surrounds it."""
    sheet = await pane.sheet()
    boxes = [thing.box for thing in sheet.of("area", "field", "card") if thing.text]
    boxes += [
        region.box
        for region in sheet.regions
        if min(region.colour) > 240
        and region.box.width > 4 * sheet.unit
        and region.box.height > 1.6 * sheet.unit
        and sheet.in_box(region.box)
    ]
    kept: list[Rect] = []
    for box in sorted(boxes, key=lambda box: -box.area):
        if box.height < 0.6 * pane.body.height and not any(other.intersect(box) for other in kept):
            kept.append(box)
    if len(kept) < 2:
        kept = [
            b for b in (bounding([line.box for line in block]) for block in await paragraphs(pane)) if b is not None
        ]
    return sorted(kept, key=lambda box: box.y)


async def _empty_field(pane: Pane) -> Thing:
    empty = [thing for thing in await pane.things("field") if not thing.text]
    if not empty:
        raise Stuck("I see no empty field.")
    return max(empty, key=lambda thing: thing.box.y)


async def copy_typed(pane: Pane, match: re.Match[str]) -> None:
    """``Type the text below into the text field``: what is drawn there, crooked as it may be."""
    field = await _empty_field(pane)
    region = Rect(pane.body.x, pane.body.y, pane.body.width, max(1, field.box.y - pane.body.y))
    read = ["".join(line.text for line in (await pane.closer(region, times)).texts) for times in (1, 2, 3)]
    told = glyphs.likeliest((await pane.sheet()).picture, region, [bare(text.replace(" ", "")) for text in read])
    await pane.fill(field, told or joined(await pane.lines()))
    await pane.submit()


async def read_to_the_end(pane: Pane, match: re.Match[str]) -> None:
    """``Scroll to the bottom of the textarea, enter the name "Vina" then press "Agree"``."""
    from deskhand.models.local.page import clauses

    areas = await text_areas(pane)
    spot = areas[0].center if areas else pane.body.center
    for _ in range(12):
        if not await pane.scroll("down", 10, spot):
            break
    rest = match["rest"].strip(" ,.")
    if rest:
        await clauses.carry_out(pane, rest)


STYLE = (
    r"(?:make|turn|format|set|print|put|write) (?!<the>colou?r ?(?:picker|wheel))(?:the (?:word|text|phrase|name) )?(?P<what>.+?) (?:to |in |into )?(?P<style>bold|italics?|underlined?|<colour>)\b",
    r"(?:apply|give) <the>?(?P<style>bold|italics?|underlined?)(?: style| format(?:ting)?)? to (?P<what>.+?)(?:,? (?:and|then) |\.|$)",
)
_KEYS = {"bold": ("B", "ctrl+b"), "italic": ("I", "ctrl+i"), "underline": ("U", "ctrl+u")}


async def style(pane: Pane, match: re.Match[str]) -> None:
    """``Make the word "sed" bold``: it is selected, then the button is pressed."""
    wish, what = match["style"].lower(), match["what"]
    names = re.findall(r"\"([^\"]+)\"", what)
    if names:
        found = await pane.texts(names[0], 0.88)
        if not found:
            raise Stuck(f"I do not see “{names[0]}”.")
        box = found[0].box
        if " " in names[0]:
            await pane.drag(Point(box.x - 1, box.center.y), Point(box.right + 1, box.center.y), f"Select “{names[0]}”.")
        else:
            await pane.click(box, f"Select “{names[0]}”.", count=2)
    else:
        areas = await text_areas(pane)
        await pane.click(areas[0].center if areas else pane.body.center, "Click into the text.")
        await pane.key("ctrl+a")
    kind = next((kind for kind in _KEYS if wish.startswith(kind)), None)
    if kind is None:
        await _colour(pane, wish)
    else:
        letter, keys = _KEYS[kind]
        button = next((b for b in await pane.things("button") if b.text.strip() in (letter, kind.capitalize())), None)
        if button is not None:
            await pane.click(button, f"Press the button for {kind}.")
        else:
            await pane.key(keys)
    if await pane.button("Submit") is not None:
        await pane.submit("Submit")


async def _colour(pane: Pane, name: str) -> None:
    """A patch of that colour among the buttons."""
    sheet = await pane.sheet()
    patches = [
        region for region in sheet.regions
        if 0.4 * sheet.unit < region.box.width < 3 * sheet.unit and colour_name(region.colour) == name
    ]  # fmt: skip
    if not patches:
        raise Stuck(f"I see no button for {name}.")
    await pane.click(patches[0].box, f"Choose {name}.")


COPY = (
    r"(?:copy|duplicate) (?P<what>.+?) (?:from|in|of) (?P<source>.+?) (?:and paste (?:it|them|that) )?(?:into|to|in) (?P<goal>.+?)",
    r"(?:copy|duplicate) (?P<source>.+?) (?:and paste (?:it|them|that) )?(?:into|to) (?P<goal>.+?)",
)
PASTE = (r"(?:paste|insert)(?: (?:it|them|that|the text|what you copied))? (?:into|in|to) (?P<goal>.+?)",)
COPY_ONLY = (r"copy (?P<source>.+?)",)


async def copy_over(pane: Pane, match: re.Match[str]) -> None:
    """``Copy the code from the first field into the second field``; what stands behind a colon is written."""
    label = re.sub(r"^(?:the )?(?:value of (?:the )?)?", "", match["source"], flags=re.I)
    told = None if quoted(label) else value_of(await pane.lines(), label)
    if told is None and match.groupdict().get("what"):
        told = await _said_of(pane, match["what"], label)
    if told is not None:
        goal = await referents.need(pane, match["goal"])
        await pane.fill(goal, told)
        return
    await copy_only(pane, match)
    await paste(pane, match)


_REACH = 6
"""Line heights below its name that an entry goes on at most."""


async def _said_of(pane: Pane, what: str, name: str) -> str | None:
    """The order number of the lamp: what stands behind “Order” under “Lamp”."""
    sheet = await pane.sheet()
    anchors = await pane.texts(bare(name), 0.86)
    words = [word for word in re.findall(r"[a-z]{3,}", what.lower()) if word not in ("the", "number", "value", "text")]
    if not anchors or not words:
        return None
    own = anchors[0].box
    below = [line for line in sheet.lines if -4 <= line.box.y - own.y < _REACH * sheet.unit]
    for line in sorted(below, key=lambda line: line.box.y):
        for word in words:
            found = re.search(rf"\b{word}\b(?: (?:no|number|code)\b)?[\s.:#]*(?P<value>\S.*)", line.text, re.IGNORECASE)
            if found is not None:
                return found["value"].strip()
    return None


async def copy_only(pane: Pane, match: re.Match[str]) -> None:
    """All that a field holds; a word of plain text is taken by two clicks."""
    source = await referents.need(pane, match["source"])
    sheet = await pane.sheet()
    held = any(thing.box.intersect(source) for thing in sheet.of("field", "area", "card"))
    await pane.click(source, "Click what is to be copied.", count=1 if held else 3)
    if held:
        await pane.key("ctrl+a")
    await pane.key("ctrl+c")


async def paste(pane: Pane, match: re.Match[str]) -> None:
    goal = await referents.need(pane, match["goal"])
    await pane.click(goal, "Click where it goes.")
    await pane.key("ctrl+v")
