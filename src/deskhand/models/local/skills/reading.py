"""Reading a value off the screen, to tell it or to use it later. Read small print twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deskhand.models.local import concepts, layout
from deskhand.models.local.behind.answering import answered
from deskhand.models.local.behind.asking import asked, could_answer, missing_day, only_asks
from deskhand.models.local.behind.doubting import rather
from deskhand.models.local.behind.qualified import lacks
from deskhand.models.local.behind.values import fits_kind
from deskhand.models.local.cells import NAME, cell_place
from deskhand.models.local.counted import at
from deskhand.models.local.ground import locate, matches
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.labels import other_names, program_names
from deskhand.models.local.skills.belonging import in_front
from deskhand.models.local.skills.beside import beside_told
from deskhand.models.local.skills.calculator import display_line
from deskhand.models.local.skills.common import dismissed, visible_summary
from deskhand.models.local.skills.document import document_in_front
from deskhand.models.local.skills.figures import in_column
from deskhand.models.local.skills.files import file_names
from deskhand.models.local.skills.finding import has_field
from deskhand.models.local.skills.further import far_row, look_further, of_somebody, says, telling
from deskhand.models.local.skills.listing import listed
from deskhand.models.local.skills.owned import called_so, in_unit, looked_into, names_of
from deskhand.models.local.skills.pointing import pointer_inside
from deskhand.models.local.skills.printed import on_the_page
from deskhand.models.local.skills.programs import switch_to_open
from deskhand.models.local.skills.results import MEANING, is_bar
from deskhand.models.local.skills.shapes import below, shaped
from deskhand.models.local.skills.sums import number_of
from deskhand.models.local.skills.tabs import each_tab
from deskhand.models.local.skills.where_two_meet import met
from deskhand.models.local.steps import Count, Read, Target, Tell
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.folding import fold
from deskhand.vision.scene import Scene, TextLine

LOW = 0.9
"""Lines read with less confidence than this are looked at once more, magnified."""
SPARSE = 60
"""Characters in a window below which it is looked at once more, magnified."""
LARGE = 1.6
"""Letters by far larger than others are at least so many times as high."""
_GLOSS = re.compile(r"[^()()]*[^\x00-\x7f][((]\s*([A-Za-z][\w .-]*?)\s*[))]")
_MENU_BAR = re.compile(r"\b(File|Edit|View|Help|Search|Document|Tools|Go|Bookmarks)\b")


async def read(hand: Hand, step: Read) -> str:
    target = step.what
    hand.memory.complete = False
    if target.window and not await in_front(hand, target.window):
        await switch_to_open(hand, target.window)
    if target.kind in (None, "text", "file") and await pointer_inside(hand):
        await hand.step_aside()  # it may stand on what is to be read
    value = await on_the_page(hand, step) or await beside_told(hand)
    if not value:
        value = "" if await _of_another(hand, target) else await _value(hand, target)
    if not value and (gloss := _GLOSS.fullmatch(target.name)) is not None:  # what the screen calls it
        value = await _value(hand, replace(target, name=gloss[1]))
    if not value and target.name and target.near:
        value = await looked_into(hand, target.near, lambda: _value(hand, target))
    if not value and await dismissed(hand):
        value = await _value(hand, target)
    if not value and target.name and target.kind != "window":
        await hand.read_afresh()  # what is marked in its field may have been lost among what was read before
        value = await _value(hand, target)
    if not value and target.kind in (None, "text") and target.name and isinstance(hand.next_step, Tell):
        value = await _row_that_answers(hand)
    if not value and target.kind in (None, "text") and target.name:
        value = await _in_document(hand, target.name)
    if not value and target.name and target.kind not in ("window", "cell") and not target.window:
        async for _ in each_tab(hand, target.name):
            if value := await _value(hand, target):
                break
    if not value and target.kind in (None, "text", "row") and target.name and not target.window:
        value = await look_further(hand, target.name, lambda: _value(hand, target))
    if not value or not _is_of_its_kind(hand, value) or await _of_another_kind(hand):
        what = target.name or hand.say("what to read", "読み取る内容")
        seen = await visible_summary(hand)
        raise Stuck(hand.say(f"I could not find {what} on the screen. {seen}", f"画面に{what}が見つかりません。{seen}"))
    if step.what.name and only_asks(hand.wish):
        value = await rather(hand, step, value)
    hand.memory.store(step.store, value)
    return ""


async def _row_that_answers(hand: Hand) -> str:
    """The window's row that has the question's words and a value of the kind asked for, before keys go looking for a
    text: they mean something else in many programs."""
    wanted, front = asked(hand.said), await hand.front()
    if wanted is None or not wanted.kind or front is None:
        return ""
    found = answered(wanted, await content_lines(hand, front))
    return "" if found is None else found.text


def _is_of_its_kind(hand: Hand, value: str) -> bool:
    """Whether a value that is only to be told can be the answer: no time for a day, no marks on buttons."""
    if not isinstance(hand.next_step, Tell) or not only_asks(hand.wish):
        return True
    wanted = asked(hand.wish)
    if wanted is None:
        return True
    several = value.splitlines()
    return (
        could_answer(wanted, value)
        and fits_kind(hand.wish, value)
        and (len(several) < 2 or not missing_day(wanted.plain, several))
    )


async def _of_another_kind(hand: Hand) -> bool:
    """Whether the work number is asked for where only one that is called nothing shows."""
    if not isinstance(hand.next_step, Tell) or not only_asks(hand.wish):
        return False
    return lacks(hand.wish, await content_lines(hand, await hand.front()))


async def _of_another(hand: Hand, target: Target) -> bool:
    """Whether the window speaks of several things and shows nothing of the one that is asked about, though a search of
    its own may: what a label says there is another's."""
    front = await hand.front()
    if not target.name or not target.near or front is None:
        return False
    scene, area = await hand.scene(), front.box
    return not any(matches(scene, name, area, 0.9) for name in names_of(target.near)) and await has_field(hand)


async def _value(hand: Hand, target: Target) -> str:
    front = await hand.front()
    match target.kind:
        case "window" if not target.name:
            await hand.wait(1)  # a title may follow a click a moment later
            return (await hand.view()).focus or (front.title if front is not None else "")
        case "text" | None if not target.name and not target.near:
            return await _all_text(hand, front, target.window)
        case "row" if not target.name and target.nth:
            document = await document_in_front(hand)
            if document is not None and (not document.whole or target.nth > len(document.lines)):
                return await far_row(hand, target.nth)
            lines = (
                document.lines
                if document is not None
                else tuple(await listed(hand) or await content_lines(hand, front))
            )
            return at(lines, target.nth) or ""
        case "row" if target.name and not target.near:
            return "\n".join(await _rows_with(hand, front, target.name))
        case "file" if not target.name and target.window and not _lists_files(target.window):
            return await _all_text(hand, front, target.window)  # "what the document in the viewer says"
        case "folder" if not target.name and hand.memory.sought:
            return shaped("folder", await _rows_with(hand, front, hand.memory.sought))
        case "file" | "folder" if not target.name:
            in_rows = [] if await in_front(hand, "file manager") else await listed(hand)
            hand.memory.complete = bool(in_rows)
            return "\n".join(in_rows or await file_names(hand))
        case _ if hand.memory.sought and hand.memory.came and MEANING.search(target.name):
            return "\n".join(hand.memory.came)
        case _:
            return (
                await _in_table(hand, target)
                or await _where_two_meet(hand, target)
                or ("" if await _is_sought(hand, front, target.name) else await _labelled(hand, target))
                or under_its_word(await content_lines(hand, front), target.name)
                or await _unlabelled(hand, target)
                or await _in_other_words(hand, front, target)
            )


async def _where_two_meet(hand: Hand, target: Target) -> str:
    """What stands in the row and the column that the person's own words name."""
    front, scene = await hand.front(), await hand.scene()
    if front is None or not target.name:
        return ""
    said = hand.said if target.name in hand.said else f"{target.near} {target.name}"
    cell = met(scene.texts, front.body, said)
    return "" if cell is None else (await _surely(hand, cell)).text


async def _in_other_words(hand: Hand, front: Window | None, target: Target) -> str:
    """Behind a label that says the same in other words, or the only value in the unit that was asked for."""
    if front is None or not target.name or await _is_sought(hand, front, target.name):
        return ""
    scene = await hand.scene()
    return called_so(scene, front.body, target.name) or in_unit(scene, front.body, hand.said)


async def _in_table(hand: Hand, target: Target) -> str:
    """Where a row and a column are named, what stands where they meet."""
    front, scene = await hand.front(), await hand.scene()
    if not target.name or not target.near:
        return ""
    body = front.body if front is not None else None
    for row in matches(scene, target.near, body):
        for head in matches(scene, target.name, body):
            if head.box.bottom > row.box.y + 2:
                continue
            inside = [line for line in scene.texts if body is None or body.contains(line.box.center)]
            cells = [line for line in in_column(inside, head.box) if layout.same_row(row.box, line.box)]
            if len(cells) == 1:
                return (await _surely(hand, cells[0])).text
    return ""


def under_its_word(rows: Sequence[str], name: str) -> str:
    """What stands behind "Gardener:" where the name of the gardener is asked for; "" where it stands twice."""
    words = {fold(word).letters for word in telling(name)}
    said = [found for row in rows if (found := re.fullmatch(r"\W*([^:：]{2,40}?)\s*[:：]\s*(\S.*)", row)) is not None]
    values = {found[2].strip() for found in said if fold(found[1]).letters in words}
    return values.pop() if len(values) == 1 else ""


async def _unlabelled(hand: Hand, target: Target) -> str:
    """Without a label: in the row of what was searched for, else wherever such a value is written; of that row, where
    nothing tells which part is meant, all the rest."""
    front = await hand.front()
    sought, name = hand.memory.sought, target.name or target.near
    rows = await _rows_with(hand, front, sought) if sought else []
    seen, whose = await content_lines(hand, front), telling(name)
    own = says(seen, whose)
    if whose and not own and not rows:
        return ""  # a phone number shows, but not the caretaker's
    if found := shaped(name, rows) or shaped(name, own) or below(name, seen, own) or shaped(name, seen):
        return found
    scene = await hand.scene()
    inside = [line for line in scene.texts if front is None or front.body.contains(line.box.center)]
    if not rows and not whose and (found := in_large_print(name, inside)):
        return found
    if not rows and len(own) == 1 and (of_somebody(name) or _counts_one(name, own[0])):
        return own[0]
    for row in rows:
        rest = re.sub(re.escape(sought), " ", row, flags=re.IGNORECASE)
        if not is_bar(row) and rest != row and (rest := rest.strip(" :：-–—=,.\t")):
            return rest
    return ""


_NUMBERED = re.compile(r"\bnumbers?\b|\bno\.|番号|何番", re.IGNORECASE)


def _counts_one(name: str, row: str) -> bool:
    """Whether a number is asked for and the row about it has one: “Locker 48”."""
    return _NUMBERED.search(name) is not None and len(re.findall(r"\d[\d.,]*", row)) == 1


def in_large_print(name: str, lines: Sequence[TextLine]) -> str:
    """The value of that kind that is written largest by far: a page's own, beside those of its small pictures."""
    kept = [(line.box.height, value) for line in lines if (value := shaped(name, [line.text]))]
    height, value = max(kept, default=(0, ""))
    return value if all(other == value or height >= LARGE * size for size, other in kept) else ""


async def _is_sought(hand: Hand, front: Window | None, name: str) -> bool:
    """Whether the name is the word that stands in a search field: what is beside it there is a button or a choice."""
    sought = fold(hand.memory.sought).letters
    if not sought or fold(name).letters != sought:
        return False
    rows = await content_lines(hand, front)
    return any(is_bar(row) and sought in fold(row).letters for row in rows)


async def _rows_with(hand: Hand, front: Window | None, words: str) -> list[str]:
    """The rows of the window that hold the words, but for the field in which they were typed."""
    rows = await content_lines(hand, front)
    held = [row for row in rows if fold(words).letters.lower() in fold(row).letters.lower()]
    held = [row for row in held if not is_bar(row)] or held
    return [row for row in held if len(row) > len(words) + 2] or held


async def _in_document(hand: Hand, name: str) -> str:
    """Behind the name in a line of the document: a caret before it is read as a letter of it, until it is moved."""
    document = await document_in_front(hand)
    for other in (name, *other_names(name)) if document is not None else ():
        for line in document.lines if document is not None else ():
            found = re.match(rf"\W*{re.escape(other)}\s*[:：=\t]\s*(.+)", line, re.IGNORECASE)
            if found is not None:
                return found[1].strip()
    return ""


def _lists_files(window: str) -> bool:
    return concepts.program(window) == "file manager"


async def _all_text(hand: Hand, front: Window | None, window: str) -> str:
    if front is not None and window and any(name in ("calculator", "電卓") for name in program_names(window)):
        line = display_line(await hand.scene(), front.body)
        if line is not None:
            return number_of(line.text) or line.text
    if isinstance(hand.next_step, Count):  # toolbars and a status bar are no lines
        document = await document_in_front(hand)
        if document is not None and document.whole:
            hand.memory.complete = True
            return "\n".join(document.lines)
    return "\n".join(await content_lines(hand, front))


async def content_lines(hand: Hand, front: Window | None) -> list[str]:
    """The text of the window in front, its menu bar left out; rows joined; unsure lines read again."""
    scene = await hand.scene()
    body = front.body if front is not None else None
    lines = [line for line in scene.texts if body is None or body.contains(line.box.center)]
    if body is not None and sum(len(line.text) for line in lines) < SPARSE:  # small print is overlooked
        closer = await hand.closer(body, 2)
        lines = max(lines, list(closer.texts), key=lambda found: sum(len(line.text) for line in found))
    if body is not None:
        lines = [line for line in lines if not (line.box.y < body.y + 30 and _MENU_BAR.search(line.text))]
        lines = [line for line in lines if not line.text.startswith("Warning: you are using the root account")]
    sure = [await _surely(hand, line) for line in lines]
    rows: list[list[TextLine]] = []
    for line in sure:
        if rows and layout.same_row(rows[-1][0].box, line.box):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [" ".join(line.text for line in sorted(row, key=lambda line: line.box.x)) for row in rows]


async def _surely(hand: Hand, line: TextLine) -> TextLine:
    if line.confidence >= LOW:
        return line
    closer = await hand.closer(line.box.grow(6), 2)
    near = [other for other in closer.texts if other.box.intersect(line.box)]
    best = max(near, key=lambda other: other.confidence, default=line)
    return best if best.confidence > line.confidence else line


async def _labelled(hand: Hand, target: Target) -> str:
    """The value that stands with a label: in its own line after a colon, right of it, in its field, or under it."""
    scene, here = await hand.scene(), await hand.here()
    name = target.name or target.near
    if NAME.fullmatch(name) and here.front is not None:
        for seen in (scene, await hand.closer(here.front.body, 2)):
            if (place := cell_place(seen, name, here.front.body)) is not None:
                return await _in_cell(hand, place)
    if target.kind in ("checkbox", "radio"):
        found = locate(scene, target, here)
        state = found[0].widget.checked if found and found[0].widget is not None else None
        return "" if state is None else hand.say("on" if state else "off", "オン" if state else "オフ")
    for match in matches(scene, name, here.front.box if here.front is not None else None):
        after = match.line.text.partition(match.text)[2].strip(" :：=\t")
        if after and not match.whole:
            return after
        value = _beside(scene, match.box)
        if value is not None:
            return (await _surely(hand, value)).text.strip(" :：")
        if target.kind in ("text", "link", "button", "menu", "menu item", "tab"):
            return match.line.text
    return ""


async def _in_cell(hand: Hand, place: Point) -> str:
    """What stands in the cell at a point, looked at closely."""
    closer = await hand.closer(Rect(place.x - 45, place.y - 14, 90, 28), 3)
    row = [line for line in closer.texts if line.box.y - 4 <= place.y <= line.box.bottom + 4]
    return " ".join(line.text for line in sorted(row, key=lambda line: line.box.x))


def _beside(scene: Scene, label: Rect) -> TextLine | None:
    row = [line for line in scene.texts if layout.same_row(label, line.box) and line.box.x >= label.right - 2]
    row = [line for line in row if any(map(str.isalnum, line.text))] or row  # the colon may stand by itself
    if row:
        return min(row, key=lambda line: line.box.x)
    below = [line for line in scene.texts if layout.under(label, line.box) and line.box.y - label.bottom < 40]
    return min(below, key=lambda line: line.box.y, default=None)
