"""Filling in a form that nobody described: each value where the words say its name, or where its kind is taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.arrived import shorten, shown
from deskhand.models.local.skills.commands import values
from deskhand.models.local.skills.commands.clock_parts import put_time
from deskhand.models.local.skills.commands.dated import day_buttons, end_of, place_for_day, put_day, shows_day
from deskhand.models.local.skills.commands.fit import fit, fit_value
from deskhand.models.local.skills.commands.kept import kept
from deskhand.models.local.skills.commands.slots import NAMED, Slot, slots
from deskhand.models.local.skills.commands.terms import Term, alike, terms
from deskhand.models.local.skills.common import appeared
from deskhand.models.local.windows import Window, same_title
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.folding import fold
from deskhand.vision.match import similarity

_YES = frozenset(("yes", "on", "true", "checked", "enabled", "はい", "オン", "有効"))
_NO = frozenset(("no", "off", "false", "unchecked", "disabled", "いいえ", "オフ", "無効"))
_FOR_NUMBERS = "amount value number size width height quantity count factor angle radius percent page line price"
_FOR_NAMES = "name title memo description note summary subject text label what info"
"""Most telling first."""
WRITTEN = 60
"""Pixels of width of a place for words, at least."""
LIST = 2
"""New lines in what opens from a field, from which on it is a list."""
SENTENCE = 3
"""Words of a value that is written, not ticked."""
SAYS = 0.8
"""How well a word of the wish must be said by the label of a box that is ticked for it."""
SAME = 0.9
"""How alike the titles of the same window read twice."""
INDENTED = 8
"""Pixels that a mark stands further right at least than the one it belongs to."""

_FIGURE = re.compile(r"\d")
_MONEY = re.compile(r"[€$¥£円]")
_COUNTED = "quantity count number percent angle page line year month day hour minute width height size priority rate"
"""What a number is of that is no amount."""

_IN_PROPORTION = re.compile(r"aspect|proportion|\bratio\b|constrain|縦横比|比率|比を", re.IGNORECASE)

Field = tuple[str, str]


async def fill(hand: Hand, area: Rect, fields: Sequence[Field], *, last: str = "") -> list[Field]:
    """Put the values into the form in ``area``; what found no place comes back. ``last``: the key at the end; none
    leaves the caret in the last field, where Return agrees: behind it Cancel may be next."""
    left: list[Field] = []
    used: set[Rect] = set()
    form, focus = await hand.front(), (await hand.view()).focus
    stood = slots(await hand.scene(), (await hand.view()).pixels, area)
    for number, (name, value) in enumerate(fields, 1):
        untitled = focus is None and (await hand.view()).focus is not None
        if used and (untitled or (form is not None and await _is_gone(hand, form))):
            raise _closed(hand, value)
        slot = await _place(hand, area, name, value, used, stood)
        if slot is None and values.is_time(value) and await put_time(hand, area, value):
            continue
        if slot is None:
            left.append((name, value))
            continue
        used.add(slot.box)
        day = values.day_of(value)
        if day is not None and not (_FIGURE.search(value) or shows_day(slot)):
            day = None  # “Friday” is a name as well, and one of a list
        if day is not None and slot.kind in ("text", "choice") and await put_day(hand, area, slot, day):
            await _ends_then(hand, area, slot, day, fields, used)
            continue
        await put(hand, slot, value, key=last if number == len(fields) else "Tab")
        bare = slot.kind == "area" or (slot.kind == "text" and not slot.label and len(terms(value)) >= SENTENCE)
        if bare and not await shown(hand, value):
            left.append((name, value))  # a frame around other things looks like a place for much text
        if day is not None:
            await _ends_then(hand, area, slot, day, fields, used)
    return left


async def _ends_then(hand: Hand, area: Rect, start: Slot, day: date, fields: Sequence[Field], used: set[Rect]) -> None:
    """What is on a day ends on it, where nobody said when it ends."""
    if sum(values.day_of(value) is not None for _, value in fields) > 1:
        return
    scene, view = await hand.scene(), await hand.view()
    end = end_of(slots(scene, view.pixels, area), start)
    if end is None or values.day_of(end.value) == day:
        return
    used.add(end.box)
    if not await put_day(hand, area, end, day):
        await put(hand, end, day.isoformat())


def _closed(hand: Hand, value: str) -> Stuck:
    return Stuck(
        hand.say(
            f"The form has closed before I could fill in “{shorten(value)}”.",
            f"「{shorten(value)}」を入れる前にフォームが閉じました。",
        )
    )


async def _is_gone(hand: Hand, form: Window) -> bool:
    """Whether another, larger window is in front: a dialog closed at a key, and what was typed next went elsewhere and
    was told as filled in."""
    front = await hand.front()
    return front is not None and front.box.area > form.box.area and same_title(front.title, form.title) < SAME


async def typed_over(hand: Hand, value: str) -> bool:
    """Put the only value where the dialog waits for one: its one field has the caret from the start, and what it held
    is replaced. Whether it can be read there."""
    typing = hand.say(f"Typing “{shorten(value)}”.", f"「{shorten(value)}」と入力します。")
    await hand.key("ctrl+a", typing)
    await hand.type(value, typing)
    return await shown(hand, value)


async def _place(
    hand: Hand, area: Rect, name: str, value: str, used: set[Rect], stood: Sequence[Slot] = ()
) -> Slot | None:
    """``stood``: the places as they were before any was filled in; what is selected since is hard to read."""
    scene, view = await hand.scene(), await hand.view()
    free = [
        with_what_stood(slot, stood)
        for slot in slots(scene, view.pixels, area)
        if not any(_same(slot.box, box) for box in used)
    ]
    if values.day_of(value) is not None:
        known = [slot.box for slot in free]
        free += [slot for slot in day_buttons(scene, area) if not any(_same(slot.box, box) for box in known)]
    if not name:
        return by_kind(free, value)
    if values.is_number(value):
        free = [slot for slot in free if slot.kind != "check"]  # “initial balance 25000” ticked nothing, and was told
    named = sorted(((slot.named(name), -index, slot) for index, slot in enumerate(free)), key=lambda one: one[:2])
    if named and named[-1][0] >= NAMED:
        best = [slot for score, _, slot in named if score > named[-1][0] - 0.02]
        takes = [slot for slot in best if slot.kind not in ("check", "radio") or value.lower() in _YES | _NO]
        if takes or len(terms(value)) < SENTENCE:
            return (takes or best)[-1]  # "text" is no box to tick "Rich text" where a sentence is to be written
    if values.is_number(value) and len(same := [slot for slot in free if _same_head(name, slot.label)]) == 1:
        return same[0]
    if values.is_number(value) and (amount := amount_of(free, name)) is not None:
        return amount
    own = [slot for slot in free if slot.label and len(terms(value)) > 1 and says_label(value, slot.label)]
    if len(own) == 1:
        return own[0]  # “paid from: Cheque account” goes where it says “From account”
    generic = any(alike(one, other) >= 0.9 for one in terms(name) for other in terms(_FOR_NAMES))
    slot = by_kind(free, value) if generic or len(free) == 1 else None
    return slot if slot is None or not _is_something_else(slot, value) else None


def with_what_stood(slot: Slot, stood: Sequence[Slot]) -> Slot:
    """With the value that could be read before, where none can be now."""
    before = [one.value for one in stood if one.value and not slot.value and _same(one.box, slot.box)]
    return replace(slot, value=before[0]) if before else slot


def amount_of(free: Sequence[Slot], name: str) -> Slot | None:
    """The field for an amount of money, whatever it is called: "Income" or "Cost" is, in a form for one of these. It is
    the only one that shows money, or the only one with a number that is none of something else."""
    if not any(alike(one, other) >= 0.9 for one in terms(name) for other in terms("amount value price")):
        return None
    shows = [slot for slot in free if slot.kind == "text" and values.is_number(slot.value)]
    money = [slot for slot in shows if _MONEY.search(slot.value)]
    others = [slot for slot in shows if not any(alike(a, b) >= 0.9 for a in terms(slot.label) for b in terms(_COUNTED))]
    return next((found[0] for found in (money, others) if len(found) == 1), None)


def _same_head(name: str, label: str) -> bool:
    """Whether both speak of the same thing by their last words: 「開始残高」 and “Opening balance”."""
    one, other = terms(name), terms(label)
    return bool(one and other) and alike(one[-1], other[-1]) >= 0.9


def _is_something_else(slot: Slot, value: str) -> bool:
    """Whether a sentence is about to be put where something short of another name is asked for: "Tags"."""
    told = terms(f"{slot.label} {slot.column}")
    said = any(alike(one, other) >= 0.9 for one in told for other in terms(_FOR_NAMES))
    return bool(told) and not said and slot.kind != "area" and len(terms(value)) >= SENTENCE


def by_kind(free: Sequence[Slot], value: str) -> Slot | None:
    """The place for a value without a name: by what it is."""
    said = [slot for slot in free if slot.kind in ("check", "radio") and fit(value, slot.label) > SAYS]
    if said:
        return said[0]
    typed = [slot for slot in free if slot.kind in ("text", "area", "choice") and not slot.unlikely] or list(free)
    texts = [slot for slot in typed if slot.kind != "choice"]
    own = [slot for slot in typed if slot.label and len(terms(value)) > 1 and says_label(value, slot.label)]
    if own:
        return own[0]  # "Cheque account" goes where it says "Account"
    if values.day_of(value) is not None and ((day := place_for_day(typed)) is not None or _FIGURE.search(value)):
        return day
    if values.is_time(value):
        return _told(texts, "time hour", lambda shown: ":" in shown)
    if values.is_number(value):
        return _told(texts, _FOR_NUMBERS, lambda shown: values.is_number(shown)) or _only(texts)
    if values.is_file(value):
        return _told(texts, "name file", values.is_file) or _only(texts)
    texts = [slot for slot in texts if slot.box.width >= WRITTEN or slot.value] or texts  # a button for a colour
    texts = sorted(texts, key=lambda slot: slot.kind == "area")  # an empty list looks like a field for much text
    plain = [slot for slot in texts if not values.is_number(slot.value) and values.day_of(slot.value) is None]
    return _told(plain, _FOR_NAMES, lambda shown: False) or next(
        (slot for slot in plain if not slot.value), plain[0] if plain else None
    )


def _told(free: Sequence[Slot], words: str, shows: object) -> Slot | None:
    for one in terms(words):
        for slot in free:
            if any(alike(one, other) >= 0.9 for other in terms(f"{slot.label} {slot.column}")):
                return slot
    return next((slot for slot in free if callable(shows) and shows(slot.value)), None)


def says_label(value: str, label: str) -> bool:
    told = terms(label)
    return bool(told) and all(any(alike(one, term) == 1.0 for term in terms(value)[1:]) for one in told)


def _only(free: Sequence[Slot]) -> Slot | None:
    return free[0] if len(free) == 1 else None


async def put(hand: Hand, slot: Slot, value: str, *, key: str = "Tab") -> bool:
    """The value into its place; whether it took it: a grey box takes no mark."""
    match slot.kind:
        case "check" | "radio":
            return await _mark(hand, slot, value.lower().strip() not in _NO)
        case "choice":
            await _choose(hand, slot, value)
        case _:
            if slot.value and not slot.grey and fold(slot.value).letters == fold(value).letters:
                return True  # what opened at a click would only be in the way of the next one
            await _type(hand, slot, value, key)
    return True


async def _mark(hand: Hand, slot: Slot, wanted: bool) -> bool:
    """Whether it stands as wanted, or changed when it was clicked: a grey one does not."""
    if slot.widget.checked is wanted:
        return True
    say = hand.say(f"Setting “{slot.label}”.", f"「{slot.label}」を設定します。")
    return (await hand.click(slot.widget.box.center, say)).changed


async def _type(hand: Hand, slot: Slot, value: str, key: str = "Tab") -> None:
    text = values.as_shown(value, slot.value)
    name = slot.label.rstrip(" :：") or slot.column or hand.say("the field", "入力欄")
    say = hand.say(f"Clicking into “{name}”.", f"「{name}」をクリックします。")
    inset = min(24, slot.box.width // 3)
    point = Point(slot.box.x + inset, slot.box.center.y if slot.kind == "text" else slot.box.y + 14)
    stood = {line.text for line in (await hand.scene()).texts} if slot.value else set()
    await hand.click(point, say)
    if slot.value and await _list_opened(hand, stood) and await _picked(hand, value):
        return  # what looked like a field is a list
    typing = hand.say(f"Typing “{shorten(text)}”.", f"「{shorten(text)}」と入力します。")
    if slot.value or slot.kind == "text":
        await hand.key("ctrl+a", typing)
    await hand.type(text, typing)
    if slot.kind == "text" and key:
        leaving = hand.say("Going on to the next field.", "次の欄へ移ります。")
        done = hand.say("Pressing Return to confirm.", "Return で確定します。")
        await hand.key(key, leaving if key == "Tab" else done)
        await kept(hand, slot, text)


async def _choose(hand: Hand, slot: Slot, value: str) -> None:
    """One of a drop-down's options; a drop-down that can be typed into is typed into."""
    if similarity(slot.value, value) > 0.92:
        return
    focus = (await hand.view()).focus
    say = hand.say(f"Opening the list “{slot.label}”.", f"「{slot.label}」のリストを開きます。")
    await hand.click(Point(slot.box.right - min(14, slot.box.width // 4), slot.box.center.y), say)
    if await appeared(hand):
        if await _picked(hand, value):
            return
        await hand.key("Escape", hand.say("Closing the list.", "リストを閉じます。"))
        if (await hand.view()).focus != focus and (focus is None or await _another(hand, focus)):
            raise _closed(hand, value)  # there was no list, and what is typed now would go elsewhere
    await _type(hand, Slot(slot.label, "text", slot.box, slot.value, slot.widget), value)


async def _another(hand: Hand, title: str) -> bool:
    """Whether the window in front is called otherwise by now."""
    now = (await hand.view()).focus
    return now is not None and same_title(now, title) < SAME


async def _list_opened(hand: Hand, stood: set[str]) -> bool:
    """Whether lines of text came that did not stand there before; a field that is lit only looks otherwise."""
    if not await appeared(hand) or hand.popup is None:
        return False
    area = hand.popup
    return sum(area.contains(line.box.center) and line.text not in stood for line in (await hand.scene()).texts) >= LIST


async def _picked(hand: Hand, value: str) -> bool:
    """Choose the value from the list that opened, if it is in it."""
    area = hand.popup
    if area is None:
        return False
    scene = await hand.scene()
    found = matches(scene, value, area.grow(6), 0.84)
    lines = [line for line in scene.texts if area.contains(line.box.center)]
    best = max(lines, key=lambda line: fit_value(value, line.text), default=None)
    place = found[0].box if found else best.box if best is not None and fit_value(value, best.text) > 0.75 else None
    if place is not None:
        await hand.click(place.center, hand.say(f"Choosing “{value}”.", f"「{value}」を選びます。"))
    return place is not None


async def free_the_sides(hand: Hand, area: Rect, fields: Sequence[Field]) -> None:
    """Where both sides of a picture are told, a dialog that keeps them in proportion would change the first again."""
    sides = [
        any(alike(one, other) >= 0.9 for name, _ in fields for one in terms(name)) for other in terms("width height")
    ]
    if not all(sides):
        return
    scene, view = await hand.scene(), await hand.view()
    for slot in slots(scene, view.pixels, area):
        if slot.kind == "check" and slot.widget.checked and _IN_PROPORTION.search(slot.label):
            await _mark(hand, slot, False)


async def tick_what_is_said(hand: Hand, area: Rect, words: Sequence[Term]) -> list[Term]:
    """Boxes of the form that the wish names in passing ("horizontally", "as PDF"); the words left come back."""
    left = list(words)
    scene, view = await hand.scene(), await hand.view()
    marks = [slot for slot in slots(scene, view.pixels, area) if slot.kind in ("check", "radio")]
    for slot in marks:
        said = _said_by(slot, left)
        if said and (await _mark(hand, slot, True) or await _woken(hand, area, slot, marks)):
            left = [term for term in left if term not in said]
    return left


def _said_by(slot: Slot, words: Sequence[Term]) -> list[Term]:
    """The words that its label says, where they are at least half of what it says."""
    label = terms(slot.label)
    said = [term for term in words if term.weight >= 1 and any(alike(term, other) >= SAYS for other in label)]
    return said if 2 * len(said) >= sum(term.weight >= 1 for term in label) else []


async def _woken(hand: Hand, area: Rect, slot: Slot, marks: Sequence[Slot]) -> bool:
    """Mark a box that is grey until the one it belongs to is marked: what stands next above it, further to the left."""
    lines = [line for line in (await hand.scene()).texts if area.contains(line.box.center)]
    above = [line.box for line in lines if line.box.bottom <= slot.box.y + 4]
    over = max((box for box in above if box.x < slot.widget.box.x - INDENTED), key=lambda box: box.y, default=None)
    if over is None or any(one.widget.checked and one.box.intersect(over) for one in marks):
        return False
    say = hand.say("Choosing what it belongs to.", "その上の項目を選びます。")
    return (await hand.click(over.center, say)).changed and await _mark(hand, slot, True)


def _same(one: Rect, other: Rect) -> bool:
    return abs(one.center.x - other.center.x) <= 6 and abs(one.center.y - other.center.y) <= 6
