"""Numbers as people say them: shared by the page and the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from deskhand.agent.events import Status

STATUS_WORDS: dict[Status, str] = {
    "done": "Done",
    "asks": "Needs you",
    "limit": "Stopped at a limit",
    "refused": "Refused",
    "interrupted": "Interrupted",
    "failed": "Failed",
}
LOOKS = ("screenshot", "zoom", "cursor_position", "wait")
"""Actions that mean no change: that nothing changed is no news about them."""
CUT_OFF = "Cut off"
"""The outcome of a run whose journal ends without one."""


def seconds_in_words(seconds: float) -> str:
    """``0.4 s``, ``12 s``, ``3 min 20 s``, ``1 h 2 min``."""
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def money_in_words(usd: float) -> str:
    """Dollars to the cent, or to a hundredth of one where it is less."""
    return f"${usd:.2f}" if usd >= 0.995 or usd == 0 else f"${usd:.4f}".rstrip("0")


def count_in_words(count: int) -> str:
    """``940``, ``12.3k``, ``1.2M``."""
    if count < 10_000:
        return str(count)
    return f"{count / 1000:.1f}k" if count < 1_000_000 else f"{count / 1_000_000:.1f}M"


def language_of(text: str) -> str:
    """The language tag that makes a browser pick the right glyphs; ``en`` when nothing tells otherwise."""
    names = {unicodedata.name(letter, "").partition(" ")[0] for letter in text if not letter.isascii()}
    for script, tag in (
        ("HIRAGANA", "ja"), ("KATAKANA", "ja"), ("HANGUL", "ko"), ("CJK", "zh"), ("ARABIC", "ar"), ("HEBREW", "he"),
        ("CYRILLIC", "ru"), ("GREEK", "el"), ("THAI", "th"), ("DEVANAGARI", "hi"),
    ):  # fmt: skip
        if script in names:
            return tag
    return "en"


def change_in_words(changed: bool | None, regions: Sequence[Sequence[int]], screen: tuple[int, int] | None) -> str:
    """Whether the screen changed, and where: ``The screen changed at the top left (300×200 at (0, 0)).``"""
    if changed is None:
        return ""
    if not changed:
        return "Nothing on the screen changed."
    if not regions:
        return "The screen changed."
    x, y, width, height = (int(value) for value in regions[0])
    others = f" and {len(regions) - 1} more place{'s' if len(regions) > 2 else ''}" if len(regions) > 1 else ""
    if screen is None:
        return f"The screen changed: {width}×{height} at ({x}, {y}){others}."
    if width * height >= 0.6 * screen[0] * screen[1]:
        return "Most of the screen changed."
    return (
        f"The screen changed {_place(x + width / 2, y + height / 2, screen)}: {width}×{height} at ({x}, {y}){others}."
    )


def _place(x: float, y: float, screen: tuple[int, int]) -> str:
    column = ("left", "", "right")[min(2, int(3 * x / screen[0]))]
    row = ("top", "", "bottom")[min(2, int(3 * y / screen[1]))]
    match row, column:
        case "", "":
            return "in the middle"
        case "", side:
            return f"on the {side}"
        case _, "":
            return f"at the {row}"
        case _:
            return f"at the {row} {column}"
