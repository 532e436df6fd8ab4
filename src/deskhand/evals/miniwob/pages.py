"""The task pages of the package `miniwob`, and the half of them that we may learn from.

The half is told by the name alone, so that nobody chooses it: the pages whose name's CRC-32 is even are for training,
tuning and looking; the odd half is scored and never looked at.
"""

from __future__ import annotations

import importlib.util
import zlib
from collections.abc import Sequence
from pathlib import Path

from deskhand.evals.task import TaskError

FREE = frozenset({"unicode-test", "use-colorwheel-2"})
"""Random clicks succeed there: left out of the halves, run when named."""


def folder() -> Path:
    """The folder of the pages. Raises `TaskError` when the package is not installed."""
    found = importlib.util.find_spec("miniwob")  # looked up, not imported: it would bring a browser driver along
    places = list(found.submodule_search_locations or ()) if found is not None else []
    for place in places:
        html = Path(place) / "html"
        if (html / "miniwob").is_dir():
            return html
    raise TaskError("the pages of MiniWoB++ are not installed: pip install --no-deps miniwob==1.1.0")


def is_even(name: str) -> bool:
    return zlib.crc32(name.encode("ascii", "replace")) % 2 == 0


def names(html: Path) -> list[str]:
    return sorted(path.stem for path in (html / "miniwob").glob("*.html"))


def choose(html: Path, wanted: str) -> list[str]:
    """``even``, ``odd``, ``all``, or names, separated by commas. Raises `TaskError` for what is not there."""
    known = names(html)
    chosen: list[str] = []
    for word in _words(wanted):
        match word:
            case "even" | "odd":
                found = [name for name in known if is_even(name) == (word == "even") and name not in FREE]
            case "all":
                found = [name for name in known if name not in FREE]
            case _:
                found = [name for name in known if name == word]
        if not found:
            raise TaskError(f"there is no page called {word!r}: see deskhand eval miniwob --list --tasks even")
        chosen += [name for name in found if name not in chosen]
    return chosen


def _words(wanted: str) -> Sequence[str]:
    return [word for word in (part.strip() for part in wanted.split(",")) if word]
