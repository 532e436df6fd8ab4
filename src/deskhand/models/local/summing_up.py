"""What is said at the end: what was asked for, what was done, and why it stopped if it did."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.hand import Hand

_SPACED = re.compile(r"#[ ]?(?:[0-9A-Fa-f][ ]?){5}[0-9A-Fa-f](?![0-9A-Za-z])")
"""A colour's digits, which are one word however far apart they were read."""


def so_far(hand: Hand, done: Sequence[str], reason: str) -> str:
    """What was done before it stopped, then why it stopped."""
    if not done:
        return reason
    before = hand.say("Before that: ", "ここまでに行ったこと: ")
    return f"{reason}\n\n{before}{_joined(hand, done)}"


def answer(hand: Hand, done: Sequence[str], told: Sequence[str]) -> str:
    """What was asked for first, then what was done."""
    asked = [_SPACED.sub(lambda match: "".join(match[0].split()), text) for text in told if text]
    text = "\n\n".join(part for part in (*asked, _joined(hand, done)) if part)
    return text or hand.say("Done.", "完了しました。")


def _joined(hand: Hand, sentences: Sequence[str]) -> str:
    parts = list(dict.fromkeys(sentence for sentence in sentences if sentence))
    if any("\n" in part for part in parts):
        return "\n".join(parts)
    return (" " if hand.language == "en" else "").join(parts)
