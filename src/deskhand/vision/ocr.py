"""Text on a picture: detect lines, read them, and say where each character stands."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace

import numpy as np

from deskhand.screen.geometry import Rect, Size
from deskhand.vision import letters, marks, pieces, weights
from deskhand.vision.detect import Detector, ink_of
from deskhand.vision.picture import Mask, Picture
from deskhand.vision.recognize import Reading, Recognizer
from deskhand.vision.repair import Placed, in_japanese, repaired
from deskhand.vision.scene import TextLine
from deskhand.vision.spans import character_spans

MARGIN = 3
"""Pixels of background kept around the ink; the network was trained on loosely cropped lines."""
MIN_CONFIDENCE = 0.35
REMEMBERED = 4000
"""Readings kept by the pixels of their crop: about 20 full screens."""
SURE_MARK = 0.9
SURE_KEY_MARK = 0.75
LIKELY_MARK = 0.6
SURE_LETTER = 0.8
SURE_KEY = 0.45
"""For two characters or more in a bordered box, such as the <- of a calculator."""
WIDE_MARKS = frozenset("%…±÷≤≥≠")
"""Marks that are read as two characters: 96 for %, .. for …"""


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line before it is known whether the screen around it is Japanese; x is counted from the box's left."""

    box: Rect
    confidence: float
    places: tuple[Placed, ...]

    @property
    def has_kana(self) -> bool:
        return any(letters.is_kana(place.character) for place in self.places)

    @property
    def is_east_asian(self) -> bool:
        """Two characters at least: single kanji are more often icons."""
        return sum(letters.is_east_asian(place.character) for place in self.places) >= 2

    @property
    def sure(self) -> bool:
        return self.confidence >= 0.97

    @property
    def mark(self) -> str:
        return "".join(place.character for place in self.places)

    def as_text(self, japanese: bool) -> TextLine:
        places = in_japanese(list(self.places)) if japanese else self.places
        spans = tuple((self.box.x + place.left, self.box.x + place.right) for place in places)
        return TextLine("".join(place.character for place in places), self.box, round(self.confidence, 3), spans)


class Ocr:
    """The two networks and a memory of what they read. Not safe for two threads at once; ``Reader`` holds the lock."""

    def __init__(self, threads: int | None = None) -> None:
        count = weights.available_threads() if threads is None else threads
        self._detector = Detector(weights.load("det", count))
        self._recognizer = Recognizer(weights.load("rec", count))
        self._memory: OrderedDict[tuple[int, int, bytes], Reading] = OrderedDict()

    def read(self, picture: Picture, area: Rect | None = None) -> list[RawLine]:
        """The lines inside ``area`` (all of the picture by default), unsorted."""
        size = Size(picture.shape[1], picture.shape[0])
        part = (area or Rect(0, 0, size.width, size.height)).clip(size)
        if part is None:
            return []
        cut = np.ascontiguousarray(picture[part.y : part.bottom, part.x : part.right])
        found = self._detector.detect(cut)
        boxes = [Rect(box.x + part.x, box.y + part.y, box.width, box.height) for box in found]
        return self.read_boxes(picture, boxes)

    def read_boxes(self, picture: Picture, boxes: list[Rect]) -> list[RawLine]:
        """What stands in ``boxes`` (trimmed to ink); boxes in which nothing can be read are left out."""
        return [line for lines in self._read_each(picture, boxes) for line in lines]

    def _read_each(self, picture: Picture, boxes: list[Rect]) -> list[list[RawLine]]:
        size = Size(picture.shape[1], picture.shape[0])
        grown = [box.grow(MARGIN).clip(size) or box for box in boxes]
        crops = [_cut(picture, around) for around in grown]
        lines: list[list[RawLine]] = []
        for box, around, crop, reading in zip(boxes, grown, crops, self._readings(crops), strict=True):
            reading = _with_slashes(reading, crop)
            mark = _mark_in(crop, reading)
            if mark is not None:
                lines.append([RawLine(box, mark.probability, (Placed(mark.mark, 0, box.width),))])
            elif reading.confidence >= MIN_CONFIDENCE and reading.text.strip():
                lines.append(_lines_of(reading, crop, box, around))
            else:
                lines.append([])
        return lines

    def read_marks(self, picture: Picture, places: list[tuple[Rect, Rect]]) -> list[RawLine | None]:
        """For each (ink, box around it) the mark or the few letters in it, or None when it is a picture."""
        crops = [_cut(picture, ink.grow(2)) for ink, _ in places]
        guesses = [marks.guess(crop) for crop in crops]
        unsure = [i for i, guess in enumerate(guesses) if not (guess.is_symbol and guess.probability >= SURE_KEY_MARK)]
        read = dict(zip(unsure, self._read_each(picture, [places[i][0] for i in unsure]), strict=True))
        lines: list[RawLine | None] = []
        for index, ((ink, box), guess) in enumerate(zip(places, guesses, strict=True)):
            label = read.get(index, [])
            if index not in read:
                mark = _by_height(guess.mark, ink, box)
                lines.append(RawLine(ink, guess.probability, (Placed(mark, 0, ink.width),)))
            elif len(label) == 1 and _is_label(label[0]):
                lines.append(label[0])
            else:
                lines.append(None)
        return lines

    def mark_at(self, picture: Picture, ink: Rect) -> str:
        """What an icon shows, as a mark, where that is likelier than not; empty otherwise."""
        guess = marks.guess(_cut(picture, ink.grow(2)))
        return guess.mark if guess.is_symbol and guess.probability > 0.5 else ""

    def _readings(self, crops: list[Picture]) -> list[Reading]:
        keys = [(crop.shape[0], crop.shape[1], crop.tobytes()) for crop in crops]
        new = list({key: index for index, key in enumerate(keys) if key not in self._memory}.values())
        for index, reading in zip(new, self._recognizer.recognize([crops[i] for i in new]), strict=True):
            self._memory[keys[index]] = reading
        readings = [self._memory[key] for key in keys]
        for key in keys:
            self._memory.move_to_end(key)
        while len(self._memory) > REMEMBERED:
            self._memory.popitem(last=False)
        return readings


def _cut(picture: Picture, rect: Rect) -> Picture:
    inside = rect.clip(Size(picture.shape[1], picture.shape[0])) or rect
    return np.ascontiguousarray(picture[inside.y : inside.bottom, inside.x : inside.right])


def _by_height(mark: str, ink: Rect, box: Rect) -> str:
    """Marks of one shape are told apart by where they stand: a low speck is a dot, a high one an apostrophe."""
    low = (2 * ink.y + ink.height) - (2 * box.y + box.height)  # twice the distance below the box's middle
    match mark:
        case "." | "•":
            return "." if low >= 3 and ink.height <= 5 else "•"
        case "," | "'":
            return "," if low >= 0 else "'"
        case "-" | "_":
            return "_" if low >= 8 else "-"
        case _:
            return mark


def _is_label(line: RawLine) -> bool:
    """A few letters or digits, as on a key. (Pictures are read as single kanji or punctuation.)"""
    text = line.mark
    if len(text) > 1 and text.isascii():
        return len(text) <= 8 and line.confidence >= SURE_KEY
    return line.confidence >= SURE_LETTER and any((c.isalnum() and c.isascii()) or letters.is_kana(c) for c in text)


def _mark_in(crop: Picture, reading: Reading) -> marks.Guess | None:
    """The mark that a short reading really is, if it is one."""
    text = reading.text
    if len(text) > 2 or crop.shape[1] > 2.5 * crop.shape[0]:
        return None
    guess = marks.guess(crop)
    if not guess.is_symbol or guess.probability < SURE_MARK:
        return None
    if len(text) == 2 and not (guess.mark in WIDE_MARKS or reading.confidence < SURE_KEY):
        return None
    kanji = len(text) == 1 and letters.is_kanji(text) and text not in letters.STROKES
    return None if kanji and reading.confidence >= SURE_MARK else guess


def _with_slashes(reading: Reading, crop: Picture) -> Reading:
    """+/- is read as +1-, because digits are likelier in lines: in short signs each 1, l and I is looked at alone."""
    text = reading.text
    if not 2 <= len(text) <= 4 or not set(text) & set("1lI|") or any(c.isalpha() and c not in "lI" for c in text):
        return reading
    width = crop.shape[1]
    centers = [glyph.center * width for glyph in reading.glyphs]
    spans = character_spans(centers, text, np.asarray(ink_of(crop)[MARGIN:-MARGIN].any(axis=0)))
    glyphs = list(reading.glyphs)
    for index, (start, stop) in enumerate(spans):
        if text[index] in "1lI|":
            guess = marks.guess(crop[:, max(0, start - 1) : stop + 1])
            if guess.mark in "/\\" and guess.probability >= LIKELY_MARK:
                glyphs[index] = replace(glyphs[index], character=guess.mark)
    return Reading(tuple(glyphs), reading.confidence)


def _lines_of(reading: Reading, crop: Picture, box: Rect, around: Rect) -> list[RawLine]:
    """The characters with their pixels, repaired; several lines where columns were taken for one."""
    left, top = box.x - around.x, box.y - around.y
    ink: Mask = ink_of(crop)[top : top + box.height, left : left + box.width]
    centers = [glyph.center * around.width - left for glyph in reading.glyphs]
    spans = character_spans(centers, reading.text, np.asarray(ink.any(axis=0)))
    places = [
        Placed(glyph.character, start, stop, glyph.options)
        for glyph, (start, stop) in zip(reading.glyphs, spans, strict=True)
    ]
    lines: list[RawLine] = []
    for part in pieces.split(pieces.trimmed(places, centers, ink), box.height):
        start, stop = part[0].left, max(part[-1].right, part[0].left + 1)
        rows = np.flatnonzero(ink[:, start:stop].any(axis=1))
        low, high = (int(rows[0]), int(rows[-1]) + 1) if len(rows) else (0, box.height)
        moved = [replace(place, left=place.left - start, right=place.right - start) for place in part]
        fixed = repaired(moved, ink[low:high, start:stop])
        tight = Rect(box.x + start, box.y + low, stop - start, high - low)
        lines.append(RawLine(tight, reading.confidence, tuple(fixed)))
    return lines
