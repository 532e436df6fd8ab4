"""What steps speak of: text with holes, and things on the screen as an instruction names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.screen.geometry import Point


@dataclass(frozen=True, slots=True)
class Ref:
    """What an earlier step read or worked out. ``result`` is the latest one, whatever made it."""

    name: str = "result"


Value: TypeAlias = tuple[str | Ref, ...]
"""Text with holes: the pieces are joined when the step is carried out. ``("Total: ", Ref("result"))``"""


TargetKind: TypeAlias = Literal[
    "button", "field", "link", "checkbox", "radio", "icon", "tab", "menu", "menu item", "option", "cell", "row",
    "file", "folder", "image", "slider", "window", "text",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """Something on the screen as the instruction names it."""

    name: str = ""
    """The text it shows or is labelled with; empty when only its kind or its place is given."""
    kind: TargetKind | None = None
    nth: int | None = None
    """1 is the first in reading order, -1 the last; None when not said."""
    near: str = ""
    """Text of something it is next to, in the row of, under or inside."""
    window: str = ""
    """The program or window it is in, when said."""
    point: Point | None = None
    """A point in picture pixels, when the instruction gives one."""
    stored: str = ""
    """The name is what an earlier step stored under this."""
