"""Unlocking with a password that the wish tells: typed into the field that has the keyboard, with Return.

No menu has a command for it. Where the guard does not let a password be typed, that is told at once, with what the
person can do; sixty steps went into looking for the command.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand

_UNLOCKS = re.compile(r"\bunlock|\bdecrypt|ロック(?:を)?解除|開錠|解錠", re.IGNORECASE)
_PASSWORD = re.compile(
    r"(?:password|passphrase|パスワード|パスフレーズ)\s*(?:is|:|：|=|は|が)?\s*[\"“「]?(?P<word>[^\s\"”」()（）、。,]+?)"
    r"[\"”」]?(?=[\s)）、。,.]|です|$)",
    re.IGNORECASE,
)
_NONE = ("database", "for", "of", "manager", "safe")
_ASKS = re.compile(r"password|passphrase|パスワード|パスフレーズ", re.IGNORECASE)


async def unlocked(hand: Hand, words: str) -> str:
    """What was done; "" where nothing is to be unlocked, or nothing asks for a password."""
    told = [match["word"] for match in _PASSWORD.finditer(hand.wish) if match["word"].lower() not in _NONE]
    if _UNLOCKS.search(words) is None or len(told) != 1:
        return ""
    front = await hand.front()
    lines = [line.text for line in (await hand.scene()).texts if front is None or front.body.contains(line.box.center)]
    if not any(_ASKS.search(line) for line in lines):
        return ""
    await hand.type(told[0], hand.say("Typing the password.", "パスワードを入力します。"))
    await hand.key("Return", hand.say("Pressing Return.", "Return キーを押します。"))
    await hand.took_effect()
    return hand.say("I unlocked it.", "ロックを解除しました。")
