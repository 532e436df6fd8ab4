# ruff: noqa: E501 - a pattern is read more easily in one line
"""Of several that can be on or off, only the named left on: switches, boxes to tick, and faces that light up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page import naming
from deskhand.models.local.page.aims import switches
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.screen.geometry import Rect
from deskhand.vision.match import similarity
from deskhand.vision.regions import Colour

_STATE = r"(?:lit|on|switched on|turned on|selected|active|activated|ticked|checked|highlighted|enabled|marked|pressed|open|visible|allowed|chosen)"
ONLY = (
    rf"(?:leave|keep|have|let)(?: there be)? (?:only|just|nothing but) (?:the )?(?P<what>.+?)(?: be)? {_STATE}",
    rf"(?:make sure|see to it|see)(?: that)? (?:only|just|nothing but) (?:the )?(?P<what>.+?) (?:is|are|stays?|remains?)(?: left)? {_STATE}",
    rf"(?:only|just|nothing but) (?:the )?(?P<what>.+?) (?:should|must|shall|may|has to|have to|ought to)(?: be| stay| remain)*(?: left)? {_STATE}",
    r"(?:allow|enable|tick|check|switch on|turn on|light|activate|highlight) (?:only|just|nothing but) (?:the )?(?P<what>.+?)",
)
_KIND = re.compile(
    r"^(?:the )?(?:lamps?|lights?|bulbs?|tiles?|buttons?|cells?|boxes|keys|days?|switch(?:es)?|options?|squares?|seats?|chips?)\s+(?=\S)|\s+(?:cookies|switch(?:es)?|boxes|options?|lamps?|lights?|buttons?|tiles?)$",
    re.IGNORECASE,
)


async def only(pane: Pane, match: re.Match[str]) -> None:
    """``Leave only the lamps 3 and 8 lit``."""
    names = naming.listed(_KIND.sub("", match["what"].strip(" .")))
    sheet = await pane.sheet()
    found = switches.switches(sheet)
    if len(found) > 1:
        for switch in found:
            if switch.on != any(_fits(switch.label, name) for name in names):
                await pane.click(switch.box, f"Switch “{switch.label}”.")
        return
    boxes = [thing for thing in sheet.of("checkbox") if thing.text]
    if len(boxes) > 1:
        for box in boxes:
            if bool(box.checked) != any(_fits(box.text, name) for name in names):
                await pane.click(box, f"Change “{box.text}”.")
        return
    await _faces(pane, names)


async def _faces(pane: Pane, names: list[str]) -> None:
    """Which colour means on is learnt from what a click makes of the first one named: it is then on, or was."""
    known = await _group(pane, names)
    named = [face for face in known if any(_fits(face.text, name) for name in names)]
    if not named:
        raise Stuck(f"I see nothing that is called “{' / '.join(names)}”.")
    was = named[0]
    await pane.click(was, f"See what a click does to “{was.text}”.")
    now = next((face for face in await _group(pane, names, known) if face.text == was.text), None)
    if now is None or _apart(now.colour, was.colour) < 30:
        raise Stuck(f"A click on “{was.text}” shows nothing.")
    on, off = (now.colour, was.colour) if _bright(now.colour) > _bright(was.colour) else (was.colour, now.colour)
    for face in await _group(pane, names, known):
        lit = _apart(face.colour, on) < _apart(face.colour, off)
        if lit != any(_fits(face.text, name) for name in names):
            await pane.click(face, f"Change “{face.text}”.")


async def _group(pane: Pane, names: list[str], known: Sequence[Thing] = ()) -> list[Thing]:
    """All faces of the size of those that are named; a lone letter on a dark face is read by looking closer."""
    sheet = await pane.sheet()
    faces = [thing for thing in sheet.of("button", "shape", "card", "radio") if thing.box.height > 0.8 * sheet.unit]
    faces = [replace(thing, text=_written(sheet, thing) or _at(known, thing.box)) for thing in faces]
    sizes = Counter((face.box.width // 8, face.box.height // 8) for face in faces)
    one = next((face for face in faces if any(_fits(face.text, name) for name in names)), None)
    if one is None and sizes and sizes.most_common(1)[0][1] > 2:
        one = next(f for f in faces if (f.box.width // 8, f.box.height // 8) == sizes.most_common(1)[0][0])
    if one is None:
        return []
    alike = [
        face
        for face in faces
        if abs(face.box.width - one.box.width) <= 8 and abs(face.box.height - one.box.height) <= 8
    ]
    read = [
        face if face.text else replace(face, text=" ".join(line.text for line in (await pane.closer(face.box)).texts))
        for face in alike
    ]
    return read if any(_fits(face.text, name) for face in read for name in names) else []


def _at(known: Sequence[Thing], box: Rect) -> str:
    return next((face.text for face in known if face.box.contains(box.center)), "")


def _written(sheet: Sheet, thing: Thing) -> str:
    """Word by word: what stands in a row of faces is read as one line."""
    words = [word for line in sheet.lines for word in line.words if thing.box.contains(word.box.center)]
    return " ".join(word.text for word in sorted(words, key=lambda word: word.box.x)) or thing.text


def _fits(text: str, name: str) -> bool:
    return similarity(text.strip(" :").lower(), name.strip().lower()) > 0.85


def _apart(one: Colour, other: Colour) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _bright(colour: Colour) -> int:
    """Colour counts as light: a blue face among white ones is the one that is on."""
    return max(colour) + 2 * (max(colour) - min(colour))
