"""Commands in the terminal window, and what they print, read from the screen."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from deskhand.models.local import layout
from deskhand.models.local.effects import Reading
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import visible_summary
from deskhand.models.local.skills.pointing import pointer_inside
from deskhand.models.local.skills.programs import open_program
from deskhand.models.local.steps import RunCommand
from deskhand.models.local.understand.shell.terminal import known_terminal
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold
from deskhand.vision.match import similarity
from deskhand.vision.picture import Picture
from deskhand.vision.scene import TextLine

PATIENCE = 15
SCROLL_BAR = 20
"""Pixels at either side of a terminal that a scroll bar takes at most."""
MOST_ROWS = 45
"""Rows that are read one by one, the last ones."""
GAP = 1
"""Empty rows of pixels that may lie within a row of text."""
BORDER = 8
"""Pixels above and below that a border takes at most."""
_PROMPT_END = re.compile(r"[$#%>]\s*$")
_WAITS = re.compile(r"[$#%>](?:\W|\w?\s*$)")
_PROMPT_START = re.compile(r"^\S*[@:~/]\S*\s*[$#%>]|^[$#%>]")


async def run_command(hand: Hand, step: RunCommand) -> str:
    command = hand.memory.fill(step.command)
    await open_program(hand, "terminal")
    if (await hand.view()).pointer is None or await pointer_inside(hand):
        await hand.step_aside()  # its picture below the last row is read as a letter, and no prompt is seen
    prompt = await _prompt(hand)
    called = hand.memory.named.get("terminal")
    if called is not None and not known_terminal(called.name) and not await _waits(hand):
        seen = await visible_summary(hand)  # nothing but the job said that it is one
        raise Stuck(
            hand.say(
                f"I see no prompt for a command in {called.name}. {seen}",
                f"{called.name} にコマンドの入力を待つ表示がありません。{seen}",
            )
        )
    say = hand.say(f"Typing the command {command}.", f"コマンド {command} を入力します。")
    await hand.type(command, say)
    if not await hand.took_effect():
        front = await hand.front()
        if front is not None:
            await hand.click(
                front.body.center, hand.say("Clicking into the terminal first.", "先に端末の中をクリックします。")
            )
        await hand.type(command, say)
        if not await hand.took_effect():
            seen = await visible_summary(hand)
            raise Stuck(hand.say(f"The terminal does not take what I type. {seen}", f"端末に文字が入りません。{seen}"))
    await hand.key("Return", hand.say("Pressing Return to run it.", "Return を押して実行します。"))

    async def back() -> bool:
        rows = await rows_of(hand, await hand.front())
        return any(is_prompt(row, prompt) and not _same(row, f"{prompt} {command}") for row in rows[-1:])

    await hand.until(back, tries=PATIENCE)
    rows = await rows_closely(hand, await hand.front())
    output = output_of(rows, command, prompt)
    hand.memory.store(step.store, "\n".join(output))
    shown = "\n".join(output[-12:])
    if shown and hand.tells:
        return hand.say(f"I ran {command}.", f"{command} を実行しました。")
    if not shown:
        return hand.say(f"I ran {command}; it printed nothing.", f"{command} を実行しました。出力はありませんでした。")
    return hand.say(f"I ran {command}; it printed:\n{shown}", f"{command} を実行しました。出力:\n{shown}")


async def _waits(hand: Hand) -> bool:
    """Whether a prompt shows among the last rows."""
    front = await hand.front()
    rows = await rows_of(hand, front)
    return any(_WAITS.search(row) for row in (rows if front is None else rows[-6:]))


async def rows_of(hand: Hand, front: Window | None) -> list[str]:
    """The terminal's rows, top to bottom. Its inked part is read afresh and enlarged: lone digits are easily missed."""
    view = await hand.view()
    size = view.size
    body = front.body if front is not None else Rect(0, 0, size.width, size.height)
    inked = _inked(view.pixels, Rect(body.x + 2, body.y + 2, max(1, body.width - 4), max(1, body.height - 4)))
    if inked is None:
        return []
    scene = await hand.closer(inked.grow(6), 2)
    rows: list[list[TextLine]] = []
    for line in sorted(scene.texts, key=lambda line: line.box.center.y):
        if rows and layout.same_row(rows[-1][0].box, line.box):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [" ".join(part.text for part in sorted(row, key=lambda part: part.box.x)).strip() for row in rows]


async def rows_closely(hand: Hand, front: Window | None) -> list[str]:
    """The rows as `rows_of`, each read by itself: of five lone digits one a row, a reading of the whole sees none, a
    reading row by row all."""
    view = await hand.view()
    size = view.size
    body = front.body if front is not None else Rect(0, 0, size.width, size.height)
    area = Rect(body.x + 2, body.y + 2, max(1, body.width - 4), max(1, body.height - 4))
    rows: list[str] = []
    for strip in _strips(view.pixels, area)[-MOST_ROWS:]:
        part = Rect(max(0, strip.x - 4), max(0, strip.y - 2), strip.width + 8, strip.height + 4)
        scene = await Reading(view.picture, part, 2)
        lines: list[list[TextLine]] = []
        for line in sorted(scene.texts, key=lambda line: line.box.center.y):
            if lines and layout.same_row(lines[-1][0].box, line.box):
                lines[-1].append(line)
            else:
                lines.append([line])
        rows += [" ".join(one.text for one in sorted(line, key=lambda one: one.box.x)).strip() for line in lines]
    return rows or await rows_of(hand, front)


def _strips(pixels: Picture, area: Rect) -> list[Rect]:
    """Each row of ink in ``area``, top to bottom; a lone mark at the right edge, where a window is drawn larger by, is
    none."""
    ink = _ink(pixels, area)
    if ink is None:
        return []
    filled = np.flatnonzero(ink.any(axis=1))
    if not len(filled):
        return []
    strips: list[Rect] = []
    for run in np.split(filled, np.flatnonzero(np.diff(filled) > GAP) + 1):
        columns = np.flatnonzero(ink[run[0] : run[-1] + 1].any(axis=0))
        left, right = int(columns[0]), int(columns[-1]) + 1
        if left > 0.6 * area.width and right - left <= BORDER + 2:
            continue
        strips.append(Rect.from_corners(area.x + left, area.y + int(run[0]), area.x + right, area.y + int(run[-1]) + 1))
    return strips


def _inked(pixels: Picture, area: Rect) -> Rect | None:
    """The part of ``area`` in which anything stands out from its commonest colour."""
    ink = _ink(pixels, area)
    if ink is None:
        return None
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return None
    return Rect.from_corners(
        area.x + int(columns[0]), area.y + int(rows[0]), area.x + int(columns[-1]) + 1, area.y + int(rows[-1]) + 1
    )


def _ink(pixels: Picture, area: Rect) -> NDArray[np.bool_] | None:
    """Where anything stands out from the commonest colour of ``area``."""
    part = pixels[area.y : area.bottom, area.x : area.right]
    if part.size == 0:
        return None
    colours, counts = np.unique(part.reshape(-1, 3), axis=0, return_counts=True)
    background = colours[counts.argmax()].astype(np.int16)
    ink: NDArray[np.bool_] = np.abs(part.astype(np.int16) - background).max(axis=2) > 60
    _without_frame(ink)
    return ink


def _without_frame(ink: NDArray[np.bool_]) -> None:
    """Wipe what is inked from end to end at the edges, a scroll bar or a border: with it all of the window would count
    as text, and in so large a picture a lone line is overlooked."""
    height, width = ink.shape
    framed = np.flatnonzero(ink.mean(axis=0) > 0.4)  # a scroll bar may be stippled
    left, right = framed[framed < SCROLL_BAR], framed[framed >= width - SCROLL_BAR]
    if len(left):
        ink[:, : left[-1] + 1] = False
    if len(right):
        ink[:, right[0] :] = False
    for edge in (slice(0, BORDER), slice(max(0, height - BORDER), height)):
        if (ink[edge].mean(axis=1) > 0.6).any():
            ink[edge] = False


def is_prompt(row: str, prompt: str) -> bool:
    """Whether a row is the bare prompt, waiting."""
    if prompt and similarity(row.strip(), prompt.strip()) >= 0.9:
        return True
    # A bare "~$" and a block cursor are read as almost anything, but never as letters or digits.
    return (bool(_PROMPT_END.search(row)) and len(row) < 80) or not any(character.isalnum() for character in row)


def output_of(rows: list[str], command: str, prompt: str) -> list[str]:
    """The rows between the last row that holds the command and the prompt after it."""
    start = 0
    wanted = fold(command).shapes
    for index in range(len(rows) - 1, -1, -1):
        held = fold(rows[index]).shapes
        if held.endswith(wanted) or similarity(_after_prompt(rows[index], prompt), command) >= 0.85:
            start = index + 1
            break
    end = len(rows)
    while end > start and len(rows[end - 1]) <= 4 and not any(character.isalnum() for character in rows[end - 1]):
        end -= 1  # "~$" and the cursor may be read as two rows
    if end > start and is_prompt(rows[end - 1], prompt):
        end -= 1
    return rows[start:end]


async def _prompt(hand: Hand) -> str:
    rows = await rows_of(hand, await hand.front())
    return rows[-1] if rows else ""


def _after_prompt(row: str, prompt: str) -> str:
    bare = prompt.strip()
    if bare and row.startswith(bare):
        return row[len(bare) :].strip()
    return _PROMPT_START.sub("", row).strip()


def _same(one: str, other: str) -> bool:
    return fold(one).shapes == fold(other).shapes
