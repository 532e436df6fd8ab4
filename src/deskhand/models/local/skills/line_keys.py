"""One line of a document changed: what the document says afterwards, and the keys for it that every editor has."""

from __future__ import annotations

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.arrived import shorten
from deskhand.models.local.skills.document import Document
from deskhand.models.local.steps import LineEdit

AT_ONCE = 20
"""Presses of one key in one action."""


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
            return (*before, cased(line, how), *after)
        case "duplicate":
            return (*before, line, line, *after)
        case "up" | "down" | "first" | "last":
            others = (*before, *after)
            place = _moved_to(how, index, len(lines))
            return (*others[:place], line, *others[place:])


def _moved_to(how: LineEdit, index: int, count: int) -> int:
    place = {"up": index - 1, "down": index + 1, "first": 0}.get(how, count - 1)
    return max(0, min(count - 1, place))


def cased(text: str, how: str) -> str:
    return text.upper() if how == "upper" else text.lower()


async def keys(hand: Hand, document: Document, how: LineEdit, index: int, text: str, *, indented: bool) -> None:
    rows = document.rows
    empty = index < len(rows) and not rows[index].text
    last = document.whole and index == len(rows) - 1
    match how:
        case "before":
            await go(hand, index)
            await press(hand, "Home")
            await write(hand, text)
            await press(hand, "Return")
        case "after":
            await go(hand, index)
            await press(hand, "End", "Return")
            await write(hand, text)
        case "append":
            await go(hand, index)
            await press(hand, "End")
            await write(hand, text)
        case "prepend":
            await go(hand, index)
            await press(hand, "Home")
            await write(hand, text)
        case "replace" | "within" | "upper" | "lower":
            await _select(hand, index, empty, indented)
            await write(hand, cased(rows[index].text, how) if how in ("upper", "lower") else text)
        case "delete":
            await _take_out(hand, index, empty, indented, last, "Delete")
        case "duplicate":
            await _select(hand, index, empty, indented)
            await press(hand, "ctrl+c", "End", "Return", "ctrl+v")
        case "up" | "down" | "first" | "last":
            await _take_out(hand, index, empty, indented, last, "ctrl+x")
            place = _moved_to(how, index, len(rows))
            if place == 0:
                await press(hand, "ctrl+Home", "ctrl+v", "Return")
            else:
                await go(hand, place - 1)
                await press(hand, "End", "Return", "ctrl+v")


async def _take_out(hand: Hand, index: int, empty: bool, indented: bool, last: bool, key: str) -> None:
    await _select(hand, index, empty, indented)
    if not empty:
        await press(hand, key)
    await press(hand, "BackSpace" if last else "Delete")


async def _select(hand: Hand, index: int, empty: bool, indented: bool) -> None:
    await go(hand, index)
    if not empty:  # the first Home may stop at the line's first letter
        await press(hand, "End", *(("shift+Home",) * (2 if indented else 1)))


async def go(hand: Hand, index: int) -> None:
    say = hand.say(f"Going to line {index + 1}.", f"{index + 1}行目に移ります。")
    await hand.key("ctrl+Home", say)
    for start in range(0, index, AT_ONCE):
        await hand.key(" ".join(["Down"] * min(AT_ONCE, index - start)), say)


async def press(hand: Hand, *keys: str) -> None:
    for key in keys:
        await hand.key(key, hand.say(f"Pressing {key}.", f"{key} を押します。"))


async def write(hand: Hand, text: str) -> None:
    if text:
        await hand.type(text, hand.say(f"Typing “{shorten(text)}”.", f"「{shorten(text)}」と入力します。"))
