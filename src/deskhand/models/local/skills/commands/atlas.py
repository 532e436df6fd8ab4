"""What a program's menus hold, once seen: opening them takes a second each, and a second wish needs them again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SHORTCUT = re.compile(
    r"\s{2,}(?:(?:ctrl|shift|alt|strg|control)\s*\+.*|f\d{1,2}|del(?:ete)?|ins(?:ert)?|enter|return)$"
    r"|\s(?:(?:ctrl|shift|alt|control)\s*\+\s*\S.*|shift\+?f\d{1,2}|f\d{1,2})$"
    r"|\s(?:(?:ctrl|shift|alt|control)-)+(?:\S|f\d{1,2}|del|ins|return)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu."""

    label: str
    path: tuple[str, ...]
    """The menus that lead to it, from the bar inwards."""
    ticked: bool | None = None
    grey: bool = False
    opens: bool = False
    """Another menu, behind an arrow at its right end."""
    asks: bool = False
    """Its label ends in "…": a dialog comes."""


@dataclass(slots=True)
class Atlas:
    """The menus of one program, as far as they were opened in this run."""

    menus: dict[tuple[str, ...], tuple[Entry, ...]] = field(default_factory=dict[tuple[str, ...], tuple[Entry, ...]])
    pictures: dict[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str])
    """By where its middle is: what a picture in a tool bar is for, as its tooltip says."""


_ELLIPSIS = re.compile(r"(?:\.{2,}|[…‥]|・・+)\s*$")


def asks(label: str) -> bool:
    """Whether a label says that more will be asked."""
    return _ELLIPSIS.search(_SHORTCUT.sub("", label.strip())) is not None


def bare(label: str) -> str:
    """A label without its tick, its shortcut, its arrow and its ellipsis."""
    text = re.sub(r"^(?:V|[^\w\s]+|[^\x00-\x7f](?=\s+[A-Z]))\s+(?=\w)", "", label.strip())
    text = _SHORTCUT.sub("", text)
    return re.sub(r"[\s.…·‥]*[▸▶►›»>]?$", "", text).strip() or label.strip()
