"""Commands that a window tells the keys of: the bar at the foot of programs in a terminal, and of file managers.

“^O Write Out”, “F8 Delete”, “F2 save | return edit”, “q:Quit d:Del”: such a program has no menu that a pointer opens,
and the usual keys mean something else in it, or stop the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from deskhand.models.local import layout
from deskhand.models.local.effects import Reading
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.arrived import shown
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.commands.terms import alike, terms, verb
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture
from deskhand.vision.scene import TextLine

ROWS = 4
"""Rows at the foot, and at the head, in which such a bar stands."""
FEWEST = 2
"""Keys that a row tells at least, for it to be such a bar."""
SURE = 0.8
FOOT = 64
"""Pixels at the foot of a window that are read once more."""
CELL = 9
"""Pixels of width over which the ground of letters is one colour."""
_KEY = (
    r"(?:F(?:1[0-2]|[1-9])|\^[A-Z]|M-[A-Za-z]|(?:[Cc]trl|[Aa]lt)[-+][A-Za-z]|ESC|Esc|[Rr]eturn|[Ee]nter|T[Aa][Bb]"
    r"|D[Ee][Ll]|I[Nn][Ss])"
)
_HINT = re.compile(
    rf"(?<!\S)(?P<key>{_KEY})\s{{0,2}}[:=–-]?\s?(?P<label>[A-Za-z][A-Za-z/]*(?: [A-Za-z/]{{2,}}){{0,2}}?)"
    rf"(?=\s*(?:[|,;·•]|$|\s{{2}}| [A-Z] |\s{_KEY}\b))"
)
_LETTERS = re.compile(
    r"(?<!\S)(?:(?P<key>[A-Za-z?/])\s?[:=]\s?(?P<label>[A-Za-z]{2,12})"
    r"|[\[(<](?P<bracketed>[A-Za-z?/])[\])>]\s?(?P<rest>[a-z]{1,12}))(?![^\s,|])"
)
"""The bar of mail readers: one letter and a colon; “[q]uit”, “(d) delete”."""
_HELPED = re.compile(
    rf"^[^\w^]{{0,3}}(?P<key>{_KEY}|[A-Za-z?/!])(?:(?:, ?| or | ?/ )[A-Za-z?]{{1,6}})?(?!\w)"
    r"\s*[:=–-]?\s{1,}(?P<label>[A-Za-z][\w/’' -]{2,50})"
)
"""A row of a page of help: a key, and what it does."""
_DENIES = re.compile(r"\bwithout\b|\bnot?\b|\bdon'?t\b|\bun(?:do|mark|delete)\b", re.IGNORECASE)
_TWINS = frozenset("cCkKoOpPsSuUvVwWxXzZ")
"""Letters that are written alike, small and capital."""
_TALL = re.compile(r"[A-Zbdfhklit]")
HEAD = 60
"""Pixels of a label that are looked at."""
LOWER = 2
"""Pixels by which a small letter begins lower than a tall one."""
INK = 90
"""Of 255 by which ink differs from its ground."""
_MORE = re.compile(r"^(?:help|keys|more keys|commands)$", re.IGNORECASE)
_NAME_ASKED = re.compile(r"^(?:file ?name|save (?:as|to)|write to)\b.*[:：]", re.IGNORECASE)
"""How such a program asks under which name."""
_CALLED = {
    "write out": "save", "writeout": "save", "where is": "find", "whereis": "find", "renmov": "rename move",
    "mkdir": "make folder", "del": "delete", "undel": "undelete", "ins": "insert", "pulldn": "menu",
}  # fmt: skip
"""What the labels of such bars stand for."""
_NAMED = {"esc": "Escape", "return": "Return", "enter": "Return", "tab": "Tab", "del": "Delete", "ins": "Insert"}


@dataclass(frozen=True, slots=True)
class Hint:
    label: str
    keys: str


async def key_for(hand: Hand, words: str) -> Hint | None:
    """What the bar of the window in front has for ``words``; None where there is no bar, or it has nothing for them."""
    front = await hand.front()
    if front is None:
        return None
    told = hints((await hand.scene()).texts, front) + await _levelled(hand, front)
    return likeliest(words, told)


async def entered_below(hand: Hand, words: str, fields: Sequence[tuple[str, str]]) -> str:
    """Add an entry to a list in a terminal: by the key that its bar has for that, else by Insert, which most of them
    take; typed and ended with Return. "" where there is no such bar, or nothing came of it."""
    doing, front = verb(words), await hand.front()
    if doing is None or front is None or len(fields) != 1 or not any(alike(doing, one) >= SURE for one in terms("add")):
        return ""
    if not (hints((await hand.scene()).texts, front) or await _levelled(hand, front)):
        return ""
    value = fields[0][1]
    if await pressed_for(hand, words) is None:
        await hand.key("Insert", hand.say("Adding an entry with Insert.", "Insert で項目を追加します。"))
    if not await hand.took_effect():
        return ""
    await hand.type(value, hand.say(f"Typing “{value}”.", f"「{value}」と入力します。"))
    await hand.key("Return", hand.say("Pressing Return.", "Return キーを押します。"))
    if not await shown(hand, value):
        return ""
    return hand.say(f"I entered “{value}”.", f"「{value}」を登録しました。")


async def saved_by_its_key(hand: Hand) -> bool:
    """Whether the bar has a key for saving, and something showed that it was taken; a question for the name that the
    file has is agreed to."""
    if await pressed_for(hand, "save") is None or not (await hand.view()).changed:
        return False
    front = await hand.front()
    lines = [line.text for line in (await hand.scene()).texts if front is None or front.body.contains(line.box.center)]
    if any(_NAME_ASKED.search(line) for line in lines):
        await hand.key("Return", hand.say("Agreeing to its name.", "その名前で保存します。"))
    return True


async def pressed_for(hand: Hand, words: str) -> Hint | None:
    """The same, and its key pressed."""
    hint = await key_for(hand, words) or await helped(hand, words)
    if hint is not None:
        say = hand.say(f"Pressing {hint.keys} for {hint.label}.", f"{hint.label} のキー {hint.keys} を押します。")
        await hand.key(hint.keys, say)
        await hand.took_effect()
    return hint


def hints(texts: Sequence[TextLine], front: Window) -> list[Hint]:
    """All that the bars of a window tell."""
    rows = _rows([line for line in texts if front.body.contains(line.box.center)])
    found: list[Hint] = []
    for row in dict.fromkeys((*rows[-ROWS:], *rows[:ROWS])):
        told = [Hint(match["label"].strip(), _keys(match["key"])) for match in _HINT.finditer(row)]
        letters = [_lettered(match) for match in _LETTERS.finditer(row)]
        if len(told) >= FEWEST:
            found += told
        elif len(letters) > FEWEST:
            found += letters
    return found


def _lettered(match: re.Match[str]) -> Hint:
    """“[q]uit” is called quit, “(d) delete” delete."""
    if match["key"]:
        return Hint(match["label"], match["key"])
    apart = re.match(r".[A-Za-z?/].\s", match[0]) is not None
    return Hint(match["rest"] if apart else match["bracketed"] + match["rest"], match["bracketed"])


async def helped(hand: Hand, words: str) -> Hint | None:
    """What the page of help that the bar offers has for ``words``; it is left again."""
    front = await hand.front()
    offered = [] if front is None else hints((await hand.scene()).texts, front)
    ask = next((one for one in offered if _MORE.fullmatch(one.label)), None)
    if front is None or ask is None:
        return None
    before = [line.text for line in (await hand.scene()).texts if front.body.contains(line.box.center)]
    await hand.key(ask.keys, hand.say("Looking its keys up in its help.", "ヘルプでキーを調べます。"))
    if not await hand.took_effect():
        return None
    lines = [line for line in (await hand.read_afresh()).texts if front.body.contains(line.box.center)]
    told = helped_in(_rows(cased(lines, (await hand.view()).pixels)))
    for key in ("Escape", "q", "Return"):
        await hand.key(key, hand.say("Leaving the help.", "ヘルプを閉じます。"))
        now = {line.text for line in (await hand.read_afresh()).texts if front.body.contains(line.box.center)}
        if 2 * len(now & set(before)) > len(before):
            break
    else:
        return None
    return likeliest(words, told)


def likeliest(words: str, told: Sequence[Hint]) -> Hint | None:
    """The one that says it, if any does; what says “without saving” saves nothing."""
    plain = [one for one in told if _DENIES.search(one.label) is None or _DENIES.search(words) is not None]
    ranked = sorted(((max(fit(words, name) for name in _names(one.label)), one) for one in plain), key=lambda p: -p[0])
    return ranked[0][1] if ranked and ranked[0][0] >= SURE else None


def _names(label: str) -> tuple[str, ...]:
    """What a label may be asked for by: a sentence of a page of help is asked for by how it begins."""
    called = _CALLED.get(label.lower(), label)
    whole = re.sub(r"^write\b", "save", called, flags=re.IGNORECASE)
    first = " ".join(whole.split()[:2])
    return (called, whole, first, first.split()[0]) if len(whole.split()) > 2 else (called, whole)


def cased(lines: Sequence[TextLine], pixels: Picture) -> list[TextLine]:
    """A letter that stands alone in its column is a small one where it is lower than what stands behind it: w and W are
    two keys, and are read as one."""
    found: list[TextLine] = []
    for line in lines:
        right = [one for one in lines if layout.same_row(one.box, line.box) and one.box.x > line.box.right]
        text = line.text.strip()
        if len(text) == 1 and text in _TWINS and right:
            beside = min(right, key=lambda one: one.box.x)
            first = Rect(beside.box.x, beside.box.y, min(beside.box.width, HEAD), beside.box.height)
            low = _top(pixels, line.box) - _top(pixels, first) >= LOWER
            if _TALL.search(beside.text.split()[0]):
                line = replace(line, text=text.lower() if low else text.upper())
        found.append(line)
    return found


def _top(pixels: Picture, box: Rect) -> int:
    """The first row of pixels that has ink."""
    area = box.grow(3)
    part = pixels[max(0, area.y) : area.bottom, max(0, area.x) : area.right].astype(np.int16)
    ground = np.median(part, axis=(0, 1))
    inked = np.flatnonzero((np.abs(part - ground).max(axis=2) > INK).any(axis=1))
    return area.y + int(inked[0]) if len(inked) else area.y


def helped_in(rows: Sequence[str]) -> list[Hint]:
    """The keys that the rows of a page of help tell."""
    found = [_HELPED.match(row) for row in rows]
    return [Hint(match["label"].strip(), _keys(match["key"])) for match in found if match is not None]


async def _levelled(hand: Hand, front: Window) -> list[Hint]:
    """The same of the foot of a window in which keys stand white on black between words that stand black on white: read
    with every ground made white, for a few dark cells are overlooked."""
    view = await hand.view()
    foot = Rect(front.body.x, max(front.body.y, front.body.bottom - FOOT), front.body.width, FOOT).clip(view.size)
    if foot is None:
        return []
    pixels = view.pixels.copy()
    for row in _bands([line for line in (await hand.scene()).texts if foot.contains(line.box.center)]):
        part = cv2.cvtColor(pixels[row.y : row.bottom, foot.x : foot.right], cv2.COLOR_RGB2GRAY)
        ground = cv2.medianBlur(np.median(part, axis=0).astype(np.uint8)[None, :], CELL)
        ink = np.minimum(255, 2 * np.abs(part.astype(np.int16) - ground.astype(np.int16)))
        pixels[row.y : row.bottom, foot.x : foot.right] = (255 - ink).astype(np.uint8)[:, :, None]
    whole, picture = cv2.imencode(".png", cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))
    if not whole:
        return []
    scene = await Reading(picture.tobytes(), foot, 2)
    return hints(scene.texts, front)


def _bands(lines: Sequence[TextLine]) -> list[Rect]:
    """The rows that such words stand in, from one to the next."""
    found: list[Rect] = []
    for line in sorted(lines, key=lambda line: line.box.center.y):
        if found and layout.same_row(found[-1], line.box):
            found[-1] = found[-1].union(line.box)
        else:
            found.append(line.box)
    return [box.grow(2) for box in found]


def _keys(told: str) -> str:
    if told.startswith("^"):
        return f"ctrl+{told[1:].lower()}"
    if told.startswith("M-"):
        return f"alt+{told[2:].lower()}"
    if (found := re.match(r"(ctrl|alt)[-+](.)", told, re.IGNORECASE)) is not None:
        return f"{found[1].lower()}+{found[2].lower()}"
    return _NAMED.get(told.lower(), told)


def _rows(lines: Sequence[TextLine]) -> list[str]:
    """Top to bottom; what stands apart in a row is parted by two blanks."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: line.box.center.y):
        if rows and layout.same_row(rows[-1][0].box, line.box):
            rows[-1].append(line)
        else:
            rows.append([line])
    return ["  ".join(part.text for part in sorted(row, key=lambda part: part.box.x)) for row in rows]
