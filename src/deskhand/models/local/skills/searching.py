"""Find and replace, through the program's own dialog or bar."""

from __future__ import annotations

from deskhand.models.local import layout
from deskhand.models.local.ground import buttons, matches
from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.skills.common import appeared, visible_summary
from deskhand.models.local.skills.document import Document, document_in_front, same_lines
from deskhand.models.local.skills.lines import rewrite
from deskhand.models.local.skills.menus import choose_path
from deskhand.models.local.skills.tooltips import by_tooltip
from deskhand.models.local.steps import ReplaceText
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.folding import fold
from deskhand.vision.match import find
from deskhand.vision.scene import Scene

NEAR = 30
"""Pixels above or below where it was clicked that typed text shows at most."""


async def replace_text(hand: Hand, step: ReplaceText) -> str:
    """By the program's own replacing; then the text is read again, and where that did not do it, typed anew."""
    before = await document_in_front(hand)
    if before is None:
        return await _by_the_program(hand, step)
    if before.whole and not any(_holds(line, step.old) for line in before.lines):
        return hand.say(f"I found no “{step.old}” to replace.", f"置き換える「{step.old}」は見つかりませんでした。")
    try:
        said = await _by_the_program(hand, step)
    except Refused:
        raise
    except Stuck:
        if not before.exact or not await _back_in(hand, before):
            raise
        said = ""
    anew = tuple(line.replace(step.old, step.new) for line in before.lines)
    if said:
        after = await document_in_front(hand)
        if after is not None and done(after.lines, step.old, step.new):
            return said
        if await _reads(hand, [new for old, new in zip(before.lines, anew, strict=True) if old != new]):
            return said
    if before.exact and anew != before.lines and await _back_in(hand, before):
        await rewrite(hand, before, anew)
        after = await document_in_front(hand)
        if after is not None and done(after.lines, step.old, step.new):
            return hand.say(
                f"I replaced “{step.old}” with “{step.new}”.", f"「{step.old}」を「{step.new}」に置き換えました。"
            )
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I tried to replace “{step.old}” with “{step.new}”, but the text does not read so now. {seen}",
            f"「{step.old}」を「{step.new}」に置き換えようとしましたが、本文がそうなっていません。{seen}",
        )
    )


async def _reads(hand: Hand, lines: list[str]) -> bool:
    """Whether the window shows all the changed lines: a bar that keeps the keys leaves the document to be looked at."""
    scene, front = await hand.read_afresh(), await hand.front()
    area = None if front is None else front.body
    return bool(lines) and all(find(scene, line, at_least=0.93, within=area) for line in lines)


def done(lines: tuple[str, ...], old: str, new: str) -> bool:
    """Whether the text holds the new words, and the old ones only as a part of them."""
    one, other = fold(old).shapes, fold(new).shapes
    texts = [fold(line).shapes for line in lines]
    return any(other in text for text in texts) and not any(one in text.replace(other, "") for text in texts)


def _holds(line: str, words: str) -> bool:
    return fold(words).shapes.lower() in fold(line).shapes.lower()


async def _back_in(hand: Hand, before: Document) -> bool:
    """Whether the document is what takes the keys, dialogs being closed, and still says what it did."""
    for _ in range(3):
        again = await document_in_front(hand)
        if again is not None and same_lines(again.lines, before.lines):
            return True
        await hand.key("Escape", hand.say("Closing what is in front of it.", "前面のものを閉じます。"))
    return False


async def _by_the_program(hand: Hand, step: ReplaceText) -> str:
    opened = (
        await choose_path(hand, ("Search", "Find and Replace"), strict=False)
        or await choose_path(hand, ("Search", "Replace"), strict=False)
        or await choose_path(hand, ("Edit", "Find and Replace"), strict=False)
        or await choose_path(hand, ("Edit", "Replace"), strict=False)
    )
    if not opened:
        for keys, words in (("ctrl+h", "Ctrl+H"), ("ctrl+r", "Ctrl+R")):
            say = hand.say(f"Trying {words} for find and replace.", f"{words} で検索と置換を開きます。")
            await hand.key(keys, say)
            if await appeared(hand):
                break
        else:
            await _stuck(hand, step)
    await _fill(hand, ("Search for", "Find what", "Find", "Search"), step.old, 0)
    await _fill(hand, ("Replace with", "Replace"), step.new, 1)
    await _everywhere(hand)
    scene = await hand.scene()
    everywhere = buttons(scene, "Replace All", hand.popup) or buttons(scene, "Replace", hand.popup)
    button = everywhere[0].box if everywhere else await _pictured(hand)
    if button is None:
        await _stuck(hand, step)
        return ""
    view = await hand.click(button.center, hand.say("Replacing all of them.", "すべて置換します。"))
    changed = view.changed
    close = buttons(await hand.scene(), "Close", hand.popup)
    if close:
        await hand.click(close[0].box.center, hand.say("Closing the dialog.", "ダイアログを閉じます。"))
    else:
        await hand.key("Escape", hand.say("Closing the dialog.", "ダイアログを閉じます。"))
    if not changed and not find(await hand.scene(), step.new, at_least=0.9):
        return hand.say(f"I found no “{step.old}” to replace.", f"置き換える「{step.old}」は見つかりませんでした。")
    return hand.say(f"I replaced “{step.old}” with “{step.new}”.", f"「{step.old}」を「{step.new}」に置き換えました。")


async def _fill(hand: Hand, labels: tuple[str, ...], text: str, position: int) -> None:
    """By its label; where that cannot be read, by its place: what to find stands before what to put there."""
    popup, front = hand.popup, await hand.front()
    for scene in (await hand.scene(), await hand.read_afresh()):
        for area in (popup, None if front is None else front.body):
            point = _labelled(scene, labels, area)
            if point is not None:
                await _enter(hand, point, text, popup)
                return
    fields = [widget.box for widget in layout.of_kind(await hand.scene(), "field")]
    inside = [box for box in fields if popup is not None and popup.grow(4).contains(box.center) and box.width > 90]
    if len(inside) >= 2:
        await _enter(hand, layout.in_reading_order(inside, lambda box: box)[position].center, text, popup)
        return
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I found no field “{labels[0]}” in the dialog. {seen}",
            f"ダイアログに「{labels[0]}」の欄が見つかりません。{seen}",
        )
    )


def _labelled(scene: Scene, labels: tuple[str, ...], area: Rect | None) -> Point | None:
    for name in labels:
        # "Find:" is a field's label; "Find" alone may be a button of the toolbar.
        places = sorted(matches(scene, name, area, 0.86), key=lambda m: not m.line.text.rstrip().endswith((":", "：")))
        for match in places:
            field = layout.field_of(scene, match.box)
            if field is None and not match.line.text.rstrip().endswith((":", "：")):
                continue
            return field.box.center if field is not None else Point(match.box.right + 80, match.box.center.y)
    return None


async def _enter(hand: Hand, point: Point, text: str, popup: Rect | None) -> None:
    await hand.click(point, hand.say("Clicking into the field.", "欄をクリックします。"))
    await hand.key("ctrl+a", hand.say("Selecting what it holds.", "入っている文字を選択します。"))
    await hand.type(text, hand.say(f"Typing “{text}”.", f"「{text}」と入力します。"))
    seen = find(await hand.scene(), text, at_least=0.85)
    fresh = [match for match in seen if any(area.intersect(match.box) for area in (await hand.view()).changes)]
    if fresh and all(abs(match.box.center.y - point.y) > NEAR for match in fresh):
        await hand.key("ctrl+z", hand.say("It went elsewhere; undoing it.", "別の場所に入ったので、元に戻します。"))
        raise Stuck(
            hand.say(
                f"I typed “{text}” where I took a field to be, but it went elsewhere. I undid it and stopped.",
                f"入力欄のつもりで「{text}」と入力しましたが、別の場所に入ったため、元に戻して中止しました。",
            )
        )
    hand.popup = popup


async def _pictured(hand: Hand) -> Rect | None:
    """The button is a picture beside the fields."""
    front = await hand.front()
    fields = matches(await hand.scene(), "Replace with", None if front is None else front.box, 0.86)
    if front is None or not fields:
        return None
    near = fields[0].box
    row = Rect(front.box.x, near.y - 60, front.box.width, near.height + 120)
    end = Rect(front.box.right - 1, near.y, 1, near.height)
    return await by_tooltip(hand, "Replace all", row, end)


async def _everywhere(hand: Hand) -> None:
    """Some dialogs replace all only when a box says so."""
    scene, popup = await hand.scene(), hand.popup
    for match in matches(scene, "Replace all in", popup, 0.86):
        mark = layout.mark_of(scene, match.box, "checkbox")
        if mark is not None and mark.checked is True:
            return
        point = mark.box.center if mark is not None else match.box.center
        await hand.click(point, hand.say("Choosing to replace all.", "すべて置換を選びます。"))
        hand.popup = popup
        return


async def _stuck(hand: Hand, step: ReplaceText) -> None:
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I found no way to replace “{step.old}” in this program. {seen}",
            f"このプログラムで「{step.old}」を置換する方法が見つかりません。{seen}",
        )
    )
