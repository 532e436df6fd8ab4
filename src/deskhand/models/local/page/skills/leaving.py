# ruff: noqa: E501 - a pattern is read more easily in one line
"""Of several that can be on or off, only the named left on: switches, boxes to tick, and faces that light up."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page import naming
from deskhand.models.local.page.aims import switches
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet, Thing
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
    named = [face for face in _group(await pane.sheet(), names) if any(_fits(face.text, name) for name in names)]
    if not named:
        raise Stuck(f"I see nothing that is called “{' / '.join(names)}”.")
    was = named[0]
    await pane.click(was, f"See what a click does to “{was.text}”.")
    now = next((face for face in _group(await pane.sheet(), names) if face.text == was.text), None)
    if now is None or _apart(now.colour, was.colour) < 30:
        raise Stuck(f"A click on “{was.text}” shows nothing.")
    on, off = (now.colour, was.colour) if _bright(now.colour) > _bright(was.colour) else (was.colour, now.colour)
    for face in _group(await pane.sheet(), names):
        lit = _apart(face.colour, on) < _apart(face.colour, off)
        if lit != any(_fits(face.text, name) for name in names):
            await pane.click(face, f"Change “{face.text}”.")


def _group(sheet: Sheet, names: list[str]) -> list[Thing]:
    """All faces of the size of those that are named."""
    faces = [thing for thing in sheet.of("button", "shape", "card", "radio") if thing.text]
    one = next((face for face in faces if any(_fits(face.text, name) for name in names)), None)
    if one is None:
        return []
    return [
        face
        for face in faces
        if abs(face.box.width - one.box.width) <= 8 and abs(face.box.height - one.box.height) <= 8
    ]


def _fits(text: str, name: str) -> bool:
    return similarity(text.strip(" :").lower(), name.strip().lower()) > 0.85


def _apart(one: Colour, other: Colour) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _bright(colour: Colour) -> int:
    """Colour counts as light: a blue face among white ones is the one that is on."""
    return max(colour) + 2 * (max(colour) - min(colour))
