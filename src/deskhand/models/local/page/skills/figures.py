"""Shapes, letters and digits strewn over a page: by kind, colour and size."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.words import COLOURS, nearest_colour
from deskhand.screen.geometry import Rect
from deskhand.vision.regions import Colour, Region

PALETTE = ["red", "green", "blue", "aqua", "black", "magenta", "yellow"]
KINDS = {
    "circle": "circle", "disc": "circle", "triangle": "triangle", "rectangle": "rectangle", "square": "rectangle",
    "letter": "letter", "digit": "digit", "number": "digit", "shape": "shape", "item": "", "object": "", "figure": "",
    "thing": "", "one": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    kind: str
    """``circle``, ``triangle``, ``rectangle``, ``letter``, ``digit``."""
    text: str
    colour: str
    box: Rect

    @property
    def is_shape(self) -> bool:
        return self.kind in ("circle", "triangle", "rectangle")


async def figures(pane: Pane) -> list[Figure]:
    """Everything drawn on the page that is no button."""
    sheet = await pane.sheet()
    keys = [thing.box for thing in sheet.of("button", "field")]
    found: list[Figure] = []
    for region in sheet.regions:
        box = region.box
        if any(key.contains(box.center) for key in keys) or box.width > 8 * sheet.unit or region.area < 30:
            continue
        if min(region.colour) >= 235 or max(box.width, box.height) < 0.4 * sheet.unit:
            continue
        if any(_shared(box, other.box) for other in found):
            continue
        if min(box.width, box.height) < 3 and any(other.box.grow(2).intersect(box) for other in found):
            continue  # the fringe of a letter, in a colour between its own and the paper's
        found.append(await _figure(pane, sheet, region))
    for line in sheet.lines:  # strokes too thin to be a patch
        alone = len(line.text.strip()) == 1 and not any(key.contains(line.box.center) for key in keys)
        if alone and not any(line.box.grow(4).intersect(other.box) for other in found):
            text = line.text.strip()
            colour = nearest_colour(_ink(sheet, line.box), PALETTE)
            found.append(Figure("digit" if text.isdigit() else "letter", text, colour, line.box))
    for mark in sheet.marks:  # small letters that the print reader left out
        box = mark.box
        known = any(other.box.grow(4).intersect(box) for other in found) or any(key.intersect(box) for key in keys)
        if not known and max(box.width, box.height) < 2 * sheet.unit:
            text = next((line.text.strip()[:1] for line in (await pane.closer(box.grow(18), 2)).texts), "")
            if text.isalnum():
                colour = nearest_colour(_ink(sheet, box), PALETTE)
                found.append(Figure("digit" if text.isdigit() else "letter", text, colour, box))
    return found


def _ink(sheet: Sheet, box: Rect) -> Colour:
    """The colour that differs most from the paper around it."""
    part = sheet.picture[box.y : box.bottom, box.x : box.right].reshape(-1, 3).astype(int)
    far = np.abs(part - np.median(part, axis=0)).sum(axis=1)
    red, green, blue = (int(each) for each in part[int(far.argmax())])
    return red, green, blue


async def _figure(pane: Pane, sheet: Sheet, region: Region) -> Figure:
    colour = nearest_colour(region.colour, PALETTE)
    box = region.box
    if region.area >= 0.9 * region.filled and region.shape in ("circle", "triangle", "rectangle"):
        thin = min(box.width, box.height) < 0.25 * max(box.width, box.height)
        if not thin:
            return Figure(region.shape, "", colour, box)
    line = next((line for line in sheet.lines if line.box.grow(4).contains(box.center) and len(line.text) == 1), None)
    text = "" if line is None else line.text
    if not text:
        seen = await pane.closer(box.grow(18), 2)
        text = next((each.text.strip()[:1] for each in seen.texts if each.text.strip()), "")
    return Figure("digit" if text.isdigit() else "letter", text, colour, box)


def _shared(one: Rect, other: Rect) -> bool:
    shared = one.intersect(other)
    return shared is not None and shared.area > 0.5 * min(one.area, other.area)


@dataclass(frozen=True, slots=True)
class Looks:
    """What a description says of a figure."""

    kind: str = ""
    text: str = ""
    colour: str = ""
    large: bool | None = None

    @classmethod
    def of(cls, words: str) -> Looks:
        kind = text = colour = ""
        large: bool | None = None
        for word in re.findall(r"[A-Za-z0-9]+", words):
            lowered = word.lower()
            single = lowered.removesuffix("s")
            if lowered in ("large", "big"):
                large = True
            elif lowered in ("small", "tiny", "little"):
                large = False
            elif lowered in COLOURS:
                colour = lowered
            elif single in KINDS and len(word) > 1:
                kind = KINDS[single]
            elif len(word) == 1 and lowered != "a":
                text = word
        if not text and (last := re.search(r"\b(A|a|\d|[A-Za-z])s?$", words.strip())):
            text = last[1] if len(last[1]) == 1 and last[0].lower() not in KINDS else ""
        return cls(kind, text, colour, large)

    def fits(self, figure: Figure, unit: float) -> bool:
        if self.text:
            if figure.text.lower() != self.text.lower():
                return False
        elif self.kind == "shape":
            pass  # "shapes" means everything that is strewn there
        elif self.kind and figure.kind != self.kind:
            return False
        if self.colour and figure.colour != self.colour:
            return False
        return self.large is None or is_large(figure, unit) == self.large


def is_large(figure: Figure, unit: float) -> bool:
    """Against the height of the page's print: drawn things come in two sizes."""
    side = max(figure.box.width, figure.box.height)
    return side > (1.35 if not figure.is_shape else 1.6) * min(unit, 28)


async def click(pane: Pane, match: re.Match[str]) -> None:
    """``Click on a large aqua F``."""
    looks = Looks.of(match["what"])
    unit = (await pane.sheet()).unit
    found = [figure for figure in await figures(pane) if looks.fits(figure, unit)]
    if not found:
        raise Stuck(f"I see no {match['what']}.")
    exact = [figure for figure in found if not looks.text or figure.text == looks.text]
    await pane.click((exact or found)[0].box, f"Click the {match['what']}.")


async def count(pane: Pane, match: re.Match[str]) -> None:
    """``How many blue shapes are there?``; the answer is a button."""
    from deskhand.models.local.page.skills import counting

    what = match["what"]
    known = Looks.of(what) != Looks() or re.search(r"\b(?:items?|objects?|things?|figures?)\b", what)
    await pane.press(str(await (how_many(pane, what) if known else counting.number(pane, what, what))))


async def how_many(pane: Pane, what: str) -> int:
    looks = Looks.of(what)
    unit = (await pane.sheet()).unit
    return sum(looks.fits(figure, unit) for figure in await figures(pane))


async def identify(pane: Pane, match: re.Match[str]) -> None:
    """``Click the button that best describes the figure below``."""
    found = await figures(pane)
    if not found:
        raise Stuck("I see no figure.")
    figure = max(found, key=lambda figure: figure.box.area)
    name = {"digit": "Number"}.get(figure.kind, figure.kind.capitalize())
    await pane.press(name)
