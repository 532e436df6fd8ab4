"""Typing text, and looking whether it arrived."""

from __future__ import annotations

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import visible_summary
from deskhand.models.local.skills.pointing import find_one, focus_field
from deskhand.models.local.steps import TypeText
from deskhand.vision.match import find

TAIL = 24
"""Characters at the end of the last line that are looked for: a long line wraps, and its beginning may scroll away."""


async def type_text(hand: Hand, step: TypeText) -> str:
    text = hand.memory.fill(step.text)
    if step.into is not None:
        field = await find_one(hand, step.into)
        await focus_field(hand, field, step.into.name)
    if step.replace:
        await hand.key(
            "ctrl+a",
            hand.say("Selecting what the field holds, to replace it.", "入っている文字を選択して置き換えます。"),
        )
    if step.own_line:
        await _own_line(hand)
    await enter_text(hand, text, into=step.into is not None)
    if step.enter:
        await hand.key("Return", hand.say("Pressing Return.", "Return キーを押します。"))
    return hand.say(f"I typed “{shorten(text)}”.", f"「{shorten(text)}」と入力しました。")


async def enter_text(hand: Hand, text: str, *, into: bool = False) -> None:
    """Type into what has the focus; once more after a click into the window when nothing arrived."""
    if not text:
        return
    say = hand.say(f"Typing “{shorten(text)}”.", f"「{shorten(text)}」と入力します。")
    await hand.type(text, say)
    if not text.strip() or await hand.took_effect():
        return
    front = await hand.front()
    if front is not None and not into:
        clicking = hand.say(
            "The text did not appear; clicking into the window first.",
            "文字が現れないので、先にウィンドウの中をクリックします。",
        )
        await hand.click(front.body.center, clicking)
        if await shown(hand, text):
            return
        await hand.type(text, say)
        if await hand.took_effect():
            return
    await _no_arrival(hand, text)


async def shown(hand: Hand, text: str) -> bool:
    """Whether the end of the text can be read on the screen."""
    tail = text.rstrip().splitlines()[-1][-TAIL:] if text.strip() else ""
    if not tail:
        return True
    return bool(find(await hand.scene(), tail, at_least=0.8))


async def _no_arrival(hand: Hand, text: str) -> None:
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I typed “{shorten(text)}”, but it did not appear anywhere on the screen. {seen}",
            f"「{shorten(text)}」と入力しましたが、画面に現れませんでした。{seen}",
        )
    )


async def _own_line(hand: Hand) -> None:
    """To the end of the text, and onto a new line if there is any text."""
    front = await hand.front()
    scene = await hand.scene()
    body = front.body if front is not None else None
    filled = [
        line for line in scene.texts if body is None or (body.contains(line.box.center) and line.box.y > body.y + 36)
    ]
    if filled:
        say = hand.say("Going to a new line at the end.", "末尾の新しい行に移ります。")
        await hand.key("ctrl+End", say)
        await hand.key("Return", say)


def shorten(text: str, limit: int = 60) -> str:
    """One line for a sentence."""
    flat = text.replace("\n", "⏎").replace("\t", "⇥")
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
