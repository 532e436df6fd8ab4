# ruff: noqa: E501 - a pattern is read more easily in one line
"""One word of many: the longest, the last, the first in the alphabet, the one in the largest print; and words replaced."""

from __future__ import annotations

import re

import numpy as np

from deskhand.models.local.counted import at
from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import SUBMITS, Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.skills.strokes import select_text
from deskhand.models.local.page.words import bare, ordinal
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

_OF = r"(?: (?:in|of|from|on) (?:the |this )?(?:list|text|sentence|page|paragraph|line|words?|box|passage)(?: below| above)?)?"
_FIND = r"(?:find|enter|type|write|what is|read|tell|copy|<click>|choose|select|pick)(?: on)?"
LENGTH = (rf"{_FIND} the (?P<way>longest|shortest) word{_OF}",)
PLACE = (rf"(?:find|enter|type|write|what is|read|tell) the (?P<nth><ordinal>) word{_OF}",)
SIZE = (
    r"(?:<click>|choose|select|pick|find)(?: on)? the (?:word|text|letter|number|line|one)? ?(?:in the |with the |that is (?:in )?(?:the )?|written )?(?P<way>biggest|largest|smallest|tiniest)(?: (?:print|font|type|letters|size|text|word|letter|writing|one)){1,2}",
)
REPLACE = (
    r"(?:replace|change|swap|substitute)(?: the)?(?: words?| text)? (?P<old>\"[^\"]+\")(?: (?:with|by|to|for|into))(?: the)?(?: words?| text)? (?P<new>\"[^\"]+\")(?: (?:in|of) .+)?",
)
APPEND = (
    r"(?:add|append|write|type|put|insert|attach|enter)(?: the)?(?: (?:words?|text|sentence|line|letters?|number|name))? (?P<what>\"[^\"]+\"|[\w'-]+(?: [\w'-]+){0,3}?) (?:at|to|on) the (?:very )?(?P<where>end|start|beginning|top|bottom|front)(?: of (?:the |this |your )?(?:\w+ )?(?:text|note|message|letter|line|sentence|list|document|paragraph|(?:text )?(?:field|box|area)|memo|poem))?",
)
ERASE = (
    r"(?:delete|remove|erase|take out)(?: the)? (?:words?|letters?|phrase) (?P<old>\"[^\"]+\")(?: (?:from|in|of) .+)?",
)


LINE = (
    r"(?:delete|remove|erase) the (?P<nth><ordinal>) line (?:of|from|in) (?:the |this )?(?:note|text|message|text ?(?:area|box|field)|document|editor|poem|letter|field|box)(?: below| above)?",
)
SHOWN = (
    r"(?:enter|type|write|copy|input|type in)(?: in)? the (?P<what>code|text|word|number|characters?|letters?|digits?|captcha)(?: that| which)?(?: (?:is|are|you see|shown|displayed|written|printed|given|appears?))+(?: (?:in|on|below|above|at) ?(?:the \w+)?(?: below| above)?)?",
)


def _running(sheet: Sheet) -> list[TextLine]:
    """Lines that are no button's and no field's."""
    held = [thing.box for thing in sheet.of("button", "field", "select")]
    return [line for line in sheet.lines if not any(box.contains(line.box.center) for box in held)]


async def by_length(pane: Pane, match: re.Match[str]) -> None:
    """``Type the longest word of the list into the box``."""
    words = [word for line in _running(await pane.sheet()) for word in line.words]
    words = [word for word in words if re.search(r"[^\W\d]", word.text)]
    if not words:
        raise Stuck("I see no words.")

    def length(at: int) -> int:
        return len(re.sub(r"\W", "", words[at].text))

    best = (max if match["way"].lower() == "longest" else min)(range(len(words)), key=length)
    pane.kept, pane.last = words[best].text.strip(".,;:!?()\"'"), words[best].box
    await _clicked(pane, match)


async def by_place(pane: Pane, match: re.Match[str]) -> None:
    """``Type the last word of the text``."""
    words = [word for line in _running(await pane.sheet()) for word in line.words]
    nth = ordinal(match["nth"]) or 1
    if (word := at(words, nth)) is None:
        raise Stuck(f"I count {len(words)} words only.")
    pane.kept, pane.last = word.text.strip(".,;:!?()\"'"), word.box


async def by_size(pane: Pane, match: re.Match[str]) -> None:
    """``Click on the biggest word``: by the height of its ink, with what hangs down taken as half."""
    sheet = await pane.sheet()
    words = [word for line in _running(sheet) for word in line.words if re.search(r"\w", word.text)]
    if not words:
        raise Stuck("I see no words.")
    heights = [_height(sheet, word.text, word.box) for word in words]
    pick = max if match["way"].lower() in ("biggest", "largest") else min
    best = words[pick(range(len(words)), key=heights.__getitem__)]
    pane.last = best.box
    await pane.click(best.box, f"Click “{best.text}”.")


def _height(sheet: Sheet, text: str, box: Rect) -> float:
    """The size of the print: the ink's height over what its letters take of it."""
    part = sheet.picture[box.y : box.bottom, box.x : box.right].astype(int)
    ink = (np.abs(part - np.median(part.reshape(-1, 3), axis=0)).max(axis=2) > 60).any(axis=1).nonzero()[0]
    if not len(ink):
        return float(box.height)
    tall = 0.72 if re.search(r"[A-Zbdfhklt0-9]", text) else 0.53
    return float(ink[-1] - ink[0] + 1) / (tall + (0.2 if re.search(r"[gjpqy]", text) else 0.0))


async def _clicked(pane: Pane, match: re.Match[str]) -> None:
    if pane.last is not None and re.match(r"(?:click|press|tap|hit|choose|select|pick)\b", match[0], re.I):
        await pane.click(pane.last, f"Click “{pane.take_kept()}”.")


async def replace(pane: Pane, match: re.Match[str]) -> None:
    """``Replace the word "red" by "blue" in the text area``: selected, and typed over."""
    await select_text(pane, bare(match["old"]))
    await pane.hand.type(bare(match["new"]), f"Type {match['new']}.")


async def append(pane: Pane, match: re.Match[str]) -> None:
    """``Add the word butter at the end of the text``: after a space, or in a line of its own where each word has one."""
    await put_at(pane, bare(match["what"]), match["where"].lower() in ("start", "beginning", "top", "front"), match[0])


async def put_at(pane: Pane, word: str, start: bool, said: str) -> None:
    """At the start or the end of the largest text that can be written in."""
    sheet = await pane.sheet()
    told = [thing for thing in sheet.of("area", "card", "field") if thing.text or thing.box.height > 3 * sheet.unit]
    area = max(told, key=lambda thing: thing.box.area, default=None)
    if area is None:
        raise Stuck("I see no text to write into.")
    grip = area.box.right - 2 * sheet.unit, area.box.bottom - 2 * sheet.unit  # read as a sign now and then
    lines = [line for line in sheet.in_box(area.box) if line.box.x < grip[0] or line.box.y < grip[1]]
    single = len(lines) > 1 and all(" " not in line.text.strip() for line in lines)
    gap = "\n" if single or re.search(r"\bline\b|行", said) else " "
    await pane.click(lines[-1].box if lines else area.box, "Click into the text.")
    await pane.key("ctrl+Home" if start else "ctrl+End")
    told_whole = word if not lines else f"{word}{gap}" if start else f"{gap}{word}"
    await pane.hand.type(told_whole, f"Type “{word}”.")


async def erase(pane: Pane, match: re.Match[str]) -> None:
    """``Delete the word "very" from the text``."""
    await select_text(pane, bare(match["old"]))
    await pane.key("Delete")


async def erase_line(pane: Pane, match: re.Match[str]) -> None:
    """``Delete the last line of the note``: with the break that parts it from the others."""
    sheet = await pane.sheet()
    areas = [thing.box for thing in sheet.of("area", "card", "field") if len(sheet.in_box(thing.box)) > 1]
    lines = sorted(sheet.in_box(max(areas, key=lambda box: box.area)), key=lambda line: line.box.y) if areas else []
    nth = ordinal(match["nth"]) or 1
    if (line := at(lines, nth)) is None:
        raise Stuck(f"I see {len(lines)} lines only.")
    await pane.click(line.box, "Click into the line.")
    await pane.key("End")
    await pane.key("shift+Home")
    await pane.key("Delete")
    await pane.key("BackSpace" if line is not lines[0] else "Delete")


async def shown(pane: Pane, match: re.Match[str]) -> None:
    """``Enter the code shown in the picture``: what stands alone, with a digit or in capitals where it is a code."""
    sheet = await pane.sheet()
    labels = {sheet.label(thing.box) for thing in sheet.of("field", "area")}
    held = [thing.box for thing in sheet.of("field", "select")]
    lines = [
        line
        for line in sheet.lines
        if line.text.strip(" :") not in labels
        and line.text.strip() not in SUBMITS
        and not any(box.contains(line.box.center) for box in held)
    ]  # in a frame of its own, what is to be read looks like a button
    what = match["what"].lower()
    wanted = (
        r"\d" if what.startswith(("number", "digit")) else r"\d|^[A-Z ]+$" if what in ("code", "captcha") else r"\w"
    )
    fitting = [line for line in lines if re.search(wanted, line.text)] or lines
    if not fitting:
        raise Stuck(f"I see no {what}.")
    best = max(fitting, key=lambda line: line.box.height if what in ("code", "captcha") else len(line.text))
    pane.kept, pane.last = best.text.strip(), best.box
