"""The values of a command that no dialog asks for: a new row, a name to be edited, fields that opened in the window.

What stood there before takes a value only where it is called in the same words: a track's title once went into the
field "Name" that its program always shows, and the file was renamed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.hand import Hand
from deskhand.models.local.layout import same_row
from deskhand.models.local.skills.arrived import shorten, shown
from deskhand.models.local.skills.commands import values
from deskhand.models.local.skills.commands.answering import agree
from deskhand.models.local.skills.commands.fit import SURE, fit_value, says_verb
from deskhand.models.local.skills.commands.form import Field, fill
from deskhand.models.local.skills.commands.naming import lit_since, named_anew
from deskhand.models.local.skills.commands.slots import slots
from deskhand.models.local.skills.commands.stage import Stage, pane_since
from deskhand.models.local.skills.commands.terms import Term, alike, terms, verb
from deskhand.models.local.skills.commands.writing import written, written_in_what_opened
from deskhand.models.local.skills.table_cells import cell_in_row, written_at
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold

HEAD = 70
"""Pixels at the head of a window in which its bars stand."""
CHOOSER = 260
"""Pixels that a dialog measures at least that shows folders, and takes a path."""
OFFERED = SURE
"""What a line must say of a value to be chosen for it."""
_NAMES = "add rename find replace edit go"
"""Deeds for which a program opens a place to type in where its rows or names stand."""


async def put_inline(hand: Hand, before: Stage, fields: Sequence[Field], words: str) -> list[Field]:
    """Fields that opened inside the window, or a place where what is typed arrives: a new row, a name to be edited."""
    await hand.wait(1)  # a field that slides in stands elsewhere a moment later
    await hand.step_aside()  # and the pointer may stand on it
    pane = await pane_since(hand, before)
    title = (await hand.view()).focus
    if len(fields) == 1 and pane is not None and await _offered(hand, pane, fields[0][1]):
        return []
    if len(fields) == 1 and await named_anew(hand, before.pixels, pane, fields[0][1]):
        return []
    front = await hand.front()
    if front is not None and says_verb("add", [words]) and await _new_row_chosen(hand, before, front.body):
        left = await fill(hand, front.body, fields, last="Tab")
        if not left and await shown(hand, fields[0][1]):
            return []
        fields = left or fields
    if len(fields) == 1 and front is not None and await _into_new_row(hand, before, front.body, *fields[0]):
        return []
    if (await hand.view()).focus != title:
        return list(fields)
    if len(fields) == 1 and front is not None and await written(hand, front.body, *fields[0]):
        return []
    asking = (await hand.view()).focus
    left = await fill(hand, pane.grow(8), fields, last="Return") if pane is not None else list(fields)
    if len(left) < len(fields):
        if asking and asking != before.title and (await hand.view()).focus == before.title:
            return left  # a window of its own that took it and closed
        plain = [value for _, value in fields if not values.is_number(value) and not _is_date(value)]
        took = not plain or await shown(hand, plain[-1]) or await _closed(hand, before, pane, plain[-1])
        return left if took else list(fields)
    if front is not None:
        said = [field for field in left if await _says_so_itself(hand, front.body, field[0])]
        left = await fill(hand, front.body, said)
        left += [field for field in fields if field not in said]
        if len(left) < len(fields):
            await agree(hand, front.body, "")
            put_in = [value for name, value in fields if (name, value) not in left and not values.is_number(value)]
            return left if not put_in or await shown(hand, put_in[-1]) else list(fields)
    if (
        len(fields) == 1
        and says_verb(words, ["add"])
        and await written_in_what_opened(hand, before.pixels, fields[0][1])
    ):
        return []
    if len(fields) > 1 or pane is None or verb(words) is None or not says_verb(words, [_NAMES]):
        return list(fields)  # nothing opened for a value: the keys would go into the text
    value = fields[0][1]
    await hand.type(value, hand.say(f"Typing “{shorten(value)}”.", f"「{shorten(value)}」と入力します。"))
    if not await shown(hand, value):
        return list(fields)
    await hand.key("Return", hand.say("Pressing Return.", "Return キーを押します。"))
    return []


def _is_date(value: str) -> bool:
    """Whether it is shown in a form of the program's own; a name such as “Friday” is not."""
    return values.day_of(value) is not None and re.search(r"\d", value) is not None


async def _offered(hand: Hand, pane: Rect, value: str) -> bool:
    """Choose the value from what opened, where that is a list of such values: the sizes of a new game. Whether it has
    gone then: the value stood there before it was chosen, so that it shows tells nothing."""
    shown_now = [line for line in (await hand.scene()).texts if pane.contains(line.box.center)]
    fits = [line for line in shown_now if fit_value(value, line.text) >= OFFERED]
    others = [line for line in shown_now if line not in fits and same_kind(line.text, value)]
    if len(fits) != 1 or not others:
        return False
    await hand.click(fits[0].box.center, hand.say(f"Choosing {fits[0].text}.", f"「{fits[0].text}」を選びます。"))

    async def gone() -> bool:
        return not any(
            line.text == other.text and abs(line.box.center.y - other.box.center.y) <= line.box.height
            for line in (await hand.scene()).texts
            for other in others
        )

    return await hand.until(gone, tries=3)


def same_kind(text: str, value: str) -> bool:
    """Whether both are written alike, whatever their figures: “3 × 3” and “5×5”."""
    return bool(re.search(r"\d", value)) and _form(text) == _form(value)


def _form(text: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\s+", "", text)).replace("x", "×").replace("X", "×").lower()


async def _says_so_itself(hand: Hand, body: Rect, name: str) -> bool:
    """Whether a place that stood there before is called so in the same words: a file's "Name" is not its title."""
    found = slots(await hand.scene(), (await hand.view()).pixels, body)
    told = [term for slot in found for term in terms(f"{slot.label} {slot.column}")]
    return any(_same_word(one, other) for one in terms(name) for other in told)


def _same_word(one: Term, other: Term) -> bool:
    """The same word, or the other language's for it."""
    translated = one.stem.isascii() != other.stem.isascii() and alike(one, other) >= 0.9
    return one.stem == other.stem or translated


async def _into_new_row(hand: Hand, before: Stage, body: Rect, name: str, value: str) -> bool:
    """Write into the column of that name, in the row that is marked since the command."""
    row = lit_since(before.pixels, (await hand.view()).pixels, body) if name else None
    cell = None if row is None else cell_in_row(await hand.scene(), body, row, name)
    return cell is not None and await written_at(hand, cell, value)


async def _new_row_chosen(hand: Hand, before: Stage, body: Rect) -> bool:
    """Choose the row that has come since, where the window has fields that belong to the chosen one and are empty."""
    scene, view = await hand.scene(), await hand.view()
    empty = [slot for slot in slots(scene, view.pixels, body) if slot.kind == "text" and slot.label and not slot.value]
    if len(empty) < 2:
        return False
    left = list(before.texts)
    came: list[Rect] = []
    for line in scene.texts:
        letters = fold(line.text).letters
        if not body.contains(line.box.center) or line.box.y <= body.y + HEAD:
            continue
        if any(same_row(line.box, slot.box) for slot in empty):
            continue
        if letters in left:
            left.remove(letters)
        else:
            came.append(line.box)
    if not came or any(abs(box.center.y - came[0].center.y) > came[0].height for box in came):
        return False
    await hand.click(came[0].center, hand.say("Choosing the new row.", "新しい行を選びます。"))
    return await hand.took_effect()


async def _closed(hand: Hand, before: Stage, pane: Rect | None, value: str) -> bool:
    """Whether what asked for a place in the files went away with Return: a dialog that is larger than the screen is
    taken for a pane."""
    asked = pane is not None and pane.height >= CHOOSER and values.is_file(value)
    return asked and await pane_since(hand, before) is None
