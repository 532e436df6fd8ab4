"""Sums in a calculator program. The number is read off its display, twice, and never worked out here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.caret import caret
from deskhand.models.local.skills.common import could_not, visible_summary
from deskhand.models.local.skills.postfix import postfixed
from deskhand.models.local.skills.programs import open_program
from deskhand.models.local.skills.sums import (
    inside_root,
    keyable,
    number_of,
    operand_of,
    pieces,
    plausible,
    without_powers,
)
from deskhand.models.local.steps import Compute
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Rect
from deskhand.vision.match import find
from deskhand.vision.scene import Scene, TextLine

_KEY_LABELS = {
    "*": ("×", "x", "*"),
    "/": ("÷", "/"),
    "-": ("−", "-", "–"),
    "+": ("+",),
    ".": (".", ","),
    "^": ("x^y", "^", "xʸ"),
}

SMALL = 8
"""Print lower than this is none of a display's."""
BESIDE = 6
"""Pixels about the number in which its caret is looked for."""
_RESULT = re.compile(r"=\s*([-−]?\d[\d.,'\s]*)$")


async def compute(hand: Hand, step: Compute) -> str:
    expression = keyable(hand.memory.fill(step.expression))
    await open_program(hand, "calculator")
    await _clear(hand)
    value = await _work_out(hand, expression)
    if not plausible(expression, value):  # a key may have been lost, or be none of this calculator's: once more
        say = hand.say(
            f"{value} looks wrong for {expression}; doing it again.",
            f"{expression} の結果 {value} は疑わしいので、もう一度計算します。",
        )
        await hand.key("Escape", say)
        value = await _work_out(hand, without_powers(expression))
        if not plausible(expression, value):
            value = await postfixed(hand, expression) or value
        if not plausible(expression, value):
            raise Stuck(
                hand.say(
                    f"The calculator shows {value} for {expression}, twice. That cannot be right, so I stopped.",
                    f"電卓は {expression} に対して二度 {value} と表示しました。正しいはずがないので、中止しました。",
                )
            )
    hand.memory.store(step.store, value)
    return hand.say(f"The calculator shows {value} for {expression}.", f"電卓の {expression} の結果は {value} です。")


def display_line(scene: Scene, window: Rect) -> TextLine | None:
    """The display's number: the tallest one in the upper half of the window."""
    upper = Rect(window.x, window.y, window.width, max(1, window.height // 2))
    lines = [line for line in scene.texts if upper.contains(line.box.center) and number_of(line.text) is not None]
    return max(lines, key=lambda line: (line.box.height, line.box.width), default=None)


async def _clear(hand: Hand) -> None:
    """Away with what an earlier sum left."""
    front = await hand.front()
    if front is None:
        return
    line = display_line(await hand.scene(), front.body)
    if line is not None and number_of(line.text) not in ("0", None):
        await hand.key("Escape", hand.say("Clearing the calculator.", "電卓をクリアします。"))


async def _work_out(hand: Hand, expression: str) -> str:
    if (inner := inside_root(expression)) is not None:
        return await _root(hand, inner)
    await _enter(hand, expression)
    await hand.key("Return", hand.say("Pressing Return for the result.", "Return を押して結果を出します。"))
    value = await _settled_value(hand, operand_of(expression), expression)
    wrong = value is not None and not plausible(expression, value)
    if value is not None and (wrong or value.endswith("1")):
        bare = await _without_caret(hand, doubtful=wrong)
        value = bare if bare is not None and plausible(expression, bare) else value
    if value is None:
        seen = await visible_summary(hand)
        raise Stuck(
            hand.say(
                f"I typed {expression} into the calculator, but I cannot read a number on its display. {seen}",
                f"電卓に {expression} を入力しましたが、表示から数を読み取れません。{seen}",
            )
        )
    return value


async def _root(hand: Hand, inner: str) -> str:
    """The root key works on what the display shows; simple calculators name it sqrt, and take the letter r for it."""
    if re.search(r"[^\d.]", inner):
        await _work_out(hand, inner)
    else:
        await _enter(hand, inner)
    say = hand.say(f"Taking the square root of {inner}.", f"{inner} の平方根を求めます。")
    scene, body = await hand.scene(), await _body(hand, await hand.front())
    keys = [match for label in ("sqrt", "√") for match in find(scene, label, at_least=0.93, within=body) if match.whole]
    if keys:
        await hand.click(keys[0].box.center, say)
    else:
        await hand.key("r", say)
    value = await _settled_value(hand, inner)
    if value is None:
        raise Stuck(await could_not(hand, f"read the square root of {inner}", f"{inner} の平方根の読み取り"))
    return value


async def _enter(hand: Hand, expression: str) -> None:
    """Type the sum, and look whether each of its numbers arrived."""
    typed, parts = "", pieces(expression)
    while parts:
        piece = parts.pop(0)
        if typed and operand_of(piece) == operand_of(typed):
            await hand.wait(1)  # the display will look the same: a key that is lost here would not be noticed
        say = hand.say(f"Typing the sum {expression}.", f"式 {expression} を入力します。")
        if piece != expression:
            say = hand.say(f"Typing {piece} of the sum {expression}.", f"式 {expression} の {piece} を入力します。")
        await hand.type(piece, say)
        if not typed and not await hand.took_effect():
            await _press_buttons(hand, expression)
            return
        typed += piece
        if await _shows_sum(hand, typed):
            if operand_of(typed) != typed:
                parts = ["".join(parts)] if parts else []  # a line to write in, which loses no keys
            continue
        await _arrive(hand, operand_of(typed))


async def _shows_sum(hand: Hand, typed: str) -> bool:
    """Whether a line shows just what was typed so far; a caret behind it may be read as a letter or a digit."""
    body = await _body(hand, await hand.front())
    for line in (await hand.scene()).texts:
        if body.contains(line.box.center) and line.box.height >= SMALL:
            shown = keyable(line.text).replace("x", "*")
            if shown == typed or (shown[:-1] == typed and shown[-1] in "1Il|"):
                return True
    return False


async def _arrive(hand: Hand, operand: str) -> None:
    """Wait until the display shows the number; type what of it got lost."""
    for attempt in range(4):
        shown = await _read_display(hand) if operand else None
        if shown is None or shown.rstrip(".") == operand.rstrip("."):
            return
        if attempt == 0:
            await hand.look()
            continue
        await hand.wait(1)
        if operand.startswith(shown):
            lost = operand[len(shown) :][:1]
            await hand.type(
                lost, hand.say(f"The display lacks {lost}; typing it again.", f"{lost} が抜けたので、入力し直します。")
            )


async def _settled_value(hand: Hand, operand: str, expression: str = "") -> str | None:
    """The display, when two looks agree; a display that still shows the last operand is given a little longer."""
    last: str | None = None
    for attempt in range(5):
        value = await _read_display(hand, expression)
        if value is not None and value == last and (value != operand or attempt >= 2):
            return value
        last = value
        await (hand.look() if attempt < 2 else hand.wait(1))
    return last


async def _read_display(hand: Hand, expression: str = "") -> str | None:
    """The display's number as most of three readings at three sizes have it, each of the whole row."""
    body = await _body(hand, await hand.front())
    if (told := await _after_equals(hand, body, expression)) is not None:
        return told
    line = display_line(await hand.scene(), body)
    if line is None:
        line = display_line(await hand.closer(Rect(body.x, body.y, body.width, max(1, body.height // 3)), 2), body)
        if line is None:
            return None
    row = Rect(body.x + 2, line.box.y - 10, body.width - 4, line.box.height + 20)
    votes: Counter[str] = Counter()
    for size in (1, 2, 3):
        closer = await hand.closer(row, size)
        pieces = sorted((text for text in closer.texts), key=lambda text: text.box.x)
        number = number_of("".join(text.text for text in pieces)) or number_of(pieces[-1].text if pieces else "")
        if number is not None:
            votes[number] += 1
            if votes[number] == 2:
                return number
    return None


async def _without_caret(hand: Hand, *, doubtful: bool) -> str | None:
    """The display's number without the stroke at its end, which was read as one more digit; None where there is no
    such stroke."""
    body = await _body(hand, await hand.front())
    line = display_line(await hand.scene(), body)
    if line is None:
        return None
    part = line.box.grow(BESIDE)
    pixels = (await hand.view()).pixels[max(0, part.y) : part.bottom, max(0, part.x) : part.right]
    if (column := caret(pixels, doubtful=doubtful)) is None:
        return None
    bare = Rect(part.x, part.y, max(1, column), part.height)
    readings = [number_of("".join(text.text for text in (await hand.closer(bare, size)).texts)) for size in (2, 3)]
    return readings[0] if readings[0] == readings[1] else None


async def _after_equals(hand: Hand, body: Rect, expression: str = "") -> str | None:
    """The result where a calculator keeps its sums as text, each with its result: the one that came last."""
    lines = sorted((await hand.scene()).texts, key=lambda line: (line.box.center.y, line.box.x))
    lines = [line for line in lines if body.contains(line.box.center)]
    own = [place for place, line in enumerate(lines) if keyable(line.text).replace("x", "*") == expression]
    for line in lines[own[-1] + 1 :] if own else ():
        if (match := _RESULT.match(line.text.strip())) is not None:
            return number_of(match[1])
    found = [
        (line, number)
        for line in (await hand.scene()).texts
        if body.contains(line.box.center)
        and (match := _RESULT.search(line.text)) is not None
        and (number := number_of(match[1])) is not None
    ]
    fresh = [entry for entry in found if any(area.intersect(entry[0].box) for area in (await hand.view()).changes)]
    chosen = fresh or (found if len({number for _, number in found}) == 1 else [])
    return chosen[-1][1] if chosen else result_under([lines[place] for place in own], lines, expression)


def result_under(sums: Sequence[TextLine], lines: Sequence[TextLine], expression: str) -> str | None:
    """The number that stands alone right under the sum, set in from it: its sign of equality may not be read. A table
    of variables beside it shows numbers too, and was taken for the display."""
    for own in reversed(sums):
        under = [
            number
            for line in lines
            if 0 <= line.box.y - own.box.bottom <= 2 * own.box.height
            and own.box.x <= line.box.x <= own.box.right
            and (number := number_of(line.text)) is not None
        ]
        if len(under) == 1 and plausible(expression, under[0]):
            return under[0]
    return None


async def _body(hand: Hand, front: Window | None) -> Rect:
    size = (await hand.view()).size
    return front.body if front is not None else Rect(0, 0, size.width, size.height)


async def _press_buttons(hand: Hand, expression: str) -> None:
    """The calculator does not take the keyboard: click its keys."""
    front = await hand.front()
    body = await _body(hand, front)
    for character in expression:
        scene = await hand.scene()
        labels = _KEY_LABELS.get(character, (character,))
        places = [match for label in labels for match in find(scene, label, at_least=0.93, within=body) if match.whole]
        if not places:
            seen = await visible_summary(hand)
            raise Stuck(
                hand.say(
                    f"The calculator has no key “{character}” that I can see. {seen}",
                    f"電卓に「{character}」のキーが見当たりません。{seen}",
                )
            )
        say = hand.say(f"Clicking the key {character}.", f"「{character}」キーをクリックします。")
        await hand.click(places[0].box.center, say)
