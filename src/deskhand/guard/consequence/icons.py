"""Labels that are no words: arrows, emoji and signs, as pages put them on buttons without a name."""

from __future__ import annotations

from deskhand.guard.consequence.meaning import Meaning
from deskhand.guard.interface import Consequence

_SIGNS: tuple[tuple[str, Consequence, float], ...] = (
    ("›»→➜▶►▷‹«←◀◄◁▲△▼▽↑↓↗↘<>⌄⌃…⋮⋯☰≡🔍🔎🏠⟳↻🔄ⓘ?❓❔ℹ⏭⏮⏯⏸⏹⏩⏪⤢⛶🗖🗗🗕📍🗺📅📆👁🔈🔉🔊🔇▦▤⊞☷🔔🕘", "navigate", 0.85),
    ("×✕✖✗⨯", "navigate", 0.75),
    ("🗑❌🚮⌫🧹🔥", "delete", 0.75),
    ("❤♥♡💚💙💜🧡💛🖤⭐🌟👍👎✉📧📨📩📤➤🔁⇄⟲♻🚩⚑📢📣📞☎📱🎥📹🖨🙌🎉👋✈🛫", "send", 0.7),
    ("🔗👥👤➕👪🤝", "send", 0.6),
    ("💳💰💸💵💶💴🪙💲🏦", "pay", 0.7),
    ("🔒🔓🔐🔑🗝⛔🚫🛡⏻⏼", "settings", 0.7),
    ("☆★✎✏🖉📝+＋-−–📎🔖🏷📌⧉📋✂🎁☑✔✓✅↶↷↩↪", "edit", 0.75),
    ("⚙🔧🛠", "navigate", 0.8),
    ("💾⬇📥⤓↧", "save", 0.85),
    ("🛒🛍👜", "navigate", 0.8),
)
"""The first row that has all signs of a label decides."""
_UNSEEN = "\ufe0f\u200d"


def sign_of(label: str) -> Meaning | None:
    """What a label says that is one or two signs; None when it is words, or signs that nobody knows."""
    signs = [c for c in label if not c.isspace() and c not in _UNSEEN]
    if not 0 < len(signs) <= 3:
        return None
    return next((Meaning(does, sure) for known, does, sure in _SIGNS if all(c in known for c in signs)), None)
