"""After a command was chosen: its dialog filled in and agreed to, its tick looked at, its outcome told honestly."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local import layout
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.arrived import shorten, shown
from deskhand.models.local.skills.commands import values
from deskhand.models.local.skills.commands.answering import agree, beside_no, no_button, yes_button
from deskhand.models.local.skills.commands.asked_inside import agreed_inside
from deskhand.models.local.skills.commands.fit import left_over
from deskhand.models.local.skills.commands.form import Field, fill, free_the_sides, tick_what_is_said, typed_over
from deskhand.models.local.skills.commands.inline import CHOOSER, put_inline
from deskhand.models.local.skills.commands.looking import choose_anywhere
from deskhand.models.local.skills.commands.operations import scale_rather
from deskhand.models.local.skills.commands.pages import pages
from deskhand.models.local.skills.commands.popup import opened
from deskhand.models.local.skills.commands.roots import CONTEXT, MAIN
from deskhand.models.local.skills.commands.slots import Slot, slots
from deskhand.models.local.skills.commands.stage import Stage, dialog_since, next_window, stage
from deskhand.models.local.skills.commands.terms import (
    FAINT,
    SAME_IDEA,
    Term,
    alike,
    does,
    is_end,
    opposed,
    terms,
    verb,
)
from deskhand.models.local.skills.common import dialog_in_front, lines_in
from deskhand.models.local.skills.file_dialog import enter_path, is_dialog
from deskhand.models.local.skills.file_label import label_of_file
from deskhand.models.local.skills.paths import path_of
from deskhand.models.local.steps import Save
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold
from deskhand.vision.scene import Scene, TextLine

_WRONG = re.compile(
    r"\b(?:error|invalid|cannot|can't|could not|couldn't|unable|fail(?:ed|s)?|must|not (?:allowed|valid|possible|found)"
    r"|already exists|nothing to do|no \w+ (?:is |was )?(?:checked|selected|chosen)|please (?:enter|choose|select))\b"
    r"|エラー|できません|失敗|無効|不正|入力してください|すでに",
    re.IGNORECASE,
)
_WARNS = re.compile(r"\s*(?:warning|error)\b|警告|エラー", re.IGNORECASE)
"""What a message is titled that came in the place of what was to be done."""
OWN_WINDOW = 320
"""Pixels of height of a window that is no mere question."""
_NEXT = re.compile(r"^(?:next|forward|continue)\b|次へ|続ける|続行|進む", re.IGNORECASE)
SMALL = 8
"""Pixels each way of the smallest change that counts."""
ASKS_ONE = 3
"""Places at most of a dialog that asks for a file and has not labelled the field."""
_PAGE = terms("text content body")
"""What is written on the page that a dialog makes, where the dialog has no place for it."""
_OF_FILES = terms("name folder path location destination")
ROUNDS = 4
"""Dialogs that may follow one upon the other."""
_LOOKS = "show display view open information properties about preferences settings statistics help find search"
"""What is asked for in order to be looked at: its window is left open."""
_QUIET = "copy save refresh reload update print"
"""What is done without a sign of it."""


async def carry_through(hand: Hand, before: Stage, words: str, fields: Sequence[Field], chosen: Sequence[str]) -> str:
    """Fill in what opened, until nothing asks any more; the sentence for the answer."""
    left = [field for field in fields if field[0] or not _says(chosen, field[1])]
    said = " > ".join(name for name in chosen if name not in (MAIN, CONTEXT))
    for number in range(ROUNDS):
        area = await dialog_since(hand, before)
        if area is None or (number and not await dialog_in_front(hand)):
            break  # a window that asks for nothing is what the command led to
        if number and (complaint := await _complaint(hand, area)):
            raise Stuck(
                hand.say(
                    f"After “{said}” the program says: {complaint}",
                    f"「{said}」のあと、次の表示が出ました: {complaint}",
                )
            )
        now = await stage(hand)
        file = next((value for _, value in left if values.is_file(value)), "")
        had = len(left)
        left, unmet = await _in_dialog(hand, area, words, left, chosen)
        told = [value for _, value in fields]
        page = all(any(alike(one, other) >= SAME_IDEA for one in terms(name) for other in _PAGE) for name, _ in left)
        if 0 < len(left) < had and not page and not await _goes_on(hand, area, words):
            raise _half_filled(hand, said, [field for field in fields if field not in left], left)
        if not await _agreed(hand, area, words, left, now, asked=bool(fields), file=file, told=told, unmet=unmet):
            break
    if not left:
        await agreed_inside(hand, before)
    title = (await hand.view()).focus
    if left:
        left = await put_inline(hand, before, left, words)
    opened_by_it = bool(left) and (await hand.view()).focus != title
    if opened_by_it and (area := await dialog_since(hand, before)) is not None:
        now, asked_for = await stage(hand), left  # a key for the new row has opened what describes it
        left, unmet = await _in_dialog(hand, area, words, left, chosen)
        left = left if await shown(hand, asked_for[-1][1]) else asked_for
        await _agreed(hand, area, words, left, now, asked=True, unmet=unmet)
    if fields and not left and await is_dialog(hand) and (area := await dialog_since(hand, before)) is not None:
        await _agreed(hand, area, words, left, await stage(hand), asked=True)  # it was filled in, and still asks
    if left:
        missing = ", ".join(f"{name or 'value'}: {value}" for name, value in left)
        raise Stuck(
            hand.say(
                f"I chose {said}, but found no place for {missing}.",
                f"「{said}」を選びましたが、{missing} を入れる場所が見つかりません。",
            )
        )
    title = (await hand.view()).focus or ""
    if _WARNS.match(title) and title != before.title:  # it came where no dialog was made out
        raise Stuck(hand.say(f"After “{said}” a “{title}” came up.", f"「{said}」のあと「{title}」が出ました。"))
    if not fields and not await _differs(hand, before):
        unseen = hand.say(
            f"I chose “{said}”, but nothing on the screen changed.",
            f"「{said}」を選びましたが、画面に変化はありませんでした。",
        )
        if isinstance(hand.next_step, Save | None) and not _is_quiet(words):
            raise Stuck(unseen)  # nobody has seen it done
        return unseen
    values_told = ", ".join(f"{name + ': ' if name else ''}{shorten(value, 30)}" for name, value in fields)
    if values_told:
        return hand.say(f"I used “{said}” with {values_told}.", f"「{said}」を使い、{values_told} を入れました。")
    return hand.say(f"I chose “{said}”.", f"「{said}」を選びました。")


async def _goes_on(hand: Hand, area: Rect, words: str) -> bool:
    """Whether the dialog has another page behind this one, for what has no place here."""
    button = yes_button(await hand.scene(), area, words, (await hand.view()).focus or "")
    return button is not None and _NEXT.search(button.text) is not None


def _half_filled(hand: Hand, said: str, put_in: Sequence[Field], left: Sequence[Field]) -> Stuck:
    """An entry without what was told besides would be a wrong one: it is left to the person to agree to."""
    done, missing = (", ".join(f"{name or 'value'}: {value}" for name, value in part) for part in (put_in, left))
    return Stuck(
        hand.say(
            f"I chose {said} and filled in {done}, but found no place for {missing}. The form is open, not agreed to.",
            f"「{said}」で {done} を入れましたが、{missing} の場所が見つかりません。確定せずに開いたままです。",
        )
    )


def _is_quiet(words: str) -> bool:
    """Whether what is asked for may well change nothing that shows."""
    doing = verb(words)
    return doing is not None and any(alike(doing, other) >= SAME_IDEA for other in terms(_QUIET))


def _says(chosen: Sequence[str], value: str) -> bool:
    """The command itself says the value: "Tabs to Spaces" has no field for "spaces"."""
    return bool(terms(value)) and not values.is_number(value) and not left_over(value, chosen)


async def _differs(hand: Hand, before: Stage) -> bool:
    """Whether the screen is another than before the command, by more than the pointer."""
    await hand.step_aside()
    return opened(before.pixels, (await hand.view()).pixels, None, smallest=SMALL) is not None


async def _complaint(hand: Hand, area: Rect) -> str:
    """What a message that followed a form says, where it says that something is wrong; "" otherwise."""
    scene, view = await hand.scene(), await hand.view()
    if slots(scene, view.pixels, area):
        return ""
    told = " ".join(await lines_in(hand, area))
    return told[:200] if _WRONG.search(told) else ""


async def _in_dialog(
    hand: Hand, area: Rect, words: str, fields: Sequence[Field], chosen: Sequence[str]
) -> tuple[list[Field], bool]:
    """The values that found no place, and whether the command says a number or a way that took no mark there."""
    if fields and area.height >= CHOOSER and await is_dialog(hand):
        files = [field for field in fields if values.is_file(field[1])]
        if files:
            await enter_path(hand, path_of(files[0][1], "shared"))
            fields = [field for field in fields if field is not files[0]]
    await scale_rather(hand, area, words)
    await free_the_sides(hand, area, fields)
    scene, view = await hand.scene(), await hand.view()
    places = slots(scene, view.pixels, area)
    if len(fields) == 1 and values.is_file(fields[0][1]) and not asks_for_file(places) and not await is_dialog(hand):
        return list(fields), False  # a page of options: the file's name is asked for behind it
    own = object_of(words, places) if len(fields) == 1 and not fields[0][0] else ""
    left = await fill(hand, area, [(own, fields[0][1])] if own else fields)
    if left:
        left = await _under_tabs(hand, area, left)
    if len(left) == 1 == len(fields) and await typed_over(hand, left[0][1]):
        left = []
    unsaid = [term for term in left_over(words, chosen) if term.weight >= 1]
    if unsaid:
        unsaid = await tick_what_is_said(hand, area, unsaid)
        unsaid = [term for term in unsaid if not (is_end(term) and await _choose_end(hand, area, term))]
    return left, any(is_end(term) or term.stem.isdigit() for term in unsaid)


def asks_for_file(places: Sequence[Slot]) -> bool:
    """Whether a dialog with these places may be the one that asks for a file: it has few of them, or one that is called
    so or shows a file."""
    return len(places) <= ASKS_ONE or any(
        values.is_file(slot.value)
        or any(alike(one, term) >= SAME_IDEA for one in terms(f"{slot.label} {slot.column}") for term in _OF_FILES)
        for slot in places
        if slot.kind in ("text", "choice")
    )


def object_of(words: str, places: Sequence[Slot]) -> str:
    """The label of the one place that is called as what the command is about: an activity that is started goes where
    the form says “activity”."""
    asked, doing = terms(words), verb(words)
    found = {
        label: None
        for slot in places
        if slot.kind in ("text", "choice", "area") and not slot.unlikely
        for label in (slot.label, slot.column)
        if (told := terms(label))
        and not all(does(term) or (doing is not None and alike(doing, term) >= 1) for term in told)
        and all(any(alike(term, one) >= 1 for one in asked) for term in told)
    }
    return next(iter(found)) if len(found) == 1 else ""


async def _choose_end(hand: Hand, area: Rect, end: Term) -> bool:
    """Which of two ends is meant, by the words beside a mark that was read as one of their letters."""
    within = [line for line in (await hand.scene()).texts if area.contains(line.box.center)]
    lines = [line for line in within if any(alike(end, term) >= SAME_IDEA for term in terms(line.text))]
    if len(lines) == 1 and any(opposed(end, term) for line in within for term in terms(line.text)):
        say = hand.say(f"Choosing {lines[0].text}.", f"「{lines[0].text}」を選びます。")
        return (await hand.click(lines[0].box.center, say)).changed
    return False


async def _under_tabs(hand: Hand, area: Rect, fields: Sequence[Field]) -> list[Field]:
    """What has no place on the page that shows may have one on another."""
    left = list(fields)
    async for page in pages(hand, area, " ".join(name for name, _ in fields)):
        if page:
            left = await fill(hand, area, left)
        if not left:
            break
    return left


async def _agreed(
    hand: Hand,
    area: Rect,
    words: str,
    left: Sequence[Field],
    now: Stage,
    *,
    asked: bool,
    file: str = "",
    told: Sequence[str] = (),
    unmet: bool = False,
) -> bool:
    """Press its affirmative button, unless it was opened to be looked at; whether it is gone then."""
    scene, view = await hand.scene(), await hand.view()
    button = yes_button(scene, area, words, view.focus or "")
    if left and button is None:
        return False
    unread = button is None and bool(slots(scene, view.pixels, area)) and beside_no(scene, area) is not None
    if not asked and (_only_looked_at(words) or (button is None and not unread)):
        return False
    if unmet and (unread or any(slot.kind == "radio" for slot in slots(scene, view.pixels, area))):
        # What happens to be chosen would be done instead: turned over, where it should have been turned.
        raise Stuck(
            hand.say(
                f"I do not see how its dialog does “{words}”.",
                f"このダイアログで「{words}」をどう選ぶのか分かりません。",
            )
        )
    empty = [
        slot for slot in slots(scene, view.pixels, area) if slot.kind == "text" and not slot.value and not slot.grey
    ]
    if not asked and empty and len(empty) == len(slots(scene, view.pixels, area)):
        raise Stuck(
            hand.say(
                f"Its dialog asks for “{empty[0].label or 'a value'}”, which you have not told me.",
                f"「{empty[0].label or '値'}」の入力が必要ですが、指定がありません。",
            )
        )
    if button is None and not unread and asked and await _kept_by_its_own(hand, area):
        return True
    await agree(hand, area, words)

    async def gone() -> bool:
        front, view = await hand.front(), await hand.view()
        focus = view.focus
        if not now.told:  # it has no title that could go away
            return (
                focus is not None
                or opened(now.pixels, view.pixels, area, None, min(area.width, area.height) // 2) is not None
            )
        return (front is None or front.body != area) and (focus is None or focus != now.title)

    done = await hand.until(gone, tries=3)
    if not done and (await _picked(hand, area, file) if file else await _row_chosen(hand, area, told)):
        await agree(hand, area, words)
        done = await hand.until(gone, tries=3)
    if done:
        await next_window(hand)
        return True
    return await _still_there(hand, area, words)


async def _kept_by_its_own(hand: Hand, area: Rect) -> bool:
    """A large window of an entry's own without a button to agree by, or to leave: it is saved as a document is. Whether
    it was told to, and closed."""
    front, scene = await hand.front(), await hand.scene()
    if front is None or front.body.height < OWN_WINDOW or not area.intersect(front.body):
        return False
    if no_button(scene, front.body) is not None or beside_no(scene, front.body) is not None:
        return False
    title = (await hand.view()).focus
    if not await choose_anywhere(hand, hand.say("save and close", "保存して閉じる"), sure=True):
        return False

    async def left() -> bool:
        return (await hand.view()).focus != title

    return await hand.until(left, tries=3)


async def _picked(hand: Hand, area: Rect, file: str) -> bool:
    """Click the file in the list of a dialog that does not take a path typed into it: some keep their button grey until
    a file of the folder that shows is named."""
    if area.height < CHOOSER or not await is_dialog(hand):
        return False
    name = file.rpartition("/")[2]
    row = label_of_file(await hand.read_afresh(), name, area)
    if row is None:
        return False
    say = hand.say(f"Choosing {name} in the list.", f"一覧の {name} を選びます。")
    return (await hand.click(row.center, say)).changed


async def _row_chosen(hand: Hand, area: Rect, told: Sequence[str]) -> bool:
    """Click what a search in the dialog has brought for what was typed: its button is grey until one is chosen."""
    scene, view = await hand.scene(), await hand.view()
    typed = [slot.box for slot in slots(scene, view.pixels, area)]
    values_said = [fold(value).letters for value in told if value]
    for line in scene.texts:
        inside = area.contains(line.box.center) and not any(box.grow(3).contains(line.box.center) for box in typed)
        if inside and any(fold(line.text).letters.startswith(value) for value in values_said):
            say = hand.say(f"Choosing {line.text}.", f"「{line.text}」を選びます。")
            return (await hand.click(line.box.center, say)).changed
    return False


async def _still_there(hand: Hand, area: Rect, words: str) -> bool:
    """A form that stays for the next entry is closed; one that complains is told."""
    scene = await hand.scene()
    close = no_button(scene, area, "Close") or _close_with_a_picture(scene, area)
    if close is not None:
        await hand.click(close.box.center, hand.say("Closing the form.", "フォームを閉じます。"))
        return True
    message = " / ".join((await lines_in(hand, area))[:8])
    raise Stuck(
        hand.say(
            f"The dialog for “{words}” did not close. It shows: {message}.",
            f"「{words}」のダイアログが閉じません。表示: {message}。",
        )
    )


def _close_with_a_picture(scene: Scene, area: Rect) -> TextLine | None:
    """The button “✗ Close”, whose picture is read as a letter of it."""
    lines = (line for line in scene.texts if area.contains(line.box.center) and layout.around(scene, line.box))
    return next((line for line in lines if _PICTURED_CLOSE.fullmatch(line.text.strip())), None)


_PICTURED_CLOSE = re.compile(r"\S{1,2}\s+(?:Close|閉じる)", re.IGNORECASE)


def _only_looked_at(words: str) -> bool:
    doing = verb(words)  # "delete from the archive that is open" opens nothing
    asked = [term for term in terms(words) if doing is None or term.weight > FAINT]
    return any(alike(term, other) >= SAME_IDEA for term in asked for other in terms(_LOOKS))
