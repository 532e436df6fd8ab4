"""A value into the field of a form that it belongs to: by the field's label, else by the kind of value it shows or asks
for; and looked at again there, since a figure worked out of another value is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence

from deskhand.models.local import layout
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.arrived import shorten
from deskhand.models.local.skills.commands import values
from deskhand.models.local.skills.commands.slots import NAMED, Slot, slots
from deskhand.models.local.skills.commands.terms import alike, terms
from deskhand.models.local.skills.common import appeared
from deskhand.models.local.skills.file_dialog import enter_path, is_dialog
from deskhand.models.local.skills.paths import path_of
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Point
from deskhand.vision.folding import fold
from deskhand.vision.match import similarity

BESIDE = 60
"""Pixels between a field and the button that fills it."""
SAME = 0.9
_PICKS = re.compile(r"\W*(?:open|browse|choose|select|file|開く|参照|選択)?\W*", re.IGNORECASE)
"""What the button beside a file's field says."""
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{0,3}){1,3}")
_ASKS_FILE = ("file", "path")


async def put_value(hand: Hand, form: Window, name: str, value: str) -> bool:
    """Whether the value stands in its place now, and reads so."""
    scene, view = await hand.scene(), await hand.view()
    free = [slot for slot in slots(scene, view.pixels, form.body) if slot.label and slot.kind in ("text", "choice")]
    place = place_of(free, name, value)
    if place is None:
        return False
    if values.is_file(value):
        return await _file(hand, form, place, path_of(value, "shared"))
    if await reads(hand, place, value):
        return True
    stood = {line.text for line in scene.texts}
    label = place.label.rstrip(" :：")
    say = hand.say(f"Clicking into “{label}”.", f"「{label}」をクリックします。")
    await hand.click(Point(place.box.x + min(24, place.box.width // 3), place.box.center.y), say)
    if await appeared(hand) and await is_list(hand, stood):
        await from_list(hand, value)
    else:
        typing = hand.say(f"Typing “{shorten(value)}”.", f"「{shorten(value)}」と入力します。")
        await hand.key("ctrl+a", typing)
        await hand.type(value, typing)
        await hand.key("Tab", hand.say("Going on to the next field.", "次の欄へ移ります。"))
    return await reads(hand, place, value)


def place_of(free: Sequence[Slot], name: str, value: str) -> Slot | None:
    """The one field that the value belongs to: by its label, else by the kind of value it shows or asks for."""
    if name:
        ranked = sorted(((slot.named(name), slot) for slot in free), key=lambda one: -one[0])
        if ranked and ranked[0][0] >= NAMED and (len(ranked) == 1 or ranked[1][0] < ranked[0][0]):
            return ranked[0][1]
        return None
    if values.is_file(value):
        fitting = [slot for slot in free if _says(slot.label, _ASKS_FILE)]
    elif _ADDRESS.fullmatch(value):
        fitting = [slot for slot in free if _ADDRESS.match(slot.value)] or [
            s for s in free if _says(s.label, ("address", "ip"))
        ]
    else:
        fitting = [slot for slot in free if values.is_number(slot.value)]
    return fitting[0] if len(fitting) == 1 else None


def _says(label: str, words: Sequence[str]) -> bool:
    return any(alike(one, other) >= SAME for one in terms(label) for word in words for other in terms(word))


async def reads(hand: Hand, place: Slot, value: str) -> bool:
    """Whether the field holds the value, looked at closely: alone, or as the first word of a choice."""
    await hand.step_aside()
    closer = await hand.closer(place.box.grow(4), 2)
    inner = [line for line in closer.texts if place.box.grow(4).contains(line.box.center)]
    shown = " ".join(line.text for line in sorted(inner, key=lambda line: line.box.x))
    return same_value(shown, value)


def same_value(shown: str, value: str) -> bool:
    """Nothing may be read for another here: 20 is not 2, and not 120."""
    first = re.split(r"\s+", shown.strip(" |"), maxsplit=1)[0]
    return any(bare(part) == bare(value) != "" for part in (shown, first))


def bare(text: str) -> str:
    return re.sub(r"[\s\-_|]", "", fold(text).letters if not _ADDRESS.match(text) else text).lower()


async def is_list(hand: Hand, stood: set[str]) -> bool:
    area = hand.popup
    came = [line for line in (await hand.scene()).texts if area is not None and area.contains(line.box.center)]
    return sum(line.text not in stood for line in came) >= 2


async def from_list(hand: Hand, value: str) -> bool:
    """Choose the value from the list that opened; one that is out of sight is gone to by its letters."""
    area = hand.popup
    lines = [line for line in (await hand.scene()).texts if area is not None and area.grow(4).contains(line.box.center)]
    found = [line for line in lines if same_value(line.text, value)]
    say = hand.say(f"Choosing {value}.", f"{value} を選びます。")
    if len(found) == 1:
        await hand.click(found[0].box.center, say)
        return True
    await hand.type(value, say)
    await hand.key("Return", say)
    return False


async def _file(hand: Hand, form: Window, place: Slot, path: str) -> bool:
    """The file into its field: by the chooser that the button beside it or the field itself opens, else typed."""
    scene = await hand.scene()
    buttons = [
        line
        for line in scene.texts
        if form.body.contains(line.box.center)
        and layout.same_row(line.box, place.box)
        and 0 <= line.box.x - place.box.right <= BESIDE
        and _PICKS.fullmatch(line.text)
    ]
    say = hand.say("Opening the file chooser.", "ファイルを選ぶ画面を開きます。")
    await hand.click(buttons[0].box.center if len(buttons) == 1 else place.box.center, say)

    async def chooser() -> bool:
        await appeared(hand)
        return await is_dialog(hand)

    if await hand.until(chooser, tries=4):
        await enter_path(hand, path)
        await hand.key("Return", hand.say("Pressing Return to open it.", "Return を押して開きます。"))
        await hand.until(_closed(hand, form), tries=4)
    elif not buttons:
        await hand.key("ctrl+a", say)
        await hand.type(path, say)
        await hand.key("Tab", hand.say("Going on to the next field.", "次の欄へ移ります。"))
    await hand.step_aside()
    name = path.rpartition("/")[2]
    lines = [line for line in (await hand.scene()).texts if form.body.contains(line.box.center)]
    return await _closed(hand, form)() and any(similarity(line.text[-len(name) :], name) >= SAME for line in lines)


def _closed(hand: Hand, form: Window) -> Callable[[], Awaitable[bool]]:
    async def closed() -> bool:
        front = await hand.front()
        return front is not None and similarity(front.title, form.title) >= SAME and not await is_dialog(hand)

    return closed
