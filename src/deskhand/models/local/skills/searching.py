"""Find and replace, through the program's own dialog or bar."""

from __future__ import annotations

import re

from deskhand.models.local import layout
from deskhand.models.local.ground import buttons, matches
from deskhand.models.local.hand import Hand, NothingThere, Refused, Stuck
from deskhand.models.local.skills.common import appeared, visible_summary
from deskhand.models.local.skills.document import Document, document_in_front, without_menu_bar
from deskhand.models.local.skills.lines import replace_one
from deskhand.models.local.skills.menus import choose_path, in_bar
from deskhand.models.local.skills.replacing_fields import fill_in, labels_of
from deskhand.models.local.skills.tooltips import by_tooltip
from deskhand.models.local.skills.whole_text import rewrite
from deskhand.models.local.steps import ReplaceText
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold
from deskhand.vision.match import find

_PLACE = re.compile(
    r"(?:in )?(?:the )?(?:whole |entire |this |current )?(?:document|window|file|buffer|page|text|selection|session|"
    r"all files|multiple documents|(?:open|all) documents)(?:\.\.\.|…)?"
    r"|(?:文書|ドキュメント|ウィンドウ|ファイル|バッファ|選択範囲|セッション)(?:内|全体)?",
    re.IGNORECASE,
)
"""What buttons say that name where to replace."""
_HERE = re.compile(
    r"document$|window|file$|buffer|page|text|文書|ドキュメント|ウィンドウ|ファイル|バッファ", re.IGNORECASE
)
_ALL = re.compile(
    r"\breplace all\b|\ball (?:at once|occurrences|matches)\b|\bevery(?:where| occurrence)\b"
    r"|(?:すべて|全て)(?:を)?(?:置換|置き換え)|一括",
    re.IGNORECASE,
)
"""What a box to tick says that makes one replacement all of them."""


async def replace_text(hand: Hand, step: ReplaceText) -> str:
    """By the program's own replacing; then the text is looked at again, and where that did not do it, typed anew."""
    if step.only:
        return await replace_one(hand, step.old, step.new, last=step.only == "last")
    # Typed anew, "tea" that became "teapot" here and there would become "teapotpot": what it said before must be known.
    before = await document_in_front(hand) if step.old in step.new else None
    said, failed = "", None
    try:
        said = await _by_the_program(hand, step)
    except Refused:
        raise
    except Stuck as stuck:
        failed = stuck
    if said and await _reads_done(hand, step):
        return said
    after = await _document_again(hand)
    if said and after is not None and done(after.lines, step.old, step.new):
        return said
    if said and after is not None and not after.whole and not any(_holds(line, step.old) for line in after.lines):
        return said  # what it replaced is out of sight
    absent = after is not None and after.whole and not any(_holds(line, step.old) for line in (before or after).lines)
    if absent and not await _shows(hand, step.old):
        raise NothingThere(
            hand.say(f"I found no “{step.old}” to replace.", f"置き換える「{step.old}」は見つかりませんでした。")
        )
    known = before or after
    if known is not None and after is not None and known.exact and after.whole:
        anew = tuple(line.replace(step.old, step.new) for line in known.lines)
        if anew != known.lines and same_count(known.lines, after.lines):
            if sum(line.count(step.old) for line in after.lines) == 1 and await _in_its_place(hand, step):
                return hand.say("I replaced it in its place.", "その場所で置き換えました。")
            await rewrite(hand, known, anew)
            return hand.say(
                f"I replaced “{step.old}” with “{step.new}”.", f"「{step.old}」を「{step.new}」に置き換えました。"
            )
    if failed is not None:
        raise failed
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I tried to replace “{step.old}” with “{step.new}”, but the text does not read so now. {seen}",
            f"「{step.old}」を「{step.new}」に置き換えようとしましたが、本文がそうなっていません。{seen}",
        )
    )


async def _in_its_place(hand: Hand, step: ReplaceText) -> bool:
    """The one place alone, where it could be selected: an editor that completes words adds to a text typed anew."""
    try:
        await replace_one(hand, step.old, step.new, last=False)
    except Refused:
        raise
    except Stuck:
        after = await document_in_front(hand)
        if after is None or not any(step.old in line for line in after.lines):
            raise  # it was done, and reads otherwise
        return False
    return True


async def _shows(hand: Hand, words: str) -> bool:
    """Whether the window in front shows the words anywhere: keys that select all may mean something else, and what
    they changed was taken for a text without them."""
    front = await hand.front()
    scene = await hand.read_afresh()
    return any(
        front is None or front.body.contains(line.box.center) for line in scene.texts if _holds(line.text, words)
    )


def same_count(lines: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether both have as many lines: then the keys went to the same document as before."""
    return len([line for line in lines if line]) == len([line for line in others if line])


async def _reads_done(hand: Hand, step: ReplaceText) -> bool:
    """Whether the window in front shows the new words and no old ones: nothing need be selected to see that."""
    front = await hand.front()
    if front is None or not step.new:
        return False
    scene = await hand.read_afresh()
    lines = tuple(line.text for line in scene.texts if front.body.contains(line.box.center))
    return done(lines, step.old, step.new)


async def _document_again(hand: Hand) -> Document | None:
    """The document, dialogs in front of it being closed."""
    for attempt in range(3):
        found = await document_in_front(hand)
        if found is not None:
            return found
        if attempt < 2:
            await hand.key("Escape", hand.say("Closing what is in front of it.", "前面のものを閉じます。"))
    return None


def done(lines: tuple[str, ...], old: str, new: str) -> bool:
    """Whether the text holds the new words, and the old ones only as a part of them."""
    one, other = fold(old).shapes, fold(new).shapes
    texts = [fold(line).shapes for line in lines]
    return any(other in text for text in texts) and not any(one in text.replace(other, "") for text in texts)


def _holds(line: str, words: str) -> bool:
    return fold(words).shapes.lower() in fold(line).shapes.lower()


async def _by_the_program(hand: Hand, step: ReplaceText) -> str:
    if not await _dialog_opened(hand):
        await _stuck(hand, step)
    old, new = await labels_of(hand)
    await fill_in(hand, old, step.old, 0)
    await fill_in(hand, new, step.new, 1)
    button = await _all_of_them(hand)
    if button is None:
        await _stuck(hand, step)
        return ""
    view = await hand.click(button.center, hand.say("Replacing all of them.", "すべて置換します。"))
    changed = view.changed
    if (where := await _where(hand)) is not None and where != button:  # the button opened the choice of it
        await hand.click(where.center, hand.say("Choosing where: everywhere.", "対象を文書全体にします。"))
        changed = True
    if (rest := await _asked_for_the_rest(hand, button)) is not None:  # it asks for each place, and offers all of them
        changed = (await hand.click(rest.center, hand.say("Replacing all of them.", "すべて置換します。"))).changed
        await hand.took_effect()
    close = [one for one in buttons(await hand.scene(), "Close", hand.popup) if hand.popup or _closes(one.box, button)]
    if close:
        await hand.click(close[0].box.center, hand.say("Closing the dialog.", "ダイアログを閉じます。"))
    else:
        await hand.key("Escape", hand.say("Closing the dialog.", "ダイアログを閉じます。"))
    if not changed and not find(await hand.scene(), step.new, at_least=0.9):
        raise NothingThere(
            hand.say(f"I found no “{step.old}” to replace.", f"置き換える「{step.old}」は見つかりませんでした。")
        )
    return hand.say(f"I replaced “{step.old}” with “{step.new}”.", f"「{step.old}」を「{step.new}」に置き換えました。")


async def _asked_for_the_rest(hand: Hand, pressed: Rect) -> Rect | None:
    """The button for all of them that has come up only now, since “Replace” was pressed."""
    found = [one.box for one in buttons(await hand.scene(), "Replace All", None, 0.95) if one.whole]
    fresh = [box for box in found if not box.intersect(pressed.grow(8)) and _closes(box, pressed)]
    return fresh[0] if len(fresh) == len(found) == 1 else None


NEAR = 160
"""Pixels above or below the button that replaces within which the one stands that closes the same bar or dialog: a tool
bar's “Close” further up closes the document."""


def _closes(close: Rect, replace_all: Rect) -> bool:
    return abs(close.center.y - replace_all.center.y) <= NEAR


async def _dialog_opened(hand: Hand) -> bool:
    """By the menus first: the keys for it are other ones in every program."""
    barred = [menu for menu in ("Search", "Edit", "Find") if await in_bar(hand, menu)]
    for menu in barred:
        if await choose_path(hand, (menu, "Replace"), strict=False):
            return True
    for keys, words in (("ctrl+h", "Ctrl+H"), ("ctrl+r", "Ctrl+R")):
        say = hand.say(f"Trying {words} for find and replace.", f"{words} で検索と置換を開きます。")
        await hand.key(keys, say)
        if await appeared(hand):
            return True
    return not barred and await choose_path(hand, ("Edit", "Replace"), strict=False)


async def _all_of_them(hand: Hand) -> Rect | None:
    """The button that replaces all at once; boxes to tick that say so are ticked."""
    if (where := await _where(hand)) is not None:
        return where
    ticked = await _everywhere(hand)
    scene, bars = await hand.scene(), [window.bar for window in await hand.windows()]
    labels = ("Replace", "Find and Replace", "OK") if ticked else ("Replace All", "Replace", "Find and Replace")
    for label in labels:
        for match in buttons(scene, label, hand.popup):
            if not any(bar.contains(match.box.center) for bar in bars):  # the dialog's title says "Replace" too
                return match.box
    return await _pictured(hand)


async def _where(hand: Hand) -> Rect | None:
    """ "Replace all in: [Window] [Selection]", "[In Document] [In Selection]": the button for all of this document."""
    scene, popup = await hand.scene(), hand.popup
    front = await hand.front()
    area = popup or (front.body if front is not None else None)
    if area is None:
        return None
    plain = scene if front is None else without_menu_bar(scene, front.body)  # "File" and "Selection" are menus there
    places = [line for line in plain.texts if area.contains(line.box.center) and _PLACE.fullmatch(line.text.strip())]
    for line in places:
        beside = [other for other in places if other is not line and layout.same_row(line.box, other.box)]
        if beside and _HERE.search(line.text):
            return line.box
    return None


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


async def _everywhere(hand: Hand) -> bool:
    """Some dialogs replace all only when a box says so: whether there is one. It is ticked now."""
    scene, popup = await hand.scene(), hand.popup
    for line in scene.texts:
        if (popup is not None and not popup.contains(line.box.center)) or not _ALL.search(line.text):
            continue
        mark = layout.mark_of(scene, line.box, "checkbox") or layout.mark_of(scene, line.box, "radio")
        if mark is None:
            continue
        if mark.checked is not True:
            say = hand.say(f"Ticking “{line.text}”.", f"「{line.text}」にチェックを入れます。")
            await hand.click(mark.box.center, say)
            hand.popup = popup
        return True
    return False


async def _stuck(hand: Hand, step: ReplaceText) -> None:
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I found no way to replace “{step.old}” in this program. {seen}",
            f"このプログラムで「{step.old}」を置換する方法が見つかりません。{seen}",
        )
    )
