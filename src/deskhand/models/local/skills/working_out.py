"""The window as a form: values put where they belong, the one button pressed that works, the result read.

A small program shows nothing of a checksum or a network before it is told the file or the address. Unsure of any of it,
which field, which button, which of what came, it says so: a wrong figure is worse than a question, and so is a button
that does more than work something out.
"""

from __future__ import annotations

import re

from deskhand.models.local import layout
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.arrived import shorten
from deskhand.models.local.skills.commands.slots import Slot, slots
from deskhand.models.local.skills.commands.terms import alike, terms
from deskhand.models.local.skills.common import appeared, visible_summary
from deskhand.models.local.skills.form_values import SAME, bare, from_list, is_list, put_value, reads, same_value
from deskhand.models.local.steps import WorkOut
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Point
from deskhand.vision.scene import Scene, TextLine

LISTS = 3
"""Drop-downs that are looked into at most."""
LONGEST = 24
"""Characters on a button."""
PATIENCE = 6
"""Looks until the result stands still."""
_WORKS = re.compile(
    r"\W*(?:re)?(?:calc(?:ulate)?|compute|hash|work\s?out|evaluate|check\s?sum|計算(?:する|実行)?|算出)\W*",
    re.IGNORECASE,
)
"""What a button says that works something out and does nothing else: “Convert” may write files."""


async def work_out(hand: Hand, step: WorkOut) -> str:
    form = await hand.front()
    if form is None:
        raise await _stuck(hand, "see the program's window", "プログラムのウィンドウを見つけることが")
    first = await _labelled(hand, form, step.wanted)
    for name, value in step.fields:
        if not await put_value(hand, form, name, value):
            raise await _stuck(
                hand, f"see where “{shorten(value)}” goes", f"「{shorten(value)}」を入れる場所を見つけることが"
            )
    by_label = await _label(hand, form, step.wanted) is not None
    if not by_label and not await _chosen(hand, form, step):
        raise await _stuck(hand, f"see {step.wanted} offered", f"「{step.wanted}」の欄も選択肢も見つけることが")
    stood = await _lines(hand, form)
    button = await _button(hand, form)
    if button is not None:
        say = hand.say(f"Pressing {button.text}.", f"「{button.text}」を押します。")
        await hand.click(button.box.center, say)
        await _settled(hand)
    value = await _labelled(hand, form, step.wanted) if by_label else await _what_came(hand, form, stood)
    if value in ("", first) or any(bare(value) == bare(given) for _, given in step.fields):
        # What stood there before may be another's: a window of networks shows one from the start.
        raise await _stuck(hand, f"read {step.wanted} after that", f"そのあと「{step.wanted}」を読み取ることが")
    hand.memory.store(step.store, f"{step.wanted}: {value}")
    return ""


async def _label(hand: Hand, form: Window, wanted: str) -> TextLine | None:
    """The one label in the window that says what is wanted, with nothing else in it."""
    lines = [line for line in (await hand.scene()).texts if form.body.contains(line.box.center)]
    asked = terms(wanted)
    exact = [line for line in lines if bare(line.text.rstrip(" :：=")) == bare(wanted)]
    if len(exact) == 1:
        return exact[0]
    said = []
    for line in lines:
        told = terms(line.text)
        if not told or not all(any(alike(one, other) >= SAME for other in asked) for one in told):
            continue
        if any(alike(asked[0], other) >= SAME for other in told):  # “Address” alone is no broadcast address
            said.append(line)
    return said[0] if len(said) == 1 else None


async def _chosen(hand: Hand, form: Window, step: WorkOut) -> bool:
    """Whether one of the window's drop-downs offers what is wanted, and has it chosen now. Those that do not are left
    as they were."""
    scene, view = await hand.scene(), await hand.view()
    given = [value for _, value in step.fields]
    lists = [
        slot
        for slot in slots(scene, view.pixels, form.body)
        if slot.value
        and (slot.kind == "choice" or (slot.kind == "text" and slot.label))
        and not any(same_value(slot.value.rpartition("/")[2], value) for value in given)
    ]
    if any(same_value(slot.value, step.wanted) for slot in lists):
        return True
    for slot in sorted(lists, key=lambda slot: slot.kind != "choice")[:LISTS]:
        say = hand.say(
            f"Looking for {step.wanted} in “{slot.label}”.", f"「{slot.label}」で {step.wanted} を探します。"
        )
        if not await _unfolded(hand, slot, say):
            continue
        await from_list(hand, step.wanted)
        if await reads(hand, slot, step.wanted):
            return True
        if not await reads(hand, slot, slot.value) and await _unfolded(hand, slot, say):
            await from_list(hand, slot.value)
    return False


async def _unfolded(hand: Hand, slot: Slot, say: str) -> bool:
    stood = {line.text for line in (await hand.scene()).texts}
    await hand.click(Point(slot.box.right - min(14, slot.box.width // 4), slot.box.center.y), say)
    return await appeared(hand) and await is_list(hand, stood)


async def _button(hand: Hand, form: Window) -> TextLine | None:
    """The window's one button that works something out."""
    scene = await hand.scene()
    found = []
    for line in scene.texts:
        box = layout.around(scene, line.box)
        words = re.sub(r"^[^A-Za-z]\s*(?=[A-Z])", "", line.text)  # its picture is read as a letter
        on_one = box is not None and box.box.height <= 60 and box.role != "row"
        if on_one and form.body.contains(line.box.center) and len(words) <= LONGEST and _WORKS.fullmatch(words):
            found.append(line)
    return found[0] if len(found) == 1 else None


async def _settled(hand: Hand) -> None:
    await hand.took_effect()
    for _ in range(PATIENCE):
        await hand.wait(1)
        if not (await hand.view()).changed:
            return


async def _lines(hand: Hand, form: Window) -> set[str]:
    return {line.text for line in (await hand.read_afresh()).texts if form.body.contains(line.box.center)}


async def _labelled(hand: Hand, form: Window, wanted: str) -> str:
    """What stands right of its label, looked at closely."""
    label = await _label(hand, form, wanted)
    if label is None:
        return ""
    scene = await hand.scene()
    row = [line for line in scene.texts if form.body.contains(line.box.center) and layout.same_row(label.box, line.box)]
    right = [line for line in row if line.box.x >= label.box.right]
    beside = min(right, key=lambda line: line.box.x, default=None)
    return "" if beside is None else await _closely(hand, beside)


async def _closely(hand: Hand, line: TextLine) -> str:
    closer: Scene = await hand.closer(line.box.grow(6), 3)
    near = [other for other in closer.texts if other.box.intersect(line.box)]
    return max(near, key=lambda other: len(other.text), default=line).text.strip()


async def _what_came(hand: Hand, form: Window, stood: set[str]) -> str:
    """The one line that came; "" where several did."""
    await hand.step_aside()
    came = [
        line
        for line in (await hand.read_afresh()).texts
        if form.body.contains(line.box.center) and line.text not in stood and not _is_progress(line.text)
    ]
    return await _closely(hand, came[0]) if len(came) == 1 else ""


def _is_progress(text: str) -> bool:
    return re.fullmatch(r"\d{1,3}\s*%", text.strip()) is not None or not any(map(str.isalnum, text))


async def _stuck(hand: Hand, english: str, japanese: str) -> Stuck:
    seen = await visible_summary(hand)
    return Stuck(hand.say(f"I could not {english}. {seen}", f"{japanese}できませんでした。{seen}"))
