"""A page as things one can act on: buttons, fields, boxes to tick, shapes and text, made out from pixels alone.

A flat region says that something is there (`vision.regions`), the text in and beside it says what: a grey patch with a
word in its middle is a button, a white one with a border and nothing in it a field, a small white square a check box.
All sizes are relative to the height of the print, so that a page reads the same at one and at three times its size.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np

from deskhand.models.local.layout import in_reading_order, inside, same_row
from deskhand.screen.geometry import Rect, bounding
from deskhand.vision.match import similarity
from deskhand.vision.picture import Picture
from deskhand.vision.regions import Colour, Region, Shape, find_regions
from deskhand.vision.scene import Scene, TextLine, Widget

Kind: TypeAlias = Literal["button", "field", "area", "checkbox", "radio", "select", "knob", "card", "shape", "text"]

_ARROW = re.compile(r"\s+[√vV∨⌄▾▼]$")
WHITE: Colour = (255, 255, 255)
ACCENT: tuple[Colour, ...] = ((0, 117, 255), (0, 95, 204), (0, 92, 200), (55, 147, 255), (25, 118, 210))
"""What browsers fill a ticked box with."""


@dataclass(frozen=True, slots=True)
class Thing:
    kind: Kind
    box: Rect
    text: str = ""
    """Written in it, or for a box to tick beside it; for a field what it holds or wants."""
    colour: Colour = WHITE
    checked: bool | None = None
    shape: Shape = "rectangle"
    line: TextLine | None = field(default=None, compare=False)

    def named(self, name: str) -> float:
        """How well ``name`` fits, 0 to 1."""
        return similarity(self.text.strip(" :"), name)


@dataclass(frozen=True)
class Sheet:
    picture: Picture
    scene: Scene
    body: Rect
    """The part of the screen that the page takes up, without the box that holds the instruction."""

    @cached_property
    def unit(self) -> float:
        """The height of a line of print, in pixels."""
        heights = [line.box.height for line in self.scene.texts if len(line.text) > 3]
        return max(8.0, statistics.median(heights)) if heights else 24.0

    @cached_property
    def lines(self) -> tuple[TextLine, ...]:
        """Text on the page, in reading order; without the circles and squares that were read as letters."""
        return tuple(
            line for line in self.scene.texts if self.body.contains(line.box.center) and not self._is_drawn(line)
        )

    def _is_drawn(self, line: TextLine) -> bool:
        """Whether what was read as a letter or two is a box to tick, or a knob."""
        if len(line.text.replace(" ", "")) > 6 or any(len(word.text) > 1 for word in line.words):
            return False
        return any(inside(face, line.box, 8) and _level(face, line.box) for face in self._knobs)

    @cached_property
    def _knobs(self) -> tuple[Rect, ...]:
        """Light circles and squares as large as letters never have them inside."""
        return tuple(
            region.box
            for region in self.regions
            if region.shape in ("circle", "rectangle")
            and _is_light(region.colour)
            and region.box.width >= 0.95 * self.unit
            and abs(region.box.width - region.box.height) <= 0.15 * self.unit
            and region.box.width < 2 * self.unit
        )

    @cached_property
    def marks(self) -> tuple[Widget, ...]:
        return tuple(w for w in self.scene.widgets if self.body.contains(w.box.center) and w.kind == "icon")

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        return tuple(
            region
            for region in find_regions(self.picture, self.body)
            if region.box.width < 0.97 * self.body.width or region.box.height < 0.8 * self.body.height
        )

    @cached_property
    def _faces(self) -> tuple[Rect, ...]:
        """Of small things: what is written there is theirs."""
        return tuple(
            region.box
            for region in self.regions
            if region.shape == "rectangle"
            and self.unit < region.box.height < 3.2 * self.unit
            and region.fullness > 0.93
        )

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """Everything but plain text, in reading order."""
        found = [self._thing(region) for region in _one_of_each(self._free(self.regions))]
        return tuple(in_reading_order([thing for thing in found if thing is not None], lambda thing: thing.box))

    def of(self, *kinds: Kind) -> tuple[Thing, ...]:
        return tuple(thing for thing in self.things if thing.kind in kinds)

    # --- what stands where ---

    def in_box(self, box: Rect) -> list[TextLine]:
        return [line for line in self.lines if box.contains(line.box.center)]

    def beside(self, box: Rect, *, right: bool = True) -> TextLine | None:
        """The nearest text in the same row, to the right or to the left."""
        row = [line for line in self.lines if _level(line.box, box) and not inside(line.box, box)]
        if right:
            after = [line for line in row if line.box.x >= box.center.x]
            return min(after, key=lambda line: line.box.x, default=None)
        before = [line for line in row if line.box.right <= box.center.x]
        return max(before, key=lambda line: line.box.right, default=None)

    def above(self, box: Rect) -> TextLine | None:
        over = [
            line
            for line in self.lines
            if 0 <= box.y - line.box.bottom + 4 <= 1.6 * self.unit
            and line.box.x < box.right
            and box.x < line.box.right
            and not any(face.contains(line.box.center) for face in self._faces)
        ]
        return max(over, key=lambda line: line.box.bottom, default=None)

    def label(self, box: Rect) -> str:
        """What a field is called: by the text before it, or else above it."""
        before = self.beside(box, right=False)
        if before is not None and box.x - before.box.right < 6 * self.unit:
            return before.text.strip(" :")
        over = self.above(box)
        return "" if over is None else over.text.strip(" :")

    # --- making out ---

    def _free(self, regions: Iterable[Region]) -> Iterable[Region]:
        """Without the pieces of letters."""
        texts = [line.box.grow(2) for line in self.lines]
        for region in regions:
            covered = region.box not in self._knobs and any(inside(region.box, text, 2) for text in texts)
            if not covered or region.box.width > 3 * self.unit:
                yield region

    def _thing(self, region: Region) -> Thing | None:
        box, unit = region.box, self.unit
        if min(box.width, box.height) < 0.35 * unit:
            return None
        lines = self.in_box(box)
        text = " ".join(line.text for line in in_reading_order(lines, lambda line: line.box))
        base = Thing("shape", box, text, region.colour, None, region.shape)
        square = abs(box.width - box.height) <= 0.2 * unit and 0.7 * unit <= box.width <= 2.1 * unit
        if square and not text and _is_paper(region.colour, ACCENT):
            tick = region.colour != WHITE
            match region.shape:
                case "circle":
                    return self._labelled(replace(base, kind="radio", checked=tick or self._dotted(box)))
                case "rectangle":
                    return self._labelled(replace(base, kind="checkbox", checked=tick or self._dotted(box)))
                case _:
                    pass
        if region.shape != "rectangle" and region.fullness < 0.9:
            return base if not text or region.shape in ("circle", "triangle") else None
        if region.shape != "rectangle":
            return base
        if box.width < 1.2 * unit or box.height < 1.0 * unit:
            return base
        if self._has_arrow(box) and _is_light(region.colour) and box.height < 3.2 * unit < box.width + unit:
            return replace(base, kind="select", text=_ARROW.sub("", text))
        if not lines:
            if not _is_light(region.colour):
                return base
            if region.colour != WHITE and any(inside(m.box, box) and m.mark in ("▾", "▼", "") for m in self.marks):
                return replace(base, kind="select")
            if region.colour != WHITE and box.width < 2.2 * unit:
                return replace(base, kind="knob")
            if box.height > 4 * unit:
                return replace(base, kind="card")
            return replace(base, kind="field")
        if len(lines) > 2 or box.height > 4.2 * unit:
            return replace(base, kind="area" if region.colour == WHITE and box.height < 8 * unit else "card")
        middle = abs((lines[0].box.x + lines[-1].box.right) / 2 - box.center.x) < max(0.12 * box.width, 0.4 * unit)
        if region.colour == WHITE and not middle:
            return replace(base, kind="field")
        return replace(base, kind="button", line=lines[0])

    def _has_arrow(self, box: Rect) -> bool:
        """Whether a small flat angle lies at the right end, as on what opens a list."""
        end = Rect(box.right - int(1.6 * self.unit), box.y, int(1.6 * self.unit), box.height)
        if any(_ARROW.search(line.text) and end.intersect(line.box) is not None for line in self.in_box(box)):
            return True
        return any(
            inside(mark.box, end)
            and (mark.mark in ("▾", "▼") or (mark.mark == "" and mark.box.width > 1.25 * mark.box.height))
            for mark in self.marks
        )

    def _labelled(self, thing: Thing) -> Thing:
        beside = self._in_one_line(thing.box) or self.beside(thing.box)
        near = beside is not None and beside.box.x - thing.box.right < 3 * self.unit
        return replace(thing, text=beside.text, line=beside) if near and beside is not None else thing

    def _in_one_line(self, box: Rect) -> TextLine | None:
        """The words after a box up to the next, where several boxes and their words were read as one line."""
        end = min((knob.x for knob in self._knobs if knob.x > box.right and same_row(knob, box)), default=None)
        for line in self.lines:
            holds = line.box.contains(box.center) and len(line.words) > 1
            if not holds and (
                end is None or not _level(line.box, box) or not box.right < line.box.x < end < line.box.right
            ):
                continue
            words = [word for word in line.words if box.center.x < word.box.x and (end is None or word.box.x < end - 4)]
            words = [word for word in words if not word.box.contains(box.center)]
            around = bounding([word.box for word in words])
            return None if around is None else TextLine(" ".join(word.text for word in words), around, line.confidence)
        return None

    def _dotted(self, box: Rect) -> bool:
        """Whether something is drawn within."""
        rim = max(3, box.width // 5)
        part = self.picture[box.y + rim : box.bottom - rim, box.x + rim : box.right - rim].reshape(-1, 3).astype(int)
        if not len(part):
            return False
        return bool((np.abs(part - np.median(part, axis=0)).max(axis=1) > 48).mean() > 0.06)


def _one_of_each(regions: Iterable[Region]) -> list[Region]:
    """A border and the face within it are one thing: the face."""
    kept: list[Region] = []
    for region in sorted(regions, key=lambda region: -region.area):
        twin = next((other for other in kept if _same(region.box, other.box)), None)
        if twin is None:
            kept.append(region)
    return kept


def _same(one: Rect, other: Rect) -> bool:
    shared = one.intersect(other)
    return shared is not None and shared.area > 0.62 * max(one.area, other.area)


def _level(one: Rect, other: Rect) -> bool:
    """In one row: small letters sit low in it."""
    return same_row(one, other) or (
        one.y < other.bottom - 4 and other.y < one.bottom - 4 and other.y <= one.center.y <= other.bottom
    )


def _is_light(colour: Colour) -> bool:
    return min(colour) >= 225


def _is_paper(colour: Colour, accents: Sequence[Colour]) -> bool:
    return colour == WHITE or any(
        max(abs(a - b) for a, b in zip(colour, accent, strict=True)) <= 12 for accent in accents
    )
