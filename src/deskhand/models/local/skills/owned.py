"""The value of one of several things: out of sight it stands behind that thing, once selected, opened or looked up.

“How many kelvin does indium boil at” is answered by no window of a periodic table before indium is clicked; a label of
that name may well stand there, and tell of hydrogen. What was opened without showing the value is closed again.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.layout import around, is_field, same_row
from deskhand.models.local.rows_shown import parted
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.finding import find_text, has_field
from deskhand.screen.geometry import Rect
from deskhand.vision.match import Match
from deskhand.vision.scene import Scene

SURE = 0.95
"""How well the words on the screen must be those of the thing that is looked into."""
CALLED = 0.7
"""How well a label must say what is asked for, in other words or in another language."""
_BRACKETS = re.compile(r"^(?P<name>.+?)\s*[((](?P<sign>[^()()]{1,20})[))]$")
_LABELLED = re.compile(r"\W*([^:：=]{2,40}?)\s*[:：=]\s*(\S.*)")
_UNIT = re.compile(
    r"何\s*([A-Za-zµ°%]{1,4}(?:/[a-z]{1,3})?)|\b(?:in|how many)\s+((?:[kMG]?Hz|[KMG]i?B|ms|dB|fps|kbps|bpm|px))\b"
)
"""The unit in which a question wants its answer."""
SHORT = 40
"""Letters of a label at most."""


async def looked_into(hand: Hand, owner: str, look: Callable[[], Awaitable[str]]) -> str:
    """What ``look`` finds once the thing is selected, else opened, else searched for; "" where it shows nowhere."""
    for name in names_of(owner):
        place = await _stands(hand, name)
        if place is None:
            continue
        before = len(await hand.windows())
        for count in (1, 2):
            say = hand.say(f"Looking into “{name}”.", f"「{name}」の内容を見ます。")
            await hand.click(place.box.center, say, count=count)
            if await hand.took_effect() and (value := await look()):
                return value
            if len(await hand.windows()) > before:
                await hand.key("Escape", hand.say("It is not there; closing it.", "ここにはないので閉じます。"))
                return ""
    for name in names_of(owner) if await has_field(hand) else ():
        try:
            await find_text(hand, name)
        except Refused:
            raise
        except Stuck:
            continue
        if value := await look():
            return value
    return ""


def names_of(owner: str) -> tuple[str, ...]:
    """How it may stand there: 「インジウム(In)」, インジウム, In."""
    found = _BRACKETS.match(owner)
    return (owner,) if found is None else (owner, found["name"], found["sign"])


async def _stands(hand: Hand, name: str) -> Match | None:
    """Where it stands in the window in front, once and by itself."""
    front = await hand.front()
    if front is None:
        return None
    found = [one for one in matches(await hand.scene(), name, front.body, SURE) if one.whole and one.text == name]
    return found[0] if len(found) == 1 else None


def called_so(scene: Scene, body: Rect, name: str) -> str:
    """What stands with the one label that says the name in other words, behind its colon or right of it; "" where none
    or several do."""
    lines = parted([line for line in scene.texts if body.contains(line.box.center)])
    found: dict[str, None] = {}
    for line in lines:
        said = _LABELLED.fullmatch(line.text)
        label = said[1] if said is not None else line.text.strip(" :：=")
        if len(label) > SHORT or fit(name, label) < CALLED:
            continue
        if said is not None:
            found[said[2].strip()] = None
            continue
        right = [other for other in lines if same_row(line.box, other.box) and other.box.x >= line.box.right]
        beside = min(right, key=lambda other: other.box.x, default=None)
        if beside is not None and _is_free(scene, line.box) and not _presses(scene, beside.box):
            found[beside.text.strip()] = None
    return next(iter(found)) if len(found) == 1 else ""


def _is_free(scene: Scene, label: Rect) -> bool:
    """Whether words are a label: what stands in a field, on a button or on a heading is none."""
    box = around(scene, label)
    return not _presses(scene, label) and (box is None or not is_field(box))


def _presses(scene: Scene, words: Rect) -> bool:
    box = around(scene, words)
    return box is not None and box.role in ("button", "tab", "item", "header", "select")


def in_unit(scene: Scene, body: Rect, question: str) -> str:
    """The only number that stands in the window with the unit that is asked for; "" where none or several do."""
    asked = _UNIT.search(question)
    if asked is None:
        return ""
    unit = re.escape(asked[1] or asked[2])
    told = re.compile(rf"(?<![\d.,])(\d[\d.,]*)\s?{unit}(?![A-Za-z])")
    found = {match[0] for line in scene.texts if body.contains(line.box.center) for match in told.finditer(line.text)}
    return found.pop() if len(found) == 1 else ""
