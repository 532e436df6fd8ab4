"""What a window shows only further down, or once it was searched for.

Of 40 questions and orders on programs never met, 14 were about what the window shows, and some of those about a page
that was not in sight: "the caretaker's phone number" stood on the fourth.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Literal

from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.skills.commands.command import use_command
from deskhand.models.local.skills.commands.terms import alike, terms
from deskhand.models.local.skills.far_lines import line_here
from deskhand.models.local.skills.finding import find_text
from deskhand.models.local.skills.line_keys import press
from deskhand.models.local.skills.pointing import WHEEL, middle
from deskhand.models.local.skills.shapes import SHAPES
from deskhand.models.local.steps import UseCommand
from deskhand.vision.folding import fold

PAGES = 10
"""How far down (in pages) a value is looked for."""
ROWS = 400
"""Lines that the caret goes down by keys at most."""
AT_ONCE = 40
"""Keys pressed in one go."""
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{3,}|[ァ-ヶー]{2,}|[一-龯々](?:[ぁ-ゖ一-龯々]*[一-龯々ぁ-ゖ])?")
_LOAN = re.compile(r"[ァ-ヶー]{3,}")
"""A word that another language may have, too: 「カーネル」 stands as "Kernel"."""
SAME = 0.85
_PARTICLE = re.compile(r"[のをがは]")
_HONOURS = re.compile(r"(?<=[一-龯々ァ-ヶー])(?:さん|さま|様|くん|ちゃん|先生)$")
"""What a person is called with, and stands in no list."""
_OF_ANY = frozenset(
    ("number", "value", "name", "code", "番号", "名前", "数", "値", "size", "大きさ", "サイズ",
     "picture", "image", "photo",
     "video", "film", "movie", "clip", "screen", "file", "画面", "映像", "動画", "画像", "写真",
     "ファイル")
)  # fmt: skip
"""What everything has, and what a window that shows a single thing calls it by its name instead."""


def telling(name: str) -> list[str]:
    """The words of a question that say whose value is asked for: "caretaker" of "caretaker's phone number"."""
    kind = next((shape for shape in SHAPES if shape.named.search(name)), None)
    for shape in SHAPES:
        if kind is not None and shape.written.pattern == kind.written.pattern:
            name = shape.named.sub(" ", name)
    words = [
        _HONOURS.sub("", re.sub(r"['’]s?$", "", word)) for part in _PARTICLE.split(name) for word in _WORD.findall(part)
    ]
    words = [word for word in words if len(word) > 1 and word.lower() not in _OF_ANY]
    return [word for word in words if (said := terms(word)) and max(term.weight for term in said) >= 1]


def of_somebody(name: str) -> bool:
    """Whether it is about what a person did or has, said with a form of address."""
    return any(_HONOURS.search(word) for part in _PARTICLE.split(name) for word in _WORD.findall(part))


def says(rows: Sequence[str], words: Sequence[str]) -> list[str]:
    """The rows that hold any of the words."""
    letters = [fold(word).letters.lower() for word in words]
    loans = [term for word in words if _LOAN.fullmatch(word) for term in terms(word)]
    return [
        row
        for row in rows
        if any(word in fold(row).letters.lower() for word in letters)
        or any(alike(loan, term) >= SAME for loan in loans for term in terms(row))
    ]


async def look_further(hand: Hand, name: str, look: Callable[[], Awaitable[str]]) -> str:
    """What ``look`` finds page by page downwards, else after a search for the words that tell whose value it is."""
    if value := await look():  # what was tried before may have gone to the end of the text
        return value
    point = await middle(hand)
    say = hand.say(f"“{name}” does not show; looking further down.", f"「{name}」が見えないので、下を探します。")
    upwards = hand.say(f"“{name}” does not show; looking further up.", f"「{name}」が見えないので、上を探します。")
    pages: list[tuple[Literal["down", "up"], str]] = [("down", say), ("up", upwards)]
    for way, saying in pages:
        moved = 0
        for _ in range(PAGES):
            await hand.scroll(point, way, WHEEL, saying)
            if not await hand.took_effect():
                break
            moved += 1
            if value := await look():
                return value
        if moved:
            break  # it stood at the one end, and was looked through to the other
    for word in telling(name)[:1]:
        try:
            await find_text(hand, word)
        except Refused:
            raise
        except Stuck:
            break
        if value := await look():
            return value
    return ""


async def far_row(hand: Hand, number: int) -> str:
    """A line of a document by its number, out of sight: by the command to go there, else by the arrow keys."""
    if number < 0:
        await press(hand, "ctrl+End")
        for _ in range(-number - 1):
            await press(hand, "Up")
        return await line_here(hand)
    try:
        await use_command(hand, UseCommand("go to line", (("line", str(number)),)))
    except Refused:
        raise
    except Stuck:
        if number > ROWS:
            return ""
        for _ in range(2):
            await hand.key("Escape", hand.say("Going back to the text.", "本文に戻ります。"))
        say = hand.say(f"Going down to line {number}.", f"{number} 行目まで下がります。")
        await hand.key("ctrl+Home", say)
        for done in range(0, number - 1, AT_ONCE):
            await hand.key(" ".join(["Down"] * min(AT_ONCE, number - 1 - done)), say)
            if not await hand.took_effect():
                return ""  # it has no more lines, or does not show where it is
    return await line_here(hand)
