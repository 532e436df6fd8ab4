"""Finding a text in a program: in its search field, or by its Find dialog or bar.

Every program has its own: a field that is always there, a bar that Ctrl+F brings up, a dialog of the Edit or the Search
menu. What was sought is kept: "its code", "the folder it is in" is then read in the row that holds it.
"""

from __future__ import annotations

import re

from deskhand.models.local import layout
from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.boxes import HEIGHTS
from deskhand.models.local.skills.commands.fit import ENOUGH, fit
from deskhand.models.local.skills.commands.slots import slots
from deskhand.models.local.skills.common import appeared, visible_summary
from deskhand.models.local.skills.menus import choose_path, in_bar
from deskhand.models.local.skills.paths import FOLDERS
from deskhand.models.local.skills.results import complaint, found_rows, new_rows, rows_shown
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import find
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene

_SEARCH = re.compile(r"^\W*(?:search|find|look for|filter)\b|検索|探す|さがす", re.IGNORECASE)
_PROMPT = re.compile(r"\W*(?:type|enter) (?:a|the|your) (?:word|phrase|term)\b|単語を入力", re.IGNORECASE)
"""What a dictionary's field says while it is empty."""
_STARTS = re.compile(r"search|find(?: all)?|検索", re.IGNORECASE)
_HOLDS = re.compile(r"\W*(?:contain(?:s|ing)|keywords?|含む|キーワード)\W*", re.IGNORECASE)
"""What a field is called for a text that files hold."""
_GLASS = ("🔍", "search", "find")
_WHERE = re.compile(r"\b(?:path|folder|director(?:y|ies)|location|in)\b|場所|フォルダ|パス", re.IGNORECASE)
"""What a field is called that asks where to search, not for what."""
BEHIND = 40
"""Pixels from a field to the button that starts its search."""
_GO = ("Find Next", "Next", "Find", "Search", "Go")
WIDE = 0.3
"""A search field takes at least that part of a window's width."""
LONG = 6
"""A field is that many times as wide as its letters are high."""
TOP = 0.25
"""It stands in that part of the window, from above."""
_DIALOG = re.compile(r"find|search|検索", re.IGNORECASE)
"""What such a dialog is called and no program is: it may cover the title of the window behind it."""
PATIENCE = 4
"""Looks until results stop changing."""


async def find_text(hand: Hand, text: str) -> str:
    shown = await rows_shown(hand)
    await _where_to_look(hand)
    field = await _field(hand)
    if field is None:
        field = await _name_asked(hand)
    if field is None and await _opened(hand):
        field = await _field(hand)
    elif field is None:
        field = await _only_field(hand)
        if field is None:
            raise await _nowhere(hand, text)
    before = len(await hand.windows())
    if field is not None:
        await hand.click(field, hand.say("Clicking into the search field.", "検索欄をクリックします。"), count=3)
    say = hand.say(f"Typing “{text}”.", f"「{text}」と入力します。")
    await hand.type(text, say)

    async def arrived() -> bool:  # a program that looks up words meanwhile shows them late
        return bool(find(await hand.scene(), text, at_least=0.8) or find(await hand.read_afresh(), text, at_least=0.8))

    if not await hand.until(arrived, tries=4):
        raise await _nowhere(hand, text)
    await hand.key("Return", hand.say("Pressing Return to search.", "Return を押して検索します。"))
    if not await hand.took_effect():
        await _press(hand)
    await _settled(hand)
    if said := await complaint(hand):
        raise Stuck(
            hand.say(
                f"I searched for “{text}”, and the program says: {said}",
                f"「{text}」を検索しましたが、次のように表示されました: {said}",
            )
        )
    await _close(hand, before)
    hand.memory.sought = text
    after = await rows_shown(hand, field)
    hand.memory.found, hand.memory.found_at = found_rows(shown, after, text), hand.step
    hand.memory.came = new_rows(shown, after)
    return hand.say(f"I searched for “{text}”.", f"「{text}」を検索しました。")


async def has_field(hand: Hand) -> bool:
    """Whether the window in front has a place to search in sight."""
    return await _field(hand) is not None


async def _where_to_look(hand: Hand) -> None:
    """A search that asks for its place and has none yet is sent to where the person's files are."""
    scene, view, front = await hand.scene(), await hand.view(), await hand.front()
    if front is None:
        return
    empty = [
        slot.box
        for slot in slots(scene, view.pixels, front.body)
        if slot.kind == "text" and not slot.value and _SEARCH.match(slot.label) and _WHERE.search(slot.label)
    ]
    if len(empty) == 1:
        say = hand.say("Saying where to search.", "検索する場所を入れます。")
        await hand.click(empty[0].center, say)
        await hand.type(FOLDERS["shared"], say)


async def _field(hand: Hand) -> Point | None:
    """A field that says it is for searching, in it or before it."""
    scene, front = await hand.scene(), await hand.front()
    if front is None:
        return None
    pixels = (await hand.view()).pixels
    if (sure := _with_button(scene, pixels, front, row=True)) is not None:
        return sure
    asking = [one.box for one in scene.texts if front.body.contains(one.box.center) and _PROMPT.match(one.text)]
    if len(asking) == 1:
        return asking[0].center
    for line in scene.texts:
        if not front.body.contains(line.box.center) or not _SEARCH.search(line.text) or _WHERE.search(line.text):
            continue
        around = layout.around(scene, line.box)
        if (
            around is not None
            and layout.is_field(around)
            and around.box.width > LONG * line.box.height
            and not any(around.box.contains(other.box.center) for other in scene.texts if other is not line)
        ):
            return around.box.center  # and no bar with more than that in it
        if line.text.rstrip().endswith((":", "：")):
            beside = layout.field_of(scene, line.box)
            if beside is not None:
                return beside.box.center
    named = [
        slot.box
        for slot in slots(scene, pixels, front.body)
        if slot.kind == "text"
        and not slot.value
        and _SEARCH.match(slot.label)
        and slot.label.endswith((":", "："))
        and not _WHERE.search(slot.label)
    ]
    if len(named) == 1:
        return named[0].center
    return _with_button(scene, pixels, front) or await _for_what_files_hold(hand, front)


async def _for_what_files_hold(hand: Hand, front: Window) -> Point | None:
    """The one field of a finder for a text within files; the box before its name is ticked, where there is one."""
    scene = await hand.scene()
    fields = [
        slot.box
        for slot in slots(scene, (await hand.view()).pixels, front.body)
        if slot.kind in ("text", "choice") and _HOLDS.fullmatch(slot.label)
    ]
    if len(fields) != 1:
        return None
    for line in scene.texts:
        if not _HOLDS.fullmatch(line.text) or not layout.same_row(line.box, fields[0]):
            continue
        mark = layout.mark_of(scene, line.box, "checkbox")
        if mark is not None and mark.checked is False:
            say = hand.say(f"Switching “{line.text}” on.", f"「{line.text}」をオンにします。")
            await hand.click(mark.box.center, say)
    return Point(fields[0].x + fields[0].width // 3, fields[0].center.y)


def _with_button(scene: Scene, pixels: Picture, front: Window, *, row: bool = False) -> Point | None:
    """The one wide field with a button right behind it that starts a search; ``row``: anywhere in its row, for the only
    wide field of a window."""
    starts = [line.box for line in scene.texts if _STARTS.fullmatch(line.text.strip())]
    if row:
        wide = [
            slot.box
            for slot in slots(scene, pixels, front.body)
            if slot.kind == "text"
            and slot.box.height < 60
            and any(layout.same_row(slot.box, box) for box in starts)
            and slot.box.width >= WIDE * front.box.width
            and slot.box.width > LONG * slot.box.height
        ] or [
            widget.box  # on a ground as white as its own
            for widget in scene.widgets
            if widget.kind == "box"
            and widget.box.height in HEIGHTS
            and widget.role not in ("button", "tab", "item", "row", "header", "link")
            and widget.box.width >= WIDE * front.box.width
            and not any(widget.box.contains(line.box.center) for line in scene.texts)
            and any(layout.same_row(widget.box, box) for box in starts)
        ]
        one = wide[0] if len(wide) == 1 else None
        beside = one is not None and any(
            layout.same_row(one, box) and front.body.contains(box.center) for box in starts
        )
        return one.center if one is not None and beside else None
    found = [
        slot.box
        for slot in slots(scene, pixels, front.body)
        if slot.kind in ("text", "choice")
        and slot.box.width > LONG * slot.box.height
        and any(layout.same_row(slot.box, box) and 0 <= box.x - slot.box.right <= BEHIND for box in starts)
    ]
    return found[0].center if len(found) == 1 else None


async def _name_asked(hand: Hand) -> Point | None:
    """In a window that is for searching by its title, the one field for the name of what is sought."""
    scene, view, front = await hand.scene(), await hand.view(), await hand.front()
    if front is None or not _SEARCH.search(front.title):
        return None
    places = [slot for slot in slots(scene, view.pixels, front.body) if slot.kind in ("text", "choice")]
    named = [slot.box for slot in places if fit("name", slot.label) >= ENOUGH]
    return named[0].center if len(named) == 1 else None


async def _only_field(hand: Hand) -> Point | None:
    """A wide field at the top of a window that has no other: the one with the focus shows no word."""
    scene, front = await hand.scene(), await hand.front()
    if front is None:
        return None
    part = Rect(front.body.x, front.body.y, front.body.width, round(front.body.height * TOP))
    wide = [
        one.box
        for one in layout.of_kind(scene, "field")
        if part.contains(one.box.center) and one.box.width >= WIDE * front.box.width and one.box.height < 60
    ]
    return wide[0].center if len({(box.center.y // 8) for box in wide}) == 1 else None


async def _opened(hand: Hand) -> bool:
    """Whether a bar or a dialog for it came up: by the usual keys, else by the menus."""
    await hand.key("ctrl+f", hand.say("Opening the search.", "検索を開きます。"))
    if await appeared(hand):
        return True
    for menu in ("Search", "Edit"):
        if await in_bar(hand, menu) and await choose_path(hand, (menu, "Find"), strict=False):
            return await appeared(hand) or (await hand.view()).changed
    return False


async def _press(hand: Hand) -> None:
    """Return did nothing: the button."""
    scene, front = await hand.scene(), await hand.front()
    for name in _GO:
        found = buttons(scene, name, None if front is None else front.body, 0.93)
        if found:
            say = hand.say(f"Pressing {found[0].text}.", f"「{found[0].text}」を押します。")
            await hand.click(found[0].box.center, say)
            await hand.took_effect()
            return
    pictured = [
        widget.box
        for widget in scene.widgets
        if (widget.mark in _GLASS or widget.idea in _GLASS)
        and front is not None
        and front.body.contains(widget.box.center)
    ]
    if pictured:
        say = hand.say("Pressing the magnifying glass.", "虫めがねのボタンを押します。")
        await hand.click(max(pictured, key=lambda box: box.area).center, say)
        await hand.took_effect()


async def _settled(hand: Hand) -> None:
    for _ in range(PATIENCE):
        await hand.wait(1)
        if not (await hand.view()).changed:
            return


async def _close(hand: Hand, before: int) -> None:
    """A dialog of its own is closed again: what was found shows in the window behind it."""
    front: Window | None = await hand.front()
    windows = await hand.windows()
    behind = len(windows) >= before and any(w.box.area > 2 * front.box.area for w in windows) if front else False
    if front is None or not (behind or _DIALOG.fullmatch(front.title.strip())):
        return
    found = buttons(await hand.scene(), "Close", front.body, 0.93)
    say = hand.say("Closing the search dialog.", "検索のダイアログを閉じます。")
    await (hand.click(found[0].box.center, say) if found else hand.key("Escape", say))
    await hand.took_effect()


async def _nowhere(hand: Hand, text: str) -> Stuck:
    seen = await visible_summary(hand)
    return Stuck(
        hand.say(
            f"I found no place to search for “{text}” in this program. {seen}",
            f"このプログラムで「{text}」を検索する場所が見つかりません。{seen}",
        )
    )
