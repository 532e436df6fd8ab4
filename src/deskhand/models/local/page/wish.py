"""What the page asks for: where it is written, and its words.

A page is obeyed only when the task says so, and only in the place that the task names: "the yellow box at the top". All
other text on it is content.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.models.local.page.words import COLOURS
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture
from deskhand.vision.regions import Region, find_regions
from deskhand.vision.scene import Scene, TextLine

_TASK = re.compile(
    r"\b(?:do|carry out|follow|complete|solve|perform|execute)\b.{0,40}\b(?:task|instructions?|what|wishe?s?)\b.{0,60}"
    r"\b(?P<colour>" + "|".join(COLOURS) + r")\s+(?:box|bar|area|field|banner|strip|part)\b",
    re.IGNORECASE | re.DOTALL,
)
_JAPANESE = re.compile(
    r"(?P<colour>黄色|青|赤|緑|灰色|白)い?の?(?:枠|帯|欄|箱|部分|ボックス).{0,20}(?:書|示|表示).{0,12}(?:作業|指示|タスク|こと)"
)
_COLOUR_JA = {"黄色": "yellow", "青": "blue", "赤": "red", "緑": "green", "灰色": "gray", "白": "white"}
_NEAR = 90
"""How far each channel of a colour may be from what its name means."""


@dataclass(frozen=True, slots=True)
class Wish:
    text: str
    box: Rect
    """Where it is written."""
    body: Rect
    """The page below it."""
    overflow: Rect | None = None
    """Where a further line may hang out of the box; None when there is room in it."""


def colour_told(task: str) -> str | None:
    """The colour of the box whose words the task says to follow; None when it is another kind of task."""
    if found := _TASK.search(task):
        return found["colour"].lower()
    if found := _JAPANESE.search(task):
        return _COLOUR_JA[found["colour"]]
    return None


def find_wish(picture: Picture, scene: Scene, colour: str) -> Wish | None:
    """Read the box of that colour. None when there is none with words in it."""
    wanted = COLOURS[colour]

    def fits(region: Region) -> bool:
        near = all(abs(a - b) <= _NEAR for a, b in zip(region.colour, wanted, strict=True))
        return near and any(region.box.contains(line.box.center) for line in scene.texts)

    boxes = [region.box for region in find_regions(picture) if region.box.area > 4000 and fits(region)]
    if not boxes:
        return None
    box = max(boxes, key=lambda box: box.area)
    lines = [line for line in scene.texts if box.contains(line.box.center)]
    lines.sort(key=lambda line: (line.box.center.y // 20, line.box.x))
    body = Rect(box.x, box.bottom, box.width, max(1, min(scene.size.height, _foot(picture, box)) - box.bottom))
    return Wish(unmixed(joined([line.text for line in lines])), box, body, _overflow(box, lines))


def joined(lines: Sequence[str]) -> str:
    """The lines as one text. Japanese has no spaces: with one at every break, no verb broken there was heard: 10 of 12
    wishes of a stranger's pages."""
    text = ""
    for line in (line.strip() for line in lines):
        runs_on = bool(text) and bool(line) and is_wide(text[-1]) and is_wide(line[0])
        text = f"{text}{'' if runs_on or not text else ' '}{line}"
    return text


_MIXED = str.maketrans("力口二工夕卜八", "カロニエタトハ")


def unmixed(text: str) -> str:
    """With katakana for what looks like it before a long vowel: 「力ート」 was read for 「カート」."""
    return re.sub(r"[力口二工夕卜八](?=ー)", lambda found: found[0].translate(_MIXED), text)


def is_wide(char: str) -> bool:
    """A sign of Japanese script, its punctuation and full-width letters included."""
    return "\u3000" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"


def _overflow(box: Rect, lines: list[TextLine]) -> Rect | None:
    """The strip for one more line, if the lines reach down to the edge."""
    middles = sorted({line.box.center.y for line in lines})
    pitch = min((b - a for a, b in itertools.pairwise(middles) if b - a > 12), default=0)
    if not pitch or middles[-1] + 1.6 * pitch < box.bottom:
        return None
    top = middles[-1] + int(0.55 * pitch)
    return Rect(box.x, top, box.width, int(0.95 * pitch))


def _foot(picture: Picture, box: Rect) -> int:
    """Where the page under the box ends: at the colour that lies around it, if it has one."""
    column = picture[:, min(picture.shape[1] - 1, box.x + 1)].astype(int)
    edge = picture[-2, min(picture.shape[1] - 1, box.x + 1)].astype(int)
    below = abs(column[box.bottom :] - edge).max(axis=1)
    paper = (below > 8).nonzero()[0]
    return box.bottom + int(paper[-1]) + 1 if len(paper) else picture.shape[0]
