"""What stands in a picture's file, or on a page that is only a picture, read at its full size.

A window shows it small, between bars and small copies of others; the file has all its pixels.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from deskhand.models.local.behind.file import PICTURES, File, bytes_of
from deskhand.models.local.effects import Reading
from deskhand.models.local.hand import Hand
from deskhand.models.local.layout import same_row
from deskhand.screen.geometry import Rect
from deskhand.vision.fitting import fitted
from deskhand.vision.scene import TextLine

COMICS = ("cbz", "zip")
"""Packs of pictures, of which each is a page."""
SURE = 0.6
"""How surely a line must have been read."""
LARGE = 1.6
"""Times as high as any others are the letters of the largest line."""
ALL = Rect(0, 0, 10_000, 10_000)


def order(name: str) -> tuple[tuple[int, int, str], ...]:
    """By which viewers put files in order: numbers in a name count as numbers, capitals as small letters."""
    return tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part.lower()) for part in re.findall(r"\d+|\D+", name)
    )


async def lines_in_picture(hand: Hand, file: File, page: int | None = None) -> list[TextLine]:
    """The lines of text in a picture, on a page of a PDF, or in the picture of that number in a comic; empty where none
    can be had."""
    path, say = shlex.quote(file.path), hand.say(f"Looking closely at {file.name}.", f"{file.name} を詳しく見ます。")
    if file.ending in PICTURES:
        data = await bytes_of(hand, f"cat {path}", say) or await bytes_of(
            hand, f"convert {path} -resize '1400x1400>' -colorspace gray -quality 80 jpg:-", say
        )
    elif file.ending == "pdf" and page is not None:
        data = await bytes_of(hand, f"pdftoppm -f {page} -l {page} -singlefile -r 100 -gray -png {path}", say)
    elif file.ending in COMICS and page is not None:
        view = await hand.shell(f"unzip -Z1 {path}", say)
        names = sorted((one for one in view.text.splitlines() if _ending(one) in PICTURES), key=order)
        if view.error or not 0 < page <= len(names):
            return []
        data = await bytes_of(hand, f"unzip -p {path} {shlex.quote(_literally(names[page - 1]))}", say)
    else:
        return []
    picture = None if data is None else fitted(data)
    if picture is None:
        return []
    return [line for line in (await Reading(picture, ALL, 1)).texts if line.confidence >= SURE]


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _literally(name: str) -> str:
    """A name that `unzip` takes for no pattern."""
    return re.sub(r"([\[\]*?\\])", r"\\\1", name)


def in_rows(lines: Sequence[TextLine]) -> list[str]:
    """From top to bottom; what stands side by side in one row."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda one: one.box.center.y):
        if rows and same_row(rows[-1][0].box, line.box):
            rows[-1].append(line)
        else:
            rows.append([line])
    return ["  ".join(line.text for line in sorted(row, key=lambda one: one.box.x)) for row in rows]


def largest(lines: Sequence[TextLine]) -> str:
    """The line whose letters are by far the largest; "" where none is."""
    ranked = sorted(lines, key=lambda line: -line.box.height)
    if len(ranked) == 1:
        return ranked[0].text.strip()
    return ranked[0].text.strip() if ranked and ranked[0].box.height >= LARGE * ranked[1].box.height else ""
