"""Keys and shortcuts, and waiting."""

from __future__ import annotations

import re

from deskhand.models.local.ground import shows
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.looking import choose_anywhere
from deskhand.models.local.steps import PressKeys, WaitFor

_SILENT = ("ctrl+c", "ctrl+s", "ctrl+shift+c")
"""Shortcuts that rightly change nothing one can see."""
SELECTING = re.compile(r"(?:ctrl\+)?shift\+(?:Up|Down|Left|Right|Home|End)", re.IGNORECASE)
"""Keys that select; where they select nothing, the key that follows would take away something else."""
NEW = "ctrl+n"
"""Where these keys do nothing, the command for something new is in some menu."""
ENDS = ("ctrl+End", "ctrl+Home")
"""Keys that go somewhere, and change nothing where the caret stands there or the text has not got the keyboard."""
PATIENCE = 20
"""Seconds to wait at most for a text to show."""


async def press(hand: Hand, step: PressKeys) -> str:
    times = hand.say(f" {step.times} times", f"{step.times}回") if step.times > 1 else ""
    say = hand.say(f"Pressing {step.keys}{times}.", f"{step.keys} を{times}押します。")
    keys = " ".join([step.keys] * step.times) if step.times <= 20 else step.keys
    rounds = 1 if step.times <= 20 else step.times
    changed = False
    hand.went = keys if step.keys in ENDS else ""
    for _ in range(rounds):
        await hand.key(keys, say)
        changed = step.keys in _SILENT or await hand.took_effect() or changed
    if not changed and step.keys == NEW and await choose_anywhere(hand, hand.say("new", "新規"), sure=True):
        await hand.took_effect()
        return ""
    if not changed and SELECTING.fullmatch(step.keys):
        raise Stuck(
            hand.say(
                f"I pressed {step.keys}{times}, but nothing was selected, so I went no further.",
                f"{step.keys} を{times}押しましたが、何も選択されないので、先に進みませんでした。",
            )
        )
    if not changed:
        return hand.say(
            f"I pressed {step.keys}{times}; nothing on the screen changed.",
            f"{step.keys} を{times}押しましたが、画面に変化はありませんでした。",
        )
    return hand.say(f"I pressed {step.keys}{times}.", f"{step.keys} を{times}押しました。")


async def wait_for(hand: Hand, step: WaitFor) -> str:
    if not step.text:
        await hand.wait(step.seconds)
        return ""

    async def there() -> bool:
        return shows(await hand.scene(), step.text)

    await hand.look()
    if not await hand.until(there, tries=PATIENCE):
        raise Stuck(
            hand.say(
                f"I waited {PATIENCE} s, but “{step.text}” did not show.",
                f"{PATIENCE}秒待ちましたが、「{step.text}」は表示されませんでした。",
            )
        )
    return ""
