"""Two texts that a program shows side by side: where they differ, and what stands across from what.

Seven wishes about such windows were read as searching, opening or comparing anew; the answer stood on the screen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from deskhand.models.local.behind.compared import both
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import visible_summary
from deskhand.models.local.skills.pointing import pointer_inside
from deskhand.models.local.steps import Differ
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold
from deskhand.vision.match import similarity
from deskhand.vision.scene import TextLine

_TOLD = re.compile(r"(?:\bof |^|\b)(\d+)\s+differences?\b|(?:違い|差分)[:：]?\s*(\d+)", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*\d{1,4}[.:|]?\s*(?=\D)")
FOOT = 30
"""Pixels at the foot of the window that belong to its status bar."""
HEAD = 40
"""Pixels at its head that belong to its menu bar."""
PITCH = 9
"""Pixels between the middles of two rows at least."""
LOWEST = 6
"""Pixels of height below which a line is a rule that was read as letters."""
ALIGNED = 6
"""Pixels by which the beginnings of a side's lines may differ."""
SAME = 0.97
"""How alike two readings of the same line are at least."""


async def differ(hand: Hand, step: Differ) -> str:
    texts = await both(hand, step)
    if texts is not None and (answer := answered(step, *texts, ())):  # two narrow panes hide what is long
        hand.memory.store(step.store, answer)
        return hand.say("I read it in the files themselves.", "ファイルそのものを読みました。")
    front = await hand.front()
    if front is None:
        raise await _none(hand)
    if (await hand.view()).pointer is None or await pointer_inside(hand):
        await hand.step_aside()  # it may stand on the very word
    lines = [line for line in (await hand.read_afresh()).texts if front.body.contains(line.box.center)]
    if len(step.files) == 1 and (heads := [line.box for line in lines if _named(line, step.files[0])]):
        at = min(heads, key=lambda box: box.y).center.x  # its side is where its name stands
        step = replace(step, side="right" if at > front.body.center.x else "left")
    split, top = parted(lines, front.body, step.files)
    height = max(1, front.body.bottom - FOOT - top)
    near = Rect(front.body.x, top, max(1, split - front.body.x), height)
    far = Rect(split, top, max(1, front.body.right - split), height)
    seen = [
        [line for line in (await hand.closer(side, 2)).texts if side.contains(line.box.center)] for side in (near, far)
    ]
    among = [line.box for line in lines if top <= line.box.center.y < top + height]
    marks = _rows_at([*(line.box for side in seen for line in side), *among])
    left, right = [
        _plain([await _read_row(hand, side, texts, mark) for mark in marks])
        for side, texts in zip((near, far), seen, strict=True)
    ]
    if not left and not right:
        raise await _none(hand)
    answer = answered(step, left, right, [line.text for line in lines])
    if not answer:
        raise await _none(hand)
    hand.memory.store(step.store, answer)
    return ""


def parted(lines: Sequence[TextLine], body: Rect, files: Sequence[str]) -> tuple[int, int]:
    """Where the right side begins, and how far down the names over both sides reach."""
    top, split = body.y + HEAD, _split(lines, body, files)
    heads = [
        one.box.y
        for one in lines
        if one.box.right <= split and any(_named(one, name) for name in files)
        for other in lines
        if other.box.x >= split - 8
        and abs(one.box.y - other.box.y) <= 12
        and any(_named(other, name) for name in files)
    ]
    return split, max([top, *(head + 12 for head in heads)])


def _rows_at(boxes: Sequence[Rect]) -> list[int]:
    """How far down each row is that was seen on either side: reading the whole, a short word is easily missed."""
    found: list[int] = []
    for box in sorted(boxes, key=lambda box: box.center.y):
        if box.height >= LOWEST and (not found or box.center.y - found[-1] > PITCH):
            found.append(box.center.y)
    gaps = sorted(after - before for before, after in pairwise(found))
    usual = gaps[len(gaps) // 3] if gaps else 0
    between = [
        round(before + (after - before) * part / parts)
        for before, after in pairwise(found)
        if usual and (parts := round((after - before) / usual)) in (2, 3)
        for part in range(1, parts)
    ]
    return sorted([*found, *between])


async def _read_row(hand: Hand, side: Rect, texts: Sequence[TextLine], mark: int) -> str:
    """One row of a side, read by itself; as it was read with the others where that saw more."""
    end = max([line.box.right for line in texts], default=side.right) + 16
    part = Rect(max(0, side.x - 3), mark - PITCH - 2, max(40, end - side.x), 2 * PITCH + 4)
    readings = [
        _row(sorted((line for line in read if abs(line.box.center.y - mark) <= PITCH - 2), key=lambda line: line.box.x))
        for read in ((await hand.closer(part, 3)).texts, texts)
    ]
    own, among = [sum(character.isalnum() for character in text) for text in readings]
    return readings[0] if own >= among - 1 else readings[1]


def _row(pieces: Sequence[TextLine]) -> str:
    text = ""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        close = before is not None and piece.box.x - before.box.right < 0.6 * piece.box.height
        text += ("" if before is None or close else " ") + piece.text
    return text


def _split(lines: Sequence[TextLine], body: Rect, files: Sequence[str]) -> int:
    """Where the right side begins: most of its lines start there; the middle where none are in line."""
    starts = sorted(line.box.x for line in lines if 0.35 * body.width <= line.box.x - body.x <= 0.7 * body.width)
    groups = [(sum(0 <= other - start <= ALIGNED for other in starts), start) for start in starts]
    most = max((count for count, _ in groups), default=0)
    likely = [start for count, start in groups if count >= 2 and 2 * count >= most]  # a column of numbers lines up too
    heads = [
        line.box.x for line in lines if files and _named(line, files[-1]) and line.box.x - body.x > 0.45 * body.width
    ]
    return min([*likely, *heads], key=lambda start: abs(start - body.center.x), default=body.center.x + 6) - 6


def _named(line: TextLine, name: str) -> bool:
    """Whether a line is the name of a file; small print loses its dot."""
    return name.replace(".", "") in line.text.replace(".", "")


def _plain(side: list[str]) -> list[str]:
    """Without the numbers of the lines, where most have one."""
    numbered = sum(_NUMBERED.match(text) is not None for text in side)
    rest = [_NUMBERED.sub("", text) if numbered * 5 >= 3 * len(side) else text for text in side]
    return [text.strip() for text in rest if any(character.isalnum() for character in text)]


def blocks(left: Sequence[str], right: Sequence[str]) -> list[tuple[list[str], list[str]]]:
    """Where they differ: what stands there on the left and on the right."""
    matcher = SequenceMatcher(None, [_key(one) for one in left], [_key(one) for one in right], autojunk=False)
    found = [(list(left[a:b]), list(right[c:d])) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
    return [
        (one, other)
        for one, other in found
        if len(one) != len(other) or any(similarity(a, b) < SAME for a, b in zip(one, other, strict=True))
    ]


def _key(text: str) -> str:
    return fold(re.sub(r"\s+", "", text)).shapes


def answered(step: Differ, left: list[str], right: list[str], shown: Sequence[str]) -> str:
    found = blocks(left, right)
    mine, other = (left, right) if step.side == "left" else (right, left)
    match step.ask:
        case "count":
            told = [match for text in shown if (match := _TOLD.search(text)) is not None]
            return (told[-1][1] or told[-1][2]) if told else str(len(found))
        case "only":
            only = [b if step.side == "right" else a for a, b in found]
            alone = [lines for lines, (a, b) in zip(only, found, strict=True) if not (b if step.side == "left" else a)]
            return "\n".join(line for lines in (alone or only) for line in lines)
        case "changed":
            return "\n".join(_pair(step, a, b) for a, b in found)
        case "row":
            return "\n".join(line for line in mine if _holds(line, step.words))
        case "across":
            for a, b in found:
                here, there = (b, a) if step.side == "right" else (a, b)
                for place, line in enumerate(there):
                    if _holds(line, step.words):
                        return here[min(place, len(here) - 1)] if here else ""
            return "\n".join(line for line in other if _holds(line, step.words))


def _pair(step: Differ, left: Sequence[str], right: Sequence[str]) -> str:
    first, second = step.files if len(step.files) == 2 else ("", "")
    one, other = " / ".join(left) or "–", " / ".join(right) or "–"
    return f"{second or '→'}: {other} ({first or '←'}: {one})"


def _holds(line: str, words: str) -> bool:
    return fold(words).letters.lower() in fold(line).letters.lower()


async def _none(hand: Hand) -> Stuck:
    seen = await visible_summary(hand)
    return Stuck(
        hand.say(
            f"I do not see two texts side by side that would answer this. {seen}",
            f"左右に並んだ二つの文章から答えを読み取れません。{seen}",
        )
    )
