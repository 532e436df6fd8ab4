"""An act on entries of a page: by what stands in each for it, or by choosing them and pressing what acts on them."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.aims import forms
from deskhand.models.local.page.aims.acts import acts_in
from deskhand.models.local.page.aims.controls import Control, controls_of, fitting, outside, within
from deskhand.models.local.page.aims.hear import Aim
from deskhand.models.local.page.aims.items import Item, items_of
from deskhand.models.local.page.aims.likeness import has, spoken_of, words
from deskhand.models.local.page.aims.pick import pick
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

_OVER, _BACK = (">", "›", "→", "▶"), ("<", "‹", "←", "◀")
_TWICE = re.compile(r"double[- ]click|ダブルクリック", re.IGNORECASE)


async def act(pane: Pane, aim: Aim) -> bool:
    """Whether there were such entries, and something was done to them."""
    sheet = await pane.sheet()
    items = items_of(sheet)
    picked = pick(sheet, items, aim)
    if not picked:
        if aim.most is not None:
            raise Stuck(f"I cannot tell which one that is: “{aim.text}”.")
        return False
    if not aim.every and aim.most is None and not aim.quotes and _spoken(sheet, aim, picked) < 0.5:
        return False  # a word in common says too little
    if not aim.every and aim.most is not None:
        picked = picked[:1]
    names = [item.name.text for item in picked]
    controls = controls_of(sheet)
    own = [fitting(within(controls, item), aim.acts, aim.said) for item in picked]
    if all(own):
        for index, name in enumerate(names):
            again = await _again(pane, name, picked[index].box) if index else picked[index]
            if again is None:
                continue
            sheet = await pane.sheet()
            found = fitting(within(controls_of(sheet), again), aim.acts, aim.said)
            if found:
                pane.last = again.box
                await pane.click(found[0][1].box, f"{found[0][1].label}: {name}.")
                await confirm(pane, sheet, aim)
        return True
    if "open" in aim.acts and aim.most is None and not _covers(sheet, aim, picked[0]):
        return False  # it only lies on the way
    common = fitting(outside(controls, items, sheet), aim.acts, "", picked[0].box) or _arrows(controls, aim, picked)
    if common or "tick" in aim.acts or "book" in aim.acts:
        await _choose(pane, sheet, picked, aim)
        if common:
            before = await pane.sheet()
            now = fitting(outside(controls_of(before), items, before), aim.acts, "", picked[0].box) or common
            await pane.click(now[0][1].box, f"Click “{now[0][1].label}”.")
            await confirm(pane, before, aim)
        return True
    pane.last = picked[0].box
    twice = "open" in aim.acts and any(_TWICE.search(line.text) for line in sheet.lines)
    for item in picked:
        line = _spot(item, aim)
        await pane.click(line.box, f"Click “{line.text}”.", count=2 if twice else 1)
    if not await pane.hand.took_effect():
        return False
    if not {"delete", "archive", "rename", "edit", "write", "add", "buy", "reply", "forward"} & set(aim.acts[:1]):
        return True
    return await _then(pane, sheet, aim)


def _spoken(sheet: Sheet, aim: Aim, picked: list[Item]) -> float:
    """How many of the words that say which thing is meant stand in one of the entries."""
    own = {line.text for item in picked for line in item.lines}
    rest = " ".join(line.text for line in sheet.lines if line.text not in own)
    telling = [word for word in words(aim.text) if not set(acts_in(word)) & set(aim.acts) and not has(rest, word)]
    if not telling or any(spoken_of(item.name.text, aim.said) >= 1 for item in picked):
        return 1.0
    return sum(any(has(item.text, word) for item in picked) for word in telling) / len(telling)


def _spot(item: Item, aim: Aim) -> TextLine:
    """The line of an entry that the aim speaks of."""
    return max(item.lines, key=lambda line: (round(spoken_of(line.text, aim.said), 1), line is item.name))


def _covers(sheet: Sheet, aim: Aim, item: Item) -> bool:
    """Whether an entry has all the words of the aim that say something, but for what the page itself is called."""
    telling = [word for word in words(aim.text) if not acts_in(word)]
    heads = " ".join(line.text for line in sheet.lines if line.box.y < item.box.y and line not in item.lines)
    return all(has(item.text, word) or has(heads, word) for word in telling)


def _arrows(controls: list[Control], aim: Aim, picked: list[Item]) -> list[tuple[float, Control]]:
    """The arrow between two lists that brings over what is chosen."""
    if not {"add", "move", "delete"} & set(aim.acts):
        return []
    arrows = [control for control in controls if control.label.strip() in _OVER]
    other = [control for control in controls if control.label.strip() in _BACK]
    fitting_ones = [control for control in arrows if control.box.x > picked[0].box.right] if other else []
    fitting_ones = fitting_ones or [control for control in other if arrows and control.box.right < picked[0].box.x]
    return [(1.0, control) for control in fitting_ones]


async def _choose(pane: Pane, sheet: Sheet, picked: list[Item], aim: Aim) -> None:
    """Each ticked where there are boxes; else clicked, more than one with Ctrl held."""
    for index, item in enumerate(picked):
        tick = box_of(sheet, item)
        if tick is not None:
            if not tick.checked:
                await pane.click(tick, f"Tick “{item.name.text}”.")
        else:
            line = _spot(item, aim)
            await pane.click(line.box, f"Choose “{line.text}”.", keys="ctrl" if index else "")


def box_of(sheet: Sheet, item: Item) -> Thing | None:
    """The box to tick of an entry: in it or beside it; a small frame where the row's colour hides what it is."""
    own = [thing for thing in item.things if thing.kind in ("checkbox", "radio")]
    if own:
        return own[0]
    level = [
        t
        for t in sheet.of("checkbox", "radio")
        if same_row(t.box, item.box) and 0 <= item.box.x - t.box.x < 4 * sheet.unit
    ]
    if level:
        return level[0]
    small = [
        t for t in item.things
        if t.kind == "shape" and not t.text and abs(t.box.width - t.box.height) <= 3
        and 0.8 * sheet.unit < t.box.width < 2 * sheet.unit and t.box.x < item.name.box.x
    ]  # fmt: skip
    return small[0] if small else None


async def _again(pane: Pane, name: str, was: Rect) -> Item | None:
    """The same entry on the page as it is now."""
    alike = [item for item in items_of(await pane.sheet()) if item.name.text == name]
    return min(alike, key=lambda item: abs(item.box.y - was.y) + abs(item.box.x - was.x), default=None)


async def _then(pane: Pane, before: Sheet, aim: Aim) -> bool:
    """What opened by the click may have what the act needs."""
    fresh = new_controls(before, await pane.sheet())
    found = fitting(fresh, aim.acts, aim.said)
    if not found:
        return False
    await pane.click(found[0][1].box, f"Click “{found[0][1].label}”.")
    if (
        {"edit", "set", "rename"} & set(aim.acts)
        and await pane.hand.took_effect()
        and await forms.correct(pane, aim.said)
    ):
        saves = [
            pair
            for pair in fitting(controls_of(await pane.sheet()), ("save", "confirm"), "")
            if len(pair[1].label) < 20
        ]
        if saves:
            await pane.click(saves[0][1].box, f"Click “{saves[0][1].label}”.")
    return True


async def confirm(pane: Pane, before: Sheet, aim: Aim) -> None:
    """Say yes to the question that the act itself led to: its words, or the act's own name, stand there anew."""
    if not await pane.hand.took_effect():
        return
    sheet = await pane.sheet()
    fresh = [control for control in new_controls(before, sheet) if control.face]
    if not 1 < len(fresh) < 5:
        return
    found = fitting(fresh, (*aim.acts, "confirm"), "")
    asks = any(
        "?" in line.text or "？" in line.text or "か。" in line.text
        for line in sheet.lines
        if line.text not in {old.text for old in before.lines}
    )
    if found and asks:
        await pane.click(found[0][1].box, f"Click “{found[0][1].label}”.")


def new_controls(before: Sheet, now: Sheet) -> list[Control]:
    old = {(control.label, control.box.x // 12, control.box.y // 12) for control in controls_of(before)}
    return [c for c in controls_of(now) if (c.label, c.box.x // 12, c.box.y // 12) not in old]
