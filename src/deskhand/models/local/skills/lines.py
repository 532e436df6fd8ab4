"""Lines of a document: taken out, put in, changed, moved, sorted; by the keys that every editor has.

What should stand there afterwards is worked out first, and the document is read again after the act: an editor in which
a key means something else is found out, and a document known to the letter is then typed anew.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.arrived import shorten
from deskhand.models.local.skills.document import INDENT, Document, document_in_front, same_lines
from deskhand.models.local.skills.typing import SELECTED
from deskhand.models.local.steps import ChangeCase, EditLine, LineEdit, SortLines
from deskhand.vision.folding import fold
from deskhand.vision.match import similarity

AT_ONCE = 20
"""Presses of one key in one action."""


async def edit_line(hand: Hand, step: EditLine) -> str:
    text = hand.memory.fill(step.text)
    document = await _known(hand)
    if step.every:
        return await _edit_every(hand, step, document)
    index = _index(hand, document, step.line)
    if step.how == "within":
        if not document.whole or not document.rows[index].sure:
            raise _doubtful(hand)
        text = changed_within(document.lines[index], step.old, text)
        if not text:
            raise _which_part(hand, document.lines[index])
        return await edit_line(hand, EditLine(step.line, "replace", (text,)))
    if not document.whole and not (isinstance(step.line, int) and step.line > 0):
        raise Stuck(
            hand.say(
                "Not all of the document fits on the screen, so I cannot tell which line that is. I changed nothing.",
                "文書の全体が画面に収まらず、どの行か分からないので、何も変えていません。",
            )
        )
    if not document.whole:
        await _keys(hand, document, step.how, index, text, indented=False)
        return _said(hand, step.how, index)
    wanted = edited(document.lines, step.how, index, text)
    if wanted == document.lines:
        return hand.say("The line is like that already.", "その行はすでにそうなっています。")
    row = document.rows[index]
    left = min(other.box.x for other in document.rows if other.text)
    if not row.sure and step.how in ("upper", "lower"):
        raise _doubtful(hand)
    await _keys(hand, document, step.how, index, text, indented=row.box.x - left > INDENT)
    await _check(hand, document, wanted)
    return _said(hand, step.how, index)


async def _edit_every(hand: Hand, step: EditLine, document: Document) -> str:
    """All lines that hold the text, from below, so that those above keep their places."""
    wanted = fold(str(step.line)).shapes
    found = [
        i
        for i, text in enumerate(document.lines)
        if (wanted in fold(text).shapes if step.line else not text.strip())  # without words: the empty lines
    ]
    if not document.whole:
        raise _doubtful(hand)
    if not found:
        return hand.say(f"No line holds “{step.line}”.", f"「{step.line}」を含む行はありません。")
    for index in reversed(found):
        await edit_line(hand, EditLine(index + 1, step.how, step.text))
    return hand.say(
        f"I did so for {len(found)} lines with “{step.line}”.", f"「{step.line}」を含む{len(found)}行に行いました。"
    )


_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")


def changed_within(line: str, old: str, new: str) -> str:
    """The line with a part of it changed: the only one that reads ``old``, or, where that is not told, its only number;
    "" where there is none, or several."""
    if old:
        return line.replace(old, new) if line.count(old) == 1 else ""
    found = list(_FIGURE.finditer(line))
    return line[: found[0].start()] + new + line[found[0].end() :] if len(found) == 1 else ""


def _which_part(hand: Hand, line: str) -> Stuck:
    return Stuck(
        hand.say(
            f"I cannot tell which part of “{shorten(line)}” is to change, so I changed nothing.",
            f"「{shorten(line)}」のどの部分を変えるのか分からないので、何も変えていません。",
        )
    )


async def sort_lines(hand: Hand, step: SortLines) -> str:
    document = await _known(hand)
    lines = tuple(line for line in document.lines if line)
    key = _number if step.numeric else _alphabet
    await rewrite(hand, document, tuple(sorted(lines, key=key, reverse=step.reverse)))
    return hand.say("I sorted the lines.", "行を並べ替えました。")


async def change_case(hand: Hand, step: ChangeCase) -> str:
    document = await _known(hand)
    await rewrite(hand, document, tuple(_cased(line, step.how) for line in document.lines))
    return hand.say("I changed the letters of the whole text.", "文書全体の文字を変えました。")


async def rewrite(hand: Hand, document: Document, lines: tuple[str, ...]) -> None:
    """All of the document typed anew: only where every letter of it is known."""
    if not document.exact:
        raise _doubtful(hand)
    if lines == document.lines:
        return
    await _type_anew(hand, lines)
    after = await document_in_front(hand)
    if after is None or not same_lines(after.lines, lines):
        raise _otherwise(hand, after)


def edited(lines: tuple[str, ...], how: LineEdit, index: int, text: str) -> tuple[str, ...]:
    """What the document should say after the edit."""
    before, line, after = lines[:index], lines[index], lines[index + 1 :]
    match how:
        case "delete":
            return (*before, *after)
        case "before":
            return (*before, text, line, *after)
        case "after":
            return (*before, line, text, *after)
        case "replace" | "within":
            return (*before, text, *after)
        case "append":
            return (*before, line + text, *after)
        case "prepend":
            return (*before, text + line, *after)
        case "upper" | "lower":
            return (*before, _cased(line, how), *after)
        case "duplicate":
            return (*before, line, line, *after)
        case "up" | "down" | "first" | "last":
            others = (*before, *after)
            place = _moved_to(how, index, len(lines))
            return (*others[:place], line, *others[place:])


def _moved_to(how: LineEdit, index: int, count: int) -> int:
    place = {"up": index - 1, "down": index + 1, "first": 0}.get(how, count - 1)
    return max(0, min(count - 1, place))


def _cased(text: str, how: str) -> str:
    return text.upper() if how == "upper" else text.lower()


def _alphabet(line: str) -> tuple[str, str]:
    return line.casefold(), line


def _number(line: str) -> tuple[float, str]:
    """By the first number of the line; lines without one stand last."""
    found = re.search(r"-?\d+(?:\.\d+)?", line.replace(",", ""))
    return (float(found[0]) if found is not None else float("inf"), line)


async def _known(hand: Hand) -> Document:
    document = await document_in_front(hand)
    if document is None:
        raise Stuck(
            hand.say(
                "I cannot make out the text of a document in the window in front.",
                "前面のウィンドウに文書の本文が見当たりません。",
            )
        )
    return document


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


async def _keys(hand: Hand, document: Document, how: LineEdit, index: int, text: str, *, indented: bool) -> None:
    rows = document.rows
    empty = index < len(rows) and not rows[index].text
    last = document.whole and index == len(rows) - 1
    match how:
        case "before":
            await _go(hand, index)
            await _press(hand, "Home")
            await _write(hand, text)
            await _press(hand, "Return")
        case "after":
            await _go(hand, index)
            await _press(hand, "End", "Return")
            await _write(hand, text)
        case "append":
            await _go(hand, index)
            await _press(hand, "End")
            await _write(hand, text)
        case "prepend":
            await _go(hand, index)
            await _press(hand, "Home")
            await _write(hand, text)
        case "replace" | "within" | "upper" | "lower":
            await _select(hand, index, empty, indented)
            await _write(hand, _cased(rows[index].text, how) if how in ("upper", "lower") else text)
        case "delete":
            await _take_out(hand, index, empty, indented, last, "Delete")
        case "duplicate":
            await _select(hand, index, empty, indented)
            await _press(hand, "ctrl+c", "End", "Return", "ctrl+v")
        case "up" | "down" | "first" | "last":
            await _take_out(hand, index, empty, indented, last, "ctrl+x")
            place = _moved_to(how, index, len(rows))
            if place == 0:
                await _press(hand, "ctrl+Home", "ctrl+v", "Return")
            else:
                await _go(hand, place - 1)
                await _press(hand, "End", "Return", "ctrl+v")


async def _take_out(hand: Hand, index: int, empty: bool, indented: bool, last: bool, key: str) -> None:
    await _select(hand, index, empty, indented)
    if not empty:
        await _press(hand, key)
    await _press(hand, "BackSpace" if last else "Delete")


async def _select(hand: Hand, index: int, empty: bool, indented: bool) -> None:
    await _go(hand, index)
    if not empty:  # the first Home may stop at the line's first letter
        await _press(hand, "End", *(("shift+Home",) * (2 if indented else 1)))


async def _go(hand: Hand, index: int) -> None:
    say = hand.say(f"Going to line {index + 1}.", f"{index + 1}行目に移ります。")
    await hand.key("ctrl+Home", say)
    for start in range(0, index, AT_ONCE):
        await hand.key(" ".join(["Down"] * min(AT_ONCE, index - start)), say)


async def _press(hand: Hand, *keys: str) -> None:
    for key in keys:
        await hand.key(key, hand.say(f"Pressing {key}.", f"{key} を押します。"))


async def _write(hand: Hand, text: str) -> None:
    if text:
        await hand.type(text, hand.say(f"Typing “{shorten(text)}”.", f"「{shorten(text)}」と入力します。"))


async def _check(hand: Hand, before: Document, wanted: tuple[str, ...]) -> None:
    """Read again; where it is not as wanted, and all was known, once more by typing it anew."""
    after = await document_in_front(hand)
    if after is not None and same_lines(after.lines, wanted):
        return
    if before.exact and after is not None and after.whole:
        await _type_anew(hand, wanted)
        after = await document_in_front(hand)
        if after is not None and same_lines(after.lines, wanted):
            return
    raise _otherwise(hand, after)


async def _type_anew(hand: Hand, lines: tuple[str, ...]) -> None:
    await hand.key("ctrl+End", hand.say("Going to the end of the text.", "文末に移ります。"))
    say = hand.say("Looking whether the last line is empty.", "最後の行が空かどうかを見ます。")
    marked = await hand.key("shift+Home", say)
    full = any(area.width >= SELECTED and area.height >= SELECTED for area in marked.changes)
    end = "" if full else "\n"
    await hand.key("ctrl+a", hand.say("Selecting all of the text.", "本文をすべて選択します。"))
    await hand.type("\n".join(lines) + end, hand.say("Typing it anew, changed.", "変更した本文を入力します。"))


def _doubtful(hand: Hand) -> Stuck:
    return Stuck(
        hand.say(
            "I cannot read every letter of the document for certain, so I did not type it anew. Nothing was changed.",
            "文書の文字をすべて確実には読み取れないので、書き直しませんでした。何も変えていません。",
        )
    )


def _otherwise(hand: Hand, after: Document | None) -> Stuck:
    shown = " / ".join(after.lines[:8]) if after is not None else ""
    return Stuck(
        hand.say(
            f"I edited the document, but it does not read as it should now. It shows: {shown}",
            f"文書を編集しましたが、期待した内容になっていません。現在の表示: {shown}",
        )
    )


def _said(hand: Hand, how: LineEdit, index: int) -> str:
    english = {
        "delete": "deleted", "before": "put a new line before", "after": "put a new line after", "replace": "replaced",
        "append": "added to", "prepend": "added to", "upper": "put into capitals", "lower": "put into small letters",
        "duplicate": "doubled",
    }.get(how, "moved")  # fmt: skip
    return hand.say(f"I {english} line {index + 1}.", f"{index + 1}行目を変更しました。")
