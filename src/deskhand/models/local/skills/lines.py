"""Lines of a document: taken out, put in, changed, moved; by the keys that every editor has.

What should stand there afterwards is worked out first, and the document is read again after the act: an editor in which
a key means something else is found out, and a document known to the letter is then typed anew.
"""

from __future__ import annotations

from dataclasses import replace

from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.skills.document import INDENT, Document
from deskhand.models.local.skills.far_lines import edit_far_line
from deskhand.models.local.skills.in_place import edit_in_place
from deskhand.models.local.skills.line_keys import edited, go, keys, press, write
from deskhand.models.local.skills.line_parts import part_of, which_part
from deskhand.models.local.skills.programs import DOCUMENT
from deskhand.models.local.skills.text_pane import click_into_text
from deskhand.models.local.skills.typing import SELECTED
from deskhand.models.local.skills.whole_text import check, doubtful, known
from deskhand.models.local.steps import EditLine, LineEdit
from deskhand.models.local.view import View
from deskhand.vision.folding import fold
from deskhand.vision.match import similarity


async def edit_line(hand: Hand, step: EditLine) -> str:
    text = hand.memory.fill(step.text)
    try:
        document = await _known(hand)
    except Refused:
        raise
    except Stuck:
        shows = isinstance(step.line, str) and step.how == "within" and step.old and not step.every
        if shows and (said := await edit_in_place(hand, str(step.line), step.old, text)):
            return said
        raise
    if step.every:
        return await _edit_every(hand, step, document)
    if not document.whole and not (isinstance(step.line, int) and step.line > 0 and step.how != "within"):
        await edit_far_line(hand, step, text)
        return hand.say("I changed the line.", "行を変更しました。")
    index = _index(hand, document, step.line)
    if step.how == "within":
        return await _edit_within(hand, document, index, step.old, text)
    if not document.whole:
        await keys(hand, document, step.how, index, text, indented=False)
        return _said(hand, step.how, index)
    wanted = edited(document.lines, step.how, index, text)
    if wanted == document.lines:
        return hand.say("The line is like that already.", "その行はすでにそうなっています。")
    row = document.rows[index]
    left = min(other.box.x for other in document.rows if other.text)
    if not row.sure and step.how in ("upper", "lower"):
        raise doubtful(hand)
    await keys(hand, document, step.how, index, text, indented=row.box.x - left > INDENT)
    await check(hand, document, wanted)
    return _said(hand, step.how, index)


async def _known(hand: Hand) -> Document:
    """The document; once more after a click into it where keys change nothing at all."""
    try:
        return await known(hand)
    except Refused:
        raise
    except Stuck:
        front = await hand.front()
        if (
            front is None
            or (await hand.view()).changed
            or not DOCUMENT.search((await hand.view()).focus or front.title)
        ):
            raise
        await click_into_text(hand, front)
        return await known(hand)


async def _edit_every(hand: Hand, step: EditLine, document: Document) -> str:
    """All lines that hold the text, from below, so that those above keep their places."""
    wanted = fold(str(step.line)).shapes
    found = [
        i
        for i, text in enumerate(document.lines)
        if (wanted in fold(text).shapes if step.line else not text.strip())  # without words: the empty lines
    ]
    if not document.whole:
        raise doubtful(hand)
    if not found:
        return hand.say(f"No line holds “{step.line}”.", f"「{step.line}」を含む行はありません。")
    text, lines, left = hand.memory.fill(step.text), document.lines, document
    edge = min(row.box.x for row in document.rows if row.text)
    for index in reversed(found):
        indented = left.rows[index].box.x - edge > INDENT
        await keys(hand, left, step.how, index, text, indented=indented)
        lines = edited(lines, step.how, index, text)
        if step.how == "delete":
            left = replace(left, rows=(*left.rows[:index], *left.rows[index + 1 :]))
    await check(hand, document, lines)
    return hand.say(
        f"I did so for {len(found)} lines with “{step.line}”.", f"「{step.line}」を含む{len(found)}行に行いました。"
    )


async def _edit_within(hand: Hand, document: Document, index: int, old: str, new: str, at: int | None = None) -> str:
    """A part of a line, by selecting just that: what else stands in the line need not be known to the letter."""
    line = document.lines[index]
    part = part_of(line, old) if at is None else (at, at + len(old))
    if part is None:
        raise which_part(hand, line)
    before, held, after = line[: part[0]], line[part[0] : part[1]], line[part[1] :]
    await go(hand, index)
    selecting = hand.say(f"Selecting “{held}”.", f"「{held}」を選択します。")
    if after.count(" ") <= before.count(" "):  # a gap may be more spaces than were read: from the side with fewer
        await hand.key(" ".join(["End", *["Left"] * len(after)]), selecting)
        marked = await hand.key(" ".join(["shift+Left"] * len(held)), selecting)
    else:
        await hand.key(" ".join(["Home", *["Right"] * len(before)]), selecting)
        marked = await hand.key(" ".join(["shift+Right"] * len(held)), selecting)
    if not await _reads(hand, marked, held):
        await hand.key("ctrl+End", hand.say("Taking the selection back.", "選択を解除します。"))
        raise doubtful(hand)
    await (write(hand, new) if new else press(hand, "Delete"))
    await check(hand, document, (*document.lines[:index], before + new + after, *document.lines[index + 1 :]))
    return _said(hand, "within", index)


async def replace_one(hand: Hand, old: str, new: str, *, last: bool) -> str:
    """The first or the last of several alike, in a document that shows whole."""
    document = await known(hand)
    if not document.whole:
        raise doubtful(hand)
    found = [index for index, line in enumerate(document.lines) if old in line]
    if not found:
        raise Stuck(hand.say(f"I see no “{old}” to replace.", f"置き換える「{old}」が見当たりません。"))
    index = found[-1 if last else 0]
    line = document.lines[index]
    at = line.rfind(old) if last else line.find(old)
    return await _edit_within(hand, document, index, old, new, at)


async def _reads(hand: Hand, marked: View, wanted: str) -> bool:
    """Whether what the selection changed is what was to be selected: as wide, and with those letters."""
    areas = [area for area in marked.changes if area.width >= SELECTED and area.height >= SELECTED]
    if not areas:
        return False
    area = max(areas, key=lambda area: area.area)
    read = "".join(line.text for line in (await hand.closer(area.grow(3), 2)).texts)
    return similarity(read, wanted) >= 0.6 or fold(wanted).shapes in fold(read).shapes


def _index(hand: Hand, document: Document, line: int | str) -> int:
    count = len(document.rows)
    if isinstance(line, int):
        index = line - 1 if line > 0 else count + line
        if document.whole and not 0 <= index < count:
            raise Stuck(
                hand.say(
                    f"There is no line {line}: the document has {count}.",
                    f"{line}行目はありません。全部で{count}行です。",
                )
            )
        return index
    wanted = fold(line).shapes
    exact = [i for i, text in enumerate(document.lines) if fold(text).shapes == wanted]
    found = exact or [i for i, text in enumerate(document.lines) if wanted and wanted in fold(text).shapes]
    found = found or [i for i, text in enumerate(document.lines) if similarity(text, line) >= 0.9]
    if len(found) != 1:
        how_many = hand.say(
            "no line" if not found else f"{len(found)} lines",
            "行がありません" if not found else f"行が{len(found)}つあります",
        )
        raise Stuck(
            hand.say(
                f"I see {how_many} with “{line}” in it, so I changed nothing.",
                f"「{line}」を含む{how_many}。何も変えていません。",
            )
        )
    return found[0]


def _said(hand: Hand, how: LineEdit, index: int) -> str:
    english = {
        "delete": "deleted", "before": "put a new line before", "after": "put a new line after", "replace": "replaced",
        "append": "added to", "prepend": "added to", "upper": "put into capitals", "lower": "put into small letters",
        "duplicate": "doubled", "within": "changed a part of",
    }.get(how, "moved")  # fmt: skip
    return hand.say(f"I {english} line {index + 1}.", f"{index + 1}行目を変更しました。")
