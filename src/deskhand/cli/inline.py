"""Pictures in a terminal: by kitty's or iTerm's protocol where the terminal has one, else by half blocks.

Nothing of a picture's own bytes is sent: it is decoded and encoded anew here, and travels as base64. The terminal is
not asked what it can do (an answer that comes late would be taken for the person's keys): its environment says so.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from typing import Literal, TypeAlias

import cv2
import numpy as np
from rich.color import Color
from rich.console import Console
from rich.style import Style
from rich.text import Text

from deskhand.cli.marked import as_png
from deskhand.screen.geometry import Size
from deskhand.vision.picture import Picture

Way: TypeAlias = Literal["kitty", "iterm", "blocks", "none"]
_CHUNK = 4096
_COLUMNS, _ROWS = 110, 34
_CELL = 9
"""Pixels a column is wide, about: to choose how many columns a picture gets."""


def way(console: Console, environment: Mapping[str, str] | None = None) -> Way:
    """How this terminal shows pictures."""
    env = os.environ if environment is None else environment
    if not console.is_terminal or console.is_dumb_terminal:
        return "none"
    multiplexed = "TMUX" in env or env.get("TERM", "").startswith(("screen", "tmux"))
    program = env.get("TERM_PROGRAM", "")
    if not multiplexed:
        if env.get("TERM") == "xterm-kitty" or "KITTY_WINDOW_ID" in env or program in ("ghostty", "WezTerm"):
            return "kitty"
        if program in ("iTerm.app", "vscode", "mintty", "Hyper"):
            return "iterm"
    return "blocks" if console.color_system in ("truecolor", "256") else "none"


def cut_out(by: Way) -> Size:
    """How much of a screen, in its pixels, can be shown so that its text is legible."""
    return Size(240, 150) if by == "blocks" else Size(640, 360)


def show(console: Console, picture: Picture, by: Way) -> None:
    """Print the picture, indented like the question it belongs to."""
    columns = max(20, min(_COLUMNS, console.width - 6, picture.shape[1] // _CELL + 1))
    match by:
        case "kitty":
            data = base64.standard_b64encode(as_png(picture)).decode()
            parts = [data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK)]
            console.file.write("    ")
            for index, part in enumerate(parts):
                first = f"a=T,f=100,q=2,c={columns}," if index == 0 else ""
                console.file.write(f"\x1b_G{first}m={int(index < len(parts) - 1)};{part}\x1b\\")
            console.file.write("\n")
            console.file.flush()
        case "iterm":
            data = base64.standard_b64encode(as_png(picture)).decode()
            console.file.write(f"    \x1b]1337;File=inline=1;width={columns};preserveAspectRatio=1:{data}\x07\n")
            console.file.flush()
        case "blocks":
            wide = max(20, min(_COLUMNS, console.width - 6))
            for line in blocks(picture, wide, _ROWS):
                console.print(Text("    ") + line, soft_wrap=True)
        case "none":
            pass


def blocks(picture: Picture, columns: int, rows: int) -> list[Text]:
    """The picture in half blocks: each cell is two pixels, one above the other."""
    height, width = picture.shape[:2]
    scale = min(columns / width, 2 * rows / height)
    wide, high = max(1, round(width * scale)), max(2, round(height * scale) // 2 * 2)
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_NEAREST
    small = np.asarray(cv2.resize(picture, (wide, high), interpolation=way))
    lines = []
    for top, bottom in zip(small[0::2], small[1::2], strict=True):
        line = Text()
        for upper, lower in zip(top, bottom, strict=True):
            line.append("▀", Style(color=Color.from_rgb(*map(int, upper)), bgcolor=Color.from_rgb(*map(int, lower))))
        lines.append(line)
    return lines
