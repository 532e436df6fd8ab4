"""Two texts that a program shows side by side: where they differ, and what stands across from what.

Seven wishes about such windows were read as searching, opening or comparing anew; the answer stood on the screen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import visible_summary
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
SAME = 0.97
"""How alike two readings of the same line are at least."""

Sides = tuple[list[str], list[str]]


async def differ(hand: Hand, step: Differ) -> str:
    front = await hand.front()
    if front is None:
        raise await _none(hand)
    scene = await hand.read_afresh()
    lines = [line for line in scene.texts if front.body.contains(line.box.center)]
    if len(step.files) == 1 and (heads := [line.box for line in lines if step.files[0] in line.text]):
        at = min(heads, key=lambda box: box.y).center.x  # its side is where its name stands
        step = replace(step, side="right" if at > front.body.center.x else "left")
    left, right = sides(lines, front.body, step.files)
    if not left and not right:
        raise await _none(hand)
    answer = answered(step, left, right, [line.text for line in lines])
    if not answer:
        raise await _none(hand)
    hand.memory.store(step.store, answer)
    return ""


def sides(lines: Sequence[TextLine], body: Rect, files: Sequence[str]) -> Sides:
    """What each side holds, line by line: split between the names over them, or in the middle."""
    split, top = body.center.x, body.y + HEAD
    if len(files) == 2:
        heads = [
            (one.box.y, max(one.box.x, other.box.x))
            for one in lines
            for other in lines
            if files[0] in one.text
            and files[1] in other.text
            and one is not other
            and abs(one.box.y - other.box.y) <= 12
            and abs(one.box.x - other.box.x) > body.width // 4
        ]
        if heads:
            top, start = max(heads)
            split = start - 6 if abs(start - body.center.x) < body.width // 4 else body.center.x
            top += 8
    found: Sides = ([], [])
    for line in sorted(lines, key=lambda line: (line.box.center.y // 8, line.box.x)):
        if line.box.y <= top or line.box.center.y > body.bottom - FOOT:
            continue
        for place, part in enumerate(_cut(line, split)):
            if part:
                found[place].append(part)
    return _plain(found[0]), _plain(found[1])


def _cut(line: TextLine, split: int) -> tuple[str, str]:
    """The part of a line on either side."""
    if line.box.right <= split or line.box.center.x < split - line.box.width // 3:
        return line.text, ""
    if line.box.x >= split - 8:
        return "", line.text
    at = next((n for n in range(1, len(line.text)) if line.part(n, n + 1).x >= split - 2), len(line.text))
    return line.text[:at].strip(), line.text[at:].strip()


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
                # the side that is asked for is the other one's answer
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
