"""Words below a picture, in any script that this machine has letters for.

OpenCV can draw ASCII only. Pillow draws what a font holds, and fontconfig knows which font of this machine holds what;
where there is neither, the words are left out rather than drawn as boxes.
"""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from deskhand.report.scenes import Tone
from deskhand.report.words import language_of

_PAPER = (24, 26, 30)
_INK: dict[Tone, tuple[int, int, int]] = {
    "said": (150, 200, 255),
    "act": (255, 255, 255),
    "result": (170, 175, 185),
    "bad": (255, 140, 130),
    "person": (255, 205, 110),
    "end": (150, 230, 160),
}
_LETTERS = 19
Font: TypeAlias = ImageFont.FreeTypeFont


class Captions:
    def __init__(self, width: int, height: int) -> None:
        self._width, self._height = width, height

    def draw(self, number: int, words: str, tone: Tone) -> NDArray[np.uint8]:
        """Rows × columns × (blue, green, red)."""
        band = Image.new("RGB", (self._width, self._height), _PAPER)
        font = _font(language_of(words))
        if font is not None:
            pen = ImageDraw.Draw(band)
            left = 14
            if number:
                pen.text((left, 8), str(number), fill=(120, 125, 135), font=font)
                left += 44
            lines = _wrapped(words, font, self._width - left - 14)
            for row, line in enumerate(lines):
                pen.text((left, 8 + row * (_LETTERS + 7)), line, fill=_INK[tone], font=font)
        return np.asarray(band, np.uint8)[:, :, ::-1]


def _wrapped(words: str, font: Font, room: int, most: int = 2) -> list[str]:
    """In lines that fit; what does not is cut, and says so. Between words, or between letters where there are none."""
    lines: list[str] = []
    rest = words.strip()
    while rest and len(lines) < most:
        fits = len(rest)
        if font.getlength(rest) > room:
            low, high = 1, len(rest)
            while low < high:
                middle = (low + high + 1) // 2
                low, high = (middle, high) if font.getlength(rest[:middle]) <= room else (low, middle - 1)
            blank = rest.rfind(" ", 0, low + 1)
            fits = blank if blank > low // 2 else low
        lines.append(rest[:fits].rstrip())
        rest = rest[fits:].lstrip()
    if rest and lines:
        lines[-1] = lines[-1][: max(1, len(lines[-1]) - 2)].rstrip() + "…"
    return lines


@cache
def _font(language: str) -> Font | None:
    finder = shutil.which("fc-match")
    if finder is None:
        return None
    try:
        found = subprocess.run(
            [finder, "-f", "%{file}", f"sans-serif:lang={language}"], capture_output=True, text=True, timeout=10
        )
        return ImageFont.truetype(found.stdout.strip(), _LETTERS)
    except (OSError, subprocess.SubprocessError):
        return None
