"""What one clause of a wish asks of a page, whatever language it was said in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "click", "double", "right", "hover", "enter", "tick", "untick", "choose", "on", "off", "set", "rate", "find_out",
    "drag", "sort", "until", "count", "cart", "key", "open", "scroll", "close", "act",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deed:
    kind: Kind
    name: str = ""
    """What the thing is called on the page; of ``enter`` and ``set`` the field or control."""
    near: str = ""
    """What it belongs to: the row, the card, the person, in the words of the wish."""
    value: str = ""
    """What is typed, chosen or set; of ``drag`` where it goes, of ``click`` how often."""
    of: str = ""
    """The clause in its own words."""
    literal: bool = False
    """``value`` is given letter by letter, and need not be found out."""
